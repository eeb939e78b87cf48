import type { Alarmregel } from '../alarm.ts'

/** A colleague is a citizen too: with a case that is the employee's to handle, it is only kept. */
export const kollegaRegel: Alarmregel = ({ part, kollega, medarbejder, egenSag }) =>
  kollega && medarbejder.part !== part ? { art: 'kollega', alvor: egenSag ? 'log' : 'koe' } : undefined
