import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Maal } from '../../bench/resultat.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'
import { proever } from '../proever.ts'

const ROD = join(import.meta.dirname, '..', '..', '..')

/** As many items as the line is to be shown at: of every day, the whole, or what BEVIS_SOEGNING_TING says. */
const ting = (fuld: boolean): string => process.env['BEVIS_SOEGNING_TING'] ?? (fuld ? '20000000' : '100000')

/** The bench of the search in a process of its own. */
async function tryHastighed({ fuld }: Bevisvalg): Promise<Bevisudfald> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbbevisbench-'))
  const foer = loadavg()[0] ?? 0
  try {
    const fil = join(mappe, 'bench.json')
    const stoerrelse = ['--ting', ting(fuld), '--soegninger', fuld ? '200' : '40', '--borgere', fuld ? '300' : '100']
    const barn = spawn(process.execPath, [join(ROD, 'test/bench/soegning.ts'), '--json', fil, ...stoerrelse], {
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
        ...sagt.split('\n').filter((linje) => linje.includes(' søgeord (')),
        ...maal.map(
          ({ hvad, tal, forhold, krav }) =>
            `${hvad}: ${forhold?.toFixed(2)}, ${tal}; target ${krav?.tekst}, ${krav?.opfyldt ? 'met' : 'MISSED'}`,
        ),
        `machine's load ${foer.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after`,
      ],
    }
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

/** The caseworker's search: whom it finds, whom it does not, and how fast. */
export const PARTSOVERBLIK_SOEGNING: readonly Bevislinje[] = [
  proever({
    navn: 'soegning',
    paastand:
      'Found by number, name, former name, case, address or company is only who has something that the caseworker may see or know of; a stranger and nobody get the same bytes; each who is shown is logged first; no name, address or typed text stands in clear in the database or the log; who goes through the citizens is stopped.',
    filer: [
      'test/scenarier/partsoverblik.soegning.test.ts',
      'src/part/ordform.test.ts',
      'src/part/soegeord.test.ts',
      'src/part/oplysninger.sql.test.ts',
      'src/platform/crypto/sloering.test.ts',
    ],
  }),
  {
    navn: 'soegning.hastighed',
    paastand:
      'A search by name, number, case or address takes less than 200 ms of program and database together, with rights, row-level security and the log’s row on disk, and a stranger’s number no more than half as long again as one that nobody has.',
    run: tryHastighed,
  },
]
