import type { Alarmregel } from '../alarm.ts'

/** Looking oneself up. Asked about: it is the employee's own, and the one case in which asking tells nothing about another. */
export const selvRegel: Alarmregel = ({ part, medarbejder }) =>
  medarbejder.part === part ? { art: 'selv', alvor: 'spoerg' } : undefined
