import type { Alarmregel } from '../alarm.ts'

/**
 * Somebody whose name and address are protected. Never asked about: that somebody is protected tells whoever looks for them that they have something
 * to hide from, and where it was asked, that it was right to look.
 */
export const beskyttetRegel: Alarmregel = ({ adressebeskyttet, egenSag }) =>
  adressebeskyttet ? { art: 'beskyttet', alvor: egenSag ? 'log' : 'koe' } : undefined
