import { isUnderPraefiks, type KleEmne, type KlePraefiks, parseKleEmne } from '#kernel'
import { BORGER_EMNER, isAltidLukket } from '#klassifikation'
import { STANDARD_KLE } from './forloeb.ts'

/**
 * A number that the system may deliver within: the usual one, else the first of its agreement that is a whole number or has one among those
 * that citizens know, and that may be shown at all. Undefined: it must say one.
 */
export function vaelgKle(aftalte: readonly KlePraefiks[]): KleEmne | undefined {
  if (aftalte.length === 0 || aftalte.some((praefiks) => isUnderPraefiks(STANDARD_KLE, praefiks))) return STANDARD_KLE
  const mulige = aftalte.flatMap((praefiks) => {
    const hele = parseKleEmne(praefiks)
    return hele ? [hele] : KENDTE.filter((emne) => isUnderPraefiks(emne, praefiks))
  })
  return mulige.find((emne) => !isAltidLukket(emne))
}

const KENDTE: readonly KleEmne[] = [...BORGER_EMNER.keys()].sort()
