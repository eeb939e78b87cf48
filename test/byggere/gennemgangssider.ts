import { tidspunkt, uuid } from '#kernel'
import type { Markup, Sprog } from '#web'
import { type Aktuel, checkTekst, type Koeside } from '../../src/kvalitet/gennemgang/hent-koe.ts'
import type { OpgaveRaekke } from '../../src/kvalitet/gennemgang/koe.sql.ts'
import { koeView } from '../../src/kvalitet/gennemgang/web/koe.view.ts'
import { lederView } from '../../src/kvalitet/gennemgang/web/leder.view.ts'
import { INTET_TASTET, retterView } from '../../src/kvalitet/gennemgang/web/retter.view.ts'
import { STI } from '../../src/kvalitet/gennemgang/web/stier.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { KORSBAEK } from './websted.ts'

const id = (nr: number) => uuid(`00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`)

const opgave = (nr: number, felter: Partial<OpgaveRaekke> = {}): OpgaveRaekke => ({
  kommune: KORSBAEK,
  opgave_id: id(nr),
  item_id: id(100 + nr),
  hash: 'x'.repeat(22),
  art: 'journalnotat',
  kle: '27.36.04',
  omraade: 'hjaelp-pleje-og-handicap',
  enhed: 'e1',
  enhedsnavn: 'Visitationen',
  udfald: 'advaret',
  tilbageholdt: false,
  fund: ['NAVN_MULIGT'],
  grund: 'fund',
  tilstand: 'venter',
  version: 0,
  oprettet: tidspunkt('2026-10-06T08:00:00.000Z'),
  egen: false,
  ...felter,
})

const KOE: readonly OpgaveRaekke[] = [
  opgave(1, { egen: true, udfald: 'blokeret', fund: ['NAVN_ANDEN_PERSON', 'TELEFONNUMMER'] }),
  opgave(2, { egen: true, art: 'sag', fund: ['INTERN_FORKORTELSE', 'KUN_VERSALER'] }),
  opgave(3, { art: 'dokument', fund: ['FILNAVN'], kle: '27.60.04' }),
  opgave(4, { art: 'dokument', fund: [], grund: 'stikproeve', udfald: 'ren', kle: '28.09.40' }),
  opgave(5, { art: 'sag', fund: [], grund: 'alle', udfald: 'ren' }),
  opgave(6, { fund: ['HAARD_VURDERING'] }),
  opgave(7, { art: 'dokument', fund: ['TOMT_ORD'] }),
  opgave(8, { fund: ['DIAGNOSE'] }),
]

const aktuel = (nr: number, titel: string, felter: Partial<Aktuel> = {}): Aktuel => {
  const valgt = KOE[nr] as OpgaveRaekke
  const fund = checkTekst(titel, valgt.art, valgt.kle)
  return {
    opgave: valgt,
    titel,
    fund,
    stavefejl: [],
    dokumenttype: undefined,
    dato: tidspunkt('2026-10-01T08:00:00.000Z'),
    ens: 0,
    ...felter,
  }
}

const side = (felter: Partial<Koeside> = {}): Koeside => ({
  tal: [
    { kommune: KORSBAEK, enhed: 'e1', enhedsnavn: 'Visitationen', omraade: 'hjaelp-pleje-og-handicap', venter: 318 },
    { kommune: KORSBAEK, enhed: 'e2', enhedsnavn: 'Hjælpemidler', omraade: 'hjaelp-pleje-og-handicap', venter: 1204 },
    { kommune: KORSBAEK, enhed: '', enhedsnavn: '', omraade: 'boern-og-familie', venter: 7 },
  ],
  tempo: new Map([
    ['e1', { median: 5, antal: 212 }],
    [null, { median: 6, antal: 900 }],
  ]),
  koe: KOE,
  aktuel: aktuel(0, 'Samtalle med naboen Torkild Vinterberg, tlf. 00 00 12 34', {
    stavefejl: [{ kode: 'STAVEFEJL', alvor: 'oplyser', fra: 0, til: 8, forslag: 'Samtale' }],
  }),
  optaget: undefined,
  seneste: undefined,
  ...felter,
})
const seneste = {
  kommune: KORSBAEK,
  nr: 1,
  slags: 'godkend',
  tid: tidspunkt('2026-10-08T07:29:00.000Z'),
  medarbejder_id: id(9),
  medarbejder_navn: 'Simon Fuglsang',
  antal: 1,
} as const
const visning = { side: side(), adresse: {}, harRet: true, leder: false, afvisning: undefined, tastet: undefined }
const k = (s: Sprog, sti: string) => arbejdskontekst(s, 'kommune', sti)
const holdt = {
  ...aktuel(2, 'Afgørelse om hjælpemiddel til Kaj Bruun'),
  opgave: opgave(3, {
    art: 'dokument',
    tilbageholdt: true,
    udfald: 'blokeret',
    fund: ['FREMMED_NAVN_PAA_SAGEN', 'FORSKELLIGE_PARTER'],
  }),
}

/** The pages of the review, by the name of their picture. */
export const GENNEMGANGSSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'gennemgang-koe': (s) => koeView(k(s, STI.koe), visning),
  'gennemgang-kvittering': (s) =>
    koeView(k(s, STI.koe), {
      ...visning,
      adresse: { kvittering: id(50) },
      side: side({ seneste, aktuel: aktuel(4, 'Personlig hjælp', { ens: 12 }) }),
    }),
  'gennemgang-ens': (s) =>
    koeView(k(s, STI.koe), { ...visning, adresse: { ens: true }, side: side({ aktuel: aktuel(6, 'Diverse', { ens: 1_212 }) }) }),
  'gennemgang-holdt': (s) => koeView(k(s, STI.koe), { ...visning, side: side({ aktuel: holdt }) }),
  'gennemgang-nej': (s) =>
    koeView(k(s, STI.koe), {
      ...visning,
      afvisning: 'TITEL_BLOKERES',
      tastet: {
        slags: 'ret',
        vaerdier: { titel: 'Samtale med Torkild Vinterberg' },
        fejl: 'Den rettede titel kan ikke vises for borgeren.',
        trods: true,
      },
    }),
  'gennemgang-foer-dig': (s) =>
    koeView(k(s, STI.koe), {
      ...visning,
      afvisning: 'ALLEREDE_AFGJORT',
      side: side({ seneste, aktuel: aktuel(4, 'Personlig hjælp') }),
    }),
  'gennemgang-proeve': (s) =>
    koeView(k(s, STI.koe), { ...visning, adresse: { proeve: 'ikke' }, side: side({ aktuel: aktuel(4, 'Personlig hjælp') }) }),
  'gennemgang-tom': (s) => koeView(k(s, STI.koe), { ...visning, side: side({ koe: [], tal: [], aktuel: undefined }) }),
  'gennemgang-uden-ret': (s) =>
    koeView(k(s, STI.koe), { ...visning, harRet: false, side: side({ koe: [], tal: [], aktuel: undefined }) }),
  'gennemgang-overblik': (s) =>
    lederView(
      k(s, STI.overblik),
      {
        enheder: [
          { enhed: 'e2', enhedsnavn: 'Hjælpemidler', venter: 1204, godkendt: 80, rettet: 22, afvist: 4 },
          { enhed: 'e1', enhedsnavn: 'Visitationen', venter: 318, godkendt: 1812, rettet: 231, afvist: 40 },
        ],
        proever: [
          { kle: '28.09', udtrukket: 200, set: 200, daarlige: 0 },
          { kle: '27.35', udtrukket: 60, set: 31, daarlige: 2 },
          { kle: '32.06', udtrukket: 60, set: 0, daarlige: 0 },
        ],
        plantede: [
          { enhed: 'e1', antal: 42, fundet: 39 },
          { enhed: 'e2', antal: 3, fundet: 1 },
        ],
        tempo: new Map([[null, { median: 6, antal: 900 }]]),
        hver: 40,
      },
      true,
    ),
  'gennemgang-retter': (s) =>
    retterView(
      k(s, STI.retter),
      [
        {
          kommune: KORSBAEK,
          ret_id: id(1),
          medarbejder_id: id(2),
          navn: 'Simon Fuglsang',
          kle: [],
          enheder: ['e1', 'e2'],
          behandlere: [],
          givet: tidspunkt('2026-09-01T08:00:00.000Z'),
          givet_af_navn: 'Henrik Aabo',
        },
        {
          kommune: KORSBAEK,
          ret_id: id(3),
          medarbejder_id: id(4),
          navn: 'Asta Lyng',
          kle: ['27.36', '29'] as never,
          enheder: [],
          behandlere: [],
          givet: tidspunkt('2026-09-14T08:00:00.000Z'),
          givet_af_navn: 'Henrik Aabo',
        },
      ],
      [
        { enhed: 'e2', enhedsnavn: 'Hjælpemidler' },
        { enhed: 'e1', enhedsnavn: 'Visitationen' },
      ],
      INTET_TASTET,
      s === 'da' ? 'Simon Fuglsang har fået retten.' : undefined,
    ),
}
