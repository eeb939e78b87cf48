/** Seeded chance for tests (mulberry32): the same seed, the same history. */
export type Terning = {
  /** A whole number from `fra` to `til`, both with. */
  heltal(fra: number, til: number): number
  chance(p: number): boolean
  vaelg<T>(blandt: readonly T[]): T
  /** Each with chance `p`, in their order. */
  nogle<T>(blandt: readonly T[], p: number): T[]
  bland<T>(elementer: readonly T[]): T[]
}

export function createTerning(seed: number): Terning {
  let tilstand = seed >>> 0
  const naeste = (): number => {
    tilstand = (tilstand + 0x6d2b79f5) >>> 0
    let t = tilstand
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const heltal = (fra: number, til: number): number => fra + Math.floor(naeste() * (til - fra + 1))
  return {
    heltal,
    chance: (p) => naeste() < p,
    vaelg: (blandt) => {
      if (blandt.length === 0) throw new RangeError('Nothing to choose from')
      return blandt[heltal(0, blandt.length - 1)] as (typeof blandt)[number]
    },
    nogle: (blandt, p) => blandt.filter(() => naeste() < p),
    bland: (elementer) => {
      const ud = [...elementer]
      for (let i = ud.length - 1; i > 0; i--) {
        const j = heltal(0, i)
        ;[ud[i], ud[j]] = [ud[j] as (typeof ud)[number], ud[i] as (typeof ud)[number]]
      }
      return ud
    },
  }
}
