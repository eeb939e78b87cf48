import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isFiktivCpr, newUuid, uuid } from '#kernel'
import { IND_REGLER } from '#modtagelse/regler'
import { KILDER, type KORSBAEK } from '../../../test/byggere/websted.ts'
import { ALLE_REGLER } from './afp-regler.ts'
import { brydeligeRegler } from './familie.ts'
import { klargoer, traekPerson } from './klargoer.ts'
import { laesSager, listMapper } from './laes-sager.ts'
import { parseSagsfil } from './sag.ts'

const SAGER = join(import.meta.dirname, 'sager')
const sager = laesSager()
const enkelte = sager.filter(({ familie }) => familie === undefined)

test('there are at least 120 cases in folders of their own, normal and faulty', () => {
  expect(enkelte.length).toBeGreaterThanOrEqual(120)
  expect(new Set(enkelte.map(({ slags }) => slags))).toEqual(new Set(['N', 'F']))
  expect(listMapper().filter((mappe) => !/^[NF]-/.test(mappe))).toEqual([])
})

test('each folder holds its sag.json and the messages that it names, and nothing else', () => {
  for (const mappe of listMapper()) {
    const { trin = [] } = parseSagsfil(mappe, readFileSync(join(SAGER, mappe, 'sag.json'), 'utf8'))
    expect([mappe, readdirSync(join(SAGER, mappe)).sort()]).toEqual([mappe, [...trin.map(({ fil }) => fil), 'sag.json'].sort()])
  }
})

test('a normal case is accepted throughout or ends so, a faulty one is refused somewhere, and points at a right message', () => {
  const normale = new Set(enkelte.filter(({ slags }) => slags === 'N').map(({ navn }) => navn))
  for (const { navn, slags, trin, rigtig } of enkelte) {
    const afvises = trin.some(({ svar }) => svar.some((et) => et.startsWith('afvist') || et.startsWith('http')))
    if (slags === 'F') expect([navn, afvises, normale.has(rigtig ?? '')]).toEqual([navn, true, true])
    else expect([navn, trin.some(({ svar }) => svar.includes('modtaget'))]).toEqual([navn, true])
  }
})

/** Rules that no message of a single sender can show, and why. */
const UDEN_SAG: Readonly<Record<string, string>> = {
  'IND-004': 'it takes another source that owns the object: tried in test/scenarier',
  'IND-018': 'intake answers IND-002 for it',
  'IND-025': 'it takes an object of many megabytes, built up over hundreds of changes',
  'IND-026': 'it takes a broken signature: tried by the tests of the security itself',
  'IND-027': 'it takes a number that could be somebody’s, and no message of ours names one',
  'NOT-181': 'over REST an it-system without a known role is one more, IND-010',
  'NOT-191': 'over REST an it-system without a known role is one more, IND-010',
  'AFT-181': 'over REST an it-system without a known role is one more, IND-010',
  'AFT-191': 'over REST an it-system without a known role is one more, IND-010',
  'EFF-031': 'the message of Ydelsesindeks has no place for it, and over REST its form is IND-016',
}

test('every rule that a message can break has a case, and a case names no rule that does not exist', () => {
  const daekkede = new Set(sager.flatMap(({ regler }) => regler))
  const skal = [...brydeligeRegler(), ...Object.keys(IND_REGLER)].filter((regel) => !(regel in UDEN_SAG))
  expect(skal.filter((regel) => !daekkede.has(regel))).toEqual([])
  expect([...daekkede].filter((regel) => !ALLE_REGLER.has(regel))).toEqual([])
})

test('no message names a number that somebody could have', () => {
  for (const { trin } of sager)
    for (const { besked } of trin)
      for (const [nummer] of besked.matchAll(/(?<=urn:oio:cpr-nr:)\d{10}/g))
        expect([nummer, isFiktivCpr(nummer as never) || nummer === '3202990000']).toEqual([nummer, true])
})

test('a run puts its own objects, persons, system and municipality in place of those of the folders', () => {
  const koersel = { id: newUuid(), system: KILDER.b, kommune: '22222222' as typeof KORSBAEK, kle: { sag: '15.20.04' as never } }
  for (const sag of enkelte) {
    const tekst = klargoer(sag, koersel)
      .trin.map(({ besked }) => besked)
      .join('\n')
    for (const gammel of [/afb00000-/, /b7a1c0de-0000-4000-8000-000000000001/, /27\.36\.04/, /"11111111"/, /8712450017/])
      expect([sag.navn, gammel.test(tekst)]).toEqual([sag.navn, false])
  }
  const [sag] = enkelte
  if (!sag) throw new Error('no case')
  expect(klargoer(sag, koersel)).toEqual(klargoer(sag, koersel))
  expect(klargoer(sag, { ...koersel, id: newUuid() })).not.toEqual(klargoer(sag, koersel))
})

test('the persons of a run are fictive, grown up, and the same when asked again', () => {
  const koersel = uuid('c0ffee00-0000-4000-8000-000000000001')
  for (let nr = 0; nr < 2_000; nr++) {
    const cpr = traekPerson(koersel, `person ${nr}`)
    expect(cpr).toMatch(/^(6[1-9]|7\d|8[0-8])(0[1-9]|1[0-2])[4-9]\d[0-349]\d{3}$/)
  }
  expect(traekPerson(koersel, 'A')).toBe(traekPerson(koersel, 'A'))
})

test.each([
  ['{}', 'sag.json'],
  ['{"om":{"da":"x","en":"x"},"emne":"x","regler":[],"fraVersion":"1.0","kraevesFra":"2026-01-01"}', 'either trin or familie'],
  ['{"om":{"da":"x","en":"x"},"emne":"x","regler":["SAG-8"],"fraVersion":"1.0","kraevesFra":"2026-01-01","trin":[]}', 'sag.json'],
])('a case that is not as it should be stops the test: %s', (tekst, besked) => {
  expect(() => parseSagsfil('N-proeve', tekst)).toThrow(besked)
})
