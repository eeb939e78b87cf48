import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Alarm } from './alarm.ts'
import type { Slaegt } from './fakta.ts'

/** Statements of the role besoeg: about the one who is looked up and the one who looks, whom the transaction names, and nobody else. */

/** Which citizen the employee is, where that is known. Role: besoeg, alarm. */
export const findEgenPart = (kommune: CvrNummer, medarbejder: Uuid): Statement<{ readonly part_id: Uuid }> =>
  sql('SELECT part_id FROM medarbejderpart WHERE kommune = $1 AND medarbejder_id = $2', [kommune, medarbejder])

export type Forholdsraekke = {
  readonly adressebeskyttet: boolean
  readonly kollega: boolean
  readonly slaegt: Slaegt | null
}

/** What is known of the one who is looked up, and what they are to the employee. Kin stays kin when custody has ended. No row: nobody by that id. */
export const findForhold = (
  kommune: CvrNummer,
  { part, medarbejder, egen }: { readonly part: Uuid; readonly medarbejder: Uuid; readonly egen: Uuid | undefined },
): Statement<Forholdsraekke> =>
  sql(
    `SELECT p.adressebeskyttet,
       EXISTS (SELECT FROM ansat a WHERE a.kommune = $1 AND a.part_id = $2)
         OR EXISTS (SELECT FROM medarbejderpart m WHERE m.kommune = $1 AND m.part_id = $2 AND m.medarbejder_id <> $3) AS kollega,
       CASE
         WHEN $4::uuid IS NULL THEN NULL
         WHEN EXISTS (SELECT FROM foraeldremyndighed f WHERE f.indehaver = $4 AND f.barn = $2) THEN 'barn'
         WHEN EXISTS (SELECT FROM foraeldremyndighed f WHERE f.indehaver = $2 AND f.barn = $4) THEN 'foraelder'
         WHEN $2 <> $4 AND EXISTS (SELECT FROM foraeldremyndighed f JOIN foraeldremyndighed g ON g.barn = f.barn
           WHERE f.indehaver = $2 AND g.indehaver = $4) THEN 'medindehaver'
       END AS slaegt
     FROM part p WHERE p.part_id = $2`,
    [kommune, part, medarbejder, egen ?? null],
    'alarm_forhold',
  )

export type Dagraekke = { readonly dag: string; readonly borgere: number; readonly foer: number; readonly om_natten: number }

/**
 * How many citizens the employee has visited each Danish day since `fra`, with and without a visit to `part` at `tid`, and how many of the visits were by night;
 * days without are left out.
 */
export const findVaner = (
  { kommune, medarbejder, tid }: Omit<Besoegt, 'besoeg'>,
  part: Uuid,
  fra: Tidspunkt,
  nat: readonly number[],
): Statement<Dagraekke> =>
  sql(
    `SELECT to_char(b.begyndt AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM-DD') AS dag, count(DISTINCT b.part_id)::int AS borgere,
       (count(DISTINCT b.part_id) FILTER (WHERE NOT b.nu))::int AS foer,
       (count(*) FILTER (WHERE extract(hour FROM b.begyndt AT TIME ZONE 'Europe/Copenhagen')::int = ANY ($4::int[])))::int AS om_natten
     FROM (SELECT part_id, begyndt, false AS nu FROM opslagsbesoeg WHERE kommune = $1 AND medarbejder_id = $2 AND begyndt >= $3::timestamptz
           UNION ALL SELECT $5::uuid, $6::timestamptz, true) b
     GROUP BY 1`,
    [kommune, medarbejder, fra, nat, part, tid],
    'alarm_vaner',
  )

/** Names and addresses, sealed, of the one who is looked up and the one who looks. */
export const findKendetegn = (parter: readonly Uuid[]): Statement<{ readonly part_id: Uuid; readonly krypteret: Buffer }> =>
  sql('SELECT part_id, krypteret FROM part_oplysning WHERE part_id = ANY ($1::uuid[])', [parter], 'alarm_kendetegn')

type Besoegt = {
  readonly besoeg: Uuid
  readonly kommune: CvrNummer
  readonly medarbejder: Uuid
  readonly tid: Tidspunkt
}

/** Keeps a visit's alarms, at most one of a kind. */
export const insertAlarmer = ({ besoeg, kommune, medarbejder, tid }: Besoegt, alarmer: readonly Alarm[]): Statement<never> =>
  sql(
    `INSERT INTO opslagsalarm (besoeg_id, art, alvor, tal, kommune, medarbejder_id, tid)
     SELECT $1, n.art, n.alvor, n.tal, $2, $3, $4 FROM unnest($5::text[], $6::text[], $7::int[]) AS n(art, alvor, tal)`,
    [
      besoeg,
      kommune,
      medarbejder,
      tid,
      alarmer.map(({ art }) => art),
      alarmer.map(({ alvor }) => alvor),
      alarmer.map(({ tal }) => tal ?? null),
    ],
    'alarm_ind',
  )
