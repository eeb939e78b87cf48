import { isAltidLukket } from '#klassifikation'
import type { Alarmregel } from '../alarm.ts'

/**
 * What may be seen is sensitive by its own mark or by its number, and no case of the employee's is why. It is what many are at work with, so it is
 * kept for those who look through visits and put before nobody.
 */
export const foelsomtRegel: Alarmregel = ({ ting, egenSag }) => {
  if (egenSag) return undefined
  const antal = ting.filter(
    ({ kle, foelsomhed }) =>
      foelsomhed === 'FOELSOMME_PERSONOPLYSNINGER' || foelsomhed === 'VIP_SAGER' || (kle !== undefined && isAltidLukket(kle)),
  ).length
  return antal > 0 ? { art: 'foelsomt', alvor: 'log', tal: antal } : undefined
}

/** Among what may be seen is a case that the source has set apart for the few (VIP_SAGER). */
export const vipRegel: Alarmregel = ({ ting, egenSag }) => {
  const antal = ting.filter(({ foelsomhed }) => foelsomhed === 'VIP_SAGER').length
  return antal > 0 ? { art: 'vip', alvor: egenSag ? 'log' : 'koe', tal: antal } : undefined
}
