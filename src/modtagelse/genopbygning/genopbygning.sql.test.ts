import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockBeviser, proveAfstemt } from '#afstemning/livstegn'
import { newUuid, tidspunkt, type Uuid } from '#kernel'
import { ESDH } from '../../../test/byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse } from '../../../test/byggere/modtagelse.ts'
import { fuldtElement, somKilde } from '../regler/fuldt-element.testdata.ts'
import { addGenopbygningCommands, kontrollerIndeks } from './index.ts'

let t: Testmodtagelse
const ider: Uuid[] = []
beforeAll(async () => {
  t = await createTestmodtagelse()
  for (let i = 0; i < 3; i++) {
    const id = newUuid()
    ider.push(id)
    const itSystemer = (fuldtElement('sag')['itSystemer'] as Record<string, unknown>[]).map((led) => ({
      ...led,
      referenceId: ESDH.id,
    }))
    expect(await t.sig({ importer: somKilde({ ...fuldtElement('sag'), itSystemer, id }) })).toBe('modtaget')
  }
})
afterAll(() => t.close())

const damage = () => t.database.asOwner('DELETE FROM overblik WHERE item_id = $1', [ider[1]])
const prove = async () => {
  const NU = tidspunkt('2027-01-01T00:00:00.000Z')
  const par = await t.database.asOwner<{ kommune: never }>(`SELECT kommune FROM bevis WHERE kilde_id = $1 AND kommune <> ''`, [
    ESDH.id,
  ])
  for (const { kommune } of par)
    await t.deps.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
      const [stand] = await tx.run(lockBeviser(ESDH.id, [kommune]))
      await tx.run(proveAfstemt(ESDH.id, kommune, stand!, { tidspunkt: NU, sendt: 3, nu: NU }))
    })
  return par.length
}
const brudte = () => t.database.asOwner(`SELECT kommune FROM bevis WHERE brudt AND kommune <> ''`)
const haendelser = () => t.database.asOwner('SELECT hvad, detaljer, hvem FROM genopbygning_haendelse ORDER BY haendelse_id')
const taelUdbakke = async () => Number((await t.database.asOwner<{ n: string }>('SELECT count(*) AS n FROM udbakke'))[0]?.n)

/** What the command prints, and its exit code. */
async function run(...valg: string[]) {
  const linjer: string[] = []
  const koder: number[] = []
  const program = new Command()
  addGenopbygningCommands(program, {
    run: (work) => work(t.deps, new AbortController().signal),
    bruger: 'drift1',
    print: (linje) => linjer.push(linje),
    exit: (kode) => koder.push(kode),
  })
  await program.parseAsync(['drift', 'genopbyg', ...valg], { from: 'user' })
  return { linjer, kode: koder.at(-1) ?? 0 }
}

test('an index that is as the registrations say exits with 0, and it is kept who looked', async () => {
  expect(await run()).toMatchObject({ kode: 0, linjer: [expect.stringMatching(/^Ens: 3 objekter/)] })
  expect(await haendelser()).toEqual([
    { hvad: 'begyndt', detaljer: { ret: false }, hvem: 'drift1' },
    { hvad: 'sluttet', detaljer: expect.objectContaining({ antalAfvigelser: 0, objekter: 3 }), hvem: 'drift1' },
  ])
})

test('a difference is listed by its object, with no id of a person, and exits with 3; nothing is changed, told or broken', async () => {
  const foer = await taelUdbakke()
  expect(await prove()).toBeGreaterThan(0)
  await damage()
  const parter = await t.database.asOwner<{ part_id: string }>('SELECT part_id FROM part')
  for (const valg of [[], ['--json']]) {
    const { linjer, kode } = await run(...valg)
    expect(kode).toBe(3)
    const tekst = linjer.join('\n')
    expect(tekst).toContain(ider[1])
    for (const { part_id } of parter) expect(tekst).not.toContain(part_id)
  }
  expect(await t.afvigelser()).toBeGreaterThan(0)
  expect(await taelUdbakke()).toBe(foer)
  expect(await brudte()).toEqual([])
})

test('what is put right breaks the proof of its municipality, is told on the outbox to all but citizens, and is kept by its id', async () => {
  const foer = await taelUdbakke()
  const { linjer, kode } = await run('--ret')
  expect(kode).toBe(0)
  expect(linjer.at(-1)).toMatch(/^Ens: 3 objekter/)
  expect(await t.afvigelser()).toBe(0)
  expect(await brudte()).toHaveLength(1)
  expect(await taelUdbakke()).toBe(foer + 1)
  expect(
    await t.database.asOwner('SELECT objekt_id, haendelse, uden_notifikation FROM udbakke ORDER BY nr DESC LIMIT 1'),
  ).toEqual([{ objekt_id: ider[1], haendelse: 'opdateret', uden_notifikation: true }])
  expect(await haendelser()).toContainEqual({ hvad: 'rettet', detaljer: { objekter: [ider[1]] }, hvem: 'drift1' })
})

test('what is not put right because it cannot be told stays as it was', async () => {
  await prove()
  await damage()
  await t.database.asOwner('ALTER TABLE udbakke ADD CONSTRAINT luk CHECK (false) NOT VALID')
  await expect(kontrollerIndeks(t.deps, { ret: true }, 'drift1')).rejects.toThrow()
  await t.database.asOwner('ALTER TABLE udbakke DROP CONSTRAINT luk')
  expect(await t.afvigelser()).toBeGreaterThan(0)
  expect(await brudte()).toEqual([])
  expect((await run('--ret')).kode).toBe(0)
})
