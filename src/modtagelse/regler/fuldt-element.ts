import type { Art } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import { KATALOGER } from './katalog.ts'
import type { Felt, NummereretFelt, Relationsregel, Tvaerregel } from './katalog.typer.ts'

/** One valid item of a kind with every attribute and every relation of its catalogue, and all ways to break each rule: for the compliance test and for our own. */
export type Vilkaarlig = Record<string, unknown>

const AFSENDER = 'b7a1c0de-0000-4000-8000-000000000001'
const FRA = '2026-01-01T00:00:00.000Z'
/** Day 27 + 60 = 87: a number that no real person has. */
export const FIKTIVT_CPR = '8712450017'

export const virkning = (fra = FRA, til: string | null = null) => ({
  fra,
  til,
  aktoerRef: `urn:oio:it-system-uuid:${AFSENDER}`,
  aktoerTypeKode: 'ItSystem',
})

const UUID = 'b7a1c0de-0000-4000-8000-000000000002'

const URN_EKSEMPLER: Readonly<Record<string, string>> = {
  'urn:oio:<org>:<idtype>:xxxx': 'urn:oio:korsbaek:enhed:42',
  'urn:oio:it-system-uuid:<uuid>': `urn:oio:it-system-uuid:${AFSENDER}`,
  'urn:oio:cpr-nr:[0-9]{10}': `urn:oio:cpr-nr:${FIKTIVT_CPR}`,
  'urn:oio:cvr-nr:[0-9]{8}': 'urn:oio:cvr-nr:11111111',
  'urn:oio:form:': 'urn:oio:form:12.3',
  'urn:oio:kontanteydelser:ydelse:brugervendtnoegle:xxxx': 'urn:oio:kontanteydelser:ydelse:brugervendtnoegle:Y1',
}

const urnFor = ({ urner = [] }: Felt): string => URN_EKSEMPLER[urner[0]?.skrevet ?? ''] ?? 'URN:Empty'

const EKSEMPLER: Readonly<Partial<Record<Felt['form'], unknown>>> = {
  fri: '1',
  enLinje: 'Tekst på én linje',
  crlf: 'Linje 1\r\nLinje 2',
  tid: '2026-01-15T10:00:00+01:00',
  dato: '2026-01-15',
  datoEllerTid: '2026-01-15',
  uuid: UUID,
  boolsk: true,
  heltal: 1,
  beloeb: '1250.50',
  kle: '27.35.04',
  cvr: '11111111',
  kassation: 'B',
  notatformat: 'Text',
}

function eksempel(felt: Felt, regel?: Relationsregel): unknown {
  if (felt.form === 'rolle') return regel?.rolle ?? 'Master'
  if (felt.form === 'type') return felt.typer?.[0] ?? 'Klasse'
  if (felt.form === 'kode') return felt.koder?.[0]
  if (felt.form === 'reference') return felt.ider === 'urn' ? urnFor(felt) : UUID
  return EKSEMPLER[felt.form]
}

export function saet(post: Vilkaarlig, sti: readonly string[], vaerdi: unknown): void {
  const [foerste = '', ...rest] = sti
  if (rest.length === 0) {
    if (vaerdi === undefined) delete post[foerste]
    else post[foerste] = vaerdi
    return
  }
  post[foerste] ??= {}
  saet(post[foerste] as Vilkaarlig, rest, vaerdi)
}

function byg(felter: readonly NummereretFelt[], regel?: Relationsregel): Vilkaarlig {
  const post: Vilkaarlig = {}
  for (const felt of felter) if (felt.felt && felt.krav !== 'udelades') saet(post, felt.felt, eksempel(felt, regel))
  return post
}

const TILSTANDE: Readonly<Record<string, readonly string[]>> = {
  sag: ['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'],
  dokument: ['Modtaget', 'Fordelt', 'Underudarbejdelse', 'Underreview', 'Publiceret', 'Endeligt', 'Afleveret'],
}

const maaned = (nummer: number): string => `2026-${String(nummer).padStart(2, '0')}-01T00:00:00.000Z`

const fremdrift = (art: Art): Vilkaarlig[] =>
  (TILSTANDE[art] ?? []).map((kode, i, alle) => ({
    virkning: virkning(maaned(i + 1), i + 1 === alle.length ? null : maaned(i + 2)),
    fremdriftStatusKode: kode,
  }))

/** A valid item of `art` with everything that its catalogue allows. */
export function fuldtElement(art: Art): Vilkaarlig {
  const element: Vilkaarlig = { art }
  for (const { liste, felter } of KATALOGER[art].saet) {
    const [ydre = '', indre] = (liste ?? '').split('.')
    if (liste === undefined) Object.assign(element, byg(felter))
    else if (indre !== undefined) for (const post of element[ydre] as Vilkaarlig[]) post[indre] = [byg(felter)]
    else if (liste === 'fremdrift') element[liste] = fremdrift(art)
    else element[liste] = [{ virkning: virkning(), ...byg(felter) }]
  }
  for (const regel of KATALOGER[art].relationer)
    element[regel.liste] = [
      ...((element[regel.liste] as Vilkaarlig[]) ?? []),
      { virkning: virkning(), ...byg(regel.felter, regel) },
    ]
  return element
}

export const kopi = (element: Vilkaarlig): Vilkaarlig => structuredClone(element)

export const somKilde = (element: Vilkaarlig): ElementKilde => element as unknown as ElementKilde

/** The post that a rule's field stands in: the item itself, its set, or its relation. */
function findPost(element: Vilkaarlig, liste: string | undefined, rolle: string | undefined): Vilkaarlig {
  if (liste === undefined) return element
  const [ydre = '', indre] = liste.split('.')
  if (indre !== undefined) return findPost((element[ydre] as Vilkaarlig[])[0] ?? {}, indre, rolle)
  const poster = element[liste] as Vilkaarlig[]
  return (rolle === undefined ? poster[0] : poster.find((post) => post['rolle'] === rolle)) as Vilkaarlig
}

export type Brydning = { readonly hvordan: string; readonly bryd: (element: Vilkaarlig) => void }

type Bryder = (felt: NummereretFelt) => readonly (readonly [string, unknown])[]

const KRAEVER = new Set(['OB1', 'OB2', 'OB3', 'OB4'])

/** Values that no field of the form may have. */
const forkerte: Readonly<Partial<Record<Felt['form'], Bryder>>> = {
  enLinje: () => [['to linjer', 'en\nto']],
  crlf: () => [['tabulator', 'en\tto']],
  tid: () => [['uden zone', '2026-01-15T10:00:00']],
  dato: () => [['ingen dato', '2026-02-30']],
  datoEllerTid: () => [['ingen dato', '2026-02-30']],
  uuid: () => [['ingen UUID', 'b7a1']],
  boolsk: () => [['ikke boolsk', 'måske']],
  heltal: () => [['ikke heltal', 'et']],
  kode: () => [['ukendt kode', 'Ukendt']],
  beloeb: () => [['dansk komma', '1250,50']],
  kle: () => [['ikke KLE', '27.35']],
  cvr: () => [['syv cifre', '1111111']],
  kassation: () => [['ukendt', 'X']],
  notatformat: () => [['ukendt', 'PDF']],
  rolle: () => [['URN', 'urn:oio:a:b:c']],
  type: ({ typer }) =>
    typer ? [['anden type', typer.includes('Geokode') ? 'Klasse' : 'Geokode']] : [['ukendt', 'urn:oio:a:b:c']],
  reference: ({ ider, urner = [] }) => [
    ['hverken UUID eller URN', 'x'],
    ...(ider === 'uuid' ? ([['URN', 'urn:oio:korsbaek:sag:1']] as const) : []),
    ...(ider === 'urn' ? ([['UUID', UUID]] as const) : []),
    ...(urner.length > 0 ? ([['forkert URN', 'urn:oio:forkert']] as const) : []),
    ...(urner.some(({ skrevet }) => skrevet.includes('cpr-nr'))
      ? ([['umuligt CPR-nummer', 'urn:oio:cpr-nr:3202990000']] as const)
      : []),
  ],
}

/** Makes the condition of an OB4 field hold. */
function opfyldBetingelse(felt: NummereretFelt, post: Vilkaarlig, regel: Relationsregel | undefined): void {
  if (felt.naar !== 'urn') return
  const reference = regel?.felter.find(({ form }) => form === 'reference')
  post['referenceId'] = reference && (reference.urner ?? []).length > 0 ? urnFor(reference) : 'urn:oio:korsbaek:enhed:42'
}

/** Every way to break the rule of one field; each changes a full, valid item in place. */
export function brydninger(felt: NummereretFelt, liste: string | undefined, regel?: Relationsregel): Brydning[] {
  const sti = felt.felt
  if (!sti) return []
  const med = (hvordan: string, vaerdi: unknown, foerst?: (post: Vilkaarlig) => void): Brydning => ({
    hvordan,
    bryd: (element) => {
      const post = findPost(element, liste, regel?.rolle)
      foerst?.(post)
      saet(post, sti, vaerdi)
    },
  })
  if (felt.krav === 'udelades') return [med('skal udelades', '1')]
  return [
    ...(KRAEVER.has(felt.krav) ? [med('mangler', undefined, (post) => opfyldBetingelse(felt, post, regel))] : []),
    ...(felt.maks !== undefined && felt.form !== 'reference' ? [med('for lang', 'x'.repeat(felt.maks + 1))] : []),
    ...(forkerte[felt.form]?.(felt) ?? []).map(([hvordan, vaerdi]) => med(hvordan, vaerdi)),
  ]
}

const sidste = (post: unknown, sti: readonly string[]): unknown =>
  sti.reduce<unknown>((her, navn) => (her as Vilkaarlig | undefined)?.[navn], post)

/** Every way to break a rule over more than one field. */
export const brydTvaer = ({ brydes }: Tvaerregel): Brydning[] =>
  brydes.map((greb, i) => ({
    hvordan: `på tværs ${i + 1}`,
    bryd: (element) => {
      for (const et of greb)
        saet(
          element,
          et.sti.split('.'),
          'kopiAf' in et ? structuredClone(sidste(element, et.kopiAf.split('.'))) : structuredClone(et.vaerdi),
        )
    },
  }))

/** Every way to break the cardinality of one relation. */
export function brydAntal(regel: Relationsregel): Brydning[] {
  const poster = (element: Vilkaarlig) => element[regel.liste] as Vilkaarlig[]
  const fjern: Brydning = {
    hvordan: 'mangler',
    bryd: (element) => {
      element[regel.liste] = poster(element).filter((post) => post['rolle'] !== regel.rolle)
    },
  }
  const fordobl: Brydning = {
    hvordan: 'to på samme tid',
    bryd: (element) => poster(element).push(structuredClone(findPost(element, regel.liste, regel.rolle))),
  }
  if (regel.kardinalitet === '0..*') return []
  return regel.kardinalitet === '1' ? [fjern, fordobl] : [fordobl]
}
