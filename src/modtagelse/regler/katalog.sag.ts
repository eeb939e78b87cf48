import {
  aktoer,
  FOELSOMHEDER,
  felt,
  indeks,
  itSystem,
  klasse,
  linje,
  nummerer,
  part,
  peger,
  reference,
  registrering,
  relationer,
  rolle,
  type,
  URN,
} from './katalog.felter.ts'
import type { Artskatalog, Felt, Urn } from './katalog.typer.ts'

const relation = relationer('SAG')
const ENHED_ELLER_BRUGER = ['OrgEnhed', 'Bruger']

const genstand = (typer: readonly string[], urner: readonly Urn[], flere: boolean, maks?: number): Felt[] => [
  rolle('OB3'),
  type('OB3', typer),
  reference('OB3', 'urn', urner, maks ?? 0),
  indeks(flere ? 'OB3' : 'udelades'),
  linje('Tekstfelt', 'tekstfelt', 'valgfri', 1024),
]

const EGENSKABER = 'journalpostEgenskaber'
const NOTAT = `${EGENSKABER}.journalnotatEgenskaber`
const UNDTAGET = `${EGENSKABER}.offentlighedUndtaget`

const journalpost = (): Felt[] => [
  rolle('OB3'),
  type('OB3', ['Dokument']),
  reference('OB3', 'uuid', [], 0),
  indeks('OB3'),
  linje('JournalpostEgenskaber/Dokumenttitel', `${EGENSKABER}.dokumenttitel`, 'valgfri', 255),
  linje(
    'JournalpostEgenskaber/OffentlighedUndtaget/OffentlighedUndtagetHjemmelTekst',
    `${UNDTAGET}.offentlighedUndtagetHjemmelTekst`,
    'valgfri',
    1024,
  ),
  linje('JournalpostEgenskaber/OffentlighedUndtaget/TitelAlternativTekst', `${UNDTAGET}.titelAlternativTekst`, 'OB4', 255, {
    naar: 'offentlighedUndtaget',
  }),
  felt('JournalpostEgenskaber/JournalnotatEgenskaber/Titel', `${NOTAT}.titel`, 'OB4', 'fri', { maks: 255, naar: 'journalnotat' }),
  felt('JournalpostEgenskaber/JournalnotatEgenskaber/Notat', `${NOTAT}.notat`, 'OB4', 'fri', { naar: 'journalnotat' }),
  felt('JournalpostEgenskaber/JournalnotatEgenskaber/Format', `${NOTAT}.format`, 'OB4', 'notatformat', { naar: 'journalnotat' }),
]

const journalnotat = (): Felt[] => [
  rolle('OB3'),
  type('OB3', ['Dokument']),
  reference('OB3', 'urn'),
  indeks('OB3'),
  felt('JournalpostEgenskaber/Dokumenttitel', `${EGENSKABER}.dokumenttitel`, 'udelades', 'fri', { maks: 255 }),
  felt(
    'JournalpostEgenskaber/OffentlighedUndtaget/OffentlighedUndtagetHjemmelTekst',
    `${UNDTAGET}.offentlighedUndtagetHjemmelTekst`,
    'udelades',
    'fri',
    { maks: 1024 },
  ),
  felt('JournalpostEgenskaber/OffentlighedUndtaget/TitelAlternativTekst', `${UNDTAGET}.titelAlternativTekst`, 'udelades', 'fri', {
    maks: 255,
  }),
  linje('JournalpostEgenskaber/JournalnotatEgenskaber/Titel', `${NOTAT}.titel`, 'OB3', 255),
  felt('JournalpostEgenskaber/JournalnotatEgenskaber/Notat', `${NOTAT}.notat`, 'OB3', 'fri'),
  felt('JournalpostEgenskaber/JournalnotatEgenskaber/Format', `${NOTAT}.format`, 'OB3', 'notatformat'),
]

const egenskaber = nummerer('SAG', 6, [
  linje('Brugervendtnøgle', 'brugervendtNoegle', 'OB1', 50),
  linje('Sagsnummer', 'sagsnummer', 'OB1', 50),
  linje('Titel', 'titel', 'OB1', 255),
  felt('Beskrivelse', 'beskrivelse', 'valgfri', 'crlf', { maks: 4096 }),
  linje('Hjemmelspecifikation', 'hjemmelspecifikation', 'valgfri', 1024),
  felt('Kassationskode', 'kassationskode', 'valgfri', 'kassation'),
  felt('AfleveretIndikator', 'afleveretIndikator', 'valgfri', 'boolsk'),
  felt('PrincipielIndikator', 'principielIndikator', 'valgfri', 'boolsk'),
  linje(
    'OffentlighedUndtaget/ OffentlighedUndtagetHjemmelTekst',
    'offentlighedUndtaget.offentlighedUndtagetHjemmelTekst',
    'uden',
    1024,
  ),
  linje('OffentlighedUndtaget/ TitelAlternativTekst', 'offentlighedUndtaget.titelAlternativTekst', 'OB4', 255, {
    naar: 'offentlighedUndtaget',
  }),
])

const sagsaktoerer = [
  relation(
    21,
    'sagsaktoerer',
    'Sagsaktør',
    'Ejer',
    '1',
    aktoer({ krav: 'OB1', typer: ['Organisation'], urner: [URN.cvr], cvr: 'OB1' }),
  ),
  relation(
    29,
    'sagsaktoerer',
    'Sagsaktør',
    'Ansvarlig',
    '1',
    aktoer({ krav: 'OB1', typer: ['OrgEnhed'], urner: [URN.organisation], cvr: 'OB1' }),
  ),
  relation(
    37,
    'sagsaktoerer',
    'Sagsaktør',
    'Primær behandler',
    '0..1',
    aktoer({ krav: 'OB3', typer: ENHED_ELLER_BRUGER, urner: [URN.organisation], cvr: 'OB3' }),
  ),
  relation(
    45,
    'sagsaktoerer',
    'Sagsaktør',
    'Andre behandlere',
    '0..*',
    aktoer({ krav: 'OB3', typer: ENHED_ELLER_BRUGER, urner: [URN.organisation], cvr: 'OB3', flere: true }),
  ),
  relation(
    53,
    'sagsaktoerer',
    'Sagsaktør',
    'Udlånt til',
    '0..1',
    aktoer({ krav: 'OB3', typer: ENHED_ELLER_BRUGER, urner: [URN.organisation], cvr: 'OB3' }),
  ),
  relation(
    61,
    'sagsaktoerer',
    'Sagsaktør',
    'Bopælskommune',
    '0..1',
    aktoer({ krav: 'OB3', typer: ['Organisation'], urner: [URN.cvr], cvr: 'udelades' }),
  ),
]

const sagsparter = [
  relation(69, 'sagsparter', 'Sagspart', 'Primær part', '0..1', part()),
  relation(81, 'sagsparter', 'Sagspart', 'Sekundær part', '0..*', part(true)),
  relation(93, 'sagsparter', 'Sagspart', 'Ydelsesmodtager', '0..1', part()),
]

const sagsklasser = [
  relation(
    105,
    'sagsklasser',
    'Sagsklasse',
    'Primær klasse',
    '1',
    klasse({ krav: 'OB1', ider: 'uuid', titler: 'valgfri', noegle: 'fri' }),
  ),
  relation(
    113,
    'sagsklasser',
    'Sagsklasse',
    'Opgaveklasse',
    '0..1',
    klasse({ krav: 'OB3', ider: 'uuidEllerUrn', urner: [URN.form], titler: 'OB4', noegle: 'fri' }),
  ),
  relation(
    121,
    'sagsklasser',
    'Sagsklasse',
    'Handlingsklasse',
    '1',
    klasse({ krav: 'OB1', ider: 'uuid', titler: 'valgfri', noegle: 'enLinje' }),
  ),
  ...(
    [
      [129, 'Kontoklasse', []],
      [137, 'Sikkerhedsklasse', []],
      [145, 'Følsomhedsklasse', []],
      [153, 'Indsatsklasse', []],
      [161, 'Ydelsesklasse', [URN.ydelse]],
    ] as const
  ).map(([foerste, rollenavn, urner]) =>
    relation(
      foerste,
      'sagsklasser',
      'Sagsklasse',
      rollenavn,
      '0..1',
      klasse({ krav: 'OB3', ider: 'uuidEllerUrn', urner, titler: 'OB4', noegle: 'enLinje' }),
    ),
  ),
  ...(
    [
      [169, 'Kontroltemaklasse', '0..*'],
      [177, 'Visningsklasse', '0..*'],
      [185, 'Afgørelsesklasse', '0..1'],
    ] as const
  ).map(([foerste, rollenavn, kardinalitet]) =>
    relation(
      foerste,
      'sagsklasser',
      'Sagsklasse',
      rollenavn,
      kardinalitet,
      klasse({ krav: 'OB3', ider: 'uuid', flere: true, titler: 'valgfri', noegle: 'enLinje' }),
    ),
  ),
]

const EJENDOM = [URN.organisation, URN.esr]
const BYGGERI = ['Bygning', 'Ejendom', 'Enhed', 'Matrikel', 'Teknisk anlæg']
const STEDER = ['Sted', 'Adresse', 'Navngiven vej', 'Stednavn', 'Jordstykke', 'Geokode']

/** The rules SAG-000 to SAG-283. */
export const SAG: Artskatalog = {
  praefiks: 'SAG',
  saet: [
    { liste: undefined, felter: nummerer('SAG', 0, registrering()) },
    { liste: 'egenskaber', felter: egenskaber },
    {
      liste: 'fremdrift',
      felter: nummerer('SAG', 16, [
        felt('FremdriftStatusKode', 'fremdriftStatusKode', 'OB1', 'kode', {
          koder: ['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'],
        }),
      ]),
    },
    {
      liste: 'sagIndeksEgenskaber',
      felter: nummerer('SAG', 17, [
        linje('Sagsstatus', 'sagsstatus', 'valgfri', 255),
        linje('Sagskategori', 'sagskategori', 'valgfri', 255),
        felt('Foelsomhed', 'foelsomhed', 'OB1', 'kode', { koder: FOELSOMHEDER }),
        linje('Lokation', 'lokation', 'valgfri', 255),
      ]),
    },
  ],
  relationer: [
    ...sagsaktoerer,
    ...sagsparter,
    ...sagsklasser,
    relation(193, 'sagsrelationer', 'Sagsrelation', 'Oversag', '0..1', peger(false)),
    relation(198, 'sagsrelationer', 'Sagsrelation', 'Præcedens', '0..1', peger(false)),
    relation(203, 'sagsrelationer', 'Sagsrelation', 'Andre sager', '0..*', peger(true)),
    relation(208, 'sagsgenstande', 'Sagsgenstand', 'Afgiftsobjekt', '0..1', genstand(['Køretøj'], EJENDOM, false, 255)),
    relation(214, 'sagsgenstande', 'Sagsgenstand', 'Ejendomsskat', '0..1', genstand(['Ejendom'], EJENDOM, false)),
    relation(
      220,
      'sagsgenstande',
      'Sagsgenstand',
      'Byggeri',
      '0..*',
      genstand(BYGGERI, [URN.organisation, URN.bfe, URN.esr], true),
    ),
    relation(226, 'sagsgenstande', 'Sagsgenstand', 'Fredning', '0..*', genstand(STEDER, EJENDOM, true)),
    relation(232, 'journalposter', 'Journalpost', 'Tilakteret', '0..*', journalpost()),
    relation(243, 'journalposter', 'Journalpost', 'Vedlagt', '0..*', journalpost()),
    relation(254, 'journalposter', 'Journalpost', 'Journalnotat', '0..*', journalnotat()),
    relation(265, 'itSystemer', 'IT-system', 'Master', '1', itSystem()),
    relation(272, 'itSystemer', 'IT-system', 'Afsender', '1', itSystem()),
    relation(279, 'sikkerhedsprofiler', 'Sikkerhedsprofil', 'Adgang', '0..*', peger(true)),
  ],
}
