import type { Alarmregel } from '../alarm.ts'
import { navneled } from '../navneled.ts'

/**
 * Somebody with the employee's own first and last name may be the employee, where nobody has told which part that is; else it is somebody with
 * the same name. The same last name alone is kin or chance, and too common to be put before anybody.
 */
export const navneRegel: Alarmregel = ({ part, kendetegn, medarbejder, egenSag }) => {
  if (medarbejder.part === part) return undefined
  const eget = navneled(medarbejder.navn)
  const fornavn = eget[0]
  const efternavn = eget.at(-1)
  if (eget.length < 2 || fornavn === undefined || efternavn === undefined) return undefined
  const borgerens = kendetegn.navne.map(navneled)
  if (borgerens.some((navn) => navn.length > 1 && navn[0] === fornavn && navn.at(-1) === efternavn))
    return medarbejder.part === undefined
      ? { art: 'muligtSelv', alvor: 'koe' }
      : { art: 'sammeNavn', alvor: egenSag ? 'log' : 'koe' }
  return borgerens.some((navn) => navn.length > 1 && navn.at(-1) === efternavn) ? { art: 'sammeNavn', alvor: 'log' } : undefined
}
