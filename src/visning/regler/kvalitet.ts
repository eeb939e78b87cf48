import { skjul, type Visningsregel, vis } from '../regel.ts'

/**
 * What may be filed on the wrong person or case waits until somebody has looked at it: that is the real road to another person's data, and
 * no safe title helps against it. Asks no configuration, since no municipality may choose otherwise.
 */
export const kvalitetRegel: Visningsregel = ({ tilbageholdt }) => (tilbageholdt ? skjul('AFVENTER_KONTROL') : vis)
