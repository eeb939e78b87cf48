import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid, tidspunkt, uuid } from '#kernel'
import { listFagsystemer, registerFagsystem } from '#tilslutning/vej'
import { isUnderskrevet } from '../../src/tilslutning/afproevning/rapport/underskrift.ts'
import { verificerJson } from '../../src/tilslutning/afproevning/rapport/verificer.ts'
import { rigtigAfsender } from '../../src/tilslutning/afproevning/server/afsender.bygger.ts'
import { send } from '../byggere/klient.ts'
import { somKilde } from '../byggere/levering.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { KILDER, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const BIRK = cvrNummer('10000001')
const ANDEN = cvrNummer('10000002')
const STI = '/leverandoer/afproevning'
const API = '/api/v1/afproevning/koersler'

let sted: Testwebsted
let birk: Paaarbejde
let anden: Paaarbejde
beforeAll(async () => {
  sted = await startWebsted({ logniveau: 'silent' })
  birk = await logIndPaaArbejde(sted, { cvr: BIRK, roller: ['leverandoer'], organisation: 'Birkelund' })
  anden = await logIndPaaArbejde(sted, { cvr: ANDEN, roller: ['leverandoer'], organisation: 'Anden' })
  const drift = await logIndPaaArbejde(sted, { cvr: cvrNummer('10000003'), roller: ['driftsansvarlig'], organisation: 'Drift' })
  const person = {
    id: drift.id,
    cvr: cvrNummer('10000003'),
    navn: 'Drift',
    organisation: 'Drift',
    roller: ['driftsansvarlig'] as const,
  }
  const { id, navn, slags } = KILDER.a
  const svar = await registerFagsystem(sted.system, person, {
    type: 'registreret',
    id,
    navn,
    slags,
    leverandoer: BIRK,
    version: '4.2',
    kle: [],
  })
  if (!svar.ok) throw new Error(svar.afvisning)
})
afterAll(() => sted.close())

/** Begins a run by the page, and gives its number. */
async function begynd(): Promise<string> {
  const svar = await birk.post(STI, { system: KILDER.a.id, kle: '' })
  expect(svar.status).toBe(303)
  return String(svar.headers.location).split('/').at(-1) ?? ''
}

async function lever(koersel: string): Promise<void> {
  for (const { element } of rigtigAfsender({ id: uuid(koersel), system: KILDER.a, nu: tidspunkt(new Date()) }))
    await sted.lever('a', [element as never])
}

test('a vendor begins a run, sees it go, ends it, and has a signed report in three forms; the road and the public list know it', async () => {
  const id = await begynd()
  const foer = await birk.browser.get(`${STI}/${id}`)
  expect([foer.status, foer.headers['refresh']]).toEqual([200, '10'])
  expect(foer.tekst).toContain('0 af 7 opgaver er bestået')
  expect((await birk.browser.get(`${STI}/${id}?stille=1`)).headers['refresh']).toBeUndefined()
  expect((await birk.browser.get(`${STI}/${id}/rapport.pdf`)).status).toBe(404)
  await lever(id)
  expect((await birk.browser.get(`${STI}/${id}`)).tekst).toContain('7 af 7 opgaver er bestået')
  expect((await birk.post(`${STI}/${id}/afslutning`)).status).toBe(303)
  expect((await birk.browser.get(`${STI}/${id}`)).tekst).toContain('Systemet har bestået afprøvningen.')
  const [pdf, xml, json] = await Promise.all(
    ['pdf', 'xml', 'json'].map((endelse) => birk.browser.get(`${STI}/${id}/rapport.${endelse}`)),
  )
  expect([pdf?.tekst.slice(0, 5), xml?.tekst.includes('<testsuites')]).toEqual(['%PDF-', true])
  const { keys } = JSON.parse((await sted.browser().get('/tilslutning/noegler.json')).tekst)
  expect(keys.map((noegle: { d?: string }) => noegle.d)).toEqual([undefined])
  expect(await verificerJson(json?.tekst ?? '', keys)).toBe(true)
  const jws = await birk.browser.get(`${STI}/${id}/rapport.pdf.jws`)
  expect(await isUnderskrevet(pdf?.krop ?? Buffer.alloc(0), jws.tekst, keys)).toBe(true)
  expect(await isUnderskrevet(xml?.krop ?? Buffer.alloc(0), jws.tekst, keys)).toBe(false)
  const [forloeb] = (await listFagsystemer(sted.system.db)).filter(({ vej }) => vej.id === KILDER.a.id)
  expect(forloeb?.vej.proeve).toMatchObject({ koersel: id, version: '4.2', bestaaet: true })
  const data = JSON.parse((await sted.browser().get('/tilslutning/overensstemmelse.json')).tekst)
  expect(data.systemer).toMatchObject([{ navn: KILDER.a.navn, version: '4.2', bestaaet: true }])
  const side = (await sted.browser().get('/tilslutning/overensstemmelse?sprog=en')).tekst
  expect(side).toContain('Which systems have passed')
})

test("another vendor has no sight of a run, its report or its end, and tests nobody else's system", async () => {
  const id = await begynd()
  for (const sti of [`${STI}/${id}`, `${STI}/${id}/rapport.json`]) expect((await anden.browser.get(sti)).status).toBe(404)
  expect((await anden.post(`${STI}/${id}/afslutning`)).status).toBe(404)
  expect((await anden.post(STI, { system: KILDER.a.id, kle: '' })).status).toBe(400)
  expect((await anden.browser.get(STI)).tekst).not.toContain(KILDER.a.navn)
  expect((await birk.browser.get(`${STI}/${id}`)).tekst).toContain('0 af 7')
  expect((await sted.browser().get(`${STI}/${id}`)).status).toBe(303)
})

test('a number outside the agreement, and one that is none, are told by their field', async () => {
  const svar = await birk.post(STI, { system: KILDER.a.id, kle: '27' })
  expect(svar.status).toBe(400)
  expect(svar.tekst).toContain('Skriv et KLE-nummer, som systemet har aftale om')
})

const kald = (navn: 'a' | 'b', sti: string, body?: object) =>
  send(
    sted.origin,
    sti,
    {
      method: body ? 'POST' : 'GET',
      headers: { ...somKilde(navn), 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    },
    sted.agent,
  )

test('the system itself begins, follows and ends a run; asked again the end gives the same report, and another source has none of it', async () => {
  const start = await kald('a', API, { version: '4.2' })
  expect(start.status).toBe(201)
  const { id, personer, begivenheder } = JSON.parse(start.tekst)
  expect(Object.values(personer).every((cpr) => Number(String(cpr).slice(0, 2)) > 60)).toBe(true)
  expect(begivenheder.length).toBe(7)
  expect([(await kald('b', `${API}/${id}`)).status, (await kald('b', `${API}/${id}/afslutning`, {})).status]).toEqual([404, 404])
  await lever(id)
  const stand = JSON.parse((await kald('a', `${API}/${id}`)).tekst)
  expect(stand.begivenheder.map(({ udfald }: { udfald: string }) => udfald)).toEqual(Array(7).fill('bestaaet'))
  const slut = await kald('a', `${API}/${id}/afslutning`, {})
  expect(JSON.parse(slut.tekst).rapport.bestaaet).toBe(true)
  expect(JSON.parse((await kald('a', `${API}/${id}/afslutning`, {})).tekst)).toEqual(JSON.parse(slut.tekst))
})

test('what is asked for wrongly is told so, and nobody without credentials is answered', async () => {
  for (const body of [
    {},
    { version: '<b>' },
    { version: '1', kommune: '99999999' },
    { version: '1', arter: ['andet'] },
    { version: '1', kle: '27' },
    // A part of what the system delivers is not the system: passing that would count for all of it.
    { version: '1', arter: ['sag'] },
    { version: '1', arter: ['aftale'] },
    { version: '1', kommune: { toString: null } },
    { version: '1', kle: { toString: null } },
    { version: '1', kommune: ['11111111', '11111111'] },
  ])
    expect([body, (await kald('a', API, body)).status]).toEqual([body, 400])
  expect((await kald('a', `${API}/${newUuid()}`)).status).toBe(404)
  expect((await send(sted.origin, API, { method: 'POST', body: '{}' }, sted.agent)).status).toBe(401)
})

test('a source begins so many runs in a day and no more, however soon it ends them: each is kept for good', async () => {
  await sted.base.asOwner(
    `INSERT INTO afproevning_koersel (koersel_id, kilde_id, system_navn, system_version, kommune, arter, kle, proeveversion, startet, frist)
     SELECT gen_random_uuid(), $1, 'x', '1', '11111111', '["sag"]', '27.36.04', '1', now() - interval '1 hour', now() - interval '1 minute'
     FROM generate_series(1, 200)`,
    [KILDER.b.id],
  )
  const svar = await kald('b', API, { version: '4.2' })
  expect([svar.status, JSON.parse(svar.tekst).kode]).toEqual([409, 'FOR_MANGE_I_DAG'])
})

test('no report, page or list holds a word of what was delivered', async () => {
  const id = await begynd()
  await lever(id)
  await birk.post(`${STI}/${id}/afslutning`)
  const [rapport, offentlig] = await Promise.all([
    birk.browser.get(`${STI}/${id}/rapport.json`),
    sted.browser().get('/tilslutning/overensstemmelse.json'),
  ])
  for (const { tekst } of [rapport, offentlig]) expect(tekst).not.toMatch(/\b[6-9]\d{5}-?\d{4}\b/)
})
