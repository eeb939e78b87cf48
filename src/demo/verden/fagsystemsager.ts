import { type Tidspunkt, type Uuid, uuidFromName } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import { type Forloeb, forloebFor } from './forloeb.ts'
import { FAST } from './id.ts'
import { type Dato, plusDage } from './kalender.ts'
import { KILDER, type Kilde, type Skrivemaade } from './kilder.ts'
import { familier } from './personer/familie.ts'
import { createTilfaeldighed } from './tilfaeldighed.ts'
import { udfold } from './udfold/udfold.ts'

/** One matter as a made-up fagsystem keeps it: what it would deliver of it on a day, nothing before it was opened. */
export type Fagsystemsag = { readonly noegle: string; elementer(dag: Dato): readonly ElementKilde[] }

export type Fagsystemvalg = {
  readonly seed: number
  /** The system's own name; its ids are made of it. */
  readonly navn: string
  /** The source of the demo that it delivers as. */
  readonly kilde: Kilde
  readonly skrivemaade: Skrivemaade
  readonly antal: number
  readonly nu: Tidspunkt
}

/** The people among whom matters are found. */
const BORGERE = 4_000
/** Matters are opened within so many days, so that something happens in them while a simulation runs. */
const DAGE = 45

/** The source of the demo by its name. Throws RangeError where there is none. */
export function findDemokilde(navn: string): Kilde {
  const kilde = KILDER.find((en) => en.navn === navn)
  if (!kilde) throw new RangeError(`No such source: ${navn}`)
  return kilde
}

/** A system's matters. The ids follow from seed, name and day, so that a run on another day is about other matters. */
export function fagsystemsager(valg: Fagsystemvalg): readonly Fagsystemsag[] {
  const idag = valg.nu.slice(0, 10)
  const navnerum = uuidFromName(FAST, `fagsystemer/${valg.seed}/${valg.navn}/${idag}`)
  const r = createTilfaeldighed(`fagsystemer/${valg.seed}/${valg.navn}`)
  const sager: Fagsystemsag[] = []
  for (const forloeb of forloebOf(valg, navnerum, idag)) {
    if (sager.length >= valg.antal) break
    const start = plusDage(idag, -r.heltal(2, DAGE))
    const eget: Forloeb = { ...forloeb, start, kilde: { ...forloeb.kilde, skrivemaade: valg.skrivemaade } }
    sager.push({ noegle: eget.noegle, elementer: (dag) => (start < dag ? [...udfold(eget, dag)] : []) })
  }
  return sager
}

function* forloebOf({ seed, kilde }: Fagsystemvalg, navnerum: Uuid, idag: Dato): Generator<Forloeb> {
  for (const familie of familier(seed, BORGERE, idag))
    for (const borger of familie)
      for (const forloeb of forloebFor({ seed, navnerum, idag }, borger, [])) if (forloeb.kilde.id === kilde.id) yield forloeb
}
