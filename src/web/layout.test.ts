import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { html, toText } from './html.ts'
import { renderSide } from './layout.ts'
import type { Sidekontekst } from './sidekontekst.ts'
import { parseSprog, withSprog } from './sprog.ts'

const INDE: Sidekontekst = {
  sprog: 'da',
  sti: '/sager?soeg=pas&side=2',
  nu: tidspunkt('2026-10-08T07:30:00Z'),
  bruger: { navn: 'Alma Holm', udloeber: tidspunkt('2026-10-08T07:45:00Z'), kanSe: [] },
  vedroerer: undefined,
  kommune: undefined,
  demo: false,
}
const UDE: Sidekontekst = { ...INDE, bruger: undefined }
const side = (k: Sidekontekst) => toText(renderSide(k, { punkt: 'sager', indhold: html`<h1>x</h1>` }))

test('the tab says the service and nothing else', async () => {
  expect(await side(INDE)).toContain('<title>Borgerblikket</title>')
})

test('a session that ends sends the page away even without script, and says when', async () => {
  const inde = await side(INDE)
  expect(inde).toContain('<noscript><meta http-equiv="refresh" content="900; url=/session-udloebet"></noscript>')
  expect(inde).toContain('Du bliver logget ud kl. 9.45')
  expect(inde).toContain('data-sekunder="900"')
  expect(await side(UDE)).not.toMatch(/http-equiv|data-sekunder|<dialog|log-ud/)
})

test('a session that has ended already does not count backwards', async () => {
  expect(await side({ ...INDE, nu: tidspunkt('2026-10-08T09:00:00Z') })).toContain('data-sekunder="0"')
})

test('logging out is a post; the other language keeps the search; the way out is on every page', async () => {
  const inde = await side(INDE)
  expect(inde).toContain('<form method="post" action="/log-ud">')
  expect(inde).toContain('href="/sager?soeg=pas&amp;side=2&amp;sprog=en" lang="en"')
  for (const k of [INDE, UDE]) expect(await side(k)).toContain('href="https://www.dmi.dk/" rel="noreferrer"')
})

test('the menu is for those who are logged in, and shows where one is', async () => {
  const inde = await side({ ...INDE, sti: '/sager' })
  expect(inde.match(/href="\/sager" class="nav-link" aria-current="page"/g)).toHaveLength(2)
  expect(await side({ ...INDE, sti: '/sager/1' })).toContain('aria-current="true"')
  expect(await side(UDE)).not.toContain('nav-link')
})

test('whose data it is stands on the page, with a way back', async () => {
  const barn = await side({ ...INDE, vedroerer: { part: '1', navn: 'Viggo <b>', grund: 'foraeldremyndighed' } })
  expect(barn).toContain('Du ser oplysninger om <strong>Viggo &lt;b&gt;</strong>')
  expect(barn).toMatch(/action="\/se-for">\s*<input type="hidden" name="part" value="">/)
  expect(await side(INDE)).not.toContain('bb-bjaelke')
})

test('a test site says that it is one; a municipality has its name', async () => {
  expect(await side({ ...UDE, demo: true })).toContain('Alle personer og oplysninger er opdigtede.')
  expect(await side(UDE)).not.toContain('opdigtede')
  expect(await side({ ...UDE, kommune: 'Korsbæk Kommune' })).toContain('<span class="bb-kommune">Korsbæk Kommune</span>')
})

test('languages', () => {
  expect([parseSprog('en'), parseSprog('EN'), parseSprog(undefined), parseSprog(['da'])]).toEqual([
    'en',
    undefined,
    undefined,
    undefined,
  ])
  expect(withSprog('/sager?sprog=en', 'da')).toBe('/sager?sprog=da')
  expect(withSprog('/a?b=1?c', 'en')).toBe('/a?b=1&sprog=en')
})
