import type { CprNummer } from '#kernel'
import type { Adresse } from '#part'
import type { Dato } from '../kalender.ts'
import type { Kommune } from '../kommuner.ts'

/** Who holds custody of a child and when, half-open `[fra, til)`; `til` null is still. Custody ends at 18 at the latest. */
export type Foraeldremyndighed = {
  readonly barn: CprNummer
  readonly indehaver: CprNummer
  readonly fra: Dato
  readonly til: Dato | null
}

export type Bopael = { readonly kommune: Kommune; readonly fra: Dato; readonly til: Dato | null }

/** A made-up person as a register would tell of them. */
export type Person = {
  readonly cpr: CprNummer
  readonly navn: string
  /** Names they had before. */
  readonly tidligereNavne: readonly string[]
  readonly foedt: Dato
  /** Where they live now. */
  readonly kommune: Kommune
  /** Oldest first; the last has no end. */
  readonly bopael: readonly Bopael[]
  /** The address of now, which a register tells also where it is protected. */
  readonly adresse: Adresse
  readonly adressebeskyttet: boolean
  readonly foraeldre: readonly CprNummer[]
  readonly boern: readonly CprNummer[]
  /** For a child: everyone who holds or held custody of it. Empty for whoever was never under custody in the time the world covers. */
  readonly foraeldremyndighed: readonly Foraeldremyndighed[]
}

/** A person on the way into a story: `noegle` names them in ids and case numbers, since a CPR number must not. */
export type Borger = { readonly noegle: string; readonly person: Person; readonly koen: Koen }
export type Koen = 'kvinde' | 'mand'

/** The municipality the person lived in on `dato`; before the first known home, the first one. */
export const kommunePaa = (person: Person, dato: Dato): Kommune =>
  (person.bopael.find(({ fra, til }) => fra <= dato && (til === null || dato < til)) ?? person.bopael[0])?.kommune ??
  person.kommune
