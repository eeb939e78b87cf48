import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { BROBYSKOV, KOMMUNER, KORSBAEK, kommuneMedCvr, kommuneMedKode, myndighedsnavn, UDBETALING_DANMARK } from './kommuner.ts'
import { REGIONER } from './region.ts'

const virkelige = KOMMUNER.filter((kommune) => !kommune.fiktiv)

/** CVR's check digit: weights 2 7 6 5 4 3 2 1, sum divisible by 11. */
const passesMod11 = (cvr: string): boolean =>
  [2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, vaegt, i) => sum + vaegt * Number(cvr[i]), 0) % 11 === 0

test('there are 98 real municipalities and two fictional ones, each with a code and a CVR number of its own', () => {
  expect(virkelige).toHaveLength(98)
  expect(KOMMUNER.filter((kommune) => kommune.fiktiv)).toEqual([KORSBAEK, BROBYSKOV])
  expect(new Set(KOMMUNER.map((kommune) => kommune.kode)).size).toBe(100)
  expect(new Set([...KOMMUNER.map((kommune) => kommune.cvr), UDBETALING_DANMARK.cvr]).size).toBe(101)
})

test('every real number passes CVR’s check digit; the fictional ones do not, so they can be no one’s', () => {
  expect(virkelige.filter((kommune) => !passesMod11(kommune.cvr))).toEqual([])
  expect([KORSBAEK, BROBYSKOV].filter((kommune) => passesMod11(kommune.cvr))).toEqual([])
  expect(passesMod11(UDBETALING_DANMARK.cvr)).toBe(true)
})

test('a municipality is found by CVR number and by code, in the list’s own order of codes', () => {
  for (const kommune of KOMMUNER) {
    expect(kommuneMedCvr(kommune.cvr)).toBe(kommune)
    expect(kommuneMedKode(kommune.kode)).toBe(kommune)
    expect(kommune.kode).toMatch(/^\d{4}$/)
  }
  expect(kommuneMedKode('751')).toBeUndefined()
  expect(kommuneMedCvr(UDBETALING_DANMARK.cvr)).toBeUndefined()
})

test('each region has its municipalities: 29, 17, 22, 19 and 11 of the real ones', () => {
  const antal = Map.groupBy(virkelige, ({ region }) => region)
  expect(REGIONER.map((region) => antal.get(region)?.length)).toEqual([29, 17, 22, 19, 11, undefined])
  const iRegion = (region: string) => virkelige.filter((en) => en.region === region).map(({ kortnavn }) => kortnavn)
  expect(iRegion('nordjylland').sort()).toEqual(
    'Aalborg Brønderslev Frederikshavn Hjørring Jammerbugt Læsø Mariagerfjord Morsø Rebild Thisted Vesthimmerlands'.split(' '),
  )
  expect(iRegion('hovedstaden')).toContain('Bornholm')
  expect(iRegion('sjaelland')).toContain('Roskilde')
  expect(iRegion('syddanmark')).toContain('Vejle')
})

test.each([
  ['64942212', 'Københavns Kommune'],
  ['26696348', 'Bornholms Regionskommune'],
  ['29189420', 'Aalborg Kommune'],
  ['11111111', 'Korsbæk Kommune'],
  ['12345678', 'Brobyskov Kommune'],
  ['33236239', 'Udbetaling Danmark'],
  ['19435075', undefined],
])('%s is %s', (cvr, navn) => {
  expect(myndighedsnavn(cvrNummer(cvr))).toBe(navn)
})

const REGISTER = new URL('../../../shared/data/kommuner-98.json', import.meta.url)

test.skipIf(!existsSync(REGISTER))(
  'codes, names and CVR numbers are the public registers’ (needs the list beside the checkout)',
  () => {
    const { kommuner }: { kommuner: { kommunekode: string; navn: string; cvr: string }[] } = JSON.parse(
      readFileSync(REGISTER, 'utf8'),
    )
    expect(virkelige.map(({ kode, kortnavn, cvr }) => ({ kommunekode: kode, navn: kortnavn, cvr }))).toEqual(kommuner)
  },
)
