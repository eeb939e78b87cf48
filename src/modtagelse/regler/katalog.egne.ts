import {
  FOELSOMHEDER,
  felt,
  indeks,
  itSystem,
  linje,
  navn,
  nummerer,
  peger,
  reference,
  registrering,
  relationer,
  rolle,
  type,
  URN,
} from './katalog.felter.ts'
import { TVAER_AFTALE, TVAER_BEVILLING, TVAER_EFFEKTUERING, TVAER_JOURNALNOTAT } from './katalog.tvaer.ts'
import type { Artskatalog, Felt, Forpligtelse, Relationsregel } from './katalog.typer.ts'

/**
 * Our own rules for the four kinds that have no official numbers here: NOT (journalnotat), BEV (bevilling), EFF (effektuering), AFT (aftale).
 * Facts: the Ydelsesindeks interface 6 (lengths, patterns, roles), KL's byggeblokke (the four kinds of ydelse).
 * Numbers of relations start at 100, so that fields can be added without renumbering. Rules over more than one field stand in katalog.tvaer.ts.
 */
const itSystemer = (praefiks: string): Relationsregel[] => [
  relationer(praefiks)(180, 'itSystemer', 'IT-system', 'Master', '1', itSystem()),
  relationer(praefiks)(190, 'itSystemer', 'IT-system', 'Afsender', '1', itSystem()),
]

const PARTSURNER = [URN.cpr, URN.cvr, URN.navn, URN.pnr, URN.borgerId, URN.personId]

const egenPart = (krav: Forpligtelse, flere: boolean): Felt[] => [
  rolle(krav),
  type(krav, ['Person', 'Virksomhed']),
  reference(krav, 'urn', PARTSURNER),
  indeks(flere ? 'OB3' : 'udelades'),
  navn('valgfri'),
]

const egenAktoer = (typer: readonly string[], krav: Forpligtelse): Felt[] => [
  rolle(krav),
  type(krav, typer),
  reference(krav, 'uuidEllerUrn', [URN.organisation, URN.cvr]),
  indeks('udelades'),
  felt('CVR-nr', 'cvrNummer', typer.includes('Organisation') ? krav : 'valgfri', 'cvr', { maks: 8 }),
  navn(krav),
  linje('BrugervendtNoegle', 'brugervendtNoegle', 'valgfri', 50),
]

/** NOT-nnn: a journal note delivered by itself. */
export const JOURNALNOTAT: Artskatalog = {
  praefiks: 'NOT',
  saet: [
    {
      liste: undefined,
      felter: [...nummerer('NOT', 0, registrering()), ...nummerer('NOT', 6, [felt('Sag', 'sag', 'OB1', 'uuid')])],
    },
    {
      liste: 'egenskaber',
      felter: nummerer('NOT', 7, [
        linje('Titel', 'titel', 'OB1', 255),
        felt('Notat', 'notat', 'valgfri', 'fri'),
        felt('Format', 'format', 'OB1', 'notatformat'),
        felt('Foelsomhed', 'foelsomhed', 'valgfri', 'kode', { koder: FOELSOMHEDER }),
        felt('UndtagetForBorger', 'undtagetForBorger', 'valgfri', 'boolsk'),
      ]),
    },
  ],
  relationer: itSystemer('NOT'),
  tvaer: TVAER_JOURNALNOTAT,
}

const bev = relationer('BEV')

/** The same fields, told as those of `under`: where they stand within another post, their own name alone says too little. */
const inden = (under: string, felter: readonly Felt[]): Felt[] => felter.map((et) => ({ ...et, navn: `${under}/${et.navn}` }))

/** The it-systems of a granted benefit, two at most (BEV-028). The one in the role Master is the master of the grant. */
const YDELSENS_ITSYSTEMER = nummerer(
  'BEV',
  41,
  inden('BevilgetYdelse/ItSystem', [
    rolle('valgfri'),
    type('valgfri', ['IT-system']),
    felt('Indeks', 'indeks', 'valgfri', 'fri', { maks: 36 }),
    reference('valgfri', 'uuid', []),
    linje('SystemNavn', 'systemNavn', 'valgfri', 255),
    felt('SystemURI', 'systemUri', 'valgfri', 'fri', { maks: 255 }),
  ]),
)

const PLAN = 'OekonomiskEffektueringsplan'
const EFFEKTUERINGSPLAN = [
  ...nummerer(
    'BEV',
    30,
    inden(PLAN, [
      felt('Id', 'id', 'valgfri', 'enLinje', { maks: 36 }),
      felt('EffektueringsplanStartdato', 'effektueringsplanStartdato', 'valgfri', 'datoEllerTid'),
      felt('EffektueringsplanSlutdato', 'effektueringsplanSlutdato', 'valgfri', 'datoEllerTid'),
      linje('Beregningsfrekvens', 'beregningsfrekvens', 'valgfri', 50),
      felt('ForudBagud', 'forudBagud', 'valgfri', 'kode', { koder: ['Forud', 'Bagud'] }),
      linje('Dispositionsdag', 'dispositionsdag', 'valgfri', 50),
      felt('Ydelsesbeloeb', 'ydelsesbeloeb', 'valgfri', 'beloeb'),
    ]),
  ),
  ...nummerer('BEV', 38, inden(PLAN, [felt('ManueltGodkendes', 'manueltGodkendes', 'valgfri', 'boolsk')])),
]

const KLASSIFIKATION = 'BevilgetYdelse/Ydelse/Klassifikation'
const klassifikation = 'ydelse.klassifikation'

/** What a benefit's and its class's relation carries beside the names: kept, and shown to nobody. */
const YDELSESRELATION = nummerer('BEV', 48, [
  felt('BevilgetYdelse/Ydelse/Rolle', 'ydelse.rolle', 'valgfri', 'uuid'),
  felt('BevilgetYdelse/Ydelse/Type', 'ydelse.type', 'valgfri', 'uuid'),
  felt('BevilgetYdelse/Ydelse/Indeks', 'ydelse.indeks', 'valgfri', 'fri', { maks: 36 }),
  felt('BevilgetYdelse/Ydelse/ReferenceID', 'ydelse.referenceId', 'valgfri', 'reference', { ider: 'uuidEllerUrn', maks: 255 }),
  felt(`${KLASSIFIKATION}/Rolle`, `${klassifikation}.rolle`, 'valgfri', 'uuid'),
  felt(`${KLASSIFIKATION}/Type`, `${klassifikation}.type`, 'valgfri', 'uuid'),
  felt(`${KLASSIFIKATION}/Indeks`, `${klassifikation}.indeks`, 'valgfri', 'fri', { maks: 36 }),
])

/** BEV-nnn: a grant with its granted benefits. */
export const BEVILLING: Artskatalog = {
  praefiks: 'BEV',
  saet: [
    { liste: undefined, felter: nummerer('BEV', 0, registrering()) },
    {
      liste: 'egenskaber',
      felter: nummerer('BEV', 6, [
        linje('BrugervendtNoegle', 'brugervendtNoegle', 'valgfri', 50),
        felt('Bevillingstartdato', 'bevillingstartdato', 'OB1', 'datoEllerTid'),
        felt('Bevillingslutdato', 'bevillingslutdato', 'valgfri', 'datoEllerTid'),
        felt('Begrundelse', 'begrundelse', 'valgfri', 'crlf', { maks: 4096 }),
        felt('Foelsomhed', 'foelsomhed', 'OB1', 'kode', { koder: FOELSOMHEDER }),
      ]),
    },
    {
      liste: 'status',
      felter: nummerer('BEV', 11, [felt('StatusKode', 'statusKode', 'OB1', 'kode', { koder: ['Aktiv', 'Inaktiv', 'Passiv'] })]),
    },
    {
      liste: 'bevilgedeYdelser',
      felter: nummerer('BEV', 12, [
        linje('BevilgetYdelse/Id', 'id', 'OB1', 36),
        linje('BevilgetYdelse/Navn', 'navn', 'valgfri', 255),
        felt('BevilgetYdelse/Ydelsestype', 'ydelsestype', 'OB1', 'kode', {
          koder: ['Økonomisk', 'Fysisk', 'Ressource', 'Tilladelse'],
        }),
        felt('BevilgetYdelse/BevilgetYdelseStartdato', 'bevilgetYdelseStartdato', 'OB1', 'datoEllerTid'),
        felt('BevilgetYdelse/BevilgetYdelseSlutdato', 'bevilgetYdelseSlutdato', 'valgfri', 'datoEllerTid'),
        felt('BevilgetYdelse/Begrundelse', 'begrundelse', 'valgfri', 'crlf', { maks: 4096 }),
        felt('BevilgetYdelse/Meddelelse', 'meddelelse', 'valgfri', 'crlf', { maks: 4096 }),
        linje('BevilgetYdelse/Omfang', 'omfang', 'valgfri', 255),
        linje('BevilgetYdelse/Ydelse/Ydelsesnavn', 'ydelse.ydelsesnavn', 'OB1', 255),
        felt(`${KLASSIFIKATION}/BrugervendtNoegle`, `${klassifikation}.brugervendtNoegle`, 'OB1', 'kle'),
        felt(`${KLASSIFIKATION}/ReferenceID`, `${klassifikation}.referenceId`, 'valgfri', 'reference', {
          ider: 'uuidEllerUrn',
          maks: 255,
        }),
        linje(`${KLASSIFIKATION}/Klassetitel`, `${klassifikation}.klassetitel`, 'valgfri', 255),
      ]).concat(
        nummerer('BEV', 39, [felt('BevilgetYdelse/Tilbagebetalingspligtig', 'tilbagebetalingspligtig', 'valgfri', 'boolsk')]),
        YDELSESRELATION,
      ),
    },
    { liste: 'bevilgedeYdelser.oekonomiskEffektueringsplaner', felter: EFFEKTUERINGSPLAN },
    { liste: 'bevilgedeYdelser.itSystemer', felter: YDELSENS_ITSYSTEMER },
  ],
  relationer: [
    bev(100, 'bevillingssager', 'Bevillingssag', 'Bevillingssag', '0..1', [
      rolle('OB3'),
      type('OB3', ['Sag']),
      reference('OB3', 'uuid'),
      indeks('udelades'),
      linje('BrugervendtNoegle', 'brugervendtNoegle', 'valgfri', 50),
      navn('valgfri'),
    ]),
    bev(110, 'bevillingsparter', 'Bevillingspart', 'Ydelsesmodtager', '1', egenPart('OB1', false)),
    bev(120, 'bevillingsparter', 'Bevillingspart', 'Bevillingsmodtager', '0..1', egenPart('OB3', false)),
    bev(130, 'bevillingsaktoerer', 'Bevillingsaktør', 'Ejer', '1', egenAktoer(['Organisation'], 'OB1')),
    bev(140, 'bevillingsaktoerer', 'Bevillingsaktør', 'Ansvarlig', '0..1', egenAktoer(['OrgEnhed'], 'OB3')),
    ...itSystemer('BEV'),
    bev(200, 'sikkerhedsprofiler', 'Sikkerhedsprofil', 'Adgang', '0..*', peger(true)),
  ],
  tvaer: TVAER_BEVILLING,
}

const eff = relationer('EFF')

/** EFF-nnn: a payment, planned or made. */
export const EFFEKTUERING: Artskatalog = {
  praefiks: 'EFF',
  saet: [
    { liste: undefined, felter: nummerer('EFF', 0, registrering()) },
    {
      liste: 'egenskaber',
      felter: nummerer('EFF', 6, [
        linje('BrugervendtNoegle', 'brugervendtNoegle', 'valgfri', 50),
        felt('Startdato', 'startdato', 'valgfri', 'datoEllerTid'),
        felt('Slutdato', 'slutdato', 'valgfri', 'datoEllerTid'),
        felt('SamletBruttobeloeb', 'samletBruttobeloeb', 'valgfri', 'beloeb'),
        felt('Dispositionsdato', 'dispositionsdato', 'OB1', 'datoEllerTid'),
        felt('BeloebEfterSkatATP', 'beloebEfterSkatATP', 'valgfri', 'beloeb'),
        felt('BeloebSendtTilUdbetaling', 'beloebSendtTilUdbetaling', 'valgfri', 'beloeb'),
        felt('BeloebUdbetalt', 'beloebUdbetalt', 'valgfri', 'beloeb'),
        linje('Udbetalingsafdeling', 'udbetalingsafdeling', 'valgfri', 255),
        linje('SendtTilUdbetalingTekst', 'sendtTilUdbetalingTekst', 'valgfri', 255),
        linje('UdbetaltTekst', 'udbetaltTekst', 'valgfri', 255),
      ]).concat(nummerer('EFF', 31, [felt('Godkendt', 'godkendt', 'valgfri', 'boolsk')])),
    },
    {
      liste: 'oekonomiskYdelseEffektueringer',
      felter: nummerer('EFF', 20, [
        felt('Indeks', 'indeks', 'valgfri', 'fri', { maks: 36 }),
        felt('YdelsesperiodeStartdato', 'ydelsesperiodeStartdato', 'valgfri', 'datoEllerTid'),
        felt('YdelsesperiodeSlutdato', 'ydelsesperiodeSlutdato', 'valgfri', 'datoEllerTid'),
        felt('Ydelsesbeloeb', 'ydelsesbeloeb', 'valgfri', 'beloeb'),
        linje('Klassifikationsbeskrivelse', 'klassifikationsbeskrivelse', 'valgfri', 255),
        felt('BevilgetYdelseRef/UUIDIdentifikator', 'bevilgetYdelseRef.bevilling', 'OB1', 'uuid'),
        linje('BevilgetYdelseRef/BevilgetYdelseId', 'bevilgetYdelseRef.bevilgetYdelseId', 'OB1', 36),
      ]).concat(
        nummerer(
          'EFF',
          28,
          inden('OekonomiskYdelseEffektueringRelation', [
            felt('Rolle', 'rolle', 'valgfri', 'uuid'),
            felt('Type', 'type', 'valgfri', 'uuid'),
            felt('ReferenceID', 'referenceId', 'valgfri', 'reference', { ider: 'uuidEllerUrn', maks: 255 }),
          ]),
        ),
      ),
    },
  ],
  relationer: [
    eff(100, 'aktoerer', 'Aktør', 'Ejer', '1', egenAktoer(['Organisation'], 'OB1')),
    eff(110, 'aktoerer', 'Aktør', 'Udbetalende enhed', '0..1', egenAktoer(['Organisation', 'OrgEnhed'], 'OB3')),
    eff(120, 'parter', 'Part', 'Effektueringsmodtager', '0..1', egenPart('OB3', false)),
    ...itSystemer('EFF'),
  ],
  tvaer: TVAER_EFFEKTUERING,
}

const aft = relationer('AFT')

/** AFT-nnn: an appointment or a deadline. Borgervendt Kalenderaftale's own field list is not public; these fields are ours. */
export const AFTALE: Artskatalog = {
  praefiks: 'AFT',
  saet: [
    {
      liste: undefined,
      felter: [...nummerer('AFT', 0, registrering()), ...nummerer('AFT', 6, [felt('Sag', 'sag', 'valgfri', 'uuid')])],
    },
    {
      liste: 'egenskaber',
      felter: nummerer('AFT', 7, [
        felt('Type', 'type', 'OB1', 'kode', { koder: ['Aftale', 'Frist'] }),
        linje('Titel', 'titel', 'OB1', 255),
        felt('Beskrivelse', 'beskrivelse', 'valgfri', 'crlf', { maks: 4096 }),
        felt('Starttidspunkt', 'starttidspunkt', 'OB1', 'tid'),
        felt('Sluttidspunkt', 'sluttidspunkt', 'valgfri', 'tid'),
        linje('Sted', 'sted', 'valgfri', 255),
        felt('Status', 'status', 'OB1', 'kode', { koder: ['Aktiv', 'Aflyst', 'Afholdt', 'Opfyldt'] }),
        felt('Foelsomhed', 'foelsomhed', 'OB1', 'kode', { koder: FOELSOMHEDER }),
      ]),
    },
  ],
  relationer: [
    aft(100, 'aktoerer', 'Aktør', 'Ejer', '1', egenAktoer(['Organisation'], 'OB1')),
    aft(110, 'aktoerer', 'Aktør', 'Ansvarlig', '0..1', egenAktoer(['OrgEnhed'], 'OB3')),
    aft(120, 'parter', 'Part', 'Primær part', '0..1', egenPart('OB3', false)),
    aft(130, 'parter', 'Part', 'Sekundær part', '0..*', egenPart('OB3', true)),
    aft(140, 'klasser', 'Klasse', 'Primær klasse', '0..1', [
      rolle('OB3'),
      type('OB3', ['Klasse']),
      reference('OB3', 'uuid'),
      indeks('udelades'),
      linje('Klassetitel', 'klassetitel', 'valgfri', 255),
      felt('BrugervendtNoegle', 'brugervendtNoegle', 'OB3', 'kle'),
    ]),
    ...itSystemer('AFT'),
  ],
  tvaer: TVAER_AFTALE,
}
