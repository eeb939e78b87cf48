/** A stream of repeatable chance. The same key gives the same stream on every machine; two keys have nothing to do with each other. */
export type Tilfaeldighed = {
  /** A number in [0, 1). */
  readonly tal: () => number
  /** A whole number, both ends included. */
  readonly heltal: (fra: number, til: number) => number
  readonly chance: (sandsynlighed: number) => boolean
  /** One of `liste`. Throws RangeError where it is empty. */
  readonly vaelg: <T>(liste: readonly T[]) => T
  /** One value, each as likely as its weight. Throws RangeError where there is none. */
  readonly vaegtet: <T>(liste: readonly (readonly [vaegt: number, vaerdi: T])[]) => T
}

/** FNV-1a, 32 bit, from a given start, so that one key gives several independent words. */
function fnv(tekst: string, start: number): number {
  let hash = start
  for (let i = 0; i < tekst.length; i++) hash = Math.imul(hash ^ tekst.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** sfc32 (Small Fast Counter, public domain): passes PractRand, and needs nothing but 32-bit integers. */
function sfc32(noegle: string): () => number {
  let a = fnv(noegle, 0x811c9dc5)
  let b = fnv(noegle, 0x9e3779b9)
  let c = fnv(noegle, 0x85ebca6b)
  let d = 1
  const naeste = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4_294_967_296
  }
  // The first outputs still resemble the key.
  for (let i = 0; i < 8; i++) naeste()
  return naeste
}

export function createTilfaeldighed(noegle: string): Tilfaeldighed {
  const tal = sfc32(noegle)
  const heltal = (fra: number, til: number): number => fra + Math.floor(tal() * (til - fra + 1))
  return {
    tal,
    heltal,
    chance: (sandsynlighed) => tal() < sandsynlighed,
    vaelg: (liste) => {
      if (liste.length === 0) throw new RangeError('Nothing to choose from')
      return liste[heltal(0, liste.length - 1)] as (typeof liste)[number]
    },
    vaegtet: (liste) => {
      let rest = tal() * liste.reduce((sum, [vaegt]) => sum + vaegt, 0)
      for (const [vaegt, vaerdi] of liste) {
        rest -= vaegt
        if (rest < 0) return vaerdi
      }
      const sidste = liste.at(-1)
      if (!sidste) throw new RangeError('Nothing to choose from')
      return sidste[1]
    },
  }
}
