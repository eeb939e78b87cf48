/** Why a KLE file was not imported. */
export type ImportKode =
  | 'FIL_KAN_IKKE_LAESES'
  | 'FOR_STOR'
  | 'UKENDT_FILTYPE'
  | 'TEGNSAET'
  | 'XML_UGYLDIG'
  | 'XML_DTD'
  | 'XML_FOR_DYB'
  | 'FORKERT_ROD'
  | 'JSON_UGYLDIG'
  | 'FORKERT_FORM'
  | 'UGYLDIG_LINJE'
  | 'UDGIVELSESDATO_MANGLER'
  | 'UGYLDIG_DATO'
  | 'UGYLDIGT_NUMMER'
  | 'TITEL_MANGLER'
  | 'FORKERT_PLACERING'
  | 'DUBLET'
  | 'UGYLDIG_VAERDI'
  | 'FOR_MANGE'
  | 'INGEN_EMNER'

/** What is wrong and what to do about it, in Danish and English. `{0}` is the value or number at fault. */
const SAETNINGER: { readonly [K in ImportKode]: readonly [da: string, en: string] } = {
  FIL_KAN_IKKE_LAESES: [
    'Filen kan ikke læses ({0}). Kontrollér sti og rettigheder.',
    'The file cannot be read ({0}). Check path and permissions.',
  ],
  FOR_STOR: [
    'Filen er større end {0}. En KLE-udgave er under 10 MB: kontrollér, at det er den rigtige fil.',
    'The file is larger than {0}. A KLE edition is below 10 MB: check that it is the right file.',
  ],
  UKENDT_FILTYPE: [
    'Filtypen er ukendt: {0}. Brug KL’s emneplan (.xml), OS2KLE.txt (.txt) eller KLE-JSON (.json).',
    'Unknown kind of file: {0}. Use KL’s emneplan (.xml), OS2KLE.txt (.txt) or KLE JSON (.json).',
  ],
  TEGNSAET: [
    'Filen er ikke gyldig UTF-8 ({0}). Gem den som UTF-8, og prøv igen.',
    'The file is not valid UTF-8 ({0}). Save it as UTF-8 and try again.',
  ],
  XML_UGYLDIG: [
    'Filen er ikke velformet XML: {0}. Hent den igen fra KL.',
    'The file is not well-formed XML: {0}. Fetch it again from KL.',
  ],
  XML_DTD: [
    'Filen har en DTD, og den afvises af sikkerhedshensyn. Fjern DOCTYPE-linjen, eller hent filen igen fra KL.',
    'The file has a DTD, which is refused for safety. Remove the DOCTYPE line or fetch the file again from KL.',
  ],
  XML_FOR_DYB: [
    'Elementerne ligger mere end {0} niveauer dybt. Det er ikke en emneplan.',
    'The elements are more than {0} levels deep. This is no emneplan.',
  ],
  FORKERT_ROD: [
    'Rodelementet er {0}, ikke KLE-Emneplan. Brug KL’s emneplan, ikke listen over handlingsfacetter eller stikord.',
    'The root element is {0}, not KLE-Emneplan. Use KL’s emneplan, not the list of handlingsfacetter or keywords.',
  ],
  JSON_UGYLDIG: ['Filen er ikke gyldig JSON: {0}. Hent den igen.', 'The file is not valid JSON: {0}. Fetch it again.'],
  FORKERT_FORM: ['Filen har ikke den ventede form: {0}.', 'The file does not have the expected shape: {0}.'],
  UGYLDIG_LINJE: [
    'Linjen har ikke formen KLENummer=…:KLETitel=…:Keywords[Weight]=…: {0}. Ret eller slet linjen.',
    'The line is not of the form KLENummer=…:KLETitel=…:Keywords[Weight]=…: {0}. Correct or delete the line.',
  ],
  UDGIVELSESDATO_MANGLER: [
    'Filen siger ikke, hvornår udgaven er fra. Angiv udgivelsesdatoen som ÅÅÅÅ-MM-DD.',
    'The file does not say when the edition is from. Give the publication date as YYYY-MM-DD.',
  ],
  UGYLDIG_DATO: ['{0} er ikke en dato (ÅÅÅÅ-MM-DD). Ret datoen.', '{0} is not a date (YYYY-MM-DD). Correct the date.'],
  UGYLDIGT_NUMMER: [
    '{0} er ikke et KLE-nummer (NN, NN.NN eller NN.NN.NN). Ret nummeret.',
    '{0} is not a KLE number (NN, NN.NN or NN.NN.NN). Correct the number.',
  ],
  TITEL_MANGLER: [
    '{0} mangler titel eller har en på over 500 tegn. Ret titlen.',
    '{0} has no title or one above 500 characters. Correct the title.',
  ],
  FORKERT_PLACERING: [
    '{0} står under en anden gruppe, end nummeret siger. Flyt det, eller ret nummeret.',
    '{0} stands below another group than its number says. Move it or correct the number.',
  ],
  DUBLET: ['{0} står to gange. Slet den ene.', '{0} stands twice. Delete one of them.'],
  UGYLDIG_VAERDI: ['{0} er ikke en værdi, som KLE tillader her. Ret den.', '{0} is no value that KLE allows here. Correct it.'],
  FOR_MANGE: [
    'Der er flere end {0} numre. Det er ikke en KLE-udgave.',
    'There are more than {0} numbers. This is no KLE edition.',
  ],
  INGEN_EMNER: [
    'Filen har ingen emner. Kontrollér, at det er den rigtige fil.',
    'The file has no emner. Check that it is the right file.',
  ],
}

/** A refused KLE file: the rule, where in the file, and a sentence that says what to do. Nothing of a refused file is used. */
export type ImportAfvisning = {
  readonly kode: ImportKode
  /** 1-based line in a text or XML file. */
  readonly linje?: number
  /** The element or field at fault: `Emne/UUID`, or `/hovedgrupper/3/nr`. */
  readonly element?: string
  readonly besked: { readonly da: string; readonly en: string }
}

export type Sted = { readonly linje?: number | undefined; readonly element?: string | undefined }

/** Builds the refusal; `vaerdi` is shortened and stripped of control characters, since it is repeated on a terminal. */
export function importAfvisning(kode: ImportKode, vaerdi = '', sted: Sted = {}): ImportAfvisning {
  const [da, en] = SAETNINGER[kode]
  const vist = vaerdi.replace(/\p{C}+/gu, ' ').slice(0, 120)
  return {
    kode,
    ...(sted.linje === undefined ? {} : { linje: sted.linje }),
    ...(sted.element === undefined ? {} : { element: sted.element }),
    besked: { da: da.replace('{0}', () => vist), en: en.replace('{0}', () => vist) },
  }
}

/** Why a KLE number has no meaning at a date. A value, never a throw: cases with odd numbers exist and must still be handled. */
export type EmneAfvisning =
  | { readonly kode: 'UGYLDIG_DATO' }
  | { readonly kode: 'INGEN_UDGAVE' }
  | { readonly kode: 'UKENDT_NUMMER' }
  /** The number comes first in an edition published later. */
  | { readonly kode: 'IKKE_OPRETTET_ENDNU'; readonly fra: string; readonly titel: string }
  /** The number had ended: `udgaaet` is the first day without it, `afloestAf` what KL put in its place, if it says so. */
  | { readonly kode: 'UDGAAET'; readonly udgaaet: string; readonly titel: string; readonly afloestAf: readonly string[] }

/** Why a municipality's list of local numbers was refused. */
export type LokalAfvisning = {
  readonly kode: 'OPTAGET_AF_KLE' | 'DUBLET' | 'TITEL_MANGLER' | 'UGYLDIG_DATO'
  readonly nr: string
}
