import { expect, test } from 'vitest'
import { CPR_SKABELONER } from './cpr-skabeloner.ts'
import { createKontrolsaet } from './kontrolsaet.ts'
import { ALLE_NAVNESKABELONER } from './navne.ts'
import { ALLE_RENE_SKABELONER } from './rene.ts'
import { createTitler } from './titler.ts'

const TITLER = createTitler(1)
const med = (etiket: string) => TITLER.filter((titel) => titel.etiket === etiket)

test('the set is as large as was promised, written by hand in many ways, and no title stands in it twice', () => {
  expect(med('cpr').length).toBeGreaterThanOrEqual(600)
  expect(med('navn').length).toBeGreaterThanOrEqual(600)
  expect(med('navn').filter(({ tvetydig }) => tvetydig).length).toBeGreaterThanOrEqual(med('navn').length / 3)
  expect(med('ren').length).toBeGreaterThanOrEqual(1_000)
  expect(new Set(TITLER.map(({ titel }) => titel)).size).toBe(TITLER.length)
  expect(CPR_SKABELONER.length + ALLE_NAVNESKABELONER.length + ALLE_RENE_SKABELONER.length).toBeGreaterThanOrEqual(150)
})

test('the same seed gives the same set, another seed another', () => {
  expect(createTitler(1)).toEqual(TITLER)
  expect(createTitler(2)).not.toEqual(TITLER)
})

test('no number is a real person’s: in each title with a number there are ten digits whose day is above sixty', () => {
  for (const { titel } of med('cpr')) {
    const cifre = titel.normalize('NFKC').replace(/\D/g, '')
    expect(cifre, titel).toMatch(/[6-9]\d(0[1-9]|1[0-2])(\d\d|19\d\d|20\d\d)\d{4}/)
  }
})

test('the second set shares no title with the first, and its numbers are nobody’s', () => {
  const kontrol = createKontrolsaet()
  const foerste = new Set(TITLER.map(({ titel }) => titel))
  expect(kontrol.length).toBeGreaterThan(120)
  for (const { titel, etiket, egen } of kontrol) {
    expect(foerste.has(titel), titel).toBe(false)
    expect(titel === '' || egen === '').toBe(false)
    if (etiket === 'cpr') expect(titel.normalize('NFKC').replace(/\D/g, ''), titel).toMatch(/[6-9]\d\d\d(19)?\d{6}/)
  }
})

test('every title is one line that a case can have, and every field of a template is filled', () => {
  for (const { titel } of TITLER) {
    expect(titel).not.toMatch(/[{}\n]/)
    expect(titel.length).toBeGreaterThan(0)
    expect(titel.length).toBeLessThanOrEqual(255)
  }
})

test('the citizen’s own first name is in no title that is labelled with a third person’s', () => {
  for (const { titel, egen } of med('navn')) expect(titel.toLowerCase()).not.toContain((egen.split(' ')[0] ?? '').toLowerCase())
})
