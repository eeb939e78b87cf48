import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kleEmne, udgave, udgaveAf } from '../test-byggere.ts'
import { EGEN_UDGAVE } from './egen-udgave.ts'
import { registerLokaleEmner } from './lokale-emner.ts'
import { resolveEmne } from './resolve-emne.ts'

const U2023 = udgave('2023-08-01', {
  '27.30.10': { titel: 'Underretninger', udgaar: '2024-01-01', afloestAf: ['34.10.30'] },
  '27.36.04': 'Gammel titel',
  '27.40.00': 'Forsvandt',
})
const U2024 = udgave('2024-02-01', { '27.36.04': 'Ny titel', '34.10.30': 'Underretninger' })
const U2026 = udgave('2026-02-01', {
  '27.36.04': 'Nyeste titel',
  '34.10.30': 'Underretninger',
  '27.35.04': { udgaar: '2027-01-01' },
})
/** Not in order: nothing promises that. */
const UDGAVER = [U2026, U2023, U2024]
const resolve = (nr: string, dato: string) => resolveEmne(UDGAVER, kleEmne(nr), dato)
const kode = (nr: string, dato: string) => {
  const resultat = resolve(nr, dato)
  return resultat.ok ? resultat.value.titel : resultat.afvisning.kode
}

describe('a number means what the edition of its day says', () => {
  test.each([
    ['2023-07-31', 'Gammel titel'],
    ['2023-08-01', 'Gammel titel'],
    ['2024-01-31', 'Gammel titel'],
    ['2024-02-01', 'Ny titel'],
    ['2026-01-31', 'Ny titel'],
    ['2026-02-01', 'Nyeste titel'],
    ['2099-01-01', 'Nyeste titel'],
  ])('27.36.04 on %s is %s', (dato, titel) => {
    expect(kode('27.36.04', dato)).toBe(titel)
  })

  test('with its group and hovedgruppe, and what the answer rests on', () => {
    expect(resolve('27.36.04', '2024-05-01')).toMatchObject({
      ok: true,
      value: { gruppetitel: 'G 27.36', hovedgruppetitel: 'H 27', udgave: '2024-02-01', grundlag: 'gaeldende' },
    })
    expect(resolve('27.36.04', '2010-05-01')).toMatchObject({
      ok: true,
      value: { udgave: '2023-08-01', grundlag: 'aeldste-kendte' },
    })
  })
})

describe('a number without meaning has a named reason', () => {
  test('ended on a day that its edition names: the last day before still counts', () => {
    expect(kode('27.35.04', '2026-12-31')).toBe('Titel 27.35.04')
    expect(resolve('27.35.04', '2027-01-01')).toEqual({
      ok: false,
      afvisning: { kode: 'UDGAAET', udgaaet: '2027-01-01', titel: 'Titel 27.35.04', afloestAf: [] },
    })
  })

  test('ended and gone from later editions: when, and what took its place', () => {
    expect(kode('27.30.10', '2023-12-31')).toBe('Underretninger')
    expect(resolve('27.30.10', '2025-01-01')).toEqual({
      ok: false,
      afvisning: { kode: 'UDGAAET', udgaaet: '2024-01-01', titel: 'Underretninger', afloestAf: ['34.10.30'] },
    })
  })

  test('gone without a named day: ended when the first edition without it came', () => {
    expect(resolve('27.40.00', '2026-05-01')).toMatchObject({ ok: false, afvisning: { kode: 'UDGAAET', udgaaet: '2024-02-01' } })
  })

  test('not there before a later edition', () => {
    expect(resolve('34.10.30', '2023-09-01')).toEqual({
      ok: false,
      afvisning: { kode: 'IKKE_OPRETTET_ENDNU', fra: '2024-02-01', titel: 'Underretninger' },
    })
  })

  test('known to nobody; no edition; no date', () => {
    expect(kode('99.99.99', '2026-05-01')).toBe('UKENDT_NUMMER')
    expect(resolveEmne([], kleEmne('27.36.04'), '2026-05-01')).toEqual({ ok: false, afvisning: { kode: 'INGEN_UDGAVE' } })
    expect(kode('27.36.04', '2026-02-30')).toBe('UGYLDIG_DATO')
  })

  test('an excerpt’s silence proves neither an end nor a beginning', () => {
    const uddrag = udgave('2025-02-01', { '27.36.04': 'Uddrag' }, true)
    const resultat = (udgaver: Parameters<typeof resolveEmne>[0], nr: string, dato: string) =>
      resolveEmne(udgaver, kleEmne(nr), dato)
    expect(resultat([U2024, uddrag], '34.10.30', '2025-03-01')).toEqual({ ok: false, afvisning: { kode: 'UKENDT_NUMMER' } })
    expect(resultat([uddrag, U2026], '34.10.30', '2025-03-01')).toEqual({ ok: false, afvisning: { kode: 'UKENDT_NUMMER' } })
    expect(resultat([EGEN_UDGAVE], '27.36.04', '2026-10-14')).toMatchObject({
      ok: true,
      value: { titel: 'Personlig og praktisk hjælp' },
    })
    expect(resultat([EGEN_UDGAVE], '27.35.04', '2027-01-01')).toMatchObject({ ok: false, afvisning: { kode: 'UDGAAET' } })
  })

  test('a full edition answers before an excerpt of the same day', () => {
    const uddrag = udgave('2026-02-01', { '27.36.04': 'Uddrag' }, true)
    for (const udgaver of [
      [uddrag, U2026],
      [U2026, uddrag],
    ])
      expect(resolveEmne(udgaver, kleEmne('27.36.04'), '2026-02-01')).toMatchObject({
        ok: true,
        value: { titel: 'Nyeste titel' },
      })
  })

  test('any editions, number and day give a value, and an accepted number stands in some edition', () => {
    const to = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
    const dag = fc.oneof(fc.constantFrom('1990-01-01', '2024-02-29', '2026-06-01', '2030-01-01'), fc.string())
    fc.assert(
      fc.property(fc.array(udgaveAf(), { maxLength: 3 }), fc.tuple(to, to, to), dag, fc.nat(), (udgaver, dele, dato, valg) => {
        const kendte = udgaver.flatMap(({ emner }) => [...emner.keys()])
        const nr = kendte[valg % (kendte.length * 2 || 1)] ?? kleEmne(dele.join('.'))
        const resultat = resolveEmne(udgaver, nr, dato)
        if (resultat.ok) expect(kendte).toContain(nr)
        else expect(resultat.afvisning.kode).toMatch(/^[A-Z_]+$/)
      }),
      { seed: 20261014, numRuns: 500 },
    )
  })
})

describe("a municipality's own numbers", () => {
  const EGET = { nr: kleEmne('27.99.01'), titel: 'Korsbæk Nabohjælp', fra: '2025-01-01', til: '2026-06-01' }
  const lokale = registerLokaleEmner(UDGAVER, [EGET])
  const resolveLokal = (dato: string) => resolveEmne(UDGAVER, EGET.nr, dato, lokale.ok ? lokale.value : undefined)

  test('count in their period, for that municipality only', () => {
    expect(resolveLokal('2025-01-01')).toEqual({
      ok: true,
      value: { nr: EGET.nr, titel: EGET.titel, udgave: 'lokal', grundlag: 'lokal' },
    })
    expect(resolveLokal('2024-12-31')).toEqual({ ok: false, afvisning: { kode: 'UKENDT_NUMMER' } })
    expect(resolveLokal('2026-06-01')).toMatchObject({ ok: false, afvisning: { kode: 'UDGAAET', udgaaet: '2026-06-01' } })
    expect(resolveEmne(UDGAVER, EGET.nr, '2025-05-01')).toEqual({ ok: false, afvisning: { kode: 'UKENDT_NUMMER' } })
  })

  test.each([
    ['OPTAGET_AF_KLE', { ...EGET, nr: kleEmne('27.40.00') }],
    ['TITEL_MANGLER', { ...EGET, titel: ' ' }],
    ['UGYLDIG_DATO', { ...EGET, fra: '2025' }],
    ['UGYLDIG_DATO', { ...EGET, til: EGET.fra }],
  ])('%s', (grund, emne) => {
    expect(registerLokaleEmner(UDGAVER, [emne])).toEqual({ ok: false, afvisning: { kode: grund, nr: emne.nr } })
  })

  test('the same number twice is refused', () => {
    expect(registerLokaleEmner(UDGAVER, [EGET, EGET])).toEqual({ ok: false, afvisning: { kode: 'DUBLET', nr: EGET.nr } })
  })
})
