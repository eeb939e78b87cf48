import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt, type Virkning } from '#kernel'
import { intersect, merge, within } from './perioder.ts'

const DAGE = 12
const dag = (nr: number): Tidspunkt => tidspunkt(`2026-01-${String(nr + 1).padStart(2, '0')}T00:00:00.000Z`)
const virkning = fc
  .tuple(fc.integer({ min: 0, max: DAGE - 1 }), fc.option(fc.integer({ min: 0, max: DAGE }), { freq: 3 }))
  .map(([fra, laengde]): Virkning => ({ fra: dag(fra), til: laengde === null ? null : dag(Math.min(fra + laengde, DAGE)) }))
const flere = fc.array(virkning, { maxLength: 4 })

/** The days in which any of the times holds, said without any arithmetic on times; the last day stands for ever after. */
const dage = (tider: readonly Virkning[]): number[] =>
  Array.from({ length: DAGE + 1 }, (_, nr) => nr).filter((nr) =>
    tider.some(({ fra, til }) => fra <= dag(nr) && (til === null || dag(nr) < til)),
  )

test('what lies in others, and what two share, day by day', () => {
  fc.assert(
    fc.property(virkning, virkning, flere, (a, b, andre) => {
      const iAndre = new Set(dage(andre))
      expect(dage(within(a, andre))).toEqual(dage([a]).filter((nr) => iAndre.has(nr)))
      const faelles = intersect(a, b)
      expect(dage(faelles ? [faelles] : [])).toEqual(dage([a]).filter((nr) => dage([b]).includes(nr)))
    }),
    { seed: 20261122, numRuns: 2000 },
  )
})

test('joined times are in order, apart, and hold when the given ones do, in whatever order they were given', () => {
  fc.assert(
    fc.property(flere, (tider) => {
      const samlet = merge(tider)
      expect(dage(samlet)).toEqual(dage(tider))
      expect(merge(tider.toReversed())).toEqual(samlet)
      for (const [i, { til }] of samlet.slice(0, -1).entries())
        expect(til !== null && til < (samlet[i + 1]?.fra ?? '')).toBe(true)
    }),
    { seed: 20261122, numRuns: 2000 },
  )
})
