import { skjul, type Visningsregel, vis } from '../regel.ts'

/**
 * A grant, payment or appointment that names a case waits until the case has been delivered, since a Visningsklasse on the case covers it.
 * The case may come later, and from another system.
 */
export const sagModtagetRegel: Visningsregel = ({ sagUkendt }) => (sagUkendt ? skjul('SAG_IKKE_MODTAGET') : vis)
