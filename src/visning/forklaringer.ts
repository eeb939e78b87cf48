import type { Regelnavn } from './decide.ts'
import type { Skjulegrund, Visningsfakta, Visningskontekst } from './fakta.ts'
import { konfigurationI } from './regel.ts'

/** A sentence in both languages. */
export type Saetning = { readonly da: string; readonly en: string }

/** Why a rule hides, and what would have to change for it not to. Read by the municipality's and the operator's people, never by the citizen. */
export type Skjuleforklaring = { readonly forklaring: Saetning; readonly aendring: Saetning }

type Forklar = (fakta: Visningsfakta, kontekst: Visningskontekst) => Skjuleforklaring

const s = (da: string, en: string): Saetning => ({ da, en })
const fast =
  (forklaring: Saetning, aendring: Saetning): Forklar =>
  () => ({ forklaring, aendring })

const liste = (navne: readonly string[]): string => (navne.length > 0 ? navne.join(', ') : '-')
const lukketNummer = ({ egetNummerLukket, kle }: Visningsfakta): Saetning =>
  egetNummerLukket
    ? s('Dokumentets eget KLE-nummer', "The document's own KLE number")
    : s(`KLE ${kle ?? '-'}`, `KLE ${kle ?? '-'}`)

const INGEN_DOKUMENTTITLER: Skjuleforklaring = {
  forklaring: s(
    'Kommunen viser ikke dokumenttitler for nummeret.',
    'The municipality does not show document titles for the number.',
  ),
  aendring: s('Kommunen skal vælge at vise dokumenttitler.', 'The municipality must choose to show document titles.'),
}

export const SKJULT: Readonly<Record<Skjulegrund, Forklar>> = {
  ROLLE: ({ roller, art }) => {
    const krav = art === 'bevilling' || art === 'oekonomiskEffektuering' ? 'Ydelsesmodtager, Bevillingsmodtager' : 'Primær part'
    const har = liste(roller.map(({ rolle }) => rolle))
    return {
      forklaring: s(
        `Personen har ikke nu en rolle, som ser dette. Roller: ${har}.`,
        `The person has no role now that sees this. Roles: ${har}.`,
      ),
      aendring: s(
        `Fagsystemet skal levere personen i en af rollerne ${krav} med gældende virkning.`,
        `The source must deliver the person in one of the roles ${krav}, valid now.`,
      ),
    }
  },
  FORAELDREMYNDIGHED: ({ kle }, { alder }) => ({
    forklaring: s(
      `En indehaver af forældremyndigheden ser kun KLE 28 og kun, til barnet er 15. KLE: ${kle ?? '-'}. Alder: ${alder ?? 'ukendt'}.`,
      `A holder of custody sees only KLE 28, and only until the child is 15. KLE: ${kle ?? '-'}. Age: ${alder ?? 'unknown'}.`,
    ),
    aendring: s(
      'Barnet kan se det selv, når det er gammelt nok; forælderen kan ikke få det vist her.',
      'The child can see it when old enough; the parent cannot be shown it here.',
    ),
  }),
  UNDTAGET_FOR_BORGER: fast(
    s(
      'Sagen eller dokumentet har Visningsklassen "Visning undtaget for borger".',
      'The case or the document has the Visningsklasse "Visning undtaget for borger".',
    ),
    s(
      'Sagsbehandleren skal lukke Visningsklassens virkning i fagsystemet.',
      'The caseworker must end the virkning of the Visningsklasse in the source.',
    ),
  ),
  VISNINGSKLASSE_UKENDT: fast(
    s(
      'Der er en Visningsklasse, som vi ikke kender; den kan være en begrænsning.',
      'There is a Visningsklasse that we do not know; it may be a limit.',
    ),
    s(
      'Klassens UUID skal gives et navn i opsætningen, eller fagsystemet skal fjerne den.',
      'The UUID of the class must be named in the setup, or the source must remove it.',
    ),
  ),
  SAG_IKKE_MODTAGET: fast(
    s(
      'Det hører til en sag, som ikke er modtaget. Sagen kan være undtaget fra visning.',
      'It belongs to a case that has not been received. The case may be exempted from showing.',
    ),
    s('Sagens fagsystem skal levere sagen.', "The case's system must deliver the case."),
  ),
  ALTID_LUKKET: (fakta) => ({
    forklaring: s(
      `${lukketNummer(fakta).da} er altid lukket for borgere, fordi det kan skade nogen, at det vises.`,
      `${lukketNummer(fakta).en} is always closed to citizens, since showing it can harm somebody.`,
    ),
    aendring: s(
      'Kommunens jurist skal åbne netop dette emne; at åbne gruppen er ikke nok.',
      "The municipality's lawyer must open exactly this number; opening its group is not enough.",
    ),
  }),
  IKKE_AABNET: (fakta) => ({
    forklaring: s(
      fakta.kle === undefined ? 'KLE-nummeret er ukendt.' : `Kommunen har ikke åbnet KLE ${fakta.kle}.`,
      fakta.kle === undefined ? 'The KLE number is unknown.' : `The municipality has not opened KLE ${fakta.kle}.`,
    ),
    aendring: s(
      fakta.kle === undefined
        ? 'Fagsystemet skal levere en primær klasse.'
        : 'Kommunen skal åbne nummeret under “Hvad der vises”, så det gælder nu.',
      fakta.kle === undefined
        ? 'The source must deliver a primær klasse.'
        : 'The municipality must open the number under “What is shown”, in force now.',
    ),
  }),
  FOER_FRADATO: (fakta, kontekst) => {
    const fradato = konfigurationI(fakta, kontekst)?.fradato ?? '-'
    return {
      forklaring: s(
        `Oprettet ${fakta.oprettet}, før fradatoen ${fradato}.`,
        `Created ${fakta.oprettet}, before the fradato ${fradato}.`,
      ),
      aendring: s(
        'Kommunen skal sætte en tidligere fradato eller vise ældre sager, der stadig er aktive.',
        'The municipality must set an earlier fradato, or show older cases that are still active.',
      ),
    }
  },
  FAGSYSTEM_IKKE_VALGT: ({ kilde }) => ({
    forklaring: s(
      `Fagsystemet ${kilde} er ikke blandt dem, som kommunen viser for nummeret.`,
      `The system ${kilde} is not among those that the municipality shows for the number.`,
    ),
    aendring: s(
      'Kommunen skal føje fagsystemet til filteret eller tømme filteret.',
      'The municipality must add the system to the filter, or empty the filter.',
    ),
  }),
  DOKUMENTTYPE_IKKE_VALGT: (fakta, kontekst) => {
    const konfiguration = konfigurationI(fakta, kontekst)
    if (!konfiguration?.visDokumenttitler) return INGEN_DOKUMENTTITLER
    const type = fakta.dokument?.type ?? '-'
    const valgte = liste(konfiguration.dokumenttyper)
    return {
      forklaring: s(
        `Kommunen viser ikke dokumenter af typen ${type} for nummeret, kun: ${valgte}.`,
        `The municipality does not show documents of the type ${type} for the number, only: ${valgte}.`,
      ),
      aendring: s(
        'Kommunen skal føje typen til dem, der vises, eller tømme listen.',
        'The municipality must add the type to those that are shown, or empty the list.',
      ),
    }
  },
  JOURNALNOTATER_IKKE_VALGT: fast(
    s('Kommunen viser ikke journalnotater for nummeret.', 'The municipality does not show journal notes for the number.'),
    s('Kommunen skal vælge at vise journalnotater.', 'The municipality must choose to show journal notes.'),
  ),
  NOTATSYSTEM_IKKE_VALGT: ({ kilde }) => ({
    forklaring: s(
      `Kommunen viser ikke journalnotater fra fagsystemet ${kilde} for nummeret.`,
      `The municipality does not show journal notes from the system ${kilde} for the number.`,
    ),
    aendring: s(
      'Kommunen skal føje fagsystemet til dem, hvis notater vises, eller tømme listen.',
      'The municipality must add the system to those whose notes are shown, or empty the list.',
    ),
  }),
  YDELSER_IKKE_VALGT: fast(
    s('Kommunen viser ikke ydelser for nummeret.', 'The municipality does not show benefits for the number.'),
    s('Kommunen skal vælge at vise ydelser.', 'The municipality must choose to show benefits.'),
  ),
  UDBETALINGER_IKKE_VALGT: fast(
    s('Kommunen viser ikke udbetalinger for nummeret.', 'The municipality does not show payments for the number.'),
    s('Kommunen skal vælge at vise udbetalinger.', 'The municipality must choose to show payments.'),
  ),
  AFTALER_IKKE_VALGT: fast(
    s('Kommunen viser ikke aftaler for nummeret.', 'The municipality does not show appointments for the number.'),
    s('Kommunen skal vælge at vise aftaler.', 'The municipality must choose to show appointments.'),
  ),
  NOTAT_NYT: (fakta, kontekst) => {
    const dage = konfigurationI(fakta, kontekst)?.notatfristDage ?? '-'
    return {
      forklaring: s(
        `Notatet er skrevet ${fakta.opstaaet}, og dets forfatter har ${dage} dage til at tænke det over.`,
        `The note was written ${fakta.opstaaet}, and its author has ${dage} days to think it over.`,
      ),
      aendring: s(
        'Det vises af sig selv, når dagene er gået. Kommunen kan sætte en kortere frist.',
        'It is shown by itself when the days have passed. The municipality can set a shorter period.',
      ),
    }
  },
  AFVENTER_KONTROL: fast(
    s(
      'Kvalitetskontrollen fandt tegn på, at det kan være journaliseret på en forkert person eller sag.',
      'The quality check found signs that it may be filed on a wrong person or case.',
    ),
    s(
      'En medarbejder skal se på det i gennemgangen og godkende det, eller fagsystemet skal rette det.',
      'Somebody must look at it in the review and approve it, or the source must correct it.',
    ),
  ),
  KARANTAENE: fast(
    s(
      'Det venter i karantæne, fordi det er et udkast eller kan fortælle om en afgørelse, før brevet er sendt.',
      'It is in quarantine, since it is a draft or could tell of a decision before the letter is sent.',
    ),
    s(
      'Brevet skal være Publiceret, Endeligt eller Afleveret, og dets dato skal være nået; uden et kendt brev ventes en uge. Kommunen kan slå karantænen fra.',
      'The letter must be Publiceret, Endeligt or Afleveret and its date reached; where no letter is known, a week is waited. The municipality can switch the quarantine off.',
    ),
  ),
  VENTER_ARBEJDSDAGE: (fakta, kontekst) => {
    const dage = konfigurationI(fakta, kontekst)?.ventArbejdsdage ?? '-'
    return {
      forklaring: s(
        `Det kan fortælle om en afgørelse, og kommunen venter ${dage} arbejdsdage, før en afgørelse vises.`,
        `It could tell of a decision, and the municipality waits ${dage} working days before a decision is shown.`,
      ),
      aendring: s(
        'Det vises af sig selv, når arbejdsdagene er gået. Kommunen kan vælge færre.',
        'It is shown by itself when the working days have passed. The municipality can choose fewer.',
      ),
    }
  },
  NOEDSTOP: fast(
    s('Kommunen har stoppet visningen med et nødstop.', 'The municipality has stopped the showing by an emergency stop.'),
    s(
      'Én skal foreslå at åbne igen, og en anden skal bekræfte det.',
      'One person must propose to open again, and another must confirm it.',
    ),
  ),
}

export const VIST: Readonly<Record<Regelnavn, Saetning>> = {
  rolle: s('Personen har en rolle, som ser dette.', 'The person has a role that sees this.'),
  foraeldremyndighed: s(
    'Personen ser sit eget, eller et barns dagtilbud.',
    "The person looks at what is their own, or at a child's dagtilbud.",
  ),
  visningsklasse: s('Ingen Visningsklasse begrænser visningen.', 'No Visningsklasse limits the showing.'),
  sagModtaget: s('De sager, som det hører til, er modtaget.', 'The cases that it belongs to have been received.'),
  altidLukket: s(
    'Nummeret er ikke på listen over altid lukkede, eller kommunens jurist har åbnet det.',
    "The number is not on the always-closed list, or the municipality's lawyer has opened it.",
  ),
  aabnet: s('Kommunen har åbnet nummeret.', 'The municipality has opened the number.'),
  fradato: s(
    'Oprettet på fradatoen eller senere, eller ældre og stadig aktiv.',
    'Created on the fradato or later, or older and still active.',
  ),
  fagsystem: s('Kommunen viser fagsystemet.', 'The municipality shows the system.'),
  dokumenttitler: s(
    'Det er ikke et dokument, eller kommunen viser dokumenttitler.',
    'It is no document, or the municipality shows document titles.',
  ),
  journalnotater: s(
    'Det er ikke et journalnotat, eller kommunen viser journalnotater.',
    'It is no journal note, or the municipality shows journal notes.',
  ),
  dokumenttyper: s(
    'Det er ikke et dokument, eller kommunen viser dets type.',
    'It is no document, or the municipality shows its type.',
  ),
  notatsystemer: s(
    'Det er ikke et journalnotat, eller kommunen viser notater fra fagsystemet.',
    'It is no journal note, or the municipality shows notes from the system.',
  ),
  ydelser: s('Det er ikke en ydelse, eller kommunen viser ydelser.', 'It is no benefit, or the municipality shows benefits.'),
  udbetalinger: s(
    'Det er ikke en udbetaling, eller kommunen viser udbetalinger.',
    'It is no payment, or the municipality shows payments.',
  ),
  aftaler: s(
    'Det er ikke en aftale, eller kommunen viser aftaler.',
    'It is no appointment, or the municipality shows appointments.',
  ),
  notatfrist: s(
    'Det er ikke et journalnotat, eller forfatterens frist er gået.',
    "It is no journal note, or its author's days have passed.",
  ),
  kvalitet: s('Kvalitetskontrollen holder det ikke tilbage.', 'The quality check does not hold it back.'),
  karantaene: s('Det venter ikke på et brev.', 'It does not wait for a letter.'),
  ventArbejdsdage: s('Det venter ikke på, at arbejdsdage går.', 'It does not wait for working days to pass.'),
  noedstop: s('Intet nødstop rammer det.', 'No emergency stop concerns it.'),
}

/** For the rules that ask the configuration, where there is none to ask. */
export const KAN_IKKE_AFGOERES: Skjuleforklaring = {
  forklaring: s(
    'Kan ikke afgøres, før kommunen har åbnet nummeret.',
    'Cannot be decided until the municipality has opened the number.',
  ),
  aendring: s('Kommunen skal først åbne nummeret.', 'The municipality must open the number first.'),
}
