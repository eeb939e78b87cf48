import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newUuid, tidspunkt, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { createRollekatalog } from '#modtagelse'
import { createNoegler, seal } from '#platform/crypto'
import type { Kilde as DemoKilde } from '../../src/demo/verden/index.ts'
import { collectPartsnumre, laesElement, replacePartsnumre } from '../../src/modtagelse/laesning/index.ts'
import { checkLinje } from '../../src/modtagelse/leverance/check-linje.ts'
import type { ElementKilde } from '../../src/modtagelse/leverance/index.ts'
import { toKanonisk } from '../../src/modtagelse/leverance/kanonisk.ts'
import { checkElement, normalizeRest } from '../../src/modtagelse/regler/index.ts'
import { parseLinje } from '../../src/modtagelse/rest/parse-linje.ts'
import type { Maal } from './resultat.ts'

type Levering = { readonly kilde: DemoKilde; readonly bytes: Buffer }

const BUNKE = 250
const RUNDER = 3

/** What of an intake's work is one thread's alone, part by part, of the same lines: so that a profile is not needed to see what is left. */
export function measureDele(leveringer: readonly Levering[]): Maal[] {
  const mappe = mkdtempSync(join(tmpdir(), 'borgerblikket-dele-'))
  const noegler = createNoegler(mappe)
  const roller = createRollekatalog({})
  const clock = { now: () => tidspunkt(new Date()) }
  const tider = new Map<string, number>()
  const tid = <T>(navn: string, work: () => T): T => {
    const foer = threadCpu()
    const svar = work()
    tider.set(navn, (tider.get(navn) ?? 0) + threadCpu() - foer)
    return svar
  }
  const bunke = (kilde: Kilde, tekster: readonly string[]): void => {
    const laest = tid('læse linjen strengt', () => tekster.map((tekst) => elementOf(parseLinje(tekst))))
    const hele = tid('udfylde', () =>
      laest.map((element) => normalizeRest(element, { itSystem: kilde.id, systemNavn: kilde.navn }, roller)),
    )
    tid('regler', () => hele.map((element) => checkElement(element, roller)))
    const linjer = hele.map((element, i) => ({ linje: i + 1, raa: '', brud: [] as const, element, kontrolleret: true as const }))
    tid('hvad kilden må', () => linjer.map((linje) => checkLinje({ roller, clock } as never, kilde, linje)))
    const udenNumre = tid('parter', () => hele.map((element) => replacePartsnumre(element, partsOf(element))))
    const indhold = tid('én form', () => udenNumre.map(toKanonisk))
    tid('hash og segl', () =>
      indhold.map((tekst) => [createHash('sha256').update(tekst).digest('hex'), seal(noegler.indhold, tekst, 'bench')]),
    )
    tid('læse objektet', () => udenNumre.map((element) => laesElement(element, roller)))
  }
  let antal = 0
  for (let runde = 0; runde < RUNDER; runde++) {
    tider.clear()
    antal = 0
    for (const { kilde, bytes } of leveringer) {
      const tekster = bytes.toString('utf8').trimEnd().split('\n')
      antal += tekster.length
      for (let fra = 0; fra < tekster.length; fra += BUNKE) bunke(toKilde(kilde), tekster.slice(fra, fra + BUNKE))
    }
  }
  rmSync(mappe, { recursive: true, force: true })
  const ialt = [...tider.values()].reduce((sum, led) => sum + led, 0)
  const dele = [...tider].map(([navn, us]) => `${navn} ${(us / antal).toFixed(1)}`)
  return [
    {
      hvad: 'heraf i én tråd, µs CPU/linje',
      tal: `${(ialt / antal).toFixed(0)}: ${dele.join(' · ')}`,
      detaljer: Object.fromEntries(tider),
    },
  ]
}

function threadCpu(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}

function elementOf(laest: ReturnType<typeof parseLinje>): ElementKilde {
  if (!('element' in laest)) throw new TypeError('A line of the made-up world is no element')
  return laest.element
}

const partsOf = (element: ElementKilde): ReadonlyMap<string, Uuid> =>
  new Map(collectPartsnumre(element).map(({ type, nummer }) => [`${type}:${nummer}`, newUuid()]))

const toKilde = ({ id, navn, kommuner }: DemoKilde): Kilde => ({
  id,
  navn,
  slags: 'esdh',
  kommuner: kommuner.map(({ cvr }) => cvr),
  kle: [],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
})
