/** What is measured of a unit's work: how long a title takes, as the median of the latest decisions, in seconds. */
export type Tempo = { readonly median: number; readonly antal: number }

/** Below so many decisions a unit's own pace is chance, and the municipality's is used; below that too, nothing is said. */
const MINDST = 10

/** How many minutes of one person's work are left; undefined where nobody can know yet. Rounded up to whole minutes. */
export function minutesLeft(venter: number, egen: Tempo | undefined, alle: Tempo | undefined): number | undefined {
  const tempo = [egen, alle].find((et) => et !== undefined && et.antal >= MINDST)
  // Nobody reads a title in less than a second, however fast the answers came.
  return tempo && Math.ceil((venter * Math.max(1, tempo.median)) / 60)
}

/** A title that lay open while somebody was at lunch did not take that long: what is over this is not counted. */
export const HOEJST_SEKUNDER = 180

/** How long a decision took, from when the title was shown; undefined where it cannot be told. */
export function secondsFor(vist: string | undefined, afgjort: string): number | undefined {
  if (vist === undefined) return undefined
  const sekunder = Math.round((Date.parse(afgjort) - Date.parse(vist)) / 1000)
  return sekunder >= 0 && sekunder <= HOEJST_SEKUNDER ? sekunder : undefined
}
