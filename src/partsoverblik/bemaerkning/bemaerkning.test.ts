import { expect, test } from 'vitest'
import { newUuid } from '#kernel'
import {
  type Bemaerkning,
  type Bemaerkningsoenske,
  gaeldende,
  gaelder,
  naesteGennemgang,
  parseBegrundelse,
  parseBemaerkning,
} from './bemaerkning.ts'

const IDAG = '2026-11-22'
const TOLK: Bemaerkningsoenske = { slags: 'tolk', tekst: 'Arabisk', detalje: '', begrundelse: '', fra: '', til: '' }
const OBS: Bemaerkningsoenske = {
  ...TOLK,
  slags: 'obsAdfaerd',
  tekst: 'Truede en medarbejder',
  begrundelse: 'Borgeren kastede en stol den 20. november.',
}

test.each<[string, Bemaerkningsoenske, string]>([
  ['no kind', { ...TOLK, slags: '' }, 'SLAGS_MANGLER'],
  ['a kind that is none', { ...TOLK, slags: 'constructor' }, 'SLAGS_MANGLER'],
  ['no text', { ...TOLK, tekst: ' ' }, 'TEKST_UGYLDIG'],
  ['two lines', { ...TOLK, tekst: 'Ara\nbisk' }, 'TEKST_UGYLDIG'],
  ['a CPR number', { ...TOLK, tekst: 'Tolk for 611290-1234' }, 'TEKST_UGYLDIG'],
  ['too long', { ...TOLK, tekst: 'å'.repeat(201) }, 'TEKST_UGYLDIG'],
  ['a ban without a place', { ...OBS, slags: 'opholdsforbud' }, 'DETALJE_UGYLDIG'],
  ['a representative without a contact', { ...TOLK, slags: 'partsrepraesentant' }, 'DETALJE_UGYLDIG'],
  ['caution without a reason', { ...OBS, begrundelse: 'Fordi' }, 'BEGRUNDELSE_MANGLER'],
  ['caution for more than a year', { ...OBS, til: '2027-11-23' }, 'FOR_LAENGE'],
  ['caution that is over', { ...OBS, fra: '2025-11-22' }, 'PERIODE_UGYLDIG'],
  ['no day', { ...TOLK, fra: '2026-02-30' }, 'PERIODE_UGYLDIG'],
  ['an end before the start', { ...TOLK, fra: '2027-01-01', til: '2026-12-31' }, 'PERIODE_UGYLDIG'],
  ['an end that is past', { ...TOLK, fra: '2026-11-01', til: '2026-11-22' }, 'PERIODE_UGYLDIG'],
  ['far away', { ...TOLK, fra: '2030-01-01' }, 'PERIODE_UGYLDIG'],
])('%s is refused', (_, oenske, afvisning) => {
  expect(parseBemaerkning(oenske, IDAG)).toEqual({ ok: false, afvisning })
})

test('what does not work against the citizen may stand without an end and without a reason', () => {
  const ny = {
    slags: 'tolk',
    tekst: 'Arabisk',
    detalje: '',
    begrundelse: '',
    fra: IDAG,
    til: undefined,
    gennemgaasSenest: undefined,
  }
  expect(parseBemaerkning(TOLK, IDAG)).toEqual({ ok: true, value: ny })
})

test('caution and bans end after a year at most, and are looked at within half of it', () => {
  const svar = parseBemaerkning(OBS, IDAG)
  expect(svar).toMatchObject({ ok: true, value: { til: '2027-11-22', gennemgaasSenest: '2027-05-24' } })
  expect(parseBemaerkning({ ...OBS, til: '24-12-2026' }, IDAG)).toMatchObject({
    ok: true,
    value: { til: '2026-12-24', gennemgaasSenest: '2026-12-24' },
  })
  expect(naesteGennemgang('2027-05-20', { fra: IDAG, til: '2027-11-22' })).toBe('2027-11-19')
  expect(naesteGennemgang('2027-06-20', { fra: IDAG, til: '2027-11-22' })).toBe('2027-11-22')
  expect(naesteGennemgang(IDAG, { fra: '2027-09-24', til: '2028-09-23' })).toBe('2028-03-25')
})

const bemaerkning = (felter: Partial<Bemaerkning>): Bemaerkning => ({
  id: newUuid(),
  slags: 'tolk',
  tekst: 'x',
  detalje: '',
  begrundelse: '',
  fra: '2026-01-01',
  til: undefined,
  gennemgaasSenest: undefined,
  satAf: 'Ulla',
  sat: '2026-01-01',
  ...felter,
})

test.each<[string, Partial<Bemaerkning>, boolean]>([
  ['from its first day', { fra: IDAG }, true],
  ['not before it', { fra: '2026-11-23' }, false],
  ['not on its last day, which is exclusive', { til: IDAG }, false],
  ['until it', { til: '2026-11-23' }, true],
  ['not when nobody has looked at it in time', { til: '2027-01-01', gennemgaasSenest: IDAG }, false],
])('holds %s', (_, felter, svar) => {
  expect(gaelder(bemaerkning(felter), IDAG)).toBe(svar)
  expect(gaeldende([bemaerkning(felter)], IDAG)).toHaveLength(svar ? 1 : 0)
})

test('what matters to one’s own safety comes first', () => {
  const alle = (['partsrepraesentant', 'tolk', 'opholdsforbud', 'obsAdfaerd'] as const).map((slags) => bemaerkning({ slags }))
  expect(gaeldende(alle, IDAG).map(({ slags }) => slags)).toEqual(['obsAdfaerd', 'opholdsforbud', 'tolk', 'partsrepraesentant'])
})

test.each([
  ['Fordi', 'Fordi'],
  ['nej', undefined],
  ['Se 611290-1234', undefined],
  ['a\u0000bcdef', undefined],
])('the reason %j is kept as %j', (tekst, svar) => {
  expect(parseBegrundelse(tekst)).toBe(svar)
})
