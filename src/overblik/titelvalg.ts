import { chooseTitel, type Titelvalg } from '#visning'
import type { Billede, Vist } from './billede.ts'
import type { Tosproget } from './visninger.ts'

/** The words that an item is shown by, and whose they are. */
export type Valgt = { readonly titel: Tosproget; readonly valg: Titelvalg }

/**
 * The one way a title goes out: the source's own, a reviewed one, or words that only say what kind of thing it is. `sikker` makes those. A
 * source that gives no title has none to be judged.
 */
export function titelFor(
  { grundlag }: Billede,
  { raekke, konfiguration }: Pick<Vist, 'raekke' | 'konfiguration'>,
  egen: string,
  sikker: () => Tosproget,
): Valgt {
  const valg = chooseTitel({ art: raekke.art, titel: egen }, grundlag.titler.vurderingFor(raekke, egen), konfiguration)
  return { valg, titel: valg.slags === 'sikker' ? sikker() : { da: valg.titel, en: valg.titel } }
}
