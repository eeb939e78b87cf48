import { danskDag } from '#platform/clock'
import { plusKalenderdage } from '../afgoerelse.ts'
import { efterKonfiguration, skjul, vis } from '../regel.ts'

/**
 * A note's author has some days to correct or withdraw it before the citizen reads it. By Danish days after the one it was written on, so
 * that what was written in the evening does not have a day less.
 */
export const notatfristRegel = efterKonfiguration(({ art, opstaaet }, { notatfristDage }, { nu }) =>
  art !== 'journalnotat' || notatfristDage === 0 || plusKalenderdage(danskDag(opstaaet), notatfristDage) < danskDag(nu)
    ? vis
    : skjul('NOTAT_NYT'),
)
