import { cvrNummer, type Tidspunkt, tidspunkt, type Uuid, uuid, type Virkning } from '#kernel'
import type { Brevfakta, Fremdriftsperiode, KleKonfiguration, SagFremdrift, Visningsfakta, Visningskontekst } from './fakta.ts'

/** For tests: a case about home care in Korsbæk that is shown, to be altered one fact at a time. */
export const KORSBAEK = cvrNummer('11111111')
export const BROBYSKOV = cvrNummer('12345678')
export const EOJ: Uuid = uuid('00000000-0000-4000-8000-0000000000e1')
export const ESDH: Uuid = uuid('00000000-0000-4000-8000-0000000000e2')
export const SAG: Uuid = uuid('00000000-0000-4000-8000-00000000005a')
export const NU = tidspunkt('2026-11-22T12:00:00.000Z')

/** Noon UTC of a day. */
export const kl12 = (dag: string): Tidspunkt => tidspunkt(`${dag}T12:00:00Z`)

/** From `fra` (a day) until `til` (a day) or for ever. */
export const virkning = (fra: string, til?: string): Virkning => ({ fra: kl12(fra), til: til === undefined ? null : kl12(til) })

export const rolle = (navn: string, gyldig: Virkning = virkning('2025-01-01')) => ({ rolle: navn, virkning: gyldig })

export const ALTID: Virkning = { fra: tidspunkt('2000-01-01T00:00:00Z'), til: null }
/** Primær part and Ydelsesmodtager, always: sees every kind. */
export const BEGGE = [rolle('Primær part', ALTID), rolle('Ydelsesmodtager', ALTID)]

/** States with the day each began; each ends where the next begins. */
export const fremdrift = (...trin: readonly (readonly [SagFremdrift, string])[]): Fremdriftsperiode[] =>
  trin.map(([status, fra], i) => ({ status, virkning: virkning(fra, trin[i + 1]?.[1]) }))

/** An outgoing letter: begun as a draft on `kladde`, finished on `faerdig` where that is given. */
export const brev = (kladde: string, faerdig?: string, brevDato?: string): Brevfakta => ({
  oprettet: kl12(kladde),
  brevDato,
  fremdrift: [
    { status: 'Underudarbejdelse', virkning: virkning(kladde, faerdig) },
    ...(faerdig === undefined ? [] : [{ status: 'Endeligt', virkning: virkning(faerdig) }]),
  ],
})

export const konfiguration = (aendret: Partial<KleKonfiguration> = {}): KleKonfiguration => ({
  kommune: KORSBAEK,
  kle: '27.36',
  gaelderFra: kl12('2025-01-01'),
  aaben: true,
  juristAabnet: false,
  fradato: '2025-01-01',
  visAeldreAktive: false,
  fagsystemfilter: [],
  titelvisning: 'sagens',
  kvalitetskrav: 'ingen',
  stikproeve: 0,
  visDokumenttitler: true,
  dokumenttyper: [],
  visJournalnotater: true,
  notatsystemer: [],
  notatfristDage: 0,
  karantaene: true,
  ventArbejdsdage: 0,
  visYdelser: true,
  visUdbetalinger: true,
  visAftaler: true,
  ...aendret,
})

export const sagFakta = (aendret: Partial<Visningsfakta> = {}): Visningsfakta => ({
  art: 'sag',
  objekt: SAG,
  sagsIder: [SAG],
  bevillingsIder: [],
  kommune: KORSBAEK,
  kommuner: [KORSBAEK],
  livsomraader: ['hjaelp-pleje-og-handicap'],
  kle: '27.36.04',
  kilde: EOJ,
  tilbageholdt: false,
  roller: [rolle('Primær part')],
  visningsklasser: [],
  sagUkendt: false,
  egetNummerLukket: false,
  oprettet: kl12('2026-03-01'),
  opstaaet: kl12('2026-03-01'),
  aktiv: true,
  dokument: undefined,
  sager: [{ fremdrift: fremdrift(['Opstaaet', '2026-03-01']), breve: [] }],
  ...aendret,
})

export const kontekst = (aendret: Partial<Visningskontekst> = {}): Visningskontekst => ({
  nu: NU,
  grund: 'egen',
  alder: 82,
  konfiguration: konfiguration(),
  altidLukket: false,
  stop: [],
  ...aendret,
})

/** The outcome as a word: 'vises', or the reason. */
export const udfald = (afgoerelse: { vises: true } | { vises: false; grund: string }): string =>
  afgoerelse.vises ? 'vises' : afgoerelse.grund
