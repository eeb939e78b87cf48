import {
  aktoer,
  FOELSOMHEDER,
  felt,
  itSystem,
  klasse,
  linje,
  nummerer,
  part,
  peger,
  registrering,
  relationer,
  URN,
} from './katalog.felter.ts'
import type { Artskatalog, Felt } from './katalog.typer.ts'

const relation = relationer('DOK')

const TYPER = [
  'Brev, indgaaende',
  'Brev, udgaaende',
  'Dagsorden',
  'Eksternt Notat',
  'Faktura',
  'Internt Notat',
  'Rapport',
  'Plan',
  'Andet',
]

const TILSTANDE = ['Modtaget', 'Fordelt', 'Underudarbejdelse', 'Underreview', 'Publiceret', 'Endeligt', 'Afleveret']

const egenskaber = nummerer('DOK', 6, [
  linje('Brugervendtnøgle', 'brugervendtNoegle', 'OB1', 50),
  linje('Dokumentnummer', 'dokumentnummer', 'OB1', 50),
  linje('Titel', 'titel', 'OB1', 255),
  felt('Beskrivelse', 'beskrivelse', 'valgfri', 'crlf', { maks: 4096 }),
  felt('BrevDato', 'brevDato', 'OB4', 'dato', { naar: 'indgaaendeBrev' }),
  linje(
    'OffentlighedUndtaget/ OffentlighedUndtagetHjemmelTekst',
    'offentlighedUndtaget.offentlighedUndtagetHjemmelTekst',
    'valgfri',
    1024,
  ),
  linje('OffentlighedUndtaget/ TitelAlternativTekst', 'offentlighedUndtaget.titelAlternativTekst', 'OB4', 255, {
    naar: 'offentlighedUndtaget',
  }),
  felt('VersionIdentifikator', 'versionIdentifikator', 'valgfri', 'heltal'),
  felt('UnderversionIdentifikator', 'underversionIdentifikator', 'OB4', 'heltal', { naar: 'version' }),
  felt('Kassationskode', 'kassationskode', 'valgfri', 'kassation'),
  felt('Foelsomhed', 'foelsomhed', 'OB1', 'kode', { koder: FOELSOMHEDER }),
  felt('Type', 'type', 'OB1', 'kode', { koder: TYPER }),
])

const ENHED_ELLER_BRUGER = ['OrgEnhed', 'Bruger']

const dokumentaktoerer = [
  relation(
    49,
    'dokumentaktoerer',
    'Dokumentaktør',
    'Ejer',
    '1',
    aktoer({ krav: 'OB1', typer: ['Organisation'], urner: [URN.cvr], cvr: 'OB1' }),
  ),
  relation(
    57,
    'dokumentaktoerer',
    'Dokumentaktør',
    'Ansvarlig',
    '1',
    aktoer({ krav: 'OB1', typer: ['Organisation', 'OrgEnhed'], urner: [URN.organisation, URN.cvr], cvr: 'OB4' }),
  ),
  ...(
    [
      [65, 'Primær behandler', false],
      [73, 'Andre behandlere', true],
      [81, 'Fordelt til', false],
    ] as const
  ).map(([foerste, rollenavn, flere]) =>
    relation(
      foerste,
      'dokumentaktoerer',
      'Dokumentaktør',
      rollenavn,
      flere ? '0..*' : '0..1',
      aktoer({ krav: 'OB3', typer: ENHED_ELLER_BRUGER, urner: [URN.organisation], cvr: 'OB4', flere }),
    ),
  ),
]

/** Visningsklasse has a Facettitel in the tables, but DokumentklasseLokalUdvidelse has no such element. */
const visningsklasse = (): Felt[] =>
  klasse({ krav: 'OB3', ider: 'uuid', flere: true, titler: 'valgfri', noegle: 'enLinje' }).map((fakta) =>
    fakta.navn === 'Facettitel'
      ? {
          ...fakta,
          ikkePaaTraaden: "XSD'ens DokumentklasseLokalUdvidelse har intet Facettitel; et sådant element afvises som IND-001",
        }
      : fakta,
  )

/** The rules DOK-000 to DOK-153. */
export const DOKUMENT: Artskatalog = {
  praefiks: 'DOK',
  saet: [
    { liste: undefined, felter: nummerer('DOK', 0, registrering()) },
    { liste: 'egenskaber', felter: egenskaber },
    {
      liste: 'fremdrift',
      felter: nummerer('DOK', 18, [felt('FremdriftStatusKode', 'fremdriftStatusKode', 'OB1', 'kode', { koder: TILSTANDE })]),
    },
  ],
  relationer: [
    ...(
      [
        [19, 'Besvarelser', true],
        [24, 'Udgangspunkter', true],
        [29, 'NyRevision', false],
        [34, 'Kommentarer', true],
        [39, 'Bilag', true],
        [44, 'Andre dokumenter', true],
      ] as const
    ).map(([foerste, rollenavn, flere]) =>
      relation(foerste, 'dokumentrelationer', 'Dokumentrelation', rollenavn, flere ? '0..*' : '0..1', peger(flere)),
    ),
    ...dokumentaktoerer,
    relation(89, 'dokumentparter', 'Dokumentpart', 'Parter', '0..*', part(true)),
    relation(101, 'dokumentparter', 'Dokumentpart', 'Kopiparter', '0..*', part(true)),
    relation(
      113,
      'dokumentklasser',
      'Dokumentklasse',
      'Primær klasse',
      '1',
      klasse({ krav: 'OB1', ider: 'uuid', titler: 'valgfri', noegle: 'fri', uden: 'Facettitel' }),
    ),
    relation(
      120,
      'dokumentklasser',
      'Dokumentklasse',
      'Andre klasser',
      '0..*',
      klasse({ krav: 'OB3', ider: 'uuidEllerUrn', flere: true, titler: 'OB4', noegle: 'enLinje', uden: 'Facettitel' }),
    ),
    relation(127, 'dokumentklasser', 'Dokumentklasse', 'Visningsklasse', '0..*', visningsklasse()),
    relation(135, 'itSystemer', 'IT-system', 'Master', '1', itSystem()),
    relation(142, 'itSystemer', 'IT-system', 'Afsender', '1', itSystem()),
    relation(149, 'sikkerhedsprofiler', 'Sikkerhedsprofil', 'Adgang', '0..*', peger(true)),
  ],
}
