import { isUnderPraefiks } from '#kernel'
import type { Gennemgangsret } from './ret.ts'

/** A second, naive statement of WITHIN_RET: one right covers both the number and the unit, or it is no right. */
export const mayReview = (
  retter: readonly Pick<Gennemgangsret, 'kle' | 'enheder'>[],
  { kle, enhed }: { readonly kle: string; readonly enhed: string },
): boolean =>
  retter.some(
    (ret) =>
      (ret.kle.length === 0 || ret.kle.some((praefiks) => isUnderPraefiks(kle, praefiks))) &&
      (ret.enheder.length === 0 || ret.enheder.includes(enhed)),
  )
