import { type Afvist, afvist, isUnderPraefiks, type Ok, ok, type Uuid } from '#kernel'
import type { Leveringsafvisning } from './kilde.errors.ts'
import type { Afgraensning, Kilde } from './kilde.ts'

/** What an item says of itself. Undefined: the kind carries none of its own (notes and payments take theirs from what they stand on). */
export type Levering = { readonly kommune: string | undefined; readonly kle: string | undefined; readonly master: Uuid }

/**
 * May the source deliver this (IND-005)? Only for its municipalities, within its numbers, and only what it is itself Master of: a source
 * that could name another system as Master could overwrite that system's items.
 */
export function mayDeliver(kilde: Kilde, { kommune, kle, master }: Levering): Ok<true> | Afvist<Leveringsafvisning> {
  if (kilde.spaerret !== undefined) return afvist('KILDE_SPAERRET')
  if (master !== kilde.id) return afvist('MASTER_ER_ET_ANDET_SYSTEM')
  if (kommune !== undefined && !kilde.kommuner.some((egen) => egen === kommune)) return afvist('KOMMUNE_IKKE_AFTALT')
  if (kle !== undefined && kilde.kle.length > 0 && !kilde.kle.some((praefiks) => isUnderPraefiks(kle, praefiks)))
    return afvist('KLE_IKKE_AFTALT')
  if (kilde.afgraensning && !kilde.afgraensning.some((gruppe) => isWithin(gruppe, kommune, kle)))
    return afvist('UDEN_FOR_TOKENET')
  return ok(true)
}

/** A token can only take away: what it gives beyond the source's own rights was refused before it is asked. */
const isWithin = ({ kommuner, kle }: Afgraensning, kommune: string | undefined, emne: string | undefined): boolean =>
  (kommune === undefined || kommuner.length === 0 || kommuner.some((egen) => egen === kommune)) &&
  (emne === undefined || kle.length === 0 || kle.some((praefiks) => isUnderPraefiks(emne, praefiks)))
