import type { KildeDaekning } from '#afstemning/daekning'
import { udsagnFor } from '#afstemning/daekning'
import { ARTER, type CvrNummer } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import { KOMMUNER, type Kommune, REGIONER, type Region } from '#myndighed'
import type { Noedstop } from '#visning'
import { type Felttal, felterI, INTET_TAL, isStoppet, type Kortgrundlag, plusTal } from './kort.ts'

/** How one municipality stands, for the map of all of them. */
export type Landskommune = {
  readonly kommune: Kommune
  /** Of the fields that it shows. */
  readonly tal: Felttal
  readonly kilder: number
  /** Of its sources, those that are late or deliver no more. */
  readonly tavse: number
  readonly afviste: number
  readonly tilstand: Landstilstand
}

/** `ikkeMed`: no source and nothing opened. `paaVej`: sources deliver, nothing is opened. Else by what is proved of what is shown. */
export type Landstilstand = 'fuld' | 'delvis' | 'intet' | 'paaVej' | 'ikkeMed'
export const LANDSTILSTANDE: readonly Landstilstand[] = ['fuld', 'delvis', 'intet', 'paaVej', 'ikkeMed']

export type Landskort = {
  readonly regioner: readonly { readonly region: Region; readonly kommuner: readonly Landskommune[] }[]
  readonly tal: Felttal
}

/**
 * All municipalities, by region, from what lies in memory: the 98, and the made-up ones where anything is known of them. Pure; no statement
 * is made that is not the one that citizens get.
 */
export function landskort(grundlag: Omit<Kortgrundlag, 'stop'>, stop: readonly Noedstop[]): Landskort {
  const { fakta } = grundlag.daekning
  const stopFor = Map.groupBy(stop, ({ kommune }) => kommune)
  const medKilde = new Set([...fakta.raekker.map(({ kommune }) => kommune), ...fakta.kilder.flatMap(({ kommuner }) => kommuner)])
  const afviste = countAfviste(grundlag)
  const alle = KOMMUNER.filter(({ fiktiv, cvr }) => !fiktiv || medKilde.has(cvr)).map((kommune) =>
    landskommune({ ...grundlag, stop: stopFor.get(kommune.cvr) ?? [] }, kommune, medKilde, afviste),
  )
  return {
    regioner: REGIONER.map((region) => ({ region, kommuner: alle.filter(({ kommune }) => kommune.region === region) })).filter(
      ({ kommuner }) => kommuner.length > 0,
    ),
    tal: alle.reduce((sum, { tal }) => plusTal(sum, tal), INTET_TAL),
  }
}

function landskommune(
  grundlag: Kortgrundlag,
  kommune: Kommune,
  medKilde: ReadonlySet<CvrNummer>,
  afviste: ReadonlyMap<CvrNummer, number>,
): Landskommune {
  const { daekning, opsaetning, nu, stop } = grundlag
  const kilder = new Map<string, KildeDaekning>()
  let tal = INTET_TAL
  for (const { noegle: livsomraade } of LIVSOMRAADER)
    for (const art of ARTER) {
      const felt = { kommune: kommune.cvr, livsomraade, art }
      const et = daekning.grundlagFor(felt, opsaetning, nu, stop)
      for (const led of et.tilsluttede) kilder.set(led.kilde.id, led)
      if (et.aaben) tal = plusTal(tal, FELT[udsagnFor(et).udsagn])
    }
  const tavse = [...kilder.values()].filter((led) => isStoppet(led.kilde, kommune.cvr) || isSen(led, grundlag)).length
  const antal = { kilder: kilder.size, tavse, afviste: afviste.get(kommune.cvr) ?? 0 }
  return { kommune, tal, ...antal, tilstand: tilstandFor(tal, medKilde.has(kommune.cvr)) }
}

const FELT = {
  intet: { ...INTET_TAL, bevist: 1 },
  ikkeSet: { ...INTET_TAL, forbehold: 1 },
  vist: { ...INTET_TAL, forbehold: 1 },
  ikkeTilsluttet: { ...INTET_TAL, ikkeTilsluttet: 1 },
} as const

function tilstandFor(tal: Felttal, medKilde: boolean): Landstilstand {
  const alle = felterI(tal)
  if (alle === 0) return medKilde ? 'paaVej' : 'ikkeMed'
  return tal.bevist === alle ? 'fuld' : tal.bevist > 0 ? 'delvis' : 'intet'
}

/** Lateness is the same for all that a source delivers for a municipality. */
const isSen = (led: KildeDaekning, { nu }: Kortgrundlag): boolean =>
  udsagnFor({ ...ALENE, tilsluttede: [led], nu }).forbehold.includes('forsinket')

const ALENE = {
  aaben: true,
  visesFra: undefined,
  baerende: [],
  forventedeSlags: [],
  ikkeTilsluttede: [],
  aabneAfvisninger: 0,
  stoppet: false,
  hasVisible: false,
} as const

/** Of lines that name no municipality each of the source's municipalities has its part. */
function countAfviste({ daekning: { fakta } }: Omit<Kortgrundlag, 'stop'>): ReadonlyMap<CvrNummer, number> {
  const kommunerFor = new Map(fakta.kilder.map(({ id, kommuner }) => [id, kommuner]))
  const antal = new Map<CvrNummer, number>()
  for (const en of fakta.afvisninger)
    for (const kommune of en.kommune === undefined ? (kommunerFor.get(en.kilde) ?? []) : [en.kommune])
      antal.set(kommune, (antal.get(kommune) ?? 0) + en.antal)
  return antal
}
