import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLogskriver, kontekstForTilsyn } from '#adgangslog'
import { type CvrNummer, newUuid, tidspunkt, type Uuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { makeTestnoegler } from '../../../test/byggere/noegler.ts'
import { ALTID_FAA, HOEJST_PR_DAG } from './regler/maengde.ts'
import { hentKoe } from './tilsyn.ts'
import { hentUdtraekside } from './udtraek.ts'

const [KORSBAEK, BIRK] = ['11111111', '10000001'] as [CvrNummer, CvrNummer]
/** Half past midnight of the 24th by the Danish clock, still the 23rd by UTC. */
const NU = tidspunkt('2026-11-23T23:30:00.000Z')
let base: Testdatabase
const noegler = makeTestnoegler()
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())
beforeEach(() => base.asOwner('TRUNCATE soegedag, opslagsbesoeg, medarbejderpart CASCADE'))

const deps = () => ({ db: base.db, log: createLogskriver(base.db), clock: { now: () => NU }, noegler })
const tilsyn = (cvr = KORSBAEK) => ({ id: newUuid(), cvr, navn: 'Karen Tilsyn' })
const vist = async (hvem = tilsyn()) => (await hentKoe(deps(), hvem, 1)).soegedage

/** An employee's searches, day by day. */
async function soegt(
  dage: Readonly<Record<string, number>>,
  { kommune = KORSBAEK, navn = 'Ulla Jakobsen', id = newUuid() } = {},
): Promise<Uuid> {
  for (const [dag, antal] of Object.entries(dage))
    await base.asOwner(
      'INSERT INTO soegedag (kommune, medarbejder_id, dag, medarbejder_navn, antal) VALUES ($1, $2, $3, $4, $5)',
      [kommune, id, dag, navn, antal],
    )
  return id
}
const aabn = (medarbejder: Uuid, part: Uuid, begyndt: string) =>
  base.asOwner(
    `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, medarbejder_navn, kommune, part_id, formaal, begyndt, udloeber, skal_bekraeftes)
     VALUES (gen_random_uuid(), gen_random_uuid(), $1, 'X', $2, $3, 'henvendelse', $4, $4, false)`,
    [medarbejder, KORSBAEK, part, begyndt],
  )

test('shown is a day of more searches than is usual for the one who made them, with the days before and whom they opened', async () => {
  const faa = 2 * ALTID_FAA
  const ny = await soegt({ '2026-11-20': faa + 1 })
  await soegt({ '2026-11-20': faa })
  const travl = { '2026-11-16': 30, '2026-11-17': 40, '2026-11-18': 50 }
  await soegt({ ...travl, '2026-11-19': 120 })
  const over = await soegt({ ...travl, '2026-11-19': 121 }, { navn: 'Bent Kjær' })
  const part = newUuid()
  for (const tid of ['2026-11-18T23:10:00Z', '2026-11-19T09:00:00Z']) await aabn(over, part, tid)
  for (const tid of ['2026-11-18T22:59:00Z', '2026-11-19T23:00:00Z']) await aabn(over, newUuid(), tid)
  expect(await vist()).toEqual([
    { medarbejder: ny, navn: 'Ulla Jakobsen', dag: '2026-11-20', antal: faa + 1, plejer: 0, aabnet: 0 },
    { medarbejder: over, navn: 'Bent Kjær', dag: '2026-11-19', antal: 121, plejer: 40, aabnet: 1 },
  ])
})

test('nobody is used to more than is many for all, and a month ago is no habit', async () => {
  const dage = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`2026-11-${10 + i}`, 2 * HOEJST_PR_DAG]))
  const altid = await soegt({ ...dage, '2026-11-20': 2 * HOEJST_PR_DAG + 1 })
  const foer = await soegt({ '2026-10-22': 90, '2026-11-20': 2 * ALTID_FAA + 1 })
  const iDag = (await vist()).filter(({ dag }) => dag === '2026-11-20')
  expect(iDag.map(({ medarbejder }) => medarbejder)).toEqual([altid, foer])
})

test('the last 28 days, by the Danish calendar', async () => {
  await soegt({ '2026-10-27': 300 })
  const nyest = await soegt({ '2026-11-24': 300 })
  const aeldst = await soegt({ '2026-10-28': 300 })
  expect((await vist()).map(({ medarbejder }) => medarbejder)).toEqual([nyest, aeldst])
})

test('nobody sees their own, by another login of theirs neither, nor another municipality’s', async () => {
  const [karen, part] = [tilsyn(), newUuid()]
  await soegt({ '2026-11-20': 300 }, { id: karen.id })
  const andetLogin = await soegt({ '2026-11-20': 300 })
  for (const id of [karen.id, andetLogin])
    await base.asOwner(`INSERT INTO medarbejderpart VALUES ($1, $2, $3, 'arbejdsgiver', now())`, [KORSBAEK, id, part])
  await soegt({ '2026-11-20': 300 }, { kommune: BIRK })
  expect(await vist(karen)).toEqual([])
  expect(await vist()).toHaveLength(2)
  const [raekker] = await base.db.readBatch(kontekstForTilsyn(karen), [{ text: 'SELECT dag FROM soegedag', values: [] }])
  expect(raekker).toEqual([])
})

test('an extract can be about one who searched and opened nobody', async () => {
  const id = await soegt({ '2026-11-20': 3 }, { navn: 'Bent Kjær' })
  await soegt({ '2026-04-01': 3 }, { navn: 'Mia Holm' })
  await aabn(id, newUuid(), '2026-11-21T09:00:00Z')
  const { medarbejdere } = await hentUdtraekside(deps(), tilsyn())
  expect(medarbejdere).toEqual([{ medarbejder_id: id, navn: 'X' }])
})

test('whoever searches counts their own days in their own municipality, and reads no other', async () => {
  const [mig, anden] = [await soegt({ '2026-11-20': 4 }), await soegt({ '2026-11-20': 5 })]
  await soegt({ '2026-11-20': 6 }, { kommune: BIRK, id: mig })
  const kontekst = { rolle: 'soegning', parter: [], grund: 'soegning', aktoer: mig, kommune: KORSBAEK } as const
  const run = (text: string, values: string[] = []) => base.db.transaction(kontekst, (tx) => tx.run({ text, values }))
  expect(await run('SELECT antal FROM soegedag')).toEqual([{ antal: 4 }])
  const taeller = `INSERT INTO soegedag (kommune, medarbejder_id, dag, medarbejder_navn, antal) VALUES ($1, $2, '2026-11-21', 'X', 1)`
  await run(taeller, [KORSBAEK, mig])
  for (const fremmed of [
    [KORSBAEK, anden],
    [BIRK, mig],
  ])
    await expect(run(taeller, fremmed)).rejects.toThrow('42501')
  for (const tekst of ['DELETE FROM soegedag', 'SELECT medarbejder_navn FROM soegedag', "UPDATE soegedag SET dag = '2026-01-01'"])
    await expect(run(tekst)).rejects.toThrow('42501')
})
