import type { Alarmregel } from '../alarm.ts'

/** One's own child, parent, or the other parent of one's child: nobody decides about their own (forvaltningsloven § 3), so a case is no excuse. */
export const paaroerendeRegel: Alarmregel = ({ slaegt }) =>
  slaegt === undefined ? undefined : { art: 'paaroerende', alvor: 'koe' }
