import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Soegeord } from './soegeord.ts'

/** A token with the disguised id of a part or a case. */
export type Soegeordsraekke = { readonly ord: Soegeord; readonly id: Uuid }

/**
 * Adds tokens; those that are there stand. In order of the key, so that two at once wait for each other instead of crosswise. What stands is
 * not locked by it, so whoever takes away what nothing calls for any more (`holdSoegeord`) must wait for this, and this for them.
 */
export const insertSoegeord = (raekker: readonly Soegeordsraekke[]): Statement<never> =>
  sql(
    `WITH laas AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(471, 2))
     INSERT INTO soegeord (ord, id) SELECT n.ord, n.id FROM laas, unnest($1::bigint[], $2::uuid[]) AS n (ord, id) ORDER BY n.ord, n.id
     ON CONFLICT DO NOTHING`,
    [raekker.map(({ ord }) => ord), raekker.map(({ id }) => id)],
    'part_soegeord_ind',
  )

/** Under the same lock, so that what is added after it in the transaction waits for nobody who waits for what it takes away. */
export const deleteSoegeord = (raekker: readonly Soegeordsraekke[]): Statement<never> =>
  sql(
    `WITH laas AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(471, 2))
     DELETE FROM soegeord s USING laas, unnest($1::bigint[], $2::uuid[]) AS n (ord, id) WHERE s.ord = n.ord AND s.id = n.id`,
    [raekker.map(({ ord }) => ord), raekker.map(({ id }) => id)],
    'part_soegeord_ud',
  )

/**
 * The disguised ids that have all of `alle`, and one of `et` where there are any, at most `hoejst`. Each range lies in order of id in the primary
 * key, so they are read side by side and no further than needed.
 */
export function findIder(alle: readonly Soegeord[], et: readonly Soegeord[], hoejst: number): Statement<{ readonly id: Uuid }> {
  const [foerste, ...resten] = alle
  if (foerste === undefined) throw new RangeError('A search without tokens would be everybody')
  const vaerdier: (string | number | readonly string[])[] = [foerste, hoejst]
  const nr = (vaerdi: string | readonly string[]): string => `$${vaerdier.push(vaerdi)}`
  const led = resten.map((ord, i) => `JOIN soegeord s${i} ON s${i}.id = s.id AND s${i}.ord = ${nr(ord)}`)
  const aar = et.length === 0 ? '' : `AND EXISTS (SELECT FROM soegeord a WHERE a.id = s.id AND a.ord = ANY (${nr(et)}::bigint[]))`
  // Without a name: how the ranges are best read depends on how long each is, which only a plan of its own looks at.
  return sql(`SELECT s.id FROM soegeord s ${led.join(' ')} WHERE s.ord = $1 ${aar} LIMIT $2::int`, vaerdier)
}

export type OplysningRaekke = {
  readonly part_id: Uuid
  readonly type: 'person' | 'virksomhed'
  readonly foedt: string | null
  readonly adressebeskyttet: boolean
  readonly doed: string | null
  readonly krypteret: Uint8Array | null
}

/** What is known of parts, locked in one order till the transaction ends. Role: modtagelse. */
export const lockOplysninger = (parter: readonly Uuid[]): Statement<OplysningRaekke> =>
  sql(
    `SELECT p.part_id, p.type, p.foedt, p.adressebeskyttet, p.doed, o.krypteret
     FROM part p LEFT JOIN part_oplysning o ON o.part_id = p.part_id
     WHERE p.part_id = ANY ($1::uuid[]) ORDER BY p.part_id FOR UPDATE OF p`,
    [parter],
    'part_oplysninger_laas',
  )

/** The same, to show. Role: soegning, which sees the parts that it has named. */
export const findOplysninger = (parter: readonly Uuid[]): Statement<OplysningRaekke> =>
  sql(
    `SELECT p.part_id, p.type, p.foedt, p.adressebeskyttet, p.doed, o.krypteret
     FROM part p LEFT JOIN part_oplysning o ON o.part_id = p.part_id WHERE p.part_id = ANY ($1::uuid[])`,
    [parter],
    'part_oplysninger',
  )

export const upsertOplysninger = (raekker: readonly { readonly part: Uuid; readonly krypteret: Uint8Array }[]) =>
  sql<never>(
    `INSERT INTO part_oplysning (part_id, krypteret) SELECT part_id, krypteret FROM unnest($1::uuid[], $2::bytea[]) AS n (part_id, krypteret)
     ORDER BY part_id ON CONFLICT (part_id) DO UPDATE SET krypteret = excluded.krypteret, opdateret = now()`,
    [raekker.map(({ part }) => part), raekker.map(({ krypteret }) => krypteret)],
    'part_oplysninger_op',
  )

/** The municipalities that have something about parts already. Role: modtagelse. */
export const findKommuner = (parter: readonly Uuid[]): Statement<{ readonly part_id: Uuid; readonly kommune: CvrNummer }> =>
  sql('SELECT DISTINCT part_id, kommune FROM overblik WHERE part_id = ANY ($1::uuid[])', [parter], 'part_kommuner')
