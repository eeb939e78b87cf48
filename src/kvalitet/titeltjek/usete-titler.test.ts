import { describe, expect, test } from 'vitest'
import { checkBlokerende } from './index.ts'

const KONTEKST = { art: 'sag', egneNavne: ['Ulla Hansen'], kendteNavne: [] } as const
const fundne = (tekst: string): string[] => checkBlokerende(tekst, KONTEKST).map(({ fra, til }) => tekst.slice(fra, til))

// Every number here has day + 60 and belongs to nobody.
describe('a number is one whatever stands beside it', () => {
  test.each([
    ['20240131-610180-1234', '610180-1234'],
    ['20240131-6101801234.pdf', '6101801234'],
    ['6101801234/620280-1234', '6101801234 620280-1234'],
    ['Brev til 6101801234og datter', '6101801234'],
    ['DK6101801234', '6101801234'],
    ['610119801234', '610119801234'],
    ['61.01.1980 1234 mødte op', '61.01.1980 1234'],
    ['Kvittering 6101801234', '6101801234'],
    ['P-nr. 610180-1234', '610180-1234'],
    ['Faktura 610180-1234', '610180-1234'],
    ['født 610180 og 1234', '610180 og 1234'],
    ['P-nr. 1003456789 6101801234', '6101801234'],
    ['15.20.02-61 01 80 1234', '61 01 80 1234'],
    ['61 01 80 12 34 1-14', '61 01 80 12 34'],
  ])('%s', (tekst, numre) => {
    expect(fundne(tekst).join(' ')).toBe(numre)
  })
})

describe('what a label, a clock or a calendar explains is none', () => {
  test.each([
    'Møde 01.01.2010 1430',
    'Møde 01.01.2010 2011',
    'Udbetalt 01.01.2010 4500 kr.',
    'Scan 010120101430',
    'født 010180, indskrevet 1999',
    'Periode 3.5.23-04-06-2021',
    'Bevilling 17/12-22 - 04.08.2022',
    'Version 10.04.20.1234',
    'Sags-id 0101801234',
    'Tilbud nr. 0101801234',
    'Kvittering nr. 0101801234',
    'Faktura 0101801234',
    'P-nr. 0101801234',
    'P-nr. 1003456789, 1003456790',
    'Parkeringsafgift 0101801234',
    'KB-6101801234',
    '6101801234k',
  ])('%s', (tekst) => {
    expect(fundne(tekst)).toEqual([])
  })
})

describe('a name is one after what is written about people', () => {
  test.each([
    ['Storebror Juni flytter', 'Juni'],
    ['Opkald fra Maj', 'Maj'],
    ['Samvær Perle og mor', 'Perle'],
    ['Familie Holm', 'Holm'],
    ['Status Dag', 'Dag'],
    ['Livs trivsel', 'Livs'],
    ['Besøg af Rose 4 mdr.', 'Rose'],
    ['opfølgning bo holm', 'bo holm'],
    ['Poulsen & Jensen', 'Poulsen Jensen'],
    ['Otto-sagen', 'Otto'],
  ])('%s', (tekst, navn) => {
    expect(fundne(tekst).join(' ')).toBe(navn)
  })
})

describe('what is called after somebody is nobody', () => {
  test.each([
    'Poulsen & Jensen A/S',
    'Poulsen & Jensen ApS, tilbud',
    'Otto-motor',
    'Mortens aften',
    'Byggesag Alfred Qorvins Gade 3',
    'Åben Dag',
    'Rapport for maj',
  ])('%s', (tekst) => {
    expect(fundne(tekst)).toEqual([])
  })
})
