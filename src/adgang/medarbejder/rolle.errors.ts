/** Why a role is not given or taken away, in the words that the operator reads. */
export const ROLLEAFVISNINGER = {
  HAR_ROLLEN: 'Personen har allerede rollen i organisationen.',
  HAR_IKKE_ROLLEN: 'Personen har ikke rollen i organisationen.',
  IKKE_SIG_SELV: 'Ingen kan give sig selv en rolle.',
  IKKE_KOMMUNE: 'Den rolle kan kun gives i en kommune: CVR-nummeret er ikke en kommunes.',
  UGYLDIG_PERIODE: 'Rollen skal slutte efter, at den begynder.',
  BEGRUNDELSE_MANGLER: 'Skriv en begrundelse på 5 til 500 tegn på én linje, uden CPR-nummer.',
  NAVN_MANGLER: 'Skriv personens navn på én linje, højst 200 tegn og uden CPR-nummer.',
} as const

export type Rolleafvisning = keyof typeof ROLLEAFVISNINGER
