import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { isVentende } from './ventende.ts'
import type { AftaleVisning } from './visninger.ts'

const start = tidspunkt('2026-11-08T09:00:00Z')
const er = (felter: Partial<AftaleVisning>, idag: string) =>
  isVentende({ type: 'Frist', status: 'Aktiv', start, slut: undefined, ...felter } as AftaleVisning, idag)

test('an unmet deadline waits for two weeks after its day, an appointment to the end of its last day, and what is met or cancelled not', () => {
  expect(['2026-11-08', '2026-11-09', '2026-11-22', '2026-11-23'].map((dag) => er({}, dag))).toEqual([true, true, true, false])
  expect(['2026-11-08', '2026-11-09'].map((dag) => er({ type: 'Aftale' }, dag))).toEqual([true, false])
  expect(er({ type: 'Aftale', slut: tidspunkt('2026-11-09T09:00:00Z') }, '2026-11-09')).toBe(true)
  for (const status of ['Opfyldt', 'Aflyst', 'Afholdt'] as const) expect(er({ status }, '2026-11-08')).toBe(false)
})
