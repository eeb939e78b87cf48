import { expect, test } from 'vitest'
import { createTitler } from '../titler/titler.ts'
import { CPR_LINJER } from './cpr-linjer.ts'
import { chooseHalvdel } from './halvdele.ts'
import { NAVNE_LINJER } from './navne-linjer.ts'
import { RENE_LINJER } from './rene-linjer.ts'
import { createTitlerB } from './titler-b.ts'

const TITLER = createTitlerB(1)
const med = (etiket: string) => TITLER.filter((titel) => titel.etiket === etiket)

test('the second set is as large as the first, and written by hand in as many ways as was promised', () => {
  expect(med('cpr').length).toBeGreaterThanOrEqual(600)
  expect(med('navn').length).toBeGreaterThanOrEqual(600)
  expect(med('navn').filter(({ tvetydig }) => tvetydig).length).toBeGreaterThanOrEqual(med('navn').length / 3.1)
  expect(med('ren').length).toBeGreaterThanOrEqual(1_000)
  expect([CPR_LINJER.length, NAVNE_LINJER.length].every((antal) => antal >= 150)).toBe(true)
  expect(RENE_LINJER.length).toBeGreaterThanOrEqual(300)
})

test('the same seed gives the same set, another seed another, and the two sets share nothing of a third person', () => {
  expect(createTitlerB(1)).toEqual(TITLER)
  expect(createTitlerB(2)).not.toEqual(TITLER)
  const foerste = new Set(createTitler(1).map(({ titel }) => titel))
  expect(TITLER.filter(({ titel, etiket }) => etiket !== 'ren' && foerste.has(titel))).toEqual([])
})

test('a template stands in one half, and the halves are about as large', () => {
  const linjer = [...CPR_LINJER, ...NAVNE_LINJER, ...RENE_LINJER]
  const foerste = linjer.filter((linje) => chooseHalvdel(linje) === 'udvikling').length
  expect(foerste / linjer.length).toBeGreaterThan(0.45)
  expect(foerste / linjer.length).toBeLessThan(0.55)
})

test('no number is a real person’s: its day is above sixty', () => {
  for (const { titel } of med('cpr')) {
    const cifre = titel.normalize('NFKC').replace(/\D/g, '')
    expect(cifre, titel).toMatch(/[6-8]\d(0[1-9]|1[0-2])(\d\d|19\d\d|20\d\d)\d{4}|[6-8]\d(0[1-9]|1[0-2])\d\d[6-8]\d/)
  }
})

test('every field is filled, and nothing of the citizen’s own name is in a title with a third person’s', () => {
  for (const { titel } of TITLER) expect(titel).not.toMatch(/[{}\n]/)
  for (const { titel, egen } of med('navn'))
    for (const navn of egen.split(' ')) expect(titel.toLowerCase()).not.toContain(navn.toLowerCase())
})
