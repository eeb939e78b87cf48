import { expect, test } from 'vitest'
import { cvrNummer, type KleEmne } from '#kernel'
import { borgertitel } from '../borgertitel.ts'
import { BORGER_EMNER } from '../emner/index.ts'
import { createOrdvalg, INGEN_ORDVALG, kommunensBorgerord, type Ordpost } from './ordvalg.ts'

const KORSBAEK = cvrNummer('11111111')
const NABO = cvrNummer('12345678')
const begge = (tekst: string) => ({ da: tekst, en: `${tekst} (en)` })
const post = (noegle: string, mere: Partial<Ordpost> = {}): Ordpost => ({
  kommune: KORSBAEK,
  slags: 'kle',
  noegle,
  titel: begge(`Vores ord for ${noegle}`),
  forklaring: undefined,
  ...mere,
})
const titelFor = (poster: readonly Ordpost[], kle: string, kommune = KORSBAEK) =>
  kommunensBorgerord(createOrdvalg(poster), kommune, kle as KleEmne).titel.da

test('without a choice every number has the shipped words', () => {
  for (const kle of [...BORGER_EMNER.keys(), '27.36.99' as KleEmne, '27.99.99' as KleEmne, '99.99.99' as KleEmne]) {
    const { titel, forklaring } = borgertitel(kle, 'da')
    const ord = kommunensBorgerord(INGEN_ORDVALG, KORSBAEK, kle)
    expect([ord.titel.da, ord.forklaring.da]).toEqual([titel, forklaring])
  }
})

test('a municipality’s own words stand on its own cases and no other’s', () => {
  expect(titelFor([post('27.36.04')], '27.36.04')).toBe('Vores ord for 27.36.04')
  expect(titelFor([post('27.36.04')], '27.36.04', NABO)).toBe(borgertitel('27.36.04' as KleEmne, 'da').titel)
})

test('the nearest words win: a group’s own do not replace the shipped ones of a number, and stand for a number without any', () => {
  expect(titelFor([post('27.36')], '27.36.04')).toBe(borgertitel('27.36.04' as KleEmne, 'da').titel)
  expect(titelFor([post('27.36')], '27.36.99')).toBe('Vores ord for 27.36')
  expect(titelFor([post('27')], '27.36.99')).toBe(borgertitel('27.36.99' as KleEmne, 'da').titel)
  expect(titelFor([post('27'), post('27.36')], '27.99.99')).toBe('Vores ord for 27')
  expect(titelFor([post('99')], '99.99.99')).toBe('Vores ord for 99')
  expect(titelFor([post('27'), post('27.36'), post('27.36.99')], '27.36.99')).toBe('Vores ord for 27.36.99')
})

test('own words without a sentence of their own keep the shipped sentence', () => {
  const kle = '27.36.04' as KleEmne
  const uden = kommunensBorgerord(createOrdvalg([post(kle)]), KORSBAEK, kle)
  expect(uden.forklaring.da).toBe(borgertitel(kle, 'da').forklaring)
  const med = kommunensBorgerord(createOrdvalg([post(kle, { forklaring: begge('Sådan er det.') })]), KORSBAEK, kle)
  expect(med.forklaring).toEqual(begge('Sådan er det.'))
})

test('a source’s own state is the same with other spaces and capitals; a kind of document is not', () => {
  const ordvalg = createOrdvalg([
    post('Afv.  Læge ', { slags: 'sagsstatus', noegle: 'afv. læge' }),
    post('Rapport', { slags: 'dokumenttype' }),
  ])
  expect(ordvalg.find(KORSBAEK, 'sagsstatus', ' AFV.   læge')).toBeDefined()
  expect(ordvalg.find(KORSBAEK, 'sagsstatus', 'afv læge')).toBeUndefined()
  expect(ordvalg.find(KORSBAEK, 'dokumenttype', 'rapport')).toBeUndefined()
  expect(ordvalg.find(KORSBAEK, 'ydelse', 'afv. læge')).toBeUndefined()
})
