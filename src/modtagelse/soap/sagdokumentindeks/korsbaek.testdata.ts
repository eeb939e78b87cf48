import type { ElementKilde } from '../../element/element.kilde.ts'

/** KOMBIT's example case, rebuilt from the facts: Korsbæk Kommune, a preventive home visit for Godtfred Lund. The person is fictive (day + 60). */
export const TRANSAKTION = 'c0ffee00-0000-4000-8000-000000000001'
export const KORSBAEK_SAG_ID = 'c0ffee00-0000-4000-8000-0000000000aa'
const ESDH = 'c0ffee00-0000-4000-8000-0000000000e5'
const virkning = {
  fra: '2026-01-05T08:00:00+01:00',
  til: null,
  aktoerRef: `urn:oio:it-system-uuid:${ESDH}`,
  aktoerTypeKode: 'ItSystem',
}
const klasse = (rolle: string, id: string, noegle: string, klassetitel: string) => ({
  virkning,
  rolle,
  type: 'Klasse',
  referenceId: id,
  brugervendtNoegle: noegle,
  klassetitel,
})
const system = (rolle: string) => ({ virkning, rolle, type: 'IT-system', referenceId: ESDH, systemNavn: 'Korsbæk ESDH' })

export const KORSBAEK_SAG: ElementKilde = {
  art: 'sag',
  id: KORSBAEK_SAG_ID,
  tidspunkt: '2026-01-05T08:00:00+01:00',
  livscyklusKode: 'Importeret',
  brugerRef: `urn:oio:it-system-uuid:${ESDH}`,
  udenNotifikation: false,
  egenskaber: [
    {
      virkning,
      brugervendtNoegle: '27.35.04-G01-1-26',
      sagsnummer: '27.35.04-G01-1-26',
      titel: 'Aftale om forebyggende hjemmebesøg',
    },
  ],
  sagIndeksEgenskaber: [{ virkning, foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER', oprettetTidspunkt: '2026-01-05T08:00:00+01:00' }],
  fremdrift: [{ virkning, fremdriftStatusKode: 'Opstaaet' }],
  sagsaktoerer: [
    {
      virkning,
      rolle: 'Ejer',
      type: 'Organisation',
      referenceId: 'urn:oio:cvr-nr:11111111',
      cvrNummer: '11111111',
      fuldtNavn: 'Korsbæk Kommune',
      brugervendtNoegle: 'Korsbæk',
    },
    {
      virkning,
      rolle: 'Ansvarlig',
      type: 'OrgEnhed',
      referenceId: 'c0ffee00-0000-4000-8000-0000000000b1',
      cvrNummer: '11111111',
      fuldtNavn: 'Sundhed og Omsorg',
    },
    {
      virkning,
      rolle: 'Primær behandler',
      type: 'Bruger',
      referenceId: 'c0ffee00-0000-4000-8000-0000000000b2',
      cvrNummer: '11111111',
      fuldtNavn: 'Ulla Jakobsen',
    },
  ],
  sagsparter: [
    { virkning, rolle: 'Primær part', type: 'Person', referenceId: 'urn:oio:cpr-nr:8712450017', fuldtNavn: 'Godtfred Lund' },
  ],
  sagsklasser: [
    klasse('Primær klasse', 'c0ffee00-0000-4000-8000-0000000000c1', '27.35.04', 'Forebyggende hjemmebesøg'),
    klasse('Handlingsklasse', 'c0ffee00-0000-4000-8000-0000000000c2', 'G01', 'Generelle sager'),
  ],
  journalposter: [
    {
      virkning,
      rolle: 'Journalnotat',
      type: 'Dokument',
      referenceId: 'URN:Empty',
      indeks: '1',
      journalpostEgenskaber: {
        journalnotatEgenskaber: { titel: 'Telefonsamtale', notat: 'Godtfred ønsker besøg om formiddagen.', format: 'Text' },
      },
    },
    { virkning, rolle: 'Tilakteret', type: 'Dokument', referenceId: 'c0ffee00-0000-4000-8000-0000000000d1', indeks: '2' },
  ],
  itSystemer: [system('Master'), system('Afsender')],
}
