import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Maal } from '../bench/resultat.ts'

const ROD = join(import.meta.dirname, '..', '..')

export type Benchsvar = {
  readonly maal: readonly Maal[]
  /** What the bench said, a line each. */
  readonly sagt: readonly string[]
  /** The machine's load before and after, as a sentence. */
  readonly belastning: string
}

/** Runs one of the benches (a file of test/bench) in a process of its own. Throws with its words where it gave no figures. */
export async function runBenchfil(navn: string, args: readonly string[]): Promise<Benchsvar> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbbevisbench-'))
  const foer = loadavg()[0] ?? 0
  try {
    const fil = join(mappe, 'bench.json')
    const barn = spawn(process.execPath, [join(ROD, 'test', 'bench', navn), '--json', fil, ...args], {
      cwd: ROD,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const dele: Buffer[] = []
    for (const stroem of [barn.stdout, barn.stderr]) stroem.on('data', (del: Buffer) => dele.push(del))
    await once(barn, 'close')
    const tekst = Buffer.concat(dele).toString('utf8')
    if (!existsSync(fil)) throw new Error(`The bench gave nothing: ${tekst.slice(-800)}`)
    const { maal } = JSON.parse(readFileSync(fil, 'utf8')) as { readonly maal: readonly Maal[] }
    const belastning = `machine's load ${foer.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after`
    return { maal, sagt: tekst.split('\n'), belastning }
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

/** Whether there are targets and each is met. */
export const allMet = (maal: readonly Maal[]): boolean => {
  const kraevede = maal.filter(({ krav }) => krav !== undefined)
  return kraevede.length > 0 && kraevede.every(({ krav }) => krav?.opfyldt === true)
}

export const describeKrav = ({ krav }: Maal): string => (krav ? `; target ${krav.tekst}, ${krav.opfyldt ? 'met' : 'MISSED'}` : '')
