import { type Beloeb, tidspunkt, type Uuid, uuid } from '#kernel'
import type { Markup, Sprog } from '#web'
import { filtrer, mulighederFor } from '../../src/partsoverblik/side/filtrer.ts'
import type { Overblikside, Skjultforklaring } from '../../src/partsoverblik/side/side.ts'
import { INTET_VALGT, type Valg } from '../../src/partsoverblik/side/valg.ts'
import type { Sagsvisning, Ting } from '../../src/partsoverblik/side/visninger.ts'
import { bekraeftView, udloebetView } from '../../src/partsoverblik/side/web/besked.view.ts'
import { sideView } from '../../src/partsoverblik/side/web/side.view.ts'
import { formaalView, INTET_SOEGT, soegView, type Traeflinje } from '../../src/partsoverblik/side/web/soeg.view.ts'
import { besoegSti, STI, sideSti } from '../../src/partsoverblik/side/web/stier.ts'
import { udskriftView } from '../../src/partsoverblik/side/web/udskrift.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'

const id = (nr: number): Uuid => uuid(`00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`)
const NU = tidspunkt('2026-10-08T07:30:00.000Z')
const BESOEG = id(1)
const tid = (dag: string) => tidspunkt(`${dag}T09:12:00.000Z`)

const ESDH = { id: id(90), navn: 'Kastanje Sag', slags: 'esdh' }
const EOJ = { id: id(91), navn: 'Lindely Omsorg', slags: 'eoj' }
const YDELSE = { id: id(92), navn: 'Ahorn Ydelse', slags: 'ydelse' }
const JOBCENTER = { noegle: 'a1', navn: 'Jobcenter Korsbæk' }
const VISITATION = { noegle: 'b2', navn: 'Visitationen' }

const faelles = (nr: number, titel: string) =>
  ({
    id: id(nr),
    ref: `r${nr}`,
    titel,
    nummer: `26/${1000 + nr}`,
    kle: '27.36.04',
    omraade: 'hjaelp-pleje-og-handicap',
    tilstand: '',
    aaben: true,
    enhed: VISITATION,
    system: EOJ,
    foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
    roller: ['Primær part'],
    sager: [],
    dag: '2026-09-14',
    aendret: tid('2026-10-01'),
    modtaget: tid('2026-09-14'),
    undtaget: false,
  }) as const

const sag = (nr: number, titel: string, felter: Partial<Sagsvisning> = {}): Sagsvisning => ({
  ...faelles(nr, titel),
  art: 'sag',
  tilstand: 'Oplyst',
  facet: 'G01',
  trin: [
    { status: 'Opstaaet', fra: tid('2026-09-14') },
    { status: 'Oplyst', fra: tid('2026-09-21') },
  ],
  sagsstatus: 'Afventer hjemmebesøg',
  hjemmel: 'Lov om social service § 83',
  ...felter,
})

const TING: readonly Ting[] = [
  sag(10, 'Personlig og praktisk hjælp'),
  sag(11, 'Opfølgning på sygedagpenge', {
    kle: '32.30.04',
    omraade: 'arbejde-og-forsoergelse',
    enhed: JOBCENTER,
    system: ESDH,
    tilstand: 'Afgjort',
    foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER',
    dag: '2026-08-03',
  }),
  sag(
    12,
    'Kropsbårne hjælpemidler: bevilling af kompressionsstrømper og vejledning om fornyelse af bevillingen i løbet af 2027',
    {
      dag: '2026-05-11',
      tilstand: 'Afsluttet',
      aaben: false,
    },
  ),
  sag(13, '', { dag: '2025-11-02', kle: '28.09.40', omraade: 'boern-og-familie', tilstand: 'Opstaaet' }),
  {
    ...faelles(20, 'Afgørelse om personlig hjælp'),
    art: 'dokument',
    type: 'Brev, udgaaende',
    brevDato: '2026-09-29',
    dag: '2026-09-29',
    tilstand: 'Endeligt',
    sager: [id(10)],
  },
  {
    ...faelles(21, 'Lægeerklæring LÆ 285'),
    art: 'dokument',
    type: 'Brev, indgaaende',
    brevDato: '2026-08-20',
    dag: '2026-08-20',
    tilstand: 'Modtaget',
    sager: [id(11)],
    foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER',
    system: ESDH,
  },
  {
    ...faelles(30, 'Telefonsamtale om rengøring'),
    art: 'journalnotat',
    nummer: '',
    dag: '2026-10-02',
    format: 'Text',
    sager: [id(10)],
  },
  {
    ...faelles(40, 'Sygedagpenge'),
    art: 'bevilling',
    nummer: '',
    tilstand: 'Aktiv',
    dag: '2026-08-03',
    fra: '2026-08-03',
    til: undefined,
    enhed: JOBCENTER,
    system: YDELSE,
    ydelser: [
      {
        navn: 'Sygedagpenge',
        type: 'Økonomisk',
        kle: '32.30.04',
        fra: '2026-08-03',
        til: undefined,
        omfang: undefined,
        meddelelse: undefined,
        planer: ['20359.00 · Månedlig · Sidste bankdag i måneden'],
      },
    ],
  },
  {
    ...faelles(41, 'Sygedagpenge'),
    art: 'oekonomiskEffektuering',
    nummer: '',
    tilstand: 'udbetalt',
    aaben: false,
    dag: '2026-09-30',
    enhed: JOBCENTER,
    system: YDELSE,
    beloeb: '12987.5' as Beloeb,
    brutto: '20359' as Beloeb,
    efterSkat: '12987.5' as Beloeb,
    linjer: [{ navn: 'Sygedagpenge', bevilling: id(40), beloeb: '20359' as Beloeb }],
    periode: { fra: '2026-09-01', til: '2026-09-30' },
  },
  {
    ...faelles(50, 'Hjemmebesøg'),
    art: 'aftale',
    nummer: '',
    tilstand: 'Aktiv',
    dag: '2026-10-14',
    type: 'Aftale',
    start: tid('2026-10-14'),
    slut: undefined,
    sted: 'Hjemme hos borgeren',
    beskrivelse: undefined,
  },
]
const MANGE: readonly Ting[] = Array.from({ length: 240 }, (_, i) =>
  sag(1000 + i, `Sag nummer ${i + 1} om personlig hjælp`, { dag: `20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 9}` }),
)

const ingenDaekning = (): Overblikside['daekning'] => ({
  bevistTil: undefined,
  ikkeTilsluttet: ['bolig-og-byggeri', 'skole-og-uddannelse'],
  forbehold: [{ omraade: 'sundhed', grunde: ['forsinket', 'ikkeAfstemt'] }],
})

type Felter = Partial<Omit<Overblikside, 'valg'>> & { readonly valg?: Partial<Valg> }

const side = ({ valg: felter = {}, ...mere }: Felter = {}): Overblikside => {
  const valg = { ...INTET_VALGT, ...felter }
  const ting = mere.ting ?? TING
  return {
    besoeg: BESOEG,
    formaal: 'henvendelse',
    nu: NU,
    person: {
      type: 'person',
      navn: 'Alma Testesen Holm',
      nummer: '611080-****',
      alder: 45,
      doed: false,
      adressebeskyttet: false,
    },
    heltNummer: undefined,
    maaSeCpr: true,
    bemaerkninger: [],
    ting,
    valgte: filtrer(ting, valg.fane, valg),
    muligheder: mulighederFor(ting, valg.fane),
    flere: false,
    skjulte: [],
    gemte: [{ id: id(80), navn: 'Åbne sager i Visitationen', valg: { ...INTET_VALGT, status: 'aabne', enhed: 'b2' } }],
    enheder: [
      {
        enhed: VISITATION,
        aabne: 4,
        antal: 6,
        sted: {
          navn: 'Hjælp og pleje',
          telefon: '70 12 34 56',
          aabningstider: { da: 'Mandag til fredag 9-14', en: 'Monday to Friday 9-14' },
          sikkerPost: 'https://post.example',
        },
      },
      { enhed: JOBCENTER, aabne: 1, antal: 3, sted: undefined },
    ],
    familie: [
      { forhold: 'barn', periode: { fra: '2019-03-03', til: undefined }, person: { part: id(70), navn: 'Ebbe Holm', alder: 7 } },
      { forhold: 'barn', periode: undefined, person: undefined },
    ],
    seddelFor: () => 'x'.repeat(80),
    borgersyn: new Map(
      ting.map((led, i) => [
        led.id,
        i % 3 === 0
          ? {
              vises: false,
              forklaring: { da: 'Kommunen har ikke åbnet KLE-nummeret.', en: 'The municipality has not opened the KLE number.' },
              aendring: { da: 'Kommunen skal åbne nummeret.', en: 'The municipality must open the number.' },
            }
          : { vises: true, titel: { da: led.titel || 'Sag', en: led.titel || 'Case' }, tilstand: undefined },
      ]),
    ),
    daekning: { bevistTil: tidspunkt('2026-10-08T02:00:00.000Z'), ikkeTilsluttet: [], forbehold: [] },
    aabnet: undefined,
    mangler: [],
    ...mere,
    valg,
  }
}

const RETTIGHEDER = {
  pleje: {
    da: 'Du har ret til KLE 27.*, til og med fortrolige personoplysninger.',
    en: 'You have the right to KLE 27.*, up to confidential personal data.',
  },
  job: {
    da: 'Du har ret til KLE 32.*, til og med fortrolige personoplysninger, for bestemte enheder.',
    en: 'You have the right to KLE 32.*, up to confidential personal data, for certain units.',
  },
  kendskab: {
    da: 'Du har ret til at vide, at noget findes, for alle KLE-numre, til og med følsomme personoplysninger.',
    en: 'You have the right to know that something exists, for all KLE numbers, up to sensitive personal data.',
  },
} as const

const FORKLARET: Skjultforklaring = {
  ref: 'h3',
  art: 'sag',
  enhed: 'Familieafdelingen',
  grupper: [
    {
      gruppe: RETTIGHEDER.kendskab,
      hindringer: [{ da: 'Rettigheden lader dig ikke se indholdet.', en: 'The right does not let you see the content.' }],
    },
    {
      gruppe: RETTIGHEDER.pleje,
      hindringer: [
        { da: 'Sagen er mere følsom, end rettigheden går til.', en: 'The case is more sensitive than the right goes.' },
      ],
    },
    {
      gruppe: RETTIGHEDER.job,
      hindringer: [
        {
          da: 'Sagen har et emne (KLE), som rettigheden ikke dækker.',
          en: 'The case has a subject (KLE) that the right does not cover.',
        },
        {
          da: 'Sagen hører ikke til en af de enheder, som rettigheden er begrænset til.',
          en: 'The case does not belong to one of the units that the right is limited to.',
        },
      ],
    },
  ],
}

const SKJULTE: Overblikside['skjulte'] = [
  { art: 'journalnotat', enhed: 'Familieafdelingen', refs: Array.from({ length: 130 }, (_, i) => `n${i}`) },
  { art: 'sag', enhed: 'Familieafdelingen', refs: ['h1', 'h2', 'h3'] },
  { art: 'dokument', enhed: '', refs: ['h4'] },
]

const aaben = (nr: number): Overblikside['aabnet'] => {
  const ting = TING.find((led) => led.id === id(nr))
  if (!ting) throw new Error('No such thing among the fixtures')
  return {
    ting,
    tekst:
      ting.art === 'journalnotat'
        ? 'Borgeren ringede og spurgte til rengøringen.\n\nAftalt: hjemmebesøg den 14. oktober.'
        : undefined,
    link: ting.art === 'sag' ? `https://sag.example.dk/${ting.id}` : undefined,
    naboer: TING.filter(({ sager }) => sager.includes(ting.id)),
    borger: side().borgersyn?.get(ting.id),
    adgang: [
      { gruppe: RETTIGHEDER.pleje, hindringer: [] },
      {
        gruppe: RETTIGHEDER.job,
        hindringer: [
          {
            da: 'Sagen har et emne (KLE), som rettigheden ikke dækker.',
            en: 'The case has a subject (KLE) that the right does not cover.',
          },
        ],
      },
    ],
  }
}

const k = (s: Sprog, valg: Partial<Valg> = {}) => {
  const sti = sideSti(BESOEG, valg).split('#')[0] ?? besoegSti(BESOEG)
  const kontekst = arbejdskontekst(s, 'kommune', sti)
  return {
    ...kontekst,
    medarbejder: { navn: 'Karen Lund', organisation: 'Korsbæk Kommune', udloeber: tidspunkt('2026-10-08T07:45:00.000Z') },
  }
}
const vis =
  (felter: Felter = {}, mere: Partial<Parameters<typeof sideView>[1]> = {}) =>
  (s: Sprog): Markup =>
    sideView(k(s, felter.valg), { side: side(felter), ...mere })

const TRAEF: readonly Traeflinje[] = [
  ['Alma Testesen Holm', '611080-****', undefined, 'Visitationen'],
  ['Alma Holm Testesen', '620282-****', 'Alma Birk', undefined],
].map(([navn, nummer, tidligereNavn, enhed], i) => ({
  traef: {
    part: id(60 + i),
    type: 'person',
    navn,
    tidligereNavn,
    nummer,
    foedselsaar: 1980,
    doed: i === 1,
    enhed,
  },
  seddel: 'x'.repeat(80 + i),
}))
const soegt = { ...INTET_SOEGT, tastet: { tekst: 'alma', foedtFra: '', foedtTil: '' }, traef: TRAEF }

/** The pages of the caseworker's overview, by the name of their picture. */
export const PARTSOVERBLIKSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'borger-soeg': (s) => soegView(arbejdskontekst(s, 'kommune', STI.soeg), INTET_SOEGT),
  'borger-soeg-fundet': (s) => soegView(arbejdskontekst(s, 'kommune', STI.soeg), { ...soegt, flere: true }),
  'borger-soeg-ingen': (s) => soegView(arbejdskontekst(s, 'kommune', STI.soeg), { ...soegt, traef: [] }),
  'borger-soeg-fejl': (s) =>
    soegView(arbejdskontekst(s, 'kommune', STI.soeg), {
      ...soegt,
      fejl: 'Skriv mindst tre bogstaver af et navn.',
      udenRettigheder: true,
    }),
  'borger-formaal': (s) =>
    formaalView(arbejdskontekst(s, 'kommune', STI.aabn), {
      valg: { seddel: 'x', formaal: '', begrundelse: '' },
      valgfejl: { formaal: 'Vælg, hvorfor du slår borgeren op.' },
    }),
  'borger-sager': vis(),
  'borger-sag': vis({ valg: { ting: 'r10' }, aabnet: aaben(10) }),
  'borger-sag-vaek': vis({ valg: { ting: 'findesikke' }, aabnet: 'findesIkke' }),
  'borger-mange': vis({ ting: MANGE, valg: { side: 2, status: 'aabne' } }),
  'borger-ydelser': vis({ valg: { fane: 'ydelser', ting: 'r41' }, aabnet: aaben(41) }),
  'borger-dokumenter': vis({ valg: { fane: 'dokumenter' } }),
  'borger-notat': vis({ valg: { fane: 'notater', ting: 'r30' }, aabnet: aaben(30) }),
  'borger-tidslinje': vis({ valg: { fane: 'tidslinje' } }),
  'borger-aftaler': vis({ valg: { fane: 'aftaler' } }),
  'borger-kontakt': vis({ valg: { fane: 'kontakt' } }),
  'borger-familie': vis({ valg: { fane: 'familie' } }),
  'borger-som-borgeren': vis({ valg: { fane: 'borgeren' } }),
  'borger-filter': vis({ valg: { status: 'lukkede', enhed: 'a1' } }),
  'borger-tom': vis({ ting: [], daekning: ingenDaekning(), enheder: [], familie: [] }),
  'borger-flere': vis({ flere: true, daekning: undefined }),
  'borger-flere-tom': vis({ flere: true, daekning: undefined, valg: { fane: 'notater', fra: '2020-01-01', til: '2020-01-02' } }),
  'borger-skjult': vis({
    ting: [],
    skjulte: SKJULTE,
    valg: { ting: 'n2' },
    aabnet: { ref: 'n2', art: 'journalnotat', enhed: 'Familieafdelingen', grupper: FORKLARET.grupper?.slice(0, 1) },
  }),
  'borger-skjult-hvorfor': vis({ skjulte: SKJULTE, valg: { ting: 'h3' }, aabnet: FORKLARET }),
  'borger-skjult-uden': vis({
    skjulte: SKJULTE.slice(2),
    valg: { ting: 'h4' },
    aabnet: { ref: 'h4', art: 'dokument', enhed: '', grupper: undefined },
    mangler: [{ del: 'adgang', aarsag: 'fejl' }],
  }),
  'borger-mangler': vis(
    {
      person: { type: 'person', navn: undefined, nummer: undefined, alder: undefined, doed: true, adressebeskyttet: true },
      borgersyn: undefined,
      daekning: undefined,
      mangler: [
        { del: 'familie', aarsag: 'fejl' },
        { del: 'daekning', aarsag: 'tid' },
      ],
      valg: { fane: 'familie' },
    },
    { cprNaegtet: true },
  ),
  'borger-cpr': vis({ heltNummer: '6110800021' }, { kvittering: 'gemt' }),
  'borger-visning-fejl': vis({}, { navnefejl: 'NAVN_UGYLDIGT' }),
  'borger-udskrift': (s) => udskriftView(k(s), side()),
  'borger-udloebet': (s) => udloebetView(k(s)),
  'borger-bekraeft': (s) => bekraeftView(k(s), BESOEG),
}
