import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { toText } from '../html.ts'
import type { Arbejdskontekst, Arbejdspunkt } from './arbejdskontekst.ts'
import { hovedmenu, punktkort, punktmenu, undermenu } from './arbejdsmenu.ts'

const beggeSprog = (da: string, en: string) => ({ da, en })
const punkt = (sti: string, navn: string, gruppe?: string): Arbejdspunkt => ({
  sti,
  navn: beggeSprog(navn, `${navn} (en)`),
  om: beggeSprog('Om', 'About'),
  gruppe: gruppe === undefined ? undefined : beggeSprog(gruppe, `${gruppe} (en)`),
})
const PUNKTER = [
  punkt('/kommune/plan', 'Planen', 'Plan og tal'),
  punkt('/kommune/konfiguration', 'Hvad der vises', 'Det, der vises'),
  punkt('/kommune/tal', 'Tal', 'Plan og tal'),
  punkt('/kommune/roller', 'Roller'),
]
const kontekst = (sti: string, mere: Partial<Arbejdskontekst> = {}): Arbejdskontekst => ({
  sprog: 'da',
  sti,
  nu: tidspunkt('2026-11-22T12:00:00.000Z'),
  maalgruppe: 'kommune',
  medarbejder: undefined,
  harRolle: true,
  punkter: PUNKTER,
  andre: [],
  formular: '',
  demo: false,
  ...mere,
})
const links = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, sti]) => sti ?? '')
const her = (html: string): string[] =>
  [...html.matchAll(/href="([^"]+)"[^>]*aria-current="([^"]+)"/g)].map(([, sti, nu]) => `${sti} ${nu}`)
const tekst = async (indhold: Parameters<typeof toText>[0]) => await toText(indhold)
const samlet = async (led: ReturnType<typeof hovedmenu>) => (await Promise.all(led.map(tekst))).join('')

test('the main menu has the start page and a point for each group, in the order of their first pages', async () => {
  const html = await samlet(hovedmenu(kontekst('/kommune')))
  expect(links(html)).toEqual(['/kommune', '/kommune/plan', '/kommune/konfiguration', '/kommune/roller'])
  expect(html).toContain('Plan og tal')
  expect(html).not.toContain('Planen')
  expect(her(html)).toEqual(['/kommune page'])
})

test('on a page of a group, and on one below it, the group is where one is, and its pages stand in a row', async () => {
  for (const sti of ['/kommune/tal', '/kommune/tal/omraader?maaned=2026-10']) {
    expect(her(await samlet(hovedmenu(kontekst(sti))))).toEqual(['/kommune/plan true'])
    const under = undermenu(kontekst(sti))
    expect(under && links(await tekst(under))).toEqual(['/kommune/plan', '/kommune/tal'])
  }
})

test('of two points that lie under each other one is at the nearer alone', async () => {
  const punkter = [punkt('/kommune/log', 'Spørgsmål', 'Loggen'), punkt('/kommune/log/undtaget', 'Undtagelser', 'Loggen')]
  for (const [sti, ventet] of [
    ['/kommune/log', '/kommune/log page'],
    ['/kommune/log/7', '/kommune/log true'],
    ['/kommune/log/undtaget', '/kommune/log/undtaget page'],
    ['/kommune/log/undtaget/7', '/kommune/log/undtaget true'],
  ] as const) {
    const under = undermenu(kontekst(sti, { punkter }))
    expect(under && her(await tekst(under))).toEqual([ventet])
  }
})

test('a page that stands alone in its group has no row of its own, nor has the start page', () => {
  for (const sti of ['/kommune', '/kommune/konfiguration', '/kommune/roller', '/kommune/planen'])
    expect(undermenu(kontekst(sti))).toBeUndefined()
})

test('on a phone every page stands in the menu, under the name of its group where it shares one', async () => {
  const html = await samlet(punktmenu(kontekst('/kommune/tal')))
  expect(links(html)).toEqual(['/kommune', '/kommune/plan', '/kommune/tal', '/kommune/konfiguration', '/kommune/roller'])
  expect(her(html)).toEqual(['/kommune/tal page'])
})

test('the cards stand under their groups, and without groups in one list', async () => {
  const med = await tekst(punktkort(kontekst('/kommune')))
  expect([...med.matchAll(/<h3[^>]*>([^<]+)</g)].map(([, navn]) => navn)).toEqual(['Plan og tal', 'Hvad der vises', 'Roller'])
  const uden = await tekst(punktkort(kontekst('/drift', { punkter: PUNKTER.slice(3) })))
  expect(uden).not.toContain('bb-kortgruppe')
  expect(links(uden)).toEqual(['/kommune/roller'])
})

test('a group is named in the reader’s language', async () => {
  expect(await samlet(hovedmenu(kontekst('/kommune', { sprog: 'en' })))).toContain('Plan og tal (en)')
})
