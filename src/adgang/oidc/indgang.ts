/**
 * A way in. There are two, the citizens' and that of people at work, with addresses, cookies and claims of their own; a login that began
 * at one is unknown at the other, since its cookie has another name and another seal.
 */
export type Indgang = {
  readonly stier: {
    readonly logInd: string
    /** Where the broker sends the browser back to. */
    readonly retur: string
    readonly logUd: string
    /** From here the browser goes on to be logged out at the broker. */
    readonly videre: string
    readonly loggetUd: string
  }
  /** Where a login leads that names no page. */
  readonly hjem: string
  /** The claims that are asked for: people at work are never asked for their CPR number. */
  readonly scope: string
  readonly cookie: string
  readonly aad: string
}

export const BORGERINDGANG: Indgang = {
  stier: {
    logInd: '/log-ind',
    retur: '/log-ind/retur',
    logUd: '/log-ud',
    videre: '/log-ud/mitid',
    loggetUd: '/logget-ud',
  },
  hjem: '/',
  scope: 'openid mitid ssn',
  cookie: 'borgerblikket-login-',
  aad: 'borgerblikket/login',
}

export const ARBEJDSINDGANG: Indgang = {
  stier: {
    logInd: '/arbejde/log-ind',
    retur: '/arbejde/log-ind/retur',
    logUd: '/arbejde/log-ud',
    videre: '/arbejde/log-ud/mitid',
    loggetUd: '/arbejde/logget-ud',
  },
  hjem: '/arbejde',
  scope: 'openid nemlogin',
  cookie: 'borgerblikket-arbejdslogin-',
  aad: 'borgerblikket/arbejdslogin',
}
