import { type KleEmne, type KlePraefiks, parseKlePraefiks } from '#kernel'

/**
 * The prefixes that a written interval stands for: '27' is itself; '32.24-32.27' is four groups; '27.12.26-38' is every emne number from
 * 27.12.26 to 27.12.38, used or not, so that a number KL or a municipality adds in between is covered from its first day.
 * Throws RangeError for what is no interval: intervals are written by us.
 */
export function praefikserI(interval: string): readonly KlePraefiks[] {
  const [fra = '', til] = interval.split('-')
  const foerste = parseKlePraefiks(fra)
  if (!foerste) throw new RangeError(`Not a KLE interval: ${interval}`)
  if (til === undefined) return [foerste]
  const stamme = fra.slice(0, -2)
  const sidste = parseKlePraefiks(til.length === 2 ? `${stamme}${til}` : til)
  if (!sidste || sidste.slice(0, -2) !== stamme || sidste < foerste) throw new RangeError(`Not a KLE interval: ${interval}`)
  const numre: KlePraefiks[] = []
  for (let n = Number(foerste.slice(-2)); n <= Number(sidste.slice(-2)); n++) {
    const praefiks = parseKlePraefiks(`${stamme}${String(n).padStart(2, '0')}`)
    if (praefiks) numre.push(praefiks)
  }
  return numre
}

/** The value of the longest prefix of `kle` that `tabel` holds: three look-ups however large the table is, since it is asked for every item shown. */
export function mostSpecific<T>(kle: KleEmne, tabel: ReadonlyMap<string, T>): T | undefined {
  return tabel.get(kle) ?? tabel.get(kle.slice(0, 5)) ?? tabel.get(kle.slice(0, 2))
}
