import type { Tidspunkt } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import type { KleKonfiguration } from '#visning'
import { createAnsatte, type Demoansat } from './ansatte.ts'
import { DAEKNING, type Daekningsvalg } from './daekning.ts'
import { ENHEDER, type Enhed } from './enheder.ts'
import { type Forloeb, forloebFor } from './forloeb.ts'
import { navnerumForSeed } from './id.ts'
import { KILDER, type Kilde } from './kilder.ts'
import { KLE_KONFIGURATION } from './kle-konfiguration.ts'
import { KOMMUNER, type Kommune } from './kommuner.ts'
import { GENNEMGANGSRETTER, MEDARBEJDERE, type Medarbejderperson } from './medarbejdere.ts'
import { MAX_BORGERE } from './personer/cpr.ts'
import { familier } from './personer/familie.ts'
import type { Borger, Person } from './personer/person.ts'
import { PLANER } from './planer.ts'
import { type Demosagsbehandler, SAGSBEHANDLERE } from './sagsbehandlere.ts'
import { createNavngivne } from './testpersoner/borgere.ts'
import { testforloeb } from './testpersoner/forloeb.ts'
import { createTestpersoner, type Testperson } from './testpersoner/testpersoner.ts'
import { udfold } from './udfold/udfold.ts'

export type Leverance = { readonly kilde: Kilde; readonly element: ElementKilde }

/** A made-up Denmark of two municipalities. Everything follows from seed, size and `nu`; the generators hold one family at a time. */
export type Verden = {
  readonly kommuner: readonly Kommune[]
  readonly kilder: readonly Kilde[]
  readonly enheder: readonly Enhed[]
  readonly testpersoner: readonly Testperson[]
  readonly medarbejdere: readonly Medarbejderperson[]
  /** Those who log in by their municipality's own provider. */
  readonly sagsbehandlere: readonly Demosagsbehandler[]
  /** Whom the municipalities say that they employ. */
  readonly ansatte: readonly Demoansat[]
  readonly gennemgangsretter: typeof GENNEMGANGSRETTER
  readonly planer: typeof PLANER
  readonly kleKonfiguration: readonly KleKonfiguration[]
  readonly daekning: readonly Daekningsvalg[]
  /** The people of the hand-made stories, then exactly `borgere` others, family by family. */
  personer(): Generator<Person>
  /** What this source delivers of everybody, in the order of persons; nothing where it is not connected. */
  leverancer(kilde: Kilde): Generator<ElementKilde>
  /** What all sources deliver, in one pass, in the order of persons. */
  alleLeverancer(): Generator<Leverance>
}

export type Verdensvalg = { readonly seed: number; readonly borgere: number; readonly nu: Tidspunkt }

/** Those who hold custody today: parties to a child's cases beside it. */
function ledsagere(borger: Borger, familie: readonly Borger[]): Borger[] {
  const indehavere = new Set(borger.person.foraeldremyndighed.filter(({ til }) => til === null).map(({ indehaver }) => indehaver))
  return indehavere.size === 0 ? [] : familie.filter(({ person }) => indehavere.has(person.cpr))
}

/** Throws RangeError for a seed or size that is no whole number, or for more citizens than there are fictive numbers. */
export function createVerden({ seed, borgere, nu }: Verdensvalg): Verden {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`Not a seed: ${seed}`)
  if (!Number.isSafeInteger(borgere) || borgere < 0 || borgere > MAX_BORGERE)
    throw new RangeError(`Citizens must be a whole number from 0 to ${MAX_BORGERE}`)
  const idag = nu.slice(0, 10)
  const ramme = { seed, navnerum: navnerumForSeed(seed), idag }
  const navngivne = createNavngivne(idag)

  function* alleForloeb(): Generator<Forloeb> {
    yield* testforloeb(navngivne, idag)
    for (const familie of familier(seed, borgere, idag))
      for (const borger of familie) yield* forloebFor(ramme, borger, ledsagere(borger, familie))
  }

  return {
    kommuner: KOMMUNER,
    kilder: KILDER,
    enheder: ENHEDER,
    testpersoner: createTestpersoner(navngivne),
    medarbejdere: MEDARBEJDERE,
    sagsbehandlere: SAGSBEHANDLERE,
    ansatte: createAnsatte(navngivne),
    gennemgangsretter: GENNEMGANGSRETTER,
    planer: PLANER,
    kleKonfiguration: KLE_KONFIGURATION,
    daekning: DAEKNING,
    *personer() {
      for (const { person } of Object.values(navngivne)) yield person
      for (const familie of familier(seed, borgere, idag)) for (const { person } of familie) yield person
    },
    *leverancer(kilde) {
      for (const forloeb of alleForloeb()) if (forloeb.kilde.id === kilde.id) yield* udfold(forloeb, idag)
    },
    *alleLeverancer() {
      for (const forloeb of alleForloeb()) for (const element of udfold(forloeb, idag)) yield { kilde: forloeb.kilde, element }
    },
  }
}
