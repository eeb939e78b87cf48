export type Andel = { readonly antal: number; readonly af: number }

/** z for a two-sided interval of 95 %. */
const Z = 1.959964

/** Wilson's interval of a share (Wilson 1927): unlike the plain one it does not shrink to nothing where all or none were found. */
export function wilsonInterval({ antal, af }: Andel): readonly [number, number] {
  if (af === 0) return [0, 1]
  const p = antal / af
  const naevner = 1 + Z ** 2 / af
  const midte = (p + Z ** 2 / (2 * af)) / naevner
  const bredde = (Z / naevner) * Math.sqrt((p * (1 - p)) / af + Z ** 2 / (4 * af ** 2))
  // At either end rounding leaves a trace beside the exact 0 or 1.
  return [antal === 0 ? 0 : midte - bredde, antal === af ? 1 : midte + bredde]
}

const procent = (andel: number): string => `${(andel * 100).toFixed(2)} %`

/** "599 of 600: 99.83 % (95 %: 99.06 % to 99.97 %)". */
export function describeAndel(andel: Andel): string {
  const [fra, til] = wilsonInterval(andel)
  return `${andel.antal} of ${andel.af}: ${procent(andel.antal / andel.af)} (95 %: ${procent(fra)} to ${procent(til)})`
}
