import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { OplysningRaekke, Soegeordsraekke } from './soegeord.sql.ts'

/** What a part is found by follows from this: what registers tell, and where it has something. */
export type PartRaekke = OplysningRaekke & { readonly kommuner: readonly CvrNummer[] }

const PART = `p.part_id, p.type, p.foedt, p.adressebeskyttet, p.doed, o.krypteret,
  to_jsonb(ARRAY(SELECT DISTINCT r.kommune FROM overblik r WHERE r.part_id = p.part_id)) AS kommuner`

/** The next parts in the order of their ids. Role: modtagelse. */
export const findPartside = (efter: Uuid, antal: number): Statement<PartRaekke> =>
  sql(
    `SELECT ${PART} FROM (SELECT * FROM part WHERE part_id > $1 ORDER BY part_id LIMIT $2) AS p
     LEFT JOIN part_oplysning o ON o.part_id = p.part_id ORDER BY p.part_id`,
    [efter, antal],
    'part_soegeord_side',
  )

export const findParterAfIder = (ider: readonly Uuid[]): Statement<PartRaekke> =>
  sql(
    `SELECT ${PART} FROM part p LEFT JOIN part_oplysning o ON o.part_id = p.part_id WHERE p.part_id = ANY ($1::uuid[])`,
    [ider],
    'part_soegeord_parter',
  )

/** Those of the tokens that are not there. */
export const findManglendeSoegeord = (raekker: readonly Soegeordsraekke[]): Statement<Soegeordsraekke> =>
  sql(
    `SELECT n.ord::text AS ord, n.id FROM unnest($1::bigint[], $2::uuid[]) AS n (ord, id)
     WHERE NOT EXISTS (SELECT FROM soegeord s WHERE s.ord = n.ord AND s.id = n.id)`,
    [raekker.map(({ ord }) => ord), raekker.map(({ id }) => id)],
    'part_soegeord_mangler',
  )

/** The next tokens in the order of their key. */
export const findSoegeordside = (efter: Soegeordsraekke, antal: number): Statement<Soegeordsraekke> =>
  sql(
    'SELECT s.ord::text AS ord, s.id FROM soegeord s WHERE (s.ord, s.id) > ($1::bigint, $2::uuid) ORDER BY s.ord, s.id LIMIT $3',
    [efter.ord, efter.id, antal],
    'part_soegeord_naeste',
  )

/**
 * Nobody adds a token until the transaction ends, and all who have added one are done: what is looked at after it is what they
 * looked at. Each who adds holds the other half (`insertSoegeord`).
 */
export const holdSoegeord = (): Statement<never> => sql('SELECT pg_advisory_xact_lock(471, 2)', [], 'part_soegeord_hold')
