import { type Beloeb, cvrNummer, parseBeloeb, type Tidspunkt, tidspunkt, type Uuid, uuidFromName } from '#kernel'
import type {
  AftaleVisning,
  BevillingVisning,
  DaekningVisning,
  DokumentVisning,
  HerkomstVisning,
  JournalnotatVisning,
  KommuneVisning,
  KontaktVisning,
  OmraadeVisning,
  OpslagVisning,
  SagsideVisning,
  SagVisning,
  StartsideVisning,
  Tosproget,
  UdbetalingVisning,
} from '../../src/overblik/visninger.ts'

/** The day on which all pictures and tests of pages are taken: Thursday 8 October 2026, 9.30 in Denmark. */
export const NU = tidspunkt('2026-10-08T07:30:00.000Z')

export const id = (navn: string): Uuid => uuidFromName('6f2c9c1e-5d5e-4c61-9e0a-7f6c0a3b1d22' as Uuid, navn)
export const tid = (dag: string, klokken = '08:15'): Tidspunkt => tidspunkt(`${dag}T${klokken}:00+02:00`)
export const kr = (tekst: string): Beloeb => parseBeloeb(tekst) as Beloeb
export const paa = (da: string, en: string): Tosproget => ({ da, en })
/** What the source wrote stands alike in both languages. */
export const ens = (tekst: string): Tosproget => paa(tekst, tekst)

export const KORSBAEK: KommuneVisning = { cvr: cvrNummer('11111111'), navn: 'Korsbæk Kommune' }
export const NABO: KommuneVisning = { cvr: cvrNummer('12345678'), navn: 'Sønder Havrebjerg Kommune' }

export const JOBCENTER: KontaktVisning = {
  navn: 'Jobcenter Korsbæk, Sygedagpenge',
  telefon: '70 12 34 56',
  aabningstider: paa('Mandag til torsdag 9-15, fredag 9-12', 'Monday to Thursday 9-15, Friday 9-12'),
  sikkerPost: 'https://post.borger.dk/',
}
export const BORGERSERVICE: KontaktVisning = {
  navn: 'Borgerservice Korsbæk',
  telefon: '70 12 34 00',
  aabningstider: paa('Mandag til fredag 10-14', 'Monday to Friday 10-14'),
  sikkerPost: undefined,
}

export const AFTALEOVERSIGT: readonly AftaleVisning[] = [
  {
    id: id('frist-1'),
    type: 'Frist',
    titel: ens('Send oplysningsskema om din sygdom'),
    beskrivelse: 'Du finder skemaet i Digital Post. Vi skal bruge det for at kunne udbetale sygedagpenge.',
    start: tid('2026-10-14', '00:00'),
    slut: undefined,
    sted: undefined,
    status: 'Aktiv',
    sag: id('sag-sygedagpenge'),
    kommune: KORSBAEK,
    omraade: 'arbejde-og-forsoergelse',
  },
  {
    id: id('moede-1'),
    type: 'Aftale',
    titel: ens('Samtale om vejen tilbage til arbejde'),
    beskrivelse: 'Du er velkommen til at tage en bisidder med.',
    start: tid('2026-10-09', '10:00'),
    slut: tid('2026-10-09', '10:45'),
    sted: 'Jobcenter Korsbæk, Algade 12, mødelokale 3',
    status: 'Aktiv',
    sag: id('sag-sygedagpenge'),
    kommune: KORSBAEK,
    omraade: 'arbejde-og-forsoergelse',
  },
  {
    id: id('moede-2'),
    type: 'Aftale',
    titel: ens('Hjemmebesøg om praktisk hjælp'),
    beskrivelse: undefined,
    start: tid('2026-09-02', '13:00'),
    slut: tid('2026-09-02', '14:00'),
    sted: 'Hjemme hos dig',
    status: 'Afholdt',
    sag: id('sag-hjemmehjaelp'),
    kommune: KORSBAEK,
    omraade: 'hjaelp-pleje-og-handicap',
  },
  {
    id: id('moede-3'),
    type: 'Aftale',
    titel: ens('Møde om byggetilladelse'),
    beskrivelse: undefined,
    start: tid('2026-10-21', '09:00'),
    slut: undefined,
    sted: 'Rådhuset',
    status: 'Aflyst',
    sag: id('sag-carport'),
    kommune: NABO,
    omraade: 'bolig-og-byggeri',
  },
]

const HERKOMST: HerkomstVisning = {
  systemslags: paa('jobcentrets system', "the job centre's system"),
  systemnavn: 'KMD Momentum',
  modtaget: tid('2026-08-03', '09:02'),
  opdateret: tid('2026-10-07', '14:02'),
  kontrolleret: tid('2026-10-05', '04:00'),
}
const NY: HerkomstVisning = { ...HERKOMST, modtaget: tid('2026-10-07', '16:40'), kontrolleret: undefined, nyt: 'kommet' }
const AENDRET: HerkomstVisning = { ...HERKOMST, nyt: 'aendret' }

const sag = (felter: Partial<SagVisning> & Pick<SagVisning, 'id' | 'titel' | 'omraade' | 'fremdrift'>): SagVisning => ({
  forklaring: undefined,
  sagsnummer: '26/0',
  kommune: KORSBAEK,
  tidslinje: [{ fremdrift: 'Opstaaet', fra: tid('2026-08-03') }],
  sagsstatus: undefined,
  oprettet: tid('2026-08-03'),
  opdateret: tid('2026-10-07'),
  herkomst: HERKOMST,
  ...felter,
})

export const SYGEDAGPENGE: SagVisning = sag({
  id: id('sag-sygedagpenge'),
  titel: paa('Opfølgning på din sygemelding', 'Follow-up on your sick leave'),
  forklaring: paa(
    'Kommunen følger op, mens du er sygemeldt, og taler med dig om vejen tilbage til arbejde.',
    'The municipality follows up while you are on sick leave and talks with you about the way back to work.',
  ),
  sagsnummer: '26/12345',
  omraade: 'arbejde-og-forsoergelse',
  fremdrift: 'Oplyst',
  tidslinje: [
    { fremdrift: 'Opstaaet', fra: tid('2026-08-03') },
    { fremdrift: 'Oplyst', fra: tid('2026-10-07', '14:02') },
  ],
  sagsstatus: 'Afventer lægeattest LÆ 285',
  herkomst: AENDRET,
})

export const HJEMMEHJAELP: SagVisning = sag({
  id: id('sag-hjemmehjaelp'),
  titel: paa('Hjælp til rengøring og bad', 'Help with cleaning and bathing'),
  forklaring: paa('Hjælp i dit eget hjem, når du ikke selv kan klare det.', 'Help in your own home when you cannot manage.'),
  sagsnummer: 'N-4471',
  omraade: 'hjaelp-pleje-og-handicap',
  fremdrift: 'Afgjort',
  tidslinje: [
    { fremdrift: 'Opstaaet', fra: tid('2026-08-20') },
    { fremdrift: 'Oplyst', fra: tid('2026-09-02', '14:30') },
    { fremdrift: 'Afgjort', fra: tid('2026-09-15', '11:20') },
  ],
  opdateret: tid('2026-09-15', '11:20'),
  hjemmel: 'LBK nr 1089 af 16/08/2023 Lov om social service (serviceloven) Kapitel 16 § 83 Stk. 1',
})

export const SAGER: readonly SagVisning[] = [
  SYGEDAGPENGE,
  HJEMMEHJAELP,
  sag({
    id: id('sag-dagtilbud'),
    titel: paa('Plads i børnehave', 'Place in kindergarten'),
    sagsnummer: '2026-00017',
    omraade: 'boern-og-familie',
    fremdrift: 'Opstaaet',
    oprettet: tid('2026-10-01'),
    opdateret: tid('2026-10-08', '08:02'),
  }),
  sag({
    id: id('sag-carport'),
    titel: paa(
      'Ansøgning om byggetilladelse til opførelse af carport med integreret redskabsrum og solceller på Gammel Landevej 117, matr.nr. 14bf Sønder Havrebjerg By',
      'Application for planning permission for a carport with integrated tool shed and solar panels at Gammel Landevej 117, matr.nr. 14bf Sønder Havrebjerg By',
    ),
    sagsnummer: 'BYG-2026-000981-A',
    kommune: NABO,
    omraade: 'bolig-og-byggeri',
    fremdrift: 'Oplyst',
    oprettet: tid('2026-05-11'),
    opdateret: tid('2026-09-28'),
  }),
  sag({
    id: id('sag-pas'),
    titel: paa('Pas', 'Passport'),
    sagsnummer: 'P-88',
    omraade: 'borgerservice-trafik-og-fritid',
    fremdrift: 'Afsluttet',
    oprettet: tid('2026-02-11'),
    opdateret: tid('2026-02-25'),
  }),
]

export const udbetaling = (
  navn: string,
  tilstand: UdbetalingVisning['tilstand'],
  dato: string | undefined,
  beloeb: string | undefined,
  felter: Partial<UdbetalingVisning> = {},
): UdbetalingVisning => ({
  id: id(`udbetaling-${navn}-${dato}-${tilstand}`),
  navn,
  herkomst: HERKOMST,
  kommune: KORSBAEK,
  omraade: 'arbejde-og-forsoergelse',
  tilstand,
  dato,
  beloeb: beloeb === undefined ? undefined : kr(beloeb),
  foerSkat: undefined,
  efterSkat: undefined,
  periode: undefined,
  bevilling: id('bevilling-sygedagpenge'),
  ...felter,
})

const SYGEDAGPENGE_SATS = { foerSkat: kr('18745'), efterSkat: kr('11423.5') }
const maaned = (aar: string, m: string, sidste: string) => ({ periode: { fra: `${aar}-${m}-01`, til: `${aar}-${m}-${sidste}` } })

export const NAESTE = udbetaling('Sygedagpenge', 'planlagt', '2026-10-30', '11423.5', {
  ...SYGEDAGPENGE_SATS,
  ...maaned('2026', '10', '31'),
})

export const UDBETALINGER: readonly UdbetalingVisning[] = [
  NAESTE,
  udbetaling('Hjælp til medicin', 'ikkeGodkendt', undefined, '450.25'),
  udbetaling('Boligplacering, tilskud til flytning', 'sendt', '2026-10-08', '3200'),
  udbetaling('Sygedagpenge', 'udbetalt', '2026-09-30', '11423.5', { ...SYGEDAGPENGE_SATS, ...maaned('2026', '09', '30') }),
  udbetaling('Sygedagpenge', 'rettelse', '2026-09-15', '-1204.75', { ...maaned('2026', '08', '31') }),
  udbetaling('Sygedagpenge', 'udbetalt', '2026-08-31', '12628.25', {
    foerSkat: kr('20100'),
    efterSkat: kr('12628.25'),
    ...maaned('2026', '08', '31'),
  }),
  udbetaling('Enkeltydelse', 'udbetalt', '2025-12-19', '1250', { bevilling: undefined }),
]

export const BEVILLINGER: readonly BevillingVisning[] = [
  {
    herkomst: HERKOMST,
    id: id('bevilling-sygedagpenge'),
    kommune: KORSBAEK,
    omraade: 'arbejde-og-forsoergelse',
    tilstand: 'Aktiv',
    fra: '2026-08-03',
    til: undefined,
    ydelser: [
      { navn: 'Sygedagpenge', type: 'Økonomisk', fra: '2026-08-03', til: undefined, omfang: undefined, meddelelse: undefined },
    ],
    sag: id('sag-sygedagpenge'),
    udbetalinger: UDBETALINGER.slice(0, 3),
  },
  {
    id: id('bevilling-hjaelp'),
    kommune: KORSBAEK,
    omraade: 'hjaelp-pleje-og-handicap',
    tilstand: 'Aktiv',
    fra: '2026-09-15',
    til: '2027-09-14',
    ydelser: [
      {
        navn: 'Rengøring',
        type: 'Ressource',
        fra: '2026-09-15',
        til: undefined,
        omfang: '60 minutter hver anden uge',
        meddelelse: undefined,
      },
      {
        navn: 'Hjælp til bad',
        type: 'Ressource',
        fra: '2026-09-15',
        til: undefined,
        omfang: '2 gange om ugen',
        meddelelse: 'Hjælpen kan blive ændret, når du har fået et nyt badeværelse.',
      },
    ],
    sag: id('sag-hjemmehjaelp'),
    udbetalinger: [],
  },
  {
    id: id('bevilling-koerestol'),
    kommune: KORSBAEK,
    omraade: 'hjaelp-pleje-og-handicap',
    tilstand: 'Kommende',
    fra: '2026-11-01',
    til: undefined,
    ydelser: [{ navn: 'Rollator', type: 'Fysisk', fra: '2026-11-01', til: undefined, omfang: '1 stk.', meddelelse: undefined }],
    sag: undefined,
    udbetalinger: [],
  },
  {
    id: id('bevilling-parkering'),
    kommune: NABO,
    omraade: 'borgerservice-trafik-og-fritid',
    tilstand: 'Sluttet',
    fra: '2023-01-01',
    til: '2025-12-31',
    ydelser: [
      {
        navn: 'Parkeringskort',
        type: 'Tilladelse',
        fra: '2023-01-01',
        til: '2025-12-31',
        omfang: undefined,
        meddelelse: undefined,
      },
    ],
    sag: undefined,
    udbetalinger: [],
  },
]

export const DOKUMENTER: readonly DokumentVisning[] = [
  ['Afgørelse om sygedagpenge', 'Brev, udgaaende', '2026-10-07', 'sag-sygedagpenge'],
  ['Lægeerklæring modtaget', 'Brev, indgaaende', '2026-10-02', 'sag-sygedagpenge'],
  ['Plan for tilbagevenden til arbejde', 'Plan', '2026-09-22', 'sag-sygedagpenge'],
  ['Kvittering for ansøgning', 'Andet', '2026-08-20', 'sag-hjemmehjaelp'],
].map(([titel = '', type = '', dato = '', sagen = ''], nr) => ({
  id: id(`dok-${titel}`),
  titel: ens(titel),
  type,
  dato,
  sager: [id(sagen)],
  herkomst: nr === 0 ? NY : HERKOMST,
  kommune: KORSBAEK,
  omraade: 'arbejde-og-forsoergelse',
}))

export const NOTATER: readonly JournalnotatVisning[] = [
  {
    herkomst: NY,
    id: id('notat-1'),
    titel: ens('Telefonsamtale om din sygemelding'),
    dato: tid('2026-10-07', '13:40'),
    sag: id('sag-sygedagpenge'),
    kommune: KORSBAEK,
    omraade: 'arbejde-og-forsoergelse',
    tekst:
      'Vi talte om, hvordan det går, og hvad du kan klare lige nu.\n\nDu fortæller, at ryggen er bedre, men at du endnu ikke kan sidde ned i mere end en halv time ad gangen.\nDu vil gerne begynde med få timer hos din arbejdsgiver.\n\nVi aftalte, at vi mødes den 9. oktober, og at du tager en bisidder med.',
  },
  {
    id: id('notat-2'),
    titel: ens('Hjemmebesøg'),
    dato: tid('2026-09-02', '15:10'),
    sag: id('sag-hjemmehjaelp'),
    kommune: KORSBAEK,
    omraade: 'hjaelp-pleje-og-handicap',
    tekst: undefined,
  },
]

type Udsagn = DaekningVisning['udsagn']

export const daekning = (
  kommune: KommuneVisning,
  omraade: string,
  art: DaekningVisning['art'],
  udsagn: Udsagn,
  felter: Partial<DaekningVisning> = {},
): DaekningVisning => ({
  kommune,
  omraade,
  art,
  udsagn,
  kilder:
    udsagn === 'ikkeTilsluttet'
      ? []
      : [
          {
            slags: paa('system til sagsbehandling', 'case handling system'),
            navn: 'Acadre',
            tilsluttetSiden: tid('2025-03-01'),
            dataFra: '2019-01-01',
            senesteLevering: tid('2026-10-08', '08:12'),
          },
        ],
  forbehold: udsagn === 'ikkeSet' ? ['kunSiden', 'ikkeAfstemt'] : [],
  bevistTil: (udsagn === 'intet' || udsagn === 'vist') && !felter.forbehold?.length ? tid('2026-10-08', '08:05') : undefined,
  kontakt: BORGERSERVICE,
  ...felter,
})

const OMRAADER: readonly (readonly [string, string, string])[] = [
  ['arbejde-og-forsoergelse', 'Arbejde og forsørgelse', 'Work and income support'],
  ['boern-og-familie', 'Børn og familie', 'Children and family'],
  ['skole-og-uddannelse', 'Skole og uddannelse', 'School and education'],
  ['hjaelp-pleje-og-handicap', 'Hjælp, pleje og handicap', 'Help, care and disability'],
  ['sundhed', 'Sundhed', 'Health'],
  ['bolig-og-byggeri', 'Bolig og byggeri', 'Home and building'],
  ['pension-og-oekonomi', 'Pension og økonomi', 'Pension and money'],
  ['borgerservice-trafik-og-fritid', 'Borgerservice, trafik og fritid', 'Civic services, traffic and leisure'],
  ['andet', 'Andet', 'Other'],
]

/** What is known in Korsbæk (all kinds of statement) and in the neighbour (one area only). */
export const daekningFor = (art: DaekningVisning['art']): readonly DaekningVisning[] => [
  ...OMRAADER.map(([omraade], i) => daekning(KORSBAEK, omraade, art, KORSBAEKS_UDSAGN[i] ?? 'ikkeTilsluttet')),
  daekning(NABO, 'bolig-og-byggeri', art, 'vist', { forbehold: ['forsinket'] }),
  daekning(NABO, 'sundhed', art, 'ikkeTilsluttet'),
]
const KORSBAEKS_UDSAGN: readonly Udsagn[] = [
  'vist',
  'vist',
  'intet',
  'vist',
  'ikkeSet',
  'ikkeTilsluttet',
  'ikkeTilsluttet',
  'vist',
  'intet',
]

/** All areas proved empty. */
export const intetFor = (art: DaekningVisning['art']): readonly DaekningVisning[] =>
  OMRAADER.map(([omraade]) => daekning(KORSBAEK, omraade, art, 'intet'))

/** Nothing connected at all. */
export const ikkeTilsluttetFor = (art: DaekningVisning['art']): readonly DaekningVisning[] =>
  OMRAADER.map(([omraade]) => daekning(KORSBAEK, omraade, art, 'ikkeTilsluttet'))

const omraader = (kendt: readonly DaekningVisning[], sager: readonly SagVisning[]): readonly OmraadeVisning[] =>
  OMRAADER.map(([omraade, da, en]) => ({
    omraade,
    navn: paa(da, en),
    kommuner: kendt
      .filter((del) => del.omraade === omraade)
      .map((del) => {
        const egne = sager.filter((s) => s.omraade === omraade && s.kommune.cvr === del.kommune.cvr)
        const aabne = egne.filter(({ fremdrift }) => fremdrift !== 'Afsluttet')
        const [vigtigste] = aabne
        return {
          kommune: del.kommune,
          aktive: aabne.length,
          vigtigste: vigtigste && { titel: vigtigste.titel, fremdrift: vigtigste.fremdrift },
          daekning: del,
        }
      }),
  }))

export const STARTSIDE: StartsideVisning = {
  navn: 'Alma Testesen Holm',
  venter: AFTALEOVERSIGT.filter(({ status }) => status === 'Aktiv'),
  nyt: {
    siden: tid('2026-09-30'),
    antal: 7,
    linjer: [
      { art: 'sag', id: id('sag-sygedagpenge'), titel: SYGEDAGPENGE.titel, tid: tid('2026-10-07', '14:02') },
      {
        art: 'dokument',
        id: id('dok-1'),
        titel: paa('Afgørelse om sygedagpenge', 'Afgørelse om sygedagpenge'),
        tid: tid('2026-10-07', '14:02'),
      },
      {
        art: 'journalnotat',
        id: id('notat-1'),
        titel: paa('Telefonsamtale om din sygemelding', 'Telefonsamtale om din sygemelding'),
        tid: tid('2026-10-07', '13:40'),
      },
    ],
  },
  naesteUdbetaling: NAESTE,
  omraader: omraader(daekningFor('sag'), SAGER),
  ikkeKilder: ['Udbetaling Danmark'],
  mangler: [],
}

/** First visit, nothing to show, nothing proved. */
export const STARTSIDE_UKENDT: StartsideVisning = {
  ...STARTSIDE,
  venter: [],
  nyt: { siden: undefined, antal: 0, linjer: [] },
  naesteUdbetaling: undefined,
  omraader: omraader(ikkeTilsluttetFor('sag'), []),
}

/** Nothing to show, all of it proved. */
export const STARTSIDE_INTET: StartsideVisning = {
  ...STARTSIDE_UKENDT,
  nyt: { siden: tid('2026-09-30'), antal: 0, linjer: [] },
  omraader: omraader(intetFor('sag'), []),
}

export const SAGSIDE: SagsideVisning = {
  sag: SYGEDAGPENGE,
  dokumenter: DOKUMENTER.slice(0, 3),
  notater: NOTATER.slice(0, 1),
  bevillinger: BEVILLINGER.slice(0, 1),
  aftaler: AFTALEOVERSIGT.slice(0, 2),
  kontakt: JOBCENTER,
  herkomst: AENDRET,
  daekning: daekningFor('sag').slice(0, 1),
  mangler: [],
}

export const SAGSIDE_AFGJORT: SagsideVisning = {
  ...SAGSIDE,
  sag: HJEMMEHJAELP,
  dokumenter: DOKUMENTER.slice(3),
  notater: [],
  bevillinger: BEVILLINGER.slice(1, 2),
  aftaler: AFTALEOVERSIGT.slice(2, 3),
  kontakt: BORGERSERVICE,
}

/** A hundred and fifty cases with all states and lengths of title. */
export const MANGE_SAGER: readonly SagVisning[] = Array.from({ length: 150 }, (_, i) => {
  const grund = SAGER[i % SAGER.length] as SagVisning
  return { ...grund, id: id(`mange-${i}`), sagsnummer: `26/${10_000 + i}` }
})

export const OPSLAGSSIDE = { siden: '2026-03-02', udenLinje: [], side: 1, sider: 1, aeldre: false, mangler: [] } as const

export const OPSLAG: readonly OpslagVisning[] = [
  {
    tid: tid('2026-10-08', '09:28'),
    hvem: 'dig',
    grund: paa('Egne oplysninger', 'Own information'),
    hvad: [paa('overblikket', 'the overview')],
  },
  {
    tid: tid('2026-10-05', '11:02'),
    hvem: 'medarbejder',
    rolle: paa('Sagsbehandler eller borgerservice', 'Caseworker or citizen service'),
    sted: 'Ydelser og job',
    kommune: KORSBAEK,
    grund: paa('Arbejde med en sag eller en opgave, som kan angå dig', 'Work on a case or a task that can concern you'),
    hvad: [paa('kommunens overblik over dig', 'the municipality’s overview of you')],
    besoeg: id('opslag b1'),
  },
  {
    tid: tid('2026-09-30', '14:11'),
    hvem: 'medarbejder',
    rolle: paa('Sagsbehandler eller borgerservice', 'Caseworker or citizen service'),
    sted: 'Korsbæk Kommune',
    kommune: KORSBAEK,
    grund: paa('Vejledning', 'Guidance'),
    hvad: [
      paa('en søgning på dig', 'a search for you'),
      paa('kommunens overblik over dig', 'the municipality’s overview of you'),
    ],
    besoeg: id('opslag b2'),
    spoergsmaal: {
      stillet: tid('2026-10-01', '08:15'),
      frist: '2026-10-15',
      tekst: 'Jeg har ikke talt med kommunen den dag. Hvorfor er der set på mine oplysninger?',
      svar: {
        tekst: 'Din datter ringede for dig. Vi så efter, hvem hun skulle tale med, og andet blev ikke åbnet.',
        tid: tid('2026-10-07', '12:40'),
      },
    },
  },
  {
    tid: tid('2026-09-28', '10:03'),
    hvem: 'medarbejder',
    rolle: paa('Sagsbehandler eller borgerservice', 'Caseworker or citizen service'),
    sted: 'Borgerservice',
    kommune: KORSBAEK,
    grund: paa('En klage', 'A complaint'),
    hvad: [paa('kommunens overblik over dig', 'the municipality’s overview of you')],
    besoeg: id('opslag b3'),
    spoergsmaal: { stillet: tid('2026-10-07', '19:05'), frist: '2026-10-21', tekst: 'Hvilken klage handler det om?' },
  },
  {
    tid: tid('2026-08-20', '19:47'),
    hvem: 'foraelder',
    grund: paa('Forældremyndighed', 'Custody'),
    hvad: [paa('sager', 'cases')],
  },
]
