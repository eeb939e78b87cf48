/** The addresses that the shell and the citizen's pages link to. Routes are registered at these. */
export const STIER = {
  forside: '/',
  overblik: '/overblik',
  /** All that is new since the last visit. */
  nyt: '/nyt',
  sager: '/sager',
  dokumenter: '/dokumenter',
  notater: '/notater',
  ydelser: '/ydelser',
  aftaler: '/aftaler',
  hvemHarSet: '/hvem-har-set',
  hvemHarSetUdtraek: '/hvem-har-set/udtraek',
  /** POST with `besoeg` and `tekst`. */
  hvemHarSetSpoerg: '/hvem-har-set/spoerg',
  /** Where anybody checks such a file in the browser. */
  logkontrol: '/adgangslog/kontrol',
  hvadKanJegSe: '/hvad-kan-jeg-se',
  saadanVirkerDet: '/saadan-virker-det',
  privatliv: '/privatliv',
  tilgaengelighed: '/tilgaengelighed',
  kontakt: '/kontakt',
  logInd: '/log-ind',
  /** POST. */
  logUd: '/log-ud',
  loggetUd: '/logget-ud',
  /** Where a page goes when its session has run out. */
  udloebet: '/session-udloebet',
  /** POST: the session gets its full time again; answers 2xx, or 401 where it has ended. */
  forlaeng: '/session/forlaeng',
  /** POST with `part` (empty: back to one's own). */
  seFor: '/se-for',
} as const

/** A neutral place to be seen at: Denmark's weather. */
export const NEUTRALT_STED = 'https://www.dmi.dk/'

export const sagSti = (id: string): string => `${STIER.sager}/${id}`
export const notatSti = (id: string): string => `${STIER.notater}/${id}`
