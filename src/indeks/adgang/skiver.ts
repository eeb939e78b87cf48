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
export function toSkiver({ ejere, kler, foelsomhed, enheder, profil }: Adgangsforhold): readonly Adgangsskive[] {
  const led: Led[] = []
  for (const { cvr, virkning } of ejere ?? []) led.push(toLed('e', cvr, virkning))
  for (const { kle, virkning } of kler ?? []) led.push(toLed('k', kle, virkning))
  for (const en of foelsomhed ?? []) led.push(toLed('f', FOELSOMHEDER.indexOf(en.foelsomhed), en.virkning))
  for (const { enhed, virkning } of enheder ?? []) led.push(toLed('u', enhed, virkning))
  for (const { ref, virkning } of profil ?? []) led.push(toLed('p', ref, virkning))
  return slice(led)
}

const toLed = (felt: Felt, vaerdi: string | number, { fra, til }: Virkning): Led => ({
  felt,
  vaerdi,
  fra: ms(fra),
  til: ende(til),
})

const UENDELIG = Number.POSITIVE_INFINITY
const ende = (til: string | null): number => (til === null ? UENDELIG : ms(til))

/** An object repeats the same instant on all that it says, and reading one costs more than what is made of it here. */
let sidstLaest = ''
let sidstLaestMs = 0
function ms(tid: string): number {
  if (tid !== sidstLaest) {
    sidstLaestMs = Date.parse(tid)
    sidstLaest = tid
  }
  return sidstLaestMs
}

/**
 * Each stretch holds all that is true in it, so an object of a few hundred kilobytes could make a row of a hundred megabytes, and take minutes. Cases as
 * there are have some tens of stretches with some tens of values.
 */
const HOEJST_SAMMENHOLDT = 1_000_000
const HOEJST_VAERDIER = 10_000

/** What is more than can be kept is seen by nobody: it has no owner, and a positive list of nobody. */
const INGENS: readonly Adgangsskive[] = [{ t: Date.parse('1800-01-01T00:00:00.000Z'), p: [''] }]

function slice(led: readonly Led[]): readonly Adgangsskive[] {
  const skel: number[] = []
  for (const { fra, til } of led) {
    if (!skel.includes(fra)) skel.push(fra)
    if (!skel.includes(til)) skel.push(til)
    if (skel.length * led.length > HOEJST_SAMMENHOLDT) return INGENS
  }
  skel.sort((a, b) => a - b)
  const skiver: Adgangsskive[] = []
  let vaerdier = 0
  for (let i = 0; i + 1 < skel.length; i++) {
    const [fra, til] = [skel[i] as number, skel[i + 1] as number]
    const skive = collect(led, fra, til)
    vaerdier += antalI(skive?.k) + antalI(skive?.u) + antalI(skive?.p)
    if (vaerdier > HOEJST_VAERDIER) return INGENS
    const foer = skiver.at(-1)
    if (foer?.x === fra && isSamme(foer, skive)) skiver[skiver.length - 1] = withEnde(foer, til)
    else if (skive) skiver.push(skive)
  }
  return skiver
}

const antalI = (liste: readonly string[] | undefined): number => liste?.length ?? 0

function withEnde({ x: _, ...skive }: Adgangsskive, til: number): Adgangsskive {
  return til === UENDELIG ? skive : { ...skive, x: til }
}

/** What is true from `fra` to `til`, each in a fixed order; undefined where nothing is that says more than nothing does. */
function collect(led: readonly Led[], fra: number, til: number): Adgangsskive | undefined {
  const fundet: Fundet = { ejer: undefined, foelsomhed: -1, k: [], u: [], p: [] }
  for (const et of led) if (et.fra <= fra && fra < et.til) take(fundet, et)
  const { ejer, foelsomhed } = fundet
  const [k, u, p] = [toListe(fundet.k), toListe(fundet.u), toListe(fundet.p)]
  const siger = foelsomhed >= 0 && foelsomhed < HOEJEST
  if (!ejer && !siger && k.length + u.length + p.length === 0) return undefined
  return {
    t: fra,
    ...(til === UENDELIG ? INTET : { x: til }),
    ...(ejer ? { e: ejer } : INTET),
    ...(k.length > 0 ? { k } : INTET),
    ...(siger ? { f: foelsomhed } : INTET),
    ...(u.length > 0 ? { u } : INTET),
    ...(p.length > 0 ? { p } : INTET),
  }
}

const INTET = {}

/** What has been found so far; two owners are '', as one that cannot be read is. */
type Fundet = {
  ejer: string | undefined
  foelsomhed: number
  readonly k: string[]
  readonly u: string[]
  readonly p: string[]
}

function take(fundet: Fundet, { felt, vaerdi }: Led): void {
  const tekst = vaerdi as string
  if (felt === 'f') fundet.foelsomhed = Math.max(fundet.foelsomhed, vaerdi as number)
  else if (felt === 'e') fundet.ejer = fundet.ejer === undefined || fundet.ejer === tekst ? tekst : ''
  else fundet[felt].push(tekst)
}

/** Each once, in one order. */
const toListe = (tekster: readonly string[]): readonly string[] => (tekster.length < 2 ? tekster : [...new Set(tekster)].sort())

const HOEJEST = FOELSOMHEDER.length - 1

const isSamme = (a: Adgangsskive, b: Adgangsskive | undefined): boolean =>
  b !== undefined && a.e === b.e && a.f === b.f && isEns(a.k, b.k) && isEns(a.u, b.u) && isEns(a.p, b.p)
const isEns = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((tekst, i) => tekst === b[i]))

const tilOf = ({ x }: Adgangsskive): number => x ?? UENDELIG

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
  skiver.every(({ f, p }) => f === undefined && p === undefined)
    ? []
    : slice(skiver.flatMap((skive) => toIgen(skive, ['f', 'p'])))

/** The stretches with numbers that the object does not itself have. */
export const addNumre = (
  skiver: readonly Adgangsskive[],
  kler: readonly Periode<{ readonly kle: string }>[],
): readonly Adgangsskive[] =>
  slice([
    ...skiver.flatMap((skive) => toIgen(skive, ['e', 'k', 'f', 'u', 'p'])),
    ...kler.map(({ kle, virkning }) => toLed('k', kle, virkning)),
  ])

function toIgen(skive: Adgangsskive, felter: readonly Felt[]): Led[] {
  const led: Led[] = []
  for (const felt of felter) {
    const vaerdi = skive[felt]
    if (vaerdi === undefined) continue
    for (const en of typeof vaerdi === 'object' ? vaerdi : [vaerdi])
      led.push({ felt, vaerdi: en, fra: skive.t, til: tilOf(skive) })
  }
  return led
}
