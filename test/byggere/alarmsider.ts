import { newUuid, tidspunkt, uuid } from '#kernel'
import type { Markup, Sprog } from '#web'
import type { KoeRaekke } from '../../src/partsoverblik/alarm/tilsyn.sql.ts'
import type { Alarmbesoeg, Alarmtal, Koe } from '../../src/partsoverblik/alarm/tilsyn.ts'
import type { Udtraek } from '../../src/partsoverblik/alarm/udtraek.ts'
import { type Besoegsvisning, besoegView, INTET_VURDERET } from '../../src/partsoverblik/alarm/web/besoeg.view.ts'
import { koeView } from '../../src/partsoverblik/alarm/web/koe.view.ts'
import { talView } from '../../src/partsoverblik/alarm/web/tal.view.ts'
import { INTET_BESTILT, type Udtraeksvisning, udtraekView } from '../../src/partsoverblik/alarm/web/udtraek.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { KORSBAEK } from './websted.ts'

/** The pages of those who look after alarms, in the states that look different. */

const kl = (tid: string) => tidspunkt(`2026-${tid}:00.000Z`)
const ULLA = uuid('323e4567-e89b-42d3-a456-426655440001')
const k = (s: Sprog, sti = '/kommune/alarmer') => arbejdskontekst(s, 'kommune', sti)

const venter = (navn: string, begyndt: string, arter: KoeRaekke['arter'], spurgt = false): KoeRaekke => ({
  besoeg_id: newUuid(),
  medarbejder_navn: navn,
  begyndt: kl(begyndt),
  formaal: 'henvendelse',
  arter,
  spurgt,
})
const KOE: Koe = {
  raekker: [
    venter('Mia Holm', '10-07T12:40', ['selv'], true),
    venter('Ulla Jakobsen', '08-30T08:12', ['beskyttet', 'tidspunkt']),
    venter('Bent Kjær', '09-29T07:55', ['kollega']),
    venter('Ulla Jakobsen', '10-08T06:03', ['maengde']),
  ],
  tal: { antal: 31, spurgt: 1, aeldste: kl('08-30T08:12') },
  afgjorte: [
    {
      besoeg_id: newUuid(),
      medarbejder_navn: 'Bent Kjær',
      begyndt: kl('09-21T07:55'),
      udfald: 'uberettiget',
      naeste: 'personalesag',
      tid: kl('10-06T09:00'),
      af_navn: 'Henrik Aabo',
    },
    {
      besoeg_id: newUuid(),
      medarbejder_navn: 'Mia Holm',
      begyndt: kl('09-20T07:55'),
      udfald: 'afklaret',
      naeste: null,
      tid: kl('10-05T09:00'),
      af_navn: 'Henrik Aabo',
    },
  ],
  soegedage: [
    { medarbejder: newUuid(), navn: 'Bent Kjær', dag: '2026-10-07', antal: 1_204, plejer: 38, aabnet: 4 },
    { medarbejder: ULLA, navn: 'Ulla Jakobsen', dag: '2026-10-05', antal: 61, plejer: 0, aabnet: 0 },
  ],
  side: 1,
  sider: 2,
}
const TOM: Koe = { raekker: [], tal: { antal: 0, spurgt: 0, aeldste: null }, afgjorte: [], soegedage: [], side: 1, sider: 1 }

const linje = (tid: string, hvad: string, antal: number): Alarmbesoeg['linjer'][number] => ({
  tid: kl(tid),
  grund: 'jobfunktionsrolle',
  formaal: 'andet',
  hvad,
  antal,
  objekt_id: null,
  enhed: 'Jobcenter Korsbæk',
})
const BESOEG: Alarmbesoeg = {
  kommune: KORSBAEK,
  besoeg_id: uuid('5f8e2c1a-7b60-4d39-9e4b-2a6c8d0f1e37'),
  medarbejder_id: ULLA,
  medarbejder_navn: 'Ulla Jakobsen',
  formaal: 'andet',
  begrundelse: 'Skulle hjælpe en kollega med at finde en sag',
  begyndt: kl('08-30T21:12'),
  skal_bekraeftes: false,
  bekraeftet: null,
  alarmer: [
    { art: 'beskyttet', alvor: 'koe', tal: null },
    { art: 'tidspunkt', alvor: 'koe', tal: null },
    { art: 'foelsomt', alvor: 'log', tal: 3 },
  ],
  udfald: [],
  linjer: [linje('08-30T21:12', 'partsoverblik', 14), linje('08-30T21:14', 'notattekst', 1), linje('08-30T21:15', 'fuldtCpr', 1)],
}
const VURDERET: Alarmbesoeg = {
  ...BESOEG,
  begrundelse: undefined,
  skal_bekraeftes: true,
  alarmer: [{ art: 'selv', alvor: 'spoerg', tal: null }],
  linjer: [],
  udfald: [
    {
      nr: 1,
      udfald: 'uberettiget',
      naeste: 'samtale',
      begrundelse: 'Ulla oplyser, at hun ville se sin egen sag. Hun er henvist til borgerens egen side.',
      tid: kl('10-07T09:00'),
      af_navn: 'Henrik Aabo',
    },
  ],
}
const besoeg =
  (vist: Alarmbesoeg, visning: Partial<Besoegsvisning> = {}) =>
  (s: Sprog) =>
    besoegView(k(s), vist, { formular: INTET_VURDERET, gemt: false, ...visning })

const TAL: Alarmtal = {
  maaneder: [
    { maaned: '2026-10', besoeg: 41, i_koe: 12, aabne: 8, berettiget: 3, uberettiget: 0, afklaret: 1, dage: '1.5' },
    { maaned: '2026-09', besoeg: 1_212, i_koe: 31, aabne: 2, berettiget: 25, uberettiget: 1, afklaret: 3, dage: '4.0' },
    { maaned: '2026-08', besoeg: 988, i_koe: 0, aabne: 0, berettiget: 0, uberettiget: 0, afklaret: 0, dage: null },
  ],
  arter: [
    { art: 'foelsomt', antal: 2_020, i_koe: 0 },
    { art: 'kollega', antal: 30, i_koe: 22 },
    { art: 'selv', antal: 2, i_koe: 2 },
  ],
}

const udtraek = (felter: Partial<Udtraek>): Udtraek => ({
  udtraek_id: newUuid(),
  om: 'medarbejder',
  om_medarbejder: ULLA,
  om_navn: 'Ulla Jakobsen',
  antal: null,
  fra: '2026-04-01',
  til: '2026-09-30',
  bestilt: kl('10-06T09:00'),
  bestilt_af: newUuid(),
  bestilt_af_navn: 'Karen Østerby',
  godkendt: null,
  svar_af: null,
  formaal: 'Halvårlig revision af opslag',
  mit: false,
  venter: true,
  kanHentes: false,
  ...felter,
})
const UDTRAEK: readonly Udtraek[] = [
  udtraek({}),
  udtraek({ mit: true, bestilt_af_navn: 'Henrik Aabo', formaal: 'Opfølgning på en alarm om en kollega' }),
  udtraek({ mit: true, venter: false, godkendt: true, svar_af: 'Karen Østerby', kanHentes: true }),
  udtraek({ om: 'stikproeve', om_medarbejder: null, om_navn: null, antal: 50, mit: true, venter: false, kanHentes: true }),
  udtraek({ venter: false, godkendt: false, svar_af: 'Henrik Aabo' }),
]
const udtraeksside =
  (felter: Partial<Udtraeksvisning>) =>
  (s: Sprog): Markup =>
    udtraekView(k(s, '/kommune/alarmer/udtraek'), {
      udtraek: UDTRAEK,
      medarbejdere: [
        { medarbejder_id: ULLA, navn: 'Ulla Jakobsen' },
        { medarbejder_id: newUuid(), navn: 'Bent Kjær' },
      ],
      bestiller: true,
      formular: INTET_BESTILT,
      bestilt: false,
      besvaretAfAndre: false,
      ...felter,
    })

export const ALARMSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'alarmer-koe': (s) => koeView(k(s), KOE, true),
  'alarmer-tom': (s) => koeView(k(s), TOM, false),
  'alarmer-besoeg': besoeg(BESOEG),
  'alarmer-besoeg-fejl': besoeg(BESOEG, {
    formular: { udfald: 'uberettiget', naeste: '', begrundelse: 'Der var ingen opgave', fejl: 'NAESTE_MANGLER' },
  }),
  'alarmer-besoeg-udfald': besoeg(BESOEG, { formular: { ...INTET_VURDERET, fejl: 'UDFALD_MANGLER' } }),
  'alarmer-besoeg-taget': besoeg(VURDERET, { formular: { ...INTET_VURDERET, fejl: 'ALLEREDE_AFGJORT' } }),
  'alarmer-besoeg-vurderet': besoeg(VURDERET, { gemt: true }),
  'alarmer-tal': (s) => talView(k(s), TAL),
  'alarmer-udtraek': udtraeksside({ bestilt: true }),
  'alarmer-udtraek-fejl': udtraeksside({
    udtraek: [],
    formular: {
      ...INTET_BESTILT,
      om: 'borger',
      fra: '01-01-2026',
      til: '30-09-2026',
      formaal: 'Aktindsigt i loggen',
      fejl: 'PERIODE_FOR_LANG',
    },
  }),
  'alarmer-udtraek-kan-ikke': udtraeksside({
    bestiller: false,
    besvaretAfAndre: true,
    formular: { ...INTET_BESTILT, fejl: 'KAN_IKKE_HENTES' },
  }),
}
