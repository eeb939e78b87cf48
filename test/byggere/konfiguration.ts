import fc from 'fast-check'
import { type KlePraefiks, newUuid, parseKlePraefiks, tidspunkt, type Uuid, uuid } from '#kernel'
import type { KleKonfiguration, Titelvurdering, Visningsfakta, Visningskontekst } from '#visning'
import { DOKUMENTTYPER, type Feltvalg, type KleIndhold, UDGANGSPUNKT } from '../../src/opsaetning/konfiguration/indhold.ts'
import type { Linje, Person, Udkast, Udkasthaendelse, Udkastskridt } from '../../src/opsaetning/konfiguration/udkast.ts'
import { BROBYSKOV, EOJ, ESDH, KORSBAEK, kl12, NU } from '../../src/visning/fakta.bygger.ts'
import { vilkaarligFakta, vilkaarligKontekst } from '../../src/visning/fakta.vilkaarlig.ts'

/** For tests of the configuration and its drafts: contents, versions, drafts and persons. */
export { BROBYSKOV, EOJ, ESDH, KORSBAEK, kl12, NU }

export const praefiks = (kle: string): KlePraefiks => {
  const parsed = parseKlePraefiks(kle)
  if (!parsed) throw new RangeError(`Not a KLE prefix: ${kle}`)
  return parsed
}

/** Everything is shown. */
export const AABENT: KleIndhold = {
  ...UDGANGSPUNKT,
  aaben: true,
  fradato: '2020-01-01',
  visAeldreAktive: true,
  titelvisning: 'sagens',
  kvalitetskrav: 'ingen',
  visDokumenttitler: true,
  visJournalnotater: true,
  karantaene: false,
  visYdelser: true,
  visUdbetalinger: true,
  visAftaler: true,
}
export const indhold = (aendret: Partial<KleIndhold> = {}): KleIndhold => ({ ...AABENT, ...aendret })

export const version = (kle: string, aendret: Partial<KleKonfiguration> = {}): KleKonfiguration => ({
  kommune: KORSBAEK,
  kle,
  gaelderFra: kl12('2025-01-01'),
  ...AABENT,
  ...aendret,
})

const person = (nr: number, navn: string): Person => ({
  id: uuid(`00000000-0000-4000-8000-0000000000f${nr}`),
  cvr: KORSBAEK,
  navn,
})
const LOGIN = { rettigheder: [], enheder: [], session: newUuid() }
export const PERSONER = {
  henrik: { ...LOGIN, ...person(1, 'Henrik Aabo'), roller: ['projektansvarlig'] as const },
  gitte: { ...LOGIN, ...person(2, 'Gitte Lundsgaard'), roller: ['projektansvarlig'] as const },
  bente: { ...LOGIN, ...person(3, 'Bente Friis'), roller: ['projektansvarlig', 'kvalitetsansvarlig'] as const },
  vibeke: { ...LOGIN, ...person(4, 'Vibeke Skovdal'), roller: ['fagsystemansvarlig'] as const },
}

export const linje = (kle: string, felter: Feltvalg, jurist?: Linje['jurist']): Linje => ({
  kle: praefiks(kle),
  felter,
  ...(jurist ? { jurist } : {}),
})

/** Steps as if taken one a minute, each by the person named. */
export const haendelser = (...trin: readonly (readonly [Udkastskridt, Person?])[]): readonly Udkasthaendelse[] =>
  trin.map(([skridt, { id, cvr, navn } = PERSONER.henrik], i) => ({
    nr: i + 1,
    tid: tidspunkt(new Date(Date.parse(NU) + i * 60_000)),
    af: { id, cvr, navn },
    skridt,
  }))

export const udkast = (linjer: readonly Linje[], aendret: Partial<Udkast> = {}): Udkast => ({
  id: newUuid(),
  kommune: KORSBAEK,
  nr: 1,
  navn: 'Ældre åbnes',
  begrundelse: 'Direktionen har besluttet det',
  ikraft: undefined,
  oprettet: NU,
  tilstand: 'udkast',
  linjer,
  forslag: undefined,
  redaktoerer: new Set([PERSONER.henrik.id]),
  aendring: undefined,
  ...aendret,
})

const systemer = fc.constantFrom<readonly Uuid[]>([], [], [EOJ], [ESDH], [ESDH, EOJ])
export const vilkaarligtIndhold: fc.Arbitrary<KleIndhold> = fc.record({
  aaben: fc.constantFrom(true, true, true, false),
  juristAabnet: fc.boolean(),
  fradato: fc.constantFrom('2020-01-01', '2026-10-20', '2026-11-15', '2026-11-22'),
  visAeldreAktive: fc.boolean(),
  fagsystemfilter: systemer,
  titelvisning: fc.constantFrom('sagens', 'gennemset', 'kle'),
  kvalitetskrav: fc.constantFrom('ingen', 'stikproeve', 'alle'),
  stikproeve: fc.constantFrom(1, 20),
  visDokumenttitler: fc.boolean(),
  dokumenttyper: fc.subarray([...DOKUMENTTYPER], { maxLength: 3 }),
  visJournalnotater: fc.boolean(),
  notatsystemer: systemer,
  notatfristDage: fc.constantFrom(0, 1, 14),
  karantaene: fc.boolean(),
  ventArbejdsdage: fc.constantFrom(0, 1, 5, 20),
  visYdelser: fc.boolean(),
  visUdbetalinger: fc.boolean(),
  visAftaler: fc.boolean(),
})

/** The same with some fields changed, so that most of two contents agree. */
export const vilkaarligAendring: fc.Arbitrary<readonly [KleIndhold, KleIndhold]> = fc
  .tuple(
    vilkaarligtIndhold,
    vilkaarligtIndhold,
    fc.subarray(Object.keys(AABENT) as (keyof KleIndhold)[], { minLength: 1, maxLength: 3 }),
  )
  .map(([foer, andet, felter]) => [
    foer,
    { ...foer, ...Object.fromEntries(felter.map((felt) => [felt, andet[felt]])) } as KleIndhold,
  ])

const NUMRE = ['28', '28.09', '28.09.40', '28.77', '27.36'] as const
const TIDER = [kl12('2025-01-01'), kl12('2026-11-21'), kl12('2026-11-25'), kl12('2026-12-01')] as const
/** Some versions of one municipality's, in force, gone by and dated ahead; each number and instant once. */
export const vilkaarligeVersioner: fc.Arbitrary<readonly KleKonfiguration[]> = fc
  .array(fc.tuple(fc.constantFrom(...NUMRE), fc.constantFrom(...TIDER), vilkaarligtIndhold), { maxLength: 5 })
  .map((valgte) => [
    ...new Map(
      valgte.map(([kle, gaelderFra, felter]) => [`${kle} ${gaelderFra}`, { kommune: KORSBAEK, kle, gaelderFra, ...felter }]),
    ).values(),
  ])

export const fund: fc.Arbitrary<Titelvurdering> = fc.record({
  hash: fc.constant('x'),
  udfald: fc.constantFrom('ren', 'advaret', 'blokeret'),
  tilbageholdt: fc.constant(false),
  gennemgang: fc.constantFrom('ingen', 'venter', 'godkendt', 'rettet', 'afvist'),
  titel: fc.constant('Rettet'),
})
export const fakta: fc.Arbitrary<Visningsfakta> = vilkaarligFakta
export const kontekst: fc.Arbitrary<Visningskontekst> = vilkaarligKontekst
