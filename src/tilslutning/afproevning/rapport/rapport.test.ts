import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cvrNummer, tidspunkt, uuid } from '#kernel'
import type { Sagsresultat } from '../klient/koer-sag.ts'
import { skrivJunit } from './junit.ts'
import { toKanoniskJson } from './kanonisk.ts'
import { skrivPdf } from './pdf.ts'
import { rapportForKlient } from './rapport.ts'
import { createUnderskriver, isUnderskrevet } from './underskrift.ts'
import { underskrivRapport, verificerJson } from './verificer.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbrapport-'))
afterAll(() => rmSync(mappe, { recursive: true, force: true }))

const HOVED = {
  id: uuid('c0ffee00-0000-4000-8000-000000000001'),
  maade: 'klient',
  system: { id: uuid('c0ffee00-0000-4000-8000-000000000002'), navn: 'Kastanje "Sag" #1 \\ *æøå*', version: '4.2' },
  kommune: cvrNummer('11111111'),
  proeveversion: '1.0',
  startet: tidspunkt('2026-11-22T09:00:00Z'),
  sluttet: tidspunkt('2026-11-22T09:05:00Z'),
  endepunkt: 'https://sandkasse.example',
} as const

const sag = (navn: string, regel: string, udfald: Sagsresultat['udfald']): Sagsresultat => ({
  sag: navn,
  slags: 'F',
  emne: 'sag',
  om: { da: 'Sagen har ingen titel.', en: 'The case has no title.' },
  kanal: 'rest',
  udfald,
  fund: [{ regel, udfald, hvad: { da: 'Ventet: afvist SAG-008. Set: modtaget.', en: 'Expected: refused.' }, trin: 1, linje: 1 }],
  ms: 10,
})
const RAPPORT = rapportForKlient(HOVED, [
  sag('F-SAG-008-titel-mangler', 'SAG-008', 'fejlet'),
  sag('F-SAG-008-titel-over-255', 'SAG-008', 'bestaaet'),
  sag('N-sag-importer-foerste', 'AFP-001', 'bestaaet'),
  sag('F-SAG-019-foelsomhed-mangler', 'SAG-019', 'ikkeProevet'),
])

test('a rule is what came of its worst case, and one that failed fails the whole', () => {
  expect(RAPPORT.bestaaet).toBe(false)
  expect(RAPPORT.antal).toEqual({ bestaaet: 2, fejlet: 1, advaret: 0, ikkeProevet: 1 })
  expect(RAPPORT.regler.map(({ regel, udfald, sager }) => [regel, udfald, sager])).toEqual([
    ['AFP-001', 'bestaaet', 1],
    ['SAG-008', 'fejlet', 2],
    ['SAG-019', 'ikkeProevet', 1],
  ])
  expect(rapportForKlient(HOVED, []).bestaaet).toBe(false)
})

test('a report is verified by the key that signed it, however its JSON is laid out, and by no other, nor when a letter differs', async () => {
  const underskriver = await createUnderskriver(join(mappe, 'a'))
  const igen = await createUnderskriver(join(mappe, 'a'))
  const anden = await createUnderskriver(join(mappe, 'b'))
  expect(igen.offentlig).toEqual(underskriver.offentlig)
  expect(JSON.stringify(underskriver.offentlig)).not.toContain('"d"')
  const underskrevet = await underskrivRapport(underskriver, RAPPORT)
  const omvendt = { underskrift: underskrevet.underskrift, rapport: Object.fromEntries(Object.entries(RAPPORT).reverse()) }
  expect(await verificerJson(JSON.stringify(omvendt, null, 4), [igen.offentlig])).toBe(true)
  expect(await verificerJson(JSON.stringify(underskrevet), [anden.offentlig])).toBe(false)
  const aendret = { ...underskrevet, rapport: { ...RAPPORT, bestaaet: true } }
  expect(await verificerJson(JSON.stringify(aendret), [igen.offentlig])).toBe(false)
  for (const tekst of ['', '{}', 'null', '{"rapport":1,"underskrift":"a.b.c"}', '{"rapport":{},"underskrift":".."}'])
    expect(await verificerJson(tekst, [igen.offentlig])).toBe(false)
})

test('no algorithm of the signature’s own choosing is believed', async () => {
  const { offentlig } = await createUnderskriver(join(mappe, 'a'))
  const hoved = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  expect(await isUnderskrevet(Buffer.from('x'), `${hoved}..`, [offentlig])).toBe(false)
})

test('the key is closed to others, and one that is open or damaged stops', async () => {
  const fil = join(mappe, 'a', 'afproevning-ed25519.json')
  expect(existsSync(fil)).toBe(true)
  if (process.platform !== 'win32') expect(statSync(fil).mode & 0o077).toBe(0)
  await createUnderskriver(join(mappe, 'c'))
  writeFileSync(join(mappe, 'c', 'afproevning-ed25519.json'), '{')
  await expect(createUnderskriver(join(mappe, 'c'))).rejects.toThrow('kan ikke læses')
})

test('canonical JSON orders keys by their letters and leaves out what is undefined', () => {
  expect(toKanoniskJson({ b: [1, { d: null, c: 'æ"' }], a: true, u: undefined })).toBe('{"a":true,"b":[1,{"c":"æ\\"","d":null}]}')
})

test('JUnit XML has a case each, with the failing one, the skipped one and whose run it was', () => {
  const xml = skrivJunit(RAPPORT)
  expect(xml).toContain('tests="4"')
  expect(xml).toContain('failures="1"')
  expect(xml.match(/<skipped/g)).toHaveLength(1)
  expect(xml).toContain('SAG-008 (trin 1, linje 1): Ventet: afvist SAG-008. Set: modtaget.')
  expect(xml).toContain(HOVED.id)
})

test('the PDF is tagged PDF/UA-1 in Danish with a title, and the same report is the same bytes', () => {
  const pdf = skrivPdf(RAPPORT)
  const tekst = pdf.toString('latin1')
  for (const maerke of ['%PDF-1.7', '/StructTreeRoot', '/Lang (da-DK)', '/DisplayDocTitle true', 'pdfuaid:part>1'])
    expect(tekst).toContain(maerke)
  expect(skrivPdf(RAPPORT).equals(pdf)).toBe(true)
})
