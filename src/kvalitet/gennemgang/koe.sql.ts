import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Opgavetilstand, Titelopgave } from './opgave.ts'
import { EGNE_BEHANDLERE, WITHIN_RET } from './ret.sql.ts'

/** Reads of the queue. All run in the role kommune, and none answers a title or a part but findTitel, which readForKommune alone is given. */

/** Whose queue: the municipality, who reviews, and whether that is all of it. */
export type Koejer = { readonly kommune: CvrNummer; readonly medarbejder: Uuid; readonly alt: boolean }
/** undefined is any. */
export type Koefilter = {
  readonly omraade?: string | undefined
  readonly enhed?: string | undefined
  readonly fund?: string | undefined
}

export type OpgaveRaekke = Titelopgave & {
  readonly opgave_id: Uuid
  readonly item_id: Uuid
  readonly tilstand: Opgavetilstand
  /** Counted up by each decision: who decides says which one was looked at. */
  readonly version: number
  readonly oprettet: Tidspunkt
  readonly egen: boolean
}

const felter = (o: string): string =>
  `${[
    'kommune',
    'opgave_id',
    'item_id',
    'hash',
    'art',
    'kle',
    'omraade',
    'enhed',
    'enhedsnavn',
    'udfald',
    'tilbageholdt',
    'grund',
    'tilstand',
    'version',
    'oprettet',
  ]
    .map((felt) => `${o}.${felt}`)
    .join(', ')}, to_jsonb(${o}.fund) AS fund`

/**
 * The units and numbers that have something waiting, each found by one step in the index from the one before: a queue of 100,000 titles lies
 * in some hundreds of them. `mine` is those that the reviewer may review.
 */
const MINE = `RECURSIVE gruppe AS (
    (SELECT enhed, enhedsnavn, kle, omraade FROM titelopgave WHERE kommune = $1 AND tilstand = 'venter' ORDER BY enhed, kle LIMIT 1)
    UNION ALL
    SELECT n.* FROM gruppe g CROSS JOIN LATERAL (
      SELECT enhed, enhedsnavn, kle, omraade FROM titelopgave
      WHERE kommune = $1 AND tilstand = 'venter' AND (enhed, kle) > (g.enhed, g.kle) ORDER BY enhed, kle LIMIT 1) n),
  mine AS (SELECT o.* FROM gruppe o WHERE ${WITHIN_RET})`

/** What waits in each of the reviewer's units and numbers. */
export type TalRaekke = {
  readonly kommune: CvrNummer
  readonly enhed: string
  readonly enhedsnavn: string
  readonly omraade: string
  readonly venter: number
}

export const countVentende = ({ kommune, medarbejder, alt }: Koejer): Statement<TalRaekke> =>
  sql(
    `WITH ${MINE}
     SELECT $1::text AS kommune, g.enhed, min(g.enhedsnavn) AS enhedsnavn, g.omraade, sum(t.antal)::int AS venter
     FROM mine g CROSS JOIN LATERAL (
       SELECT count(*) AS antal FROM titelopgave o WHERE o.kommune = $1 AND o.tilstand = 'venter' AND o.enhed = g.enhed AND o.kle = g.kle) t
     GROUP BY g.enhed, g.omraade ORDER BY g.enhed, g.omraade`,
    [kommune, medarbejder, alt],
    'gennemgang_tal',
  )

/** The first `antal` in the reviewer's order: own cases, then the most urgent, then the oldest. What a colleague has open is left out. */
export const findKoe = (
  { kommune, medarbejder, alt }: Koejer,
  { omraade, enhed, fund }: Koefilter,
  nu: Tidspunkt,
  antal: number,
): Statement<OpgaveRaekke> =>
  sql(
    `WITH ${MINE},
       mig AS MATERIALIZED (SELECT ${EGNE_BEHANDLERE} AS ider),
       egne AS (
         SELECT o.*, true AS egen FROM mig CROSS JOIN LATERAL (
           SELECT * FROM titelopgave o WHERE o.kommune = $1 AND o.tilstand = 'venter' AND o.behandler <> '' AND o.behandler = ANY (mig.ider)
             AND ${WITHIN_RET} AND ${FILTER} ORDER BY o.rang, o.oprettet, o.opgave_id LIMIT $8) o),
       alle AS (
         SELECT o.*, o.behandler <> '' AND o.behandler = ANY (mig.ider) AS egen
         FROM mig, mine g CROSS JOIN LATERAL (
           SELECT * FROM titelopgave o WHERE o.kommune = $1 AND o.tilstand = 'venter' AND o.enhed = g.enhed AND o.kle = g.kle AND ${FILTER}
           ORDER BY o.rang, o.oprettet, o.opgave_id LIMIT $8) o
         WHERE ($4::text IS NULL OR g.omraade = $4) AND ($5::text IS NULL OR g.enhed = $5))
     SELECT ${felter('o')}, o.egen FROM (
       SELECT * FROM egne UNION ALL SELECT * FROM alle WHERE NOT egen) o
     ORDER BY o.egen DESC, o.rang, o.oprettet, o.opgave_id LIMIT $8`,
    [kommune, medarbejder, alt, omraade ?? null, enhed ?? null, fund ?? null, nu, antal],
    'gennemgang_koe',
  )

const FILTER = `($4::text IS NULL OR o.omraade = $4) AND ($5::text IS NULL OR o.enhed = $5) AND ($6::text IS NULL OR $6 = ANY (o.fund))
  AND (o.taget_til IS NULL OR o.taget_til < $7 OR o.taget_af = $2)`

/** One of the reviewer's own tasks, whatever has become of it. */
export const findOpgave = ({ kommune, medarbejder, alt }: Koejer, id: Uuid): Statement<OpgaveRaekke> =>
  sql(
    `SELECT ${felter('o')}, o.behandler <> '' AND o.behandler = ANY (${EGNE_BEHANDLERE}) AS egen
     FROM titelopgave o WHERE o.kommune = $1 AND o.opgave_id = $4 AND ${WITHIN_RET}`,
    [kommune, medarbejder, alt, id],
    'gennemgang_opgave',
  )

/** Opens a task for a while, so that a colleague is given another. No row: it is not the reviewer's, is decided, or a colleague has it open. */
export const takeOpgave = (
  { kommune, medarbejder, alt }: Koejer,
  id: Uuid,
  nu: Tidspunkt,
  til: Tidspunkt,
): Statement<{ readonly parter: readonly Uuid[] }> =>
  sql(
    `UPDATE titelopgave o SET taget_fra = CASE WHEN o.taget_af = $2 AND o.taget_til >= $5 THEN o.taget_fra ELSE $5 END,
       taget_af = $2, taget_til = $6
     WHERE o.kommune = $1 AND o.opgave_id = $4 AND o.tilstand = 'venter' AND ${WITHIN_RET}
       AND (o.taget_til IS NULL OR o.taget_til < $5 OR o.taget_af = $2)
     RETURNING to_jsonb(o.parter) AS parter`,
    [kommune, medarbejder, alt, id, nu, til],
    'gennemgang_tag',
  )

/** What one of the task's parts is shown of the item. For readForKommune: it is the part's data. */
export type TingRaekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly item_id: Uuid
  readonly art: Art
  readonly kle: string
  readonly kilde_id: Uuid
  readonly data: unknown
}
export const findTing = (part: Uuid, item: Uuid, kommune: CvrNummer): Statement<TingRaekke> =>
  sql(
    'SELECT part_id, kommune, item_id, art, kle, kilde_id, data FROM overblik WHERE part_id = $1 AND item_id = $2 AND kommune = $3',
    [part, item, kommune],
    'gennemgang_ting',
  )

/** How many others wait with the same text of the same kind and the same findings, that the reviewer may decide too. */
export const countEns = ({ kommune, medarbejder, alt }: Koejer, id: Uuid): Statement<{ readonly antal: number }> =>
  sql(
    `SELECT count(*)::int AS antal FROM titelopgave d
     JOIN titelopgave o ON o.kommune = $1 AND o.hash = d.hash AND o.tilstand = 'venter' AND o.opgave_id <> d.opgave_id
       AND o.art = d.art AND o.fund = d.fund AND NOT o.tilbageholdt
     WHERE d.kommune = $1 AND d.opgave_id = $4 AND NOT d.tilbageholdt AND ${WITHIN_RET}`,
    [kommune, medarbejder, alt, id],
    'gennemgang_ens',
  )
