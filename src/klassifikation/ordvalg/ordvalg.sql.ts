import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Ordslags } from './ordvalg.ts'

/** Statements on ordvalg. All run in the role opsaetning; nothing is ever changed or deleted. */
export type OrdvalgRaekke = {
  kommune: CvrNummer
  slags: Ordslags
  noegle: string
  titel_da: string | null
  titel_en: string | null
  forklaring_da: string | null
  forklaring_en: string | null
}

export type OrdvalgVersion = Omit<OrdvalgRaekke, 'kommune' | 'slags' | 'noegle'> & {
  version: number
  tid: Tidspunkt
  medarbejder_navn: string
}

/** What holds now: of each, its newest version. */
export const loadOrdvalg = (): Statement<OrdvalgRaekke> =>
  sql(
    `SELECT DISTINCT ON (kommune, slags, noegle) kommune, slags, noegle, titel_da, titel_en, forklaring_da, forklaring_en
     FROM ordvalg ORDER BY kommune, slags, noegle, version DESC`,
    [],
    'klassifikation_ordvalg',
  )

/** Newest first. */
export const findOrdversioner = (kommune: CvrNummer, slags: Ordslags, noegle: string): Statement<OrdvalgVersion> =>
  sql(
    `SELECT version, tid, medarbejder_navn, titel_da, titel_en, forklaring_da, forklaring_en
     FROM ordvalg WHERE kommune = $1 AND slags = $2 AND noegle = $3 ORDER BY version DESC LIMIT 50`,
    [kommune, slags, noegle],
    'klassifikation_ordversioner',
  )

export type NyOrdversion = OrdvalgRaekke & {
  version: number
  tid: Tidspunkt
  medarbejder_id: Uuid
  medarbejder_navn: string
}

/** Touches no row where the version is taken, or is not the next: somebody else has written meanwhile. */
export const insertOrdversion = (ny: NyOrdversion): Statement<never> =>
  sql(
    `INSERT INTO ordvalg (kommune, slags, noegle, version, titel_da, titel_en, forklaring_da, forklaring_en, tid, medarbejder_id, medarbejder_navn)
     SELECT $1, $2, $3, $4::integer, $5, $6, $7, $8, $9::timestamptz, $10::uuid, $11
     WHERE $4::integer = 1 + coalesce((SELECT max(version) FROM ordvalg WHERE kommune = $1 AND slags = $2 AND noegle = $3), 0)
     ON CONFLICT (kommune, slags, noegle, version) DO NOTHING`,
    [
      ny.kommune,
      ny.slags,
      ny.noegle,
      ny.version,
      ny.titel_da,
      ny.titel_en,
      ny.forklaring_da,
      ny.forklaring_en,
      ny.tid,
      ny.medarbejder_id,
      ny.medarbejder_navn,
    ],
  )
