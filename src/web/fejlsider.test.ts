import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { FEJLSTATUS, type Fejlart, fejlside } from './fejlsider.ts'
import { toText } from './html.ts'
import type { Sidekontekst } from './sidekontekst.ts'

const UDE: Sidekontekst = {
  sprog: 'da',
  sti: '/x',
  nu: tidspunkt('2026-10-08T07:30:00Z'),
  bruger: undefined,
  vedroerer: undefined,
  kommune: undefined,
  demo: false,
}
const INDE: Sidekontekst = { ...UDE, bruger: { navn: 'Alma Holm', udloeber: tidspunkt('2026-10-08T07:45:00Z'), kanSe: [] } }
const ARTER = Object.keys(FEJLSTATUS) as Fejlart[]

test.each(ARTER)('%s says what happened, what is safe and what to do, in both languages', async (art) => {
  for (const sprog of ['da', 'en'] as const) {
    const side = await toText(fejlside({ ...UDE, sprog }, art))
    expect(side.match(/<h1>/g)).toHaveLength(1)
    expect(side).toContain(sprog === 'da' ? 'Hvad er sikkert?' : 'What is safe?')
    expect(side).toContain(sprog === 'da' ? 'Hvad kan du gøre?' : 'What can you do?')
    expect(side).not.toMatch(/undefined|\[object/)
  }
})

test('a page that is not there and one that is not yours are the same page', async () => {
  const side = await toText(fejlside(INDE, 'ikkeFundet'))
  expect(side).toContain('Vi kan ikke sige, hvilken af delene det er.')
  expect(FEJLSTATUS.ikkeFundet).toBe(404)
})

test.each([
  ['loggetUd', 'href="/log-ind">Log ind med MitID'],
  ['loginNiveau', 'href="/log-ind">Log ind med MitID'],
  ['utilgaengelig', 'href="/">Til forsiden'],
] as const)('after %s the way on is there', async (art, link) => {
  expect(await toText(fejlside(UDE, art))).toContain(link)
})

test('who is logged in goes to the overview; who is too young has no way in; another way can be given', async () => {
  expect(await toText(fejlside(INDE, 'log'))).toContain('href="/overblik">Gå til overblikket')
  expect(await toText(fejlside(UDE, 'loginUnder15'))).not.toContain('button-primary')
  const side = await toText(fejlside(UDE, 'udloebet', { sti: '/log-ind?til=%2Fsager', tekst: 'Log ind igen' }))
  expect(side).toContain('href="/log-ind?til=%2Fsager">Log ind igen')
})
