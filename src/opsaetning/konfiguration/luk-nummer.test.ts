import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUnderPraefiks } from '#kernel'
import { createOpsaetning } from '#visning'
import { KORSBAEK, kl12, NU, praefiks, version, vilkaarligeVersioner } from '../../../test/byggere/konfiguration.ts'
import { withVersioner } from './anvend.ts'
import { isIndsnaevring } from './indsnaevring.ts'
import { lukkeversioner } from './luk-nummer.ts'

const EMNER = ['28.09.40', '28.77.04', '28.03.00', '27.36.04', '29.18.00'] as const
const TIDER = [NU, kl12('2026-11-24'), kl12('2026-11-25'), kl12('2026-12-01'), kl12('2030-01-01')] as const

test('whatever is configured, a number that is closed is closed with all below it, now and later; the rest is as it was', () => {
  fc.assert(
    fc.property(vilkaarligeVersioner, fc.constantFrom('28', '28.09', '28.09.40', '27', '29'), (versioner, kle) => {
      const foer = createOpsaetning(versioner)
      const nye = lukkeversioner(foer, KORSBAEK, praefiks(kle), NU)
      const alle = withVersioner(versioner, nye)
      const efter = createOpsaetning(alle)
      expect(isIndsnaevring(versioner, alle, KORSBAEK, NU)).toBe(true)
      for (const emne of EMNER)
        for (const tid of TIDER) {
          if (isUnderPraefiks(emne, kle)) expect(efter.konfigurationFor(KORSBAEK, emne, tid)?.aaben ?? false).toBe(false)
          else expect(efter.konfigurationFor(KORSBAEK, emne, tid)).toEqual(foer.konfigurationFor(KORSBAEK, emne, tid))
        }
      // Once more there is nothing to close.
      expect(lukkeversioner(efter, KORSBAEK, praefiks(kle), NU)).toEqual([])
    }),
    { seed: 20261122, numRuns: 5_000 },
  )
})

test('what is closed keeps what was chosen, for when it opens again, but for the word of the jurist', () => {
  const [lukket] = lukkeversioner(
    createOpsaetning([version('27.57.12', { juristAabnet: true, visAftaler: false })]),
    KORSBAEK,
    praefiks('27.57.12'),
    NU,
  )
  expect(lukket).toEqual(version('27.57.12', { gaelderFra: NU, aaben: false, juristAabnet: false, visAftaler: false }))
})
