import { generateKeyPairSync } from 'node:crypto'
import { BorgerblikketFejl, createKlient, Forbindelsesfejl, UgyldigWebhook, verificerWebhook } from '@borgerblikket/klient/kilde'
import { exportJWK } from 'jose'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEvents } from '#compose'
import { hashHemmelighed } from '#kilde'
import { tilfoejNoegler } from '../../src/kilde/forvalt.ts'
import { EKSEMPLER } from '../../src/modtagelse/rest/eksempler.ts'
import { createUr } from '../byggere/tilslutning.ts'
import { KILDER, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

const HEMMELIG = 'en-hemmelighed-til-proever'
const ALLE = Object.values(EKSEMPLER)

let sted: Testwebsted
const ur = createUr('2026-03-20T10:00:00Z')
beforeAll(async () => {
  sted = await startWebsted({ clock: ur })
  await sted.system.kilder.save({ ...KILDER.b, klientId: 'lindely' }, { hemmelighed: await hashHemmelighed(HEMMELIG) })
})
afterAll(() => sted.close())

const hurtig = { vent: async () => undefined, nu: () => new Date(ur.now()) }
const somA = () => createKlient({ adresse: sted.origin, legitimation: { udviklingsnoegle: udviklingsnoegle('a') }, ...hurtig })

async function collect<T>(led: AsyncIterable<T>): Promise<T[]> {
  const alle: T[] = []
  for await (const et of led) alle.push(et)
  return alle
}

test('all six kinds are delivered in pieces, receipts count through the whole, and what was kept reads back and is found again', async () => {
  const klient = somA()
  const stykker = await collect(klient.lever(ALLE, { noegle: 'alle', stykke: 4, gzip: true }))
  expect(stykker.map(({ nr, kvitteringer }) => [nr, kvitteringer.map(({ linje, udfald }) => `${linje} ${udfald}`)])).toEqual([
    [1, ['1 modtaget', '2 modtaget', '3 modtaget', '4 modtaget']],
    [2, ['5 modtaget', '6 modtaget']],
  ])
  const foerste = stykker[0]?.leverancer[0] ?? ''
  expect(await klient.leverance(foerste)).toMatchObject({ linjer: 4, modtaget: 4, afvist: 0 })
  expect((await collect(klient.kvitteringer(foerste))).map(({ linje }) => linje)).toEqual([1, 2, 3, 4])
  expect((await collect(klient.objekter())).map(({ art }) => art).sort()).toEqual(ALLE.map(({ art }) => art).sort())
  const sag = await klient.objekt(String(EKSEMPLER.sag.id), { historik: true })
  expect([sag.element.art, sag.historik?.length]).toEqual(['sag', 1])
  const titel = { liste: 'egenskaber', felter: { titel: 'Aftale om *' } }
  expect((await klient.soeg({ arter: ['sag'], udtryk: titel })).fund.map(({ id }) => id)).toEqual([EKSEMPLER.sag.id])
  const optalt = await klient.optael([{ kommune: '11111111', kle: '27.35.04', art: 'sag', antal: 7 }])
  expect(optalt.forskelle).toContainEqual(expect.objectContaining({ art: 'sag', kilde: 7, indeks: 1 }))
})

test('a refused line is told with its rule, stands among the refusals, and can be said to be settled', async () => {
  const klient = somA()
  const uden = { ...EKSEMPLER.sag, id: '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e00a1', fremdrift: [] }
  const [stykke] = await collect(klient.lever([uden], { noegle: 'afvist' }))
  expect(stykke?.kvitteringer[0]).toMatchObject({ linje: 1, udfald: 'afvist' })
  expect(stykke?.kvitteringer[0]?.brud?.[0]?.da).toMatch(/\w+/)
  const [afvisning] = await collect(klient.afvisninger())
  expect(afvisning).toMatchObject({ objekt: uden.id, afgjort: null })
  await klient.afgoer(afvisning?.id ?? '')
  expect(await collect(klient.afvisninger())).toEqual([])
  await expect(klient.afgoer('0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e00ff')).rejects.toMatchObject({ status: 404, kode: 'FINDES_IKKE' })
  await expect(klient.leverance('0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e00ff')).rejects.toBeInstanceOf(BorgerblikketFejl)
})

test('an answer that is cut off is asked for again under the same key: nothing is lost, doubled or told twice', async () => {
  const noegler: string[] = []
  const brudt = async (kald: Request): Promise<Response> => {
    noegler.push(kald.headers.get('idempotency-key') ?? '')
    const svar = await fetch(kald)
    const linjer = (await svar.text()).trimEnd().split('\n')
    // Before the closing line, in the middle of it, and not at all.
    const rest = [linjer.slice(0, -1).join('\n'), linjer.join('\n').slice(0, -9), `${linjer.join('\n')}\n`][noegler.length - 1]
    return new Response(rest, { status: svar.status })
  }
  const id = '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e00b1'
  const klient = createKlient({
    adresse: sted.origin,
    legitimation: { udviklingsnoegle: udviklingsnoegle('a') },
    ...hurtig,
    fetch: brudt,
  })
  const [stykke, ...flere] = await collect(klient.lever([{ ...EKSEMPLER.dokument, id }], { noegle: 'brudt' }))
  expect(noegler).toEqual(['brudt/1', 'brudt/1', 'brudt/1'])
  expect([stykke?.kvitteringer.map(({ udfald }) => udfald), flere]).toEqual([['modtaget'], []])
  expect((await somA().objekt(id, { historik: true })).historik?.length).toBe(1)
})

test('what a server did not read beyond its bounds is sent under a name of its own; blank lines are not counted', async () => {
  const noegler: string[] = []
  const klient = createKlient({
    adresse: sted.origin,
    legitimation: { udviklingsnoegle: udviklingsnoegle('a') },
    ...hurtig,
    // As a server that takes two lines a delivery.
    fetch: async (kald) => {
      noegler.push(kald.headers.get('idempotency-key') ?? '')
      const body = (await kald.clone().text()).split('\n').slice(0, 2).join('\n')
      return fetch(new Request(kald, { body }))
    },
  })
  const linjer = [1, 2, 3].map((nr) => JSON.stringify({ ...EKSEMPLER.aftale, id: `0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e01c${nr}` }))
  const [stykke] = await collect(klient.lever([linjer[0] ?? '', '', ...linjer.slice(1)], { noegle: 'stor' }))
  expect(stykke?.kvitteringer.map(({ linje, udfald }) => `${linje} ${udfald}`)).toEqual([
    '1 modtaget',
    '2 modtaget',
    '3 modtaget',
  ])
  expect([stykke?.leverancer.length, noegler]).toEqual([2, ['stor/1', 'stor/1.2']])
})

test('one who is asked to come back does so when told, gives up in the end, and goes on where it was', async () => {
  const ventet: number[] = []
  let travl = 2
  const klient = createKlient({
    adresse: sted.origin,
    legitimation: { udviklingsnoegle: udviklingsnoegle('a') },
    vent: async (ms) => void ventet.push(ms),
    fetch: async (kald) => (travl-- > 0 ? new Response('', { status: 503, headers: { 'retry-after': '7' } }) : fetch(kald)),
  })
  const linjer = [1, 2, 3].map((nr) => ({ ...EKSEMPLER.aftale, id: `0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e00c${nr}` }))
  const anden = await collect(klient.lever(linjer, { noegle: 'travl', stykke: 1, fra: 2 }))
  expect([ventet, anden.map(({ nr, kvitteringer }) => [nr, kvitteringer[0]?.linje])]).toEqual([[7_000, 7_000], [[3, 3]]])
  const ingen = createKlient({ adresse: 'http://127.0.0.1:9', legitimation: { token: 'x' }, forsoeg: 3, ...hurtig })
  await expect(ingen.leverance('x')).rejects.toBeInstanceOf(Forbindelsesfejl)
})

test('a token is fetched once by secret, renewed before it ends and after it was refused; a wrong secret is told', async () => {
  const hentet: string[] = []
  const taelle = async (kald: Request): Promise<Response> => {
    hentet.push(new URL(kald.url).pathname)
    return fetch(kald)
  }
  const som = (hemmelighed: string) =>
    createKlient({ adresse: sted.origin, legitimation: { klientId: 'lindely', hemmelighed }, ...hurtig, fetch: taelle })
  const klient = som(HEMMELIG)
  const tokens = () => hentet.filter((sti) => sti === '/api/v1/token').length
  await Promise.all([collect(klient.objekter()), collect(klient.afvisninger())])
  expect(tokens()).toBe(1)
  ur.frem(9 * 60_000)
  await collect(klient.objekter())
  expect(tokens()).toBe(2)
  // Refused although it should hold, as after the server has changed its key.
  const [id] = ['lindely']
  let nej = 1
  const ustadig = createKlient({
    adresse: sted.origin,
    legitimation: { klientId: id ?? '', hemmelighed: HEMMELIG },
    ...hurtig,
    fetch: async (kald) =>
      new URL(kald.url).pathname !== '/api/v1/token' && nej-- > 0 ? new Response('{}', { status: 401 }) : taelle(kald),
  })
  await collect(ustadig.objekter())
  expect(tokens()).toBe(4)
  await expect(collect(som('forkert').objekter())).rejects.toMatchObject({ status: 401, kode: 'LEGITIMATION_UKENDT' })
})

test.each([
  ['ed25519', () => generateKeyPairSync('ed25519')],
  ['P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
] as const)('a token is fetched with a key of one’s own: %s, called by its thumbprint', async (_navn, make) => {
  const { publicKey, privateKey } = make()
  const offentlig = JSON.stringify(await exportJWK(publicKey))
  expect(await tilfoejNoegler(sted.system, KILDER.b.id, offentlig, 'proeve')).toMatchObject({ ok: true })
  const privatnoegle = { ...(await exportJWK(privateKey)) }
  const klient = createKlient({ adresse: sted.origin, legitimation: { klientId: 'lindely', privatnoegle }, ...hurtig })
  expect(await collect(klient.objekter())).toEqual([])
  const fremmed = { ...(await exportJWK(make().privateKey)) }
  const anden = createKlient({ adresse: sted.origin, legitimation: { klientId: 'lindely', privatnoegle: fremmed }, ...hurtig })
  await expect(collect(anden.objekter())).rejects.toMatchObject({ status: 401, kode: 'PAASTAND_NOEGLE_UKENDT' })
})

test('events are fetched after a mark that is kept when they have been taken', async ({ onTestFinished }) => {
  onTestFinished(startEvents(sted.system, sted.app))
  const klient = somA()
  const maerker: string[] = []
  const gem = (maerke: string) => void maerker.push(maerke)
  const foer: { readonly subject: string }[] = []
  for await (const haendelse of klient.haendelser({ vent: 20 })) if (foer.push(haendelse) >= ALLE.length) break
  expect(foer.map(({ subject }) => subject)).toContain(EKSEMPLER.sag.id)
  const id = '0e6b1c3a-7d52-4f0e-8c11-5a9d3f7e00d1'
  await collect(klient.haendelser({ gem }))
  await collect(klient.lever([{ ...EKSEMPLER.dokument, id }], { noegle: 'haendelse' }))
  const afbryder = new AbortController()
  const nye: { readonly subject: string; readonly type: string }[] = []
  const sidste = (maerke: string) => {
    gem(maerke)
    if (nye.length > 0) afbryder.abort()
  }
  for await (const ny of klient.haendelser({ efter: maerker.at(-1) ?? '', vent: 20, gem: sidste, signal: afbryder.signal }))
    nye.push(ny)
  expect(nye.map(({ subject, type }) => [subject, type])).toEqual([[id, 'dk.borgerblikket.dokument.importeret.v1']])
  expect(await collect(klient.haendelser({ efter: maerker.at(-1) }))).toEqual([])
  // One who stops in the middle has kept no mark, and gets the page again.
  const ubrugt: string[] = []
  for await (const _ of klient.haendelser({ gem: (maerke) => void ubrugt.push(maerke) })) break
  expect(ubrugt).toEqual([])
})

test('a webhook is taken as another implementation signs it, and refused where it is changed, old, of another secret or unsigned', async () => {
  const hemmelighed = `whsec_${Buffer.from('prøvehemmelighed-på-toogtredive-bytes').toString('base64')}`
  const [id, nu] = ['msg_1', new Date('2026-03-20T10:00:00Z')]
  const sign = (body: string, tid = nu) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(tid.getTime() / 1000)),
    'webhook-signature': new Webhook(hemmelighed).sign(id, tid, body),
  })
  const body = JSON.stringify({ specversion: '1.0', type: 'dk.borgerblikket.sag.importeret.v1', subject: 'x' })
  const god = { hemmelighed, headers: sign(body), body, nu }
  expect(await verificerWebhook(god)).toMatchObject({ type: 'haendelse', id, haendelse: { subject: 'x' } })
  expect(
    await verificerWebhook({ ...god, headers: new Headers(sign(body)), hemmelighed: ['whsec_AAAA', hemmelighed] }),
  ).toMatchObject({ type: 'haendelse', id })
  const udfordring = JSON.stringify({ udfordring: 'abc' })
  expect(await verificerWebhook({ ...god, body: udfordring, headers: sign(udfordring) })).toMatchObject({ type: 'udfordring' })
  for (const daarlig of [
    { ...god, body: body.replace('x', 'y') },
    { ...god, nu: new Date(nu.getTime() + 6 * 60_000) },
    { ...god, hemmelighed: 'whsec_AAAA' },
    { ...god, headers: { ...god.headers, 'webhook-id': 'msg_2' } },
    { ...god, headers: { ...god.headers, 'webhook-signature': '' } },
    { ...god, headers: { ...god.headers, 'webhook-signature': god.headers['webhook-signature'].replace('v1,', 'v2,') } },
  ])
    await expect(verificerWebhook(daarlig)).rejects.toBeInstanceOf(UgyldigWebhook)
})
