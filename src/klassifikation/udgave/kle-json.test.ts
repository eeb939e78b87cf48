import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kleEmne } from '../test-byggere.ts'
import { parseKleJson } from './kle-json.ts'

const emne = { nr: '27.35.04', titel: 'Forebyggende hjemmebesøg', udgaar: '2026', stikord: ['besøg'], fra2015: { bevaring: 'K' } }
const plan = (rettelse: object = {}, version = 'OS2KLE 3.23 = KLE februar 2026') => ({
  version,
  kilde: 'test',
  hovedgrupper: [
    { nr: '27', titel: 'Social Service', grupper: [{ nr: '27.35', titel: null, emner: [{ ...emne, ...rettelse }] }] },
  ],
})
const read = (indhold: unknown, udgivet?: string) => parseKleJson(JSON.stringify(indhold), udgivet)

test('numbers, titles, ends and search words are read, and the date from the version', () => {
  const resultat = read(plan())
  if (!resultat.ok) throw new Error(resultat.afvisning.besked.en)
  expect(resultat.value.udgivet).toBe('2026-02-01')
  expect([...resultat.value.emner.values()]).toEqual([
    { nr: '27.35.04', titel: 'Forebyggende hjemmebesøg', udgaar: '2027-01-01', afloestAf: [], stikord: ['besøg'] },
  ])
  expect(resultat.value.grupper.get('27.35')).toEqual({ nr: '27.35' })
  expect(read(plan(), '2026-03-01')).toMatchObject({ ok: true, value: { udgivet: '2026-03-01' } })
})

test.each([
  ['JSON_UGYLDIG', undefined, '{'],
  ['FORKERT_FORM', '', '[]'],
  ['FORKERT_FORM', '/hovedgrupper/0/grupper/0/emner/0/nr', JSON.stringify(plan({ nr: 27 }))],
  ['FORKERT_FORM', '/hovedgrupper/0/grupper/0/emner/0/udgaar', JSON.stringify(plan({ udgaar: 'snart' }))],
  ['UDGIVELSESDATO_MANGLER', '/version', JSON.stringify(plan({}, 'KLE'))],
  ['UGYLDIGT_NUMMER', '/hovedgrupper/0/grupper/0/emner/0/nr', JSON.stringify(plan({ nr: '27.35.4' }))],
  ['FORKERT_PLACERING', '/hovedgrupper/0/grupper/0/emner/0/nr', JSON.stringify(plan({ nr: '28.35.04' }))],
  ['TITEL_MANGLER', '/hovedgrupper/0/grupper/0/emner/0/nr', JSON.stringify(plan({ titel: '' }))],
])('%s at %s', (kode, element, tekst) => {
  const resultat = parseKleJson(tekst)
  expect(resultat).toMatchObject({ ok: false, afvisning: element === undefined ? { kode } : { kode, element } })
})

test('any JSON and any text give a value, never a throw', () => {
  const udskift = fc
    .tuple(fc.constantFrom('nr', 'titel', 'udgaar', 'stikord'), fc.jsonValue())
    .map(([felt, vaerdi]) => JSON.stringify(plan({ [felt]: vaerdi })))
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), udskift), (tekst) => {
      const resultat = parseKleJson(tekst)
      expect(resultat.ok || resultat.afvisning.besked.en.length > 20).toBe(true)
    }),
    { seed: 20261014, numRuns: 3000 },
  )
})

const KLE_2026 = new URL('../../../../shared/data/kle-2026-02-os2kle.json', import.meta.url)

test.skipIf(!existsSync(KLE_2026))('the whole edition of February 2026 is read (needs the edition beside the checkout)', () => {
  const resultat = parseKleJson(readFileSync(KLE_2026, 'utf8'))
  if (!resultat.ok) throw new Error(resultat.afvisning.besked.en)
  const { emner, grupper, hovedgrupper, udgivet } = resultat.value
  expect([udgivet, hovedgrupper.size, grupper.size, emner.size]).toEqual(['2026-02-01', 37, 498, 2390])
  expect([...emner.values()].filter((et) => et.udgaar !== undefined)).toHaveLength(17)
  expect(emner.get(kleEmne('27.35.04'))).toMatchObject({ titel: 'Forebyggende hjemmebesøg', udgaar: '2027-01-01' })
  // the file has no title for 15 groups; their first emne says it
  expect([...grupper.values()].filter((et) => et.titel === undefined)).toEqual([])
  expect(grupper.get('27.34')?.titel).toBe('Ældrepleje')
})
