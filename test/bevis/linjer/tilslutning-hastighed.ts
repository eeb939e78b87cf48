import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarizeProfil } from '../../bench/profil.ts'
import type { Maal } from '../../bench/resultat.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'

const ROD = join(import.meta.dirname, '..', '..', '..')

/** Runs parts of the bench in a process of their own, as `npm run bench` does. Throws with its words where it fails. */
async function runBench(args: readonly string[], mappe: string): Promise<Maal[]> {
  const fil = join(mappe, 'bench.json')
  rmSync(fil, { force: true })
  const barn = spawn(process.execPath, [join(ROD, 'test/bench/bench.ts'), '--json', fil, ...args], {
    cwd: ROD,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const dele: Buffer[] = []
  for (const stroem of [barn.stdout, barn.stderr]) stroem.on('data', (del: Buffer) => dele.push(del))
  await once(barn, 'close')
  if (!existsSync(fil)) throw new Error(`The bench gave nothing: ${Buffer.concat(dele).toString('utf8').slice(-800)}`)
  return (JSON.parse(readFileSync(fil, 'utf8')) as { readonly maal: Maal[] }).maal
}

const describeMaal = ({ hvad, tal, forhold, krav }: Maal): string =>
  [
    `${hvad}: ${tal}`,
    ...(forhold === undefined ? [] : [`ratio ${forhold.toFixed(2)}`]),
    ...(krav ? [`target ${krav.tekst}, ${krav.opfyldt ? 'met' : 'MISSED'}`] : []),
  ].join('; ')

async function withMappe<T>(work: (mappe: string) => Promise<T>): Promise<T> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbbevisbench-'))
  try {
    return await work(mappe)
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

const belastning = (foer: number): string =>
  `machine's load ${foer.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after; both sides of a ratio share it`

/** The memory that the bench tells beside it belongs to another claim. */
const isForhold = ({ krav }: Maal): boolean => krav?.tekst.startsWith('≥') ?? false

/** Deliveries so long that their beginnings and ends, where one of the two cores waits, count for little, as in a first full load. */
const tryIndtag = ({ fuld }: Bevisvalg): Promise<Bevisudfald> =>
  withMappe(async (mappe) => {
    const foer = loadavg()[0] ?? 0
    const maal = await runBench(['--kun', 'indlaesning', '--borgere', fuld ? '6000' : '2500'], mappe)
    const forhold = maal.filter(isForhold)
    return {
      ok: forhold.length > 0 && forhold.every(({ krav }) => krav?.opfyldt),
      set: [...maal.map(describeMaal), belastning(foer)],
    }
  })

/** Where the ratio is missed a profile of the same run again shows what the time goes to: without one the line fails. */
const trySoap = ({ fuld }: Bevisvalg): Promise<Bevisudfald> =>
  withMappe(async (mappe) => {
    const args = ['--kun', 'soap', '--borgere', '100', '--sager', fuld ? '6000' : '2500']
    const foer = loadavg()[0] ?? 0
    const maal = await runBench(args, mappe)
    const forhold = maal.filter(isForhold)
    const set = [...maal.map(describeMaal), belastning(foer)]
    if (forhold.length > 0 && forhold.every(({ krav }) => krav?.opfyldt)) return { ok: true, set }
    await runBench([...args, '--node-flag=--cpu-prof', `--node-flag=--cpu-prof-dir=${mappe}`], mappe)
    const { traade, ms, startMs, dele } = summarizeProfil(mappe)
    const stoerste = dele.filter(({ andel }) => andel >= 0.02)
    return {
      ok: forhold.length > 0 && stoerste.length > 0,
      set: [
        ...set,
        'the target is missed, so the line stands on a profile alone, of the server in the same run again:',
        `${(ms / 1000).toFixed(1)} s in ${traade} threads, warming up with it; ${(startMs / 1000).toFixed(1)} s for the start are left out`,
        ...stoerste.map((led) => `${(led.andel * 100).toFixed(0)} % ${led.del} (${led.ms.toFixed(0)} ms)`),
      ],
    }
  })

/** The ratios of DESIGN 11 that the connection is about. A line that misses fails, but for XML where the profile is shown. */
export const TILSLUTNING_HASTIGHED: readonly Bevislinje[] = [
  {
    navn: 'hastighed.rest',
    paastand: 'Intake with history, receipts and outbox reaches half of COPY of the same bytes into the same tables, in one run.',
    run: tryIndtag,
  },
  {
    navn: 'hastighed.soap',
    paastand:
      'XML intake with everything on reaches 0.6 of what parsing and XSD validation alone allow, in one run, or a profile shows what takes the time.',
    run: trySoap,
  },
]
