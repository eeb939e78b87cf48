import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { Opstartsfejl } from '#platform/database'
import { createNoegler, hmac, open, openIfOurs, seal } from './index.ts'

const mapper: string[] = []
const newMappe = (): string => {
  const rod = mkdtempSync(join(tmpdir(), 'bbnoegler-'))
  mapper.push(rod)
  return join(rod, 'noegler')
}
afterEach(() => {
  for (const mappe of mapper.splice(0)) rmSync(mappe, { recursive: true, force: true })
})

test('the first start makes the keys, closed to others; the next one finds the same', () => {
  const mappe = newMappe()
  const foerst = createNoegler(mappe)
  expect(statSync(mappe).mode & 0o777).toBe(0o700)
  expect(readdirSync(mappe).sort()).toEqual(['indhold.json', 'nummer.json', 'opslag.json', 'session.json'])
  for (const fil of readdirSync(mappe)) expect(statSync(join(mappe, fil)).mode & 0o777).toBe(0o600)
  const igen = createNoegler(mappe)
  expect(open(igen.nummer, seal(foerst.nummer, 'hemmeligt', 'sted'), 'sted').toString()).toBe('hemmeligt')
  expect(hmac(igen.opslag, 'x')).toEqual(hmac(foerst.opslag, 'x'))
  for (const navn of ['session', 'nummer', 'indhold', 'opslag'] as const)
    expect(igen.fingerprint(navn)).toBe(foerst.fingerprint(navn))
})

test('every purpose and every installation has a key of its own', () => {
  const noegler = createNoegler(newMappe())
  const andre = createNoegler(newMappe())
  const navne = ['session', 'nummer', 'indhold', 'opslag'] as const
  const aftryk = [noegler, andre].flatMap((et) => navne.map((navn) => et.fingerprint(navn)))
  expect(new Set(aftryk).size).toBe(8)
  expect(openIfOurs(noegler.indhold, seal(noegler.nummer, 'x', 'a'), 'a')).toBeUndefined()
})

test('after a rotation the new key seals and the old one still opens, also after a restart', () => {
  const mappe = newMappe()
  const noegler = createNoegler(mappe)
  const gammel = seal(noegler.session, 'før', 'a')
  const foer = noegler.fingerprint('session')
  noegler.rotate('session')
  expect(noegler.fingerprint('session')).not.toBe(foer)
  const ny = seal(noegler.session, 'efter', 'a')
  expect(ny.subarray(0, 4)).not.toEqual(gammel.subarray(0, 4))
  for (const ring of [noegler.session, createNoegler(mappe).session]) {
    expect(open(ring, gammel, 'a').toString()).toBe('før')
    expect(open(ring, ny, 'a').toString()).toBe('efter')
    expect(seal(ring, 'x', 'a').subarray(0, 4)).toEqual(ny.subarray(0, 4))
  }
  expect(statSync(join(mappe, 'session.json')).mode & 0o777).toBe(0o600)
})

test('a key file that others can read is refused, with the remedy', () => {
  const mappe = newMappe()
  createNoegler(mappe)
  chmodSync(join(mappe, 'opslag.json'), 0o640)
  expect(() => createNoegler(mappe)).toThrow(/chmod 600/)
})

test.each([
  ['no JSON', '{'],
  ['empty', '[]'],
  ['too short a key', '[{"id":"00000000","noegle":"AAAA"}]'],
  ['one good line and one bad', undefined],
])('a damaged key file stops the start instead of being replaced: %s', (_navn, indhold) => {
  const mappe = newMappe()
  createNoegler(mappe)
  const fil = join(mappe, 'nummer.json')
  const [god] = JSON.parse(readFileSync(fil, 'utf8')) as unknown[]
  writeFileSync(fil, indhold ?? JSON.stringify([god, { id: 'x' }]))
  expect(() => createNoegler(mappe)).toThrow(Opstartsfejl)
})

test('keys do not show when they are printed', () => {
  const mappe = newMappe()
  const noegler = createNoegler(mappe)
  const [linje] = JSON.parse(readFileSync(join(mappe, 'opslag.json'), 'utf8')) as { noegle: string }[]
  const trykt = inspect(noegler, { depth: 9 }) + JSON.stringify(noegler)
  expect(trykt).not.toContain(linje?.noegle)
  expect(trykt).not.toContain(Buffer.from(linje?.noegle ?? '', 'base64').toString('hex'))
})
