import type { Fundkode } from './fund.ts'

type Tekst = { readonly da: string; readonly en: string }
const t = (da: string, en: string): Tekst => ({ da, en })

/** The sentence a caseworker reads by each finding: what was found, and what to do. */
export const FUNDTEKSTER: Readonly<Record<Fundkode, Tekst>> = {
  CPR_NUMMER: t(
    'Her står et CPR-nummer, som ikke er borgerens eget. Fjern det, og se efter, om sagen ligger hos den rigtige.',
    'There is a CPR number that is not the citizen’s own. Remove it, and check that the case lies with the right person.',
  ),
  CPR_EGET: t(
    'Borgerens eget CPR-nummer står i teksten. Det behøver ikke at stå der.',
    'The citizen’s own CPR number is in the text. It need not be.',
  ),
  CPR_FJERNET: t(
    'Et CPR-nummer blev fjernet ved modtagelsen. Se i fagsystemet, hvis nummer det var.',
    'A CPR number was removed on receipt. Look in the source system for whose it was.',
  ),
  NAVN_ANDEN_PART: t(
    'Her nævnes en anden part i sagen ved navn. Borgeren ser teksten.',
    'Another party of the case is named here. The citizen sees the text.',
  ),
  NAVN_ANDEN_PERSON: t(
    'Her står et navn på en anden person. Skriv i stedet, hvad det handler om.',
    'Another person is named here. Write what it is about instead.',
  ),
  NAVN_MULIGT: t('Her står måske et navn på en anden person.', 'This may be the name of another person.'),
  ADRESSE: t(
    'Her står en adresse. Den kan være en andens eller være beskyttet.',
    'There is an address. It may be somebody else’s, or protected.',
  ),
  TELEFONNUMMER: t('Her står et telefonnummer.', 'There is a telephone number.'),
  MAILADRESSE: t('Her står en mailadresse.', 'There is an e-mail address.'),
  DIAGNOSE: t(
    'Her står en diagnose eller lidelse. Kan titlen undvære den?',
    'There is a diagnosis or an illness. Can the title do without it?',
  ),
  HAARD_VURDERING: t(
    'Her står en hård vurdering. Skriv, hvad der skete, ikke hvad du mener.',
    'There is a harsh judgement. Write what happened, not what you think.',
  ),
  INTERN_FORKORTELSE: t(
    'Forkortelsen kendes kun af kolleger. Skriv ordet helt ud.',
    'Only colleagues know the abbreviation. Write the word in full.',
  ),
  SAGSKODE: t('Koden siger ikke borgeren noget.', 'The code tells the citizen nothing.'),
  FILNAVN: t(
    'Titlen er navnet på en fil. Skriv, hvad dokumentet er.',
    'The title is the name of a file. Write what the document is.',
  ),
  KUN_VERSALER: t('Alt står med store bogstaver. Det er svært at læse.', 'All letters are capitals, which is hard to read.'),
  TOMT_ORD: t('Titlen siger ikke, hvad det er. Skriv emnet.', 'The title does not say what it is. Write the subject.'),
  STAVEFEJL: t('Ordet er måske stavet forkert.', 'The word may be misspelled.'),
  LANGT_ORD: t('Ordet er meget langt. Kan det deles?', 'The word is very long. Can it be divided?'),
  LIX_HOEJT: t('Teksten er svær at læse. Skriv kortere sætninger.', 'The text is hard to read. Write shorter sentences.'),
  FOR_LANG: t(
    'Teksten er for lang til at blive kontrolleret og vises derfor ikke.',
    'The text is too long to be checked and is therefore not shown.',
  ),
  FREMMED_NAVN_PAA_SAGEN: t(
    'Teksten nævner en anden end den, sagen ligger hos. Se efter, om den ligger rigtigt.',
    'The text names another than the one the case lies with. Check that it is filed right.',
  ),
  FORSKELLIGE_PARTER: t(
    'Dokumentet ligger på sager med forskellige parter. Det holdes tilbage, til nogen har set på det.',
    'The document lies on cases with different parties. It waits until somebody has looked.',
  ),
  DUBLET: t('Det samme ligger her to gange.', 'The same lies here twice.'),
  KLE_PASSER_IKKE: t('Titlen passer bedre til et andet KLE-nummer.', 'The title fits another KLE number better.'),
  KLE_FREMMED_FOR_KILDEN: t(
    'KLE-nummeret plejer ikke at komme fra dette fagsystem.',
    'The KLE number does not usually come from this system.',
  ),
  DATO_UDEN_FOR_SAGEN: t('Datoen ligger uden for sagens tid.', 'The date lies outside the time of the case.'),
}
