import type { CprNummer, Uuid } from '#kernel'
import { alder } from '#kernel'
import { type Dato, dageMellem, plusDage } from './kalender.ts'
import { findSagstype, HYPPIGHEDER } from './katalog/katalog.ts'
import type { Sagstype } from './katalog/sagstype.ts'
import { findKilde, findTilslutning, type Kilde } from './kilder.ts'
import type { Kommune } from './kommuner.ts'
import { type Borger, kommunePaa } from './personer/person.ts'
import { createTilfaeldighed, type Tilfaeldighed } from './tilfaeldighed.ts'

/** What a story made by hand decides, where chance decides otherwise. Days are counted from the case's opening. */
export type Tilpasning = {
  readonly titel?: string
  readonly behandler?: string
  /** Visningsklasse "Visning undtaget for borger". */
  readonly undtaget?: boolean
  readonly afslag?: boolean
  /** The steps, when they happen; a step left out is jumped over. */
  readonly dage?: { readonly oplyst?: number; readonly afgjort?: number; readonly afsluttet?: number }
  /** Whether payments to come are approved. */
  readonly godkendt?: boolean
  /** A private person who is paid instead of the citizen. */
  readonly modtager?: { readonly cpr: CprNummer; readonly navn: string }
  /** The decision letter is written and not yet sent. */
  readonly brevVenter?: boolean
  /** Months the grant is given for, counted from the decision. */
  readonly maaneder?: number
  /** True: an appointment or deadline lies ahead, where the case can have one. */
  readonly aftaleForude?: boolean
  /** Documents of the running kind, to make a case large. */
  readonly loebendeDokumenter?: number
}

/** One matter between a citizen and a municipality: a case, and all that belongs to it, kept in one system. */
export type Forloeb = {
  /** Unique in the world; ids and case numbers are made of it. */
  readonly noegle: string
  readonly navnerum: Uuid
  readonly type: Sagstype
  readonly kilde: Kilde
  readonly kommune: Kommune
  readonly borger: Borger
  /** Parties besides the citizen: a child's parents. */
  readonly ledsagere: readonly Borger[]
  readonly start: Dato
  readonly tilpasning: Tilpasning
}

/** How many have lived much of their life with the municipality. */
const STORE = 0.004
/** Lifts the catalogue's probabilities to about a dozen items for the ordinary citizen. */
const TAETHED = 1.35

type Ramme = { readonly seed: number; readonly navnerum: Uuid; readonly idag: Dato }

/** How many days ago, at least 3 and mostly recently, within the citizen's life. */
function dageSiden(r: Tilfaeldighed, hoejst: number, levet: number): number {
  const spand = Math.min(hoejst, levet) - 3
  return spand <= 0 ? 0 : 3 + Math.floor(r.tal() ** 1.6 * spand)
}

/** One matter and the one that follows from it in another system, where the sources can have it. */
function* create(
  ramme: Ramme,
  borger: Borger,
  ledsagere: readonly Borger[],
  noegle: string,
  type: Sagstype,
  start: Dato,
): Generator<Forloeb> {
  const kommune = kommunePaa(borger.person, start)
  const kilde = findKilde(type.kilde, kommune, type.kle)
  const tilslutning = kilde && findTilslutning(kilde, kommune)
  if (kilde && tilslutning && tilslutning.dataTilbageTil <= start)
    yield { noegle, navnerum: ramme.navnerum, type, kilde, kommune, borger, ledsagere, start, tilpasning: {} }
  if (type.foelges) yield* create(ramme, borger, ledsagere, `${noegle}f`, findSagstype(type.foelges), start)
}

/**
 * The matters of one generated citizen. Some have none: one in twelve of their own accord, and whoever chance gave nothing. A few have
 * eight lives' worth.
 */
export function* forloebFor(ramme: Ramme, borger: Borger, ledsagere: readonly Borger[]): Generator<Forloeb> {
  const r = createTilfaeldighed(`${ramme.seed}/forloeb/${borger.noegle}`)
  if (r.chance(1 / 12)) return
  const aar = alder(borger.person.foedt, ramme.idag)
  const levet = dageMellem(borger.person.foedt, ramme.idag)
  const runder = r.chance(STORE) ? 10 : 1
  let nr = 0
  for (let runde = 0; runde < runder; runde++)
    for (const { type, alder: spand, sandsynlighed, hoejstDage } of HYPPIGHEDER) {
      if (aar < spand[0] || aar > spand[1] || !r.chance(Math.min(0.95, sandsynlighed * TAETHED * (runder > 1 ? 2 : 1)))) continue
      const dage = dageSiden(r, hoejstDage, levet)
      nr++
      if (dage > 0)
        yield* create(ramme, borger, ledsagere, `${borger.noegle}-${nr}`, findSagstype(type), plusDage(ramme.idag, -dage))
    }
  if (borger.person.adressebeskyttet)
    yield* create(
      ramme,
      borger,
      [],
      `${borger.noegle}-a`,
      findSagstype('adressebeskyttelse'),
      plusDage(ramme.idag, -r.heltal(20, 900)),
    )
}
