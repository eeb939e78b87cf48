/** Why a visit does not begin, in the words that the employee reads. */
export const BESOEGSAFVISNINGER = {
  /** None of the cases that the employee may see is theirs: why they look must be asked. */
  FORMAAL_MANGLER: {
    da: 'Vælg, hvorfor du slår borgeren op. Hverken du eller din enhed behandler en af de åbne sager, du kan se.',
    en: 'Choose why you look the citizen up. Neither you nor your unit handle one of the open cases that you can see.',
  },
  FINDES_IKKE: {
    da: 'Borgeren kan ikke slås op. Søg igen.',
    en: 'The citizen cannot be looked up. Please search again.',
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
