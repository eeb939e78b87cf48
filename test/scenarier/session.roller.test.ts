import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid } from '#kernel'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The pages by which roles are looked over, given and taken away. */
const [BIRK, ANDEN, DRIFT] = [cvrNummer('10000001'), cvrNummer('10000002'), cvrNummer('20000001')]
let sted: Testwebsted
let lars: Paaarbejde
let amina: Paaarbejde
beforeAll(async () => {
  sted = await startWebsted()
  lars = await logIndPaaArbejde(sted, { cvr: DRIFT, roller: ['driftsansvarlig'], navn: 'Lars Drift' })
  amina = await logIndPaaArbejde(sted, { cvr: DRIFT, roller: ['driftsansvarlig'], navn: 'Amina Drift' })
})
afterAll(() => sted.close())

const felter = (mere: Record<string, string> = {}) => ({
  navn: 'Sanne Prøve',
  cvr: BIRK,
  id: newUuid(),
  rolle: 'leverandoer',
  begrundelse: 'Bestilt af leverandøren',
  ...mere,
})

test('the operator gives a role by a form; the one who got it is let in at the next request; taken away, shut out again', async () => {
  const ny = await logIndPaaArbejde(sted, { cvr: BIRK, roller: [], navn: 'Sanne Prøve' })
  expect((await ny.browser.get('/leverandoer')).status).toBe(403)
  const svar = await lars.post('/drift/roller/ny', felter({ id: `urn:uuid:${ny.id}` }))
  expect(svar.status).toBe(303)
  const liste = await lars.browser.get(String(svar.headers.location))
  expect(liste.tekst).toContain('Sanne Prøve har nu rollen Leverandør.')
  expect((await ny.browser.get('/leverandoer')).status).toBe(200)
  const id = /gjort=([\w-]+)/.exec(String(svar.headers.location))?.[1] ?? ''
  const sti = `/drift/roller/${id}/fratag`
  expect((await amina.browser.get(sti)).tekst).toContain('Sanne Prøve mister rollen Leverandør med det samme.')
  expect((await amina.post(sti, { begrundelse: 'x' })).status).toBe(422)
  expect((await ny.browser.get('/leverandoer')).status).toBe(200)
  expect((await amina.post(sti, { begrundelse: 'Er fratrådt i dag' })).status).toBe(303)
  expect((await ny.browser.get('/leverandoer')).status).toBe(403)
  expect((await amina.post(sti, { begrundelse: 'Er fratrådt i dag' })).status).toBe(404)
  const efter = (await lars.browser.get('/drift/roller')).tekst
  expect(efter).toContain('Er fratrådt i dag')
  expect(efter).toContain('Amina Drift')
})

test('what is wrong is told at its field, and what was typed is kept, as text', async () => {
  const svar = await lars.post('/drift/roller/ny', felter({ cvr: '1', id: '', navn: '<b>"Sanne' }))
  expect(svar.status).toBe(422)
  expect(svar.tekst).toContain('Skriv et CVR-nummer på otte cifre')
  expect(svar.tekst).toContain('Skriv personens id')
  expect(svar.tekst).toContain('value="&lt;b&gt;&quot;Sanne"')
  expect(svar.tekst).toContain('value="Bestilt af leverandøren"')
})

test.each([
  ['a municipality’s role elsewhere', () => ({ rolle: 'projektansvarlig' }), 'ikke en kommunes'],
  ['a role that does not exist', () => ({ rolle: 'konge' }), 'Vælg en rolle'],
  ['a role for oneself', () => ({ id: lars.id, cvr: DRIFT, rolle: 'tilsyn' }), 'ikke give dig selv'],
  ['a reason with a CPR number', () => ({ begrundelse: 'Gælder 010190-1234' }), 'uden CPR-nummer'],
] as const)('refused: %s', async (_navn, mere, tekst) => {
  const svar = await lars.post('/drift/roller/ny', felter(mere()))
  expect(svar.status).toBe(422)
  expect(svar.tekst).toContain(tekst)
})

test('a role can be given neither from another site’s page, nor with another’s form, nor by address alone', async () => {
  const id = newUuid()
  const med = { ...felter({ id, navn: 'Ond Prøve' }), _formular: lars.formular }
  for (const headers of [{ origin: 'https://ond.example' }, { 'sec-fetch-site': 'cross-site' }, {}] as Record<string, string>[])
    expect((await lars.browser.post('/drift/roller/ny', med, headers)).status).toBe(403)
  expect((await lars.browser.post('/drift/roller/ny', { ...med, _formular: amina.formular })).status).toBe(403)
  const query = new URLSearchParams(med).toString()
  expect((await lars.browser.get(`/drift/roller/ny?${query}`)).status).toBe(200)
  expect((await lars.browser.get('/drift/roller')).tekst).not.toContain('Ond Prøve')
})

test('who has a role is seen in one’s own organisation alone; given and taken away by the operator alone', async () => {
  const sanne = await logIndPaaArbejde(sted, { cvr: BIRK, roller: ['leverandoer'], navn: 'Sanne Qzbirk' })
  const fremmed = await logIndPaaArbejde(sted, { cvr: ANDEN, roller: ['leverandoer'], navn: 'Frede Qzanden' })
  const karla = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Karla Qzkorsbaek' })
  await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['projektansvarlig'], navn: 'Bo Qzbrobyskov' })
  const tilsyn = await logIndPaaArbejde(sted, { cvr: DRIFT, roller: ['tilsyn'], navn: 'Tina Tilsyn' })
  // The last of a name; the address of a style sheet may hold the same letters.
  const seer = async (hvem: Paaarbejde, sti: string) =>
    [...new Set((await hvem.browser.get(sti)).tekst.match(/(?<= )Qz\w+/g))].sort()
  expect(await seer(sanne, '/leverandoer/roller')).toEqual(['Qzbirk'])
  expect(await seer(fremmed, '/leverandoer/roller')).toEqual(['Qzanden'])
  expect(await seer(karla, '/kommune/roller')).toEqual(['Qzkorsbaek'])
  expect(await seer(tilsyn, '/drift/roller')).toEqual(['Qzanden', 'Qzbirk', 'Qzbrobyskov', 'Qzkorsbaek'])
  const sagsbehandler = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler'] })
  expect((await sagsbehandler.browser.get('/kommune/roller')).status).toBe(403)
  for (const hvem of [sanne, karla, tilsyn]) {
    expect((await hvem.browser.get('/drift/roller/ny')).status).toBe(403)
    expect((await hvem.post('/drift/roller/ny', felter())).status).toBe(403)
    expect((await hvem.post(`/drift/roller/${newUuid()}/fratag`, felter())).status).toBe(403)
  }
  expect((await tilsyn.browser.get('/drift/roller')).tekst).not.toContain('/fratag')
})

test('a grant that is not there cannot be taken away, however its address is written', async () => {
  for (const id of [newUuid(), 'x', "'%20OR%20true"])
    expect((await lars.browser.get(`/drift/roller/${id}/fratag`)).status).toBe(404)
})
