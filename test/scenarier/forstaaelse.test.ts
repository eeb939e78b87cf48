import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { lavNotat, lavSag, part } from '../byggere/elementer.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** "Kunne du forstå det?": citizens answer about their own notes, and the municipality sees numbers that are of nobody. */

const borgere = Array.from({ length: 8 }, (_, i) => `61015010${String(i).padStart(2, '0')}`)
const [ULLA = '', GODTFRED = ''] = borgere
let sted: Testwebsted
let henrik: Paaarbejde
const noter = new Map<string, Uuid>()
const notatFor = (cpr: string): string => `/notater/${noter.get(cpr)}`

beforeAll(async () => {
  sted = await startWebsted()
  henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['kvalitetsansvarlig'] })
  for (const cpr of borgere) {
    const [sag, notat] = [newUuid(), newUuid()]
    noter.set(cpr, notat)
    await sted.lever('a', [
      lavSag({ id: sag, parter: [part('Primær part', cpr)] }),
      lavNotat({ id: notat, sag, titel: 'Samtale', notat: 'Vi talte om hjælp.' }),
    ])
  }
})
afterAll(() => sted.close())

const svar = async (cpr: string, hvad: string, notat = notatFor(cpr)) =>
  (await sted.logInd(cpr)).post(`${notat}/forstaaelse`, { svar: hvad })
const alle = () => sted.base.asOwner<{ forstaaet: boolean; kommune: string }>('SELECT * FROM forstaaelse')
const tabel = async (hvem = henrik): Promise<string> => {
  const side = (await hvem.browser.get('/kommune/forstaaelse')).tekst
  return side.slice(side.indexOf('<tbody'), side.indexOf('</tbody>'))
}

test('the note says who wrote it, which unit and when, and asks; the answer is shown, and can be changed', async () => {
  const browser = await sted.logInd(ULLA)
  const foer = (await browser.get(notatFor(ULLA))).tekst
  for (const del of ['Skrevet af kommunen', 'Borgerservice', 'Kunne du forstå notatet?', 'Vi talte om hjælp.'])
    expect(foer).toContain(del)
  expect(foer).not.toContain('aria-pressed="true"')
  const svaret = await browser.post(`${notatFor(ULLA)}/forstaaelse`, { svar: 'nej' })
  expect([svaret.status, svaret.headers['location']]).toEqual([303, `${notatFor(ULLA)}#forstaaelse`])
  expect((await browser.get(notatFor(ULLA))).tekst).toContain('Du har svaret, at det var svært')
  expect(JSON.parse((await browser.get(`/api/v1/mig${notatFor(ULLA)}`)).tekst)).toMatchObject({ forstaaet: false })
  await browser.post(`${notatFor(ULLA)}/forstaaelse`, { svar: 'ja' })
  expect((await browser.get(notatFor(ULLA))).tekst).toContain('Du har svaret, at du forstod det')
  expect(await alle()).toHaveLength(1)
})

test('what is kept is no text, no hour, and leads to no citizen and no note', async () => {
  const [raekke] = await alle()
  expect(Object.keys(raekke ?? {}).sort()).toEqual(['forstaaet', 'kilde_id', 'kle', 'kommune', 'maerke', 'uge'])
  const tekst = JSON.stringify(raekke)
  for (const id of [await sted.part(ULLA), noter.get(ULLA) ?? '']) expect(tekst).not.toContain(id)
})

test('nobody answers about another’s note, or one that is not there, and the two answers are the same', async () => {
  const antal = (await alle()).length
  const andens = await svar(GODTFRED, 'ja', notatFor(ULLA))
  const ingens = await svar(GODTFRED, 'ja', `/notater/${newUuid()}`)
  expect([andens.status, ingens.status]).toEqual([404, 404])
  expect((await svar(GODTFRED, 'ja', '/notater/x')).status).toBe(404)
  expect(await alle()).toHaveLength(antal)
})

test('a form on another site, without a session, or with another answer changes nothing', async () => {
  const antal = (await alle()).length
  const browser = await sted.logInd(GODTFRED)
  const sti = `${notatFor(GODTFRED)}/forstaaelse`
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://ond.example' },
    {},
  ])
    expect((await browser.post(sti, { svar: 'ja' }, headers as Record<string, string>)).status).toBe(403)
  expect((await browser.post(sti, { svar: 'måske' })).status).toBe(403)
  expect((await sted.browser().post(sti, { svar: 'ja' })).status).toBe(303)
  expect(await alle()).toHaveLength(antal)
})

test('the municipality sees numbers from five and up, its own alone, and never one to four', async () => {
  expect(await tabel()).toContain('Færre end 5 svar')
  for (const cpr of borgere.slice(1, 5)) await svar(cpr, 'ja')
  expect(await tabel()).toContain('100 %')
  await svar(borgere[5] ?? '', 'nej')
  const skaev = await tabel()
  expect(skaev).toContain('For få på den ene side')
  expect(skaev.replace(/<[^>]*>/g, ' ')).not.toMatch(/(?<![\d.])[1-9]\d*(?![\d.])/)
  const rune = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['projektansvarlig'] })
  expect((await rune.browser.get('/kommune/forstaaelse')).tekst).toContain('Ingen har svaret')
  const sagsbehandler = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler'] })
  expect((await sagsbehandler.browser.get('/kommune/forstaaelse')).status).toBe(403)
})
