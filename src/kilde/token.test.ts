import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt, type Uuid, uuid } from '#kernel'
import { eojKilde } from './kilde.bygger.ts'
import type { Kilde } from './kilde.ts'
import { issueToken, type Tokenopsaetning, verifyToken } from './token.ts'

const NU = tidspunkt('2026-11-22T12:00:00Z')
const efter = (sekunder: number): Tidspunkt => tidspunkt(new Date(Date.parse(NU) + sekunder * 1000))
const HEMMELIG = new Uint8Array(32).fill(7)
const hs: Tokenopsaetning = {
  noegle: { alg: 'HS256', hemmelig: HEMMELIG },
  udsteder: 'https://borgerblikket.test',
  modtager: 'https://borgerblikket.test/api/v1',
}
let ed: Tokenopsaetning
beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA')
  ed = { ...hs, noegle: { alg: 'EdDSA', privat: privateKey, offentlig: publicKey } }
})

const register = (...kilder: Kilde[]) => ({ find: async (id: Uuid) => kilder.find((kilde) => kilde.id === id) })
const verify = async (opsaetning: Tokenopsaetning, token: string, nu = NU, i = register(eojKilde())) => {
  const svar = await verifyToken(opsaetning, i, token, nu)
  return svar.ok ? svar.value.navn : svar.afvisning
}

describe.each(['HS256', 'EdDSA'])('%s', (alg) => {
  const opsaetning = () => (alg === 'HS256' ? hs : ed)

  test('a token opens for the source it was issued to, for ten minutes', async () => {
    const token = await issueToken(opsaetning(), eojKilde(), NU)
    expect(await verify(opsaetning(), token)).toBe('Lindely Omsorg')
    expect(await verify(opsaetning(), token, efter(599))).toBe('Lindely Omsorg')
    expect(await verify(opsaetning(), token, efter(600))).toBe('TOKEN_UDLOEBET')
  })

  test('one bound to a certificate is taken with that certificate alone', async () => {
    const [egen, anden] = ['ab'.repeat(32), 'cd'.repeat(32)]
    const bundet = await issueToken(opsaetning(), eojKilde(), NU, egen)
    const ubundet = await issueToken(opsaetning(), eojKilde(), NU)
    const brug = async (token: string, certifikat?: string) => {
      const svar = await verifyToken(opsaetning(), register(eojKilde()), token, NU, certifikat)
      return svar.ok ? svar.value.navn : svar.afvisning
    }
    expect(await brug(bundet, egen)).toBe('Lindely Omsorg')
    expect(await brug(bundet, anden)).toBe('TOKEN_BUNDET')
    expect(await brug(bundet)).toBe('TOKEN_BUNDET')
    expect(await brug(ubundet, egen)).toBe('LEGITIMATION_TVETYDIG')
  })

  test('a source that is blocked or removed is refused at once, however valid its token', async () => {
    const token = await issueToken(opsaetning(), eojKilde(), NU)
    expect(await verify(opsaetning(), token, NU, register(eojKilde({ spaerret: NU })))).toBe('KILDE_SPAERRET')
    expect(await verify(opsaetning(), token, NU, register())).toBe('LEGITIMATION_UKENDT')
  })

  test('a token for another audience, of another issuer, from the future or altered is none', async () => {
    const token = await issueToken(opsaetning(), eojKilde(), NU)
    expect(await verify({ ...opsaetning(), modtager: 'https://andet.test' }, token)).toBe('TOKEN_UGYLDIGT')
    expect(await verify({ ...opsaetning(), udsteder: 'https://andet.test' }, token)).toBe('TOKEN_UGYLDIGT')
    expect(await verify(opsaetning(), token, efter(-1))).toBe('TOKEN_UGYLDIGT')
    const [hoved, krop, underskrift] = token.split('.')
    const anden = { ...JSON.parse(Buffer.from(krop!, 'base64url').toString()), sub: '00000000-0000-4000-8000-0000000000e2' }
    const aendret = `${hoved}.${Buffer.from(JSON.stringify(anden)).toString('base64url')}.${underskrift}`
    for (const falsk of [aendret, `${hoved}.${krop}.`, '', 'a.b.c'])
      expect(await verify(opsaetning(), falsk)).toBe('TOKEN_UGYLDIGT')
  })
})

describe('a JWT that is no access token of ours', () => {
  const krav = (type: string, sub: string) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', typ: type })
      .setIssuer(hs.udsteder)
      .setAudience(hs.modtager)
      .setSubject(sub)
      .setJti('x')
      .setIssuedAt(Date.parse(NU) / 1000)
      .setExpirationTime('10 years')

  test('of another type, or for no source', async () => {
    const kilde = eojKilde().id
    expect(await verify(hs, await krav('at+jwt', kilde).sign(HEMMELIG))).toBe('Lindely Omsorg')
    expect(await verify(hs, await krav('JWT', kilde).sign(HEMMELIG))).toBe('TOKEN_UGYLDIGT')
    expect(await verify(hs, await krav('at+jwt', 'lindely').sign(HEMMELIG))).toBe('TOKEN_UGYLDIGT')
  })

  test('with an expiry further ahead than ten minutes it still ends after ten', async () => {
    const token = await krav('at+jwt', eojKilde().id).sign(HEMMELIG)
    expect(await verify(hs, token, efter(601))).toBe('TOKEN_UDLOEBET')
  })

  test('without a signature, or signed with another key or algorithm', async () => {
    const usigneret = new UnsecuredJWT({})
      .setIssuer(hs.udsteder)
      .setAudience(hs.modtager)
      .setSubject(eojKilde().id)
      .setIssuedAt(Date.parse(NU) / 1000)
      .setExpirationTime(Date.parse(NU) / 1000 + 60)
      .encode()
    expect(await verify(hs, usigneret)).toBe('TOKEN_UGYLDIGT')
    expect(await verify(hs, await issueToken(ed, eojKilde(), NU))).toBe('TOKEN_UGYLDIGT')
    expect(await verify(ed, await issueToken(hs, eojKilde(), NU))).toBe('TOKEN_UGYLDIGT')
    const andenNoegle: Tokenopsaetning = { ...hs, noegle: { alg: 'HS256', hemmelig: new Uint8Array(32).fill(8) } }
    expect(await verify(andenNoegle, await issueToken(hs, eojKilde(), NU))).toBe('TOKEN_UGYLDIGT')
  })
})

test('two tokens of the same second have ids of their own', async () => {
  const jti = async () =>
    JSON.parse(Buffer.from((await issueToken(hs, eojKilde(), NU)).split('.')[1]!, 'base64url').toString()).jti
  expect(uuid(await jti())).not.toBe(uuid(await jti()))
})

test('a register that cannot be read is an error, not a refusal', async () => {
  const nede = {
    find: () => Promise.reject(new Error('down')),
  }
  await expect(verifyToken(hs, nede, await issueToken(hs, eojKilde(), NU), NU)).rejects.toThrow('down')
})
