import type { IndNummer } from '../../src/modtagelse/regler/index.ts'

/** When each of our own rules of intake is told, and what is wrong and right: what the rule's sentence alone does not show. */
type Indeksempel = { readonly naar: string; readonly forkert: string; readonly rigtigt: string }

export const IND_EKSEMPLER: Readonly<Record<IndNummer, Indeksempel>> = {
  'IND-001': {
    naar: 'SOAP: the message breaks the schema at a place that no numbered rule speaks of',
    forkert: '`<sag:Titler>`',
    rigtigt: '`<sag:Titel>`',
  },
  'IND-002': {
    naar: 'the same object and `tidspunkt` as kept, with other content',
    forkert: 'a new title at `"tidspunkt":"2026-01-05T08:00:00+01:00"` again',
    rigtigt: 'the new title at `"tidspunkt":"2026-01-05T09:30:00+01:00"`',
  },
  'IND-003': {
    naar: '`tidspunkt` is more than five minutes ahead of our clock',
    forkert: 'local time sent as `Z`: `2026-07-01T10:00:00Z` at 10.00 in Denmark',
    rigtigt: '`2026-07-01T10:00:00+02:00`',
  },
  'IND-004': {
    naar: 'another it-system delivered the object first, and is its Master',
    forkert: 'two systems deliver one case with one UUID',
    rigtigt: 'only the Master delivers; the other points at it with a relation',
  },
  'IND-005': {
    naar: 'the owner, the Master or the KLE number is outside what was agreed for you',
    forkert: 'Ejer `12345678`, agreed `11111111`',
    rigtigt: 'have the agreement extended, or leave the object out',
  },
  'IND-006': {
    naar: 'the UUID was delivered as another kind',
    forkert: 'one UUID for a case and its document',
    rigtigt: 'a UUID for each object',
  },
  'IND-007': {
    naar: 'a `virkning` lacks something, has a time without a zone, or ends before it begins',
    forkert: '`{"fra":"2026-01-05T08:00:00"}`',
    rigtigt: '`{"fra":"2026-01-05T08:00:00+01:00"}`',
  },
  'IND-008': {
    naar: 'two posts hold at once where one may',
    forkert: 'two `egenskaber` from different days, both without `til`',
    rigtigt: 'the first with `til` = the second’s `fra`',
  },
  'IND-009': {
    naar: 'the states do not begin with Opstaaet',
    forkert: '`fremdrift` with Afgjort alone',
    rigtigt: 'Opstaaet until the decision, then Afgjort',
  },
  'IND-010': {
    naar: 'a relation has a role that its list does not know',
    forkert: '`"rolle":"Hovedpart"`',
    rigtigt: '`"rolle":"Primær part"`',
  },
  'IND-011': {
    naar: 'two relations of one role and type have the same `indeks` at once',
    forkert: 'two documents, both `"indeks":"1"`',
    rigtigt: '`"indeks":"1"` and `"indeks":"2"`',
  },
  'IND-012': {
    naar: 'a time is not a dateTime with a zone',
    forkert: '`"05-01-2026"`',
    rigtigt: '`"2026-01-05T08:00:00+01:00"`',
  },
  'IND-013': {
    naar: 'SOAP: an operation or an envelope that is not the service’s',
    forkert: 'SOAP 1.1, or `importer` sent to the service of `fjern`',
    rigtigt: 'SOAP 1.2 to the endpoint in the WSDL',
  },
  'IND-014': {
    naar: 'REST: a line is no JSON, or has a key twice, NUL, or a number beyond 2^53',
    forkert: '`{"art":"sag","art":"sag"}`',
    rigtigt: '`{"art":"sag"}`',
  },
  'IND-015': {
    naar: 'a line over 1 MB, a message over 5 MB, or too many of them',
    forkert: '150,000 lines in one delivery',
    rigtigt: 'two deliveries, each with an `Idempotency-Key` of its own',
  },
  'IND-016': {
    naar: 'REST: a field is unknown, or of another type',
    forkert: '`"ydelsesbeloeb":1250`',
    rigtigt: '`"ydelsesbeloeb":"1250.00"`',
  },
  'IND-017': { naar: 'a delivery holds no object', forkert: 'an empty body', rigtigt: 'at least one line' },
  'IND-018': {
    naar: 'SOAP: one object twice in a message, with one Tidspunkt and different content',
    forkert: 'two `SagIndeks` of one UUID',
    rigtigt: 'one of them, or a Tidspunkt each',
  },
  'IND-019': {
    naar: 'a line differs from what was sent with the same `Idempotency-Key`',
    forkert: '`Idempotency-Key: nat` every night',
    rigtigt: '`Idempotency-Key: nat-2026-01-05`',
  },
  'IND-020': {
    naar: 'an item names more than 200 parties',
    forkert: 'a hearing with 5,000 neighbours as Sekundær part',
    rigtigt: 'a case a neighbour, or the neighbours left out',
  },
  'IND-021': {
    naar: '`opdater` or `fjern` of an object that you have not delivered',
    forkert: '`opdater` before the first import has been acknowledged',
    rigtigt: 'import first',
  },
  'IND-022': {
    naar: '`opdater` with a `tidspunkt` that is not newer than the object’s',
    forkert: 'changes sent out of order',
    rigtigt: 'each change later than the one before; or import the object whole, which may come in any order',
  },
  'IND-023': {
    naar: 'the object was removed (`fjern`)',
    forkert: 'the same UUID delivered again',
    rigtigt: 'a new UUID; to hide something for a time, use the Visningsklasse instead of `fjern`',
  },
  'IND-024': {
    naar: '`opdater` names nothing that changes',
    forkert: '`{"operation":"opdater","art":"sag","id":"…","tidspunkt":"…"}`',
    rigtigt: 'at least one list with what is new',
  },
  'IND-025': {
    naar: 'with the change the object would be larger than one may be',
    forkert: 'a journal of thousands of posts, added to for years',
    rigtigt: 'import the object with the history that is still needed',
  },
  'IND-026': {
    naar: 'SOAP: signature or SAML token (OIO IDWS) is not in order; the answer names what',
    forkert: 'a token that ran out an hour ago',
    rigtigt: 'fetch a new token, and sign anew',
  },
  'IND-027': {
    naar: 'the sandbox, or a fictional municipality: a party may be a real person',
    forkert: '`urn:oio:cpr-nr:` with the number of somebody at the office',
    rigtigt: '`urn:oio:cpr-nr:8712450017`: day 27 + 60, nobody’s',
  },
}
