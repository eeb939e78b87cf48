import type { Alarmregel } from '../alarm.ts'
import { adresseform } from '../navneled.ts'

/** Somebody at the employee's own address: whom one lives with, or next to. */
export const adresseRegel: Alarmregel = ({ part, kendetegn, medarbejder }) => {
  if (medarbejder.part === part || medarbejder.adresse === undefined || kendetegn.adresse === undefined) return undefined
  const egen = adresseform(medarbejder.adresse)
  return egen !== '' && egen === adresseform(kendetegn.adresse) ? { art: 'sammeAdresse', alvor: 'koe' } : undefined
}
