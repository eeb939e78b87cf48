import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, isUuid, newUuid, type Uuid, uuid } from '#kernel'
import { createNoegler } from '#platform/crypto'
import type { Transaktion } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import {
  changeCprNummer,
  findOrCreatePerson,
  openNummer,
  type Partsnummer,
  partsnoegle,
  registerPersonfakta,
  resolveParter,
} from './index.ts'

let base: Testdatabase
const mappe = mkdtempSync(join(tmpdir(), 'bbpart-'))
const noegler = createNoegler(join(mappe, 'noegler'))
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(async () => {
  await base.close()
  rmSync(mappe, { recursive: true, force: true })
})

/** The nth fictive number (day + 60). */
const cpr = (n: number): CprNummer =>
  `6101${String(n % 100).padStart(2, '0')}${String(Math.floor(n / 100)).padStart(4, '0')}` as CprNummer
const cprnr = (n: number): Partsnummer => ({ type: 'cpr', nummer: cpr(n) })
const asModtagelse = <T>(work: (tx: Transaktion) => Promise<T>): Promise<T> => base.db.transaction({ rolle: 'modtagelse' }, work)
const resolve = (numre: readonly Partsnummer[]) => asModtagelse((tx) => resolveParter(tx, noegler, numre))

test('unknown numbers get a part each, known ones keep theirs, repeated ones count once', async () => {
  const foerst = await resolve([cprnr(1), cprnr(2), cprnr(1)])
  const igen = await resolve([cprnr(3), cprnr(2), cprnr(1)])
  expect([...foerst.keys()]).toEqual(['cpr:6101010000', 'cpr:6101020000'])
  expect(new Set(foerst.values()).size).toBe(2)
  expect(igen.size).toBe(3)
  for (const [noegle, part] of foerst) expect(igen.get(noegle)).toBe(part)
  expect([...igen.values()].every(isUuid)).toBe(true)
})

test('nothing to look up is no statement at all', async () => {
  expect(await resolve([])).toEqual(new Map())
})

test('the same digits as another kind of number are somebody else', async () => {
  const parter = await resolve([cprnr(4), { type: 'pnr', nummer: cpr(4) }])
  expect(new Set(parter.values()).size).toBe(2)
})

test('persons and companies are told apart, and a CPR number tells the date of birth until a register does', async () => {
  const parter = await resolve([
    { type: 'cpr', nummer: '6902124321' },
    { type: 'cvr', nummer: '11111111' },
    { type: 'personid', nummer: '1234567' },
  ])
  const raekker = await base.asOwner<{ part_id: string; type: string; foedt: string | null }>(
    'SELECT part_id, type, foedt::text FROM part WHERE part_id = ANY ($1::uuid[])',
    [[...parter.values()]],
  )
  const efter = new Map(raekker.map((raekke) => [raekke.part_id, raekke]))
  expect(efter.get(parter.get('cpr:6902124321') ?? '')).toMatchObject({ type: 'person', foedt: '2012-02-09' })
  expect(efter.get(parter.get('cvr:11111111') ?? '')).toMatchObject({ type: 'virksomhed', foedt: null })
  expect(efter.get(parter.get('personid:1234567') ?? '')).toMatchObject({ type: 'person', foedt: null })
})

test('a number that is not in its one form is refused without being repeated', async () => {
  await expect(resolve([{ type: 'cpr', nummer: '610101-0000' }])).rejects.toThrow(/^Not a party number of type cpr$/)
})

test('many at once with overlapping new numbers end with one part a number', async () => {
  const antal = 300
  const blandet = (fra: number) => Array.from({ length: antal }, (_, i) => cprnr(10_000 + ((i * 7 + fra * 50) % antal)))
  const svar = await Promise.all(Array.from({ length: 6 }, (_, i) => resolve(blandet(i))))
  for (const parter of svar) expect(new Map([...parter].sort())).toEqual(new Map([...(svar[0] ?? [])].sort()))
  expect(svar[0]?.size).toBe(antal)
  const parter = [...(svar[0]?.values() ?? [])]
  const [talt] = await base.asOwner<{ antal: string }>('SELECT count(*) AS antal FROM part WHERE part_id = ANY ($1::uuid[])', [
    parter,
  ])
  expect(Number(talt?.antal)).toBe(antal)
})

test('a part whose transaction is undone is not left behind', async () => {
  const fortrudt = asModtagelse(async (tx) => {
    await resolveParter(tx, noegler, [cprnr(500)])
    throw new Error('regret')
  })
  await expect(fortrudt).rejects.toThrow('regret')
  const [talt] = await base.asOwner<{ antal: string }>(
    'SELECT count(*) AS antal FROM part p WHERE NOT EXISTS (SELECT 1 FROM part_nummer n WHERE n.part_id = p.part_id)',
  )
  expect(Number(talt?.antal)).toBe(0)
})

test('the number stands encrypted, bound to its person, and nowhere in clear', async () => {
  const kanariefugl = { type: 'cpr', nummer: '7711993216' } as const
  const part = (await resolve([kanariefugl])).get(partsnoegle(kanariefugl)) as Uuid
  const [raekke] = await base.asOwner<{ opslag: Buffer; part_id: Uuid; krypteret: Buffer }>(
    'SELECT opslag, part_id, krypteret FROM part_nummer WHERE part_id = $1',
    [part],
  )
  if (!raekke) throw new Error('no row')
  expect(openNummer(noegler, raekke)).toBe(kanariefugl.nummer)
  expect(() => openNummer(noegler, { ...raekke, part_id: newUuid() })).toThrow('The seal cannot be opened')
  const alt = await base.asOwner<{ tekst: string }>(
    'SELECT part::text AS tekst FROM part UNION ALL SELECT part_nummer::text FROM part_nummer',
  )
  expect(alt.filter(({ tekst }) => tekst.includes(kanariefugl.nummer))).toEqual([])
  expect(raekke.krypteret.includes(kanariefugl.nummer)).toBe(false)
})

test('without the right key nobody is found by the number', async () => {
  const andre = createNoegler(join(mappe, 'andre'))
  const rigtig = (await resolve([cprnr(600)])).get('cpr:6101000006')
  const forkert = await asModtagelse((tx) => resolveParter(tx, andre, [cprnr(600)]))
  expect(rigtig).toBeDefined()
  expect(forkert.get('cpr:6101000006')).not.toBe(rigtig)
})

test('a citizen whom nobody has named yet can log in, twice at once and later, as the same person', async () => {
  const [a, b] = await Promise.all([1, 2].map(() => findOrCreatePerson(base.db, noegler, cpr(700))))
  expect(a).toBe(b)
  expect((await resolve([cprnr(700)])).get(partsnoegle(cprnr(700)))).toBe(a)
})

test('a person with a new number keeps the part, under both numbers, however often it is told', async () => {
  const foer = await findOrCreatePerson(base.db, noegler, cpr(800))
  const skift = { gammelt: cpr(800), nyt: cpr(801) }
  for (let gang = 0; gang < 2; gang++)
    expect(await asModtagelse((tx) => changeCprNummer(tx, noegler, skift))).toEqual({ ok: true, value: foer })
  expect(await findOrCreatePerson(base.db, noegler, cpr(801))).toBe(foer)
  expect(await findOrCreatePerson(base.db, noegler, cpr(800))).toBe(foer)
})

test('a new number that already leads to somebody else is refused and changes nobody', async () => {
  const a = await findOrCreatePerson(base.db, noegler, cpr(810))
  const b = await findOrCreatePerson(base.db, noegler, cpr(811))
  const svar = await asModtagelse((tx) => changeCprNummer(tx, noegler, { gammelt: cpr(810), nyt: cpr(811) }))
  expect(svar).toEqual({ ok: false, afvisning: 'NUMMERET_HAR_EN_ANDEN_PART' })
  expect(await findOrCreatePerson(base.db, noegler, cpr(810))).toBe(a)
  expect(await findOrCreatePerson(base.db, noegler, cpr(811))).toBe(b)
})

test('a register corrects what is known about a person; what it does not say about the birth stays', async () => {
  const part = await findOrCreatePerson(base.db, noegler, cpr(900))
  const ukendt = uuid('00000000-0000-4000-8000-000000000000')
  const kendte = await asModtagelse((tx) =>
    registerPersonfakta(tx, noegler, [
      { part, foedt: null, adressebeskyttet: false, doed: null },
      { part, foedt: null, adressebeskyttet: true, doed: '2026-11-01' },
      { part: ukendt, foedt: null, adressebeskyttet: true, doed: null },
    ]),
  )
  const read = () => base.asOwner('SELECT foedt::text, adressebeskyttet, doed::text FROM part WHERE part_id = $1', [part])
  expect(kendte).toBe(1)
  expect(await read()).toEqual([{ foedt: '1900-01-01', adressebeskyttet: true, doed: '2026-11-01' }])
  await asModtagelse((tx) =>
    registerPersonfakta(tx, noegler, [{ part, foedt: '1999-12-31', adressebeskyttet: false, doed: null }]),
  )
  expect(await read()).toEqual([{ foedt: '1999-12-31', adressebeskyttet: false, doed: null }])
})

test('a citizen sees neither numbers nor other persons, whatever the statement', async () => {
  const part = await findOrCreatePerson(base.db, noegler, cpr(950))
  const kontekst = { rolle: 'borger', parter: [part], grund: 'egen' } as const
  const [parter] = await base.db.readBatch(kontekst, [{ text: 'SELECT part_id FROM part', values: [] }])
  expect(parter).toEqual([{ part_id: part }])
  await expect(base.db.readBatch(kontekst, [{ text: 'SELECT * FROM part_nummer', values: [] }])).rejects.toThrow(
    /permission denied/,
  )
})
