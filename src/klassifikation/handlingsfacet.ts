import { type Handlingsfacet, parseHandlingsfacet } from '#kernel'

/** What a municipality does in a case: KLE's second dimension. */
export type KendtFacet = { readonly nr: Handlingsfacet; readonly titel: string }

const facet = (nr: string, titel: string): KendtFacet => {
  const parsed = parseHandlingsfacet(nr)
  if (!parsed) throw new RangeError(`Not a handlingsfacet: ${nr}`)
  return { nr: parsed, titel }
}

/**
 * The facets met in public material, with short titles. KL's complete list is not public, so a facet that is missing here is unknown,
 * not wrong: nothing may be refused because of it.
 */
export const KENDTE_FACETTER: ReadonlyMap<Handlingsfacet, KendtFacet> = new Map(
  [
    facet('A26', 'Procedurer'),
    facet('A53', 'Aktindsigt'),
    facet('G01', 'Generelle sager'),
    facet('K02', 'Klage'),
    facet('K03', 'Klage videresendt til klageinstans'),
    facet('K08', 'Tilsyn'),
    facet('K09', 'Tilsyn'),
    facet('P15', 'Strategi'),
    facet('P22', 'Politik'),
    facet('P35', 'Møder'),
    facet('Ø34', 'Tilskud modtaget'),
    facet('Ø36', 'Statsrefusion'),
    facet('Ø39', 'Tilskud administreret'),
  ].map((kendt) => [kendt.nr, kendt]),
)

/** The title of a facet that is known, else undefined. */
export const facettitel = (nr: Handlingsfacet): string | undefined => KENDTE_FACETTER.get(nr)?.titel
