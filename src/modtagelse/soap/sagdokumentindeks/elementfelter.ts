/**
 * Which element of the wire is which field of the received item, in the order that the XSD wants them. One table for reading and writing.
 * Names are `<prefix>:<element>` with the prefixes of navnerum.ts.
 */
export type Feltkobling = {
  readonly element: string
  readonly felt: string
  readonly slags?: 'boolsk' | 'heltal' | 'undtaget' | 'id'
}

const kobl = (praefiks: string, navne: readonly (string | readonly [string, string, Feltkobling['slags']?])[]): Feltkobling[] =>
  navne.map((navn) => {
    const [element, felt, slags] = typeof navn === 'string' ? [navn, lower(navn), undefined] : navn
    return { element: `${praefiks}:${element}`, felt, ...(slags ? { slags } : {}) }
  })

const lower = (navn: string): string => navn.charAt(0).toLowerCase() + navn.slice(1)

export type Relationskobling = {
  readonly element: string
  readonly liste: string
  /** Further elements in the relation itself, after LokalUdvidelseListe. */
  readonly egne: readonly Feltkobling[]
  /** The element of LokalUdvidelseListe that carries the rest, and its fields. */
  readonly udvidelse?: { readonly element: string; readonly felter: readonly Feltkobling[] }
  /** Relations that are local extensions stand in the RelationListe's LokalUdvidelseListe. */
  readonly lokal?: true
}

export type Objektkobling = {
  readonly art: 'sag' | 'dokument'
  /** The object's element in ImporterSagDokumentIndeksInput, and the Type its answer carries. */
  readonly element: string
  readonly type: string
  /** Its element in OpdaterSagDokumentIndeksInput. */
  readonly aendring: string
  /** Its element in FremsoegSagDokumentIndeksOutput, and what Antal calls its kind. */
  readonly billede: string
  readonly antal: string
  readonly praefiks: 'sag' | 'di'
  readonly egenskaber: readonly Feltkobling[]
  readonly relationer: readonly Relationskobling[]
}

const NOEGLE_NAVN = ['BrugervendtNoegle', 'FuldtNavn'] as const
const IT = (praefiks: string) => kobl(praefiks, ['SystemNavn', ['SystemURI', 'systemUri']])

export const REGISTRERING: readonly Feltkobling[] = [
  { element: 'sd:NoteTekst', felt: 'noteTekst' },
  { element: 'sd:Tidspunkt', felt: 'tidspunkt' },
  { element: 'sd:LivscyklusKode', felt: 'livscyklusKode' },
  { element: 'sd:BrugerRef', felt: 'brugerRef', slags: 'id' },
]

export const SAGINDEKSEGENSKABER = kobl('si', ['Sagsstatus', 'Sagskategori', 'Foelsomhed', 'Lokation', 'OprettetTidspunkt'])

export const SAG: Objektkobling = {
  art: 'sag',
  element: 'sdi:SagIndeks',
  type: 'SagIndeks',
  aendring: 'sdi:OpdaterSagIndeks',
  billede: 'sdi:SagFiltreretOejebliksbillede',
  antal: 'sager',
  praefiks: 'sag',
  egenskaber: kobl('sag', [
    'BrugervendtNoegle',
    ['AfleveretIndikator', 'afleveretIndikator', 'boolsk'],
    'Beskrivelse',
    ['HjemmelSpecifikation', 'hjemmelspecifikation'],
    'Kassationskode',
    ['OffentlighedUndtaget', 'offentlighedUndtaget', 'undtaget'],
    ['PrincipielIndikator', 'principielIndikator', 'boolsk'],
    'Sagsnummer',
    'Titel',
  ]),
  relationer: [
    {
      element: 'sag:Sagsaktoer',
      liste: 'sagsaktoerer',
      egne: [],
      udvidelse: { element: 'si:SagsaktoerLokalUdvidelse', felter: kobl('si', [...NOEGLE_NAVN, ['CVR-Nummer', 'cvrNummer']]) },
    },
    {
      element: 'sag:Sagsklasse',
      liste: 'sagsklasser',
      egne: [],
      udvidelse: {
        element: 'si:SagsklasseLokalUdvidelse',
        felter: kobl('si', ['Facettitel', 'Klassetitel', 'BrugervendtNoegle']),
      },
    },
    {
      element: 'sag:Sagspart',
      liste: 'sagsparter',
      egne: [],
      udvidelse: { element: 'si:SagspartLokalUdvidelse', felter: kobl('si', NOEGLE_NAVN) },
    },
    { element: 'sag:Sagsrelation', liste: 'sagsrelationer', egne: [] },
    {
      element: 'sag:Sagsgenstande',
      liste: 'sagsgenstande',
      egne: [],
      udvidelse: { element: 'si:SagsgenstandeLokalUdvidelse', felter: kobl('si', ['Tekstfelt']) },
    },
    { element: 'sag:Journalpost', liste: 'journalposter', egne: [] },
    { element: 'si:Sikkerhedsprofil', liste: 'sikkerhedsprofiler', egne: [], lokal: true },
    { element: 'si:SagsitsystemRelation', liste: 'itSystemer', egne: IT('si'), lokal: true },
  ],
}

export const DOKUMENT: Objektkobling = {
  art: 'dokument',
  element: 'sdi:DokumentIndeks',
  type: 'DokumentIndeks',
  aendring: 'sdi:OpdaterDokumentIndeks',
  billede: 'sdi:DokumentFiltreretOejebliksbillede',
  antal: 'dokumenter',
  praefiks: 'di',
  egenskaber: kobl('di', [
    'BrugervendtNoegle',
    'Titel',
    'Beskrivelse',
    'BrevDato',
    ['OffentlighedUndtaget', 'offentlighedUndtaget', 'undtaget'],
    ['VersionIdentifikator', 'versionIdentifikator', 'heltal'],
    ['UnderversionIdentifikator', 'underversionIdentifikator', 'heltal'],
    'Kassationskode',
    'Dokumentnummer',
    'Foelsomhed',
    'Type',
  ]),
  relationer: [
    { element: 'di:Dokumentrelation', liste: 'dokumentrelationer', egne: [] },
    {
      element: 'di:Dokumentaktoer',
      liste: 'dokumentaktoerer',
      egne: [],
      udvidelse: { element: 'di:DokumentaktoerLokalUdvidelse', felter: kobl('di', [...NOEGLE_NAVN, ['CVR-Nr', 'cvrNummer']]) },
    },
    {
      element: 'di:Dokumentpart',
      liste: 'dokumentparter',
      egne: [],
      udvidelse: { element: 'di:DokumentpartLokalUdvidelse', felter: kobl('di', NOEGLE_NAVN) },
    },
    {
      element: 'di:Dokumentklasse',
      liste: 'dokumentklasser',
      egne: [],
      udvidelse: { element: 'di:DokumentklasseLokalUdvidelse', felter: kobl('di', ['Klassetitel', 'BrugervendtNoegle']) },
    },
    { element: 'di:Sikkerhedsprofil', liste: 'sikkerhedsprofiler', egne: [], lokal: true },
    { element: 'di:DokumentitsystemRelation', liste: 'itSystemer', egne: IT('di'), lokal: true },
  ],
}
