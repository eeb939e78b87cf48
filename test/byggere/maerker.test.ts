import { expect, test } from 'vitest'
import {
  beloebsmaerke,
  dagsmaerke,
  delemaerke,
  findMaerker,
  hemmeligtBeloeb,
  hemmeligtMaerke,
  type Maerkebog,
  tekstmaerke,
} from './maerker.ts'

const ID = 'f0000000-0000-4000-8000-00000000000f'
const BOG: Maerkebog = { ider: new Map([[ID, [17]]]), cpr: new Set(['6103854321']) }
const ejere = (tekst: string) => findMaerker(tekst, BOG).map((maerke) => maerke.ejere)

const TITEL = tekstmaerke(17, 'titel')
test.each([
  ['as it is', TITEL],
  ['in JSON', JSON.stringify({ titel: TITEL })],
  [
    'in JSON with every character escaped',
    [...TITEL].map((tegn) => `\\u${tegn.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ],
  ['in a URL', encodeURIComponent(TITEL)],
  [
    'in a URL with every character escaped',
    [...TITEL].map((tegn) => `%${tegn.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
  ],
  ['in HTML with every character escaped', [...TITEL].map((tegn) => `&#x${tegn.charCodeAt(0).toString(16)};`).join('')],
  ['in capitals', TITEL.toUpperCase()],
  ['in base64', Buffer.from(`noget foran ${TITEL}`).toString('base64')],
  ['in base64url within a longer word', `abc${Buffer.from(TITEL).toString('base64url')}`],
  ['in hexadecimal', Buffer.from(TITEL).toString('hex')],
])('a mark is found %s', (_, tekst) => {
  expect(ejere(tekst)).toContainEqual([17])
})

test('letters of a hash that happen to be those of a mark are none', () => {
  expect(ejere('["lxcNd2PJz3qz9345Eet5yEVMXHOY9MnJjqpUEtOVtYs="]')).toEqual([])
  expect(ejere('["qz9345E"]')).toEqual([[9345]])
})

test('amounts and days are found as raw and as either language writes them', () => {
  expect(beloebsmaerke(17, 3)).toBe('7001703.25')
  for (const tekst of ['7001703.25', '7.001.703,25 kr.', 'DKK 7,001,703.25']) expect(ejere(tekst)).toEqual([[17]])
  expect(dagsmaerke(17)).toBe('2031-01-18')
  for (const tekst of ['2031-01-18', '18. januar 2031', '18 January 2031']) expect(ejere(tekst)).toEqual([[17]])
  expect(ejere(dagsmaerke(517))).toEqual([[517]])
})

test('what two may see says both, what nobody may see says nobody, and ids and CPR numbers are known', () => {
  expect(ejere(delemaerke(3, 4, 'x'))).toEqual([[3, 4]])
  expect(ejere(hemmeligtMaerke(3, 'x'))).toEqual([[]])
  expect(ejere(hemmeligtBeloeb(3, 1))).toEqual([[]])
  expect(ejere(ID.toUpperCase())).toEqual([[17]])
  expect(ejere('610385-4321')).toEqual([[]])
})

test('a text without marks holds none', () => {
  expect(ejere('Sag 12345678 af 22. november 2026 på 1.234,25 kr., 610385-4322, f0000000-0000-4000-8000-00000000000e')).toEqual(
    [],
  )
})
