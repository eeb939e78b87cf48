/** Why a search is not made. It follows from what was typed and how often, never from whom there is. */
export type SoegeAfvisning =
  /** Nothing typed that can be searched for: a name's part takes three letters, or all of a name of two. */
  | 'FOR_KORT'
  | 'FOR_LANG'
  /** Nobody can be told by a year of birth that is none, or a range that ends before it begins. */
  | 'FORKERT_AAR'
  /** So many in the municipality fit that none is shown: the search must be narrowed. */
  | 'FOR_BRED'
  /** As many searches as an employee may make in a minute, or in an hour. */
  | 'FOR_MANGE'

type Saetning = { readonly da: string; readonly en: string }

export const SOEGEAFVISNINGER: Readonly<Record<SoegeAfvisning, Saetning>> = {
  FOR_KORT: {
    da: 'Skriv mindst tre bogstaver af et navn, en vej med nummer eller postnummer, et sagsnummer, et CPR-nummer eller et CVR-nummer.',
    en: 'Type at least three letters of a name, a street with number or postcode, a case number, a CPR number or a CVR number.',
  },
  FOR_LANG: { da: 'Søgningen er for lang. Skriv højst 200 tegn.', en: 'The search is too long. Type 200 characters at most.' },
  FORKERT_AAR: {
    da: 'Fødselsåret skal være et årstal med fire cifre, og det første må ikke være efter det sidste.',
    en: 'The year of birth must have four digits, and the first may not come after the last.',
  },
  FOR_BRED: {
    da: 'Søgningen passer på for mange. Skriv mere af navnet eller adressen, eller angiv fødselsår.',
    en: 'The search fits too many. Type more of the name or address, or give years of birth.',
  },
  FOR_MANGE: {
    da: 'Du har søgt mange gange på kort tid. Vent lidt, før du søger igen. Søgninger registreres.',
    en: 'You have searched many times in a short time. Wait a little before you search again. Searches are recorded.',
  },
}
