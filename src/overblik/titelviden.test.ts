import { expect, test } from 'vitest'
import { REGELVERSION } from '#kvalitet/titeltjek'
import { tekstHash, type Vurderingsviden } from '#kvalitet/vurdering'
import { AABEN_SAG, raekkeAf } from '../../test/byggere/titelraekker.ts'
import { createTitelviden, readVisningsvalg } from './titelviden.ts'

/** What the page knows of a title: by the worker, and of the rest by the checks themselves. */

const EGEN = ['Ulla Lindqvist']
const ANDEN = 'Samtale med Peter Hansen'

const viden = (tekst: string, felter: Partial<Vurderingsviden> = {}, udfald: 'ren' | 'blokeret' = 'ren'): Vurderingsviden => ({
  item: AABEN_SAG,
  regelversion: REGELVERSION,
  vurderinger: [{ hash: tekstHash(tekst), udfald, tilbageholdt: false, gennemgang: 'ingen', fund: [] }],
  notater: [],
  vurderet: '2026-11-22T12:00:00.000Z' as Vurderingsviden['vurderet'],
  ...felter,
})
const udfald = (kendte: readonly Vurderingsviden[], tekst: string, egne: readonly string[] = EGEN) =>
  createTitelviden(kendte, egne).vurderingFor(raekkeAf(tekst), tekst).udfald

test('what the worker has judged by the rules of today is taken as it is', () => {
  expect(udfald([viden(ANDEN)], ANDEN)).toBe('ren')
  expect(udfald([viden('En titel', {}, 'blokeret')], 'En titel')).toBe('blokeret')
})

test('what it has not come to is judged here; so is what has another text, and another item’s is not this one’s', () => {
  expect(udfald([], ANDEN)).toBe('blokeret')
  expect(udfald([viden('En anden titel')], ANDEN)).toBe('blokeret')
  expect(udfald([viden(ANDEN, { item: '00000000-0000-4000-8000-0000000000ff' as Vurderingsviden['item'] })], ANDEN)).toBe(
    'blokeret',
  )
  expect(udfald([], 'Hjælp til rengøring')).toBe('ren')
})

test('what was judged by older rules is as grave as the graver of then and now', () => {
  expect(udfald([viden(ANDEN, { regelversion: REGELVERSION - 1 })], ANDEN)).toBe('blokeret')
  expect(udfald([viden('En titel', { regelversion: REGELVERSION - 1 }, 'blokeret')], 'En titel')).toBe('blokeret')
})

test('one’s own name is no third person’s where the page knows it', () => {
  expect(udfald([], 'Støtte til Ulla Lindqvist')).toBe('ren')
  expect(udfald([], 'Støtte til Ulla Lindqvist', [])).toBe('blokeret')
})

test('an item is held back by any of its titles until a person has said that it lies where it should', () => {
  const holdt = (gennemgang: 'ingen' | 'afvist' | 'godkendt', tilbageholdt = true) => {
    const vurderinger = [{ hash: tekstHash('En titel'), udfald: 'blokeret', tilbageholdt, gennemgang, fund: [] }] as const
    return createTitelviden([viden('', { vurderinger })], EGEN).isTilbageholdt(raekkeAf('En anden titel', 'En titel'))
  }
  expect([holdt('ingen'), holdt('afvist'), holdt('godkendt')]).toEqual([true, true, true])
  expect([holdt('ingen', false), holdt('godkendt', false)]).toEqual([false, false])
})

test('a note is told without the paragraphs that the worker named; one it has not come to, without those that are found now', () => {
  const tekst = `Du ringede.\n${ANDEN}.\n\nFarvel.`
  const uden = 'Du ringede.\n[Udeladt: oplysning om en anden person]\n\nFarvel.'
  const raekke = raekkeAf('En titel')
  expect(createTitelviden([], EGEN).notattekst(raekke, tekst)).toBe(uden)
  const kendt = viden('En titel', { notater: [{ hash: tekstHash(tekst), udeladt: [0, 2] }] })
  expect(createTitelviden([kendt], EGEN).notattekst(raekke, tekst)).toBe(
    `[Udeladt: oplysning om en anden person]\n${ANDEN}.\n\n[Udeladt: oplysning om en anden person]`,
  )
  const gammel = { ...kendt, regelversion: REGELVERSION - 1 }
  expect(createTitelviden([gammel], EGEN).notattekst(raekke, tekst)).not.toContain('Peter')
  expect(createTitelviden([gammel], EGEN).notattekst(raekke, tekst)).not.toContain('Farvel')
})

test('other texts of an item are not told where they tell of somebody else', () => {
  const titler = createTitelviden([], EGEN)
  const raekke = raekkeAf('En titel')
  expect(titler.linje(raekke, 'Venter på dig')).toBe('Venter på dig')
  expect(titler.linje(raekke, 'Venter på Peter Hansen')).toBeUndefined()
  expect(titler.linje(raekke, undefined)).toBeUndefined()
  expect(titler.fritekst(raekke, `Kom til tiden.\n${ANDEN}`)).toBe('Kom til tiden.\n[Udeladt: oplysning om en anden person]')
})

test('that what is stopped was not read is a fault, and not that nothing is', () => {
  expect(() => readVisningsvalg(undefined, [])).toThrow('What is stopped was not read')
})
