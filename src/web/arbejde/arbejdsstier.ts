import { MAALGRUPPER, type Maalgruppe } from './arbejdskontekst.ts'

/** The addresses of the login of people at work. Routes are registered at these. */
export const ARBEJDSSTIER = {
  /** Sends to the start page of the audience that the person has a role in. */
  arbejde: '/arbejde',
  logInd: '/arbejde/log-ind',
  /** Where the broker sends the browser back to. */
  retur: '/arbejde/log-ind/retur',
  /** POST. */
  logUd: '/arbejde/log-ud',
  loggetUd: '/arbejde/logget-ud',
  udloebet: '/arbejde/session-udloebet',
  /** POST: the session gets its full time again; answers 2xx, or 401 where it has ended. */
  forlaeng: '/arbejde/session/forlaeng',
} as const

/** The start page of an audience; all its pages stand below it. Undefined: the one that fits the person. */
export const startsti = (maalgruppe: Maalgruppe | undefined): string => (maalgruppe ? `/${maalgruppe}` : ARBEJDSSTIER.arbejde)

/** The audience that an address belongs to. */
export const maalgruppeAfSti = (sti: string): Maalgruppe | undefined =>
  MAALGRUPPER.find((en) => new RegExp(`^/${en}(/|\\?|$)`).test(sti))
