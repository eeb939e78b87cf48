import { beforeAll, describe, expect, test } from 'vitest'
import { tidspunkt, uuid } from '#kernel'
import { createNoegle, hashHemmelighed, hashNoegle } from './hemmelighed.ts'
import { eojKilde } from './kilde.bygger.ts'
import type { KildeMedLegitimation } from './kilde.ts'
import { authenticate, type Legitimation } from './legitimation.ts'

const NOEGLE = createNoegle()
const FINGERAFTRYK = 'c0'.repeat(32)
const GAMMELT = 'c2'.repeat(32)
const UDEN_EMNE = { emne: undefined, gaelderFra: undefined, gaelderTil: undefined }
const uden = { hemmelighed: undefined, udviklingsnoegle: undefined, certifikater: [], noegler: [] }
let kilder: KildeMedLegitimation[]
beforeAll(async () => {
  const hemmelighed = await hashHemmelighed('god-hemmelighed')
  kilder = [
    { kilde: eojKilde({ id: uuid('00000000-0000-4000-8000-0000000000e9'), klientId: undefined }), legitimation: uden },
    {
      kilde: eojKilde(),
      legitimation: {
        hemmelighed,
        udviklingsnoegle: hashNoegle(NOEGLE),
        certifikater: [GAMMELT, FINGERAFTRYK].map((hex) => ({ ...UDEN_EMNE, fingeraftryk: Buffer.from(hex, 'hex') })),
        noegler: [],
      },
    },
  ]
})

const enter = async (legitimation: Legitimation, udvikling = true, hvem = kilder) => {
  const svar = await authenticate(hvem, legitimation, udvikling)
  return svar.ok ? svar.value.navn : svar.afvisning
}

test.each<[string, Legitimation]>([
  ['development key', { udviklingsnoegle: NOEGLE }],
  ['client id and secret', { klientId: 'lindely', hemmelighed: 'god-hemmelighed' }],
  ['certificate', { certifikatFingeraftryk: FINGERAFTRYK }],
  ['other certificate, while one is changed for the next', { certifikatFingeraftryk: GAMMELT }],
])('a source is known by its %s', async (_, legitimation) => {
  expect(await enter(legitimation)).toBe('Lindely Omsorg')
})

test.each<[string, Legitimation]>([
  ['a wrong key', { udviklingsnoegle: `${NOEGLE}x` }],
  ['an empty key', { udviklingsnoegle: '' }],
  ['an endless key', { udviklingsnoegle: 'x'.repeat(513) }],
  ['a wrong secret', { klientId: 'lindely', hemmelighed: 'dårlig' }],
  ['an empty secret', { klientId: 'lindely', hemmelighed: '' }],
  ['an unknown client', { klientId: 'ukendt', hemmelighed: 'god-hemmelighed' }],
  ['an empty client', { klientId: '', hemmelighed: 'god-hemmelighed' }],
  ["another's certificate", { certifikatFingeraftryk: 'c1'.repeat(32) }],
  ['no certificate', { certifikatFingeraftryk: '' }],
])('%s opens nothing', async (_, legitimation) => {
  expect(await enter(legitimation)).toBe('LEGITIMATION_UKENDT')
})

test('a development key is not even tried where development is off', async () => {
  expect(await enter({ udviklingsnoegle: NOEGLE }, false)).toBe('UDVIKLINGSNOEGLE_IKKE_TILLADT')
  expect(await enter({ certifikatFingeraftryk: FINGERAFTRYK }, false)).toBe('Lindely Omsorg')
})

describe('a blocked source', () => {
  const spaerrede = () => kilder.map((led) => ({ ...led, kilde: { ...led.kilde, spaerret: tidspunkt('2026-11-22T12:00:00Z') } }))
  test('is refused by name when it has shown who it is', async () => {
    expect(await enter({ klientId: 'lindely', hemmelighed: 'god-hemmelighed' }, true, spaerrede())).toBe('KILDE_SPAERRET')
    expect(await enter({ udviklingsnoegle: NOEGLE }, true, spaerrede())).toBe('KILDE_SPAERRET')
  })
  test('and nobody else learns that it is blocked', async () => {
    expect(await enter({ klientId: 'lindely', hemmelighed: 'dårlig' }, true, spaerrede())).toBe('LEGITIMATION_UKENDT')
  })
})

test('an unknown client takes as long as a wrong secret', async () => {
  const time = async (klientId: string) => {
    const start = process.hrtime.bigint()
    await enter({ klientId, hemmelighed: 'dårlig' })
    return Number(process.hrtime.bigint() - start)
  }
  const median = (tal: number[]) => tal.toSorted((a, b) => a - b)[Math.floor(tal.length / 2)]!
  const kendt: number[] = []
  const ukendt: number[] = []
  for (let i = 0; i < 5; i++) {
    kendt.push(await time('lindely'))
    ukendt.push(await time('ukendt'))
  }
  // Without the work for an unknown client the ratio is about a thousand.
  expect(median(kendt) / median(ukendt)).toBeLessThan(5)
})
