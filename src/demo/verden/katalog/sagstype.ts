import type { Foelsomhed } from '#kernel'
import type { EnhedArt } from '../enheder.ts'
import type { KildeArt } from '../kilder.ts'

/**
 * One title in the ways the systems would write it. `officiel` where the formal one is more than the plain one. Placeholders: {vej} a
 * street and number, {aar} the year, {dato} the day in words.
 */
export type Titel = { readonly klar: string; readonly kort: string; readonly officiel?: string }

export type Dokumenttype =
  | 'Brev, indgaaende'
  | 'Brev, udgaaende'
  | 'Eksternt Notat'
  | 'Internt Notat'
  | 'Rapport'
  | 'Plan'
  | 'Faktura'
  | 'Andet'

/** When in a case's life something happens. `loebende`: about once a year while the case or its benefits run. */
export type Led = 'start' | 'oplysning' | 'afgoerelse' | 'loebende'

export type Dokumentmal = { readonly led: Led; readonly type: Dokumenttype; readonly titel: Titel }
export type Notatmal = { readonly led: Led; readonly titel: Titel; readonly tekst: string }

export type Aftalemal = {
  readonly type: 'Aftale' | 'Frist'
  readonly titel: Titel
  readonly beskrivelse?: string
  /** Where; {enhed} is the unit's name. */
  readonly sted?: string
  readonly led: Led
}

/** One thing granted. Amounts in whole kroner, chosen between the ends. */
export type Ydelsesmal =
  | {
      readonly type: 'Økonomisk'
      readonly navn: string
      readonly fra: number
      readonly til: number
      readonly frekvens: 'Månedlig' | 'Engangs'
      readonly forudBagud: 'Forud' | 'Bagud'
      readonly skattepligtig: boolean
      /** A payee other than the citizen, such as a landlord. */
      readonly modtager?: string
    }
  | { readonly type: 'Fysisk' | 'Ressource' | 'Tilladelse'; readonly navn: string; readonly omfang: readonly string[] }

export type Bevillingsmal = {
  readonly ydelser: readonly Ydelsesmal[]
  /** How many months it is granted for, from the least to the most; absent: until further notice. */
  readonly maaneder?: readonly [number, number]
}

export type Sagstype = {
  readonly noegle: string
  readonly kle: string
  readonly kletitel: string
  readonly kilde: KildeArt
  readonly enhed: EnhedArt
  readonly foelsomhed: Foelsomhed
  readonly titel: Titel
  readonly hjemmel?: string
  /** Typical days from the opening to each step. Without `afsluttet` the case stays open as long as what it granted runs. */
  readonly dage: { readonly oplyst: number; readonly afgjort: number; readonly afsluttet?: number }
  readonly dokumenter: readonly Dokumentmal[]
  readonly notater: readonly Notatmal[]
  readonly aftaler?: readonly Aftalemal[]
  readonly bevilling?: Bevillingsmal
  /** The case is about a building. */
  readonly bygning?: true
  /** Another type that opens on the same day in another system. */
  readonly foelges?: string
}

/** How often a type happens to somebody of an age, and how many days ago at most. */
export type Hyppighed = {
  readonly type: string
  readonly alder: readonly [number, number]
  readonly sandsynlighed: number
  readonly hoejstDage: number
}

export const titel = (klar: string, kort: string, officiel?: string): Titel =>
  officiel === undefined ? { klar, kort } : { klar, kort, officiel }

export const ind = (led: Led, klar: string, kort: string): Dokumentmal => ({
  led,
  type: 'Brev, indgaaende',
  titel: titel(klar, kort),
})
export const ud = (led: Led, klar: string, kort: string, officiel?: string): Dokumentmal => ({
  led,
  type: 'Brev, udgaaende',
  titel: titel(klar, kort, officiel),
})
export const papir = (type: Dokumenttype, led: Led, klar: string, kort: string): Dokumentmal => ({
  led,
  type,
  titel: titel(klar, kort),
})
export const notat = (led: Led, klar: string, kort: string, tekst: string): Notatmal => ({
  led,
  titel: titel(klar, kort),
  tekst,
})
