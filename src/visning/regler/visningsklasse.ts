import { gaeldende } from '#kernel'
import { skjul, type Visningsregel, vis } from '../regel.ts'

const UNDTAGET = 'Visning undtaget for borger'

/**
 * A case or document with the Visningsklasse "Visning undtaget for borger" is hidden while that holds; a case's covers its documents and
 * notes (SF1470 leaves it to the receiver to see to it). Another class hides too: it can only be a limit that we do not know.
 */
export const visningsklasseRegel: Visningsregel = (fakta, { nu }) => {
  const klasser = gaeldende(fakta.visningsklasser, nu)
  if (klasser.some(({ klasse }) => klasse === UNDTAGET)) return skjul('UNDTAGET_FOR_BORGER')
  return klasser.length > 0 ? skjul('VISNINGSKLASSE_UKENDT') : vis
}
