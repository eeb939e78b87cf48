import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { LivsomraadeNoegle } from '#klassifikation'
import { type Statement, sql } from '#platform/database'
import { AKTIVE_NOEDSTOP, type Noedstop } from '#visning'

/** Statements on the map of coverage. All run in the role opsaetning, and none of them touches a person. */

/** The stops in force, of one municipality or of all. Those of single items touch no field, and are left out. */
export const listStop = (kommune: CvrNummer | undefined): Statement<Noedstop> =>
  sql(
    `SELECT n.noedstop_id AS id, n.kommune, n.slags, n.vaerdi, n.siden FROM ${AKTIVE_NOEDSTOP} AND n.slags <> 'ting' AND ($1::text IS NULL OR n.kommune = $1)`,
    [kommune ?? null],
    'daekning_stop',
  )

export type AfvistRaekke = {
  readonly kilde_id: Uuid
  readonly regel: string
  readonly antal: number
  readonly aeldste: Tidspunkt
}

/** What stands refused for a municipality, by source and rule, most first; of lines that name no municipality those of its own sources. */
export const countAfvisteRegler = (kommune: CvrNummer, kilder: readonly Uuid[]): Statement<AfvistRaekke> =>
  sql(
    `SELECT kilde_id, regel, count(*)::int AS antal, min(modtaget) AS aeldste FROM afvisning
     WHERE afgjort IS NULL AND kilde_id = ANY ($2::uuid[]) AND (kommune IS NULL OR kommune = $1)
     GROUP BY kilde_id, regel ORDER BY antal DESC, regel, kilde_id LIMIT 200`,
    [kommune, kilder],
    'daekning_afviste_regler',
  )

export type DagRaekke = {
  readonly dag: string
  readonly bevist: number
  readonly forbehold: number
  readonly ikke_tilsluttet: number
}

/** Day by day since `fra`, YYYY-MM-DD, oldest first: of one municipality, or of all together. */
export const listDage = (kommune: CvrNummer | undefined, fra: string): Statement<DagRaekke> =>
  sql(
    `SELECT to_char(dag, 'YYYY-MM-DD') AS dag, sum(bevist)::int AS bevist, sum(forbehold)::int AS forbehold,
       sum(ikke_tilsluttet)::int AS ikke_tilsluttet
     FROM daekning_dag WHERE dag >= $2::date AND ($1::text IS NULL OR kommune = $1) GROUP BY dag ORDER BY dag`,
    [kommune ?? null, fra],
    'daekning_dage',
  )

export type NyDag = Omit<DagRaekke, 'dag'> & { readonly kommune: CvrNummer }

/** How it stands now becomes the day's; what was counted earlier in the day is replaced. */
export const upsertDag = (dag: string, talt: Tidspunkt, raekker: readonly NyDag[]): Statement<never> =>
  sql(
    `INSERT INTO daekning_dag (dag, kommune, bevist, forbehold, ikke_tilsluttet, talt)
     SELECT $1::date, k, b, f, i, $2::timestamptz FROM unnest($3::text[], $4::int[], $5::int[], $6::int[]) AS t (k, b, f, i) ORDER BY k
     ON CONFLICT (kommune, dag) DO UPDATE SET bevist = excluded.bevist, forbehold = excluded.forbehold,
       ikke_tilsluttet = excluded.ikke_tilsluttet, talt = excluded.talt WHERE daekning_dag.talt < excluded.talt`,
    [
      dag,
      talt,
      raekker.map(({ kommune }) => kommune),
      raekker.map(({ bevist }) => bevist),
      raekker.map(({ forbehold }) => forbehold),
      raekker.map(({ ikke_tilsluttet }) => ikke_tilsluttet),
    ],
  )

export type ForventningRaekke = {
  readonly kommune: CvrNummer
  readonly nr: number
  readonly tid: Tidspunkt
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly livsomraade: LivsomraadeNoegle
  readonly slags: readonly string[]
  readonly aarsag: string
}

/** What the municipality has said, oldest first. */
export const listForventningsskridt = (kommune: CvrNummer): Statement<ForventningRaekke> =>
  sql(
    `SELECT kommune, nr, tid, medarbejder_id, medarbejder_navn, livsomraade, to_jsonb(slags) AS slags, aarsag FROM forventning_skridt
     WHERE kommune = $1 ORDER BY nr`,
    [kommune],
    'daekning_forventningsskridt',
  )

/** Writes the next step; touches no row where somebody else took the number meanwhile. */
export const insertForventningsskridt = (r: ForventningRaekke): Statement<never> =>
  sql(
    `INSERT INTO forventning_skridt (kommune, nr, tid, medarbejder_id, medarbejder_navn, livsomraade, slags, aarsag)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [r.kommune, r.nr, r.tid, r.medarbejder_id, r.medarbejder_navn, r.livsomraade, r.slags, r.aarsag],
  )

/** With insertForventning after it: what is said of an area replaces what was said. */
export const deleteForventning = (kommune: CvrNummer, omraade: LivsomraadeNoegle): Statement<never> =>
  sql('DELETE FROM forventning WHERE kommune = $1 AND livsomraade = $2', [kommune, omraade])

export const insertForventning = (kommune: CvrNummer, omraade: LivsomraadeNoegle, slags: readonly string[]): Statement<never> =>
  sql('INSERT INTO forventning (kommune, livsomraade, slags) SELECT $1, $2, s FROM unnest($3::text[]) AS s', [
    kommune,
    omraade,
    slags,
  ])

/** What holds now, of a municipality. */
export const listForventning = (
  kommune: CvrNummer,
): Statement<{ readonly kommune: CvrNummer; readonly livsomraade: LivsomraadeNoegle; readonly slags: string }> =>
  sql('SELECT kommune, livsomraade, slags FROM forventning WHERE kommune = $1', [kommune], 'daekning_forventning')
