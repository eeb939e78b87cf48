import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { parseWebsted } from '../websted.ts'
import { createBroker } from './broker.ts'
import type { Loginforsoeg } from './forsoeg.ts'
import { BORGERINDGANG } from './indgang.ts'

/** A broker that lies: it answers the code exchange with whatever a test has arranged. */
let server: Server
let udsteder: string
let svar: (nonce: string) => Promise<{ status: number; type: string; krop: string }>
let aegte: CryptoKey
let offentlig: object
const websted = parseWebsted('https://borgerblikket.example')
const NU = tidspunkt(new Date())

beforeAll(async () => {
  const par = await generateKeyPair('RS256', { extractable: true })
  aegte = par.privateKey
  offentlig = await exportJWK(par.publicKey)
  const jwk = { ...(await exportJWK(par.publicKey)), kid: 'a', alg: 'RS256', use: 'sig' }
  server = createServer(async (req, res) => {
    const send = (status: number, type: string, krop: string) => res.writeHead(status, { 'content-type': type }).end(krop)
    if (req.url === '/.well-known/openid-configuration')
      return send(
        200,
        'application/json',
        JSON.stringify({
          issuer: udsteder,
          authorization_endpoint: `${udsteder}/auth`,
          token_endpoint: `${udsteder}/token`,
          jwks_uri: `${udsteder}/jwks`,
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      )
    if (req.url === '/jwks') return send(200, 'application/json', JSON.stringify({ keys: [jwk] }))
    const { status, type, krop } = await svar(nonce)
    return send(status, type, krop)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  udsteder = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

let nonce = ''
let forsoeg: Loginforsoeg
let broker: ReturnType<typeof createBroker>
beforeEach(async () => {
  broker = createBroker({ udsteder, klientId: 'os', klientHemmelighed: 'x' }, websted, BORGERINDGANG)
  const begyndt = await broker.begin('/', NU)
  if (!begyndt.ok) throw new Error(begyndt.afvisning.kode)
  forsoeg = begyndt.value.forsoeg
  nonce = forsoeg.nonce
})

type Token = { noegle?: CryptoKey; audience?: string; issuer?: string; nonce?: string; exp?: string }
const token = async (mere: Token) => {
  const jwt = new SignJWT({ nonce: mere.nonce ?? nonce, 'dk.cpr': '6103854321' })
    .setProtectedHeader({ alg: 'RS256', kid: 'a' })
    .setIssuer(mere.issuer ?? udsteder)
    .setAudience(mere.audience ?? 'os')
    .setSubject('anna')
    .setIssuedAt()
    .setExpirationTime(mere.exp ?? '5m')
  return jwt.sign(mere.noegle ?? aegte)
}
const answerWith = (idToken: string) => async () => ({
  status: 200,
  type: 'application/json',
  krop: JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: idToken }),
})
const complete = () => broker.complete(new URLSearchParams({ code: 'c', state: forsoeg.state }), forsoeg)

test('a login asks for a fresh one, with PKCE, the scopes for MitID and CPR, and an answer to our own address', async () => {
  const begyndt = await broker.begin('/sager', NU)
  if (!begyndt.ok) throw new Error(begyndt.afvisning.kode)
  expect(Object.fromEntries(begyndt.value.url.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    scope: 'openid mitid ssn',
    prompt: 'login',
    redirect_uri: 'https://borgerblikket.example/log-ind/retur',
  })
  expect(begyndt.value.forsoeg.state).not.toBe(forsoeg.state)
  expect(begyndt.value.url.href).not.toContain(begyndt.value.forsoeg.verifier)
})

test('a token as it should be is believed', async () => {
  svar = answerWith(await token({}))
  expect(await complete()).toMatchObject({ ok: true, value: { sub: 'anna', 'dk.cpr': '6103854321' } })
})

test.each([
  ['signed by somebody else', async () => token({ noegle: (await generateKeyPair('RS256')).privateKey })],
  ['for another site', () => token({ audience: 'en anden' })],
  ['from another issuer', () => token({ issuer: 'https://ond.example' })],
  ['for another login', () => token({ nonce: 'en anden' })],
  ['out of date', () => token({ exp: '-1m' })],
  ['unsigned', async () => `${(await token({})).split('.').slice(0, 2).join('.')}.`],
])('a token %s is refused', async (_navn, make) => {
  svar = answerWith(await make())
  const resultat = await complete()
  expect(resultat).toMatchObject({ ok: false, afvisning: { afvisning: 'MITID_AFVISTE' } })
  expect(JSON.stringify(resultat)).not.toContain('6103854321')
})

const del = (vaerdi: unknown): string => Buffer.from(JSON.stringify(vaerdi)).toString('base64url')
/** The claims of a right token under another header, signed in another way. */
const medHoved = async (hoved: object, underskriv: (tekst: string) => string | Promise<string>): Promise<string> => {
  const tekst = `${del(hoved)}.${(await token({})).split('.')[1]}`
  return `${tekst}.${await underskriv(tekst)}`
}
const hmacMed = (hemmelighed: string | Buffer) => (tekst: string) =>
  createHmac('sha256', hemmelighed).update(tekst).digest('base64url')
const medKrav = (krav: object, kid = 'a') =>
  new SignJWT({
    nonce,
    'dk.cpr': '6103854321',
    iss: udsteder,
    sub: 'anna',
    aud: 'os',
    iat: Math.floor(Date.now() / 1000),
    ...krav,
  })
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(aegte)
const om = (sekunder: number) => Math.floor(Date.now() / 1000) + sekunder

test.each([
  ['that says it has no algorithm', () => medHoved({ alg: 'none' }, () => '')],
  ['signed with our own secret', () => medHoved({ alg: 'HS256', kid: 'a' }, hmacMed('x'))],
  [
    'signed with the public key as a secret',
    async () => medHoved({ alg: 'HS256', kid: 'a' }, hmacMed(JSON.stringify(offentlig))),
  ],
  [
    'that brings its own key',
    async () => {
      const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
      return new SignJWT({ nonce, 'dk.cpr': '6103854321' })
        .setProtectedHeader({ alg: 'RS256', kid: 'a', jwk: await exportJWK(publicKey), jku: 'https://ond.example/jwks' })
        .setIssuer(udsteder)
        .setAudience('os')
        .setSubject('anna')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey)
    },
  ],
  ['by a key that the broker has not', () => medKrav({ exp: om(300) }, '../../a')],
  ['for two sites', () => medKrav({ aud: ['os', 'en anden'], exp: om(300) })],
  ['for two sites, of which the other got it', () => medKrav({ aud: ['os', 'en anden'], azp: 'en anden', exp: om(300) })],
  ['without an end', () => medKrav({})],
  ['that begins tomorrow', () => medKrav({ nbf: om(86_400), exp: om(90_000) })],
  ['without a nonce', () => medKrav({ nonce: undefined, exp: om(300) })],
  ['with two nonces', () => medKrav({ nonce: [nonce], exp: om(300) })],
])('a token %s is refused', async (_navn, make) => {
  svar = answerWith(await make())
  const resultat = await complete()
  expect(resultat).toMatchObject({ ok: false, afvisning: { afvisning: 'MITID_AFVISTE' } })
  expect(JSON.stringify(resultat)).not.toContain('6103854321')
})

test('and one put together in the same way is believed', async () => {
  svar = answerWith(await medKrav({ exp: om(300) }))
  expect(await complete()).toMatchObject({ ok: true })
})

test.each([
  ['of another issuer', { iss: 'https://ond.example' }],
  ['to another attempt', { state: 'en-anden' }],
  ['without an attempt', { state: '' }],
  ['that is two', { code: 'd' }],
])('an answer %s is refused before the code is used', async (_navn, andet: Readonly<Record<string, string>>) => {
  let spurgt = false
  const ret = answerWith(await token({}))
  svar = () => {
    spurgt = true
    return ret()
  }
  const query = new URLSearchParams({ code: 'c', state: forsoeg.state })
  for (const [navn, vaerdi] of Object.entries(andet))
    if (vaerdi === '') query.delete(navn)
    else if (navn === 'code') query.append(navn, vaerdi)
    else query.set(navn, vaerdi)
  expect(await broker.complete(query, forsoeg)).toMatchObject({ ok: false })
  expect(spurgt).toBe(false)
})

test.each([
  [{ status: 400, type: 'application/json', krop: '{"error":"invalid_grant"}' }, 'FORSOEG_UKENDT'],
  [{ status: 401, type: 'application/json', krop: '{"error":"invalid_client"}' }, 'MITID_AFVISTE'],
  [{ status: 502, type: 'text/html', krop: '<h1>Bad gateway</h1>' }, 'MITID_SVARER_IKKE'],
  [{ status: 200, type: 'application/json', krop: '{"access_token":"a","token_type":"Bearer"}' }, 'MITID_AFVISTE'],
])('the broker answers %j: %s', async (arrangeret, afvisning) => {
  svar = async () => arrangeret
  expect(await complete()).toMatchObject({ ok: false, afvisning: { afvisning } })
})

test('a broker without a place to log out has none', async () => {
  expect(await broker.endSessionUrl()).toBeUndefined()
})
