import { loadavg } from 'node:os'
import { ARTER, tidspunkt, uuid, uuidFromName } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import { KOMMUNER } from '#myndighed'
import { createOpsaetning } from '#visning'
import { toText } from '#web'
import { konfiguration } from '../../src/afstemning/daekning/daekning.bygger.ts'
import { createDaekning } from '../../src/afstemning/daekning/sammenhold.ts'
import { landskort } from '../../src/opsaetning/daekning/land.ts'
import { landView } from '../../src/opsaetning/daekning/web/land.view.ts'
import { arbejdskontekst } from '../byggere/arbejdssider.ts'

const RUM = uuid('00000000-0000-4000-8000-0000000000bb')
const SLAGS = ['esdh', 'eoj', 'jobcenter', 'pladsanvisning', 'ydelse', 'sundhed']
const KILDER_PR_KOMMUNE = 8
const SIDEN = tidspunkt('2026-11-22T08:00:00.000Z')

/** A country in which every municipality has every area open, and every source delivers all of it. */
function land() {
  const kommuner = KOMMUNER.filter(({ fiktiv }) => !fiktiv)
  const kilder = kommuner.flatMap(({ cvr }) =>
    Array.from({ length: KILDER_PR_KOMMUNE }, (_, nr) => ({
      id: uuidFromName(RUM, `${cvr} ${nr}`),
      navn: `System ${nr}`,
      slags: SLAGS[nr % SLAGS.length] ?? 'esdh',
      kommuner: [cvr],
      kle: [],
      klientId: undefined,
      rytmeTimer: 24,
      spaerret: undefined,
    })),
  )
  const felter = LIVSOMRAADER.flatMap(({ noegle }) => ARTER.map((art) => ({ livsomraade: noegle, art })))
  const raekker = kilder.flatMap(({ id, kommuner: egne }) =>
    egne.flatMap((kommune) =>
      felter.map((felt) => ({
        ...felt,
        kommune,
        kilde: id,
        tilsluttetSiden: SIDEN,
        dataFra: '2016-01-01',
        senesteLevering: SIDEN,
        afstemt: SIDEN,
      })),
    ),
  )
  const tider = { bevistTil: SIDEN, bevistModtaget: SIDEN, nyeste: undefined, afstemt: SIDEN, brudt: false, brudNr: 0 }
  return {
    raekker,
    kilder,
    forventninger: kommuner.flatMap(({ cvr }) =>
      LIVSOMRAADER.flatMap(({ noegle }) => SLAGS.map((slags) => ({ kommune: cvr, livsomraade: noegle, slags }))),
    ),
    afvisninger: kilder.flatMap(({ id, kommuner: [kommune] }, nr) =>
      nr % 5 === 0 ? [{ kilde: id, kommune, livsomraade: 'sundhed', art: 'sag', antal: 3 }] : [],
    ),
    beviser: kilder.flatMap(({ id, kommuner: egne }) => egne.map((kommune) => ({ ...tider, kilde: id, kommune }))),
    brudNr: 0,
  }
}

export type Landsmaal = {
  readonly raekker: number
  readonly felter: number
  /** Processor time of the map itself and of the page, the median of the rounds, in ms. */
  readonly kort: number
  readonly side: number
  /** The same by the clock, which other work on the machine lengthens. */
  readonly ur: number
  readonly belastning: number
}

/** Makes the map and the page anew in each round, of a snapshot that has just been read: nothing is remembered from the round before. */
export async function maalLandskort(runder = 15): Promise<Landsmaal> {
  const fakta = land()
  const opsaetning = createOpsaetning(
    KOMMUNER.flatMap(({ cvr }) =>
      ['02', '15', '17', '27', '28', '29', '32', '25', '05'].map((kle) =>
        konfiguration({ kommune: cvr, kle, fradato: '2020-01-01', visJournalnotater: true }),
      ),
    ),
  )
  const [korttider, sidetider, ure]: [number[], number[], number[]] = [[], [], []]
  let felter = 0
  for (let runde = 0; runde < runder; runde++) {
    const daekning = createDaekning(fakta)
    const nu = tidspunkt(new Date(Date.parse(SIDEN) + 3_600_000 + runde * 60_000).toISOString())
    const start = performance.now()
    const foer = process.cpuUsage().user
    const kort = landskort({ daekning, opsaetning, nu }, [])
    const efter = process.cpuUsage().user
    await toText(landView(arbejdskontekst('da', 'drift', '/drift/daekning'), { kort, dage: [] }))
    korttider.push((efter - foer) / 1000)
    sidetider.push((process.cpuUsage().user - efter) / 1000)
    ure.push(performance.now() - start)
    felter = kort.tal.bevist + kort.tal.forbehold + kort.tal.ikkeTilsluttet
  }
  const [belastning = 0] = loadavg()
  return {
    raekker: fakta.raekker.length,
    felter,
    kort: median(korttider),
    side: median(sidetider),
    ur: median(ure),
    belastning,
  }
}

const median = (tal: readonly number[]): number => tal.toSorted((a, b) => a - b)[Math.floor(tal.length / 2)] ?? 0
