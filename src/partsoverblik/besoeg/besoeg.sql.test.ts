import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CvrNummer, newUuid, type Opslagsformaal, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { begrundelsesAad } from '#partsoverblik/alarm'
import { open } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { makeTestnoegler } from '../../../test/byggere/noegler.ts'
import { bekraeftBesoeg, findBesoeg, startBesoeg } from './index.ts'

const KOMMUNE = '11111111' as CvrNummer
let base: Testdatabase
const noegler = makeTestnoegler()
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())
beforeEach(() => base.asOwner('TRUNCATE opslagsbesoeg, medarbejdersession, part, overblik, objekt CASCADE'))

const T0 = tidspunkt('2026-11-23T09:00:00.000Z')
const efter = (minutter: number): Tidspunkt => tidspunkt(new Date(Date.parse(T0) + minutter * 60_000))
const deps = (minutter = 0) => ({ db: base.db, clock: { now: () => efter(minutter) }, noegler })

async function logInd(valg: { id?: Uuid; cvr?: CvrNummer; timer?: number } = {}) {
  const { id = newUuid(), cvr = KOMMUNE, timer = 8 } = valg
  const session = newUuid()
  await base.asOwner(
    `INSERT INTO medarbejdersession (session_id, medarbejder_id, cvr, organisation, navn, loa, oprettet, set, udloeber)
     VALUES ($1, $2, $3, 'Korsbæk', 'Ulla', 'Substantial', $4, $4, $5)`,
    [session, id, cvr, T0, efter(timer * 60)],
  )
  return { id, cvr, session, navn: 'Ulla', roller: [], rettigheder: [], enheder: [] }
}
const start = async (
  hvem: Awaited<ReturnType<typeof logInd>>,
  part: Uuid,
  minutter = 0,
  formaal: Opslagsformaal = 'henvendelse',
  begrundelse?: string,
) => startBesoeg(deps(minutter), hvem, { part, formaal, begrundelse })

async function createPart(): Promise<Uuid> {
  const part = newUuid()
  await base.asOwner(`INSERT INTO part (part_id, type) VALUES ($1, 'person')`, [part])
  return part
}

const besoegAf = async (...args: Parameters<typeof start>): Promise<Uuid> => {
  const svar = await start(...args)
  if (!svar.ok) throw new Error(svar.afvisning)
  return svar.value.besoeg
}

test('a visit is found in its own session, about its citizen and for its purpose; all that is read in it is one visit', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  const besoeg = await besoegAf(ulla, part)
  const fundet = await findBesoeg(deps(), ulla, besoeg)
  expect(fundet?.grundlag).toMatchObject({ part, formaal: 'henvendelse', korrelation: besoeg, session: ulla.session })
})

test('another session’s visit is as if it did not exist: the same employee’s other session, a colleague’s, another municipality’s', async () => {
  const ulla = await logInd()
  const besoeg = await besoegAf(ulla, await createPart())
  for (const anden of [
    await logInd({ id: ulla.id }),
    await logInd(),
    await logInd({ id: ulla.id, cvr: '22222222' as CvrNummer }),
  ]) {
    expect(await findBesoeg(deps(), anden, besoeg)).toBeUndefined()
    expect(await bekraeftBesoeg(deps(), anden, besoeg)).toBe(false)
  }
  expect(await findBesoeg(deps(), ulla, newUuid())).toBeUndefined()
})

test('it ends after half an hour unused, is prolonged by use, and never outlives the session', async () => {
  const ulla = await logInd({ timer: 1 })
  const besoeg = await besoegAf(ulla, await createPart())
  expect(await findBesoeg(deps(29), ulla, besoeg)).toBeDefined()
  expect(await findBesoeg(deps(58), ulla, besoeg)).toBeDefined()
  expect(await findBesoeg(deps(60), ulla, besoeg)).toBeUndefined()
  const bodil = await logInd()
  const ubrugt = await besoegAf(bodil, await createPart())
  expect(await findBesoeg(deps(30), bodil, ubrugt)).toBeUndefined()
})

test('a session that has ended ends its visits, and begins none', async () => {
  const ulla = await logInd()
  const besoeg = await besoegAf(ulla, await createPart())
  await base.asOwner('UPDATE medarbejdersession SET afsluttet = $2 WHERE session_id = $1', [ulla.session, T0])
  expect(await findBesoeg(deps(1), ulla, besoeg)).toBeUndefined()
  expect(await start(ulla, await createPart(), 1)).toEqual({ ok: false, afvisning: 'SESSIONEN_ER_SLUT' })
})

test('the same citizen for the same purpose is the same visit; another purpose, another session or a later one is not', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  const besoeg = await besoegAf(ulla, part)
  expect(await besoegAf(ulla, part, 5)).toBe(besoeg)
  expect(await besoegAf(ulla, part, 5, 'klage')).not.toBe(besoeg)
  expect(await besoegAf(ulla, part, 40)).not.toBe(besoeg)
  expect(await besoegAf(await logInd({ id: ulla.id }), part)).not.toBe(besoeg)
})

test('who presses several times at once begins one visit, with its alarms once', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  const begyndt = await Promise.all(Array.from({ length: 8 }, () => besoegAf(ulla, part)))
  expect(new Set(begyndt).size).toBe(1)
})

test('a purpose that says too little asks why, within bounds; what was written is kept sealed', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  for (const tekst of [undefined, '', 'kort', 'x'.repeat(201), 'Ringede om 1501801234', 'to\nlinjer her'])
    expect(await start(ulla, part, 0, 'andet', tekst)).toEqual({ ok: false, afvisning: 'BEGRUNDELSE_MANGLER' })
  const besoeg = await besoegAf(ulla, part, 0, 'andet', 'Borgeren er på genbesøg i huset')
  const [raekke] = await base.asOwner<{ begrundelse: Buffer }>('SELECT begrundelse FROM opslagsbesoeg')
  expect(raekke?.begrundelse.toString('utf8')).not.toContain('genbesøg')
  expect(open(noegler.indhold, raekke?.begrundelse as Buffer, begrundelsesAad(besoeg)).toString('utf8')).toContain('genbesøg')
})

test('the database itself keeps visits apart, whatever the statement', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  await besoegAf(ulla, part)
  const som = (aktoer: Uuid, kommune = KOMMUNE) =>
    ({ rolle: 'besoeg', parter: [part], grund: 'besoeg', aktoer, kommune }) as const
  const alle = { text: 'SELECT besoeg_id FROM opslagsbesoeg', values: [] }
  expect((await base.db.readBatch(som(ulla.id), [alle]))[0]).toHaveLength(1)
  expect((await base.db.readBatch(som(newUuid()), [alle]))[0]).toHaveLength(0)
  expect((await base.db.readBatch(som(ulla.id, '22222222' as CvrNummer), [alle]))[0]).toHaveLength(0)
  const insert = (p: Uuid) => ({
    text: `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, kommune, part_id, formaal, begyndt, udloeber, skal_bekraeftes)
           VALUES ($1, $2, $3, $4, $5, 'klage', now(), now(), false)`,
    values: [newUuid(), ulla.session, ulla.id, KOMMUNE, p],
  })
  await expect(base.db.writeBatch(som(ulla.id), [insert(newUuid())])).rejects.toThrow('42501')
  await expect(base.db.writeBatch(som(newUuid()), [insert(part)])).rejects.toThrow('42501')
})
