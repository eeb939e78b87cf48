import type { Alarmfakta } from './fakta.ts'

/** What an alarm is about. */
export const ALARMARTER = [
  'selv',
  'muligtSelv',
  'paaroerende',
  'sammeAdresse',
  'kollega',
  'beskyttet',
  'vip',
  'maengde',
  'tidspunkt',
  'sammeNavn',
  'foelsomt',
] as const
export type Alarmart = (typeof ALARMARTER)[number]

/**
 * What comes of it, from least to most: kept for those who look through visits; put before the one who is responsible; and besides, the employee is
 * asked whether the visit is meant before anything is shown.
 */
export const ALVOR = ['log', 'koe', 'spoerg'] as const
export type Alvor = (typeof ALVOR)[number]

/** `tal`: how many, where the alarm is about a number. */
export type Alarm = { readonly art: Alarmart; readonly alvor: Alvor; readonly tal?: number }

/**
 * Raises an alarm of a visit, or none. Pure. What is asked of the employee (alvor 'spoerg') may follow from what is the employee's own alone: a
 * question that came of a protected address, a family or a name would tell that there is one.
 */
export type Alarmregel = (fakta: Alarmfakta) => Alarm | undefined
