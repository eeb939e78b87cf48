/** Why a visit does not begin, in the words that the employee reads. */
export const BESOEGSAFVISNINGER = {
  INGEN_EGEN_SAG: {
    da: 'Hverken du eller din enhed behandler en af borgerens sager. Vælg et andet formål.',
    en: 'Neither you nor your unit handle one of the citizen’s cases. Choose another purpose.',
  },
  BEGRUNDELSE_MANGLER: {
    da: 'Skriv, hvorfor du slår borgeren op: 5 til 200 tegn på én linje, uden CPR-nummer.',
    en: 'Write why you look the citizen up: 5 to 200 characters on one line, without a CPR number.',
  },
  SESSIONEN_ER_SLUT: {
    da: 'Dit login er udløbet. Log ind igen, og slå op på ny.',
    en: 'Your login has run out. Log in again, and look the citizen up anew.',
  },
} as const

export type Besoegsafvisning = keyof typeof BESOEGSAFVISNINGER
