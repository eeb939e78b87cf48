import { expect, test } from 'vitest'
import { aabningFor, coversLivsomraade, emnefelterFor, FRA_ALTID } from './aabning.ts'
import { BROBYSKOV, EOJ, ESDH, FELT, KORSBAEK, konfiguration, NU, opsaetning } from './daekning.bygger.ts'

const LUKKET = { aaben: false, visesFra: undefined }

test('an area is opened by one number in it, and shown from the earliest fradato', () => {
  const valg = opsaetning(
    konfiguration(),
    konfiguration({ kle: '27.60', fradato: '2019-01-01' }),
    konfiguration({ kle: '15', fradato: '2015-01-01' }),
  )
  expect(aabningFor(valg, FELT, NU)).toEqual({ aaben: true, visesFra: '2019-01-01' })
  expect(aabningFor(valg, { ...FELT, livsomraade: 'sundhed' }, NU)).toEqual(LUKKET)
  expect(aabningFor(valg, { ...FELT, kommune: BROBYSKOV }, NU)).toEqual(LUKKET)
})

test('where older cases that are active are shown too no day bounds what is shown, and no source reaches back so far', () => {
  const valg = opsaetning(konfiguration(), konfiguration({ kle: '27.60', visAeldreAktive: true, fradato: '2024-01-01' }))
  const { visesFra } = aabningFor(valg, FELT, NU)
  expect(visesFra).toBe(FRA_ALTID)
  expect(FRA_ALTID < '1900-01-01').toBe(true)
})

test('a hovedgruppe opened opens the areas that its groups belong to', () => {
  const valg = opsaetning(konfiguration({ kle: '27' }))
  expect(aabningFor(valg, FELT, NU).aaben).toBe(true)
  // 27.42 and 27.45 are Bolig og byggeri.
  expect(aabningFor(valg, { ...FELT, livsomraade: 'bolig-og-byggeri' }, NU).aaben).toBe(true)
})

test('closed numbers, and versions dated ahead, open nothing', () => {
  expect(aabningFor(opsaetning(konfiguration({ aaben: false })), FELT, NU)).toEqual(LUKKET)
  expect(aabningFor(opsaetning(konfiguration({ gaelderFra: '2027-01-01T00:00:00.000Z' as typeof NU })), FELT, NU)).toEqual(LUKKET)
  expect(aabningFor(opsaetning(), FELT, NU)).toEqual(LUKKET)
})

test('an always-closed number opens its area only where the jurist named it', () => {
  const boern = { ...FELT, livsomraade: 'boern-og-familie' } as const
  expect(aabningFor(opsaetning(konfiguration({ kle: '34' })), boern, NU)).toEqual(LUKKET)
  expect(aabningFor(opsaetning(konfiguration({ kle: '34.10.10' })), boern, NU)).toEqual(LUKKET)
  expect(aabningFor(opsaetning(konfiguration({ kle: '34.10.10', juristAabnet: true })), boern, NU).aaben).toBe(true)
})

test('documents and notes are opened only where they are chosen', () => {
  const valg = opsaetning(konfiguration({ visDokumenttitler: false, visJournalnotater: true }))
  expect(aabningFor(valg, { ...FELT, art: 'dokument' }, NU).aaben).toBe(false)
  expect(aabningFor(valg, { ...FELT, art: 'journalnotat' }, NU).aaben).toBe(true)
  expect(aabningFor(valg, { ...FELT, art: 'bevilling' }, NU).aaben).toBe(true)
})

test('of benefits, payments and appointments that the municipality does not show it is not said that there are none', () => {
  const valg = opsaetning(konfiguration({ visYdelser: false, visUdbetalinger: false, visAftaler: false }))
  for (const art of ['bevilling', 'oekonomiskEffektuering', 'aftale'] as const) {
    expect(aabningFor(valg, { ...FELT, art }, NU)).toEqual(LUKKET)
    expect(aabningFor(opsaetning(konfiguration()), { ...FELT, art }, NU).aaben).toBe(true)
  }
  expect(aabningFor(valg, { ...FELT, art: 'sag' }, NU).aaben).toBe(true)
})

test.each([
  [['27.36'], 'hjaelp-pleje-og-handicap', true],
  [['27.42'], 'hjaelp-pleje-og-handicap', false],
  [['27.42'], 'bolig-og-byggeri', true],
  [['27'], 'bolig-og-byggeri', true],
  [['32'], 'pension-og-oekonomi', true],
  [['29.15.04'], 'boern-og-familie', true],
  [['29.15.04'], 'sundhed', false],
  [['00'], 'andet', true],
  [['27'], 'andet', false],
  [[], 'andet', true],
] as const)('numbers %j reach %s: %s', (kle, omraade, forventet) => {
  expect(coversLivsomraade(kle, omraade)).toBe(forventet)
})

test('the fields of a source are its municipalities, areas and all six kinds', () => {
  const felter = emnefelterFor(EOJ)
  expect(new Set(felter.map(({ livsomraade }) => livsomraade))).toEqual(
    new Set(['hjaelp-pleje-og-handicap', 'bolig-og-byggeri', 'sundhed']),
  )
  expect(felter.length).toBe(18)
  expect(emnefelterFor({ ...ESDH, kommuner: [KORSBAEK, BROBYSKOV] }).length).toBe(2 * 2 * 6)
})
