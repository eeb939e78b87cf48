import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ElementKilde } from '#modtagelse'
import { normalizeRest } from '../../src/modtagelse/regler/index.ts'
import { writeImporter } from '../../src/modtagelse/soap/sagdokumentindeks/skriv-importer.ts'
import { lavSag, part, TID } from '../byggere/elementer.ts'
import { bytesOf } from '../byggere/gennemgang.ts'
import { idOf, type Kanarieverden, leverKanarier } from '../byggere/kanarieverden.ts'
import { type Svar, send } from '../byggere/klient.ts'
import { findMaerker, ordmaerke, tekstmaerke } from '../byggere/maerker.ts'
import { KILDER, type Kildenavn, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

/** Source a has delivered everything; b is the curious one. */
let sted: Testwebsted
let verden: Kanarieverden
const A = 'levering-med-et-navn'
let afvisning: string
let leverance: string
beforeAll(async () => {
  sted = await startWebsted()
  verden = await leverKanarier(sted, 4)
  const svar = await call('a', '/api/v1/leverancer', 'POST', `${JSON.stringify(DAARLIG)}\n`, { 'idempotency-key': A })
  leverance = (JSON.parse(svar.tekst.trim().split('\n').at(-1) ?? '') as { leverance: string }).leverance
  const egne = JSON.parse((await call('a', '/api/v1/afvisninger')).tekst) as { afvisninger: { id: string }[] }
  afvisning = egne.afvisninger[0]?.id ?? ''
  expect(afvisning).toMatch(/^[0-9a-f-]{36}$/)
})
afterAll(() => sted.close())

const id = 'e0000000-0000-4000-8000-000000000001'
const DAARLIG = {
  ...lavSag({ id, parter: [part('Primær part', '6101501000')], titel: tekstmaerke(0, 'daarlig') }),
  fremdrift: [],
}

const call = (
  navn: Kildenavn | undefined,
  sti: string,
  method = 'GET',
  body?: string,
  headers: Record<string, string> = {},
): Promise<Svar> =>
  send(sted.origin, sti, {
    method,
    headers: {
      ...(navn ? { 'x-borgerblikket-udviklingsnoegle': udviklingsnoegle(navn) } : {}),
      ...(body === undefined
        ? {}
        : { 'content-type': sti.startsWith('/soap') ? 'application/soap+xml' : 'application/x-ndjson' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })

/** What b sent came back from b; everything else in an answer to b is a breach. */
function expectNoMarks(svar: Svar, sendt: readonly string[] = []): void {
  let bytes = bytesOf(svar)
  for (const egen of sendt) bytes = bytes.replaceAll(egen, '')
  expect({ sti: svar.sti, status: svar.status, maerker: findMaerker(bytes, verden.bog) }).toEqual({
    sti: svar.sti,
    status: svar.status,
    maerker: [],
  })
  expect(svar.status).not.toBe(500)
}

test('a source reads back its own refusals and deliveries, and they repeat nothing of what was sent', async () => {
  for (const sti of [
    '/api/v1/afvisninger?tilstand=alle',
    `/api/v1/leverancer/${leverance}`,
    `/api/v1/leverancer/${leverance}/kvitteringer`,
  ]) {
    const svar = await call('a', sti)
    expect(svar.status).toBe(200)
    expectNoMarks(svar, [id])
  }
})

test('another source’s refusals and deliveries are as though they did not exist', async () => {
  const fremmed = randomUUID()
  for (const [sti, method] of [
    [(en: string) => `/api/v1/leverancer/${en}`, 'GET'],
    [(en: string) => `/api/v1/leverancer/${en}/kvitteringer`, 'GET'],
    [(en: string) => `/api/v1/afvisninger/${en}/afgoerelse`, 'POST'],
  ] as const)
    for (const en of [leverance, afvisning]) {
      const [svar, ukendt] = [await call('b', sti(en), method), await call('b', sti(fremmed), method)]
      expect(svar.status).toBe(404)
      expect(svar.tekst).toBe(ukendt.tekst)
    }
  expect(JSON.parse((await call('b', '/api/v1/afvisninger?tilstand=alle')).tekst)).toEqual({ afvisninger: [] })
  expect((JSON.parse((await call('a', '/api/v1/afvisninger')).tekst) as { afvisninger: unknown[] }).afvisninger.length).toBe(1)
})

test('the name of another’s delivery opens a delivery of one’s own', async () => {
  const svar = await call(
    'b',
    '/api/v1/leverancer',
    'POST',
    `${JSON.stringify(lavSag({ id: randomUUID(), parter: [part('Primær part', '6107501999')] }))}\n`,
    { 'idempotency-key': A },
  )
  expectNoMarks(svar)
  expect(svar.tekst).toContain('"modtaget":1')
  expect(svar.tekst).not.toContain(leverance)
})

const overtag = (navn: string, nr: number): ElementKilde =>
  lavSag({ id: idOf(nr, navn), parter: [part('Primær part', verden.personer[3]?.cpr ?? '')], titel: 'Overtaget' })

test('another’s objects are refused by number, over REST and SOAP, with nothing of what they hold, and do not change', async () => {
  const ider = ['sag1', 'undtaget', 'altidlukket'].map((navn) => idOf(0, navn))
  const foer = await sted.base.asOwner('SELECT * FROM overblik WHERE item_id = ANY ($1::uuid[]) ORDER BY 1, 2', [ider])
  for (const navn of ['sag1', 'undtaget', 'altidlukket', 'dokument1', 'notat1', 'aftale1']) {
    const element = overtag(navn, 0)
    const rest = await call('b', '/api/v1/leverancer', 'POST', `${JSON.stringify(element)}\n`, {
      'idempotency-key': randomUUID(),
    })
    expectNoMarks(rest, [idOf(0, navn)])
    expect(rest.tekst).toContain('"afvist":1')
    const xml = writeImporter([normalizeRest(element, { itSystem: KILDER.b.id, systemNavn: KILDER.b.navn })], randomUUID())
    const soap = await call('b', '/soap/sagdokumentindeks/6', 'POST', xml)
    expectNoMarks(soap, [idOf(0, navn)])
    expect(soap.tekst).toContain('IND-004')
    const somA = {
      ...element,
      itSystemer: [{ rolle: 'Master', referenceId: KILDER.a.id, systemNavn: KILDER.a.navn }],
    } as ElementKilde
    const forklaedt = await call('b', '/api/v1/leverancer', 'POST', `${JSON.stringify(somA)}\n`, {
      'idempotency-key': randomUUID(),
    })
    expectNoMarks(forklaedt, [idOf(0, navn)])
    expect(forklaedt.tekst).toContain('IND-005')
  }
  expect(await sted.base.asOwner('SELECT * FROM overblik WHERE item_id = ANY ($1::uuid[]) ORDER BY 1, 2', [ider])).toEqual(foer)
})

test('whoever names another’s objects from own ones learns nothing of them', async () => {
  const noteret: ElementKilde = {
    art: 'journalnotat',
    id: randomUUID(),
    tidspunkt: TID,
    sag: idOf(0, 'sag1'),
    egenskaber: [{ virkning: { fra: TID }, titel: 'B', notat: 'B', format: 'Text' }],
  }
  expectNoMarks(
    await call('b', '/api/v1/leverancer', 'POST', `${JSON.stringify(noteret)}\n`, { 'idempotency-key': randomUUID() }),
    [idOf(0, 'sag1')],
  )
  const optalt = await call('b', '/api/v1/optaellinger', 'POST', JSON.stringify({ optaellinger: [] }), {
    'content-type': 'application/json',
  })
  expectNoMarks(optalt)
})

test('without a key, with a wrong one, with two, or with a citizen’s cookie the intake tells nothing', async () => {
  const browser = await sted.logInd(verden.personer[0]?.cpr ?? '')
  const stier = ['/api/v1/afvisninger', `/api/v1/leverancer/${leverance}`, `/api/v1/leverancer/${leverance}/kvitteringer`]
  for (const sti of stier)
    for (const headers of [
      {},
      { 'x-borgerblikket-udviklingsnoegle': 'forkert' },
      { cookie: browser.cookies() },
      { authorization: `Bearer ${ordmaerke(0, '')}` },
    ] as Record<string, string>[]) {
      const svar = await call(undefined, sti, 'GET', undefined, headers)
      expect(svar.status).toBe(401)
      expectNoMarks(svar)
    }
})

test('the source’s key opens nothing of a citizen’s', async () => {
  for (const sti of ['/overblik', '/api/v1/mig/sager']) {
    const svar = await call('a', sti)
    expect([303, 401]).toContain(svar.status)
    expectNoMarks(svar)
  }
})

test('the description of the interface holds nothing of anybody’s', async () => {
  const svar = await call(undefined, '/api/v1/openapi.json')
  expect(svar.status).toBe(200)
  expectNoMarks(svar)
})
