import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Optaelling } from './optaelling.ts'

/** Statements on what previews came to. All run in the role opsaetning. */

/** What a preview of a draft came to, and of what. */
export type Resultat = {
  readonly id: Uuid
  readonly kommune: CvrNummer
  readonly udkast: Uuid
  /** Of the draft and of what was in force. */
  readonly hash: string
  readonly tid: Tidspunkt
  /** The instant that it was counted for. */
  readonly gaelder: Tidspunkt
  /** How far the index had come. */
  readonly loebenr: number
  readonly millisekunder: number
  readonly af: { readonly id: Uuid; readonly navn: string }
  readonly tal: Optaelling
}

export const findLoebenr = (): Statement<{ readonly sidste: number }> =>
  sql('SELECT sidste FROM udbakke_hoved', [], 'forhaandsvisning_loebenr')

export const insertResultat = (r: Resultat): Statement<never> =>
  sql(
    `INSERT INTO forhaandsvisning (kommune, forhaandsvisning_id, udkast_id, udkast_hash, tid, gaelder, loebenr, millisekunder,
       medarbejder_id, medarbejder_navn, tal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [r.kommune, r.id, r.udkast, r.hash, r.tid, r.gaelder, r.loebenr, r.millisekunder, r.af.id, r.af.navn, JSON.stringify(r.tal)],
    'forhaandsvisning_ind',
  )

export type ResultatRaekke = {
  readonly forhaandsvisning_id: Uuid
  readonly kommune: CvrNummer
  readonly udkast_id: Uuid
  readonly udkast_hash: string
  readonly tid: Tidspunkt
  readonly gaelder: Tidspunkt
  readonly loebenr: number
  readonly millisekunder: number
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly tal: Optaelling
}

/** The newest preview of the municipality's draft. */
export const findSeneste = (kommune: CvrNummer, udkast: Uuid): Statement<ResultatRaekke> =>
  sql(
    `SELECT forhaandsvisning_id, kommune, udkast_id, udkast_hash, tid, gaelder, loebenr, millisekunder, medarbejder_id, medarbejder_navn, tal
     FROM forhaandsvisning WHERE kommune = $1 AND udkast_id = $2 ORDER BY tid DESC LIMIT 1`,
    [kommune, udkast],
    'forhaandsvisning_seneste',
  )

export const toResultat = (raekke: ResultatRaekke): Resultat => ({
  id: raekke.forhaandsvisning_id,
  kommune: raekke.kommune,
  udkast: raekke.udkast_id,
  hash: raekke.udkast_hash,
  tid: raekke.tid,
  gaelder: raekke.gaelder,
  loebenr: raekke.loebenr,
  millisekunder: raekke.millisekunder,
  af: { id: raekke.medarbejder_id, navn: raekke.medarbejder_navn },
  // Written by this module alone, by its type.
  tal: raekke.tal,
})
