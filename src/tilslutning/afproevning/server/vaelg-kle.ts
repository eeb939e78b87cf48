import { isUnderPraefiks, type KleEmne, type KlePraefiks, parseKleEmne } from '#kernel'
import { STANDARD_KLE } from './forloeb.ts'

/** A number that the system may deliver within: the usual one, or the first whole one of its agreement. Undefined: it must say one. */
export function vaelgKle(aftalte: readonly KlePraefiks[]): KleEmne | undefined {
  if (aftalte.length === 0 || aftalte.some((praefiks) => isUnderPraefiks(STANDARD_KLE, praefiks))) return STANDARD_KLE
  return aftalte.map((praefiks) => parseKleEmne(praefiks)).find((emne) => emne !== undefined)
}
