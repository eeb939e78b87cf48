import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readMinimumsliste } from './minimumsliste.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbminimum-'))
afterAll(() => rmSync(mappe, { recursive: true, force: true }))
const laes = (indhold: unknown) => {
  const fil = join(mappe, 'liste.json')
  writeFileSync(fil, typeof indhold === 'string' ? indhold : JSON.stringify(indhold))
  return readMinimumsliste(fil)
}
const KILDE = { da: 'Fra os', en: 'From us' }
const PUNKT = { noegle: 'hjaelp', navn: { da: 'Hjælp', en: 'Help' }, kle: ['27.36', '27.60.04'], senest: '2027-06-30' }

test('the list that comes with the project can be read, and says that it is a proposal', () => {
  const { kilde, punkter } = readMinimumsliste()
  expect(punkter.length).toBeGreaterThan(5)
  expect(kilde.da).toContain('forslag')
})

test('a site’s own list is read as it stands', () => {
  expect(laes({ kilde: KILDE, punkter: [PUNKT] })).toEqual({ kilde: KILDE, punkter: [PUNKT] })
})

test.each([
  ['no JSON', '{', SyntaxError],
  ['no list', { kilde: KILDE }, TypeError],
  ['no source', { punkter: [PUNKT] }, TypeError],
  ['a name in one language', { kilde: KILDE, punkter: [{ ...PUNKT, navn: { da: 'Hjælp' } }] }, TypeError],
  ['no KLE number', { kilde: KILDE, punkter: [{ ...PUNKT, kle: ['27.3'] }] }, TypeError],
  ['no numbers', { kilde: KILDE, punkter: [{ ...PUNKT, kle: [] }] }, TypeError],
  ['a day that is none', { kilde: KILDE, punkter: [{ ...PUNKT, senest: '2027-02-30' }] }, TypeError],
  ['the same key twice', { kilde: KILDE, punkter: [PUNKT, PUNKT] }, TypeError],
])('one with %s is refused', (_, indhold, fejl) => expect(() => laes(indhold)).toThrow(fejl))
