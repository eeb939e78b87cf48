import type { Uuid } from '#kernel'
import type { Billede } from './billede.ts'
import { aftalerOf, dokumenterOf, notaterOf, sagerOf } from './vis-sag.ts'
import { bevillingerOf, udbetalingerOf } from './vis-ydelse.ts'
import type { Tosproget } from './visninger.ts'

type Ord = { readonly titel: Tosproget; readonly tilstand: string | undefined }

const ens = (tekst: string): Tosproget => ({ da: tekst, en: tekst })

/** How each kind is named on the citizen's pages. The lists are the pages' own, so what is not in them is not shown. */
const LISTER: readonly ((billede: Billede) => readonly (Ord & { readonly id: Uuid })[])[] = [
  (billede) => sagerOf(billede).map(({ id, titel, fremdrift }) => ({ id, titel, tilstand: fremdrift })),
  (billede) => dokumenterOf(billede).map(({ id, titel, type }) => ({ id, titel, tilstand: type })),
  (billede) => notaterOf(billede).map(({ id, titel }) => ({ id, titel, tilstand: undefined })),
  (billede) =>
    bevillingerOf(billede).map(({ id, ydelser, tilstand }) => ({
      id,
      titel: ens(ydelser.map(({ navn }) => navn).join(', ')),
      tilstand,
    })),
  (billede) => udbetalingerOf(billede).map(({ id, navn, tilstand }) => ({ id, titel: ens(navn), tilstand })),
  (billede) => aftalerOf(billede).map(({ id, titel, status }) => ({ id, titel, tilstand: status })),
]

/** The words in which the item is shown, or undefined where it is not. */
export function ordOf(billede: Billede, id: Uuid): Ord | undefined {
  for (const liste of LISTER) {
    const fundet = liste(billede).find((led) => led.id === id)
    if (fundet) return { titel: fundet.titel, tilstand: fundet.tilstand }
  }
  return undefined
}

/** The same for all that is shown. */
export const ordEfterId = (billede: Billede): ReadonlyMap<Uuid, Ord> =>
  new Map(LISTER.flatMap((liste) => liste(billede).map(({ id, titel, tilstand }) => [id, { titel, tilstand }] as const)))
