import type { CvrNummer } from '#kernel'
import { type Henvendelsesregister, henvendelsesstedFor } from '#myndighed'
import type { Enhedsvisning, Ting } from './visninger.ts'

/** A unit that answers for something of the citizen's, with where it is reached. */
export type Enhedskontakt = {
  readonly enhed: Enhedsvisning
  readonly aabne: number
  readonly antal: number
  readonly sted:
    | {
        readonly navn: string
        readonly telefon: string
        readonly aabningstider: { readonly da: string; readonly en: string }
        readonly sikkerPost: string
      }
    | undefined
}

/** The units behind what the employee sees, those with most under way first. Pure. */
export function enhederOf(ting: readonly Ting[], register: Henvendelsesregister, kommune: CvrNummer): Enhedskontakt[] {
  const efterEnhed = Map.groupBy(
    ting.filter(({ enhed }) => enhed !== undefined),
    ({ enhed }) => enhed?.noegle ?? '',
  )
  return [...efterEnhed.values()]
    .flatMap((egne): Enhedskontakt[] => {
      const [foerste] = egne
      if (!foerste?.enhed) return []
      const fundet = henvendelsesstedFor(register, kommune, { navn: foerste.enhed.navn }, foerste.omraade)
      return [
        {
          enhed: foerste.enhed,
          aabne: egne.filter(({ aaben }) => aaben).length,
          antal: egne.length,
          // A place that was chosen by area or as the main one is not the unit's own.
          sted: fundet?.grundlag === 'enhed' ? fundet.sted : undefined,
        },
      ]
    })
    .sort((a, b) => b.aabne - a.aabne || b.antal - a.antal || a.enhed.navn.localeCompare(b.enhed.navn, 'da'))
}
