import { createHash } from 'node:crypto'
import type { Uuid } from '#kernel'
import { hmacUnder } from '#platform/crypto'
import { type Hash, hashBlad } from './trae.ts'

/**
 * A line of the log, as whoever may read all of it has it. In the first form the purpose stood open and nothing of municipality and unit; lines
 * that were written in it stay in it.
 */
export type Loglinje = {
  readonly form: 1 | 2
  /** Counted from 1, without gaps: leaf number `nr - 1`. */
  readonly nr: number
  /** UTC to the microsecond, as it stands in the database. */
  readonly tid: string
  readonly aktoerType: string
  readonly part: Uuid
  readonly grund: string
} & Lukkede

/**
 * What is committed to and not told with the line: who looked, for whom, why in words of their own, at what, and how much there was, which would
 * tell of what is hidden. Each can be opened by itself.
 */
type Lukkede = {
  readonly formaal: string
  readonly kommune: string | null
  readonly enhed: string | null
  readonly aktoer: Uuid
  readonly hvad: string
  readonly objekt: Uuid | null
  readonly antal: number
  readonly korrelation: Uuid
}
const LUKKEDE_1 = ['aktoer', 'hvad', 'objekt', 'antal', 'korrelation'] as const satisfies readonly (keyof Lukkede)[]
export const LUKKEDE = ['formaal', 'kommune', 'enhed', ...LUKKEDE_1] as const satisfies readonly (keyof Lukkede)[]
export type LukketFelt = (typeof LUKKEDE)[number]

/** The fields that are closed in a line of that form. */
export const lukkedeI = (form: 1 | 2): readonly LukketFelt[] => (form === 1 ? LUKKEDE_1 : LUKKEDE)

const FORMER = { 1: 'borgerblikket-adgangslog-1', 2: 'borgerblikket-adgangslog-2' } as const
const AABNE_1 = ['nr', 'tid', 'aktoerType', 'part', 'grund', 'formaal'] as const
const AABNE_2 = ['nr', 'tid', 'aktoerType', 'part', 'grund'] as const
/** Of a line's salt the first half is the leaf's, and from the second each closed field has its own. */
const HALVT_SALT = 16
export const SALTLAENGDE = { blad: HALVT_SALT, linje: 2 * HALVT_SALT, felt: 32 } as const

export const bladsalt = (salt: Buffer): Buffer => salt.subarray(0, HALVT_SALT)

/** What opens a closed field: without it nobody finds the value out by trying. */
export const feltsalt = (salt: Buffer, felt: LukketFelt): Buffer => hmacUnder(salt.subarray(HALVT_SALT))(felt)

/** The commitment to a closed field: SHA-256 in hex over its salt and its JSON. */
export const hashFelt = (egetSalt: Uint8Array, vaerdi: string | number | null): string =>
  createHash('sha256').update(egetSalt).update(JSON.stringify(vaerdi)).digest('hex')

/** The line as it is hashed and may be handed to the one it is about: a JSON array in a fixed order, closed fields as commitments. */
export function toLinjetekst(salt: Buffer, linje: Loglinje): string {
  const aabne = linje.form === 1 ? AABNE_1 : AABNE_2
  const saltFor = hmacUnder(salt.subarray(HALVT_SALT))
  const hashes = lukkedeI(linje.form).map((felt) => hashFelt(saltFor(felt), linje[felt]))
  return JSON.stringify([FORMER[linje.form], ...aabne.map((felt) => linje[felt]), ...hashes])
}

/** The leaf of a line's text. Without the salt nobody finds out what a leaf says by trying lines; whoever is given both can compute it. */
export const hashLinjetekst = (egetSalt: Uint8Array, tekst: string): Hash =>
  hashBlad(Buffer.concat([egetSalt, Buffer.from(tekst)]))

export const hashLinje = (salt: Buffer, linje: Loglinje): Hash => hashLinjetekst(bladsalt(salt), toLinjetekst(salt, linje))

/** What stands open in a line's text under fixed names, with the rest by name. */
export type LaestLinje = { readonly nr: number; readonly tid: string; readonly part: string } & Readonly<Record<string, unknown>>

const TID = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/

/** A line's text with its fields by name, or undefined where it is none. */
export function readLinjetekst(tekst: unknown): LaestLinje | undefined {
  const felter: unknown = typeof tekst === 'string' ? parse(tekst) : undefined
  if (!Array.isArray(felter)) return undefined
  const navne = felter[0] === FORMER[1] ? NAVNE_1 : felter[0] === FORMER[2] ? NAVNE_2 : []
  if (felter.length !== navne.length) return undefined
  const laest: Record<string, unknown> = Object.fromEntries(navne.map((navn, i) => [navn, felter[i]]))
  const { nr, tid, part } = laest
  const gyldig = Number.isSafeInteger(nr) && Number(nr) > 0 && typeof tid === 'string' && TID.test(tid)
  return gyldig && typeof part === 'string' ? { ...laest, nr: Number(nr), tid, part } : undefined
}
const NAVNE_1 = ['form', ...AABNE_1, ...LUKKEDE_1] as const
const NAVNE_2 = ['form', ...AABNE_2, ...LUKKEDE] as const

function parse(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
