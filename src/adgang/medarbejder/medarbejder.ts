import type { CvrNummer, Uuid } from '#kernel'
import type { Maalgruppe } from '#web'

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

/** Somebody at work, as of this request: who, for which organisation, and the roles that hold there now. */
export type Medarbejder = {
  /** The professional identity's own id, the same at every login, in this organisation alone. */
  readonly id: Uuid
  readonly cvr: CvrNummer
  readonly navn: string
  /** Never empty behind requireMedarbejder. */
  readonly roller: readonly Rolle[]
}

const MAALGRUPPE: Partial<Readonly<Record<Rolle, Maalgruppe>>> = {
  leverandoer: 'leverandoer',
  driftsansvarlig: 'drift',
  tilsyn: 'drift',
}

/** Whose pages a role leads to. */
export const maalgruppeFor = (rolle: Rolle): Maalgruppe => MAALGRUPPE[rolle] ?? 'kommune'
