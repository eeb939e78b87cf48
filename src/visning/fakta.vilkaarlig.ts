import fc from 'fast-check'
import { ARTER, type CvrNummer, type Grund, type Tidspunkt, tidspunkt, type Uuid, uuid } from '#kernel'
import { ALTID, BEGGE, BROBYSKOV, EOJ, ESDH, KORSBAEK, NU } from './fakta.bygger.ts'
import {
  type Brevfakta,
  KVALITETSKRAV,
  type Noedstop,
  type Sagsfakta,
  TITELVISNINGER,
  type Visningsfakta,
  type Visningskontekst,
} from './fakta.ts'

/** For property tests: any item and any onlooker, weighted so that every rule has its say. */
const DOEGN = 24 * 60 * 60 * 1000
// Instants within some weeks of now, on both sides of Danish midnight, and sometimes long ago.
const tider = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -45, max: 3 }) },
      { weight: 1, arbitrary: fc.integer({ min: -900, max: 60 }) },
    ),
    fc.constantFrom(0, 10, 10.5, 11, 11.5, 22.9),
  )
  .map(([dage, timer]): Tidspunkt => tidspunkt(new Date(Date.parse(NU) + dage * DOEGN + timer * 3_600_000)))
const dage = tider.map((tid) => tid.slice(0, 10))
const mostly = <T>(hyppig: T, andre: fc.Arbitrary<T>, weight = 9): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(hyppig) }, { weight: 1, arbitrary: andre })
const virkninger = fc
  .tuple(tider, fc.option(tider))
  .map(([a, b]) => (b === null || b === a ? { fra: a, til: null } : a < b ? { fra: a, til: b } : { fra: b, til: a }))

/** States one after the other. */
const states = <S extends string>(...mulige: S[]) =>
  fc
    .tuple(fc.uniqueArray(tider, { maxLength: 4 }), fc.array(fc.constantFrom(...mulige), { minLength: 4, maxLength: 4 }))
    .map(([fra, status]) =>
      fra.toSorted().map((tid, i, alle) => ({ status: status[i] as S, virkning: { fra: tid, til: alle[i + 1] ?? null } })),
    )
const breve = fc.record<Brevfakta>({
  oprettet: tider,
  brevDato: fc.option(dage, { nil: undefined }),
  fremdrift: states('Underudarbejdelse', 'Underreview', 'Endeligt', 'Publiceret', 'Afleveret'),
})
const sager = fc.record<Sagsfakta>({
  fremdrift: states('Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'),
  breve: fc.array(breve, { maxLength: 2 }),
})
const dokumenter = fc.record({
  type: fc.constantFrom('Brev, indgaaende', 'Brev, udgaaende', 'Internt Notat', 'Internt Notat', 'Rapport', 'Plan', 'Nyt'),
  fremdrift: fc.option(
    fc.constantFrom('Modtaget', 'Fordelt', 'Underudarbejdelse', 'Underreview', 'Publiceret', 'Endeligt', 'Ukendt'),
    {
      nil: undefined,
    },
  ),
  brevDato: fc.option(dage, { nil: undefined }),
  sendt: fc.option(dage, { nil: undefined }),
})
const TING = ['a1', 'a2', 'a3', 'a4'].map((ende) => uuid(`00000000-0000-4000-8000-0000000000${ende}`))
const stop: fc.Arbitrary<Noedstop> = fc
  .constantFrom(
    ...TING.map((id) => ['ting', id] as const),
    ...['Rapport', 'Internt Notat', EOJ].map((type) => ['dokumenttype', type] as const),
    ...[EOJ, ESDH, 'andet'].map((kilde) => ['kilde', kilde] as const),
    ...['boern-og-familie', 'andet'].map((omraade) => ['omraade', omraade] as const),
  )
  .chain(([slags, vaerdi]) =>
    fc.record({
      id: fc.constant(uuid('00000000-0000-4000-8000-0000000000ff')),
      kommune: fc.constantFrom(KORSBAEK, BROBYSKOV),
      slags: fc.constant(slags),
      vaerdi: fc.constant(vaerdi),
      siden: tider,
    }),
  )
const ROLLER = ['Primær part', 'Ydelsesmodtager', 'Bevillingsmodtager', 'Sekundær part', 'Effektueringsmodtager']
export const vilkaarligFakta: fc.Arbitrary<Visningsfakta> = fc.record({
  art: fc.constantFrom(...ARTER),
  objekt: fc.constantFrom(...TING),
  sagsIder: fc.subarray([...TING], { maxLength: 2 }),
  bevillingsIder: mostly<readonly Uuid[]>([], fc.subarray([...TING], { maxLength: 1 })),
  kommuner: mostly<readonly CvrNummer[]>([KORSBAEK], fc.constantFrom([BROBYSKOV], [KORSBAEK, BROBYSKOV])),
  livsomraader: fc.subarray(['boern-og-familie', 'andet']),
  tilbageholdt: mostly(false, fc.constant(true)),
  kommune: mostly(KORSBAEK, fc.constant(BROBYSKOV), 20),
  kle: mostly<string | undefined>('28.09.40', fc.constantFrom('28.77.04', '27.36.04', undefined)),
  kilde: fc.constantFrom(EOJ, ESDH),
  roller: mostly(BEGGE, fc.array(fc.record({ rolle: fc.constantFrom(...ROLLER), virkning: virkninger }), { maxLength: 3 })),
  visningsklasser: mostly(
    [],
    fc.array(fc.record({ klasse: fc.constantFrom('Visning undtaget for borger', 'Ny', null), virkning: virkninger }), {
      maxLength: 2,
    }),
  ),
  sagUkendt: mostly(false, fc.constant(true)),
  egetNummerLukket: mostly(false, fc.constant(true)),
  oprettet: tider,
  opstaaet: tider,
  aktiv: fc.boolean(),
  dokument: fc.option(dokumenter, { nil: undefined, freq: 20 }),
  sager: fc.array(sager, { maxLength: 2 }),
})
export const vilkaarligKontekst: fc.Arbitrary<Visningskontekst> = fc.record({
  // At 23:30 UTC it is tomorrow in Denmark.
  nu: fc.constantFrom(NU, tidspunkt('2026-11-22T23:30:00Z')),
  grund: mostly<Grund>('egen', fc.constant('foraeldremyndighed'), 3),
  alder: fc.constantFrom(3, 14, 15, 40, undefined),
  altidLukket: mostly(false, fc.constant(true)),
  stop: mostly<readonly Noedstop[]>([], fc.array(stop, { minLength: 1, maxLength: 2 }), 3),
  konfiguration: fc.option(
    fc.record({
      kommune: fc.constant(KORSBAEK),
      kle: fc.constantFrom('28', '28', '28.09', '28.09.40', '2'),
      gaelderFra: mostly<Tidspunkt>(ALTID.fra, tider),
      aaben: mostly(true, fc.constant(false)),
      juristAabnet: fc.boolean(),
      fradato: mostly('2020-01-01', dage),
      visAeldreAktive: fc.boolean(),
      fagsystemfilter: fc.constantFrom([], [], [EOJ], [ESDH, EOJ]),
      titelvisning: fc.constantFrom(...TITELVISNINGER),
      kvalitetskrav: fc.constantFrom(...KVALITETSKRAV),
      stikproeve: fc.nat(200),
      visDokumenttitler: mostly(true, fc.constant(false)),
      dokumenttyper: fc.constantFrom([], [], ['Rapport', 'Plan'], ['Brev, indgaaende', 'Internt Notat']),
      visJournalnotater: mostly(true, fc.constant(false)),
      notatsystemer: fc.constantFrom([], [], [EOJ], [ESDH, EOJ]),
      notatfristDage: fc.constantFrom(0, 0, 1, 14),
      karantaene: mostly(true, fc.constant(false)),
      ventArbejdsdage: fc.constantFrom(0, 0, 1, 5, 20),
      visYdelser: mostly(true, fc.constant(false)),
      visUdbetalinger: mostly(true, fc.constant(false)),
      visAftaler: mostly(true, fc.constant(false)),
    }),
    { nil: undefined, freq: 8 },
  ),
})
