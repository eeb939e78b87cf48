import fc from 'fast-check'
import type { Objekt, SagObjekt } from '#indeks'
import { cvrNummer, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { type KleKonfiguration, KVALITETSKRAV, TITELVISNINGER } from '#visning'
import { projectAlle, toGaeldende } from '../../src/indeks/projektion.bygger.ts'
import { konfiguration } from '../../src/visning/fakta.bygger.ts'
import { id, KORSBAEK, objekt, part } from './indeks.ts'

/** Random worlds: a few citizens with cases, papers, notes, grants, payments and appointments of many numbers, and random configurations of them. */

export const VERDENS_NU = tidspunkt('2026-11-22T12:00:00.000Z')
export const NABOKOMMUNE = cvrNummer('12345678')
// As many as there are cases, so that most have few numbers, and some a single item that a change is felt by.
export const BORGERE = ['Ulla', 'Bent', 'Aya', 'Liv', 'Kim', 'Mads'] as const
const KILDER = [id('kilde 1'), id('kilde 2')] as const
// Neighbours of each other, one in its own group, one always closed and one of a group that shares two digits.
const NUMRE = ['27.36.04', '27.36.08', '27.35.04', '28.06.00', '32.24.04', '34.10.30', '27.57.12'] as const
const PRAEFIKSER = ['27', '27.36', '27.36.04', '27.57.12', '28', '32', '32.24', '34.10.30'] as const

const DOEGN = 86_400_000
const tider = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: -30, max: 2 }) },
    { weight: 1, arbitrary: fc.integer({ min: -900, max: -30 }) },
  )
  .map((dage): Tidspunkt => tidspunkt(new Date(Date.parse(VERDENS_NU) + dage * DOEGN + 3_600_000)))
const altid = { fra: tidspunkt('2019-01-01T00:00:00Z'), til: null }
const numre = fc.constantFrom(...NUMRE)
/** One number, or one that took over from another. */
const kler = fc.oneof(
  { weight: 4, arbitrary: numre.map((kle) => [{ kle, virkning: altid }]) },
  {
    weight: 1,
    arbitrary: fc.tuple(numre, numre, tider).map(([gammelt, nyt, tid]) => [
      { kle: gammelt, virkning: { fra: altid.fra, til: tid } },
      { kle: nyt, virkning: { fra: tid, til: null } },
    ]),
  },
)
const folk = fc
  .subarray([...BORGERE], { minLength: 1, maxLength: 2 })
  .chain((navne) =>
    fc.constantFrom('Primær part', 'Primær part', 'Sekundær part').map((rolle) => navne.map((n) => part(n, rolle))),
  )
const klasser = fc.constantFrom([], [], [], [], [{ klasse: 'Visning undtaget for borger', virkning: altid }])
const trin = <S extends string>(...mulige: readonly [S, ...S[]]) =>
  fc
    .tuple(
      fc.uniqueArray(tider, { minLength: 1, maxLength: 3 }),
      fc.array(fc.constantFrom(...mulige), { minLength: 3, maxLength: 3 }),
    )
    .map(([fra, status]) =>
      fra.toSorted().map((tid, i, alle) => ({ status: status[i] as S, virkning: { fra: tid, til: alle[i + 1] ?? null } })),
    )
const udsnit = (navne: readonly string[]) => fc.subarray([...navne], { minLength: 1, maxLength: 2 })
const navne = (art: string, antal: number) => Array.from({ length: antal }, (_, i) => `${art} ${i}`)

const SAGER = navne('sag', 5)
const DOKUMENTER = navne('dokument', 6)
const BEVILLINGER = navne('bevilling', 3)

const sag = (navn: string): fc.Arbitrary<Objekt> =>
  fc
    .record({
      kommune: fc.constantFrom(KORSBAEK, KORSBAEK, KORSBAEK, NABOKOMMUNE),
      kler,
      parter: folk,
      visningsklasser: klasser,
      oprettet: tider,
      fremdrift: trin('Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'),
      journalposter: udsnit(DOKUMENTER),
    })
    .map(({ journalposter, ...felter }) =>
      objekt('sag', navn, {
        ...felter,
        kle: felter.kler.at(-1)?.kle,
        titler: [{ titel: navn, nummer: navn, virkning: altid }],
        journalposter: journalposter.map((dokument) => ({ dokument: id(dokument), titel: undefined, virkning: altid })),
      }),
    )

const dokument = (navn: string): fc.Arbitrary<Objekt> =>
  fc
    .record({
      kler: fc.oneof(fc.constant([]), kler),
      visningsklasser: klasser,
      oprettet: tider,
      type: fc.constantFrom('Brev, udgaaende', 'Brev, udgaaende', 'Brev, indgaaende', 'Internt Notat', 'Rapport'),
      fremdrift: trin('Modtaget', 'Underudarbejdelse', 'Endeligt', 'Publiceret'),
    })
    .map(({ type, ...felter }) =>
      objekt('dokument', navn, {
        ...felter,
        titler: [{ titel: navn, nummer: navn, type, brevDato: undefined, virkning: altid }],
      }),
    )

const notat = (navn: string): fc.Arbitrary<Objekt> =>
  fc
    .record({ sag: fc.constantFrom(...SAGER), oprettet: tider, visningsklasser: klasser })
    .map(({ sag: paa, ...felter }) =>
      objekt('journalnotat', navn, { ...felter, sag: id(paa), titler: [{ titel: navn, format: 'text/plain', virkning: altid }] }),
    )

const bevilling = (navn: string): fc.Arbitrary<Objekt> =>
  fc
    .record({
      parter: folk,
      oprettet: tider,
      sager: udsnit(SAGER),
      ydelser: fc.array(fc.option(numre, { nil: undefined }), { maxLength: 2 }),
    })
    .map(({ parter, sager, ydelser, oprettet }) =>
      objekt('bevilling', navn, {
        oprettet,
        kle: ydelser.find(Boolean),
        parter: parter.map((led) => ({ ...led, rolle: 'Ydelsesmodtager' })),
        sager: sager.map(id),
        rammer: [{ fra: undefined, til: undefined, virkning: altid }],
        ydelser: ydelser.map((kle, i) => ({ ...YDELSE, id: `${i}`, navn: `${navn} ${i}`, kle })),
      }),
    )
const YDELSE = {
  type: 'Økonomisk' as const,
  fra: undefined,
  til: undefined,
  omfang: undefined,
  meddelelse: undefined,
  planer: [],
  virkning: altid,
}
const BETALING = { beskrivelse: undefined, fra: undefined, til: undefined, beloeb: undefined, virkning: altid }

const udbetaling = (navn: string): fc.Arbitrary<Objekt> =>
  fc
    .record({ oprettet: tider, bevillinger: fc.subarray(BEVILLINGER, { minLength: 1, maxLength: 2 }) })
    .map(({ oprettet, bevillinger }) =>
      objekt('oekonomiskEffektuering', navn, {
        oprettet,
        udbetalinger: [{ ...PENGE, virkning: altid }],
        ydelser: bevillinger.map((led, i) => ({ ...BETALING, bevilling: id(led), ydelse: `${i}` })),
      }),
    )
const PENGE = {
  dispositionsdato: '2026-11-30',
  brutto: undefined,
  efterSkat: undefined,
  sendt: undefined,
  udbetalt: undefined,
  erSendt: false,
  erUdbetalt: false,
  godkendt: true,
}

const aftale = (navn: string): fc.Arbitrary<Objekt> =>
  fc
    .record({ oprettet: tider, kler: fc.oneof(fc.constant([]), kler), sag: fc.option(fc.constantFrom(...SAGER)), parter: folk })
    .map(({ sag: paa, kler: egne, ...felter }) =>
      objekt('aftale', navn, {
        ...felter,
        kler: egne,
        kle: egne.at(-1)?.kle,
        sag: paa === null ? undefined : id(paa),
        partersomSagen: paa !== null,
        aftaler: [{ ...MOEDE, titel: navn, virkning: altid }],
      }),
    )
const MOEDE = {
  type: 'Aftale' as const,
  beskrivelse: undefined,
  start: tidspunkt('2026-12-01T09:00:00Z'),
  slut: undefined,
  sted: undefined,
  status: 'Aktiv' as const,
}

export type Verdensraekke = ReturnType<typeof projectAlle>[number]

/** Grants and payments of one municipality stand on its own cases: of the other's letters neither is told anything. */
const isFremmed = (led: Objekt, sager: ReadonlyMap<Uuid, SagObjekt>): boolean =>
  led.art === 'bevilling' && led.sager.some((paa) => sager.get(paa)?.kommune !== led.kommune)

/** The rows of the overview of a random world. */
export const vilkaarligVerden: fc.Arbitrary<readonly Verdensraekke[]> = fc
  .record({
    ting: fc.tuple(
      ...[
        ...SAGER.map(sag),
        ...DOKUMENTER.map(dokument),
        ...navne('notat', 3).map(notat),
        ...BEVILLINGER.map(bevilling),
        ...navne('udbetaling', 3).map(udbetaling),
        ...navne('aftale', 3).map(aftale),
      ],
    ),
    kilder: fc.infiniteStream(fc.constantFrom(...KILDER)),
  })
  .map(({ ting, kilder }) => {
    const sager = new Map(ting.flatMap((led) => (led.art === 'sag' ? [[led.id, led] as const] : [])))
    return projectAlle(
      ting
        .filter((led) => !isFremmed(led, sager))
        .map((led) => ({ ...toGaeldende(led), kilde: led.art === 'sag' ? KILDER[0] : (kilder.next().value as Uuid) })),
    )
  })

const oftest = fc.constantFrom(true, true, true, true, false)
const felter: fc.Arbitrary<Partial<KleKonfiguration>> = fc.record({
  aaben: fc.constantFrom(true, true, true, false),
  juristAabnet: fc.boolean(),
  fradato: fc.constantFrom('2019-01-01', '2019-01-01', '2025-06-01', '2026-11-10'),
  visAeldreAktive: fc.boolean(),
  fagsystemfilter: fc.constantFrom([], [], [KILDER[0]], [...KILDER]),
  titelvisning: fc.constantFrom(...TITELVISNINGER),
  kvalitetskrav: fc.constantFrom(...KVALITETSKRAV),
  visDokumenttitler: oftest,
  dokumenttyper: fc.constantFrom([], ['Brev, udgaaende']),
  visJournalnotater: oftest,
  notatsystemer: fc.constantFrom([], [KILDER[1]]),
  notatfristDage: fc.constantFrom(0, 5),
  karantaene: fc.boolean(),
  ventArbejdsdage: fc.constantFrom(0, 0, 0, 4),
  visYdelser: oftest,
  visUdbetalinger: oftest,
  visAftaler: oftest,
})

const versioner = fc
  .uniqueArray(fc.constantFrom(...PRAEFIKSER), { minLength: 1, maxLength: 4 })
  .chain((valgte) => fc.tuple(...valgte.map((kle) => felter.map((led) => ({ ...led, kle })))))
/** Much is open, so that there is something to close. */
const AABNE = ['27', '28', '32'].map((kle) =>
  konfiguration({ kle, kommune: KORSBAEK, gaelderFra: altid.fra, fradato: '2019-01-01', karantaene: false }),
)

/** What one municipality has, and what a draft puts on top of it, both in force. */
export const vilkaarligAendring: fc.Arbitrary<{ readonly foer: KleKonfiguration[]; readonly nye: KleKonfiguration[] }> =
  fc.record({
    foer: fc.tuple(fc.boolean(), versioner).map(([aabent, led]) => {
      const egne = led.map((en) => konfiguration({ ...en, kommune: KORSBAEK, gaelderFra: altid.fra }))
      return [...(aabent ? AABNE : []).filter(({ kle }) => !egne.some((en) => en.kle === kle)), ...egne]
    }),
    nye: versioner.map((led) =>
      led.map((en) => konfiguration({ ...en, kommune: KORSBAEK, gaelderFra: tidspunkt('2026-11-22T10:00:00.000Z') })),
    ),
  })

/** Which rows are judged, and which of those are held back; and what is stopped. By place among the rows. */
export const vilkaarligKontrol = fc.record({
  vurderede: fc.array(fc.constantFrom('ikke', 'ren', 'ren', 'holdt'), { minLength: 60, maxLength: 60 }),
  stop: fc.constantFrom<readonly { readonly slags: string; readonly vaerdi: string }[]>(
    [],
    [],
    [{ slags: 'kilde', vaerdi: KILDER[1] }],
    [{ slags: 'dokumenttype', vaerdi: 'Rapport' }],
  ),
})
export type Kontrol = typeof vilkaarligKontrol extends fc.Arbitrary<infer K> ? K : never
