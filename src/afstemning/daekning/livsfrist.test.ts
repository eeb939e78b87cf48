import { expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt } from '#kernel'
import { EOJ, FELT, NU, timerFoer } from './daekning.bygger.ts'
import type { Rytmer } from './livsfrist.ts'
import { createDaekning } from './sammenhold.ts'

/** Coverage with one source that delivered a day ago, gave a sign so many hours ago, and promised the next. */
function senest(sagt: {
  readonly timer: number
  readonly lovet?: Tidspunkt
  readonly rytmer?: Rytmer
  readonly kommune?: string
}) {
  const { timer, lovet, rytmer = new Map(), kommune = FELT.kommune } = sagt
  const raekke = {
    ...FELT,
    kilde: EOJ.id,
    tilsluttetSiden: timerFoer(1000),
    dataFra: undefined,
    senesteLevering: timerFoer(48),
    afstemt: undefined,
  }
  const tegn = [{ kilde_id: EOJ.id, kommune: kommune as typeof FELT.kommune, modtaget: timerFoer(timer), naeste: lovet ?? null }]
  const fakta = { raekker: [raekke], forventninger: [], afvisninger: [], kilder: [EOJ], beviser: [], brudNr: 0 }
  const opsaetning = { konfigurationFor: () => undefined, gaeldendeFor: () => [] } as never
  const { tilsluttede } = createDaekning({ ...fakta, tegn, rytmer }).grundlagFor(FELT, opsaetning, NU, [])
  return {
    forfalden: createDaekning({ ...fakta, tegn, rytmer })
      .udsagnFor(FELT, opsaetning, NU, true, [])
      .forbehold.includes('forsinket'),
    tilsluttet: tilsluttede[0],
  }
}

test('a sign of life shows that the source lives, whatever it proved, where it named the municipality', () => {
  expect(senest({ timer: 1 })).toMatchObject({ forfalden: false, tilsluttet: { senesteLivstegn: timerFoer(1) } })
  expect(senest({ timer: 1, kommune: '99999999' })).toMatchObject({
    forfalden: true,
    tilsluttet: { senesteLivstegn: timerFoer(48) },
  })
})

test('a promise that was not kept makes it late before what is agreed, and what is learned does too', () => {
  expect(senest({ timer: 5, lovet: timerFoer(4) }).forfalden).toBe(true)
  expect(senest({ timer: 5, lovet: tidspunkt('2026-11-23T12:00:00.000Z') }).forfalden).toBe(false)
  const hverTime = { dag: 3_600_000, aften: 3_600_000, fridag: 3_600_000 } as const
  expect(senest({ timer: 5, rytmer: new Map([[EOJ.id, hverTime]]) }).forfalden).toBe(true)
  expect(senest({ timer: 1, rytmer: new Map([[EOJ.id, hverTime]]) }).forfalden).toBe(false)
  expect(
    senest({ timer: 40, rytmer: new Map([[EOJ.id, { dag: 3_600_000, aften: 'stille', fridag: 'stille' }]]) }).forfalden,
  ).toBe(false)
})
