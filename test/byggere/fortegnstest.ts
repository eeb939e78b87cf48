/**
 * Wilcoxon's signed-rank test of paired measurements: how many standard deviations the sum of ranks lies from what chance gives where neither of
 * a pair is slower. It asks nothing of how times are distributed. Pairs without a difference say nothing; ties share their ranks.
 */
export function signedRank(forskelle: readonly number[]): { readonly z: number; readonly par: number } {
  const sorterede = forskelle.filter((forskel) => forskel !== 0).toSorted((a, b) => Math.abs(a) - Math.abs(b))
  const par = sorterede.length
  let positive = 0
  let baand = 0
  for (let fra = 0; fra < par; ) {
    let til = fra
    while (til < par && Math.abs(sorterede[til] ?? 0) === Math.abs(sorterede[fra] ?? 0)) til++
    const rang = (fra + 1 + til) / 2
    for (let i = fra; i < til; i++) if ((sorterede[i] ?? 0) > 0) positive += rang
    baand += (til - fra) ** 3 - (til - fra)
    fra = til
  }
  const varians = (par * (par + 1) * (2 * par + 1)) / 24 - baand / 48
  return { z: varians > 0 ? (positive - (par * (par + 1)) / 4) / Math.sqrt(varians) : 0, par }
}

/** Beyond this one of a thousand runs lies by chance alone. */
export const HOEJST_Z = 3.29

export const median = (tal: readonly number[]): number => tal.toSorted((a, b) => a - b)[Math.floor(tal.length / 2)] ?? Number.NaN
