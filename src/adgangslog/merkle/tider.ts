import type { Tidspunkt } from '#kernel'
import type { Traehoved } from './verificer.ts'

/** What witnesses' clocks say of the times that stand in the log, which whoever owns the database writes. */

/** A checkpoint that was kept. `set`: when witnesses say that they signed it, in seconds since 1970. */
export type Holdt = Traehoved & { readonly set?: readonly number[] }

const SEKUND_MS = 1_000
const DAG_MS = 86_400_000
/** Clocks differ, and so far that of a witness may go behind. */
const UR_MS = 300_000
/** The log may have been without sealing for a while, and then a witness's checkpoint has fewer lines than were written. */
const UFORSEGLET_MS = 31 * DAG_MS
/** No line is deleted younger than two years, less a day for clocks. */
const MINDST_OPBEVARET_MS = 2 * 365 * DAG_MS - DAG_MS

/** Whether a line says that it was written after a witness had signed over it. */
export const isUmuligTid = (nr: number, tid: string, holdte: readonly Holdt[]): boolean =>
  holdte.some(({ antal, set = [] }) => nr <= antal && set.some((en) => Date.parse(tid) > en * SEKUND_MS + UR_MS))

/**
 * Whether what was deleted as older than `graense` was younger than it may be, or than that: the lines that a witness had not seen when it signed are no
 * older than its signature.
 */
export function isSlettetForTidligt(slettede: number, graense: Tidspunkt, holdte: readonly Holdt[], nu: Tidspunkt): boolean {
  const ms = Date.parse(graense)
  if (ms > Date.parse(nu) - MINDST_OPBEVARET_MS) return true
  return holdte.some(({ antal, set = [] }) => slettede > antal && set.some((en) => ms < en * SEKUND_MS - UFORSEGLET_MS))
}

/** A log that is in use does not stand still for so long. */
const STILLE_MS = 31 * DAG_MS

/**
 * Nothing older than `graense` is left, and nothing before `aeldste` is there: the time between, where it is long. Then the log stood still, or what was deleted
 * was younger than what was written down. By the lines' own times, which are hashed, it is told also where no witness signed while the deleted ones came.
 */
export const findStille = (graense: Tidspunkt, aeldste: string): { readonly fra: string; readonly til: string } | undefined =>
  Date.parse(aeldste) - Date.parse(graense) > STILLE_MS ? { fra: graense, til: aeldste } : undefined
