import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { EOJ, KORSBAEK, kl12, konfiguration, NU } from './fakta.bygger.ts'
import { createOpsaetningslager } from './opsaetningslager.ts'

let t: Testdatabase
let nu: Tidspunkt = NU
const clock = { now: () => nu }
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

test('before anything is configured everything is closed', async () => {
  const lager = await createOpsaetningslager(t.db, clock)
  expect((await lager.current()).konfigurationFor(KORSBAEK, '27.36.04', NU)).toBeUndefined()
})

test('what is saved is in force at once, comes back as it was, and is what another process reads at its start', async () => {
  const lager = await createOpsaetningslager(t.db, clock)
  const gemt = konfiguration({
    gaelderFra: tidspunkt('2025-03-04T05:06:07.089Z'),
    fradato: '2024-02-29',
    fagsystemfilter: [EOJ],
    visAeldreAktive: true,
    juristAabnet: true,
    titelvisning: 'gennemset',
    kvalitetskrav: 'stikproeve',
    stikproeve: 200,
    dokumenttyper: ['Rapport', 'Plan'],
    visJournalnotater: false,
    notatsystemer: [EOJ],
    notatfristDage: 14,
    ventArbejdsdage: 5,
    visYdelser: false,
    visUdbetalinger: false,
    visAftaler: false,
  })
  await lager.save([gemt, konfiguration({ kle: '28', karantaene: false, visDokumenttitler: false })])
  expect((await lager.current()).konfigurationFor(KORSBAEK, '27.36.04', NU)).toEqual(gemt)
  const anden = await createOpsaetningslager(t.db, clock)
  expect((await anden.current()).konfigurationFor(KORSBAEK, '27.36.04', NU)).toEqual(gemt)
  expect((await anden.current()).konfigurationFor(KORSBAEK, '28.09.40', NU)).toMatchObject({
    karantaene: false,
    visDokumenttitler: false,
  })
})

test('a version given again is replaced; a later one stands beside it', async () => {
  const lager = await createOpsaetningslager(t.db, clock)
  await lager.save([konfiguration({ kle: '15', fradato: '2020-01-01' })])
  await lager.save([
    konfiguration({ kle: '15', fradato: '2021-01-01' }),
    konfiguration({ kle: '15', gaelderFra: kl12('2027-01-01'), aaben: false }),
  ])
  const opsaetning = await lager.current()
  expect(opsaetning.konfigurationFor(KORSBAEK, '15.17.06', NU)).toMatchObject({ fradato: '2021-01-01', aaben: true })
  expect(opsaetning.konfigurationFor(KORSBAEK, '15.17.06', kl12('2027-01-02'))?.aaben).toBe(false)
})

test('a database that goes away: the last configuration holds for half a minute, then nothing is answered', async () => {
  const anden = await createTestDatabase()
  const lager = await createOpsaetningslager(anden.db, clock)
  await lager.save([konfiguration()])
  await anden.asOwner('REVOKE SELECT ON kle_konfiguration FROM borgerblikket_opsaetning')
  nu = tidspunkt('2026-11-22T12:00:29.999Z')
  expect((await lager.current()).konfigurationFor(KORSBAEK, '27.36.04', NU)?.aaben).toBe(true)
  nu = tidspunkt('2026-11-22T12:00:30.000Z')
  await expect(lager.current()).rejects.toThrow('kle_konfiguration cannot be read')
  await expect(createOpsaetningslager(anden.db, clock)).rejects.toThrow('kle_konfiguration cannot be read')
  await anden.close()
})
