import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt, uuid } from '#kernel'
import { createCertifikat } from '#platform/crypto'
import { openDatabase } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { useOnce } from './engang.ts'
import {
  findHaendelser,
  fjernCertifikat,
  fjernNoegle,
  isTaetPaaUdloeb,
  opretKilde,
  skiftHemmelighed,
  spaerKilde,
  tilfoejCertifikat,
  tilfoejNoegler,
} from './forvalt.ts'
import { eojKilde } from './kilde.bygger.ts'
import { createKilderegister, type Kilderegister } from './kilderegister.ts'

let t: Testdatabase
let kilder: Kilderegister
let nu: Tidspunkt = tidspunkt('2026-11-22T12:00:00Z')
const clock = { now: () => nu }
const deps = () => ({ db: t.db, kilder, clock })
const id = eojKilde().id
const UKENDT = uuid('00000000-0000-4000-8000-0000000000ff')
const { privateKey: noegle, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const cert = (til: string) => createCertifikat({ navn: 'Lindely', noegle, fra: new Date('2026-01-01'), til: new Date(til) })
const udfald = (svar: { ok: boolean; afvisning?: string }) => (svar.ok ? 'ok' : svar.afvisning)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

beforeAll(async () => {
  t = await createTestDatabase()
  kilder = await createKilderegister(t.db, clock)
  await opretKilde(deps(), eojKilde(), 'anna')
})
afterAll(() => t.close())

test('a source is registered once, and neither it nor its client id twice', async () => {
  expect(udfald(await opretKilde(deps(), eojKilde({ navn: 'En anden' }), 'anna'))).toBe('KILDE_FINDES')
  expect(udfald(await opretKilde(deps(), eojKilde({ id: UKENDT }), 'anna'))).toBe('KILDE_FINDES')
  expect((await kilder.find(id))?.navn).toBe('Lindely Omsorg')
})

test('a new secret opens, the old one does not, and neither is in the database or the record', async () => {
  const foerste = await skiftHemmelighed(deps(), id, 'anna')
  const anden = await skiftHemmelighed(deps(), id, 'bo')
  if (!foerste.ok || !anden.ok) throw new Error('refused')
  const enter = async (hemmelighed: string) => udfald(await kilder.authenticate({ klientId: 'lindely', hemmelighed }))
  expect(await enter(anden.value)).toBe('ok')
  expect(await enter(foerste.value)).toBe('LEGITIMATION_UKENDT')
  const alt = await t.asOwner<{ tekst: string }>(
    'SELECT kilde::text AS tekst FROM kilde UNION ALL SELECT h::text FROM kilde_haendelse h',
  )
  for (const { tekst } of alt) for (const svar of [foerste, anden]) expect(tekst).not.toContain(svar.value)
})

test('two certificates are valid at a time, a third waits for one to run out, and a warning comes before', async () => {
  const gammelt = await tilfoejCertifikat(deps(), id, cert('2026-12-10T00:00:00Z'), 'anna')
  const nyt = await tilfoejCertifikat(deps(), id, cert('2028-01-01T00:00:00Z'), 'anna')
  if (!gammelt.ok || !nyt.ok) throw new Error('refused')
  expect(udfald(await tilfoejCertifikat(deps(), id, cert('2029-01-01T00:00:00Z'), 'anna'))).toBe('FOR_MANGE_CERTIFIKATER')
  for (const { value } of [gammelt, nyt])
    expect(udfald(await kilder.authenticate({ certifikatFingeraftryk: hex(value.fingeraftryk) }))).toBe('ok')
  expect([gammelt, nyt].map(({ value }) => isTaetPaaUdloeb(value, nu))).toEqual([true, false])
  nu = tidspunkt('2026-12-10T00:00:00Z')
  const tredje = await tilfoejCertifikat(deps(), id, cert('2029-01-01T00:00:00Z'), 'anna')
  if (!tredje.ok) throw new Error('refused')
  expect(udfald(await fjernCertifikat(deps(), id, hex(tredje.value.fingeraftryk), 'bo'))).toBe('ok')
  expect(udfald(await kilder.authenticate({ certifikatFingeraftryk: hex(tredje.value.fingeraftryk) }))).toBe(
    'LEGITIMATION_UKENDT',
  )
})

test('of many that add a certificate at the same time, where there is room for one, one is let in', async () => {
  const anden = eojKilde({ id: uuid('00000000-0000-4000-8000-0000000000e2'), klientId: undefined })
  await opretKilde(deps(), anden, 'anna')
  const baser = Array.from({ length: 8 }, () => openDatabase(t.app))
  const add = (_: unknown, i: number) =>
    tilfoejCertifikat({ ...deps(), db: baser[i] ?? t.db }, anden.id, cert('2028-01-01T00:00:00Z'), 'anna')
  await add(undefined, 0)
  // Connected beforehand, so that they come at once and not as they get through.
  await Promise.all(baser.map((base) => base.transaction({ rolle: 'opsaetning' }, async () => undefined)))
  const svar = (await Promise.all(baser.map(add))).map(udfald).sort()
  expect(svar).toEqual([...Array(7).fill('FOR_MANGE_CERTIFIKATER'), 'ok'])
  await Promise.all(baser.map((base) => base.close()))
  expect(udfald(await skiftHemmelighed(deps(), anden.id, 'anna'))).toBe('KLIENTID_MANGLER')
})

test.each([
  ['a file that is no certificate', 'hej', 'CERTIFIKAT_ULAESELIGT'],
  ['two in one file', cert('2029-01-01') + cert('2029-01-01'), 'CERTIFIKAT_ULAESELIGT'],
  ['one that has run out', cert('2026-10-01'), 'CERTIFIKAT_UDLOEBET'],
])('%s is not registered', async (_, pem, forventet) => {
  expect(udfald(await tilfoejCertifikat(deps(), id, pem, 'anna'))).toBe(forventet)
})

test('public keys are registered by their kid, a private one never', async () => {
  const jwk = publicKey.export({ format: 'jwk' })
  const add = (indhold: object) => tilfoejNoegler(deps(), id, JSON.stringify(indhold), 'anna')
  const uden = await add(jwk)
  expect(uden).toMatchObject({ ok: true, value: [expect.stringMatching(/^[\w-]{43}$/)] })
  expect(udfald(await add(jwk))).toBe('NOEGLE_FINDES')
  expect(
    udfald(
      await add({
        keys: [
          { ...jwk, kid: 'a' },
          { ...jwk, kid: 'b' },
        ],
      }),
    ),
  ).toBe('ok')
  expect(udfald(await add(noegle.export({ format: 'jwk' })))).toBe('NOEGLE_HEMMELIG')
  expect(udfald(await add({ kty: 'oct', k: 'AAAA' }))).toBe('NOEGLE_HEMMELIG')
  expect(udfald(await add({ kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' }))).toBe('NOEGLE_ULAESELIG')
  expect(udfald(await add({ ...jwk, n: Buffer.alloc(128, 0xff).toString('base64url'), kid: 'kort' }))).toBe('NOEGLE_ULAESELIG')
  expect(udfald(await add({ keys: [] }))).toBe('NOEGLE_ULAESELIG')
  expect(udfald(await add({ keys: ['c', 'd', 'e'].map((kid) => ({ ...jwk, kid })) }))).toBe('FOR_MANGE_NOEGLER')
  expect(udfald(await fjernNoegle(deps(), id, 'a', 'bo'))).toBe('ok')
  expect(udfald(await fjernNoegle(deps(), id, 'a', 'bo'))).toBe('NOEGLE_UKENDT')
})

test('each step is recorded with who and when, a refused one is not, and the record cannot be changed', async () => {
  await spaerKilde(deps(), id, false, 'nøglen er kommet væk', 'cecilie')
  expect(await kilder.find(id)).toMatchObject({ spaerret: nu })
  expect(udfald(await spaerKilde(deps(), UKENDT, false, 'x', 'cecilie'))).toBe('KILDE_UKENDT')
  const [seneste] = await findHaendelser(deps(), id)
  expect(seneste).toEqual({ hvad: 'spærret', detaljer: { grund: 'nøglen er kommet væk' }, hvem: 'cecilie', hvornaar: nu })
  const hvad = (await findHaendelser(deps(), id)).map((haendelse) => haendelse.hvad).reverse()
  expect(hvad.slice(0, 3)).toEqual(['oprettet', 'hemmelighed skiftet', 'hemmelighed skiftet'])
  for (const aendring of ["UPDATE kilde_haendelse SET hvem = 'x'", 'DELETE FROM kilde_haendelse'])
    await expect(t.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run({ text: aendring, values: [] }))).rejects.toMatchObject(
      {
        kode: '42501',
      },
    )
})

test('what may be used once is forgotten after it has run out, and not before', async () => {
  const brug = (vaerdi: string, sekunder: number) =>
    useOnce(t.db, nu, { slags: 'besked', kilde: id, vaerdi, udloeber: tidspunkt(new Date(Date.parse(nu) + sekunder * 1000)) })
  expect(await brug('a', 60)).toBe(true)
  expect(await brug('a', 60)).toBe(false)
  expect(await useOnce(t.db, nu, { slags: 'besked', kilde: UKENDT, vaerdi: 'a', udloeber: nu })).toBe(true)
  nu = tidspunkt(new Date(Date.parse(nu) + 170_000))
  expect(await brug('a', 60)).toBe(false)
  nu = tidspunkt(new Date(Date.parse(nu) + 30_000))
  await brug('b', 60)
  const [antal] = await t.asOwner<{ antal: number }>('SELECT count(*)::integer AS antal FROM engangsvaerdi')
  expect(antal?.antal).toBe(1)
})
