import { expect, test } from 'vitest'
import { uuid } from '#kernel'
import { parseSagslink, sagslinkFor } from './sagslink.ts'

const ID = uuid('323e4567-e89b-12d3-a456-426655440000')

test.each([
  'https://sag.example.dk/{sagsnummer}',
  'https://sag.example.dk:8443/sager/{uuid}?vis=1',
  'https://sag.example.dk/#/sag/{sagsnummer}/{uuid}',
])('%s can be used', (skabelon) => {
  expect(parseSagslink(` ${skabelon} `)).toBe(skabelon)
})

test.each([
  'http://sag.example.dk/{uuid}',
  'javascript:alert({uuid})',
  'https://{sagsnummer}.example.dk/{uuid}',
  'https://{sagsnummer}/x',
  'https://bruger:kode@sag.example.dk/{uuid}',
  'https://sag.example.dk@ond.example/{uuid}',
  'https://sag.example.dk/sager',
  'https://sag.example.dk/{cpr}',
  'https://sag.example.dk/{sagsnummer}{',
  'https://sag.example.dk/{ uuid }',
  'https://sag.example.dk/"{uuid}',
  'https:\\\\ond.example/{uuid}',
  'https:///{uuid}',
  `https://sag.example.dk/${'x'.repeat(300)}{uuid}`,
])('%s cannot', (skabelon) => {
  expect(parseSagslink(skabelon)).toBeUndefined()
})

test('what is put in cannot leave its place, whatever a source has called the case', () => {
  const link = (nummer: string) => sagslinkFor('https://sag.example.dk/s/{sagsnummer}?x=1', { nummer, id: ID })
  expect(link('26/1234 A')).toBe('https://sag.example.dk/s/26%2F1234%20A?x=1')
  expect(link('../../ond?a=b#c')).toBe('https://sag.example.dk/s/..%2F..%2Fond%3Fa%3Db%23c?x=1')
  expect(link('{uuid}')).toBe('https://sag.example.dk/s/%7Buuid%7D?x=1')
  expect(sagslinkFor('https://sag.example.dk/{uuid}', { nummer: '', id: ID })).toBe(`https://sag.example.dk/${ID}`)
})

test('there is none without a template or a number, nor for a number that could be a person’s', () => {
  const skabelon = 'https://sag.example.dk/{sagsnummer}'
  expect(sagslinkFor(undefined, { nummer: '1', id: ID })).toBeUndefined()
  expect(sagslinkFor(skabelon, { nummer: ' ', id: ID })).toBeUndefined()
  expect(sagslinkFor(skabelon, { nummer: '610180-0021', id: ID })).toBeUndefined()
  expect(sagslinkFor(skabelon, { nummer: 'Sag 6101800021/2', id: ID })).toBeUndefined()
  expect(sagslinkFor('http://sag.example.dk/{uuid}', { nummer: '1', id: ID })).toBeUndefined()
})
