import { type Hyppighed, ind, notat, papir, type Sagstype, titel, ud } from './sagstype.ts'

const FORTROLIG = 'FORTROLIGE_PERSONOPLYSNINGER'
const FOELSOM = 'FOELSOMME_PERSONOPLYSNINGER'

const jobsamtale = {
  type: 'Aftale',
  led: 'loebende',
  titel: titel('Jobsamtale', 'Jobsamt. nr. 4'),
  beskrivelse: 'Tag dit opdaterede CV med, og tænk over, hvilke job du har søgt.',
  sted: '{enhed}, indgang ved receptionen',
} as const

const KONTANTHJAELP: readonly Sagstype[] = [
  {
    noegle: 'kontanthjaelp-job',
    kle: '15.62.10',
    kletitel: 'Kontanthjælp [jobcenter-fagsystemsag]',
    kilde: 'jobcenter',
    enhed: 'jobcenter',
    foelsomhed: FORTROLIG,
    titel: titel('Samtaler og plan, mens du får kontanthjælp', 'KTH kontaktforløb § 6.2'),
    hjemmel: 'LOV nr 548 2019 Lov om en aktiv beskæftigelsesindsats § 6',
    dage: { oplyst: 14, afgjort: 45, afsluttet: 560 },
    dokumenter: [
      ud('start', 'Indkaldelse til første jobsamtale', 'Indk. 1. samt.'),
      papir('Plan', 'oplysning', 'Min Plan', 'Min Plan v1'),
      papir('Internt Notat', 'oplysning', 'Vurdering af match-gruppe', 'Matchvurd. intern'),
      ud('loebende', 'Indkaldelse til opfølgning', 'Sagsbeh. indk. møde'),
    ],
    notater: [
      notat(
        'start',
        'Første samtale',
        'Samt. 1',
        'Borger mødt til første samtale. Gennemgået rettigheder og pligter. CV lægges på Jobnet inden to uger.',
      ),
      notat(
        'loebende',
        'Opfølgning på jobsøgning',
        'Opf. jobsøgn.',
        'Drøftet de søgte job. Borger har haft to samtaler hos arbejdsgivere. Aftalt ny samtale.',
      ),
    ],
    aftaler: [
      jobsamtale,
      {
        type: 'Frist',
        led: 'loebende',
        titel: titel('Opdatér dit CV på Jobnet', 'CV Jobnet frist'),
        beskrivelse: 'Du skal godkende dit CV inden fristen.',
      },
    ],
    foelges: 'kontanthjaelp-ydelse',
  },
  {
    noegle: 'kontanthjaelp-ydelse',
    kle: '32.24.04',
    kletitel: 'Hjælp til forsørgelse (kontanthjælp mv.)',
    kilde: 'ydelse',
    enhed: 'ydelse',
    foelsomhed: FORTROLIG,
    titel: titel('Kontanthjælp', 'Kontanthjælp § 11'),
    hjemmel: 'LOV nr 241 2024 Lov om aktiv socialpolitik § 11',
    dage: { oplyst: 7, afgjort: 14 },
    dokumenter: [
      ind('start', 'Ansøgning om kontanthjælp', 'Ans. KTH'),
      ind('oplysning', 'Kontoudtog og lønsedler', 'Bilag øk.'),
      ud('afgoerelse', 'Afgørelse om kontanthjælp', 'Afg. KTH'),
      ud('loebende', 'Regulering af din kontanthjælp {aar}', 'Sats {aar}'),
    ],
    notater: [
      notat(
        'oplysning',
        'Beregning af hjælp',
        'Beregn.',
        'Hjælpen er beregnet ud fra oplysninger om formue, samliv og boligudgift.',
      ),
    ],
    aftaler: [
      {
        type: 'Frist',
        led: 'loebende',
        titel: titel('Send dine lønsedler', 'Lønsedler'),
        beskrivelse: 'Har du haft arbejde i måneden, skal du sende lønsedler, før vi kan beregne hjælpen.',
      },
    ],
    bevilling: {
      ydelser: [
        {
          type: 'Økonomisk',
          navn: 'Kontanthjælp',
          fra: 6900,
          til: 17500,
          frekvens: 'Månedlig',
          forudBagud: 'Bagud',
          skattepligtig: true,
        },
      ],
      maaneder: [4, 40],
    },
  },
]

const SYGEDAGPENGE: readonly Sagstype[] = [
  {
    noegle: 'sygedagpenge-job',
    kle: '15.17.06',
    kletitel: 'Sygedagpengeopfølgning',
    kilde: 'jobcenter',
    enhed: 'jobcenter',
    foelsomhed: FOELSOM,
    titel: titel('Opfølgning, mens du er sygemeldt', 'SDP opf. kat. 2'),
    hjemmel: 'LOV nr 152 2023 Lov om sygedagpenge § 13 a',
    dage: { oplyst: 25, afgjort: 60, afsluttet: 150 },
    dokumenter: [
      ind('start', 'Oplysningsskema om din sygdom', 'OPL.skema retur'),
      ud('start', 'Indkaldelse til opfølgningssamtale', 'Indk. opf.samt.'),
      ind('oplysning', 'Lægeattest LÆ 285', 'LÆ285'),
      papir('Internt Notat', 'oplysning', 'Vurdering af uarbejdsdygtighed', 'Vurd. § 7 intern'),
      ud('afgoerelse', 'Afgørelse om fortsat ret til sygedagpenge', 'Afg. § 7'),
    ],
    notater: [
      notat(
        'oplysning',
        'Opfølgningssamtale',
        'Opf.samt. tlf.',
        'Tlf. samtale. Borger oplyser bedring. Aftalt gradvis tilbagevenden, 10 t/uge fra næste måned.',
      ),
      notat('afgoerelse', 'Delvis raskmelding', 'Delv. rask', 'Delvis raskmeldt i aftale med arbejdsgiver.'),
    ],
    aftaler: [
      {
        type: 'Aftale',
        led: 'oplysning',
        titel: titel('Opfølgningssamtale om din sygemelding', 'Opf.samt. SDP'),
        sted: '{enhed}, eller på telefon',
      },
    ],
    foelges: 'sygedagpenge-ydelse',
  },
  {
    noegle: 'sygedagpenge-ydelse',
    kle: '32.30.04',
    kletitel: 'Udbetaling af sygedagpenge',
    kilde: 'ydelse',
    enhed: 'ydelse',
    foelsomhed: FORTROLIG,
    titel: titel('Sygedagpenge', 'SDP udb.'),
    dage: { oplyst: 6, afgjort: 12 },
    dokumenter: [
      ind('start', 'Anmodning om sygedagpenge fra din arbejdsgiver', 'DP 201'),
      ud('afgoerelse', 'Du har ret til sygedagpenge', 'Bev. SDP'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Økonomisk',
          navn: 'Sygedagpenge',
          fra: 14200,
          til: 20600,
          frekvens: 'Månedlig',
          forudBagud: 'Bagud',
          skattepligtig: true,
        },
      ],
      maaneder: [1, 7],
    },
  },
]

const FLEKS_OG_UDDANNELSE: readonly Sagstype[] = [
  {
    noegle: 'fleksjob',
    kle: '15.20.24',
    kletitel: 'Fleksjob',
    kilde: 'jobcenter',
    enhed: 'jobcenter',
    foelsomhed: FOELSOM,
    titel: titel('Fleksjob', 'FLX 12 t'),
    dage: { oplyst: 60, afgjort: 120 },
    dokumenter: [
      papir('Rapport', 'oplysning', 'Rehabiliteringsplanens forberedende del', 'REHAB forb. del'),
      ud('afgoerelse', 'Afgørelse om fleksjob', 'Afg. FLX'),
      ud('loebende', 'Opfølgning på dit fleksjob', 'FLX opf. 2½ år'),
    ],
    notater: [
      notat('oplysning', 'Møde i rehabiliteringsteamet', 'REHAB møde', 'Teamet indstiller til fleksjob. Borger er enig.'),
    ],
    aftaler: [jobsamtale],
    foelges: 'fleksloentilskud',
  },
  {
    noegle: 'fleksloentilskud',
    kle: '32.27.10',
    kletitel: 'Fleksløntilskud',
    kilde: 'ydelse',
    enhed: 'ydelse',
    foelsomhed: FORTROLIG,
    titel: titel('Fleksløntilskud', 'FLT'),
    dage: { oplyst: 8, afgjort: 20 },
    dokumenter: [
      ind('start', 'Ansættelseskontrakt', 'Kontrakt'),
      ud('afgoerelse', 'Beregning af dit fleksløntilskud', 'Beregn. FLT'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Økonomisk',
          navn: 'Fleksløntilskud',
          fra: 4200,
          til: 15800,
          frekvens: 'Månedlig',
          forudBagud: 'Bagud',
          skattepligtig: true,
        },
      ],
      maaneder: [6, 60],
    },
  },
  {
    noegle: 'jobrettet-uddannelse',
    kle: '15.20.30',
    kletitel: 'Jobrettet uddannelse',
    kilde: 'jobcenter',
    enhed: 'jobcenter',
    foelsomhed: 'IKKE_FORTROLIGE_DATA',
    titel: titel('Jobrettet uddannelse: truckcertifikat', 'REG.PULJE truck B'),
    dage: { oplyst: 6, afgjort: 14, afsluttet: 60 },
    dokumenter: [
      ind('start', 'Ansøgning om jobrettet uddannelse', 'Ans. kursus'),
      ud('afgoerelse', 'Bevilling af kursus', 'Bev. kursus'),
    ],
    notater: [],
  },
  {
    noegle: 'ung-under-18',
    kle: '15.62.45',
    kletitel: 'Unge under 18 [jobcenter-fagsystemsag]',
    kilde: 'jobcenter',
    enhed: 'jobcenter',
    foelsomhed: FORTROLIG,
    titel: titel('Vejledning om uddannelse og job', 'KUI vejl. <18'),
    dage: { oplyst: 20, afgjort: 50, afsluttet: 150 },
    dokumenter: [
      ud('start', 'Invitation til samtale i Ungeindsatsen', 'Indk. KUI'),
      papir('Plan', 'oplysning', 'Din uddannelsesplan', 'Udd.plan'),
    ],
    notater: [
      notat(
        'oplysning',
        'Samtale om valg af uddannelse',
        'Samt. KUI',
        'Talt om erhvervsuddannelse og praktik. Den unge vil gerne besøge en teknisk skole.',
      ),
    ],
    aftaler: [{ type: 'Aftale', led: 'oplysning', titel: titel('Samtale med din vejleder', 'KUI samt.'), sted: 'Ungeindsatsen' }],
  },
]

export const ARBEJDE: readonly Sagstype[] = [...KONTANTHJAELP, ...SYGEDAGPENGE, ...FLEKS_OG_UDDANNELSE]

export const ARBEJDE_HYPPIGHED: readonly Hyppighed[] = [
  { type: 'kontanthjaelp-job', alder: [18, 66], sandsynlighed: 0.07, hoejstDage: 1500 },
  { type: 'sygedagpenge-job', alder: [19, 66], sandsynlighed: 0.2, hoejstDage: 2200 },
  { type: 'fleksjob', alder: [25, 66], sandsynlighed: 0.03, hoejstDage: 1500 },
  { type: 'jobrettet-uddannelse', alder: [20, 64], sandsynlighed: 0.09, hoejstDage: 2000 },
  { type: 'ung-under-18', alder: [15, 17], sandsynlighed: 0.2, hoejstDage: 500 },
]
