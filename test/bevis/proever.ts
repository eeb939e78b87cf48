import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bevislinje, Bevisudfald } from './linje.ts'

const ROD = join(import.meta.dirname, '..', '..')

type Miljoe = Readonly<Record<string, string>>

export type Proevevalg = {
  readonly navn: string
  readonly paastand: string
  /** Test files or folders, from the root. */
  readonly filer: readonly string[]
  /** Only tests whose name holds this (a regular expression). */
  readonly kun?: string
  /** What the tests are told of the size. */
  readonly miljoe?: { readonly daglig?: Miljoe; readonly fuld?: Miljoe }
}

/** A line of evidence that is the project's own tests, run by themselves; what they note of figures (noterTal) is passed on. */
export const proever = (valg: Proevevalg): Bevislinje => ({
  navn: valg.navn,
  paastand: valg.paastand,
  run: ({ fuld }) => runProever(valg, (fuld ? valg.miljoe?.fuld : valg.miljoe?.daglig) ?? {}),
})

/** The part of vitest's JSON report that is used. */
type Rapport = {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[] | null
    }[]
  }[]
}

async function runProever({ filer, kun }: Proevevalg, miljoe: Miljoe): Promise<Bevisudfald> {
  const mangler = filer.filter((fil) => !existsSync(join(ROD, fil)))
  if (mangler.length > 0) return { ok: false, set: mangler.map((fil) => `${fil} is not there`) }
  const mappe = mkdtempSync(join(tmpdir(), 'bbbevis-'))
  try {
    const rapportfil = join(mappe, 'rapport.json')
    const talfil = join(mappe, 'tal.txt')
    const tekst = await runVitest([...filer, ...(kun ? ['-t', kun] : [])], rapportfil, { ...miljoe, BEVIS_TAL: talfil })
    if (!existsSync(rapportfil)) return { ok: false, set: [`The tests gave no report: ${tekst.slice(-500)}`] }
    const udfald = readRapport(JSON.parse(readFileSync(rapportfil, 'utf8')) as Rapport, new RegExp(kun ?? ''))
    // An error outside a test fails the run without failing a test.
    const uventet = /Unhandled Error|Unhandled Rejection/.exec(tekst)?.[0]
    const tal = existsSync(talfil) ? readFileSync(talfil, 'utf8').trim().split('\n') : []
    return { ok: udfald.ok && !uventet, set: [...udfald.set, ...tal, ...(uventet ? [uventet] : [])] }
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

async function runVitest(args: readonly string[], rapportfil: string, miljoe: Miljoe): Promise<string> {
  const vitest = join(ROD, 'node_modules', 'vitest', 'vitest.mjs')
  const barn = spawn(
    process.execPath,
    [vitest, 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${rapportfil}`],
    { cwd: ROD, env: { ...process.env, ...miljoe, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const dele: Buffer[] = []
  for (const stroem of [barn.stdout, barn.stderr]) stroem.on('data', (del: Buffer) => dele.push(del))
  await once(barn, 'close')
  return Buffer.concat(dele).toString('utf8')
}

/** Tests that were not chosen (`valgte`) are not told of. */
function readRapport({ testResults }: Rapport, valgte: RegExp): Bevisudfald {
  const alle = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ fullName }) => valgte.test(fullName))
  const med = (status: string) => alle.filter((proeve) => proeve.status === status)
  const [bestaaede, fejlede] = [med('passed'), med('failed')]
  const udeladte = alle.filter(({ status }) => status !== 'passed' && status !== 'failed')
  // A file that cannot be read has no tests, and a message.
  const ulaeste = testResults.filter(({ assertionResults, message }) => assertionResults.length === 0 && message)
  return {
    ok: bestaaede.length > 0 && fejlede.length === 0 && ulaeste.length === 0,
    set: [
      `${bestaaede.length} tests passed${fejlede.length > 0 ? `, ${fejlede.length} failed` : ''}`,
      ...udeladte.map(({ fullName }) => `not tried: ${fullName}`),
      ...fejlede.map(({ fullName, failureMessages }) => `FAILED ${fullName}: ${failureMessages?.[0]?.split('\n')[0] ?? ''}`),
      ...ulaeste.map(({ name, message }) => `FAILED ${name}: ${message.split('\n')[0]}`),
    ],
  }
}
