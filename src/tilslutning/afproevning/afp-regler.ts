import { ARTER } from '#kernel'
import { IND_REGLER, listRegler } from '#modtagelse/regler'

/** A sentence in both languages. */
export type Saetning = { readonly da: string; readonly en: string }

/**
 * The compliance test's own rules (AFP-nnn): what one message cannot show, as order, recovery and what the citizen sees. AFP-0nn are tried by
 * our messages, AFP-1nn by what a sender delivers of what it is asked to. Numbers are never reused.
 */
export const AFP_REGLER = {
  'AFP-001': { da: 'En rigtig besked modtages.', en: 'A right message is accepted.' },
  'AFP-002': {
    da: 'Den samme registrering sendt igen ændrer ingenting.',
    en: 'The same registration sent again changes nothing.',
  },
  'AFP-003': {
    da: 'Efter et tabt svar giver samme Idempotency-Key de samme kvitteringer.',
    en: 'After a lost answer the same Idempotency-Key gives the same receipts.',
  },
  'AFP-004': {
    da: 'En ældre registrering, der kommer sent, ændrer ikke det nyere.',
    en: 'An older registration that comes late does not change the newer one.',
  },
  'AFP-005': {
    da: 'Borgeren ser det, som sagens oplysninger siger.',
    en: 'The citizen sees what the item says.',
  },
  'AFP-006': {
    da: 'Kun den rette person ser det.',
    en: 'Only the right person sees it.',
  },
  'AFP-007': {
    da: 'Det, der er undtaget visning for borgeren, vises ikke.',
    en: 'What is exempted from being shown to the citizen is not shown.',
  },
  'AFP-008': { da: 'TitelAlternativTekst vises aldrig.', en: 'TitelAlternativTekst is never shown.' },
  'AFP-009': {
    da: 'Dokumenter følger den sag, de er på.',
    en: 'Documents follow the case that they stand on.',
  },
  'AFP-010': {
    da: 'Et journalnotat læses rigtigt i hvert format.',
    en: 'A journal note is read rightly in each format.',
  },
  'AFP-011': {
    da: 'Alle tilstande vises i deres rækkefølge.',
    en: 'All states are shown in their order.',
  },
  'AFP-012': {
    da: 'Bevillinger og udbetalinger vises med de rigtige beløb og datoer.',
    en: 'Grants and payments are shown with the right amounts and dates.',
  },
  'AFP-013': {
    da: 'Det, der er lukket eller slettet, vises ikke længere.',
    en: 'What is closed or deleted is shown no longer.',
  },
  'AFP-014': { da: 'Hver linje i en stor leverance får sin kvittering.', en: 'Each line of a large delivery gets its receipt.' },
  'AFP-015': { da: 'Uden gyldig legitimation modtages intet.', en: 'Without valid credentials nothing is accepted.' },
  'AFP-016': {
    da: 'En afvist linje stopper ikke de andre.',
    en: 'A refused line stops none of the others.',
  },
  'AFP-017': { da: 'Fjern sletter objektet og det, som flagene siger.', en: 'Fjern deletes the object, and what the flags say.' },
  'AFP-018': { da: 'Opdater ændrer kun det, der er sendt.', en: 'Opdater changes only what is sent.' },
  'AFP-019': { da: 'Fremsøg finder det, der er leveret.', en: 'Fremsoeg finds what was delivered.' },
  'AFP-020': { da: 'Fjendtlig XML afvises hurtigt.', en: 'Hostile XML is refused quickly.' },
  'AFP-101': { da: 'Alt det foreskrevne er leveret.', en: 'All that was prescribed is delivered.' },
  'AFP-102': { da: 'Det foreskrevne kom inden for fristen.', en: 'What was prescribed came in time.' },
  'AFP-103': { da: 'Hele historikken er leveret.', en: 'The whole history is delivered.' },
  'AFP-104': { da: 'Ændringerne kom i den rækkefølge, de skete.', en: 'The changes came in the order in which they happened.' },
  'AFP-105': { da: 'Titlen er den foreskrevne.', en: 'The title is the prescribed one.' },
  'AFP-106': { da: 'KLE-nummeret er det foreskrevne.', en: 'The KLE number is the prescribed one.' },
  'AFP-107': { da: 'Følsomheden er den foreskrevne.', en: 'The sensitivity is the prescribed one.' },
  'AFP-108': {
    da: 'Parten er den foreskrevne, i den foreskrevne rolle.',
    en: 'The party is the prescribed one, in the prescribed role.',
  },
  'AFP-109': { da: 'Der er ikke leveret mere end det foreskrevne.', en: 'No more than what was prescribed is delivered.' },
  'AFP-110': {
    da: 'Den hemmelige titel står kun i TitelAlternativTekst.',
    en: 'The secret title stands in TitelAlternativTekst alone.',
  },
  'AFP-111': {
    da: 'Det, der skal undtages visning for borgeren, er mærket med Visningsklasse.',
    en: 'What is to be exempted from being shown to the citizen is marked by Visningsklasse.',
  },
  'AFP-112': {
    da: 'En rettelse er samme objekt med nyt Tidspunkt.',
    en: 'A correction is the same object with a new Tidspunkt.',
  },
  'AFP-113': { da: 'Dokumentet står på sin sag.', en: 'The document stands on its case.' },
  'AFP-114': { da: 'Journalnotatet står på sin sag, med sin titel.', en: 'The journal note stands on its case, with its title.' },
  'AFP-115': {
    da: 'Bevillingen har den foreskrevne ydelse, og udbetalingen det foreskrevne beløb.',
    en: 'The grant has the prescribed benefit, and the payment the prescribed amount.',
  },
} as const satisfies Record<string, Saetning>

export type Afpregel = keyof typeof AFP_REGLER

/** Every rule that the test can speak of, by number. */
export const ALLE_REGLER: ReadonlyMap<string, Saetning> = new Map<string, Saetning>([
  ...ARTER.flatMap(listRegler).map(({ nummer, relation, rolle, felt, kardinalitet }): [string, Saetning] => {
    const hvor = [relation, rolle, felt?.navn ?? `antal ${kardinalitet ?? ''}`.trim()].filter(Boolean).join(' · ')
    return [nummer, { da: hvor, en: hvor }]
  }),
  ...Object.entries(IND_REGLER),
  ...Object.entries(AFP_REGLER),
])

/** What a rule is about; a rule over more than one field has no line of its own in the catalogue. */
export const regelsaetning = (regel: string): Saetning =>
  ALLE_REGLER.get(regel) ?? { da: 'Regel over flere felter', en: 'A rule over more than one field' }
