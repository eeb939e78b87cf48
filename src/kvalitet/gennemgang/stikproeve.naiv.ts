/** A second, naive statement of the draw, over all that there is at once: the n lowest numbers. Below one is no sample. */
export function drawSample<T extends { readonly nummer: number }>(
  kandidater: readonly T[],
  n: number,
): { readonly med: readonly T[]; readonly ude: readonly T[] } {
  const iOrden = kandidater.toSorted((a, b) => a.nummer - b.nummer)
  return { med: iOrden.slice(0, Math.max(0, n)), ude: iOrden.slice(Math.max(0, n)) }
}
