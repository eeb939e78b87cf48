import { tidspunkt, uuid } from '#kernel'
import { readUdgaver } from '#klassifikation'
import { createOpsaetning } from '#visning'
import type { Markup, Sprog } from '#web'
import { isLukketNummer } from '../../src/opsaetning/konfiguration/anvend.ts'
import { findUdkastfakta } from '../../src/opsaetning/konfiguration/ret-udkast.ts'
import { aabningerAf, sammenlign } from '../../src/opsaetning/konfiguration/sammenligning.ts'
import {
  buildKletrae,
  findKnude,
  knudetilstand,
  kommendeVersioner,
  soegKnuder,
  vejTil,
} from '../../src/opsaetning/konfiguration/trae.ts'
import { type Udkasthaendelse, type Udkastskridt, udkastFra } from '../../src/opsaetning/konfiguration/udkast.ts'
import { linjeView } from '../../src/opsaetning/konfiguration/web/linje.view.ts'
import { nummerView } from '../../src/opsaetning/konfiguration/web/nummer.view.ts'
import { nytView } from '../../src/opsaetning/konfiguration/web/nyt.view.ts'
import { historikView, indlaesView, sammenlignView } from '../../src/opsaetning/konfiguration/web/oversigter.view.ts'
import { type Traeside, traeView } from '../../src/opsaetning/konfiguration/web/trae.view.ts'
import { type Udkastside, udkastView } from '../../src/opsaetning/konfiguration/web/udkast.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { BROBYSKOV, EOJ, ESDH, haendelser, indhold, KORSBAEK, PERSONER, praefiks, version } from './konfiguration.ts'

/** The pages of the configuration, in the states that look different. */

const P = PERSONER
const NU = tidspunkt('2026-10-08T07:30:00.000Z')
const fra = (dag: string) => ({ gaelderFra: tidspunkt(`${dag}T00:00:00Z`) })
const OPSAETNING = createOpsaetning([
  version('28', { ...fra('2020-12-01'), fradato: '2020-12-01', visAeldreAktive: false, karantaene: true }),
  version('28.77', { ...fra('2022-02-01'), aaben: false }),
  version('27.36', {
    ...fra('2024-03-01'),
    fradato: '2022-03-01',
    fagsystemfilter: [EOJ],
    titelvisning: 'kle',
    karantaene: true,
  }),
  version('27.36', { ...fra('2027-01-01'), fradato: '2020-01-01' }),
  version('32.24', fra('2021-06-01')),
  version('27.36', { kommune: BROBYSKOV, ...fra('2023-05-15') }),
  version('15', { kommune: BROBYSKOV, ...fra('2021-06-01') }),
])
const udgaver = await readUdgaver(undefined)
const TRAE = buildKletrae(udgaver.ok ? udgaver.value : [], '2026-10-08', ['27.36'], 'da')
const SYSTEMER = new Map([
  [EOJ, 'Lindely Omsorg'],
  [ESDH, 'Kastanje Sag'],
])
const titelAf = (kle: string) => findKnude(TRAE, praefiks(kle))?.titel ?? ''
const k = (sprog: Sprog) => arbejdskontekst(sprog, 'kommune', '/kommune/konfiguration')

const ID = uuid('423e4567-e89b-42d3-a456-426655440000')
const TRIN: readonly Udkastskridt[] = [
  {
    type: 'oprettet',
    navn: 'Hjemmepleje og genoptræning åbnes',
    begrundelse: 'Besluttet af ældreudvalget den 3. september 2026',
  },
  { type: 'linjeSat', kle: praefiks('27.36'), felter: { fagsystemfilter: [], visJournalnotater: false } },
  {
    type: 'linjeSat',
    kle: praefiks('29.21'),
    felter: {
      aaben: true,
      fradato: '2024-01-01',
      visYdelser: true,
      visAftaler: true,
      visDokumenttitler: true,
      dokumenttyper: ['Brev, udgaaende', 'Plan'],
    },
  },
  {
    type: 'linjeSat',
    kle: praefiks('27.57.12'),
    felter: { aaben: true, fradato: '2026-01-01' },
    jurist: { navn: 'Jytte Holm', tekst: 'Kun for borgere, der selv har bedt om det, jf. notat af 1. september 2026.' },
  },
]
function side(trin: readonly Udkastskridt[], mere: Partial<Udkastside> = {}): Udkastside {
  const egne: readonly Udkasthaendelse[] = haendelser(...trin.map((skridt) => [skridt, P.henrik] as const)).map((en) => ({
    ...en,
    tid: tidspunkt('2026-10-07T08:00:00Z'),
  }))
  const udkast = udkastFra(ID, KORSBAEK, egne)
  if (!udkast) throw new Error('No draft')
  const { linjer, hash, indsnaevrer } = findUdkastfakta(OPSAETNING, udkast, NU)
  return {
    udkast,
    haendelser: egne,
    linjer,
    hash,
    indsnaevrer,
    forskudte: [],
    titelAf,
    systemer: SYSTEMER,
    mig: P.henrik.id,
    maaAendre: true,
    ...mere,
  }
}
const { linjer, hash } = side(TRIN)
const FORSLAG: Udkastskridt = { type: 'foreslaaet', hash, aarsag: 'Titlerne er gennemgået af alle tre teams', linjer }
const [foerste] = linjer
const FORSKUDT = foerste ? [{ ...foerste, foer: { ...foerste.foer, fradato: '2026-10-01' } }] : []
const SNAEVRE: readonly Udkastskridt[] = [
  { type: 'oprettet', navn: 'Færre notater', begrundelse: 'Fejl i notater' },
  { type: 'linjeSat', kle: praefiks('28'), felter: { visJournalnotater: false } },
]

const traeside = (mere: Partial<Traeside> = {}): Traeside => ({
  knuder: TRAE,
  under: undefined,
  vej: [],
  soegning: '',
  tilstandAf: (kle) => knudetilstand(OPSAETNING, KORSBAEK, kle, NU),
  antal: {
    tid: NU,
    efterEmne: new Map([
      ['27.36.04', 1_204],
      ['28.09.40', 388],
      ['32.24.04', 96_210],
    ]),
  },
  udkast: [side(TRIN).udkast, side([...TRIN, FORSLAG]).udkast],
  maaAendre: true,
  ...mere,
})
const under = (kle: string) => {
  const knude = findKnude(TRAE, praefiks(kle))
  return { under: knude, knuder: knude?.boern ?? [], vej: vejTil(TRAE, praefiks(kle)) }
}
const nummer = (kle: string) => ({
  kle: praefiks(kle),
  knude: findKnude(TRAE, praefiks(kle)),
  tilstand: knudetilstand(OPSAETNING, KORSBAEK, praefiks(kle), NU),
  gaeldende: OPSAETNING.konfigurationFor(KORSBAEK, kle, NU),
  kommende: kommendeVersioner(OPSAETNING, KORSBAEK, praefiks(kle), NU),
  lukketNummer: isLukketNummer(praefiks(kle)),
  antal: 1_204,
  andre: aabningerAf(OPSAETNING, praefiks(kle), NU).filter(({ kommune }) => kommune !== KORSBAEK),
  systemer: SYSTEMER,
  udkast: [side(TRIN).udkast],
  maaAendre: true,
  kanLukkes: kle !== '27.57.12',
})
const linjeside = (kle: string) => ({
  udkast: side(TRIN).udkast,
  kle: praefiks(kle),
  titel: titelAf(kle),
  lukketNummer: isLukketNummer(praefiks(kle)),
  indhold: indhold({ fagsystemfilter: [EOJ], dokumenttyper: ['Plan'] }),
  jurist: undefined,
  systemer: SYSTEMER,
})
const AENDRINGER = [
  {
    nr: 2,
    tid: NU,
    slags: 'indsnaevring' as const,
    udkast: undefined,
    af: P.gitte,
    indhold: { navn: '28.77', aarsag: 'Titler med navne på børn', gaelderFra: NU, linjer: linjer.slice(0, 1) },
  },
  {
    nr: 1,
    tid: tidspunkt('2026-09-01T08:00:00Z'),
    slags: 'godkendelse' as const,
    udkast: ID,
    af: P.gitte,
    indhold: {
      navn: 'Hjemmepleje og genoptræning åbnes',
      aarsag: 'Besluttet',
      foreslaaetAf: P.henrik,
      gaelderFra: tidspunkt('2026-10-01T00:00:00Z'),
      linjer,
    },
  },
]

export const KONFIGURATIONSSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'konfiguration-trae': (s) => traeView(k(s), traeside()),
  'konfiguration-trae-under': (s) => traeView(k(s), traeside({ ...under('27'), antal: undefined, udkast: [], maaAendre: false })),
  'konfiguration-trae-soeg': (s) =>
    traeView(k(s), traeside({ soegning: 'hjælp', knuder: soegKnuder(TRAE, 'hjælp', 100) }), { ok: true, kvittering: 'uaendret' }),
  'konfiguration-trae-intet': (s) => traeView(k(s), traeside({ soegning: 'xyz', knuder: [] })),
  'konfiguration-nummer': (s) => nummerView(k(s), nummer('27.36'), { ok: true, kvittering: 'lukket' }),
  'konfiguration-nummer-altid-lukket': (s) =>
    nummerView(k(s), { ...nummer('27.57.12'), udkast: [] }, { ok: false, afvisning: 'KRAEVER_TO' }),
  'konfiguration-nyt': (s) =>
    nytView(
      k(s),
      { vaerdier: { navn: ['Hjemmepleje'], ikraft: ['31-02-2027'] }, fejl: { begrundelse: 'langTekst', ikraft: 'dag' } },
      { id: ID, kle: '27.36' },
    ),
  'konfiguration-udkast': (s) => udkastView(k(s), side(TRIN), { ok: true, kvittering: 'gemt' }),
  'konfiguration-udkast-tomt': (s) => udkastView(k(s), side(TRIN.slice(0, 1), { mig: P.gitte.id })),
  'konfiguration-udkast-snaevert': (s) => udkastView(k(s), side(SNAEVRE)),
  'konfiguration-forslag': (s) => udkastView(k(s), side([...TRIN, FORSLAG], { mig: P.gitte.id })),
  'konfiguration-forslag-foraeldet': (s) =>
    udkastView(k(s), side([...TRIN, FORSLAG], { mig: P.gitte.id, forskudte: FORSKUDT }), { ok: false, afvisning: 'FORAELDET' }),
  'konfiguration-linje': (s) => linjeView(k(s), linjeside('27.36'), { vaerdier: {}, fejl: {} }),
  'konfiguration-linje-fejl': (s) =>
    linjeView(k(s), linjeside('27.57.12'), {
      vaerdier: { aaben: ['ja'], fradato: ['i går'], ventArbejdsdage: ['x'] },
      fejl: { fradato: 'dag', ventArbejdsdage: 'tal', juristNavn: 'tekst', juristTekst: 'langTekst' },
    }),
  'konfiguration-historik': (s) => historikView(k(s), AENDRINGER, { aeldre: 1, systemer: SYSTEMER }),
  'konfiguration-sammenlign': (s) =>
    sammenlignView(k(s), { raekker: sammenlign(OPSAETNING, KORSBAEK, NU), andre: 1, kunManglende: false, titelAf }),
  'konfiguration-indlaes': (s) => indlaesView(k(s), []),
  'konfiguration-indlaes-fejl': (s) =>
    indlaesView(k(s), [
      { linje: 3, kode: 'KLE_UGYLDIG', kolonne: '27.3' },
      { linje: 4, kode: 'CELLE', kolonne: 'aaben', ventet: { da: 'ja eller nej', en: 'ja (yes) or nej (no)' } },
    ]),
}
