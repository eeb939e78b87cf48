import { type Art, gaeldende } from '#kernel'
import { skjul, type Visningsregel, vis } from '../regel.ts'

const SAGENS_PART = ['Primær part'] as const
const YDELSENS_PART = ['Ydelsesmodtager', 'Bevillingsmodtager'] as const

/** Who sees what, by kind (KOMBIT: only the primær part sees a case; domain: role by kind). */
const SEENDE_ROLLER: Readonly<Record<Art, readonly string[]>> = {
  sag: SAGENS_PART,
  dokument: SAGENS_PART,
  journalnotat: SAGENS_PART,
  aftale: SAGENS_PART,
  bevilling: YDELSENS_PART,
  // The roles of its grant. An Effektueringsmodtager alone sees nothing: a landlord must not see a tenant's kontanthjælp.
  oekonomiskEffektuering: YDELSENS_PART,
}

/**
 * Only a part with the right role now sees the item: a sekundær part and the ydelsesmodtager of a case do not, unless primær part as well.
 * A building's owner (KLE 02.34) is to see building cases too, but only for the time owned; without a register of owners nobody else does.
 */
export const rolleRegel: Visningsregel = (fakta, { nu }) =>
  gaeldende(fakta.roller, nu).some(({ rolle }) => SEENDE_ROLLER[fakta.art].includes(rolle)) ? vis : skjul('ROLLE')
