import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { hashLinje, type Loglinje } from './blad.ts'
import type { Flise, Flisested } from './fliser.ts'
import type { Hash } from './trae.ts'

/** Statements of the role forsegling. */

export type Linjeraekke = {
  readonly form: 1 | 2
  readonly nr: number
  readonly tid: string
  readonly aktoer_type: string
  readonly aktoer_id: Uuid
  readonly part_id: Uuid
  readonly grund: string
  readonly formaal: string
  readonly hvad: string
  readonly objekt_id: Uuid | null
  readonly antal: number
  readonly korrelation: Uuid
  readonly kommune: CvrNummer | null
  readonly enhed: string | null
  readonly salt: Buffer
}

/** The log's lines from `fra` (counted from 1), by number. */
export const findLinjer = (fra: number, hoejst: number): Statement<Linjeraekke> =>
  sql(`SELECT ${LINJEFELTER} FROM adgangslog WHERE nr >= $1 AND nr < $1 + $2 ORDER BY nr`, [fra, hoejst], 'adgangslog_linjer')

/** The lowest and the highest number of a line, or null. */
export const findEnder = (): Statement<{ readonly laveste: number | null; readonly hoejeste: number | null }> =>
  sql('SELECT min(nr) AS laveste, max(nr) AS hoejeste FROM adgangslog', [], 'adgangslog_ender')

/** The columns of a line as it is hashed. A year before the common era is written as the same one in it, and is told apart. */
export const LINJEFELTER = `form, nr, to_char(tid AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || CASE WHEN tid < '0001-01-01T00:00:00Z' THEN ' BC' ELSE '' END AS tid, aktoer_type, aktoer_id, part_id,
  grund, formaal, hvad, objekt_id, antal, korrelation, kommune, enhed, salt`

export const toLoglinje = (raekke: Linjeraekke): Loglinje => ({
  form: raekke.form,
  nr: raekke.nr,
  tid: raekke.tid,
  aktoerType: raekke.aktoer_type,
  part: raekke.part_id,
  grund: raekke.grund,
  formaal: raekke.formaal,
  kommune: raekke.kommune,
  enhed: raekke.enhed,
  aktoer: raekke.aktoer_id,
  hvad: raekke.hvad,
  objekt: raekke.objekt_id,
  antal: raekke.antal,
  korrelation: raekke.korrelation,
})

export const toBlad = (raekke: Linjeraekke): Hash => hashLinje(raekke.salt, toLoglinje(raekke))

export const findFliserne = (steder: readonly Flisested[]) =>
  sql<{ readonly niveau: number; readonly nr: number; readonly hashes: Buffer }>(
    `SELECT f.niveau, f.nr, f.hashes FROM unnest($1::smallint[], $2::bigint[]) AS n (niveau, nr)
     JOIN adgangslog_flise f ON f.niveau = n.niveau AND f.nr = n.nr`,
    [steder.map(({ niveau }) => niveau), steder.map(({ nr }) => nr)],
    'adgangslog_fliser',
  )

/** A tile is only ever made longer. */
export const upsertFliser = (fliser: readonly Flise[]) =>
  sql<never>(
    `INSERT INTO adgangslog_flise AS f (niveau, nr, hashes) SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[])
     ON CONFLICT (niveau, nr) DO UPDATE SET hashes = excluded.hashes
     WHERE length(excluded.hashes) > length(f.hashes) AND substring(excluded.hashes FOR length(f.hashes)) = f.hashes`,
    [fliser.map(({ niveau }) => niveau), fliser.map(({ nr }) => nr), fliser.map(({ hashes }) => hashes)],
    'adgangslog_fliser_op',
  )

export type Kontrolpunktraekke = { readonly antal: number; readonly tid: Tidspunkt; readonly note: string }

/** The newest checkpoint of at most so many leaves, or the newest of all. */
export const findKontrolpunkt = (hoejst?: number): Statement<Kontrolpunktraekke> =>
  sql(
    'SELECT antal, tid, note FROM adgangslog_kontrolpunkt WHERE $1::bigint IS NULL OR antal <= $1 ORDER BY antal DESC LIMIT 1',
    [hoejst ?? null],
    'adgangslog_kontrolpunkt',
  )

/** The checkpoint of exactly so many lines. */
export const findKontrolpunktPaa = (antal: number) =>
  sql<{ readonly note: string }>(
    'SELECT note FROM adgangslog_kontrolpunkt WHERE antal = $1',
    [antal],
    'adgangslog_kontrolpunkt_paa',
  )

/** The newest checkpoint, of at most so many lines, that somebody else has signed, with the lines of all who have. */
export const findBevidnet = (hoejst?: number) =>
  sql<{ readonly antal: number; readonly note: string }>(
    `SELECT k.antal, k.note || (SELECT string_agg(m.linje || chr(10), '' ORDER BY m.tid, m.noegle) FROM adgangslog_medunderskrift m WHERE m.antal = k.antal) AS note
     FROM adgangslog_kontrolpunkt k
     WHERE k.antal = (SELECT antal FROM adgangslog_medunderskrift WHERE $1::bigint IS NULL OR antal <= $1 ORDER BY antal DESC LIMIT 1)`,
    [hoejst ?? null],
    'adgangslog_bevidnet',
  )

/** So many of the files that somebody has fetched are gone on from in the next one. */
const HOEJST_HENTEDE = 24

/**
 * The sizes, below `antal`, that the newest checkpoint had when the part fetched its own lines as a file, which its own page does not: that has no object.
 * Two for each, since one can have been signed between the reading of the file and the line that tells of it.
 */
export const findHentedeStoerrelser = (part: Uuid, antal: number): Statement<{ readonly antal: number }> =>
  sql(
    `WITH hentet AS (SELECT nr FROM adgangslog WHERE part_id = $1 AND aktoer_id = $1 AND hvad = 'opslag' AND objekt_id = $1 ORDER BY nr DESC LIMIT $3)
     SELECT DISTINCT k.antal FROM hentet h CROSS JOIN LATERAL
       (SELECT antal FROM adgangslog_kontrolpunkt WHERE antal < h.nr ORDER BY antal DESC LIMIT 2) k
     WHERE k.antal < $2 ORDER BY k.antal`,
    [part, antal, HOEJST_HENTEDE],
    'adgangslog_hentede',
  )

export const insertKontrolpunkt = (antal: number, tid: Tidspunkt, note: string) =>
  sql<never>(
    'INSERT INTO adgangslog_kontrolpunkt (antal, tid, note) VALUES ($1, $2, $3)',
    [antal, tid, note],
    'adgangslog_kontrolpunkt_ind',
  )

/** What has been deleted after its time: none below that number is left. */
export const findSidsteSletning = () =>
  sql<{ readonly til_nr: number; readonly graense: Tidspunkt }>(
    'SELECT til_nr, graense FROM adgangslog_sletning ORDER BY til_nr DESC LIMIT 1',
    [],
    'adgangslog_sidste_sletning',
  )

/** The lines about a part that are told to it, or would be. The same as opslag.sql.ts says, but for what is kept back. */
export const findOmPart = (part: Uuid, fra: number, til: number, hoejst: number) =>
  sql<{ readonly nr: number; readonly korrelation: Uuid }>(
    `SELECT nr, korrelation FROM adgangslog WHERE part_id = $1 AND nr BETWEEN $2 AND $3 AND ${FORTAELLES} ORDER BY nr DESC LIMIT $4`,
    [part, fra, til, hoejst],
    'adgangslog_om_part',
  )

/** What is told to the one it is about, where the law does not keep it back: why, opslag.sql.ts says. */
export const FORTAELLES = `aktoer_type <> 'kilde' AND (grund <> 'kommune' OR formaal IN ('seSomBorgeren', 'forklaring'))`

/** The visits to a part that are kept back now. */
export const findUndtagne = (part: Uuid) =>
  sql<{ readonly korrelation: Uuid }>(
    `SELECT korrelation FROM adgangslog_undtagelse WHERE part_id = $1 AND tilstand = 'gaelder' AND til > now()`,
    [part],
    'adgangslog_undtagne',
  )

/** Of several processes one seals at a time. */
export const lockForsegling = () => sql<{ readonly taget: boolean }>('SELECT pg_try_advisory_xact_lock(471, 1) AS taget')
