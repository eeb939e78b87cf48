import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Maal } from '../../bench/resultat.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'
import { proever } from '../proever.ts'

const ROD = join(import.meta.dirname, '..', '..', '..')

/** As many rows of the overview as the line is to be shown at: of every day, the whole, or what BEVIS_OVERBLIK_RAEKKER says. */
const raekker = (fuld: boolean): string => process.env['BEVIS_OVERBLIK_RAEKKER'] ?? (fuld ? '20000000' : '50000')

/** The bench of the caseworker's page in a process of its own. */
async function tryHastighed({ fuld }: Bevisvalg): Promise<Bevisudfald> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbbevisbench-'))
  const foer = loadavg()[0] ?? 0
  try {
    const fil = join(mappe, 'bench.json')
    const stoerrelse = ['--raekker', raekker(fuld), '--borgere', fuld ? '60' : '25', '--runder', fuld ? '3' : '2']
    const barn = spawn(process.execPath, [join(ROD, 'test/bench/partsoverblik.ts'), '--json', fil, ...stoerrelse], {
      cwd: ROD,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const dele: Buffer[] = []
    for (const stroem of [barn.stdout, barn.stderr]) stroem.on('data', (del: Buffer) => dele.push(del))
    await once(barn, 'close')
    const sagt = Buffer.concat(dele).toString('utf8')
    if (!existsSync(fil)) throw new Error(`The bench gave nothing: ${sagt.slice(-800)}`)
    const { maal } = JSON.parse(readFileSync(fil, 'utf8')) as { readonly maal: Maal[] }
    const kraevede = maal.filter(({ krav }) => krav !== undefined)
    return {
      ok: kraevede.length > 0 && kraevede.every(({ krav }) => krav?.opfyldt === true),
      set: [
        ...sagt.split('\n').filter((linje) => linje.includes('rækker i overblikket')),
        ...maal.map(({ hvad, tal, forhold, krav }) =>
          krav
            ? `${hvad}: ${forhold?.toFixed(0)} ms of processor time a page, target ${krav.tekst}, ${krav.opfyldt ? 'met' : 'MISSED'}; ${tal}`
            : `${hvad}: ${tal}`,
        ),
        `machine's load ${foer.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after`,
      ],
    }
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

/** The caseworker's page: what it shows to whom, and how fast. */
export const PARTSOVERBLIK_OVERBLIK: readonly Bevislinje[] = [
  proever({
    navn: 'overblik',
    paastand:
      'A caseworker sees one citizen’s whole engagement within rights and for a purpose: nothing of other numbers, levels, municipalities or citizens in any tab, file or count, two tabs never mix, every page is logged before it leaves, and a part that fails takes nothing with it.',
    filer: ['test/scenarier/partsoverblik.test.ts', 'src/partsoverblik/side', 'src/kilde/sagslink.test.ts'],
  }),
  {
    navn: 'overblik.hastighed',
    paastand:
      'The caseworker’s page of a citizen with 500 items takes less than 100 ms of server and database together, with rights, row-level security and the durable log on.',
    run: tryHastighed,
  },
]
