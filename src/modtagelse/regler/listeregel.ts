import type { Art } from '#kernel'
import type { Post } from './check-felt.ts'
import { KATALOGER } from './katalog.ts'
import type { Rollekatalog } from './roller.ts'

/** What tells the posts of one list apart, and what a post may never lose. */
export type Listeregel = {
  /** Posts with the same key replace one another where they hold at the same time. */
  readonly noegle: (post: Post, roller: Rollekatalog) => string
  /** Fields that are required at import and may be changed, never removed (OB1). None for states and relations, which are sent whole. */
  readonly bliver: readonly string[]
}

/** Lists of states: each is sent whole. */
export const TILSTANDE: ReadonlySet<string> = new Set(['fremdrift', 'status'])

const SAERLIGE: Readonly<Record<string, Listeregel['noegle']>> = {
  bevilgedeYdelser: ({ id }) => String(id),
  oekonomiskYdelseEffektueringer: ({ indeks, bevilgetYdelseRef }) => {
    const { bevilling, bevilgetYdelseId } = (bevilgetYdelseRef ?? {}) as Post
    return indeks === undefined ? `ydelse ${String(bevilling)} ${String(bevilgetYdelseId)}` : `indeks ${String(indeks)}`
  },
}

const relationsnoegle =
  (liste: string): Listeregel['noegle'] =>
  ({ rolle, indeks = '' }, roller) =>
    `${roller.rolleNavn(liste, String(rolle)) ?? String(rolle)} ${String(indeks)}`

const REGLER: ReadonlyMap<string, Listeregel> = new Map(
  Object.entries(KATALOGER).flatMap(([art, { saet, relationer }]) => [
    ...saet.flatMap(({ liste, felter }): [string, Listeregel][] => {
      if (liste === undefined) return []
      const kraevede = felter.flatMap(({ felt, krav }) => (krav === 'OB1' && felt?.[0] !== undefined ? [felt[0]] : []))
      const bliver = TILSTANDE.has(liste) ? [] : [...new Set(kraevede)]
      return [[`${art} ${liste}`, { noegle: SAERLIGE[liste] ?? (() => ''), bliver }]]
    }),
    ...relationer.map(({ liste }): [string, Listeregel] => [`${art} ${liste}`, { noegle: relationsnoegle(liste), bliver: [] }]),
  ]),
)

/** The rule of a list of a kind of item; undefined where the field is no list of posts. */
export const findListeregel = (art: Art, liste: string): Listeregel | undefined => REGLER.get(`${art} ${liste}`)
