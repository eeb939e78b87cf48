import { expect, test } from 'vitest'
import { type Foelsomhed, type Tidspunkt, tidspunkt, type Virkning } from '#kernel'
import { type Adgangsskive, addNumre, clipSkiver, keepEgne, toSkiver } from './skiver.ts'

const kl = (minut: number): Tidspunkt => tidspunkt(new Date(Date.UTC(2026, 0, 1) + minut * 60_000))
const ms = (minut: number): number => Date.parse(kl(minut))
const tid = (fra: number, til?: number): { readonly virkning: Virkning } => ({
  virkning: { fra: kl(fra), til: til === undefined ? null : kl(til) },
})
const foelsomt = (foelsomhed: Foelsomhed, fra: number, til?: number) => ({ foelsomhed, ...tid(fra, til) })
const uden = (skiver: readonly Adgangsskive[]) => skiver.map(({ t, x, ...resten }) => resten)

test('a stretch ends where the next begins, its end is not in it, and what is alike is one', () => {
  const skiver = toSkiver({
    foelsomhed: [
      foelsomt('FOELSOMME_PERSONOPLYSNINGER', 20),
      foelsomt('FORTROLIGE_PERSONOPLYSNINGER', 10, 20),
      foelsomt('FORTROLIGE_PERSONOPLYSNINGER', 0, 10),
      foelsomt('IKKE_FORTROLIGE_DATA', 5, 15),
    ],
  })
  expect(skiver).toEqual([
    { t: ms(0), x: ms(20), f: 1 },
    { t: ms(20), f: 2 },
  ])
})

test('lists that read alike when put together are not taken for one another', () => {
  const skiver = toSkiver({
    profil: [
      { ref: 'urn:a', ...tid(0, 10) },
      { ref: 'urn:b', ...tid(0, 10) },
      { ref: 'urn:a,urn:b', ...tid(10) },
    ],
  })
  expect(uden(skiver)).toEqual([{ p: ['urn:a', 'urn:b'] }, { p: ['urn:a,urn:b'] }])
})

test.each([
  ['units that come and go beside a long list', 900, 900],
  ['very many lists one after another', 4_000, 10],
  ['a list so long that no row can hold it', 20, 4_000],
])('%s: nobody sees the thing, and no row grows by it', (_, enheder, navne) => {
  const ejer = { cvr: '11111111', ...tid(0) } as never
  const skiver = toSkiver({
    ejere: [ejer],
    kler: [{ kle: '27.36.04', ...tid(0) }],
    foelsomhed: [foelsomt('IKKE_FORTROLIGE_DATA', 0)],
    enheder: Array.from({ length: enheder }, (_, nr) => ({ enhed: `urn:enhed:${nr}`, ...tid(nr * 2, nr * 2 + 1) })),
    profil: Array.from({ length: navne }, (_, nr) => ({ ref: `urn:navn:${nr}`, ...tid(0) })),
  })
  for (const afledt of [skiver, keepEgne(skiver), clipSkiver(skiver, [tid(5).virkning])])
    expect(uden(afledt)).toEqual([{ p: [''] }])
  expect(uden(addNumre(skiver, [{ kle: '27.36.04', ...tid(0) }])).every(({ e, p }) => e === undefined && p?.[0] === '')).toBe(
    true,
  )
})

test('a case with as many units and as long a list as cases have is as it was', () => {
  const skiver = toSkiver({
    enheder: Array.from({ length: 40 }, (_, nr) => ({ enhed: `urn:enhed:${nr}`, ...tid(nr, nr + 1) })),
    profil: Array.from({ length: 200 }, (_, nr) => ({ ref: `urn:navn:${nr}`, ...tid(0) })),
  })
  expect(skiver).toHaveLength(41)
  expect(skiver.every(({ p }) => p?.length === 200)).toBe(true)
})
