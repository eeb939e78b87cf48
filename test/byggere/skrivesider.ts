import { newUuid, tidspunkt, uuid } from '#kernel'
import type { Markup, Sprog } from '#web'
import { type Advisside, advisView } from '../../src/partsoverblik/advis/web/advis.view.ts'
import { aabnView, type Vaelgside, vaelgView } from '../../src/partsoverblik/advis/web/vaelg.view.ts'
import type { Bemaerkning } from '../../src/partsoverblik/bemaerkning/bemaerkning.ts'
import {
  type Bemaerkningsside,
  bemaerkningerView,
  INTET_OENSKE,
} from '../../src/partsoverblik/bemaerkning/web/bemaerkninger.view.ts'
import { findFund, INGEN_FUND, type SkrevetNotat } from '../../src/partsoverblik/notat/notat.ts'
import { type Notatside, notatView } from '../../src/partsoverblik/notat/web/notat.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { KORSBAEK } from './websted.ts'

/** The pages on which caseworkers write about a citizen and are told of what happens, in the states that look different. */

const BESOEG = '/kommune/borger/5f8e2c1a-7b60-4d39-9e4b-2a6c8d0f1e37'
const BESOEGT = { navn: 'Inger Østergaard', nummer: '820541-****' }
const ID = (nr: number) => uuid(`00000000-0000-4000-8000-0000000000${10 + nr}`)
const kl = (tid: string) => tidspunkt(`2026-10-${tid}:00.000Z`)

const bemaerkning = (nr: number, felter: Partial<Bemaerkning>): Bemaerkning => ({
  id: ID(nr),
  slags: 'tolk',
  tekst: 'Somalisk',
  detalje: '',
  begrundelse: '',
  fra: '2026-01-12',
  til: undefined,
  gennemgaasSenest: undefined,
  satAf: 'Gitte Lundsgaard',
  sat: '2026-01-12',
  ...felter,
})
const BEMAERKNINGER = [
  bemaerkning(1, {
    slags: 'obsAdfaerd',
    tekst: 'Truede en medarbejder i venteværelset',
    begrundelse: 'Borgeren kastede en stol den 20. september. To medarbejdere var til stede, og politiet blev tilkaldt.',
    fra: '2026-09-21',
    til: '2027-09-21',
    gennemgaasSenest: '2027-03-23',
  }),
  bemaerkning(2, {}),
  bemaerkning(3, {
    slags: 'partsrepraesentant',
    tekst: 'Advokat Peder Prøvesen',
    detalje: 'Telefon 70 00 00 00',
    fra: '2026-12-01',
  }),
]
const bemaerkninger = (felter: Partial<Bemaerkningsside>) => (s: Sprog) =>
  bemaerkningerView(arbejdskontekst(s, 'kommune', `${BESOEG}/bemaerkninger`), {
    tilbage: BESOEG,
    besoegt: BESOEGT,
    sti: `${BESOEG}/bemaerkninger`,
    idag: '2026-10-08',
    bemaerkninger: BEMAERKNINGER,
    gjort: undefined,
    fejl: undefined,
    oenske: INTET_OENSKE,
    noegle: ID(6),
    ...felter,
  })

const notat = (nr: number, felter: Partial<SkrevetNotat>): SkrevetNotat => ({
  id: ID(nr),
  sag: ID(9),
  kommune: KORSBAEK,
  tilstand: 'venter',
  tilstandTid: kl('08T06:12'),
  grund: undefined,
  grundtekst: '',
  skrevet: kl('08T06:12'),
  af: ID(8),
  afNavn: 'Henrik Aabo',
  indhold: { titel: 'Samtale om hjælp i hjemmet', tekst: 'Vi aftalte hjælp to gange om ugen.\nBorgeren ringer selv på mandag.' },
  ...felter,
})
const NOTATER = [
  notat(1, {}),
  notat(2, { tilstand: 'afvist', grund: 'sagLukket', grundtekst: 'Lukket den 1. oktober', skrevet: kl('05T09:00') }),
  notat(3, { tilstand: 'journaliseret', indhold: undefined, skrevet: kl('01T08:00') }),
]
const VALGT = { sag: 'aaaaaaaaaaaaaaaa', titel: 'Samtale ang. borgeren, ring 70 10 20 30', tekst: 'Vi aftalte hjælp.' }
const notatside = (felter: Partial<Notatside>) => (s: Sprog) =>
  notatView(arbejdskontekst(s, 'kommune', `${BESOEG}/notat`), {
    tilbage: BESOEG,
    besoegt: BESOEGT,
    sti: `${BESOEG}/notat`,
    sager: [
      { ref: 'aaaaaaaaaaaaaaaa', titel: 'Hjælp i hjemmet', nummer: '26-14432' },
      { ref: 'bbbbbbbbbbbbbbbb', titel: 'Kørestol', nummer: '26-15001' },
    ],
    notater: NOTATER,
    noegle: ID(7),
    valgt: { sag: '', titel: '', tekst: '' },
    fund: INGEN_FUND,
    kanSendes: false,
    fejl: undefined,
    sendt: false,
    ...felter,
  })

const advisside = (felter: Partial<Advisside>) => (s: Sprog) =>
  advisView(arbejdskontekst(s, 'kommune', '/kommune/advis'), {
    advis: [
      {
        id: ID(1),
        hvad: 'nyt',
        tid: kl('08T06:12'),
        laest: false,
        ting: { art: 'dokument', titel: 'Brev om hjælp i hjemmet' },
        part: ID(5),
      },
      {
        id: ID(2),
        hvad: 'frist',
        tid: kl('07T08:00'),
        laest: false,
        ting: { art: 'aftale', titel: 'Frist for oplysninger' },
        part: ID(5),
      },
      { id: ID(3), hvad: 'paamindelse', tid: kl('06T08:00'), laest: true, ting: undefined, part: ID(5) },
      {
        id: ID(4),
        hvad: 'notatAfvist',
        tid: kl('05T08:00'),
        laest: true,
        ting: { art: 'sag', titel: 'Kørestol' },
        part: ID(5),
      },
    ],
    naeste: `2026-10-05T08:00:00.000Z/${ID(4)}`,
    kunUlaeste: false,
    abonnementer: [
      {
        abonnement_id: ID(1),
        slags: 'egneSager',
        part_id: null,
        objekt_id: null,
        gruppe: null,
        dage_foer: null,
        dag: null,
        oprettet: kl('01T08:00'),
      },
      {
        abonnement_id: ID(2),
        slags: 'frist',
        part_id: ID(5),
        objekt_id: ID(6),
        gruppe: null,
        dage_foer: 7,
        dag: null,
        oprettet: kl('02T08:00'),
      },
      {
        abonnement_id: ID(3),
        slags: 'part',
        part_id: ID(5),
        objekt_id: null,
        gruppe: 'Visitationen',
        dage_foer: null,
        dag: null,
        oprettet: kl('03T08:00'),
      },
    ],
    grupper: [
      { gruppe_id: ID(1), navn: 'Visitationen', antal: 6, medlem: true },
      { gruppe_id: ID(2), navn: 'Borgerservice, skranken', antal: 1, medlem: false },
    ],
    mailadresse: 'henrik@korsbaek.example',
    mailTil: true,
    gjort: false,
    fejl: undefined,
    ...felter,
  })

const vaelgside = (felter: Partial<Vaelgside>) => (s: Sprog) =>
  vaelgView(arbejdskontekst(s, 'kommune', `${BESOEG}/advis`), {
    tilbage: BESOEG,
    besoegt: BESOEGT,
    sti: `${BESOEG}/advis`,
    sager: [{ vaerdi: 'aaaaaaaaaaaaaaaa', tekst: 'Hjælp i hjemmet · 26-14432' }],
    frister: [{ vaerdi: 'bbbbbbbbbbbbbbbb', tekst: 'Frist for oplysninger · 1. november 2026' }],
    grupper: [{ gruppe_id: ID(1), navn: 'Visitationen', antal: 6, medlem: true }],
    valgtSag: '',
    gjort: false,
    fejl: undefined,
    ...felter,
  })

const FUND = findFund({ titel: VALGT.titel, tekst: VALGT.tekst })
const INTET = { advis: [], naeste: undefined, abonnementer: [], grupper: [], mailTil: false, mailadresse: undefined }

export const SKRIVESIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'borger-bemaerkninger': bemaerkninger({ gjort: 'gemt' }),
  'borger-bemaerkninger-tom': bemaerkninger({ bemaerkninger: [] }),
  'borger-bemaerkninger-fejl': (s) =>
    bemaerkninger({
      fejl: s === 'da' ? 'Skriv en begrundelse på mindst 20 tegn.' : 'Write a reason of at least 20 characters.',
      oenske: { ...INTET_OENSKE, slags: 'obsAdfaerd', tekst: 'Råbte højt' },
    })(s),
  'borger-notat': notatside({ sendt: true }),
  'borger-notat-fund': (s) =>
    notatside({
      fejl: s === 'da' ? 'Se på det, der er fundet.' : 'Look at what was found.',
      valgt: VALGT,
      fund: FUND,
      kanSendes: true,
    })(s),
  'borger-notat-tom': notatside({ sager: [], notater: [] }),
  advis: advisside({}),
  'advis-tom': advisside(INTET),
  'advis-fejl': (s) =>
    advisside({
      fejl: { felt: 'adresse', tekst: s === 'da' ? 'Skriv én mailadresse.' : 'Write one mail address.', vaerdi: 'henrik@' },
    })(s),
  'advis-vaelg': vaelgside({ gjort: true }),
  'advis-vaelg-tom': (s) =>
    vaelgside({
      sager: [],
      frister: [],
      grupper: [],
      fejl: s === 'da' ? 'Skriv en dato efter i dag.' : 'Write a day after today.',
    })(s),
  'advis-aabn': (s) =>
    aabnView(arbejdskontekst(s, 'kommune', '/kommune/advis/aabn'), {
      id: newUuid(),
      formaal: '',
      begrundelse: '',
      fejl: s === 'da' ? 'Vælg, hvorfor du slår borgeren op.' : 'Choose why you look the citizen up.',
    }),
}
