import type { Art, KleEmne } from '#kernel'
import type { Afpregel, Saetning } from '../afp-regler.ts'

/** What a system under test is asked to do, for fictive persons of the run's own: prescribed events, in threads of one person each. */
export type Begivenhed = {
  readonly id: string
  readonly person: Personbogstav
  readonly art: Art
  readonly goer: Saetning
  /** What to look at where it does not come. */
  readonly hint: Saetning
  /** What the event shows, besides the rules of the messages. */
  readonly regler: readonly Afpregel[]
}

export type Personbogstav = 'A' | 'B' | 'C' | 'D' | 'E'

/** The values that are asked for; what comes must have them. */
export const FORESKREVET = {
  foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
  titelFoer: 'Afprøvning: hjælp i hjemmet',
  titelEfter: 'Afprøvning: hjælp til rengøring',
  undtaget: 'Afprøvning: undtaget forløb',
  offentlig: 'Afprøvning: samtale',
  hemmelig: 'Afprøvning: mistanke',
  medDokument: 'Afprøvning: sag med brev',
  dokument: 'Afprøvning: brev til borgeren',
  notat: 'Afprøvning: telefonsamtale',
  ydelse: 'Afprøvning: kontanthjælp',
  beloeb: '1250.00',
} as const

const F = FORESKREVET

/** The number that a run asks for, where the system may deliver it. */
export const STANDARD_KLE = '27.36.04' as KleEmne

const sagsbegivenheder = (kle: KleEmne): readonly Begivenhed[] => [
  {
    id: 'aabn-sag',
    person: 'A',
    art: 'sag',
    goer: {
      da: `Opret en sag med titlen "${F.titelFoer}", KLE ${kle}, handlingsfacet G01 og følsomheden ${F.foelsomhed}. Personen er primær part.`,
      en: `Open a case with the title "${F.titelFoer}", KLE ${kle}, action facet G01 and sensitivity ${F.foelsomhed}. The person is the primary party.`,
    },
    hint: {
      da: 'Se, om systemet leverer, når en sag oprettes, eller først om natten.',
      en: 'See whether the system delivers when a case is opened, or only at night.',
    },
    regler: ['AFP-101', 'AFP-102', 'AFP-106', 'AFP-107', 'AFP-108', 'AFP-109'],
  },
  {
    id: 'ret-titel',
    person: 'A',
    art: 'sag',
    goer: { da: `Ret sagens titel til "${F.titelEfter}".`, en: `Correct the title of the case to "${F.titelEfter}".` },
    hint: {
      da: 'En rettelse er samme UUID med et nyt Tidspunkt.',
      en: 'A correction is the same UUID with a new Tidspunkt.',
    },
    regler: ['AFP-105', 'AFP-112'],
  },
  {
    id: 'afgoer-og-luk',
    person: 'A',
    art: 'sag',
    goer: { da: 'Afgør sagen, og luk den derefter.', en: 'Decide the case, and then close it.' },
    hint: {
      da: 'Send alle tilstande med fra Opstaaet; hver lukker den forrige.',
      en: 'Send all states from Opstaaet on; each ends the one before it.',
    },
    regler: ['AFP-103', 'AFP-104'],
  },
  {
    id: 'undtag-sag',
    person: 'B',
    art: 'sag',
    goer: {
      da: `Opret en sag med titlen "${F.undtaget}", KLE ${kle}, som borgeren ikke må se i selvbetjening.`,
      en: `Open a case with the title "${F.undtaget}", KLE ${kle}, that the citizen must not see in self-service.`,
    },
    hint: {
      da: 'Sæt Visningsklasse "Visning undtaget for borger" på sagen.',
      en: 'Put the Visningsklasse "Visning undtaget for borger" on the case.',
    },
    regler: ['AFP-111'],
  },
  {
    id: 'hemmelig-titel',
    person: 'C',
    art: 'sag',
    goer: {
      da: `Opret en sag med den offentlige titel "${F.offentlig}" og den hemmelige titel "${F.hemmelig}", KLE ${kle}.`,
      en: `Open a case with the public title "${F.offentlig}" and the secret title "${F.hemmelig}", KLE ${kle}.`,
    },
    hint: {
      da: 'Den hemmelige titel hører til i OffentlighedUndtaget/TitelAlternativTekst, aldrig i Titel.',
      en: 'The secret title belongs in OffentlighedUndtaget/TitelAlternativTekst, never in Titel.',
    },
    regler: ['AFP-110'],
  },
]

const andreBegivenheder = (kle: KleEmne): readonly Begivenhed[] => [
  {
    id: 'dokument',
    person: 'D',
    art: 'dokument',
    goer: {
      da: `Opret en sag med titlen "${F.medDokument}", KLE ${kle}, og læg et udgående brev med titlen "${F.dokument}" på den.`,
      en: `Open a case with the title "${F.medDokument}", KLE ${kle}, and put an outgoing letter with the title "${F.dokument}" on it.`,
    },
    hint: {
      da: 'Dokumentet skal stå som journalpost (Tilakteret) på sagen.',
      en: 'The document must stand as a journal post (Tilakteret) on the case.',
    },
    regler: ['AFP-113'],
  },
  {
    id: 'notat',
    person: 'D',
    art: 'journalnotat',
    goer: {
      da: `Skriv et journalnotat med titlen "${F.notat}" på samme sag.`,
      en: `Write a journal note with the title "${F.notat}" on the same case.`,
    },
    hint: {
      da: 'Over SOAP står notatet i sagens journalposter; over REST peger det på sagen.',
      en: "Over SOAP the note stands in the case's journal posts; over REST it points at the case.",
    },
    regler: ['AFP-114'],
  },
  {
    id: 'ydelse',
    person: 'E',
    art: 'bevilling',
    goer: {
      da: `Bevilg ydelsen "${F.ydelse}", KLE ${kle}, og udbetal ${F.beloeb} kr.`,
      en: `Grant the benefit "${F.ydelse}", KLE ${kle}, and pay out ${F.beloeb} kroner.`,
    },
    hint: {
      da: 'Effektueringen peger på bevillingens UUID og ydelsens Id.',
      en: "The payment points at the grant's UUID and the benefit's Id.",
    },
    regler: ['AFP-115'],
  },
]

const begivenheder = (kle: KleEmne): readonly Begivenhed[] => [...sagsbegivenheder(kle), ...andreBegivenheder(kle)]

/** Which kinds a system of each sort delivers, where it does not say so itself. */
const ARTER_FOR_SLAGS: Readonly<Record<string, readonly Art[]>> = {
  esdh: ['sag', 'dokument', 'journalnotat'],
  eoj: ['sag', 'dokument', 'journalnotat', 'bevilling'],
  ydelse: ['sag', 'bevilling'],
}

export const arterFor = (slags: string): readonly Art[] =>
  ARTER_FOR_SLAGS[slags] ?? ['sag', 'dokument', 'journalnotat', 'bevilling']

/** The events for a system that delivers these kinds within this number. */
export const forloebFor = (arter: readonly Art[], kle: KleEmne = STANDARD_KLE): readonly Begivenhed[] =>
  begivenheder(kle).filter(({ art }) => arter.includes(art))

/** Every event there is. */
export const FORLOEB: readonly Begivenhed[] = begivenheder(STANDARD_KLE)
