import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of role advis, which follows what happens: it reads no text. */

/** A note whose writer is to be told what became of it. */
export type Afgjort = {
  readonly notat_id: Uuid
  readonly sag_id: Uuid
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly af: Uuid
  readonly tilstand: 'afvist' | 'foraeldet'
  readonly tilstand_tid: Tidspunkt
}

/** Notes that their own system has delivered back are on the case: what was kept of them is not needed any more. */
export const settleJournaliserede = (nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE skrevet_notat n SET tilstand = 'journaliseret', tilstand_tid = $1, indhold = NULL, afvist_grund = NULL, afvist_tekst = ''
     FROM objekt o
     WHERE n.tilstand <> 'journaliseret' AND o.objekt_id = n.notat_id AND o.art = 'journalnotat' AND o.master = n.master`,
    [nu],
    'notat_journaliserede',
  )

export const settleForaeldede = (foer: Tidspunkt, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE skrevet_notat SET tilstand = 'foraeldet', tilstand_tid = $2 WHERE tilstand IN ('venter', 'hentet') AND skrevet < $1`,
    [foer, nu],
    'notat_foraeldede',
  )

/** What was given up before `foer`: its writer has had the time to put the text elsewhere. */
export const emptyGamle = (foer: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE skrevet_notat SET indhold = NULL WHERE tilstand IN ('afvist', 'foraeldet') AND indhold IS NOT NULL AND tilstand_tid < $1`,
    [foer],
    'notat_toem',
  )

/** What became of notes that did not get onto their case, and of which the writer has not been told. */
export const takeUfortalte = (antal: number): Statement<Afgjort> =>
  sql(
    `UPDATE skrevet_notat n SET fortalt = true FROM (
       SELECT notat_id FROM skrevet_notat WHERE NOT fortalt AND tilstand IN ('afvist', 'foraeldet')
       ORDER BY tilstand_tid LIMIT $1 FOR UPDATE SKIP LOCKED) u
     WHERE n.notat_id = u.notat_id
     RETURNING n.notat_id, n.sag_id, n.part_id, n.kommune, n.af, n.tilstand, n.tilstand_tid`,
    [antal],
    'notat_ufortalte',
  )
