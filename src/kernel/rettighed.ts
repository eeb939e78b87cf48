import type { CvrNummer } from './cvr-nummer.ts'
import type { Foelsomhed } from './foelsomhed.ts'

/** What somebody may be to an organisation: the vendor, the municipality or the operator. Source: DESIGN 1. */
export const ROLLER = [
  'leverandoer',
  'fagsystemansvarlig',
  'projektansvarlig',
  'kvalitetsansvarlig',
  'sagsbehandler',
  'borgerservice',
  'analytiker',
  'driftsansvarlig',
  'tilsyn',
] as const
export type Rolle = (typeof ROLLER)[number]

/** The role named; undefined for anything else, which gives no right. */
export const parseRolle = (tekst: string): Rolle | undefined => ROLLER.find((rolle) => rolle === tekst)

/** What a group of rights lets its holder do with what it covers: see it, know that it exists, see the whole CPR number, write notes. */
export const DATAROLLER = ['se', 'kendskab', 'cpr', 'notat'] as const

/** What a login's privileges may name (brugersystemrolle). */
export type Systemrolle = (typeof DATAROLLER)[number] | Rolle
export const parseSystemrolle = (tekst: string): Systemrolle | undefined =>
  DATAROLLER.find((rolle) => rolle === tekst) ?? parseRolle(tekst)

/** KLE numbers that a right covers: one emne (27.36.04), all below a hovedgruppe or gruppe (27.*, 27.36.*), or all (*). */
export type KleMoenster = string & { readonly __kleMoenster: true }
export const parseKleMoenster = (tekst: string): KleMoenster | undefined =>
  /^(\*|\d{2}\.\*|\d{2}\.\d{2}\.(\*|\d{2}))$/.test(tekst) ? (tekst as KleMoenster) : undefined

/**
 * One PrivilegeGroup of a login (OIO-BPP), taken as a whole: its numbers go up to its sensitivity and to no other group's, and it gives nothing
 * outside its municipality.
 */
export type Rettighedsgruppe = {
  readonly kommune: CvrNummer
  readonly systemroller: readonly Systemrolle[]
  readonly kle: readonly KleMoenster[]
  /** The highest that it covers; those before it go with it. */
  readonly foelsomhed: Foelsomhed
  /** Limited to these units, and to these systems; undefined is no limit. */
  readonly enheder?: readonly string[]
  readonly itsystemer?: readonly string[]
}
