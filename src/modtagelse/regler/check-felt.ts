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
  return vaerdi === '' || vaerdi === null ? undefined : vaerdi
}

export const isUrn = (vaerdi: unknown): boolean => typeof vaerdi === 'string' && /^urn:/i.test(vaerdi)

const BETINGELSER: Readonly<Record<Betingelse, (post: Post) => boolean>> = {
  urn: (post) => isUrn(post['referenceId']),
  offentlighedUndtaget: (post) =>
    post['offentlighedUndtaget'] !== undefined || laesFelt(post, ['journalpostEgenskaber', 'offentlighedUndtaget']) !== undefined,
  indgaaendeBrev: (post) => post['type'] === 'Brev, indgaaende',
  version: (post) => post['versionIdentifikator'] !== undefined,
  journalnotat: (post) => laesFelt(post, ['journalpostEgenskaber', 'journalnotatEgenskaber']) !== undefined,
}

const isKraevet = ({ krav, naar }: Felt, post: Post): boolean =>
  krav === 'OB1' || krav === 'OB2' || krav === 'OB3' || (krav === 'OB4' && naar !== undefined && BETINGELSER[naar](post))

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

/** What a text of each form must be. Forms without an entry take any text. */
const TEKSTFORMER: Readonly<Partial<Record<Form, (vaerdi: string, felt: Felt, roller: Rollekatalog) => boolean>>> = {
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
}

const CPR_URN = /^urn:oio:cpr-nr:(.*)$/

function findTekstfejl(vaerdi: string, felt: Felt, roller: Rollekatalog): Fejl | undefined {
  if (felt.form === 'boolsk' || felt.form === 'heltal') return 'form'
  if (felt.maks !== undefined && isLaengere(vaerdi, felt.maks)) return 'langt'
  if (TEKSTFORMER[felt.form]?.(vaerdi, felt, roller) === false) return 'form'
  const cpr = felt.form === 'reference' ? CPR_URN.exec(vaerdi)?.[1] : undefined
  return cpr !== undefined && parseCprNummer(cpr) === undefined ? 'cpr' : undefined
}

function findFejl(vaerdi: unknown, felt: Felt, post: Post, roller: Rollekatalog): Fejl | undefined {
  if (vaerdi === undefined) return isKraevet(felt, post) ? 'mangler' : undefined
  if (felt.krav === 'udelades') return 'udelades'
  if (typeof vaerdi === 'string') return findTekstfejl(vaerdi, felt, roller)
  const rigtig = felt.form === 'boolsk' ? typeof vaerdi === 'boolean' : felt.form === 'heltal' && Number.isSafeInteger(vaerdi)
  return rigtig ? undefined : 'form'
}

/** Checks one field of `post` against its rule. `sted` is the role that the sentence names. */
export function checkFelt(
  felt: NummereretFelt,
  post: Post,
  sti: string,
  sted: string | undefined,
  brud: Brudliste,
  roller: Rollekatalog,
): void {
  if (felt.felt === undefined) return
  const fejl = findFejl(laesFelt(post, felt.felt), felt, post, roller)
  if (!fejl) return
  const feltsti = felt.felt.join('.')
  brud.add(felt.nummer, sti ? `${sti}.${feltsti}` : feltsti, saetning(fejl, felt, sted))
}
