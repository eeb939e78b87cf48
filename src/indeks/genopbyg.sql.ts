import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { GAELDENDE, GENOPBYGGET, type Tabeller } from './indeks.sql.ts'

/** Statements of the rebuild, in the role modtagelse: its tables are temporary, so it needs no more rights than intake has. */

/** Everything that the transaction reads is of one instant, however long it takes. Must come first in it. */
export const readOneInstant = () => sql<never>('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')

/** No registration can be made till the transaction ends. */
export const lockAlt = () => sql<never>('SELECT pg_advisory_xact_lock(470, spand) FROM generate_series(0, 2047) AS spand')

export const createTabel = (tabel: keyof Tabeller) =>
  sql<never>(`CREATE TEMPORARY TABLE ${GENOPBYGGET[tabel]} (LIKE ${tabel} INCLUDING INDEXES) ON COMMIT DROP`)

export const analyzeTabel = (tabel: keyof Tabeller) => sql<never>(`ANALYZE ${GENOPBYGGET[tabel]}`)

/** A registration as it is kept, with its content still sealed. */
export type RegistreringRaekke = {
  readonly objekt: Uuid
  readonly tidspunkt: Tidspunkt
  readonly art: Art
  readonly kilde: Uuid
  readonly master: Uuid
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
  readonly modtaget: Tidspunkt
  /** When the object's first registration came. */
  readonly foerstModtaget: Tidspunkt
  readonly indhold: Uint8Array
}

/** The newest registration of each object after `efter`, a page of objects at a time. */
export const nyesteRegistreringer = (efter: Uuid, antal: number): Statement<RegistreringRaekke> =>
  sql(
    `SELECT DISTINCT ON (objekt_id) objekt_id AS objekt, tidspunkt, art, kilde_id AS kilde, master, encode(hash, 'hex') AS hash, indhold,
       modtaget, (SELECT min(f.modtaget) FROM registrering f WHERE f.objekt_id = r.objekt_id) AS "foerstModtaget"
     FROM registrering r WHERE objekt_id > $1 ORDER BY objekt_id, tidspunkt DESC LIMIT $2`,
    [efter, antal],
  )

export const genopbyggedeEfter = (efter: Uuid, antal: number) =>
  sql<{ id: Uuid }>(`SELECT objekt_id AS id FROM ${GENOPBYGGET.objekt} WHERE objekt_id > $1 ORDER BY objekt_id LIMIT $2`, [
    efter,
    antal,
  ])

const NOEGLER = { objekt: ['objekt_id'], afhaengighed: ['af', 'objekt_id'], overblik: ['part_id', 'item_id'] } as const
const FELTER = {
  objekt: ['art', 'master', 'kilde_id', 'tidspunkt', 'kommune', 'kle', 'hash', 'parter', 'data', 'modtaget', 'foerst_modtaget'],
  afhaengighed: [],
  overblik: ['art', 'kommune', 'kle', 'kilde_id', 'sager', 'aendret', 'data', 'indhold', 'modtaget', 'foerst_modtaget'],
} as const

/** A row's key: one id, or two. */
export type Raekkenoegle = readonly Uuid[]
export const FOERSTE: Raekkenoegle = [
  '00000000-0000-0000-0000-000000000000' as Uuid,
  '00000000-0000-0000-0000-000000000000' as Uuid,
]

const plads = (tabel: keyof Tabeller, foerste: number): string => NOEGLER[tabel].map((_, i) => `$${foerste + i}::uuid`).join(', ')
const toNoegle = (tabel: keyof Tabeller, noegle: Raekkenoegle): Raekkenoegle => noegle.slice(0, NOEGLER[tabel].length)

/** Where a page that begins at `fra` ends, so that neither table has more than `antal` rows in it; no row: nothing is left after it. */
export const findSidesslut = (tabel: keyof Tabeller, fra: Raekkenoegle, antal: number) => {
  const noegle = NOEGLER[tabel].join(', ')
  const bredde = NOEGLER[tabel].length
  const en = (navn: string) =>
    `(SELECT ${noegle} FROM ${navn} WHERE (${noegle}) >= (${plads(tabel, 1)}) ORDER BY ${noegle} OFFSET $${bredde + 1} LIMIT 1)`
  return sql<{ noegle: Raekkenoegle }>(
    `SELECT jsonb_build_array(${noegle}) AS noegle FROM (${en(GAELDENDE[tabel])} UNION ALL ${en(GENOPBYGGET[tabel])}) AS s ORDER BY ${noegle} LIMIT 1`,
    [...toNoegle(tabel, fra), antal],
  )
}

export type Afvigelse = {
  readonly tabel: keyof Tabeller
  readonly noegle: Raekkenoegle
  /** 'mangler': the current state has no such row. 'overskydende': the registrations give no such row. */
  readonly slags: 'mangler' | 'overskydende' | 'anderledes'
}

/** The rows of a page that are not the same in both. */
export const findAfvigelser = (tabel: keyof Tabeller, fra: Raekkenoegle, til: Raekkenoegle | undefined) => {
  const noegle = NOEGLER[tabel].join(', ')
  const bredde = NOEGLER[tabel].length
  const foerste = NOEGLER[tabel][0]
  const graense = `(${noegle}) >= (${plads(tabel, 1)})${til ? ` AND (${noegle}) < (${plads(tabel, bredde + 1)})` : ''}`
  const felter = (alias: string) => FELTER[tabel].map((felt) => `${alias}.${felt}`).join(', ')
  const anderledes = FELTER[tabel].length > 0 ? `OR (${felter('g')}) IS DISTINCT FROM (${felter('n')})` : ''
  return sql<{ noegle: Raekkenoegle; slags: Afvigelse['slags'] }>(
    `SELECT jsonb_build_array(${noegle}) AS noegle,
       CASE WHEN g.${foerste} IS NULL THEN 'mangler' WHEN n.${foerste} IS NULL THEN 'overskydende' ELSE 'anderledes' END AS slags
     FROM (SELECT * FROM ${GAELDENDE[tabel]} WHERE ${graense}) AS g
     FULL JOIN (SELECT * FROM ${GENOPBYGGET[tabel]} WHERE ${graense}) AS n USING (${noegle})
     WHERE g.${foerste} IS NULL OR n.${foerste} IS NULL ${anderledes} ORDER BY ${noegle}`,
    [...toNoegle(tabel, fra), ...(til ? toNoegle(tabel, til) : [])],
  )
}

const iNoegler = (tabel: keyof Tabeller): string =>
  `(${NOEGLER[tabel].join(', ')}) IN (SELECT * FROM unnest(${NOEGLER[tabel].map((_, i) => `$${i + 1}::uuid[]`).join(', ')}))`
const kolonner = (tabel: keyof Tabeller, noegler: readonly Raekkenoegle[]) =>
  NOEGLER[tabel].map((_, i) => noegler.map((noegle) => noegle[i] ?? ''))

/** Puts the rebuilt rows in the place of the current ones. */
export const copyRaekker = (tabel: keyof Tabeller, noegler: readonly Raekkenoegle[]) => {
  const saet = FELTER[tabel].map((felt) => `${felt} = excluded.${felt}`).join(', ')
  return sql<never>(
    `INSERT INTO ${GAELDENDE[tabel]} SELECT * FROM ${GENOPBYGGET[tabel]} WHERE ${iNoegler(tabel)}
     ON CONFLICT (${NOEGLER[tabel].join(', ')}) DO ${saet ? `UPDATE SET ${saet}` : 'NOTHING'}`,
    kolonner(tabel, noegler),
  )
}

/** Takes away rows that no registration gives. Not from objekt, where nobody may delete. */
export const deleteRaekker = (tabel: 'afhaengighed' | 'overblik', noegler: readonly Raekkenoegle[]) =>
  sql<never>(`DELETE FROM ${GAELDENDE[tabel]} WHERE ${iNoegler(tabel)}`, kolonner(tabel, noegler))
