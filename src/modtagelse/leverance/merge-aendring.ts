import type { Virkning } from '#kernel'
import type { AendringKilde } from '../element/aendring.kilde.ts'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { VirkningKilde } from '../element/faelles.kilde.ts'
import { findListeregel, type Listeregel, parsePeriode, type Rollekatalog } from '../regler/index.ts'

type Felter = Readonly<Record<string, unknown>>
type Post = Felter & { readonly virkning?: VirkningKilde }

/** Fields that are said of one registration, never of the object: what an earlier one said of itself is not repeated. */
const REGISTRERINGENS_EGNE = new Set(['noteTekst', 'udenNotifikation'])

/**
 * The whole new registration: the current one with the change put in (AM-02, AM-04). Pure; the same change put in twice is as once.
 * - A list that is not named stays. Posts of a named list that the change says nothing of stay.
 * - A post takes the place of those with the same key that it overlaps in time. One that began earlier, or at the same time, ends where the
 *   new one begins, also beyond the new one's end: so a virkning is closed by sending it again with an end (AM-02). One that begins later
 *   keeps what lies after the new one's end.
 * - The key of a relation is its rolle and, where the role may be repeated, its indeks; that of a granted benefit its id, that of a part of a
 *   payment its indeks or what it pays. All other posts of a list have one key: only one holds at a time.
 * - A post without a field that is OB1 ("may be changed, never removed") takes it from the one that held at its FraTidspunkt.
 * - BrugerRef and LivscyklusKode stay where they are not given (OB1). NoteTekst belongs to the one registration.
 * Posts without a whole virkning are put in as they are; the rules refuse them.
 */
export function mergeAendring(nu: ElementKilde, aendring: AendringKilde, roller: Rollekatalog): ElementKilde {
  const efter: Record<string, unknown> = {}
  for (const [felt, vaerdi] of Object.entries(nu)) if (!REGISTRERINGENS_EGNE.has(felt)) efter[felt] = vaerdi
  for (const [felt, vaerdi] of Object.entries(aendring)) {
    if (vaerdi === undefined || felt === 'udenNotifikation') continue
    const regel = findListeregel(nu.art, felt)
    efter[felt] =
      regel && Array.isArray(vaerdi)
        ? mergePoster((efter[felt] ?? []) as readonly Post[], vaerdi as readonly Post[], regel, roller)
        : vaerdi
  }
  return efter as ElementKilde
}

type Indsat = { readonly post: Post; readonly periode: Virkning | undefined }

function mergePoster(nu: readonly Post[], nye: readonly Post[], regel: Listeregel, roller: Rollekatalog): Post[] {
  const gamle = Map.groupBy(nu, (post) => regel.noegle(post, roller))
  const indsatte = nye.map((post) => {
    const noegle = regel.noegle(post, roller)
    const periode = parsePeriode(post.virkning)
    return { noegle, periode, post: inherit(post, periode, gamle.get(noegle) ?? [], regel) }
  })
  const efterNoegle = Map.groupBy(indsatte, ({ noegle }) => noegle)
  // What is left stands where it stood, so that a change that is put in once more gives the same to the byte.
  const tilbage = nu.flatMap((post) =>
    (efterNoegle.get(regel.noegle(post, roller)) ?? []).reduce<readonly Post[]>(
      (dele, ny) => dele.flatMap((del) => cut(del, ny)),
      [post],
    ),
  )
  return [...tilbage, ...indsatte.map(({ post }) => post)]
}

/** What is left of a post where another one takes its place: a part before it, a part after it, or nothing. */
function cut(post: Post, { periode: ny, post: nyPost }: Indsat): readonly Post[] {
  const gammel = parsePeriode(post.virkning)
  if (!gammel || !ny || !isSamtidig(gammel, ny)) return [post]
  if (gammel.fra < ny.fra) return [{ ...post, virkning: { ...post.virkning, til: nyPost.virkning?.fra ?? null } }]
  const bliverVed = gammel.fra > ny.fra && ny.til !== null && (gammel.til === null || gammel.til > ny.til)
  return bliverVed && nyPost.virkning?.til ? [{ ...post, virkning: { ...post.virkning, fra: nyPost.virkning.til } }] : []
}

const isSamtidig = (a: Virkning, b: Virkning): boolean => (a.til === null || b.fra < a.til) && (b.til === null || a.fra < b.til)

function inherit(post: Post, periode: Virkning | undefined, gamle: readonly Post[], { bliver }: Listeregel): Post {
  const mangler = bliver.filter((felt) => post[felt] === undefined)
  if (mangler.length === 0 || !periode) return post
  const foer = gamle.find((led) => {
    const gammel = parsePeriode(led.virkning)
    return gammel && gammel.fra <= periode.fra && (gammel.til === null || periode.fra < gammel.til)
  })
  const arvede = mangler.flatMap((felt) => (foer?.[felt] === undefined ? [] : [[felt, foer[felt]] as const]))
  return { ...post, ...Object.fromEntries(arvede) }
}
