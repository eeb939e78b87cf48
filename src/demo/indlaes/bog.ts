import { type CvrNummer, parseCvrNummer } from '#kernel'
import type { ElementKilde } from '#modtagelse'

/** What a system of the demo has, noted while it delivers: what it states when it reconciles. */
export type Bog = {
  /** The newest Tidspunkt counts, whichever is told first; a change says no more than what it changes. */
  note(element: ElementKilde): void
  /** One registration of the object was kept as new. */
  confirm(id: string): void
  /** What belongs to the municipality, and how many of its registrations were kept. */
  stateOf(kommune: CvrNummer): {
    readonly objekter: readonly (readonly [id: string, tidspunkt: string])[]
    readonly sendt: number
  }
  kommuner(): ReadonlySet<CvrNummer>
}

type Post = { tidspunkt: string; kommune: CvrNummer | undefined; sag: string | undefined; modtaget: number }

export function createBog(): Bog {
  const poster = new Map<string, Post>()
  // A note belongs where its case does, which may come after it.
  const kommuneOf = ({ kommune, sag }: Post): CvrNummer | undefined => kommune ?? poster.get(sag ?? '')?.kommune
  return {
    note: (element) => {
      const { id = '', tidspunkt = '' } = element
      const kendt = poster.get(id)
      poster.set(id, {
        tidspunkt: kendt && kendt.tidspunkt > tidspunkt ? kendt.tidspunkt : tidspunkt,
        kommune: ownerOf(element) ?? kendt?.kommune,
        sag: element.art === 'journalnotat' ? (element.sag ?? kendt?.sag) : undefined,
        modtaget: kendt?.modtaget ?? 0,
      })
    },
    confirm: (id) => {
      const post = poster.get(id)
      if (post) post.modtaget++
    },
    stateOf: (kommune) => {
      const egne = [...poster].filter(([, post]) => kommuneOf(post) === kommune)
      return {
        objekter: egne.map(([id, { tidspunkt }]) => [id, tidspunkt] as const),
        sendt: egne.reduce((sum, [, { modtaget }]) => sum + modtaget, 0),
      }
    },
    kommuner: () => new Set([...poster.values()].flatMap((post) => kommuneOf(post) ?? [])),
  }
}

type Relation = { readonly rolle?: string; readonly cvrNummer?: string }

const ownerOf = (element: ElementKilde): CvrNummer | undefined =>
  parseCvrNummer(aktoererOf(element)?.find(({ rolle }) => rolle === 'Ejer')?.cvrNummer ?? '')

function aktoererOf(element: ElementKilde): readonly Relation[] | undefined {
  switch (element.art) {
    case 'sag':
      return element.sagsaktoerer
    case 'dokument':
      return element.dokumentaktoerer
    case 'bevilling':
      return element.bevillingsaktoerer
    case 'journalnotat':
      return undefined
    default:
      return element.aktoerer
  }
}
