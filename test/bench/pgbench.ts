import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Forbindelse } from '../../src/platform/database/index.ts'
import { percentil } from './maskine.ts'

/** A transaction script, how often it is taken, and whether it counts as an answer to somebody. */
export type Manuskript = { readonly saetninger: readonly string[]; readonly vaegt: number; readonly svar: boolean }

export type Pgmaaling = {
  readonly prSekund: number
  readonly p50: number
  readonly p99: number
  readonly svar: number
  readonly med: 'pgbench' | 'pg i Node'
}

type Valg = { readonly klienter: number; readonly sekunder: number }

/** pgbench itself, from PATH or where Debian keeps it. */
export function findPgbench(): string | undefined {
  const debian = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`)
    : []
  return ['pgbench', ...debian.toSorted().toReversed()].find((fil) => spawnSync(fil, ['--version']).status === 0)
}

export const pgbenchVersion = (fil: string): string => spawnSync(fil, ['--version'], { encoding: 'utf8' }).stdout.trim()

/** Runs the scripts by weight, as prepared statements in one pipeline each; with a loop over pg in this process where there is no pgbench. */
export async function runManuskripter(
  forbindelse: Forbindelse,
  manuskripter: readonly Manuskript[],
  valg: Valg,
): Promise<Pgmaaling> {
  const fil = findPgbench()
  return fil ? runPgbench(fil, forbindelse, manuskripter, valg) : runISelv(forbindelse, manuskripter, valg)
}

async function runPgbench(
  program: string,
  { host, port, user, password, database }: Forbindelse,
  manuskripter: readonly Manuskript[],
  { klienter, sekunder }: Valg,
): Promise<Pgmaaling> {
  const mappe = mkdtempSync(join(tmpdir(), 'borgerblikket-pgbench-'))
  try {
    const filer = manuskripter.flatMap(({ saetninger, vaegt }, i) => {
      const fil = join(mappe, `${i}.sql`)
      writeFileSync(fil, ['\\startpipeline', ...saetninger.map((saetning) => `${saetning};`), '\\endpipeline', ''].join('\n'))
      return ['-f', `${fil}@${vaegt}`]
    })
    const log = ['-l', `--log-prefix=${join(mappe, 'log')}`]
    const args = ['-n', '-M', 'prepared', '-c', String(klienter), '-j', '1', '-T', String(sekunder), ...log, ...filer]
    const barn = spawn(program, ['-h', host, '-p', String(port), '-U', user, ...args, database], {
      env: { ...process.env, PGPASSWORD: password },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let fejl = ''
    barn.stderr.setEncoding('utf8').on('data', (tekst: string) => {
      fejl += tekst
    })
    const kode = await new Promise((resolve) => barn.on('close', resolve))
    if (kode !== 0) throw new Error(`pgbench failed: ${fejl.slice(0, 1000)}`)
    return readLog(mappe, manuskripter)
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

/** The transactions that are answers, without the first second, in which every client still prepares its statements. */
function readLog(mappe: string, manuskripter: readonly Manuskript[]): Pgmaaling {
  const linjer = readdirSync(mappe)
    .filter((navn) => navn.startsWith('log'))
    .flatMap((navn) => readFileSync(join(mappe, navn), 'utf8').split('\n').filter(Boolean))
    .map((linje) => linje.split(' ').map(Number))
    .map(([, , us = 0, manuskript = 0, sekund = 0, rest = 0]) => ({ us, manuskript, slut: sekund + rest / 1e6 }))
  const foerst = linjer.reduce((min, { slut }) => Math.min(min, slut), Number.POSITIVE_INFINITY) + 1
  const sidst = linjer.reduce((max, { slut }) => Math.max(max, slut), 0)
  const tider = linjer.filter((led) => led.slut >= foerst && manuskripter[led.manuskript]?.svar).map((led) => led.us / 1000)
  return {
    prSekund: tider.length / (sidst - foerst),
    p50: percentil(tider, 0.5),
    p99: percentil(tider, 0.99),
    svar: tider.length,
    med: 'pgbench',
  }
}

/** The same from this process, where pgbench is missing: pg in pipeline mode, each script's statements queued in one go. */
async function runISelv(
  { host, port, user, password, database }: Forbindelse,
  manuskripter: readonly Manuskript[],
  { klienter, sekunder }: Valg,
): Promise<Pgmaaling> {
  const lodder = manuskripter.flatMap((_, i) => Array.from({ length: manuskripter[i]?.vaegt ?? 0 }, () => i))
  const tider: number[] = []
  const begynd = performance.now() + 1000
  const slut = performance.now() + sekunder * 1000
  const klient = async () => {
    const client = new pg.Client({ host, port, user, password, database, pipeline: true } as pg.ClientConfig)
    await client.connect()
    while (performance.now() < slut) {
      const nr = lodder[Math.floor(Math.random() * lodder.length)] ?? 0
      const fra = performance.now()
      const saetninger = manuskripter[nr]?.saetninger ?? []
      await Promise.all(saetninger.map((text, i) => client.query({ text, name: `m${nr}_${i}` })))
      if (manuskripter[nr]?.svar && fra >= begynd) tider.push(performance.now() - fra)
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: klienter }, klient))
  return {
    prSekund: (tider.length / (slut - begynd)) * 1000,
    p50: percentil(tider, 0.5),
    p99: percentil(tider, 0.99),
    svar: tider.length,
    med: 'pg i Node',
  }
}
