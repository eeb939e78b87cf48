import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, Configuration, clientCredentialsGrant } from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashHemmelighed } from '#kilde'
import { lavSag, part } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { ndjson, post, somKilde, toLinjer } from '../byggere/levering.ts'
import { KILDER, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const HEMMELIG = 'h3mmelig: & + % æøå'
const CANARY = '6512700017'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
  await sted.system.kilder.save({ ...KILDER.a, klientId: 'kastanje:sag' }, { hemmelighed: await hashHemmelighed(HEMMELIG) })
})
afterAll(() => sted.close())

const form = (felter: Record<string, string>, headers: Record<string, string> = {}) =>
  send(
    sted.origin,
    '/api/v1/token',
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(felter).toString(),
    },
    sted.agent,
  )
const basic = (id: string, hemmelighed: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${hemmelighed}`).toString('base64')}`,
})
const GRANT = { grant_type: 'client_credentials' }
const sag = () => ndjson([lavSag({ id: randomUUID(), parter: [part('Primær part', '6101800011')] })])
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'x-borgerblikket-udviklingsnoegle': undefined })

describe('a token', () => {
  test.each([
    ['Basic', ClientSecretBasic],
    ['the form', ClientSecretPost],
  ])("is given to another's OAuth client by %s, and delivers", async (_, auth) => {
    const server = { issuer: sted.origin, token_endpoint: `${sted.origin}/api/v1/token` }
    const klient = new Configuration(server, 'kastanje:sag', {}, auth(HEMMELIG))
    allowInsecureRequests(klient)
    const svar = await clientCredentialsGrant(klient)
    expect([svar.token_type, svar.expires_in]).toEqual(['bearer', 600])
    const linjer = toLinjer((await post(sted, sag(), bearer(svar.access_token))).tekst)
    expect(linjer.at(-1)).toMatchObject({ modtaget: 1 })
  })

  test.each<[string, Record<string, string>, Record<string, string>, number, string, string]>([
    [
      'a wrong secret',
      { ...GRANT, client_id: 'kastanje:sag', client_secret: CANARY },
      {},
      401,
      'invalid_client',
      'LEGITIMATION_UKENDT',
    ],
    [
      'an unknown client',
      { ...GRANT, client_id: CANARY, client_secret: HEMMELIG },
      {},
      401,
      'invalid_client',
      'LEGITIMATION_UKENDT',
    ],
    ['nobody', GRANT, {}, 401, 'invalid_client', 'LEGITIMATION_MANGLER'],
    ['another grant', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type', 'GRANT_UKENDT'],
    [
      'two ways at once',
      { ...GRANT, client_id: 'a', client_secret: 'b' },
      basic('kastanje:sag', HEMMELIG),
      400,
      'invalid_request',
      'LEGITIMATION_TVETYDIG',
    ],
    ['a bearer where Basic is meant', GRANT, { authorization: 'Bearer x' }, 401, 'invalid_client', 'LEGITIMATION_MANGLER'],
    ['JSON', GRANT, { 'content-type': 'application/json' }, 415, 'invalid_request', 'INDHOLDSTYPE_UKENDT'],
  ])('is refused to %s, in the words of OAuth and in ours', async (_, felter, headers, status, error, kode) => {
    const svar = await form(felter, headers)
    const krop = JSON.parse(svar.tekst) as Record<string, unknown>
    expect([svar.status, krop]).toMatchObject([status, { error, kode, status }])
    expect(krop['detail']).toMatch(/^[A-ZÆØÅ]/)
    expect(svar.headers['cache-control']).toBe('no-store')
    expect(svar.tekst).not.toContain(CANARY)
  })

  test('is given to a client that writes its secret as it stands', async () => {
    expect((await form(GRANT, basic('lindely', 'a+b%c'))).status).toBe(401)
    await sted.system.kilder.save({ ...KILDER.b, klientId: 'lindely' }, { hemmelighed: await hashHemmelighed('a+b%c') })
    expect((await form(GRANT, basic('lindely', 'a+b%c'))).status).toBe(200)
  })

  test('that is altered, of another site, or a login session is no token', async () => {
    const token = (
      JSON.parse((await form({ ...GRANT, client_id: 'kastanje:sag', client_secret: HEMMELIG })).tekst) as { access_token: string }
    ).access_token
    const [hoved = '', krop = '', maerke = ''] = token.split('.')
    const uden = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${krop}.`
    const skaeve = [
      `${hoved}.${krop}.${'A'.repeat(maerke.length)}`,
      uden,
      `${hoved}.${krop}`,
      'x',
      sted.browser().cookies() || 'y',
    ]
    for (const skaev of skaeve) expect((await post(sted, sag(), bearer(skaev))).status).toBe(401)
    expect((await post(sted, sag(), bearer(token))).status).toBe(200)
  })

  test('ends at once when its source is blocked', async () => {
    const token = (
      JSON.parse((await form({ ...GRANT, client_id: 'kastanje:sag', client_secret: HEMMELIG })).tekst) as { access_token: string }
    ).access_token
    await sted.system.kilder.setSpaerret(KILDER.a.id, sted.system.clock.now())
    try {
      const svar = await post(sted, sag(), bearer(token))
      expect([svar.status, JSON.parse(svar.tekst)]).toMatchObject([403, { kode: 'KILDE_SPAERRET' }])
      const nyt = await form({ ...GRANT, client_id: 'kastanje:sag', client_secret: HEMMELIG })
      expect([nyt.status, JSON.parse(nyt.tekst)]).toMatchObject([403, { kode: 'KILDE_SPAERRET' }])
    } finally {
      await sted.system.kilder.setSpaerret(KILDER.a.id, undefined)
    }
  })
})

/** A request as it is written, with nothing put right. */
const raw = (tekst: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(sted.origin)
    const socket = connect(Number(port), hostname, () => socket.write(tekst))
    let svar = ''
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (del) => (svar += del.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(svar))
  })
const statusOf = (svar: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(svar)?.[1])
const NOEGLE = `X-Borgerblikket-Udviklingsnoegle: ${somKilde('a')['x-borgerblikket-udviklingsnoegle']}`
const FAELLES = 'Host: localhost\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\nIdempotency-Key: x\r\n'
const poster = (headers: readonly string[], krop = '{}\n', sti = '/api/v1/leverancer') =>
  raw(
    `POST ${sti} HTTP/1.1\r\n${FAELLES}${headers.map((header) => `${header}\r\n`).join('')}Content-Length: ${krop.length}\r\n\r\n${krop}`,
  )

describe('who calls is one and the same to everybody who reads the request', () => {
  test.each<[string, string[], number, string]>([
    ['a key and a token', [NOEGLE, 'Authorization: Bearer x'], 400, 'LEGITIMATION_TVETYDIG'],
    ['a key and an empty token', [NOEGLE, 'Authorization: Bearer '], 400, 'LEGITIMATION_TVETYDIG'],
    ['a key and Basic', [NOEGLE, 'Authorization: Basic eDp5'], 400, 'LEGITIMATION_TVETYDIG'],
    ['two tokens', ['Authorization: Bearer x', 'Authorization: Bearer y'], 400, 'LEGITIMATION_TVETYDIG'],
    ['a key twice', [NOEGLE, NOEGLE], 401, 'LEGITIMATION_UKENDT'],
    ['an empty key', ['X-Borgerblikket-Udviklingsnoegle: '], 401, 'LEGITIMATION_UKENDT'],
    ['an empty token', ['Authorization: Bearer '], 401, 'TOKEN_UGYLDIGT'],
    ['a token with a space', ['Authorization: Bearer x y'], 401, 'TOKEN_UGYLDIGT'],
    ['an empty header', ['Authorization: '], 401, 'TOKEN_UGYLDIGT'],
    ['a very long token', [`Authorization: Bearer ${'a.'.repeat(5_000)}`], 401, 'TOKEN_UGYLDIGT'],
  ])('%s', async (_, headers, status, kode) => {
    const svar = await poster(headers)
    expect([statusOf(svar), svar]).toEqual([status, expect.stringContaining(`"kode":"${kode}"`)])
  })

  test('the same request without a trick is let in', async () => {
    expect(statusOf(await poster([NOEGLE]))).toBe(200)
  })

  test.each([
    ['headers without end', () => poster([NOEGLE, `X-Lang: ${'a'.repeat(40_000)}`]), 431],
    ['a length and pieces at once', () => poster([NOEGLE, 'Transfer-Encoding: chunked']), 400],
    ['a header over two lines', () => poster([NOEGLE, 'X-Foldet: a\r\n b']), 400],
    ['no host', () => raw(`POST /api/v1/leverancer HTTP/1.1\r\n${NOEGLE}\r\nContent-Length: 0\r\n\r\n`), 400],
  ])('%s: refused', async (_, ask, status) => {
    expect(statusOf(await ask())).toBe(status)
  })

  test.each([
    '//api/v1/leverancer',
    '/api/v1/leverancer/',
    '/API/v1/leverancer',
    '/api/v1/./leverancer',
    '/api/v1/x/../leverancer',
    '/api/v1/leverancer;x',
    '/api/v1/leverancer%00',
    '/api/v1%2fleverancer',
  ])('by another way of writing the path there is nothing: %s', async (sti) => {
    const svar = await poster([NOEGLE], '{}\n', sti)
    expect([400, 404]).toContain(statusOf(svar))
    expect(svar).not.toContain('"slut"')
  })

  test('another method, or a method in a header, is not taken for POST', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect((await send(sted.origin, '/api/v1/leverancer', { method, headers: somKilde('a') }, sted.agent)).status).toBe(404)
    const svar = await send(
      sted.origin,
      '/api/v1/afvisninger',
      { headers: { ...somKilde('a'), 'x-http-method-override': 'POST' } },
      sted.agent,
    )
    expect(svar.status).toBe(200)
  })

  test.each([
    '{"__proto__":{"smittet":1},"art":"sag"}',
    '{"constructor":{"prototype":{"smittet":1}},"art":"sag"}',
    '{"art":"__proto__"}',
    '{"art":"constructor"}',
    '{"art":"sag","egenskaber":[{"__proto__":{"titel":"x"}}]}',
    '{"art":"sag","sagsaktoerer":[{"rolle":"__proto__"},{"rolle":"constructor"},{"rolle":"toString"}]}',
    '{"art":"sag","sagsklasser":[{"rolle":"Primær klasse","type":"valueOf"}]}',
  ])('names that JavaScript has of its own do nothing: %s', async (linje) => {
    const linjer = toLinjer((await post(sted, `${linje}\n`)).tekst)
    expect(linjer.at(-1)).toMatchObject({ linjer: 1, afvist: 1 })
    expect(({} as Record<string, unknown>)['smittet']).toBeUndefined()
  })
})

test('secrets cannot be tried out: from one address there are sixty tries a minute', async () => {
  const svar = []
  for (let i = 0; i < 65; i++) svar.push(await form({ grant_type: 'x' }))
  const sidste = svar.at(-1)
  expect([sidste?.status, JSON.parse(sidste?.tekst ?? '')]).toMatchObject([
    429,
    { kode: 'FOR_MANGE_KALD', error: 'invalid_request' },
  ])
  expect(Number(sidste?.headers['retry-after'])).toBeGreaterThan(0)
})
