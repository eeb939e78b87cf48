import { type CvrNummer, FOELSOMHEDER, type Foelsomhed, type Virkning } from '#kernel'
import type { Periode } from '../overblik-data.ts'

/**
 * What of one object decides who may see it, in one stretch of time in which none of it changes. Short names, since there is one in each row of the
 * overview; instants as milliseconds since 1970, so that the database compares numbers.
 */
export type Adgangsskive = {
  /** From, and to (not in it); the latter left out where there is no end. */
  readonly t: number
  readonly x?: number
  /** The owner. Left out where there is none, or more than one: then nobody passes. */
  readonly e?: string
  /** KLE numbers. */
  readonly k?: readonly string[]
  /** Sensitivity by its place among FOELSOMHEDER, the highest that is valid. Left out is the highest of all. */
  readonly f?: number
  /** Units that answer for it. */
  readonly u?: readonly string[]
  /** Sikkerhedsprofil: the positive list. */
  readonly p?: readonly string[]
}

/** What an object says of itself that decides who may see it. */
export type Adgangsforhold = {
  /** One that cannot be read is '', which is nobody's. */
  readonly ejere?: readonly Periode<{ readonly cvr: CvrNummer | '' }>[]
  readonly kler?: readonly Periode<{ readonly kle: string }>[]
  readonly foelsomhed?: readonly Periode<{ readonly foelsomhed: Foelsomhed }>[]
  readonly enheder?: readonly Periode<{ readonly enhed: string }>[]
  readonly profil?: readonly Periode<{ readonly ref: string }>[]
}

type Felt = 'e' | 'k' | 'f' | 'u' | 'p'
type Led = { readonly felt: Felt; readonly vaerdi: string | number; readonly fra: number; readonly til: number }

/** The stretches in order of time, as few as there can be: equal facts are equal bytes, in whatever order they came. */
export const toSkiver = ({ ejere, kler, foelsomhed, enheder, profil }: Adgangsforhold): readonly Adgangsskive[] =>
  slice([
    ...toLed('e', ejere, ({ cvr }) => cvr),
    ...toLed('k', kler, ({ kle }) => kle),
    ...toLed('f', foelsomhed, (led) => FOELSOMHEDER.indexOf(led.foelsomhed)),
    ...toLed('u', enheder, ({ enhed }) => enhed),
    ...toLed('p', profil, ({ ref }) => ref),
  ])

const toLed = <T>(felt: Felt, poster: readonly Periode<T>[] | undefined, vaerdi: (post: Periode<T>) => string | number): Led[] =>
  (poster ?? []).map((post) => ({ felt, vaerdi: vaerdi(post), fra: ms(post.virkning.fra), til: ende(post.virkning.til) }))

const ms = (tid: string): number => Date.parse(tid)
const ende = (til: string | null): number => (til === null ? Number.POSITIVE_INFINITY : ms(til))

function slice(led: readonly Led[]): readonly Adgangsskive[] {
  const skel = [...new Set(led.flatMap(({ fra, til }) => [fra, til]))].sort((a, b) => a - b)
  const skiver: Adgangsskive[] = []
  let sidste = ''
  for (const [i, fra] of skel.entries()) {
    const til = skel[i + 1]
    if (til === undefined) break
    const indhold = collect(led.filter((et) => et.fra <= fra && fra < et.til))
    const tekst = JSON.stringify(indhold)
    const foer = skiver.at(-1)
    if (foer?.x === fra && tekst === sidste) skiver[skiver.length - 1] = withEnde(foer, til)
    else if (tekst !== '{}') skiver.push(withEnde({ t: fra, ...indhold }, til))
    sidste = tekst
  }
  return skiver
}

function withEnde({ x: _, ...skive }: Adgangsskive, til: number): Adgangsskive {
  return til === Number.POSITIVE_INFINITY ? skive : { ...skive, x: til }
}

/** What is true at once, each in a fixed order. */
function collect(led: readonly Led[]): Omit<Adgangsskive, 't' | 'x'> {
  const af = (felt: Felt) => [...new Set(led.flatMap((et) => (et.felt === felt ? [et.vaerdi] : [])))]
  const tekster = (felt: Felt) => af(felt).map(String).sort()
  const [ejere, foelsomhed] = [af('e'), af('f').map(Number)]
  const [k, u, p] = [tekster('k'), tekster('u'), tekster('p')]
  const hoejest = Math.max(...foelsomhed)
  return {
    ...(ejere.length === 1 && ejere[0] !== '' ? { e: String(ejere[0]) } : {}),
    ...(k.length > 0 ? { k } : {}),
    ...(foelsomhed.length > 0 && hoejest < HOEJEST ? { f: hoejest } : {}),
    ...(u.length > 0 ? { u } : {}),
    ...(p.length > 0 ? { p } : {}),
  }
}

const HOEJEST = FOELSOMHEDER.length - 1

const tilOf = ({ x }: Adgangsskive): number => x ?? Number.POSITIVE_INFINITY

/** The stretches cut to the times `paa`, which are apart and in order. */
export const clipSkiver = (skiver: readonly Adgangsskive[], paa: readonly Virkning[]): readonly Adgangsskive[] =>
  paa.flatMap((tid) => {
    const [fra, til] = [ms(tid.fra), ende(tid.til)]
    return skiver.flatMap((skive) => {
      const begynder = Math.max(fra, skive.t)
      const slutter = Math.min(til, tilOf(skive))
      return begynder < slutter ? [withEnde({ ...skive, t: begynder }, slutter)] : []
    })
  })

/** Of the stretches no more than sensitivity and positive list: what something on a case has of its own. */
export const keepEgne = (skiver: readonly Adgangsskive[]): readonly Adgangsskive[] =>
  slice(skiver.flatMap((skive) => toIgen(skive, ['f', 'p'])))

/** The stretches with numbers that the object does not itself have. */
export const addNumre = (
  skiver: readonly Adgangsskive[],
  kler: readonly Periode<{ readonly kle: string }>[],
): readonly Adgangsskive[] =>
  slice([...skiver.flatMap((skive) => toIgen(skive, ['e', 'k', 'f', 'u', 'p'])), ...toLed('k', kler, ({ kle }) => kle)])

const toIgen = (skive: Adgangsskive, felter: readonly Felt[]): Led[] =>
  felter.flatMap((felt) => [skive[felt] ?? []].flat().map((vaerdi) => ({ felt, vaerdi, fra: skive.t, til: tilOf(skive) })))
