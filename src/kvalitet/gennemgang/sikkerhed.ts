/** What a sample tells: how large a share can at most be bad. */
export type Sikkerhed = {
  readonly set: number
  readonly daarlige: number
  /** The share that is bad is at most this, with the certainty asked for. 1 where nothing has been looked at. */
  readonly hoejst: number
}

const SIKKERHED = 0.95
/** Halvings of [0, 1]: closer than a double can tell. */
const HALVERINGER = 60

/**
 * The exact one-sided upper limit of Clopper and Pearson: the share at which so few bad ones or fewer would be seen only once in twenty. Exact
 * holds for every n, where the usual approximations promise too much just where it matters, at none or few bad. Of a finite queue the true
 * limit is lower still, so what is said is never too good. Throws RangeError on numbers that are no sample.
 */
export function upperLimit(daarlige: number, set: number, sikkerhed = SIKKERHED): Sikkerhed {
  if (![daarlige, set].every((tal) => Number.isSafeInteger(tal) && tal >= 0) || daarlige > set)
    throw new RangeError('Not a sample')
  if (daarlige === set) return { set, daarlige, hoejst: 1 }
  let lav = daarlige / set
  let hoej = 1
  for (let nr = 0; nr < HALVERINGER; nr++) {
    const midt = (lav + hoej) / 2
    if (atMost(daarlige, set, midt) > 1 - sikkerhed) lav = midt
    else hoej = midt
  }
  return { set, daarlige, hoejst: hoej }
}

/** The chance of seeing `k` bad ones or fewer in `n`, where the share is `p`. Each term from the one before, by logarithm: n may be large. */
function atMost(k: number, n: number, p: number): number {
  const odds = Math.log(p) - Math.log1p(-p)
  let led = n * Math.log1p(-p)
  let sum = Math.exp(led)
  for (let i = 1; i <= k; i++) {
    led += Math.log((n - i + 1) / i) + odds
    sum += Math.exp(led)
  }
  return sum
}

/** A percentage with one decimal, rounded up: what is promised may not be better than it is. */
export const procentOp = (andel: number): number => Math.min(100, Math.max(0, Math.ceil(andel * 1000 - 1e-9) / 10))
