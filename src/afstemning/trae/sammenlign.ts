import { createHash } from 'node:crypto'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import { digestOf, type Version } from './digest.ts'
import { boernAf, type Digestraekke, DYBESTE, digestsUnder, type Knude, knudeFor } from './knude.ts'

/** What the other side answers of a prefix: the node, or all objects below it. */
export type Knudesvar<V extends Version> =
  | ({ readonly p: string } & Knude)
  | { readonly p: string; readonly objekter: readonly V[] }

/** What is asked next: of which prefixes the node, and of which, where it is small, the objects themselves. */
export type Spoergsmaal = { readonly spoerg: readonly string[]; readonly objekter: readonly string[] }

/** IKKE_SPURGT: an answer to what was not asked, twice, or of the other form. USAMMENHAENGENDE: the numbers or hashes do not fit each other. */
export type Trinafvisning = 'IKKE_SPURGT' | 'USAMMENHAENGENDE'

export type Fund<V extends Version> = {
  /** Digests of ours that the other side has not. */
  readonly kunHer: readonly string[]
  readonly kunHosKilden: readonly V[]
  /** There are more than are told: the comparison ended when it had found so many. */
  readonly afkortet: boolean
}

/** A comparison under way with one whose objects we cannot see: it tells of them what it is asked. */
export type Sammenligning<V extends Version> = {
  /** Both empty: it is done, and `fund` is all there is to find. */
  spoergsmaal(): Spoergsmaal
  /** Refused, the comparison is as it was, but for USAMMENHAENGENDE: whoever tells two things that do not fit has to begin again. */
  tag(svar: readonly Knudesvar<V>[]): Ok<true> | Afvist<Trinafvisning>
  fund(): Fund<V>
}

export type Sammenligningsgraenser = {
  /** Nodes that are asked for at a time. */
  readonly knuder: number
  /** Small nodes whose objects are asked for at a time. */
  readonly smaa: number
  /** Objects of a small node. Telling 24 costs about what telling of the sixteen nodes below does. */
  readonly lille: number
  /** Differences that are found at most. */
  readonly fund: number
}
export const GRAENSER: Sammenligningsgraenser = { knuder: 1_024, smaa: 256, lille: 24, fund: 10_000 }

/** Siblings that are asked for together add up to what was said of their parent. */
type Soeskende = { mangler: number; antal: number }
type Ventende = { readonly p: string; readonly soeskende: Soeskende | undefined; readonly kendt: Knude | undefined }

/**
 * Compares our digests with those of another, from its root downwards, only where the two differ: about sixteen nodes a level for each difference,
 * however many objects agree. Small nodes are not divided but told whole. Pure: whoever carries the messages decides how.
 */
export function createSammenligning<V extends Version>(
  raekke: Digestraekke,
  rod: Knude,
  graenser: Sammenligningsgraenser = GRAENSER,
): Sammenligning<V> {
  const kunHer: string[] = []
  const kunHosKilden: V[] = []
  const stak: Ventende[] = []
  const venter = new Map<string, Ventende>()
  let afkortet = false

  const isForMange = () => kunHer.length + kunHosKilden.length > graenser.fund
  const narrow = (p: string, hos: Knude, her: Knude): void => {
    if (hos.hash === her.hash && hos.antal === her.antal) return
    if (hos.antal === 0) kunHer.push(...digestsUnder(raekke, p, graenser.fund + 1))
    else if (hos.antal <= graenser.lille) stak.push({ p, soeskende: undefined, kendt: hos })
    else {
      const soeskende = { mangler: 16, antal: hos.antal }
      // The first is taken first.
      for (const barn of boernAf(p).reverse()) stak.push({ p: barn, soeskende, kendt: undefined })
    }
  }
  const fill = (): void => {
    if (isForMange()) {
      afkortet = true
      stak.length = 0
      venter.clear()
    }
    let smaa = [...venter.values()].filter(({ kendt }) => kendt).length
    while (stak.length > 0 && venter.size - smaa < graenser.knuder && smaa < graenser.smaa) {
      const naeste = stak.pop() as Ventende
      if (naeste.kendt) smaa++
      venter.set(naeste.p, naeste)
    }
  }
  const take = (led: Knudesvar<V>, ventende: Ventende): boolean => {
    venter.delete(led.p)
    if ('objekter' in led) {
      const fundne = compareObjekter(raekke, led, ventende.kendt)
      if (fundne) {
        kunHer.push(...fundne.kunHer)
        kunHosKilden.push(...fundne.kunHosKilden)
      }
      return fundne !== undefined
    }
    if (!addsUp(ventende.soeskende, led.antal) || (led.p.length === DYBESTE && led.antal > 1)) return false
    narrow(led.p, led, knudeFor(raekke, led.p))
    return true
  }

  narrow('', rod, knudeFor(raekke, ''))
  fill()
  return {
    spoergsmaal: () => ({
      spoerg: [...venter.values()].filter(({ kendt }) => !kendt).map(({ p }) => p),
      objekter: [...venter.values()].filter(({ kendt }) => kendt).map(({ p }) => p),
    }),
    tag: (svar) => {
      const fits = (led: Knudesvar<V>) => venter.has(led.p) && 'objekter' in led === (venter.get(led.p)?.kendt !== undefined)
      if (svar.length === 0 || new Set(svar.map(({ p }) => p)).size !== svar.length || !svar.every(fits))
        return afvist('IKKE_SPURGT')
      for (const led of svar) if (!take(led, venter.get(led.p) as Ventende)) return afvist('USAMMENHAENGENDE')
      fill()
      return ok(true)
    },
    fund: () => ({ kunHer: kunHer.slice(0, graenser.fund), kunHosKilden: kunHosKilden.slice(0, graenser.fund), afkortet }),
  }
}

/** Notes how many one of the siblings has. False where they are more than their parent had, or the last of them leaves some over. */
function addsUp(soeskende: Soeskende | undefined, antal: number): boolean {
  if (!soeskende) return true
  soeskende.antal -= antal
  soeskende.mangler--
  return soeskende.antal >= 0 && (soeskende.mangler > 0 || soeskende.antal === 0)
}

/** Who has what below a small node; undefined where the objects are not those that its number and hash were told of. */
function compareObjekter<V extends Version>(
  raekke: Digestraekke,
  { p, objekter }: { readonly p: string; readonly objekter: readonly V[] },
  kendt: Knude | undefined,
): { readonly kunHer: readonly string[]; readonly kunHosKilden: readonly V[] } | undefined {
  if (!kendt || objekter.length !== kendt.antal) return undefined
  const deres = new Map(objekter.map((objekt) => [digestOf(objekt), objekt]))
  const digests = [...deres.keys()].sort()
  if (digests.length !== objekter.length || !digests.every((digest) => digest.startsWith(p))) return undefined
  const summen = createHash('sha256')
  for (const digest of digests) summen.update(digest, 'hex')
  if (summen.digest('hex') !== kendt.hash) return undefined
  const vores = new Set(digestsUnder(raekke, p, Number.MAX_SAFE_INTEGER))
  return {
    kunHer: [...vores].filter((digest) => !deres.has(digest)),
    kunHosKilden: [...deres].filter(([digest]) => !vores.has(digest)).map(([, objekt]) => objekt),
  }
}
