import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CvrNummer } from '#kernel'
import { systemClock } from '#platform/clock'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { addRydCommand } from './kommando.ts'
import { startOprydning } from './start.ts'

let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())

const deps = () => ({
  db: base.db,
  clock: systemClock,
  kilder: { alle: async () => [{ kommuner: ['11111111'] as CvrNummer[] }] },
  bemaerkningerMaaneder: 60,
})
const gammelt = () =>
  base.asOwner(
    `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, kommune, part_id, formaal, begyndt, udloeber, skal_bekraeftes)
     SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '11111111', gen_random_uuid(), 'henvendelse', t, t, false FROM (SELECT now() - interval '61 months' AS t) x`,
  )
const tilbage = async () => (await base.asOwner('SELECT FROM opslagsbesoeg')).length

async function ryd(...valg: string[]): Promise<string[]> {
  const linjer: string[] = []
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  addRydCommand(program.command('partsoverblik'), { run: (work) => work(deps()), print: (linje) => linjer.push(linje) })
  await program.parseAsync(['partsoverblik', 'ryd', ...valg], { from: 'user' })
  return linjer
}

test('by command: a try tells counts and days alone, and what it told is then removed', async () => {
  await gammelt()
  const proevet = await ryd('--proev')
  expect(proevet).toHaveLength(6)
  expect(proevet[0]).toMatch(/^1 besøg med deres alarmer, sluttet før \d{4}-\d\d-\d\d, ville blive fjernet\.$/)
  expect(await tilbage()).toBe(1)
  expect((await ryd())[0]).toMatch(/^1 besøg med deres alarmer, sluttet før \d{4}-\d\d-\d\d, er fjernet\.$/)
  expect(await tilbage()).toBe(0)
})

test('by the server: at its start, the log’s lines first since visits wait for them, and stopping ends it', async () => {
  await gammelt()
  await base.asOwner(
    `INSERT INTO adgangslog (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, antal, korrelation)
     SELECT 1, now() - interval '62 months', 'borger', u, u, 'egen', 'x', 'sager', 1, u FROM gen_random_uuid() AS u`,
  )
  await base.asOwner(`INSERT INTO adgangslog_kontrolpunkt VALUES (1, now(), 'x')`)
  const fejl: unknown[] = []
  const stop = startOprydning(deps(), (en) => fejl.push(en))
  while ((await tilbage()) > 0 && fejl.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  await stop()
  expect(fejl).toEqual([])
  const skrevet = 'SELECT hvem, antal::int FROM'
  expect(
    await base.asOwner(`${skrevet} adgangslog_sletning UNION ALL ${skrevet} opslagsoprydning WHERE hvem = 'server'`),
  ).toEqual(Array(2).fill({ hvem: 'server', antal: 1 }))
})
