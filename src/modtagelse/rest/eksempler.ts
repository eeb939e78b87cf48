import type { Art } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'

/**
 * A short item of each kind, as the OpenAPI document shows them and as the tests deliver them. The person is fictive (day + 60).
 */
export const EKSEMPLER: { readonly [A in Art]: Extract<ElementKilde, { readonly art: A }> } = {
  sag: {
    art: 'sag',
    id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0001',
    tidspunkt: '2026-01-05T08:00:00+01:00',
    egenskaber: [
      {
        virkning: { fra: '2026-01-05T08:00:00+01:00' },
        brugervendtNoegle: '27.35.04-G01-1-26',
        titel: 'Aftale om forebyggende hjemmebesøg',
      },
    ],
    sagIndeksEgenskaber: [{ virkning: { fra: '2026-01-05T08:00:00+01:00' }, foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' }],
    fremdrift: [{ virkning: { fra: '2026-01-05T08:00:00+01:00' }, fremdriftStatusKode: 'Opstaaet' }],
    sagsaktoerer: [
      { rolle: 'Ejer', cvrNummer: '11111111', fuldtNavn: 'Korsbæk Kommune' },
      { rolle: 'Ansvarlig', referenceId: 'urn:oio:korsbaek:enhed:42', cvrNummer: '11111111', fuldtNavn: 'Sundhed og Omsorg' },
    ],
    sagsparter: [{ rolle: 'Primær part', referenceId: 'urn:oio:cpr-nr:8712450017', fuldtNavn: 'Godtfred Lund' }],
    sagsklasser: [
      { rolle: 'Primær klasse', brugervendtNoegle: '27.35.04' },
      { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' },
    ],
    journalposter: [{ rolle: 'Tilakteret', referenceId: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0002' }],
  },
  dokument: {
    art: 'dokument',
    id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0002',
    tidspunkt: '2026-01-06T09:00:00+01:00',
    egenskaber: [
      {
        virkning: { fra: '2026-01-06T09:00:00+01:00' },
        brugervendtNoegle: '2026-7',
        titel: 'Tilbud om forebyggende hjemmebesøg',
        brevDato: '2026-01-06',
        foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
        type: 'Brev, udgaaende',
      },
    ],
    fremdrift: [{ virkning: { fra: '2026-01-06T09:00:00+01:00' }, fremdriftStatusKode: 'Endeligt' }],
    dokumentaktoerer: [
      { rolle: 'Ejer', cvrNummer: '11111111', fuldtNavn: 'Korsbæk Kommune' },
      { rolle: 'Ansvarlig', referenceId: 'urn:oio:korsbaek:enhed:42', cvrNummer: '11111111', fuldtNavn: 'Sundhed og Omsorg' },
    ],
    dokumentklasser: [{ rolle: 'Primær klasse', brugervendtNoegle: '27.35.04' }],
  },
  journalnotat: {
    art: 'journalnotat',
    id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0003',
    tidspunkt: '2026-01-07T10:15:00+01:00',
    sag: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0001',
    egenskaber: [
      {
        virkning: { fra: '2026-01-07T10:15:00+01:00' },
        titel: 'Telefonsamtale',
        notat: 'Godtfred Lund ønsker besøg om formiddagen.',
        format: 'Text',
      },
    ],
  },
  bevilling: {
    art: 'bevilling',
    id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0004',
    tidspunkt: '2026-01-20T12:00:00+01:00',
    egenskaber: [
      {
        virkning: { fra: '2026-01-20T12:00:00+01:00' },
        bevillingstartdato: '2026-02-01',
        foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
      },
    ],
    status: [{ virkning: { fra: '2026-01-20T12:00:00+01:00' }, statusKode: 'Aktiv' }],
    bevilgedeYdelser: [
      {
        id: '1',
        ydelsestype: 'Økonomisk',
        bevilgetYdelseStartdato: '2026-02-01',
        ydelse: { ydelsesnavn: 'Tilskud til selv at ansætte en hjælper', klassifikation: { brugervendtNoegle: '27.36.04' } },
        oekonomiskEffektueringsplaner: [
          { id: '1', beregningsfrekvens: 'Månedlig', forudBagud: 'Forud', ydelsesbeloeb: '1250.00' },
        ],
      },
    ],
    bevillingssager: [{ referenceId: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0001' }],
    bevillingsparter: [{ rolle: 'Ydelsesmodtager', referenceId: 'urn:oio:cpr-nr:8712450017', fuldtNavn: 'Godtfred Lund' }],
    bevillingsaktoerer: [{ rolle: 'Ejer', cvrNummer: '11111111', fuldtNavn: 'Korsbæk Kommune' }],
  },
  oekonomiskEffektuering: {
    art: 'oekonomiskEffektuering',
    id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0005',
    tidspunkt: '2026-01-28T06:00:00+01:00',
    egenskaber: [
      {
        virkning: { fra: '2026-01-28T06:00:00+01:00' },
        dispositionsdato: '2026-01-30',
        samletBruttobeloeb: '1250.00',
        beloebEfterSkatATP: '1250.00',
        beloebSendtTilUdbetaling: '1250.00',
      },
    ],
    oekonomiskYdelseEffektueringer: [
      {
        ydelsesperiodeStartdato: '2026-02-01',
        ydelsesperiodeSlutdato: '2026-02-28',
        ydelsesbeloeb: '1250.00',
        bevilgetYdelseRef: { bevilling: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0004', bevilgetYdelseId: '1' },
      },
    ],
    aktoerer: [{ rolle: 'Ejer', cvrNummer: '11111111', fuldtNavn: 'Korsbæk Kommune' }],
  },
  aftale: {
    art: 'aftale',
    id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0006',
    tidspunkt: '2026-01-08T11:00:00+01:00',
    sag: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0001',
    egenskaber: [
      {
        virkning: { fra: '2026-01-08T11:00:00+01:00' },
        type: 'Aftale',
        titel: 'Forebyggende hjemmebesøg',
        starttidspunkt: '2026-02-12T10:00:00+01:00',
        sluttidspunkt: '2026-02-12T11:00:00+01:00',
        sted: 'Hjemme hos dig',
        status: 'Aktiv',
        foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
      },
    ],
    aktoerer: [{ rolle: 'Ejer', cvrNummer: '11111111', fuldtNavn: 'Korsbæk Kommune' }],
  },
}

const ID = (nr: number) => `0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e000${nr}`
const TID = '2026-03-02T09:00:00+01:00'

/** A change of each of them: what it names takes the place of what it overlaps in time. */
export const AENDRINGSEKSEMPLER: {
  readonly [A in Art]: { readonly operation: 'opdater' } & Extract<ElementKilde, { readonly art: A }>
} = {
  sag: {
    operation: 'opdater',
    art: 'sag',
    id: ID(1),
    tidspunkt: TID,
    egenskaber: [{ virkning: { fra: TID }, titel: 'Forebyggende hjemmebesøg hvert halve år' }],
    fremdrift: [{ virkning: { fra: TID }, fremdriftStatusKode: 'Afgjort' }],
  },
  dokument: {
    operation: 'opdater',
    art: 'dokument',
    id: ID(2),
    tidspunkt: TID,
    egenskaber: [{ virkning: { fra: TID }, titel: 'Tilbud om forebyggende hjemmebesøg (rettet)', brevDato: '2026-01-06' }],
  },
  journalnotat: {
    operation: 'opdater',
    art: 'journalnotat',
    id: ID(3),
    tidspunkt: TID,
    egenskaber: [{ virkning: { fra: TID }, notat: 'Godtfred Lund ønsker besøg om eftermiddagen.' }],
  },
  bevilling: {
    operation: 'opdater',
    art: 'bevilling',
    id: ID(4),
    tidspunkt: TID,
    status: [{ virkning: { fra: TID }, statusKode: 'Passiv' }],
  },
  oekonomiskEffektuering: {
    operation: 'opdater',
    art: 'oekonomiskEffektuering',
    id: ID(5),
    tidspunkt: TID,
    egenskaber: [
      { virkning: { fra: TID }, dispositionsdato: '2026-01-30', samletBruttobeloeb: '1250.00', beloebUdbetalt: '1250.00' },
    ],
  },
  aftale: {
    operation: 'opdater',
    art: 'aftale',
    id: ID(6),
    tidspunkt: TID,
    egenskaber: [{ virkning: { fra: TID }, status: 'Aflyst' }],
  },
}

export const FJERNELSESEKSEMPEL = {
  operation: 'fjern',
  art: 'sag',
  id: ID(1),
  tidspunkt: '2026-04-01T08:00:00+02:00',
  fjernOgsaaYdelse: true,
} as const
