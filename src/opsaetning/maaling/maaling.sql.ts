import type { CvrNummer, Tidspunkt } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on the statistics. All run in the role opsaetning unless they say another. Months are their first day, YYYY-MM-01. */

/** The part of the log that a month is counted of. */
export type Logstykke = { readonly fraNr: number; readonly fra: Tidspunkt; readonly til: Tidspunkt }

/** The numbers of what is kept about those who have looked: none of them says about whom. */
export const findNumre = ({ fraNr, fra, til }: Logstykke): Statement<{ readonly kommune: CvrNummer; readonly kle: string }> =>
  sql('SELECT kommune, kle FROM maaling_numre($1, $2, $3)', [fraNr, fra, til], 'maaling_numre')

export type Besoegsraekke = {
  /** Empty: all who have looked, whatever is kept about them. */
  readonly kommune: CvrNummer | ''
  /** Empty: any area. */
  readonly omraade: string
  readonly besoeg: number
  readonly borgere: number
}
export type Omraadenummer = { readonly kommune: CvrNummer; readonly kle: string; readonly omraade: string }

/** Page views and distinct citizens. `numre`: those that count, with their area. */
export const countBesoeg = ({ fraNr, fra, til }: Logstykke, numre: readonly Omraadenummer[]): Statement<Besoegsraekke> =>
  sql(
    'SELECT kommune, omraade, besoeg, borgere FROM maaling_besoeg($1, $2, $3, $4, $5, $6)',
    [fraNr, fra, til, numre.map(({ kommune }) => kommune), numre.map(({ kle }) => kle), numre.map(({ omraade }) => omraade)],
    'maaling_besoeg',
  )

/** The number of the log's last row before an instant. */
export const findTilNr = (fraNr: number, til: Tidspunkt): Statement<{ readonly nr: number }> =>
  sql('SELECT maaling_til_nr($1, $2)::float8 AS nr', [fraNr, til], 'maaling_til_nr')

export type Maanedsraekke = {
  readonly maaned: string
  readonly besoeg: number
  readonly borgere: number
  readonly til_nr: number
  readonly talt: Tidspunkt
  readonly afsluttet: boolean
}

export const listMaaneder = (): Statement<Maanedsraekke> =>
  sql(
    `SELECT to_char(maaned, 'YYYY-MM-DD') AS maaned, besoeg, borgere, til_nr::float8 AS til_nr, talt, afsluttet
     FROM maaling_maaned ORDER BY maaned DESC LIMIT 13`,
    [],
    'maaling_maaneder',
  )

/** Takes away what a month was counted to before. */
export const deleteMaaned = (maaned: string): readonly Statement<never>[] =>
  ['maaling_maaned', 'maaling_omraade', 'maaling_titler'].map((tabel) =>
    sql(`DELETE FROM ${tabel} WHERE maaned = $1::date`, [maaned]),
  )

export const insertMaaned = (r: Maanedsraekke): Statement<never> =>
  sql('INSERT INTO maaling_maaned (maaned, besoeg, borgere, til_nr, talt, afsluttet) VALUES ($1::date, $2, $3, $4, $5, $6)', [
    r.maaned,
    r.besoeg,
    r.borgere,
    r.til_nr,
    r.talt,
    r.afsluttet,
  ])

export const insertOmraader = (maaned: string, raekker: readonly Besoegsraekke[]): Statement<never> =>
  sql(
    `INSERT INTO maaling_omraade (maaned, kommune, omraade, besoeg, borgere)
     SELECT $1::date, k, o, b, p FROM unnest($2::text[], $3::text[], $4::int[], $5::int[]) AS t (k, o, b, p)`,
    [
      maaned,
      raekker.map(({ kommune }) => kommune),
      raekker.map(({ omraade }) => omraade),
      raekker.map(({ besoeg }) => besoeg),
      raekker.map(({ borgere }) => borgere),
    ],
  )

export type Titelraekke = { readonly kommune: CvrNummer; readonly sikre: number; readonly holdt: number }

/** Items with a title that is not shown as it is, and items that wait themselves; in the role kvalitet. Each item once, whoever has it. */
export const countTitler = (): Statement<Titelraekke> =>
  sql(
    `SELECT kommune, count(DISTINCT item_id) FILTER (WHERE vurderinger @? '$[*] ? (@.udfald == "blokeret" && ${UAFGJORT})')::int AS sikre,
       count(DISTINCT item_id) FILTER (WHERE vurderinger @? '$[*] ? (@.tilbageholdt == true && ${UAFGJORT})')::int AS holdt
     FROM titelvurdering GROUP BY kommune`,
    [],
    'maaling_titler',
  )
const UAFGJORT = '@.gennemgang != "godkendt" && @.gennemgang != "rettet"'

export const insertTitler = (maaned: string, raekker: readonly Titelraekke[]): Statement<never> =>
  sql(
    `INSERT INTO maaling_titler (maaned, kommune, sikre, holdt)
     SELECT $1::date, k, s, h FROM unnest($2::text[], $3::int[], $4::int[]) AS t (k, s, h)`,
    [maaned, raekker.map(({ kommune }) => kommune), raekker.map(({ sikre }) => sikre), raekker.map(({ holdt }) => holdt)],
  )

export const listOmraader = (kommune: CvrNummer): Statement<Besoegsraekke & { readonly maaned: string }> =>
  sql(
    `SELECT to_char(maaned, 'YYYY-MM-DD') AS maaned, kommune, omraade, besoeg, borgere FROM maaling_omraade WHERE kommune = $1`,
    [kommune],
    'maaling_omraader',
  )

export const listTitler = (kommune: CvrNummer): Statement<Titelraekke & { readonly maaned: string }> =>
  sql(
    `SELECT to_char(maaned, 'YYYY-MM-DD') AS maaned, kommune, sikre, holdt FROM maaling_titler WHERE kommune = $1`,
    [kommune],
    'maaling_titeltal',
  )

export type Gennemgangstid = {
  readonly kommune: CvrNummer
  readonly maaned: string
  readonly titler: number
  /** From a title began to wait until somebody had looked, the median. */
  readonly dage: number
  /** What a look takes, the median; null where that was not measured. */
  readonly sekunder: number | null
}

/** How long titles waited, by the month of the first decision; in the role kommune. */
export const listGennemgangstider = (kommune: CvrNummer, fra: Tidspunkt): Statement<Gennemgangstid> =>
  sql(
    `SELECT g.kommune, to_char(date_trunc('month', g.tid AT TIME ZONE 'Europe/Copenhagen'), 'YYYY-MM-DD') AS maaned, count(*)::int AS titler,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM g.tid - o.oprettet) / 86400)::float8 AS dage,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY g.sekunder)::float8 AS sekunder
     FROM titelgennemgang g JOIN titelopgave o ON o.kommune = g.kommune AND o.opgave_id = g.opgave_id
     WHERE g.kommune = $1 AND g.tid >= $2 AND g.nr = 1 GROUP BY g.kommune, 2 ORDER BY 2 DESC`,
    [kommune, fra],
    'maaling_gennemgangstider',
  )
