import { isUuid, parseBeloeb, parseCprNummer, parseCvrNummer, parseDato, parseKleEmne, parseTidspunkt } from '#kernel'
import type { Betingelse, Felt, Form, NummereretFelt } from './katalog.typer.ts'
import type { Brudliste } from './regelbrud.ts'
import type { Rollekatalog } from './roller.ts'
import { type Fejl, saetning } from './saetninger.ts'

/** An attribute set, relation or registration as received, read by field path. */
export type Post = Readonly<Record<string, unknown>>

const isPost = (vaerdi: unknown): vaerdi is Post => typeof vaerdi === 'object' && vaerdi !== null

/** The value at `sti`; an empty text counts as absent, since many serialisers write empty elements for it. */
function laesFelt(post: Post, sti: readonly string[]): unknown {
  let vaerdi: unknown = post
  for (const navn of sti) {
    if (!isPost(vaerdi)) return undefined
    vaerdi = vaerdi[navn]
  }
  return orFravaer(vaerdi)
}

const orFravaer = (vaerdi: unknown): unknown => (vaerdi === '' || vaerdi === null ? undefined : vaerdi)

export const isUrn = (vaerdi: unknown): boolean => typeof vaerdi === 'string' && /^urn:/i.test(vaerdi)

const BETINGELSER: Readonly<Record<Betingelse, (post: Post) => boolean>> = {
  urn: (post) => isUrn(post['referenceId']),
  offentlighedUndtaget: (post) =>
    post['offentlighedUndtaget'] !== undefined || laesFelt(post, ['journalpostEgenskaber', 'offentlighedUndtaget']) !== undefined,
  indgaaendeBrev: (post) => post['type'] === 'Brev, indgaaende',
  version: (post) => post['versionIdentifikator'] !== undefined,
  journalnotat: (post) => laesFelt(post, ['journalpostEgenskaber', 'journalnotatEgenskaber']) !== undefined,
}

/** Longer than `maks` characters, counted as XSD does: by code point, not by UTF-16 unit. */
const isLaengere = (tekst: string, maks: number): boolean => tekst.length > maks && [...tekst].length > maks

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STYRETEGN = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/
// A bare LF is what an XML parser makes of CRLF, so it is let through; a bare CR is not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STYRETEGN_UDEN_CRLF = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f\u0085\u2028\u2029]|\r(?!\n)/

const NOTATFORMATER = new Set(['Text', 'RTF', 'OOXML'])

const isType = (vaerdi: string, felt: Felt, roller: Rollekatalog): boolean => {
  const navn = roller.typeNavn(vaerdi)
  if (felt.typer) return navn !== undefined && felt.typer.includes(navn)
  return navn !== undefined || isUuid(vaerdi)
}

const isReference = (vaerdi: string, { ider = 'uuidEllerUrn', urner = [] }: Felt): boolean => {
  if (isUuid(vaerdi)) return ider !== 'urn'
  if (ider === 'uuid' || !isUrn(vaerdi)) return false
  return urner.length === 0 || urner.some(({ moenster }) => moenster.test(vaerdi))
}

type Tekstform = (vaerdi: string, felt: Felt, roller: Rollekatalog) => boolean

/** What a text of each form must be. Forms without an entry take any text. */
const TEKSTFORMER: Readonly<Partial<Record<Form, Tekstform>>> = {
  enLinje: (vaerdi) => !STYRETEGN.test(vaerdi),
  crlf: (vaerdi) => !STYRETEGN_UDEN_CRLF.test(vaerdi),
  tid: (vaerdi) => parseTidspunkt(vaerdi) !== undefined,
  dato: (vaerdi) => parseDato(vaerdi) !== undefined,
  datoEllerTid: (vaerdi) => parseDato(vaerdi) !== undefined || parseTidspunkt(vaerdi) !== undefined,
  uuid: isUuid,
  kode: (vaerdi, { koder = [] }) => koder.includes(vaerdi),
  beloeb: (vaerdi) => parseBeloeb(vaerdi) !== undefined,
  kle: (vaerdi) => parseKleEmne(vaerdi) !== undefined,
  cvr: (vaerdi) => parseCvrNummer(vaerdi) !== undefined,
  // The UUIDs of the classes are not public, so any UUID is taken for one of them.
  kassation: (vaerdi) => vaerdi === 'B' || vaerdi === 'K' || isUuid(vaerdi),
  notatformat: (vaerdi) => NOTATFORMATER.has(vaerdi) || isUuid(vaerdi),
  rolle: (vaerdi) => !isUrn(vaerdi),
  type: isType,
  reference: isReference,
  boolsk: () => false,
  heltal: () => false,
}

const CPR_URN = /^urn:oio:cpr-nr:(.*)$/

const isUmuligtCpr = (vaerdi: string): boolean => {
  const cpr = CPR_URN.exec(vaerdi)?.[1]
  return cpr !== undefined && parseCprNummer(cpr) === undefined
}

const ANDRE_FORMER: Readonly<Partial<Record<Form, (vaerdi: unknown) => boolean>>> = {
  boolsk: (vaerdi) => typeof vaerdi === 'boolean',
  heltal: Number.isSafeInteger,
}

/** One field's rule, made ready once: what it says of a value is asked millions of times. */
export type Feltkontrol = {
  readonly felt: NummereretFelt
  readonly sti: string
  /** The first element of the path. */
  readonly rod: string
  /** What is wrong with the field in `post`, or undefined. */
  readonly find: (post: Post, roller: Rollekatalog) => Fejl | undefined
}

/** None where no message can break the rule. */
export function toFeltkontrol(felt: NummereretFelt): readonly Feltkontrol[] {
  const { felt: sti, krav, naar, form, maks } = felt
  const [rod] = sti ?? []
  if (sti === undefined || rod === undefined) return []
  const laes = sti.length === 1 ? (post: Post) => orFravaer(post[rod]) : (post: Post) => laesFelt(post, sti)
  const altid = krav === 'OB1' || krav === 'OB2' || krav === 'OB3'
  const betinget = krav === 'OB4' && naar !== undefined ? BETINGELSER[naar] : undefined
  const tekstform = TEKSTFORMER[form]
  const findTekstfejl = (vaerdi: string, roller: Rollekatalog): Fejl | undefined => {
    const isForkert = tekstform !== undefined && !tekstform(vaerdi, felt, roller)
    if (isForkert && form in ANDRE_FORMER) return 'form'
    if (maks !== undefined && isLaengere(vaerdi, maks)) return 'langt'
    if (isForkert) return 'form'
    return form === 'reference' && isUmuligtCpr(vaerdi) ? 'cpr' : undefined
  }
  const find = (post: Post, roller: Rollekatalog): Fejl | undefined => {
    const vaerdi = laes(post)
    if (vaerdi === undefined) return altid || betinget?.(post) ? 'mangler' : undefined
    if (krav === 'udelades') return 'udelades'
    if (typeof vaerdi === 'string') return findTekstfejl(vaerdi, roller)
    return ANDRE_FORMER[form]?.(vaerdi) ? undefined : 'form'
  }
  return [{ felt, sti: sti.join('.'), rod, find }]
}

/** Where a post stands in the item: its list and number in it, or the list alone. Written out only for a breach. */
export type Sted = { readonly liste: string; readonly nr?: number }

export const toSti = ({ liste, nr }: Sted): string => (nr === undefined ? liste : `${liste}[${nr}]`)

/** Checks one field of `post` against its rule. `rolle` is the role that the sentence names. */
export function checkFelt(
  { felt, sti, find }: Feltkontrol,
  post: Post,
  sted: Sted,
  rolle: string | undefined,
  brud: Brudliste,
  roller: Rollekatalog,
): void {
  const fejl = find(post, roller)
  if (!fejl) return
  const postens = toSti(sted)
  brud.add(felt.nummer, postens ? `${postens}.${sti}` : sti, saetning(fejl, felt, rolle))
}
