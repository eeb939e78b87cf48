import type { KleEmne } from '#kernel'
import { mostSpecific, praefikserI } from './interval.ts'

/** One always-closed interval and what it protects. */
export type LukketInterval = { readonly interval: string; readonly beskytter: string }

/**
 * Closed to citizens in every municipality until its jurist has opened a number one by one, because showing that a case exists can harm:
 * a child, someone in hiding, a witness, an investigation. Everything else is closed too until the municipality opens it; these also
 * resist being opened as part of a group.
 */
const ALTID_LUKKEDE: readonly LukketInterval[] = [
  { interval: '34', beskytter: 'Help to children and families, with notifications (34.10.30): a child, and whoever told' },
  {
    interval: '81-88',
    beskytter: "The municipality's own staff, premises, elections, systems and purchasing: no citizens' cases",
  },
  { interval: '27.66', beskytter: 'Use of force' },
  { interval: '27.25', beskytter: 'Cooperation of school, social services and police about young people' },
  { interval: '27.29', beskytter: 'Youth crime' },
  { interval: '27.12.26-38', beskytter: 'Cooperation with police, psychiatry and prison service; exit programmes' },
  { interval: '27.57.12', beskytter: 'Crisis centres: a stay shows a whereabouts' },
  { interval: '27.69.60-64', beskytter: 'Adoption, parental fitness, anonymous messages to the inspectorate' },
  { interval: '23.05.05', beskytter: 'Protected names and addresses' },
  { interval: '23.35', beskytter: 'Limits on meeting staff in person' },
  { interval: '32.45.04', beskytter: 'Control of benefits' },
  { interval: '32.45.30', beskytter: 'Notifications under the anti-money-laundering act, which may not be told to the person' },
  { interval: '00.07.45', beskytter: 'Whistle-blowers' },
]

const LUKKET: ReadonlyMap<string, true> = new Map(
  ALTID_LUKKEDE.flatMap(({ interval }) => praefikserI(interval)).map((praefiks) => [praefiks, true]),
)

/** True where the number is always closed: opening its group or hovedgruppe must not open it. */
export const isAltidLukket = (kle: KleEmne): boolean => mostSpecific(kle, LUKKET) === true
