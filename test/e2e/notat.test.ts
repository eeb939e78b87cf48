import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, newUuid } from '#kernel'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { lavNotat, lavSag, part } from '../byggere/elementer.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A citizen on a phone reads a note and says whether it could be understood, in a real browser without script. */
const ULLA = { cpr: '6101501000' as CprNummer, navn: 'Ulla Prøve', historie: '', alder: 60 }
const NOTAT = newUuid()
let browser: Browser
let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ personer: [ULLA] })
  const sag = newUuid()
  await sted.lever('a', [
    lavSag({ id: sag, parter: [part('Primær part', ULLA.cpr)] }),
    lavNotat({ id: NOTAT, sag, titel: 'Samtale om hjælp', notat: 'Vi talte om hjælp.' }),
  ])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

test('two buttons, without script: the answer stands where the citizen was, and is changed by the other button', {
  timeout: 60_000,
}, async () => {
  const page = await (await browser.newContext({ viewport: BREDDER.telefon, javaScriptEnabled: false })).newPage()
  await page.goto(`${sted.origin}/log-ind?til=/notater`)
  await page.getByRole('button', { name: /Log ind som Ulla Prøve/ }).click()
  await page.getByRole('link', { name: 'Samtale om hjælp' }).click()
  expect(await page.getByRole('article').textContent()).toContain('Skrevet af kommunen')
  await page.getByRole('button', { name: 'Nej, det var svært' }).click()
  expect(new URL(page.url()).hash).toBe('#forstaaelse')
  expect(await page.getByRole('status').textContent()).toContain('det var svært')
  expect(await page.getByRole('button', { name: 'Nej, det var svært' }).getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('button', { name: 'Ja, jeg forstod det' }).click()
  expect(await page.getByRole('status').textContent()).toContain('du forstod det')
  expect(await page.getByRole('button', { name: 'Nej, det var svært' }).getAttribute('aria-pressed')).toBe('false')
  await page.context().close()
})
