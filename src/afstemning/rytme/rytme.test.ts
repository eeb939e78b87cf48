import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt } from '#kernel'
import { isArbejdsdag } from '#platform/clock'
import { type Livsgrundlag, laerRytme, vurderForsinkelse } from './index.ts'

const TIME = 3_600_000
const toTid = (ms: number) => tidspunkt(new Date(ms))
/** In Danish winter time. */
const kl = (dag: string, klokken: string) => tidspunkt(new Date(Date.parse(`${dag}T${klokken}:00+01:00`)))

/** Signs by the hours of the day on which `lever` says that the source speaks, from the end of summer time to Friday the 20th of November 2026. */
function signs(lever: (dag: string) => readonly string[]): Tidspunkt[] {
  const dage = Array.from({ length: 26 }, (_, i) => toTid(Date.UTC(2026, 9, 26 + i)).slice(0, 10))
  return dage.flatMap((dag) => lever(dag).map((klokken) => kl(dag, klokken)))
}
const timer = (fra: number, til: number) =>
  Array.from({ length: til - fra + 1 }, (_, i) => `${String(fra + i).padStart(2, '0')}:10`)

const hverTimeOmDagen = laerRytme(signs((dag) => (isArbejdsdag(dag) ? timer(7, 17) : [])))
const hverTimeDoegnet = laerRytme(signs(() => timer(0, 23)))
const hverNat = laerRytme(signs((dag) => (isArbejdsdag(dag) ? ['02:00', '02:20'] : [])))

const vurder = (rytme: Livsgrundlag['rytme'], senest: Tidspunkt, nu: Tidspunkt, aftaltTimer = 24) =>
  vurderForsinkelse({ rytme, aftaltTimer, senest }, nu)

describe('a source that speaks every hour by day and rests in the weekend', () => {
  test('is late on Tuesday afternoon when it has been silent since noon', () => {
    const svar = vurder(hverTimeOmDagen, kl('2026-11-17', '12:10'), kl('2026-11-17', '14:00'))
    expect(svar).toMatchObject({ forsinket: true, af: 'laert', siden: kl('2026-11-17', '13:40') })
  })
  test('is not late on Sunday, and is on Monday when it has not begun again', () => {
    const fredag = kl('2026-11-20', '17:10')
    expect(vurder(hverTimeOmDagen, fredag, kl('2026-11-22', '20:00')).forsinket).toBe(false)
    expect(vurder(hverTimeOmDagen, fredag, kl('2026-11-23', '07:30')).forsinket).toBe(false)
    expect(vurder(hverTimeOmDagen, fredag, kl('2026-11-23', '09:00'))).toMatchObject({ forsinket: true, af: 'laert' })
  })
  test('is not late in the night, also where it is agreed to speak every third hour', () => {
    const svar = vurder(hverTimeOmDagen, kl('2026-11-17', '17:10'), kl('2026-11-18', '07:20'), 3)
    expect(svar.forsinket).toBe(false)
    expect(vurder(undefined, kl('2026-11-17', '17:10'), kl('2026-11-18', '07:20'), 3).forsinket).toBe(true)
  })
  test('is not late on juleaften, which is a Thursday', () => {
    expect(vurder(hverTimeOmDagen, kl('2026-12-23', '17:10'), kl('2026-12-27', '20:00')).forsinket).toBe(false)
  })
})

test('one that speaks every hour always is late on a Sunday too', () => {
  expect(vurder(hverTimeDoegnet, kl('2026-11-22', '03:10'), kl('2026-11-22', '06:00'))).toMatchObject({
    forsinket: true,
    af: 'laert',
  })
})

test('one that delivers on nights before working days is late when the night has passed without', () => {
  expect(vurder(hverNat, kl('2026-11-20', '02:20'), kl('2026-11-22', '20:00')).forsinket).toBe(false)
  expect(vurder(hverNat, kl('2026-11-17', '02:20'), kl('2026-11-18', '01:30')).forsinket).toBe(false)
  expect(vurder(hverNat, kl('2026-11-17', '02:20'), kl('2026-11-18', '20:00')).forsinket).toBe(true)
})

test('one that speaks every five minutes and begins late in the morning is not late each morning; nor is a day of outage a habit', () => {
  const hver5 = (fra: number, til: number) =>
    timer(fra, til).flatMap((time) => [0, 1, 2, 3, 4, 5].map((i) => `${time.slice(0, 3)}${i}5`))
  const rytme = laerRytme(signs((dag) => (isArbejdsdag(dag) ? hver5(dag === '2026-11-04' ? 15 : 8, 17) : [])))
  expect(vurder(rytme, kl('2026-11-17', '17:55'), kl('2026-11-18', '08:20')).forsinket).toBe(false)
  expect(vurder(rytme, kl('2026-11-17', '11:00'), kl('2026-11-17', '13:00'))).toMatchObject({ forsinket: true, af: 'laert' })
})

test('without enough to learn of, what is agreed counts, in every hour', () => {
  expect(laerRytme(signs((dag) => (dag > '2026-11-08' ? timer(0, 23) : [])))).toBeUndefined()
  expect(laerRytme(signs((dag) => (dag.endsWith('5') ? ['08:00'] : [])))).toBeUndefined()
  const svar = vurder(undefined, kl('2026-11-20', '12:00'), kl('2026-11-21', '19:00'))
  expect(svar).toMatchObject({ forsinket: true, af: 'aftale', siden: kl('2026-11-21', '18:00') })
})

test('a promise is held to, with a quarter more, and never reaches beyond what is agreed', () => {
  const senest = kl('2026-11-17', '12:00')
  const med = (lovet: Tidspunkt, nu: Tidspunkt) =>
    vurderForsinkelse({ rytme: hverTimeOmDagen, aftaltTimer: 24, senest, lovet }, nu)
  expect(med(kl('2026-11-17', '16:00'), kl('2026-11-17', '17:00')).forsinket).toBe(false)
  expect(med(kl('2026-11-17', '16:00'), kl('2026-11-17', '17:01'))).toMatchObject({ forsinket: true, af: 'lovet' })
  expect(med(kl('2027-11-17', '16:00'), kl('2026-11-18', '18:01'))).toMatchObject({ forsinket: true, af: 'aftale' })
  expect(med(kl('2026-11-16', '16:00'), kl('2026-11-17', '12:06')).forsinket).toBe(true)
})

test('a source that was never heard is late', () => {
  const nu = kl('2026-11-17', '12:00')
  expect(vurderForsinkelse({ rytme: undefined, aftaltTimer: 24, senest: undefined }, nu)).toEqual({
    forsinket: true,
    siden: undefined,
    frist: nu,
    af: 'aftale',
  })
})

const tid = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 1) }).map(toTid)

test('whatever is learned or promised, nobody is waited for longer than what is agreed and six days off', () => {
  const tider = fc.array(tid, { minLength: 30, maxLength: 100 })
  fc.assert(
    fc.property(
      tider,
      tid,
      fc.integer({ min: 1, max: 200 }),
      fc.option(tid, { nil: undefined }),
      (egne, senest, aftaltTimer, lovet) => {
        const rytme = laerRytme(egne)
        const { frist } = vurderForsinkelse({ rytme, aftaltTimer, senest, lovet }, senest)
        const om = Date.parse(frist) - Date.parse(senest)
        expect(om).toBeGreaterThan(0)
        expect(om).toBeLessThanOrEqual(aftaltTimer * 1.25 * TIME + 144 * TIME)
        const udenLaert = vurderForsinkelse({ rytme: undefined, aftaltTimer, senest, lovet }, senest).frist
        if (rytme === undefined) expect(frist).toBe(udenLaert)
      },
    ),
    { seed: 20261122, numRuns: 50 },
  )
})

test('a later sign never makes a source late earlier, and the order of the signs tells nothing', () => {
  fc.assert(
    fc.property(tid, fc.integer({ min: 0, max: 100 * TIME }), fc.integer({ min: 1, max: 100 }), (senest, mere, aftaltTimer) => {
      const frist = (led: Tidspunkt) => vurderForsinkelse({ rytme: hverTimeOmDagen, aftaltTimer, senest: led }, senest).frist
      expect(frist(toTid(Date.parse(senest) + mere)) >= frist(senest)).toBe(true)
    }),
    { seed: 20261122, numRuns: 300 },
  )
  const tegn = signs((dag) => (isArbejdsdag(dag) ? timer(7, 17) : []))
  expect(laerRytme(tegn.toReversed())).toEqual(hverTimeOmDagen)
  expect(hverTimeOmDagen).toEqual({ dag: TIME, aften: 'stille', fridag: 'stille' })
})
