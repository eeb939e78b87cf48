import type { Regelbrud, Saetning } from './regelbrud.ts'

/** Our own rules for intake (IND-nnn): what the official rules leave open. Numbers are never reused. */
const TEKSTER = {
  'IND-001': {
    da: 'Meddelelsens XML følger ikke skemaet; ret elementet, og send igen.',
    en: 'The XML does not follow the schema; correct the element and send again.',
  },
  'IND-002': {
    da: 'Der findes allerede en registrering med samme Tidspunkt og andet indhold; send ændringen med sit eget Tidspunkt.',
    en: 'A registration with the same Tidspunkt and other content exists already; send the change with a Tidspunkt of its own.',
  },
  'IND-003': {
    da: 'Tidspunkt ligger mere end fem minutter fremme; ret afsenderens ur.',
    en: 'Tidspunkt is more than five minutes ahead; correct the clock of the sender.',
  },
  'IND-004': {
    da: 'Objektet tilhører et andet mastersystem; kun dets Master må ændre det.',
    en: 'The object belongs to another master system; only its Master may change it.',
  },
  'IND-005': {
    da: 'Afsenderen må ikke levere for denne kommune, dette system eller dette KLE-nummer; få aftalen udvidet.',
    en: 'The sender may not deliver for this municipality, system or KLE number; have the agreement extended.',
  },
  'IND-006': {
    da: 'Objektet er tidligere leveret som en anden art; brug en ny UUID.',
    en: 'The object was delivered as another kind before; use a new UUID.',
  },
  'IND-007': {
    da: 'Virkning er ikke fuldstændig: angiv FraTidspunkt med zone, et senere TilTidspunkt eller uendelig, AktoerRef og AktoerTypeKode Bruger eller ItSystem.',
    en: 'Virkning is incomplete: give FraTidspunkt with a zone, a later TilTidspunkt or infinity, AktoerRef, and AktoerTypeKode Bruger or ItSystem.',
  },
  'IND-008': {
    da: 'To værdier gælder på samme tid, hvor der kun må være én; luk den første virkning, hvor den næste begynder.',
    en: 'Two values hold at the same time where there may be only one; end the first virkning where the next begins.',
  },
  'IND-009': {
    da: 'Tilstanden Opstaaet mangler; send alle sagens tilstande med.',
    en: 'The state Opstaaet is missing; send the whole history of states.',
  },
  'IND-010': {
    da: 'Rollen er ukendt for denne relation; brug en af relationens roller.',
    en: 'The rolle is unknown for this relation; use one of the roles of the relation.',
  },
  'IND-011': {
    da: 'To relationer har samme type, rolle og indeks på samme tid; giv hver sit indeks.',
    en: 'Two relations have the same type, rolle and indeks at the same time; give each an indeks of its own.',
  },
  'IND-012': {
    da: 'Tidspunktet er ikke en dateTime med zone; skriv det som 2026-01-31T12:00:00+01:00.',
    en: 'The time is not a dateTime with a zone; write it as 2026-01-31T12:00:00+01:00.',
  },
  'IND-013': {
    da: 'Operationen eller meddelelsens form understøttes ikke her; brug en af tjenestens operationer over SOAP 1.2.',
    en: 'The operation or the form of the message is not supported here; use one of the operations of the service over SOAP 1.2.',
  },
  'IND-014': {
    da: 'Linjen er ikke gyldig JSON, eller den har en nøgle to gange, tegnet NUL eller et tal over 2^53; ret linjen.',
    en: 'The line is not valid JSON, or has a key twice, the character NUL or a number beyond 2^53; correct the line.',
  },
  'IND-015': {
    da: 'Linjen eller meddelelsen er for stor; del leverancen op.',
    en: 'The line or the message is too large; split the delivery.',
  },
  'IND-016': {
    da: 'Feltet er ukendt eller har en forkert type; ret det efter beskrivelsen af arten.',
    en: 'The field is unknown or of a wrong type; correct it by the description of the kind.',
  },
  'IND-017': {
    da: 'Der er ingenting at levere; send mindst ét objekt.',
    en: 'There is nothing to deliver; send at least one object.',
  },
  'IND-018': {
    da: 'Samme objekt står to gange i meddelelsen med samme Tidspunkt og forskelligt indhold; send det én gang.',
    en: 'The same object stands twice in the message with the same Tidspunkt and different content; send it once.',
  },
  'IND-019': {
    da: 'Linjen er en anden end den, der tidligere er sendt med samme Idempotency-Key; brug en ny nøgle til en ny leverance.',
    en: 'The line differs from the one sent before with the same Idempotency-Key; use a new key for a new delivery.',
  },
  'IND-020': {
    da: 'Elementet har mere end 200 parter; del det op, eller lad dem ude, der ikke skal se det.',
    en: 'The item has more than 200 parties; divide it, or leave out those who are not to see it.',
  },
  'IND-021': {
    da: 'Objektet findes ikke her hos dette mastersystem; importer det først, eller ret UUID og art.',
    en: 'This master system has no such object here; import it first, or correct the UUID and the kind.',
  },
  'IND-022': {
    da: 'Tidspunkt er ikke nyere end objektets gældende registrering; send ændringen med et senere Tidspunkt.',
    en: 'Tidspunkt is not newer than the current registration of the object; send the change with a later Tidspunkt.',
  },
  'IND-023': {
    da: 'Objektet er fjernet og kan ikke leveres igen; brug en ny UUID, hvis det er en ny ting.',
    en: 'The object has been removed and cannot be delivered again; use a new UUID where it is a new thing.',
  },
  'IND-024': {
    da: 'Ændringen nævner intet, der ændres; send mindst én egenskab, tilstand eller relation.',
    en: 'The change names nothing that changes; send at least one attribute set, state or relation.',
  },
  'IND-025': {
    da: 'Objektet ville blive for stort med ændringen; importer det med den historik, der stadig er brug for.',
    en: 'The object would become too large with the change; import it with the history that is still needed.',
  },
  'IND-026': {
    da: 'Meddelelsens signatur eller SAML-token (OIO IDWS) kunne ikke godkendes; ret det, som svaret nævner, og signér på ny.',
    en: 'The signature or SAML token of the message (OIO IDWS) could not be approved; correct what the answer says and sign anew.',
  },
  'IND-027': {
    da: 'For en opdigtet kommune (sandkassen) må kun nævnes opdigtede personer; brug CPR-numre med dag + 60.',
    en: 'For a fictional municipality (the sandbox) only fictive persons may be named; use CPR numbers with day + 60.',
  },
} as const satisfies Record<string, Saetning>

export type IndNummer = keyof typeof TEKSTER

/** Every IND rule with its sentences, for catalogues and documentation. */
export const IND_REGLER: Readonly<Record<IndNummer, Saetning>> = TEKSTER

/** The breach of an IND rule at `sti`, with the rule's own sentence. */
export const indBrud = (regel: IndNummer, sti: string): Regelbrud => ({ regel, sti, ...TEKSTER[regel] })
