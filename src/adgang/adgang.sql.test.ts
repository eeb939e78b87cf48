import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Adgangsgrundlag, type CprNummer, newUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { findOrCreatePerson, registerForaeldremyndighed, spaerIndehaver } from '#part'
import { createNoegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { grundlagForBarn, grundlagForBoern, grundlagForEgen, kontekstFor, sessionStatement } from './grundlag.ts'
import type { SessionRaekke } from './session.sql.ts'
import { createSetSkriver, endSession, removeOldSessions, startSession } from './session-liv.ts'

let base: Testdatabase
const mappe = mkdtempSync(join(tmpdir(), 'bbadgang-'))
const noegler = createNoegler(join(mappe, 'noegler'))
const START = Date.parse('2026-11-22T12:00:00.000Z')
let nu: Tidspunkt
const after = (minutter: number): Tidspunkt => tidspunkt(new Date(START + minutter * 60_000))
const clock = { now: () => nu }
const deps = () => ({ db: base.db, clock })

beforeAll(async () => {
  base = await createTestDatabase()
})
beforeEach(async () => {
  nu = after(0)
  await base.asOwner('TRUNCATE session, foraeldremyndighed')
})
afterAll(async () => {
  await base.close()
  rmSync(mappe, { recursive: true, force: true })
})

const createPerson = (cpr: string) => findOrCreatePerson(base.db, noegler, cpr as CprNummer)
const login = async (part: Uuid) => startSession(deps(), { part, navn: 'Prøve', loa: 'High', forrige: undefined })
const check = async (grundlag: Adgangsgrundlag): Promise<SessionRaekke | undefined> => {
  const [[raekke]] = await base.db.readBatch(kontekstFor(grundlag), [sessionStatement(grundlag, nu)])
  return raekke
}
const setNow = async (part: Uuid) =>
  (
    await base.asOwner<{ set: string }>(
      `SELECT to_char(set AT TIME ZONE 'UTC', 'HH24:MI') AS set FROM session WHERE part_id = $1`,
      [part],
    )
  )[0]?.set

test('one’s own ground covers everything about oneself, and the session holds until it is ended', async () => {
  const anna = await createPerson('6103854321')
  const session = await login(anna)
  const grundlag = grundlagForEgen(session)
  expect(grundlag).toMatchObject({
    part: anna,
    aktoer: { type: 'borger', part: anna },
    grund: 'egen',
    omraader: undefined,
    session: session.id,
  })
  expect(await check(grundlag)).toMatchObject({ session_id: session.id, part_id: anna, navn: 'Prøve', set: nu })
  await endSession(deps(), session)
  await endSession(deps(), session)
  expect(await check(grundlag)).toBeUndefined()
})

test('a ground with my session and somebody else’s part answers nothing, in either’s context', async () => {
  const [anna, bo] = [await createPerson('6103854321'), await createPerson('6204864323')]
  const forfalsket = { ...grundlagForEgen(await login(anna)), part: bo, aktoer: { type: 'borger', part: bo } } as Adgangsgrundlag
  expect(await check(forfalsket)).toBeUndefined()
})

test('the statement alone, where every session can be seen, answers nothing for somebody else’s part', async () => {
  const [anna, bo, barn] = [await createPerson('6103854321'), await createPerson('6204864323'), newUuid()]
  const egen = grundlagForEgen(await login(anna))
  const andres = { ...egen, part: bo, aktoer: { type: 'borger', part: bo } } as Adgangsgrundlag
  const bosBarn = { ...andres, part: barn, grund: 'foraeldremyndighed' } as Adgangsgrundlag
  const svar = await base.db.readBatch(
    { rolle: 'login' },
    [egen, andres, bosBarn].map((et) => sessionStatement(et, nu)),
  )
  expect(svar.map((raekker) => raekker.length)).toEqual([1, 0, 0])
})

test('row-level security alone hides other citizens’ sessions', async () => {
  const [anna, bo] = [await createPerson('6103854321'), await createPerson('6204864323')]
  await login(anna)
  await login(bo)
  const kontekst = kontekstFor(grundlagForEgen(await login(anna)))
  const [raekker] = await base.db.readBatch(kontekst, [{ text: 'SELECT DISTINCT part_id FROM session', values: [] }])
  expect(raekker).toEqual([{ part_id: anna }])
})

test('idle for fifteen minutes is the end, and nothing brings the session back', async () => {
  const grundlag = grundlagForEgen(await login(await createPerson('6103854321')))
  nu = tidspunkt(new Date(START + 15 * 60_000 - 1))
  const raekke = await check(grundlag)
  expect(raekke).toBeDefined()
  nu = after(15)
  expect(await check(grundlag)).toBeUndefined()
  const skriver = createSetSkriver(deps(), (fejl) => expect.fail(String(fejl)))
  skriver.noteSet(raekke as SessionRaekke)
  await skriver.settle()
  expect(await check(grundlag)).toBeUndefined()
})

test('being there is noted at most once a minute, and keeps the session alive for eight hours and no longer', async () => {
  const part = await createPerson('6103854321')
  const grundlag = grundlagForEgen(await login(part))
  const skriver = createSetSkriver(deps(), (fejl) => expect.fail(String(fejl)))
  let skrevet = 0
  const visit = async (minutter: number) => {
    nu = after(minutter)
    const raekke = await check(grundlag)
    if (raekke) skriver.noteSet(raekke)
    await skriver.settle()
    if (raekke && (await check(grundlag))?.set !== raekke.set) skrevet += 1
    return raekke !== undefined
  }
  expect([await visit(0.5), await visit(0.9)]).toEqual([true, true])
  expect(skrevet).toBe(0)
  expect([await visit(1), await visit(1.5)]).toEqual([true, true])
  expect(skrevet).toBe(1)
  for (let minut = 10; minut < 480; minut += 10) expect(await visit(minut)).toBe(true)
  expect(skrevet).toBe(48)
  expect(await visit(480)).toBe(false)
})

test('a hundred pages at once note it once, and a database that is away ends no page', async () => {
  const part = await createPerson('6103854321')
  const grundlag = grundlagForEgen(await login(part))
  const raekke = (await check(grundlag)) as SessionRaekke
  nu = after(2)
  let gange = 0
  const talt: Database = {
    ...base.db,
    transaction: (kontekst, work) => {
      gange += 1
      return base.db.transaction(kontekst, work)
    },
  }
  const skriver = createSetSkriver({ db: talt, clock }, (fejl) => expect.fail(String(fejl)))
  for (let i = 0; i < 100; i++) skriver.noteSet(raekke)
  await skriver.settle()
  expect(gange).toBe(1)
  expect(await setNow(part)).toBe('12:02')
  const fejl: unknown[] = []
  const borte = createSetSkriver({ db: { ...base.db, transaction: () => Promise.reject(new Error('away')) }, clock }, (en) =>
    fejl.push(en),
  )
  borte.noteSet(raekke)
  await borte.settle()
  expect(fejl).toHaveLength(1)
})

test('a new login knows the last visit, and ends the session that the browser came with', async () => {
  const [anna, bo] = [await createPerson('6103854321'), await createPerson('6204864323')]
  const annas = await login(anna)
  expect(await check(grundlagForEgen(annas))).toMatchObject({ forrige_besoeg: null })
  nu = after(3)
  const bos = await startSession(deps(), { part: bo, navn: 'Bo', loa: 'Substantial', forrige: annas })
  expect(await check(grundlagForEgen(annas))).toBeUndefined()
  expect(await check(grundlagForEgen(bos))).toMatchObject({ navn: 'Bo', forrige_besoeg: null })
  nu = after(6)
  expect(await check(grundlagForEgen(await login(anna)))).toMatchObject({ forrige_besoeg: after(0) })
})

test('old sessions go after a month, but the last visit is remembered for a year', async () => {
  const [anna, bo] = [await createPerson('6103854321'), await createPerson('6204864323')]
  const dag = 24 * 60
  nu = after(-40 * dag)
  await login(anna)
  nu = after(-35 * dag)
  await login(anna)
  nu = after(-500 * dag)
  await login(bo)
  nu = after(0)
  const ny = await login(anna)
  await base.asOwner('DELETE FROM session WHERE session_id = $1', [ny.id])
  expect(await removeOldSessions(deps())).toBe(2)
  const igen = await login(anna)
  expect(await check(grundlagForEgen(igen))).toMatchObject({ forrige_besoeg: after(-35 * dag) })
})

async function createFamily() {
  // Born 10 March 2013: 15 on 10 March 2028.
  const [mor, far, barn] = [await createPerson('6103854321'), await createPerson('6204864323'), await createPerson('7003134321')]
  const register = (...indehavere: { indehaver: Uuid; til: string | null }[]) =>
    base.db.transaction({ rolle: 'modtagelse' }, (tx) =>
      registerForaeldremyndighed(
        tx,
        [barn],
        indehavere.map(({ indehaver, til }) => ({ barn, indehaver, fra: '2013-03-10', til })),
      ),
    )
  await register({ indehaver: mor, til: null }, { indehaver: far, til: '2024-01-01' })
  return { mor, far, barn, register }
}

test('a holder of custody gets a ground for the child, limited to dagtilbud', async () => {
  const { mor, barn } = await createFamily()
  const svar = await grundlagForBarn(deps(), await login(mor), barn)
  if (!svar.ok) throw new Error(svar.afvisning)
  expect(svar.value).toMatchObject({ part: barn, aktoer: { part: mor }, grund: 'foraeldremyndighed', omraader: ['28'] })
  expect(await check(svar.value)).toMatchObject({ part_id: mor })
})

test('a parent who lost custody, a stranger, and a child that does not exist are refused alike', async () => {
  const { far, barn } = await createFamily()
  const fremmed = await createPerson('6305874325')
  const nej = { ok: false, afvisning: 'FINDES_IKKE' }
  expect(await grundlagForBarn(deps(), await login(far), barn)).toEqual(nej)
  expect(await grundlagForBarn(deps(), await login(fremmed), barn)).toEqual(nej)
  expect(await grundlagForBarn(deps(), await login(far), newUuid())).toEqual(nej)
  expect(await grundlagForBoern(deps(), await login(far))).toEqual([])
})

test('a ground made in time answers nothing once custody is lost, the child is 15, or the session is over', async () => {
  const { mor, far, barn, register } = await createFamily()
  const session = await login(mor)
  const [grundlag] = await grundlagForBoern(deps(), session)
  if (!grundlag) throw new Error('no ground')
  expect(await check(grundlag)).toBeDefined()
  await register({ indehaver: far, til: null })
  expect(await check(grundlag)).toBeUndefined()
  await register({ indehaver: mor, til: null })
  expect(await check(grundlag)).toBeDefined()
  await base.asOwner(`UPDATE part SET foedt = '2011-11-22' WHERE part_id = $1`, [barn])
  expect(await check(grundlag)).toBeUndefined()
  await base.asOwner(`UPDATE part SET foedt = '2011-11-23' WHERE part_id = $1`, [barn])
  expect(await check(grundlag)).toBeDefined()
  await endSession(deps(), session)
  expect(await check(grundlag)).toBeUndefined()
})

test('a protected address, a death or a block closes the child to a ground made in time, and to new ones', async () => {
  const { mor, barn } = await createFamily()
  const session = await login(mor)
  const [grundlag] = await grundlagForBoern(deps(), session)
  if (!grundlag) throw new Error('no ground')
  const sees = async () => [await check(grundlag), ...(await grundlagForBoern(deps(), session))].filter(Boolean).length
  expect(await sees()).toBe(2)
  for (const [luk, aabn] of [
    ['adressebeskyttet = true', 'adressebeskyttet = false'],
    [`doed = '2026-11-01'`, 'doed = NULL'],
  ]) {
    await base.asOwner(`UPDATE part SET ${luk} WHERE part_id = $1`, [barn])
    expect(await sees()).toBe(0)
    await base.asOwner(`UPDATE part SET ${aabn} WHERE part_id = $1`, [barn])
    expect(await sees()).toBe(2)
  }
  const spaer = (til: string | null) =>
    base.db.transaction({ rolle: 'modtagelse' }, (tx) => spaerIndehaver(tx, { barn, indehaver: mor, fra: '2020-01-01', til }))
  await spaer(null)
  expect(await sees()).toBe(0)
  await spaer('2020-01-02')
  expect(await sees()).toBe(2)
})

test('the birthday begins at midnight in Denmark, not in Greenwich', async () => {
  const { mor, barn } = await createFamily()
  await base.asOwner(`UPDATE part SET foedt = '2011-11-23' WHERE part_id = $1`, [barn])
  nu = tidspunkt('2026-11-22T22:59:00.000Z')
  const [grundlag] = await grundlagForBoern(deps(), await login(mor))
  if (!grundlag) throw new Error('no ground')
  expect(await check(grundlag)).toBeDefined()
  nu = tidspunkt('2026-11-22T23:00:00.000Z')
  expect(await check(grundlag)).toBeUndefined()
})
