import { danskDag, danskTime, isArbejdsdag } from '#platform/clock'
import type { Alarmregel } from '../alarm.ts'
import type { Vaner } from '../fakta.ts'

/** Hours in which offices are open or about to be: from six in the morning until eight in the evening. */
const FRA = 6
const TIL = 20
export const isNat = (time: number): boolean => time < FRA || time >= TIL

/** On so many days of the last 28 one must have worked out of hours for it to be one's ordinary work: on duty, in the emergency service. */
const VANT = 3

const isUvantDag = ({ dag, omNatten }: Vaner['tidligere'][number]): boolean => omNatten > 0 || !isArbejdsdag(dag)

/** A visit by night, at a weekend or on a holiday; put before somebody only where the employee does not use to work then. */
export const tidspunktRegel: Alarmregel = ({ tid, egenSag, vaner }) => {
  if (isArbejdsdag(danskDag(tid)) && !isNat(danskTime(tid))) return undefined
  const vant = vaner.tidligere.filter(isUvantDag).length >= VANT
  return { art: 'tidspunkt', alvor: vant || egenSag ? 'log' : 'koe' }
}
