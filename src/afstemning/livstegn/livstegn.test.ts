import { describe, expect, test } from 'vitest'
import { type CvrNummer, parseCvrNummer, tidspunkt } from '#kernel'
import { checkLivstegn, type Kommunetegn, type Livstegn, type Parstand, vurderTegn } from './livstegn.ts'

const KORSBAEK = parseCvrNummer('11111111')!
const BROBYSKOV = parseCvrNummer('22222222')!
const kl = (tid: string) => tidspunkt(`2026-11-22T${tid}:00.000Z`)
const NU = kl('12:00')

const tegn = (felter: Partial<Kommunetegn> = {}): Kommunetegn => ({
  kommune: KORSBAEK,
  vandmaerke: kl('11:55'),
  sendt: 107,
  koe: 0,
  ...felter,
})
const stand = (felter: Partial<Parstand> = {}): Parstand => ({
  modtaget: 100,
  nyeste: kl('11:00'),
  forskydning: 7,
  afstemt: tidspunkt('2026-11-01T12:00:00.000Z'),
  ...felter,
})

describe('what a sign of life proves of a municipality', () => {
  test.each([
    ['all that it takes', {}, {}, undefined],
    ['never reconciled', {}, { forskydning: undefined }, 'AFSTEMNING_MANGLER'],
    ['reconciled 31 days ago to the minute', {}, { afstemt: tidspunkt('2026-10-22T12:00:00.000Z') }, undefined],
    ['reconciled longer ago', {}, { afstemt: tidspunkt('2026-10-22T11:59:59.999Z') }, 'AFSTEMNING_MANGLER'],
    ['something waits to be sent', { koe: 1 }, {}, 'KOE'],
    ['one more sent than counted', { sendt: 108 }, {}, 'ANTAL_FORSKELLIGT'],
    ['one fewer sent than counted', { sendt: 106 }, {}, 'ANTAL_FORSKELLIGT'],
    ['something newer here than the watermark', { vandmaerke: kl('10:59') }, {}, 'VANDMAERKE_FORAELDET'],
    ['the newest here at the watermark itself', { vandmaerke: kl('11:00') }, {}, undefined],
    ['nothing ever delivered', { sendt: 0 }, { modtaget: 0, forskydning: 0, nyeste: undefined }, undefined],
  ])('%s', (_, afTegn, afStand, hvorfor) => {
    expect(vurderTegn(tegn(afTegn), stand(afStand), NU)).toMatchObject({ bevist: hvorfor === undefined, hvorfor })
  })
  test('the answer says what was counted, and what should have been', () => {
    expect(vurderTegn(tegn({ sendt: 110 }), stand(), NU)).toMatchObject({ modtaget: 100, ventet: 103 })
    expect(vurderTegn(tegn(), stand({ forskydning: undefined }), NU).ventet).toBeUndefined()
  })
})

describe('a sign is refused whole', () => {
  const livstegn = (felter: Partial<Livstegn> = {}): Livstegn => ({
    loebenummer: 1,
    tidspunkt: kl('12:00'),
    kommuner: [tegn()],
    naeste: undefined,
    ...felter,
  })
  const kun = (kommune: CvrNummer) => kommune === KORSBAEK
  const mange = Array.from({ length: 201 }, (_, i) => tegn({ kommune: String(10_000_000 + i) as CvrNummer }))
  test.each<[string, Partial<Livstegn>, string | undefined]>([
    ['nothing wrong', {}, undefined],
    ['numbered 0', { loebenummer: 0 }, 'LIVSTEGN_UGYLDIGT'],
    ['numbered beyond what can be counted', { loebenummer: 2 ** 53 }, 'LIVSTEGN_UGYLDIGT'],
    ['a count below 0', { kommuner: [tegn({ sendt: -1 })] }, 'LIVSTEGN_UGYLDIGT'],
    ['no municipality', { kommuner: [] }, 'LIVSTEGN_UGYLDIGT'],
    ['more municipalities than there are', { kommuner: mange }, 'LIVSTEGN_UGYLDIGT'],
    ['the same municipality twice', { kommuner: [tegn(), tegn()] }, 'LIVSTEGN_UGYLDIGT'],
    ['a foreign municipality', { kommuner: [tegn(), tegn({ kommune: BROBYSKOV })] }, 'KOMMUNE_IKKE_AFTALT'],
    ['five minutes ahead', { tidspunkt: kl('12:05') }, undefined],
    ['more than five minutes ahead', { tidspunkt: kl('12:06') }, 'LIVSTEGN_TIDSPUNKT'],
    ['a watermark later than itself', { tidspunkt: kl('11:54') }, 'LIVSTEGN_TIDSPUNKT'],
    ['a next one that is not later', { naeste: kl('12:00') }, 'LIVSTEGN_TIDSPUNKT'],
  ])('%s', (_, felter, afvisning) => {
    expect(checkLivstegn(livstegn(felter), kun, NU)).toBe(afvisning)
  })
})
