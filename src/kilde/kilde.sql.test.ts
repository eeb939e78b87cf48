import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseKlePraefiks, type Tidspunkt, tidspunkt, uuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { createNoegle, hashHemmelighed, hashNoegle } from './hemmelighed.ts'
import { eojKilde } from './kilde.bygger.ts'
import { createKilderegister } from './kilderegister.ts'

let t: Testdatabase
let nu: Tidspunkt = tidspunkt('2026-11-22T12:00:00Z')
const clock = { now: () => nu }
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

const ANDEN = uuid('00000000-0000-4000-8000-0000000000e2')

test('a source comes back as it was saved, in this process and in the next', async () => {
  const kilde = eojKilde({ kle: [parseKlePraefiks('27.36')!], rytmeTimer: 6 })
  const register = await createKilderegister(t.db, clock)
  await register.save(kilde)
  expect(await register.find(kilde.id)).toEqual(kilde)
  expect(await (await createKilderegister(t.db, clock)).alle()).toEqual([kilde])
})

test('credentials are kept as hashes only, and stay when the source is saved without them', async () => {
  const noegle = createNoegle()
  const register = await createKilderegister(t.db, clock, { udvikling: true })
  await register.save(eojKilde(), {
    hemmelighed: await hashHemmelighed('god-hemmelighed'),
    udviklingsnoegle: hashNoegle(noegle),
    certifikat: Buffer.alloc(32, 0xc0),
  })
  await register.save(eojKilde({ navn: 'Lindely Omsorg 2' }))
  const forventet = { ok: true, value: { navn: 'Lindely Omsorg 2' } }
  expect(await register.authenticate({ udviklingsnoegle: noegle })).toMatchObject(forventet)
  expect(await register.authenticate({ klientId: 'lindely', hemmelighed: 'god-hemmelighed' })).toMatchObject(forventet)
  expect(await register.authenticate({ certifikatFingeraftryk: 'c0'.repeat(32) })).toMatchObject(forventet)
  const [raekke] = await t.asOwner<{ tekst: string }>('SELECT kilde::text AS tekst FROM kilde')
  expect(raekke?.tekst).not.toContain('god-hemmelighed')
  expect(raekke?.tekst).not.toContain(noegle)
  expect(JSON.stringify(await register.alle())).not.toMatch(/hemmelighed|noegle|certifikat/)
})

test('a register opened without development takes no development key', async () => {
  const noegle = createNoegle()
  const register = await createKilderegister(t.db, clock)
  await register.save(eojKilde({ id: ANDEN, klientId: 'anden' }), { udviklingsnoegle: hashNoegle(noegle) })
  expect(await register.authenticate({ udviklingsnoegle: noegle })).toEqual({
    ok: false,
    afvisning: 'UDVIKLINGSNOEGLE_IKKE_TILLADT',
  })
})

test('a source is blocked at once and can be let in again', async () => {
  const noegle = createNoegle()
  const register = await createKilderegister(t.db, clock, { udvikling: true })
  await register.save(eojKilde({ id: ANDEN, klientId: 'anden' }), { udviklingsnoegle: hashNoegle(noegle) })
  await register.setSpaerret(ANDEN, nu)
  expect((await register.find(ANDEN))?.spaerret).toBe(nu)
  expect(await register.authenticate({ udviklingsnoegle: noegle })).toEqual({ ok: false, afvisning: 'KILDE_SPAERRET' })
  await register.setSpaerret(ANDEN, undefined)
  expect(await register.authenticate({ udviklingsnoegle: noegle })).toMatchObject({ ok: true })
})

test('two sources cannot have the same client id or key', async () => {
  const register = await createKilderegister(t.db, clock)
  await expect(
    register.save(eojKilde({ id: uuid('00000000-0000-4000-8000-0000000000e3'), klientId: 'anden' })),
  ).rejects.toMatchObject({
    kode: '23505',
  })
})

test('a register that can be read no more lets nobody in after half a minute', async () => {
  const anden = await createTestDatabase()
  const register = await createKilderegister(anden.db, clock)
  await register.save(eojKilde())
  await anden.asOwner('REVOKE SELECT ON kilde FROM borgerblikket_opsaetning')
  nu = tidspunkt('2026-11-22T12:00:30Z')
  await expect(register.authenticate({ certifikatFingeraftryk: 'c0'.repeat(32) })).rejects.toThrow('kilde cannot be read')
  await anden.close()
})
