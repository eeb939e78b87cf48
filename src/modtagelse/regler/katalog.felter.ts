import type { Felt, Forpligtelse, Kardinalitet, NummereretFelt, Relationsregel, Urn } from './katalog.typer.ts'

/** Building blocks of the catalogue: a fact is written once, and named. */
type Ekstra = Partial<Omit<Felt, 'navn' | 'felt' | 'krav' | 'form'>>

export const felt = (navn: string, sti: string, krav: Forpligtelse, form: Felt['form'], ekstra: Ekstra = {}): Felt => ({
  navn,
  felt: sti.split('.'),
  krav,
  form,
  ...ekstra,
})

export const linje = (navn: string, sti: string, krav: Forpligtelse, maks: number, ekstra: Ekstra = {}): Felt =>
  felt(navn, sti, krav, 'enLinje', { maks, ...ekstra })

const urn = (skrevet: string, moenster: RegExp): Urn => ({ skrevet, moenster })

export const URN = {
  organisation: urn('urn:oio:<org>:<idtype>:xxxx', /^urn:oio:[^:]+:[^:]+:.+$/),
  itSystem: urn('urn:oio:it-system-uuid:<uuid>', /^urn:oio:it-system-uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  cpr: urn('urn:oio:cpr-nr:[0-9]{10}', /^urn:oio:cpr-nr:[0-9]{10}$/),
  cvr: urn('urn:oio:cvr-nr:[0-9]{8}', /^urn:oio:cvr-nr:[0-9]{8}$/),
  navn: urn('urn:oio:fuldtnavn:xxxx', /^urn:oio:fuldtnavn:.+$/),
  pnr: urn('urn:oio:pnr:[0-9]{10}', /^urn:oio:pnr:[0-9]{10}$/),
  borgerId: urn('urn:oio:udk:borgerid:[0-9]{12}', /^urn:oio:udk:borgerid:[0-9]{12}$/),
  personId: urn('urn:oio:us:personid:[0-9]{7}', /^urn:oio:us:personid:[0-9]{7}$/),
  form: urn('urn:oio:form:', /^urn:oio:form:.+$/),
  ydelse: urn('urn:oio:kontanteydelser:ydelse:brugervendtnoegle:xxxx', /^urn:oio:kontanteydelser:ydelse:brugervendtnoegle:.+$/),
  esr: urn('urn:oio:esr:ejendom:[0-9]{3}', /^urn:oio:esr:ejendom:[0-9]{3}(-[0-9]+)?$/),
  bfe: urn('urn:oio:ejendom:bfe-nr:[0-9]{10}', /^urn:oio:ejendom:bfe-nr:[0-9]{10}$/),
} as const

const PARTSURNER = [URN.cpr, URN.cvr, URN.navn, URN.pnr, URN.borgerId, URN.personId]

export const FOELSOMHEDER = ['IKKE_FORTROLIGE_DATA', 'FORTROLIGE_PERSONOPLYSNINGER', 'FOELSOMME_PERSONOPLYSNINGER', 'VIP_SAGER']

type Ider = NonNullable<Felt['ider']>

export const rolle = (krav: Forpligtelse): Felt => felt('Rolle', 'rolle', krav, 'rolle')
export const type = (krav: Forpligtelse, typer?: readonly string[]): Felt =>
  felt('Type', 'type', krav, 'type', typer ? { typer } : {})
export const reference = (krav: Forpligtelse, ider: Ider, urner: readonly Urn[] = [], maks: number | undefined = 255): Felt =>
  felt('ReferenceID', 'referenceId', krav, 'reference', { ider, urner, ...(maks ? { maks } : {}) })
/** Indeks tells relations of one rolle apart, so it is required where there may be several and absent where not. */
export const indeks = (krav: 'OB3' | 'udelades'): Felt => felt('Indeks', 'indeks', krav, 'fri', { maks: 36 })
export const navn = (krav: Forpligtelse): Felt => linje('FuldtNavn', 'fuldtNavn', krav, 255)

type Aktoerfakta = { krav: 'OB1' | 'OB3'; typer: readonly string[]; urner: readonly Urn[]; cvr: Forpligtelse; flere?: boolean }

export const aktoer = ({ krav, typer, urner, cvr, flere }: Aktoerfakta): Felt[] => [
  rolle(krav),
  type(krav, typer),
  reference(krav, 'uuidEllerUrn', urner),
  indeks(flere ? 'OB3' : 'udelades'),
  felt('CVR-Nummer', 'cvrNummer', cvr, 'cvr', { maks: 8, ...(cvr === 'OB4' ? { naar: 'urn' as const } : {}) }),
  navn(krav),
  linje('BrugervendtNoegle', 'brugervendtNoegle', 'OB4', 50, { naar: 'urn' }),
]

const ingenSaadan = (elementnavn: string, maks: number): Felt => ({
  navn: elementnavn,
  felt: undefined,
  krav: 'udelades',
  form: 'fri',
  maks,
  ikkePaaTraaden: `XSD'en har intet element ${elementnavn} på en part; et sådant element afvises som IND-001`,
})

export const part = (flere = false): Felt[] => [
  rolle('OB3'),
  type('OB3', ['Person', 'Virksomhed']),
  reference('OB3', 'urn', PARTSURNER),
  indeks(flere ? 'OB3' : 'udelades'),
  ingenSaadan('CPR-nr', 10),
  ingenSaadan('CVR-nr', 8),
  ingenSaadan('P-nr', 10),
  ingenSaadan('PersonID', 7),
  ingenSaadan('BorgerID', 12),
  navn('OB3'),
  felt('BrugervendtNoegle', 'brugervendtNoegle', 'udelades', 'fri', { maks: 50 }),
]

type Klassefakta = {
  krav: 'OB1' | 'OB3'
  ider: Ider
  urner?: readonly Urn[]
  flere?: boolean
  titler: 'valgfri' | 'OB4'
  noegle: 'fri' | 'enLinje'
  uden?: 'Facettitel'
}

export const klasse = ({ krav, ider, urner = [], flere, titler, noegle, uden }: Klassefakta): Felt[] => {
  const naar = titler === 'OB4' ? { naar: 'urn' as const } : {}
  return [
    rolle(krav),
    type(krav),
    reference(krav, ider, urner),
    indeks(flere ? 'OB3' : 'udelades'),
    ...(uden ? [] : [linje('Facettitel', 'facettitel', titler, 255, naar)]),
    linje('Klassetitel', 'klassetitel', titler, 255, naar),
    felt('BrugervendtNoegle', 'brugervendtNoegle', krav, noegle, { maks: 50 }),
  ]
}

/** A relation to another case or document, or a security profile: only the relation's own four fields. */
export const peger = (flere: boolean): Felt[] => [
  rolle('OB3'),
  type('OB3'),
  reference('OB3', 'uuid'),
  indeks(flere ? 'OB3' : 'udelades'),
]

export const itSystem = (): Felt[] => [
  rolle('OB1'),
  type('OB1', ['IT-system']),
  reference('OB1', 'uuid'),
  indeks('udelades'),
  linje('SystemNavn', 'systemNavn', 'OB1', 255),
  felt('SystemURI', 'systemUri', 'udelades', 'fri', { maks: 255 }),
]

export const registrering = (): Felt[] => [
  felt('UUIDIdentifikator', 'id', 'OB2', 'uuid'),
  felt('Tidspunkt', 'tidspunkt', 'OB2', 'tid'),
  {
    navn: 'StsTidspunkt',
    felt: undefined,
    krav: 'uden',
    form: 'tid',
    ikkePaaTraaden: 'indekset sætter selv StsTidspunkt ved modtagelsen; et medsendt læses ikke',
  },
  felt('LivscyklusKode', 'livscyklusKode', 'OB1', 'kode', { koder: ['Importeret'] }),
  felt('BrugerRef', 'brugerRef', 'OB1', 'reference', { ider: 'uuidEllerUrn', urner: [URN.organisation, URN.itSystem] }),
  felt('NoteTekst', 'noteTekst', 'valgfri', 'crlf', { maks: 1024 }),
]

const nummer = (praefiks: string, tal: number): string => `${praefiks}-${String(tal).padStart(3, '0')}`

export const nummerer = (praefiks: string, foerste: number, felter: readonly Felt[]): NummereretFelt[] =>
  felter.map((fakta, i) => ({ ...fakta, nummer: nummer(praefiks, foerste + i) }))

/** Makes `relation(number, list, relation, rolle, cardinality, fields)` for one kind: the fields are numbered after the relation. */
export const relationer =
  (praefiks: string) =>
  (
    foerste: number,
    liste: string,
    relation: string,
    rollenavn: string,
    kardinalitet: Kardinalitet,
    felter: readonly Felt[],
  ): Relationsregel => ({
    liste,
    relation,
    rolle: rollenavn,
    kardinalitet,
    nummer: nummer(praefiks, foerste),
    felter: nummerer(praefiks, foerste + 1, felter),
  })
