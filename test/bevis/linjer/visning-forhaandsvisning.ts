import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Maal } from '../../bench/resultat.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'
import { proever } from '../proever.ts'

const ROD = join(import.meta.dirname, '..', '..', '..')

/** The bench of the preview in a process of its own, at the size of every day or the whole. */
async function tryHastighed({ fuld }: Bevisvalg): Promise<Bevisudfald> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbbevisbench-'))
  const foer = loadavg()[0] ?? 0
  try {
    const fil = join(mappe, 'bench.json')
    const stoerrelse = fuld
      ? ['--ting', '1000000', '--borgere', '3000']
      : ['--ting', '40000', '--borgere', '600', '--runder', '2']
    const barn = spawn(process.execPath, [join(ROD, 'test/bench/forhaandsvisning.ts'), '--json', fil, ...stoerrelse], {
      cwd: ROD,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const dele: Buffer[] = []
    for (const stroem of [barn.stdout, barn.stderr]) stroem.on('data', (del: Buffer) => dele.push(del))
    await once(barn, 'close')
    const sagt = Buffer.concat(dele).toString('utf8')
    if (!existsSync(fil)) throw new Error(`The bench gave nothing: ${sagt.slice(-800)}`)
    const { maal } = JSON.parse(readFileSync(fil, 'utf8')) as { readonly maal: Maal[] }
    return {
      ok: maal.length > 0 && maal.every(({ krav }) => krav?.opfyldt === true),
      set: [
        ...sagt.split('\n').filter((linje) => linje.includes(' ting om ') || linje.startsWith('fakta om ')),
        ...maal.map(({ hvad, tal, krav }) => `${hvad}: ${tal}; target ${krav?.tekst}, ${krav?.opfyldt ? 'met' : 'MISSED'}`),
        `machine's load ${foer.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after`,
      ],
    }
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

/** What a change would do, before it is done: exactly what it then does, what a citizen sees, why, and how fast. */
export const VISNING_FORHAANDSVISNING: readonly Bevislinje[] = [
  proever({
    navn: 'visning.forhaandsvisning',
    paastand:
      'What a preview says appears or disappears is exactly what does, for random worlds and configurations, whether what it decides on was kept, has changed since, or never was; seeing as a citizen and explaining show the municipality’s own alone, logged, in a browser with and without script.',
    filer: [
      'test/scenarier/forhaandsvisning.test.ts',
      'src/opsaetning/forhaandsvisning/fakta/skrift.test.ts',
      'src/opsaetning/forhaandsvisning/fakta/fakta.sql.test.ts',
      'test/scenarier/verifikation.test.ts',
      'test/e2e/forhaandsvisning.test.ts',
    ],
  }),
  {
    navn: 'visning.forhaandsvisning-hastighed',
    paastand:
      'A preview takes less than ten seconds on two cores, decided on the facts that the worker keeps; at full size over 1,000,000 items.',
    run: tryHastighed,
  },
]
