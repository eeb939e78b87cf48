import { parseBeloeb, parseTidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import type { Vaerdiinterval } from './soegning.ts'

/** Comparing what an item says with what is asked for. Pure. */

/** Every value at the path; a list on the way means any of its posts. */
export function valuesAt(post: unknown, sti: readonly string[]): unknown[] {
  if (Array.isArray(post)) return post.flatMap((led) => valuesAt(led, sti))
  const [foerste, ...resten] = sti
  if (foerste === undefined) return post === undefined || post === null ? [] : [post]
  return typeof post === 'object' && post !== null ? valuesAt((post as Readonly<Record<string, unknown>>)[foerste], resten) : []
}

/** Does the text fit a pattern in which `*` stands for any characters, without regard to case? Takes time by the product of their lengths at most. */
export function fitsMoenster(tekst: string, moenster: string): boolean {
  const dele = moenster.toLowerCase().split('*')
  const hel = tekst.toLowerCase()
  const [foerste = ''] = dele
  if (dele.length === 1) return hel === foerste
  const sidste = dele.at(-1) ?? ''
  if (!hel.startsWith(foerste)) return false
  let fra = foerste.length
  // The earliest place of each part leaves the most for those after it.
  for (const del of dele.slice(1, -1)) {
    const sted = hel.indexOf(del, fra)
    if (sted < 0) return false
    fra = sted + del.length
  }
  return hel.length - sidste.length >= fra && hel.endsWith(sidste)
}

/** Where two values lie to each other: amounts as amounts, times as instants, a day and a time by day, all else as text. */
export function compareVaerdier(a: string, b: string): number {
  const [beloebA, beloebB] = [parseBeloeb(a), parseBeloeb(b)]
  if (beloebA !== undefined && beloebB !== undefined) return compareBeloeb(beloebA, beloebB)
  const [tidA, tidB] = [parseTidspunkt(a), parseTidspunkt(b)]
  if (tidA && tidB) return order(tidA, tidB)
  return order(tidA ? danskDag(tidA) : a, tidB ? danskDag(tidB) : b)
}

const order = <T extends string | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

const compareBeloeb = (a: string, b: string): number => order(toTitusindedele(a), toTitusindedele(b))

function toTitusindedele(beloeb: string): bigint {
  const [hele = '0', dele = ''] = beloeb.replace('-', '').split('.')
  const vaerdi = BigInt(hele) * 10_000n + BigInt(dele.padEnd(4, '0'))
  return beloeb.startsWith('-') ? -vaerdi : vaerdi
}

/** Both ends are in it. */
export const isInInterval = (vaerdi: unknown, { fra, til }: Vaerdiinterval): boolean =>
  (typeof vaerdi === 'string' || typeof vaerdi === 'number') &&
  (fra === undefined || compareVaerdier(String(vaerdi), fra) >= 0) &&
  (til === undefined || compareVaerdier(String(vaerdi), til) <= 0)
