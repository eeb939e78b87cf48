import { parseUuid, type Uuid } from '#kernel'
import type { ElementKilde } from '../../element/element.kilde.ts'
import type { JournalnotatKilde, SagKilde } from '../../element/sag-dokument.kilde.ts'
import { NOTAT_URN } from './parse-notat.ts'

type Post = NonNullable<SagKilde['journalposter']>[number]
type Egenskaber = NonNullable<JournalnotatKilde['egenskaber']>[number]

/** The note that a journal post points at; undefined for a post that is no note of ours. */
export const notatIdOf = ({ rolle, referenceId }: Post): Uuid | undefined =>
  rolle === 'Journalnotat' && referenceId?.startsWith(NOTAT_URN) ? parseUuid(referenceId.slice(NOTAT_URN.length)) : undefined

/**
 * A case with its journal notes inside again, as splitNotater found them: each post gets what its note says for the same time. A post whose
 * note is gone keeps its place and says nothing.
 */
export function joinNotater(sag: SagKilde, notater: ReadonlyMap<Uuid, ElementKilde>): SagKilde {
  if (!sag.journalposter) return sag
  const sete = new Map<Uuid, number>()
  const journalposter = sag.journalposter.map((post): Post => {
    const id = notatIdOf(post)
    if (id === undefined) return post
    const nummer = sete.get(id) ?? 0
    sete.set(id, nummer + 1)
    const notat = notater.get(id)
    const egenskaber = notat?.art === 'journalnotat' ? findEgenskaber(post, notat.egenskaber ?? [], nummer) : undefined
    return { ...post, referenceId: 'URN:Empty', ...(egenskaber ? { journalpostEgenskaber: toPost(egenskaber) } : {}) }
  })
  return { ...sag, journalposter }
}

/** By its beginning, which names a post among those of its note; else by its number. */
const findEgenskaber = (post: Post, egenskaber: readonly Egenskaber[], nummer: number): Egenskaber | undefined =>
  egenskaber.find(({ virkning }) => virkning?.fra !== undefined && virkning.fra === post.virkning?.fra) ?? egenskaber[nummer]

const toPost = ({ virkning: _, ...journalnotatEgenskaber }: Egenskaber): NonNullable<Post['journalpostEgenskaber']> => ({
  journalnotatEgenskaber,
})
