import { parseUuid, uuidFromName } from '#kernel'
import type { RelationKilde } from '../../element/faelles.kilde.ts'
import type { JournalnotatKilde, SagKilde } from '../../element/sag-dokument.kilde.ts'
import type { Rollekatalog } from '../../regler/index.ts'

/** How a case points at a note that came inside it. */
export const NOTAT_URN = 'urn:uuid:'

type Format = 'Text' | 'RTF' | 'OOXML'

const FORMATNAVNE: Readonly<Record<string, Format>> = {
  'Notatformat Text': 'Text',
  'Notatformat RTF': 'RTF',
  'Notatformat OOXML': 'OOXML',
  Text: 'Text',
  RTF: 'RTF',
  OOXML: 'OOXML',
}

/** The UUIDs of the formats are not public, so a format that is not known by name or by ours is told by the note's first bytes. */
function findFormat(format: string | undefined, data: Buffer, roller: Rollekatalog): string | undefined {
  if (format === undefined) return undefined
  const kendt = FORMATNAVNE[roller.klasseNavn(format) ?? format]
  if (kendt || parseUuid(format) === undefined) return kendt ?? format
  if (data.subarray(0, 5).toString('latin1') === '{\\rtf') return 'RTF'
  return data.subarray(0, 2).toString('latin1') === 'PK' ? 'OOXML' : 'Text'
}

/**
 * A note's base64 and format as the format's name and, of a text, the text; NUL is dropped, since PostgreSQL cannot keep it. RTF and OOXML
 * stay base64, as over REST: what was sent is kept, and read where it is shown.
 */
export function readNotat(
  base64: string | undefined,
  format: string | undefined,
  roller: Rollekatalog,
): { notat?: string; format?: string } {
  const data = Buffer.from(base64 ?? '', 'base64')
  const navn = findFormat(format, data, roller)
  const tekst = navn === 'RTF' || navn === 'OOXML' ? base64?.replaceAll(/\s/g, '') : data.toString('utf8').replaceAll('\0', '')
  return {
    ...(base64 === undefined || tekst === undefined ? {} : { notat: tekst }),
    ...(navn === undefined ? {} : { format: navn }),
  }
}

type Post = NonNullable<SagKilde['journalposter']>[number]

const isNotat = (post: Post): boolean =>
  post.rolle === 'Journalnotat' && post.journalpostEgenskaber?.journalnotatEgenskaber !== undefined

function toEgenskaber({ virkning, journalpostEgenskaber }: Post): NonNullable<JournalnotatKilde['egenskaber']>[number] {
  const { titel, notat, format } = journalpostEgenskaber?.journalnotatEgenskaber ?? {}
  return {
    ...(virkning ? { virkning } : {}),
    ...(titel === undefined ? {} : { titel }),
    ...(notat === undefined ? {} : { notat }),
    ...(format === undefined ? {} : { format }),
  }
}

function toNotat(sag: SagKilde, id: string, indeks: string, poster: readonly Post[]): JournalnotatKilde {
  const { tidspunkt, brugerRef, livscyklusKode, udenNotifikation, itSystemer } = sag
  return {
    art: 'journalnotat',
    id,
    ...(tidspunkt === undefined ? {} : { tidspunkt }),
    ...(brugerRef === undefined ? {} : { brugerRef }),
    ...(livscyklusKode === undefined ? {} : { livscyklusKode }),
    ...(udenNotifikation === undefined ? {} : { udenNotifikation }),
    ...(sag.id === undefined ? {} : { sag: sag.id }),
    indeks,
    egenskaber: poster.map(toEgenskaber),
    ...(itSystemer ? { itSystemer: [...itSystemer] satisfies RelationKilde[] } : {}),
  }
}

/**
 * A case that passes the rules, with its inline journal notes taken out as items of their own. A note's id is the name-based UUID of the
 * case's id and the post's indeks, so that the next delivery finds the same note. The case keeps each post, pointing at the note by
 * urn:uuid, so that a note which the case no longer has is known to be gone. Posts of one indeks at different times are one note's history.
 */
export function splitNotater(sag: SagKilde): { readonly sag: SagKilde; readonly notater: JournalnotatKilde[] } {
  const sagId = parseUuid(sag.id ?? '')
  const poster = sag.journalposter ?? []
  if (sagId === undefined || !poster.some(isNotat)) return { sag, notater: [] }
  const id = (post: Post) => uuidFromName(sagId, post.indeks ?? '')
  const grupper = Map.groupBy(poster.filter(isNotat), (post) => post.indeks ?? '')
  const notater = [...grupper].map(([indeks, samme]) => toNotat(sag, uuidFromName(sagId, indeks), indeks, samme))
  const journalposter = poster.map((post) => {
    if (!isNotat(post)) return post
    const { journalpostEgenskaber: _, ...relation } = post
    return { ...relation, referenceId: `${NOTAT_URN}${id(post)}` }
  })
  return { sag: { ...sag, journalposter }, notater }
}
