import { isUnderPraefiks } from '#kernel'
import { skjul, type Visningsregel, vis } from '../regel.ts'

/** From this age a child looks alone (MitID and digital access of one's own). */
const EGEN_ADGANG_FRA = 15
/** KLE hovedgruppe 28: dagtilbud. Hovedgruppe 34 (help to children and families) stays closed to parents. */
const DAGTILBUD = '28'

/**
 * Who looks as holder of forældremyndighed sees the child's dagtilbud and nothing else, and only until the child is 15. An unknown age
 * hides. That the custody holds at all is for adgang to have found in a register.
 */
export const foraeldremyndighedRegel: Visningsregel = (fakta, { grund, alder }) => {
  if (grund === 'egen') return vis
  const erDagtilbud = fakta.kle !== undefined && isUnderPraefiks(fakta.kle, DAGTILBUD)
  const erUnderGraensen = alder !== undefined && alder >= 0 && alder < EGEN_ADGANG_FRA
  return erDagtilbud && erUnderGraensen ? vis : skjul('FORAELDREMYNDIGHED')
}
