import { isUnderPraefiks } from '#kernel'
import type { Haendelse } from '../haendelse/index.ts'
import type { Graenser, Oensker } from './abonnement.ts'

/**
 * May an owner with these limits hear that something happened? Only in its municipalities and within its numbers. Where it is not known
 * where an object belongs, only its own Master may: a guess could tell one municipality of another's.
 */
export function mayHear({ master, kommuner, kle }: Graenser, haendelse: Haendelse): boolean {
  const egen = master !== undefined && haendelse.master === master
  // A note that waits for its system is that system's business alone, whoever else is in the municipality.
  if (haendelse.haendelse === 'skrevet' && !egen) return false
  if (haendelse.kommune === undefined) return egen
  if (!kommuner.includes(haendelse.kommune)) return false
  const { kle: emne } = haendelse
  if (kle.length === 0) return true
  return emne === undefined ? egen : kle.some((praefiks) => isUnderPraefiks(emne, praefiks))
}

/** Is it what the subscription asks for? What it does not say anything about it asks for. */
export function wants(oensker: Oensker, haendelse: Haendelse): boolean {
  const { formaal, arter, haendelser, kommuner, kle } = oensker
  if (formaal === 'notifikation' && haendelse.udenNotifikation) return false
  const { kommune, kle: emne } = haendelse
  return (
    isAmong(arter, haendelse.art) &&
    isAmong(haendelser, haendelse.haendelse) &&
    isAmong(kommuner, kommune) &&
    (kle.length === 0 || (emne !== undefined && kle.some((praefiks) => isUnderPraefiks(emne, praefiks))))
  )
}

const isAmong = <T>(oenskede: readonly T[], vaerdi: T | undefined): boolean =>
  oenskede.length === 0 || (vaerdi !== undefined && oenskede.includes(vaerdi))
