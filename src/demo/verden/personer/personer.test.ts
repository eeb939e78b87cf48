import { expect, test } from 'vitest'
import { alder, type CprNummer, foedselsdato, isFiktivCpr, tidspunkt } from '#kernel'
import { createVerden } from '../verden.ts'
import { fiktivCpr, foedselOgCpr, MAX_BORGERE } from './cpr.ts'
import type { Person } from './person.ts'

const nu = tidspunkt('2026-11-22T09:30:00Z')
const idag = '2026-11-22'
const verden = createVerden({ seed: 7, borgere: 6000, nu })
const personer = [...verden.personer()]
const efterCpr = new Map<CprNummer, Person>(personer.map((person) => [person.cpr, person]))
const aar = (person: Person): number => alder(person.foedt, idag)

test('every number is fictive, says the day of birth, and belongs to one person', () => {
  expect(efterCpr.size).toBe(personer.length)
  for (const { cpr, foedt } of personer) {
    expect(isFiktivCpr(cpr)).toBe(true)
    expect(foedselsdato(cpr)).toBe(foedt)
  }
})

test('exactly the citizens asked for, beside those with a story', () => {
  const navngivne = [...createVerden({ seed: 7, borgere: 0, nu }).personer()]
  expect(personer.length - navngivne.length).toBe(6000)
  expect(navngivne.length).toBeGreaterThan(12)
})

test('numbers never repeat across the whole range, whatever the ages', () => {
  // A stride through all ordinals that meets each day of the year and many slots, with ages that collide on purpose.
  const set = new Set<string>()
  let antal = 0
  for (let i = 0; i < MAX_BORGERE; i += 37) {
    set.add(foedselOgCpr(3, i, 30 + (i % 3), i % 2 === 0 ? 'kvinde' : 'mand', idag).cpr)
    antal++
  }
  expect(set.size).toBe(antal)
  expect(() => foedselOgCpr(3, MAX_BORGERE, 30, 'mand', idag)).toThrow(RangeError)
})

test('a person is as old as was asked for, on the day before and after the birthday', () => {
  for (const dag of ['2026-01-01', '2026-06-30', '2026-12-31'])
    for (let i = 0; i < 800; i++) expect(alder(foedselOgCpr(1, i, 42, 'mand', dag).foedt, dag)).toBe(42)
})

test('test persons have slots that generated citizens never get', () => {
  expect(() => fiktivCpr('1930-05-05', 2500, 'mand')).toThrow(RangeError)
  expect(fiktivCpr('1988-03-14', 1, 'mand')).toBe('7403880003')
})

test('ages run from infants to the very old, and nobody is born in the future', () => {
  const aldre = personer.map(aar)
  expect(Math.min(...aldre)).toBe(0)
  expect(Math.max(...aldre)).toBeGreaterThan(88)
  expect(Math.max(...aldre)).toBeLessThanOrEqual(95)
  expect(aldre.filter((en) => en < 18).length / aldre.length).toBeGreaterThan(0.12)
})

test('parents and children know each other, and every parent is at least eighteen years older', () => {
  const boern = personer.filter(({ foraeldre }) => foraeldre.length > 0)
  expect(boern.length).toBeGreaterThan(600)
  for (const barn of boern)
    for (const foraelder of barn.foraeldre.map((cpr) => efterCpr.get(cpr)!)) {
      expect(foraelder.boern).toContain(barn.cpr)
      expect(aar(foraelder) - aar(barn)).toBeGreaterThanOrEqual(18)
    }
  for (const person of personer) for (const barn of person.boern) expect(efterCpr.get(barn)!.foraeldre).toContain(person.cpr)
})

test("a child's custody holders are adults and its parents; each child under eighteen with parents has one today", () => {
  for (const barn of personer)
    for (const { barn: om, indehaver, fra, til } of barn.foraeldremyndighed) {
      expect(om).toBe(barn.cpr)
      expect(barn.foraeldre).toContain(indehaver)
      expect(aar(efterCpr.get(indehaver)!)).toBeGreaterThanOrEqual(18)
      expect(fra).toBe(barn.foedt)
      if (til !== null) expect(til > fra && til <= idag).toBe(true)
    }
  for (const barn of personer.filter((person) => person.foraeldre.length > 0)) {
    const nu = barn.foraeldremyndighed.filter(({ til }) => til === null)
    if (aar(barn) < 18) expect(nu.length).toBeGreaterThan(0)
    else expect(nu).toEqual([])
  }
})

test('all kinds of family are there: couples with custody, single parents, two homes, a parent without custody, one who lost it', () => {
  const unge = personer.filter((person) => aar(person) < 18 && person.foraeldre.length > 0)
  const aktuelle = (barn: Person) => barn.foraeldremyndighed.filter(({ til }) => til === null).length
  expect(unge.some((barn) => barn.foraeldre.length === 2 && aktuelle(barn) === 2)).toBe(true)
  expect(unge.some((barn) => barn.foraeldre.length === 1)).toBe(true)
  expect(unge.some((barn) => barn.foraeldre.length === 2 && barn.foraeldremyndighed.length === 1)).toBe(true)
  expect(unge.some((barn) => barn.foraeldremyndighed.some(({ til }) => til !== null))).toBe(true)
  expect(unge.some((barn) => efterCpr.get(barn.foraeldre[0]!)!.boern.length > 1)).toBe(true)
})

test('some moved between the two municipalities; homes follow each other without a gap', () => {
  const flyttede = personer.filter(({ bopael }) => bopael.length > 1)
  expect(flyttede.length).toBeGreaterThan(100)
  for (const { bopael, kommune, foedt } of personer) {
    expect(bopael[0]!.fra).toBe(foedt)
    expect(bopael.at(-1)).toMatchObject({ kommune, til: null })
    for (const [n, hjem] of bopael.slice(1).entries()) expect(bopael[n]!.til).toBe(hjem.fra)
  }
  expect(new Set(personer.map(({ kommune }) => kommune.kode))).toEqual(new Set(['0000', '0001']))
  expect(personer.filter(({ adressebeskyttet }) => adressebeskyttet).length).toBeGreaterThan(20)
})
