import { expect, test } from 'vitest'
import { ARTER, tidspunkt } from '#kernel'
import { kl12, konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import type { Visningsfakta } from '../fakta.ts'
import { notatfristRegel } from './notatfrist.ts'

const decide = (fakta: Partial<Visningsfakta>, notatfristDage: number, nu = kl12('2026-11-22')): string =>
  udfald(
    notatfristRegel(
      sagFakta({ art: 'journalnotat', ...fakta }),
      kontekst({ nu, konfiguration: konfiguration({ notatfristDage }) }),
    ),
  )

test.each([
  ['2026-11-22', 0, 'vises'],
  ['2026-11-22', 1, 'NOTAT_NYT'],
  ['2026-11-21', 1, 'NOTAT_NYT'],
  ['2026-11-20', 1, 'vises'],
  ['2026-11-08', 14, 'NOTAT_NYT'],
  ['2026-11-07', 14, 'vises'],
])('written on %s, its author has %i days, on 22 November: %s', (dag, dage, forventet) => {
  expect(decide({ opstaaet: kl12(dag) }, dage)).toBe(forventet)
})

test('a note of half past eleven at night has as many days as one of the morning', () => {
  const aften = { opstaaet: tidspunkt('2026-11-20T22:30:00Z') }
  const morgen = { opstaaet: tidspunkt('2026-11-20T05:00:00Z') }
  for (const fakta of [aften, morgen]) {
    expect(decide(fakta, 1, tidspunkt('2026-11-21T22:59:59.999Z'))).toBe('NOTAT_NYT')
    expect(decide(fakta, 1, tidspunkt('2026-11-21T23:00:00.000Z'))).toBe('vises')
  }
})

test('no days are no days: a note dated ahead by its system is not kept back', () => {
  expect(decide({ opstaaet: kl12('2026-11-24') }, 0)).toBe('vises')
})

test('only notes have such days, and without a configuration it hides by itself', () => {
  const set = ARTER.map((art) => decide({ art, opstaaet: kl12('2026-11-22') }, 14))
  expect(set).toEqual(ARTER.map((art) => (art === 'journalnotat' ? 'NOTAT_NYT' : 'vises')))
  expect(udfald(notatfristRegel(sagFakta(), kontekst({ konfiguration: undefined })))).toBe('IKKE_AABNET')
})
