import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasOverlap } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import { parsePeriode, standardRoller } from '../regler/index.ts'
import { toKanonisk } from './kanonisk.ts'
import { mergeAendring } from './merge-aendring.ts'

type Sag = Extract<ElementKilde, { art: 'sag' }>
type Part = NonNullable<Sag['sagsparter']>[number]

const dag = (nr: number | null): string | null => (nr === null ? null : new Date(Date.UTC(2026, 0, 1 + nr)).toISOString())
const virkning = (fra: number, til: number | null = null) => ({
  fra: dag(fra) as string,
  til: dag(til),
  aktoerRef: 'urn:oio:it-system-uuid:b7a1c0de-0000-4000-8000-000000000001',
  aktoerTypeKode: 'ItSystem',
})
const titel = (tekst: string, fra: number, til: number | null = null) => ({
  virkning: virkning(fra, til),
  titel: tekst,
  brugervendtNoegle: 'S-1',
  sagsnummer: 'S-1',
})
const part = (navn: string, fra: number, til: number | null = null, mere: Part = {}): Part => ({
  virkning: virkning(fra, til),
  rolle: 'Primær part',
  referenceId: `urn:oio:fuldtnavn:${navn}`,
  ...mere,
})
const sag = (felter: Partial<Sag> = {}): Sag => ({
  art: 'sag',
  id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0001',
  tidspunkt: '2026-01-01T00:00:00.000Z',
  brugerRef: 'urn:oio:it-system-uuid:b7a1c0de-0000-4000-8000-000000000001',
  livscyklusKode: 'Importeret',
  ...felter,
})
const flet = (nu: Partial<Sag>, ny: Partial<Sag>): Sag =>
  mergeAendring(sag(nu), sag({ tidspunkt: '2026-02-01T00:00:00.000Z', ...ny }), standardRoller) as Sag

/** What holds when, as `titel fra-til`, in order of time. */
const tider = <T extends { readonly virkning?: Sag['egenskaber'] extends undefined ? never : object }>(
  poster: readonly T[] | undefined,
  navn: (post: T) => unknown,
): string[] =>
  (poster ?? [])
    .map((post) => {
      const { fra, til } = post.virkning as { fra: string; til: string | null }
      const nr = (tid: string) => (Date.parse(tid) - Date.UTC(2026, 0, 1)) / 86_400_000
      return { fra: nr(fra), tekst: `${String(navn(post))} ${nr(fra)}-${til === null ? '' : nr(til)}` }
    })
    .sort((a, b) => a.fra - b.fra)
    .map(({ tekst }) => tekst)
const titler = (element: Sag): string[] => tider(element.egenskaber, (post) => post.titel)
const parter = (element: Sag): string[] =>
  tider(element.sagsparter, (post) => `${post.referenceId?.split(':').at(-1)}${post.indeks ?? ''}`)

describe('an attribute set takes the place of what it overlaps', () => {
  test.each<[string, [string, number, number | null][], [string, number, number | null][], string[]]>([
    ['a new value from a day on ends the old one there', [['a', 0, null]], [['b', 5, null]], ['a 0-5', 'b 5-']],
    ['the same day: the old one is gone', [['a', 0, null]], [['b', 0, null]], ['b 0-']],
    ['sent again with an end it is closed (AM-02)', [['a', 0, null]], [['a', 0, 5]], ['a 0-5']],
    ['closed from within: what came after the end is gone too', [['a', 0, null]], [['b', 3, 5]], ['a 0-3', 'b 3-5']],
    [
      'what begins later keeps what lies after the new one',
      [
        ['a', 0, 4],
        ['b', 4, null],
      ],
      [['c', 2, 6]],
      ['a 0-2', 'c 2-6', 'b 6-'],
    ],
    [
      'what lies within the new one is gone',
      [
        ['a', 0, 2],
        ['b', 2, 3],
        ['c', 3, null],
      ],
      [['d', 1, null]],
      ['a 0-1', 'd 1-'],
    ],
    ['what only touches it stays', [['a', 0, 5]], [['b', 5, 9]], ['a 0-5', 'b 5-9']],
    ['before everything', [['a', 5, null]], [['b', 0, 5]], ['b 0-5', 'a 5-']],
    [
      'two new ones in a row',
      [['a', 0, null]],
      [
        ['b', 3, 5],
        ['a', 5, null],
      ],
      ['a 0-3', 'b 3-5', 'a 5-'],
    ],
  ])('%s', (_, nu, nye, ventet) => {
    const lav = (poster: typeof nu) => poster.map(([tekst, fra, til]) => titel(tekst, fra, til))
    expect(titler(flet({ egenskaber: lav(nu) }, { egenskaber: lav(nye) }))).toEqual(ventet)
  })

  test('a required field that is left out is the one that held; another that is left out is gone', () => {
    const nu = { egenskaber: [{ ...titel('a', 0), beskrivelse: 'noget' }] }
    const [, ny] = flet(nu, { egenskaber: [{ virkning: virkning(5), titel: 'b' }] }).egenskaber ?? []
    expect(ny).toEqual({ virkning: virkning(5), titel: 'b', brugervendtNoegle: 'S-1', sagsnummer: 'S-1' })
  })

  test('a state is sent whole: one without its code takes none over', () => {
    const fremdrift = [{ virkning: virkning(0), fremdriftStatusKode: 'Opstaaet' }]
    expect(flet({ fremdrift }, { fremdrift: [{ virkning: virkning(5) }] }).fremdrift?.[1]).toEqual({ virkning: virkning(5) })
  })
})

describe('a relation is named by rolle and indeks', () => {
  test('a role that can be had once is taken over by the next (AM-04), other roles stay', () => {
    const sekundaer = { rolle: 'Sekundær part', indeks: '1' }
    const efter = flet({ sagsparter: [part('Ulla', 0), part('Lund', 0, null, sekundaer)] }, { sagsparter: [part('Lonnie', 5)] })
    expect(parter(efter)).toEqual(['Ulla 0-5', 'Lund1 0-', 'Lonnie 5-'])
  })

  test('of several with one role only the one with the same indeks is changed', () => {
    const nr = (indeks: string) => ({ rolle: 'Sekundær part', indeks })
    const nu = { sagsparter: [part('Ulla', 0, null, nr('1')), part('Lund', 0, null, nr('2'))] }
    expect(parter(flet(nu, { sagsparter: [part('Lonnie', 5, null, nr('2'))] }))).toEqual(['Ulla1 0-', 'Lund2 0-5', 'Lonnie2 5-'])
    expect(parter(flet(nu, { sagsparter: [part('Lonnie', 5, null, nr('3'))] }))).toEqual(['Ulla1 0-', 'Lund2 0-', 'Lonnie3 5-'])
  })

  test('a rolle by UUID is the same as by name', () => {
    const rolle = standardRoller.rolleUuid('sagsparter', 'Primær part')
    expect(parter(flet({ sagsparter: [part('Ulla', 0)] }, { sagsparter: [part('Ulla', 0, 5, { rolle })] }))).toEqual(['Ulla 0-5'])
  })
})

test('granted benefits are told apart by id, parts of a payment by indeks or by what they pay', () => {
  const ydelse = (id: string, fra: number) => ({ id, virkning: virkning(fra) })
  const bevilling = mergeAendring(
    { art: 'bevilling', bevilgedeYdelser: [ydelse('1', 0), ydelse('2', 0)] },
    { art: 'bevilling', bevilgedeYdelser: [ydelse('2', 5)] },
    standardRoller,
  ) as Extract<ElementKilde, { art: 'bevilling' }>
  expect(tider(bevilling.bevilgedeYdelser, ({ id }) => id)).toEqual(['1 0-', '2 0-5', '2 5-'])
  const del = (bevilgetYdelseId: string, fra: number) => ({
    virkning: virkning(fra),
    bevilgetYdelseRef: { bevilling: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e0004', bevilgetYdelseId },
  })
  const effektuering = mergeAendring(
    { art: 'oekonomiskEffektuering', oekonomiskYdelseEffektueringer: [del('1', 0), del('2', 0)] },
    { art: 'oekonomiskEffektuering', oekonomiskYdelseEffektueringer: [del('1', 5)] },
    standardRoller,
  ) as Extract<ElementKilde, { art: 'oekonomiskEffektuering' }>
  expect(tider(effektuering.oekonomiskYdelseEffektueringer, (post) => post.bevilgetYdelseRef?.bevilgetYdelseId)).toEqual([
    '1 0-5',
    '2 0-',
    '1 5-',
  ])
})

test('what is said of one registration is not said again of the next, and what is not named stays', () => {
  const nu = { noteTekst: 'Oprettet', udenNotifikation: true, sagsparter: [part('Ulla', 0)], egenskaber: [titel('a', 0)] }
  const efter = flet(nu, { egenskaber: [titel('b', 5)], brugerRef: 'urn:oio:korsbaek:bruger:7', udenNotifikation: true })
  expect(efter.noteTekst).toBeUndefined()
  expect(efter.udenNotifikation).toBeUndefined()
  expect([efter.brugerRef, efter.livscyklusKode, efter.tidspunkt]).toEqual([
    'urn:oio:korsbaek:bruger:7',
    'Importeret',
    '2026-02-01T00:00:00.000Z',
  ])
  expect(parter(efter)).toEqual(['Ulla 0-'])
})

const periode = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 1, max: 10 })))
  .map(([fra, dage]) => [fra, dage === null ? null : fra + dage] as const)
const enAdGangen = fc.array(periode, { maxLength: 6 }).map((perioder) => {
  const valgte: (readonly [number, number | null])[] = []
  for (const led of perioder)
    if (!hasOverlap([...valgte, led].map(([fra, til]) => parsePeriode(virkning(fra, til))!))) valgte.push(led)
  return valgte
})

test('whatever is changed: nothing overlaps that did not before, what is new stands whole, and once more is as once', () => {
  fc.assert(
    fc.property(enAdGangen, enAdGangen, (nu, nye) => {
      const foer = { egenskaber: nu.map(([fra, til], i) => titel(`gammel ${i}`, fra, til)) }
      const aendring = { egenskaber: nye.map(([fra, til], i) => titel(`ny ${i}`, fra, til)) }
      const efter = flet(foer, aendring)
      const perioder = (efter.egenskaber ?? []).map((post) => parsePeriode(post.virkning)!)
      expect(hasOverlap(perioder)).toBe(false)
      for (const post of aendring.egenskaber) expect(efter.egenskaber).toContainEqual(post)
      expect(toKanonisk(flet(efter, aendring))).toBe(toKanonisk(efter))
      // On each day: the new one where there is one; else what held before, unless it was closed by a new one earlier.
      for (let nr = 0; nr < 35; nr++) {
        const ved = (element: Partial<Sag>) =>
          (element.egenskaber ?? []).find(({ virkning: { fra, til } = {} }) => {
            const tid = dag(nr) as string
            return fra !== undefined && fra <= tid && (til === null || til === undefined || tid < til)
          })?.titel
        const ny = ved(aendring)
        const nuVed = ved(efter)
        if (ny !== undefined) expect(nuVed).toBe(ny)
        else if (nuVed !== undefined) expect(nuVed).toBe(ved(foer))
        else {
          const gammel = nu.find(([fra, til]) => fra <= nr && (til === null || nr < til))
          const lukket =
            gammel && nye.some(([fra, til]) => fra >= gammel[0] && til !== null && til <= nr && (gammel[1] ?? 99) > fra)
          expect(gammel === undefined || lukket).toBe(true)
        }
      }
    }),
    { seed: 470, numRuns: 500 },
  )
})
