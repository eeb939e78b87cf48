import { konfigurationI, skjul, type Visningsregel, vis } from '../regel.ts'

/**
 * Numbers on the always-closed list (underretninger, krisecentre, control) stay closed though their group is open. Only the municipality's
 * jurist opens one, by naming exactly that emne. A document with such a number of its own stays closed on whatever case it lies.
 */
export const altidLukketRegel: Visningsregel = (fakta, kontekst) => {
  if (fakta.egetNummerLukket) return skjul('ALTID_LUKKET')
  if (!kontekst.altidLukket) return vis
  const konfiguration = konfigurationI(fakta, kontekst)
  return konfiguration?.juristAabnet && konfiguration.kle === fakta.kle ? vis : skjul('ALTID_LUKKET')
}
