import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { Statement } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { BROBYSKOV, EOJ, KORSBAEK, kl12, NU } from '../fakta.bygger.ts'
import type { Stopslags } from '../fakta.ts'
import type { Ophaevelsestrin } from './forloeb.ts'
import { AKTIVE_NOEDSTOP } from './noedstop.sql.ts'
import { advanceOphaevelse, readNoedstop, stopVisning } from './noedstoplager.ts'

let t: Testdatabase
let nu: Tidspunkt = NU
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

const KAREN = { id: newUuid(), navn: 'Karen Østerby' }
const HENRIK = { id: newUuid(), navn: 'Henrik Aabo' }
const deps = () => ({ db: t.db, clock: { now: () => nu } })

async function stop(slags: Stopslags, vaerdi: string, kommune = KORSBAEK): Promise<Uuid> {
  const svar = await stopVisning(deps(), { kommune, slags, vaerdi, begrundelse: 'Titlerne er forkerte' }, KAREN)
  if (!svar.ok) throw new Error(svar.afvisning)
  return svar.value.id
}
const advance = async (id: Uuid, trin: Ophaevelsestrin, af = HENRIK, kommune = KORSBAEK): Promise<string> => {
  const svar = await advanceOphaevelse(deps(), kommune, id, { trin, begrundelse: 'Rettet af leverandøren' }, af)
  return svar.ok ? 'ok' : svar.afvisning
}
/** What a citizen's batch reads. */
const active = async (): Promise<readonly Uuid[]> => {
  const stop = { text: `SELECT n.noedstop_id, n.kommune, n.slags, n.vaerdi, n.siden FROM ${AKTIVE_NOEDSTOP}`, values: [] }
  const kontekst = { rolle: 'borger', parter: [newUuid()], grund: 'egen' } as const
  const [raekker] = await t.db.readBatch(kontekst, [stop as Statement<{ readonly noedstop_id: Uuid }>])
  return raekker.map(({ noedstop_id }) => noedstop_id)
}

test('what is stopped is in the next batch of any citizen, and in the list as it was given', async () => {
  const id = await stop('kilde', EOJ)
  expect(await active()).toContain(id)
  expect((await readNoedstop(deps(), KORSBAEK)).aktive.find((led) => led.id === id)).toEqual({
    id,
    kommune: KORSBAEK,
    slags: 'kilde',
    vaerdi: EOJ,
    siden: NU,
    begrundelse: 'Titlerne er forkerte',
    af: KAREN,
    haendelser: [],
  })
})

test('it is there until one has proposed to open and another has confirmed', async () => {
  const id = await stop('omraade', 'boern-og-familie')
  expect(await advance(id, 'foreslaaet', KAREN)).toBe('ok')
  expect(await active()).toContain(id)
  expect(await advance(id, 'bekraeftet', KAREN)).toBe('KRAEVER_TO')
  expect(await active()).toContain(id)
  nu = kl12('2026-11-23')
  expect(await advance(id, 'bekraeftet', HENRIK)).toBe('ok')
  expect(await active()).not.toContain(id)
  const forloeb = (await readNoedstop(deps(), KORSBAEK)).aabnede.find((led) => led.id === id)
  expect(forloeb).toMatchObject({ af: KAREN, begrundelse: 'Titlerne er forkerte', slags: 'omraade' })
  expect(forloeb?.haendelser.at(-1)).toEqual({
    nr: 2,
    trin: 'bekraeftet',
    tid: nu,
    begrundelse: '',
    af: HENRIK,
    forslag: { nr: 1, af: KAREN.id },
  })
  nu = NU
})

test('another municipality neither sees a stop nor opens it', async () => {
  const id = await stop('dokumenttype', 'Rapport')
  expect((await readNoedstop(deps(), BROBYSKOV)).aktive).toEqual([])
  expect(await advance(id, 'foreslaaet', HENRIK, BROBYSKOV)).toBe('FINDES_IKKE')
  expect(await advance(newUuid(), 'foreslaaet')).toBe('FINDES_IKKE')
})

test('of two who confirm at the same moment one does, and it is opened once', async () => {
  const id = await stop('ting', newUuid())
  expect(await advance(id, 'foreslaaet', KAREN)).toBe('ok')
  const svar = await Promise.all([advance(id, 'bekraeftet'), advance(id, 'bekraeftet'), advance(id, 'trukketTilbage')])
  expect(svar.filter((led) => led === 'ok')).toHaveLength(1)
  for (const led of svar) expect(['ok', 'ANDEN_VAR_FOERST', 'ER_AABNET', 'INTET_FORSLAG']).toContain(led)
})

test('the database itself refuses that one person does both, that a confirmation is of nothing, and that anything is changed', async () => {
  const id = await stop('ting', newUuid())
  expect(await advance(id, 'foreslaaet', KAREN)).toBe('ok')
  const bekraeft = (af: Uuid, forslag: Uuid | null, nr: number | null = 1) =>
    t.asOwner(
      `INSERT INTO noedstop_ophaevelse VALUES ('${id}', 2, 'bekraeftet', now(), '', '${af}', 'x', ${nr}, ${forslag ? `'${forslag}'` : null})`,
    )
  await expect(bekraeft(KAREN.id, KAREN.id)).rejects.toThrow('check')
  await expect(bekraeft(KAREN.id, HENRIK.id)).rejects.toThrow('foreign key')
  await expect(bekraeft(HENRIK.id, null, null)).rejects.toThrow('check')
  // What was taken back by another is no proposal, and one that was followed by something else waits no more.
  expect(await advance(id, 'trukketTilbage', HENRIK)).toBe('ok')
  const bekraeftTredje = (nr: number, forslag: Uuid, af: Uuid) =>
    t.asOwner(`INSERT INTO noedstop_ophaevelse VALUES ('${id}', 3, 'bekraeftet', now(), '', '${af}', 'x', ${nr}, '${forslag}')`)
  await expect(bekraeftTredje(2, HENRIK.id, KAREN.id)).rejects.toThrow('foreign key')
  await expect(bekraeftTredje(1, KAREN.id, HENRIK.id)).rejects.toThrow('check')
  const som = (sqltekst: string) => t.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run({ text: sqltekst, values: [] }))
  for (const skriv of [
    `DELETE FROM noedstop WHERE noedstop_id = '${id}'`,
    `UPDATE noedstop SET vaerdi = 'x'`,
    'DELETE FROM noedstop_ophaevelse',
  ])
    await expect(som(skriv)).rejects.toThrow()
  expect(await active()).toContain(id)
})

test('a citizen’s role reads neither reasons nor names', async () => {
  const kontekst = { rolle: 'borger', parter: [newUuid()], grund: 'egen' } as const
  for (const felt of ['begrundelse', 'medarbejder_navn'])
    await expect(t.db.readBatch(kontekst, [{ text: `SELECT ${felt} FROM noedstop`, values: [] }])).rejects.toThrow()
})

test('a stop without a reason stops nothing', async () => {
  const foer = await active()
  const valg = { kommune: KORSBAEK, slags: 'kilde', vaerdi: EOJ, begrundelse: 'nej' } as const
  expect(await stopVisning(deps(), valg, KAREN)).toEqual({ ok: false, afvisning: 'BEGRUNDELSE_MANGLER' })
  expect(await active()).toEqual(foer)
})
