import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newUuid, tidspunkt, type Uuid, uuid } from '#kernel'
import { FUNDKODER } from '#kvalitet/titeltjek'
import type { KleKonfiguration } from '#visning'
import { version } from '../../../test/byggere/konfiguration.ts'
import { findBehov, type Titelsted, titlerFra } from './behov.ts'
import { SKABELONER } from './plantede.data.ts'
import { artOfSkabelon, chooseSkabelon, isFundet, isTurnForPlantet } from './plantede.ts'
import { mayReview } from './ret.naiv.ts'
import { readRet } from './ret.ts'
import { drawSample } from './stikproeve.naiv.ts'
import { drawNumber } from './stikproeve.ts'
import { HOEJST_SEKUNDER, minutesLeft, secondsFor } from './tid-tilbage.ts'
import { groupPlantede } from './web/leder.view.ts'
import { koeSti } from './web/stier.ts'
import { gennemgangDa } from './web/texts/da.ts'
import { gennemgangEn } from './web/texts/en.ts'
import { markedText } from './web/titeldel.ts'

describe('who may review what', () => {
  const ret = (kle: readonly string[], enheder: readonly string[]) => ({ kle, enheder }) as never
  test.each([
    ['nothing given is nothing', [], '27.36.04', 'a', false],
    ['none of either is all', [ret([], [])], '27.36.04', 'a', true],
    ['a hovedgruppe', [ret(['27'], [])], '27.36.04', 'a', true],
    ['a group', [ret(['27.36'], [])], '27.36.04', 'a', true],
    ['another group', [ret(['27.35'], [])], '27.36.04', 'a', false],
    ['27.3 is no part of 27.36', [ret(['27.3'], [])], '27.36.04', 'a', false],
    ['no number is of none', [ret(['27'], [])], '', 'a', false],
    ['the unit', [ret([], ['a'])], '27.36.04', 'a', true],
    ['another unit', [ret([], ['b'])], '27.36.04', 'a', false],
    ['without a unit is for those who have all', [ret([], ['a'])], '27.36.04', '', false],
    ['one right’s number and another’s unit', [ret(['27'], ['b']), ret(['28'], ['a'])], '27.36.04', 'a', false],
    ['one of several', [ret(['28'], []), ret(['27'], ['a'])], '27.36.04', 'a', true],
  ] as const)('%s', (_navn, retter, kle, enhed, ventet) => {
    expect(mayReview(retter, { kle, enhed })).toBe(ventet)
  })

  test('a form that can be used is a right; each field that cannot is named', () => {
    const id = newUuid()
    const felter = { navn: ' Simon ', medarbejder: id, kle: '27.36, 29', behandlere: `${id}`, enheder: ['e1', 'e2'] }
    expect(readRet(felter)).toEqual({
      navn: 'Simon',
      medarbejder: id,
      kle: ['27.36', '29'],
      behandlere: [id],
      enheder: ['e1', 'e2'],
    })
    expect(readRet({ ...felter, enheder: 'e1', kle: '', behandlere: '' })).toMatchObject({
      enheder: ['e1'],
      kle: [],
      behandlere: [],
    })
    const nej = readRet({ navn: '610180-0011', medarbejder: 'x', kle: '27.3', behandlere: 'x', enheder: '610180-0011' })
    expect([...(nej as ReadonlySet<string>)].sort()).toEqual(['behandlere', 'enheder', 'kle', 'medarbejder', 'navn'])
  })

  test('at the edge of each field', () => {
    const id = newUuid()
    const felter = { navn: 'Simon', medarbejder: id, kle: '', behandlere: '', enheder: '' }
    const fejl = (aendret: Readonly<Record<string, unknown>>): string[] => {
      const ret = readRet({ ...felter, ...aendret } as never)
      return ret instanceof Set ? [...ret] : []
    }
    const gange = (antal: number, led: string): string => Array.from({ length: antal }, () => led).join(',')
    expect(fejl({})).toEqual([])
    for (const navn of ['', 'x'.repeat(101), 'Si\u0007mon', 'Simon 610180-0011']) expect(fejl({ navn }), navn).toEqual(['navn'])
    expect(fejl({ navn: 'x'.repeat(100) })).toEqual([])
    expect(fejl({ medarbejder: '' })).toEqual(['medarbejder'])
    expect([fejl({ kle: gange(50, '27') }), fejl({ kle: gange(51, '27') })]).toEqual([[], ['kle']])
    expect(fejl({ kle: '27;28\n29 30' })).toEqual([])
    expect(fejl({ kle: '27, x' })).toEqual(['kle'])
    expect([fejl({ enheder: gange(50, 'e') }), fejl({ enheder: gange(51, 'e') })]).toEqual([[], ['enheder']])
    expect([fejl({ enheder: 'e'.repeat(100) }), fejl({ enheder: 'e'.repeat(101) })]).toEqual([[], ['enheder']])
    for (const enheder of [['e', 'e/f'], ['é'], ['6101800011']]) expect(fejl({ enheder }), enheder[0]).toEqual(['enheder'])
    expect(readRet({ ...felter, enheder: ['', 'urn:a.b-c_1'] } as never)).toMatchObject({ enheder: ['urn:a.b-c_1'] })
    expect([fejl({ behandlere: gange(50, id) }), fejl({ behandlere: gange(51, id) })]).toEqual([[], ['behandlere']])
    expect(fejl({ behandlere: `${id} x` })).toEqual(['behandlere'])
  })
})

describe('what somebody must look at', () => {
  const REN = { udfald: 'ren', tilbageholdt: false } as const
  const ADVARET = { udfald: 'advaret', tilbageholdt: false } as const
  const BLOKERET = { udfald: 'blokeret', tilbageholdt: false } as const
  const HOLDT = { udfald: 'ren', tilbageholdt: true } as const
  const k = (felter: Partial<KleKonfiguration>) => version('27', felter)
  const sted = (art: Titelsted['art'], felter: Partial<Titelsted> = {}): Titelsted => ({
    art,
    dokumenttyper: [],
    kilde: 'a',
    ...felter,
  })
  const INTET = { grund: undefined, iProeve: false }
  test.each([
    ['closed', sted('sag'), BLOKERET, undefined, INTET],
    ['not open', sted('sag'), BLOKERET, k({ aaben: false }), INTET],
    ['a clean title where nothing is asked for', sted('sag'), REN, k({}), INTET],
    ['a finding', sted('sag'), ADVARET, k({}), { grund: 'fund', iProeve: false }],
    ['a blocked one', sted('sag'), BLOKERET, k({}), { grund: 'fund', iProeve: false }],
    ['an item that is held back', sted('sag'), HOLDT, k({}), { grund: 'fund', iProeve: false }],
    ['every title', sted('sag'), REN, k({ kvalitetskrav: 'alle' }), { grund: 'alle', iProeve: false }],
    ['only reviewed ones are shown', sted('sag'), REN, k({ titelvisning: 'gennemset' }), { grund: 'alle', iProeve: false }],
    [
      'a sample is drawn from the clean',
      sted('sag'),
      REN,
      k({ kvalitetskrav: 'stikproeve' }),
      { grund: undefined, iProeve: true },
    ],
    [
      'and from those that are shown in spite of a finding',
      sted('sag'),
      ADVARET,
      k({ kvalitetskrav: 'stikproeve' }),
      { grund: 'fund', iProeve: true },
    ],
    [
      'not from what nobody is shown',
      sted('sag'),
      BLOKERET,
      k({ kvalitetskrav: 'stikproeve' }),
      { grund: 'fund', iProeve: false },
    ],
    ['not from what is held back', sted('sag'), HOLDT, k({ kvalitetskrav: 'stikproeve' }), { grund: 'fund', iProeve: false }],
    ['a case’s own title that is never shown', sted('sag'), BLOKERET, k({ titelvisning: 'kle' }), INTET],
    ['a document of it is', sted('dokument'), BLOKERET, k({ titelvisning: 'kle' }), { grund: 'fund', iProeve: false }],
    ['documents that are not shown', sted('dokument'), BLOKERET, k({ visDokumenttitler: false }), INTET],
    [
      'a type that is not shown',
      sted('dokument', { dokumenttyper: ['Rapport'] }),
      BLOKERET,
      k({ dokumenttyper: ['Plan'] }),
      INTET,
    ],
    [
      'a type that is',
      sted('dokument', { dokumenttyper: ['Plan'] }),
      BLOKERET,
      k({ dokumenttyper: ['Plan'] }),
      { grund: 'fund', iProeve: false },
    ],
    ['notes that are not shown', sted('journalnotat'), BLOKERET, k({ visJournalnotater: false }), INTET],
    ['notes of another system', sted('journalnotat'), BLOKERET, k({ notatsystemer: ['b'] as never }), INTET],
    [
      'notes of the system',
      sted('journalnotat'),
      BLOKERET,
      k({ notatsystemer: ['a'] as never }),
      { grund: 'fund', iProeve: false },
    ],
    ['appointments that are not shown', sted('aftale'), BLOKERET, k({ visAftaler: false }), INTET],
    ['appointments', sted('aftale'), BLOKERET, k({}), { grund: 'fund', iProeve: false }],
    ['what has no title', sted('bevilling'), BLOKERET, k({ kvalitetskrav: 'alle' }), INTET],
  ])('%s', (_navn, hvor, vurdering, konf, ventet) => {
    expect(findBehov(hvor, vurdering, konf)).toEqual(ventet)
  })

  test('titles that are over are not looked at, those that come are; what a case calls a document is one too', () => {
    const NU = tidspunkt('2026-11-22T12:00:00.000Z')
    const led = (titel: string, fra: string, til: string | null = null) => ({
      titel,
      virkning: { fra: tidspunkt(fra), til: til && tidspunkt(til) },
    })
    const data = {
      art: 'dokument',
      titler: [
        led('Før', '2020-01-01T00:00:00Z', '2026-11-22T12:00:00Z'),
        led('Nu', '2026-11-22T12:00:00Z', '2027-01-01T00:00:00Z'),
        led('Siden', '2027-01-01T00:00:00Z'),
        led('', '2020-01-01T00:00:00Z'),
      ],
      sager: [{ titler: [led('På sagen', '2020-01-01T00:00:00Z'), led('Nu', '2020-01-01T00:00:00Z')] }, {}],
    }
    expect(titlerFra(data as never, NU)).toEqual(['Nu', 'Siden', 'På sagen'])
    expect(titlerFra({ art: 'bevilling' } as never, NU)).toEqual([])
  })
})

describe('the draw', () => {
  const nummer = (nr: number) =>
    drawNumber('11111111', '27', uuid(`00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`), 'x')

  test('is the same whatever order they come in, and a smaller sample lies in a larger', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 80 }), fc.nat(90), fc.nat(90), (numre, a, b) => {
        const kandidater = numre.map((nr) => ({ nr, nummer: nummer(nr) }))
        const [lille, stor] = [Math.min(a, b), Math.max(a, b)]
        const valgt = (liste: typeof kandidater, n: number) =>
          drawSample(liste, n)
            .med.map(({ nr }) => nr)
            .sort()
        expect(valgt(kandidater.toReversed(), stor)).toEqual(valgt(kandidater, stor))
        expect(valgt(kandidater, stor)).toEqual(expect.arrayContaining(valgt(kandidater, lille)))
        const { med, ude } = drawSample(kandidater, lille)
        expect([med.length, med.length + ude.length]).toEqual([Math.min(lille, numre.length), numre.length])
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  test('gives each the same chance: a bad tenth is a tenth of the sample, within what chance allows', () => {
    const alle = Array.from({ length: 20_000 }, (_, nr) => ({ daarlig: nr % 10 === 0, nummer: nummer(nr) }))
    const { med } = drawSample(alle, 2_000)
    const andel = med.filter(({ daarlig }) => daarlig).length / med.length
    // Five standard deviations of a draw of 2,000.
    expect(Math.abs(andel - 0.1)).toBeLessThan(5 * Math.sqrt((0.1 * 0.9) / 2_000))
  })

  test('is another for another number, municipality, item and text, and exact in a double', () => {
    const a = uuid('00000000-0000-4000-8000-000000000001')
    const b = uuid('00000000-0000-4000-8000-000000000002')
    const numre = [
      ['1', '27', a, 'x'],
      ['2', '27', a, 'x'],
      ['1', '28', a, 'x'],
      ['1', '27', b, 'x'],
      ['1', '27', a, 'y'],
    ].map((led) => drawNumber(...(led as [string, string, Uuid, string])))
    expect(new Set(numre).size).toBe(5)
    expect(numre.every(Number.isSafeInteger)).toBe(true)
    expect(drawSample([{ nummer: 1 }], -1)).toEqual({ med: [], ude: [{ nummer: 1 }] })
  })
})

describe('time left', () => {
  test.each([
    ['the unit’s own pace', 120, { median: 5, antal: 10 }, { median: 60, antal: 99 }, 10],
    ['too few of its own: everybody’s', 120, { median: 5, antal: 9 }, { median: 60, antal: 10 }, 120],
    ['too few of any: nobody knows', 120, { median: 5, antal: 9 }, { median: 60, antal: 9 }, undefined],
    ['none measured', 120, undefined, undefined, undefined],
    ['rounded up', 1, { median: 5, antal: 10 }, undefined, 1],
    ['never less than a second a title', 61, { median: 0, antal: 10 }, undefined, 2],
    ['nothing left', 0, { median: 5, antal: 10 }, undefined, 0],
  ])('%s', (_navn, venter, egen, alle, ventet) => {
    expect(minutesLeft(venter, egen, alle)).toBe(ventet)
  })

  test('what lay open over lunch is not counted, nor what was never shown', () => {
    const vist = '2026-11-22T12:00:00.000Z'
    const efter = (s: number) => new Date(Date.parse(vist) + s * 1000).toISOString()
    expect([
      secondsFor(vist, efter(7)),
      secondsFor(vist, efter(HOEJST_SEKUNDER)),
      secondsFor(vist, efter(HOEJST_SEKUNDER + 1)),
    ]).toEqual([7, HOEJST_SEKUNDER, undefined])
    expect([secondsFor(undefined, vist), secondsFor(vist, efter(-1))]).toEqual([undefined, undefined])
  })
})

describe('planted titles', () => {
  test('come by chance, about as often as chosen, never where nothing waits or nobody wants them', () => {
    expect([
      isTurnForPlantet(40, 0.0249, 5),
      isTurnForPlantet(40, 0.025, 5),
      isTurnForPlantet(0, 0, 5),
      isTurnForPlantet(40, 0, 0),
    ]).toEqual([true, false, false, false])
  })
  test('fit among the others: of their kind where there is one', () => {
    for (const tal of [0, 0.5, 0.999]) expect(chooseSkabelon('dokument', tal).art).toBe('dokument')
    expect(SKABELONER).toContain(chooseSkabelon('aftale', 0.999))
    expect(chooseSkabelon('sag', 1)).toBeDefined()
    expect(new Set(SKABELONER.map(({ navn }) => navn)).size).toBe(SKABELONER.length)
    expect([artOfSkabelon('fil'), artOfSkabelon('findes ikke')]).toEqual(['dokument', 'journalnotat'])
  })
  test('are found by all but approval', () => {
    expect(['godkend', 'frigiv', 'ret', 'afvis'].map(isFundet)).toEqual([false, false, true, true])
  })
  test('of units with few answers are told together, and not at all where those are few too', () => {
    const led = (enhed: string, antal: number, fundet: number) => ({ enhed, antal, fundet })
    expect(groupPlantede([led('a', 5, 4), led('b', 4, 0), led('c', 1, 1)])).toEqual([led('a', 5, 4), led('', 5, 1)])
    expect(groupPlantede([led('a', 5, 4), led('b', 4, 0)])).toEqual([led('a', 5, 4)])
  })
})

test('findings are marked in the text, once where they lie over each other, and nothing is lost', () => {
  const fund = (fra: number, til: number) => ({ kode: 'ADRESSE', alvor: 'advarer', fra, til }) as const
  const tekst = (dele: unknown) => (dele as unknown[]).map(String).join('')
  expect(tekst(markedText('abcdef', [fund(2, 4), fund(3, 5), fund(1, 1)]))).toBe('ab<mark>cd</mark>ef')
  expect(tekst(markedText('<b>', [fund(0, 3)]))).toContain('&lt;b&gt;')
})

test('each finding has a name of its own in the list', () => {
  for (const tekster of [gennemgangDa, gennemgangEn]) {
    const navne = FUNDKODER.map((kode) => (tekster.fund as Readonly<Record<string, string>>)[kode])
    expect(navne).not.toContain(undefined)
    expect(new Set(navne).size).toBe(FUNDKODER.length)
  }
})

test('an address holds what was chosen and no more', () => {
  expect(koeSti({})).toBe('/kommune/gennemgang')
  expect(koeSti({ omraade: 'sundhed', ens: true, proeve: undefined })).toBe('/kommune/gennemgang?omraade=sundhed&ens=1')
})
