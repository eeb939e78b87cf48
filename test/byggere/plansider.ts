import { tidspunkt, uuid } from '#kernel'
import { createOpsaetning } from '#visning'
import type { Markup, Sprog } from '#web'
import type { Maanedstal } from '../../src/opsaetning/maaling/hent-tal.ts'
import { talView } from '../../src/opsaetning/maaling/web/tal.view.ts'
import { aabenhedsrapport } from '../../src/opsaetning/plan/aabenhed.ts'
import { findNaesteSkridt, type Planfakta, planfremdrift, plantal } from '../../src/opsaetning/plan/fremdrift.ts'
import { compareMinimum, readMinimumsliste } from '../../src/opsaetning/plan/minimumsliste.ts'
import { type Etape, type Planhaendelse, planFra } from '../../src/opsaetning/plan/plan.ts'
import { aabenhedView } from '../../src/opsaetning/plan/web/aabenhed.view.ts'
import { etapeView } from '../../src/opsaetning/plan/web/etape.view.ts'
import { felterAf, readEtape } from '../../src/opsaetning/plan/web/laes-formular.ts'
import { type Planside, planView } from '../../src/opsaetning/plan/web/plan.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { BROBYSKOV, KORSBAEK, linje, PERSONER, praefiks, udkast, version } from './konfiguration.ts'

/** The pages of the plan, of openness and of figures, in the states that look different. */

const NU = tidspunkt('2026-10-08T07:30:00.000Z')
const id = (nr: number) => uuid(`00000000-0000-4000-8000-0000000000e${nr}`)
const k = (s: Sprog, sti = '/kommune/plan') => arbejdskontekst(s, 'kommune', sti)

const ETAPE: Etape = {
  id: id(1),
  navn: 'Hjemmepleje og hjælpemidler',
  omraader: [],
  kle: [praefiks('27.36'), praefiks('27.60')],
  fra: '2026-01-01',
  til: '2026-06-30',
  ansvarlig: 'Visitationen',
  fradato: '2022-03-01',
  aeldreAktive: true,
  kvalitet: 'alle',
  stikproeve: 0,
  dokumenttyper: ['Brev, udgaaende', 'Plan'],
}
const ETAPER: readonly Etape[] = [
  ETAPE,
  {
    ...ETAPE,
    id: id(2),
    navn: 'Dagtilbud',
    kle: [praefiks('28.09'), praefiks('28.77')],
    fra: '2026-09-01',
    til: '2026-12-31',
    ansvarlig: 'Pladsanvisningen',
    kvalitet: 'stikproeve',
    stikproeve: 200,
    dokumenttyper: [],
  },
  {
    ...ETAPE,
    id: id(3),
    navn: 'Alt om bolig og byggeri',
    omraader: ['bolig-og-byggeri'],
    kle: [],
    fra: '2027-01-01',
    til: '2027-12-31',
    ansvarlig: 'Byggeservice',
    aeldreAktive: false,
    kvalitet: 'faste',
    dokumenttyper: [],
  },
]
const sat = (etape: Etape, nr: number): Planhaendelse => ({
  nr,
  tid: tidspunkt(`2026-09-0${nr}T09:00:00.000Z`),
  af: PERSONER.henrik,
  skridt: { type: 'etapeSat', etape, aarsag: 'Besluttet af direktionen den 1. september' },
})
const HAENDELSER = ETAPER.map((etape, i) => sat(etape, i + 1))
const OPSAETNING = createOpsaetning([
  version('27.36', { fradato: '2022-03-01' }),
  version('27.60', { fradato: '2023-01-01' }),
  version('28.77', { gaelderFra: tidspunkt('2026-11-30T23:00:00.000Z') }),
  version('28', { kommune: BROBYSKOV, visJournalnotater: false }),
  version('29', { kommune: BROBYSKOV }),
])
const FORSLAG = udkast([linje('28.09', { aaben: true })], {
  id: id(4),
  navn: 'Dagtilbud',
  tilstand: 'foreslaaet',
  redaktoerer: new Set([PERSONER.henrik.id]),
})
const FAKTA: Planfakta = { nu: NU, opsaetning: OPSAETNING, udkast: [FORSLAG], ventende: new Map([['27.36.04', 1_204]]) }
const LISTE = readMinimumsliste()

function side(haendelser: readonly Planhaendelse[], fakta: Planfakta, mere: Partial<Planside> = {}): Planside {
  const plan = planFra(KORSBAEK, haendelser)
  const etaper = planfremdrift(plan, fakta)
  const tal = plantal(etaper, fakta)
  return {
    etaper,
    tal,
    naeste: findNaesteSkridt(etaper, { mig: PERSONER.gitte.id, forhaandsvist: new Set(), ventende: tal.ventende, nu: NU }),
    minimum: compareMinimum(LISTE, KORSBAEK, plan, fakta.opsaetning, NU),
    kilde: LISTE.kilde,
    haendelser: haendelser.toReversed(),
    maaAendre: true,
    nytUdkast: id(9),
    ...mere,
  }
}
const INTET = { ...FAKTA, opsaetning: createOpsaetning([]), udkast: [], ventende: new Map<string, number>() }

const MAANED: Maanedstal = {
  maaned: '2026-10-01',
  talt: NU,
  afsluttet: false,
  borgere: 1_204,
  besoeg: 5_310,
  andel: 83,
  omraader: [
    { omraade: 'arbejde-og-forsoergelse', borgere: 402, besoeg: 1_811 },
    { omraade: 'boern-og-familie', borgere: 611, besoeg: 2_004 },
    { omraade: 'bolig-og-byggeri', borgere: 'faa', besoeg: 'faa' },
  ],
  sikre: 311,
  holdt: 12,
  gennemgang: { titler: 240, dage: 2.4, sekunder: 6 },
}
const MAANEDER: readonly Maanedstal[] = [
  MAANED,
  { ...MAANED, maaned: '2026-09-01', afsluttet: true, borgere: 980, besoeg: 4_002, andel: 80, gennemgang: undefined },
  {
    ...MAANED,
    maaned: '2026-08-01',
    afsluttet: true,
    borgere: 'faa',
    besoeg: 'faa',
    andel: 'faa',
    omraader: [],
    sikre: undefined,
    holdt: undefined,
  },
]

const fejlside = () => {
  const laest = readEtape({
    navn: 'Hjemmepleje',
    kle: '27.3',
    fra: '01-01-2027',
    til: '01-01-2026',
    ansvarlig: '',
    omraader: 'sundhed',
  })
  if (laest.ok) throw new TypeError('The stage should be refused')
  return laest.afvisning
}

export const PLANSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'plan-tom': (s) => planView(k(s), side([], INTET)),
  'plan-igang': (s) => planView(k(s), side(HAENDELSER, FAKTA), { ok: true, kvittering: 'gemt' }),
  'plan-laeser': (s) => planView(k(s), side(HAENDELSER.slice(0, 1), { ...FAKTA, udkast: [] }, { maaAendre: false })),
  'plan-udkast': (s) =>
    planView(k(s), side(HAENDELSER, { ...FAKTA, opsaetning: createOpsaetning([]), udkast: [] }), {
      ok: false,
      afvisning: 'ANDEN_VAR_FOERST',
    }),
  'plan-etape': (s) => etapeView(k(s), { felter: felterAf(ETAPE), nr: 3, id: ETAPE.id, navn: ETAPE.navn }),
  'plan-etape-fejl': (s) => etapeView(k(s), { felter: fejlside(), nr: 0, id: id(8), navn: undefined }),
  aabenhed: (s) => aabenhedView(k(s, '/kommune/aabenhed'), 'Korsbæk Kommune', aabenhedsrapport(OPSAETNING, KORSBAEK, NU)),
  'aabenhed-alene': (s) =>
    aabenhedView(k(s, '/kommune/aabenhed'), 'Korsbæk Kommune', aabenhedsrapport(createOpsaetning([]), KORSBAEK, NU)),
  tal: (s) => talView(k(s, '/kommune/tal'), MAANEDER),
  'tal-faa': (s) => talView(k(s, '/kommune/tal'), MAANEDER.slice(2)),
  'tal-intet': (s) => talView(k(s, '/kommune/tal'), []),
}
