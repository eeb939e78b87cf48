import { createHash, createHmac } from 'node:crypto'
import type { Uuid } from '#kernel'
import { type Hash, hashBlad } from './trae.ts'

/** A line of the log, as whoever may read all of it has it. */
export type Loglinje = {
  /** Counted from 1, without gaps: leaf number `nr - 1`. */
  readonly nr: number
  /** UTC to the microsecond, as it stands in the database. */
  readonly tid: string
  readonly aktoerType: string
  readonly part: Uuid
  readonly grund: string
  readonly formaal: string
} & Lukkede

/**
 * What is committed to and not told with the line: who looked, at what, and how much there was, which would tell of what is hidden. Each can be
 * opened by itself.
 */
type Lukkede = {
  readonly aktoer: Uuid
  readonly hvad: string
  readonly objekt: Uuid | null
  readonly antal: number
  readonly korrelation: Uuid
}
export const LUKKEDE = ['aktoer', 'hvad', 'objekt', 'antal', 'korrelation'] as const satisfies readonly (keyof Lukkede)[]
export type LukketFelt = (typeof LUKKEDE)[number]

const FORM = 'borgerblikket-adgangslog-1'
/** Of a line's salt the first half is the leaf's, and from the second each closed field has its own. */
const HALVT_SALT = 16

export const bladsalt = (salt: Buffer): Buffer => salt.subarray(0, HALVT_SALT)

/** What opens a closed field: without it nobody finds the value out by trying. */
export const feltsalt = (salt: Buffer, felt: LukketFelt): Buffer =>
  createHmac('sha256', salt.subarray(HALVT_SALT)).update(felt).digest()

/** The commitment to a closed field: SHA-256 in hex over its salt and its JSON. */
export const hashFelt = (egetSalt: Uint8Array, vaerdi: string | number | null): string =>
  createHash('sha256').update(egetSalt).update(JSON.stringify(vaerdi)).digest('hex')

/** The line as it is hashed and may be handed to the one it is about: a JSON array in a fixed order, closed fields as commitments. */
export function toLinjetekst(salt: Buffer, linje: Loglinje): string {
  const { nr, tid, aktoerType, part, grund, formaal } = linje
  const lukkede = LUKKEDE.map((felt) => hashFelt(feltsalt(salt, felt), linje[felt]))
  return JSON.stringify([FORM, nr, tid, aktoerType, part, grund, formaal, ...lukkede])
}

/** The leaf of a line's text. Without the salt nobody finds out what a leaf says by trying lines; whoever is given both can compute it. */
export const hashLinjetekst = (egetSalt: Uint8Array, tekst: string): Hash =>
  hashBlad(Buffer.concat([egetSalt, Buffer.from(tekst)]))

export const hashLinje = (salt: Buffer, linje: Loglinje): Hash => hashLinjetekst(bladsalt(salt), toLinjetekst(salt, linje))

/** A line's text with its fields by name, or undefined where it is none. */
export function readLinjetekst(tekst: string): Readonly<Record<string, unknown>> | undefined {
  const felter: unknown = parse(tekst)
  if (!Array.isArray(felter) || felter[0] !== FORM || felter.length !== NAVNE.length) return undefined
  return Object.fromEntries(NAVNE.map((navn, i) => [navn, felter[i]]))
}
const NAVNE = ['form', 'nr', 'tid', 'aktoerType', 'part', 'grund', 'formaal', ...LUKKEDE] as const

function parse(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
