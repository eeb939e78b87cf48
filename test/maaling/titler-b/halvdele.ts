/** The rules may be bettered on what is seen in one half, and are measured on the other, whose titles nobody looks at. */
export type Halvdel = 'udvikling' | 'proeve'

const START = 0x811c9dc5
const GANGE = 0x01000193

/** By the template alone (FNV-1a), so that no template stands in both and none changes halves when others are added. */
export function chooseHalvdel(skabelon: string): Halvdel {
  let hash = START
  for (const tegn of skabelon) hash = Math.imul(hash ^ (tegn.codePointAt(0) ?? 0), GANGE) >>> 0
  return ((hash >>> 16) ^ hash) % 2 === 0 ? 'udvikling' : 'proeve'
}
