import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt, uuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { opretKilde, spaerKilde, tilfoejNoegler } from './forvalt.ts'
import { eojKilde } from './kilde.bygger.ts'
import { createKilderegister, type Kilderegister } from './kilderegister.ts'
import { verifyKlientpaastand } from './klientpaastand.ts'

const NU = tidspunkt('2026-11-22T12:00:00Z')
const SEK = Date.parse(NU) / 1000
const AUD = 'https://borgerblikket.test/api/v1/token'
const ANDEN = eojKilde({ id: uuid('00000000-0000-4000-8000-0000000000e2'), klientId: 'anden' })
const ALGORITMER = ['PS256', 'ES256', 'EdDSA'] as const

let t: Testdatabase
let kilder: Kilderegister
const par: Record<string, Awaited<ReturnType<typeof generateKeyPair>>> = {}
beforeAll(async () => {
  t = await createTestDatabase()
  const clock = { now: () => NU }
  kilder = await createKilderegister(t.db, clock)
  const deps = { db: t.db, kilder, clock }
  await opretKilde(deps, eojKilde(), 'test')
  await opretKilde(deps, ANDEN, 'test')
  for (const alg of [...ALGORITMER, 'fremmed'])
    par[alg] = await generateKeyPair(alg === 'fremmed' ? 'ES256' : alg, { extractable: true })
  const jwks = await Promise.all(ALGORITMER.map(async (alg) => ({ ...(await exportJWK(par[alg]!.publicKey)), kid: alg })))
  expect(await tilfoejNoegler(deps, eojKilde().id, JSON.stringify({ keys: jwks }), 'test')).toEqual({
    ok: true,
    value: [...ALGORITMER],
  })
})
afterAll(() => t.close())

let nummer = 0
const krav = (mere: JWTPayload = {}): JWTPayload => ({
  iss: 'lindely',
  sub: 'lindely',
  aud: AUD,
  exp: SEK + 60,
  jti: `jti-${++nummer}`,
  ...mere,
})
const sign = (payload: JWTPayload, alg = 'ES256', noegle = par[alg]!.privateKey as Parameters<SignJWT['sign']>[0], kid = alg) =>
  new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(noegle)
const verify = async (jwt: string, nu: Tidspunkt = NU) => {
  const svar = await verifyKlientpaastand({ db: t.db, kilder, modtagere: [AUD, 'https://borgerblikket.test'] }, jwt, nu)
  return svar.ok ? svar.value.navn : svar.afvisning
}

test.each(ALGORITMER)('%s: an assertion is the source’s that registered the key, once', async (alg) => {
  const jwt = await sign(krav(), alg)
  expect(await verify(jwt)).toBe('Lindely Omsorg')
  expect(await verify(jwt)).toBe('PAASTAND_GENTAGET')
})

test('the same jti in another text is the same assertion', async () => {
  const payload = krav()
  expect(await verify(await sign(payload))).toBe('Lindely Omsorg')
  expect(await verify(await sign({ ...payload, exp: SEK + 61 }))).toBe('PAASTAND_GENTAGET')
})

test('of many processes at once one is let in', async () => {
  const jwt = await sign(krav())
  const svar = await Promise.all(Array.from({ length: 8 }, () => verify(jwt)))
  expect(svar.filter((navn) => navn === 'Lindely Omsorg')).toHaveLength(1)
})

test.each<[string, () => Promise<string>, string]>([
  ['no JWT', async () => 'a.b', 'PAASTAND_UGYLDIG'],
  ['an endless one', () => sign(krav({ fyld: 'a'.repeat(5000) })), 'PAASTAND_UGYLDIG'],
  [
    'without kid',
    () => new SignJWT(krav()).setProtectedHeader({ alg: 'ES256' }).sign(par['ES256']!.privateKey),
    'PAASTAND_UGYLDIG',
  ],
  [
    'unsigned',
    async () => {
      const del = (indhold: object) => Buffer.from(JSON.stringify(indhold)).toString('base64url')
      return `${del({ alg: 'none', kid: 'ES256' })}.${del(krav())}.`
    },
    'PAASTAND_ALGORITME',
  ],
  [
    'HMAC with the public key',
    async () => {
      const spki = JSON.stringify(await exportJWK(par['ES256']!.publicKey))
      return new SignJWT(krav()).setProtectedHeader({ alg: 'HS256', kid: 'ES256' }).sign(Buffer.from(spki.padEnd(64)))
    },
    'PAASTAND_ALGORITME',
  ],
  [
    'another key of the source than kid says',
    () => sign(krav(), 'ES256', par['ES256']!.privateKey, 'EdDSA'),
    'PAASTAND_ALGORITME',
  ],
  ['a key that is nobody’s', () => sign(krav(), 'ES256', par['fremmed']!.privateKey), 'PAASTAND_SIGNATUR'],
  ['an unknown kid', () => sign(krav(), 'ES256', par['ES256']!.privateKey, 'ukendt'), 'PAASTAND_NOEGLE_UKENDT'],
  ['an unknown client', () => sign(krav({ iss: 'ingen', sub: 'ingen' })), 'PAASTAND_NOEGLE_UKENDT'],
  ['another client', () => sign(krav({ iss: 'anden', sub: 'anden' })), 'PAASTAND_NOEGLE_UKENDT'],
  ['iss that is not sub', () => sign(krav({ sub: 'anden' })), 'PAASTAND_UGYLDIG'],
  ['another audience', () => sign(krav({ aud: 'https://andet.test' })), 'PAASTAND_MODTAGER'],
  ['two audiences', () => sign(krav({ aud: [AUD, 'https://andet.test'] })), 'PAASTAND_MODTAGER'],
  ['run out', () => sign(krav({ exp: SEK - 31 })), 'PAASTAND_UDLOEBET'],
  ['not yet valid', () => sign(krav({ nbf: SEK + 40 })), 'PAASTAND_UDLOEBET'],
  ['for an hour', () => sign(krav({ exp: SEK + 3600 })), 'PAASTAND_FOR_LANG'],
  [
    'without jti',
    () => {
      const { jti: _, ...uden } = krav()
      return sign(uden)
    },
    'PAASTAND_UGYLDIG',
  ],
  [
    'without exp',
    () => {
      const { exp: _, ...uden } = krav()
      return sign(uden)
    },
    'PAASTAND_UGYLDIG',
  ],
])('%s is refused', async (_, lav, forventet) => {
  expect(await verify(await lav())).toBe(forventet)
})

test('a blocked source is told so, and its assertion is not used up', async () => {
  const jwt = await sign(krav())
  const deps = { db: t.db, kilder, clock: { now: () => NU } }
  await spaerKilde(deps, eojKilde().id, false, 'prøve', 'test')
  expect(await verify(jwt)).toBe('KILDE_SPAERRET')
  await spaerKilde(deps, eojKilde().id, true, 'prøve', 'test')
  expect(await verify(jwt)).toBe('Lindely Omsorg')
})
