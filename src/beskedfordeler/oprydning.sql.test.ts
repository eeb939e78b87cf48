import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHaendelsesbed, type Haendelsesbed } from '../../test/byggere/haendelser.ts'
import { KILDER } from '../../test/byggere/websted.ts'
import { deleteAbonnement, pauseAbonnement } from './abonnement/index.ts'
import { removeOld } from './oprydning.ts'
import { findMedDrift } from './udsendelse/index.ts'

let bed: Haendelsesbed
beforeAll(async () => {
  bed = await createHaendelsesbed()
})
afterAll(() => bed.close())

const DOEGN = 86_400_000
const taelAlt = async () => {
  const [talt] = await bed.base.asOwner<Record<string, string>>(
    `SELECT (SELECT count(*) FROM udbakke) AS haendelser, (SELECT count(*) FROM udsendelse) AS udsendelser,
       (SELECT count(*) FROM udsendelsesforsoeg) AS forsoeg, (SELECT count(*) FROM abonnement) AS abonnementer,
       (SELECT fjernet_til FROM udbakke_hoved) AS fjernet_til`,
  )
  return Object.fromEntries(Object.entries(talt ?? {}).map(([navn, tal]) => [navn, Number(tal)]))
}

test('what is older than it is kept for goes, with its deliveries; what waited is counted; what has no number yet stays', async () => {
  const { id } = await bed.abonner()
  const slettet = await bed.abonner()
  await pauseAbonnement(bed.deps, KILDER.a.id, id)
  await bed.skete({}, {})
  await bed.udsender.distribute()
  await deleteAbonnement(bed.deps, KILDER.a.id, slettet.id)
  bed.ur.frem(20 * DOEGN)
  await bed.skete({})
  await bed.udsender.distribute()
  bed.ur.frem(11 * DOEGN)
  // Written long ago and committed now: it must be told of all the same.
  await bed.base.asOwner(
    `INSERT INTO udbakke (tid, objekt_id, tidspunkt, art, uden_notifikation) VALUES ('2026-01-01', gen_random_uuid(), now(), 'sag', false)`,
  )
  expect(await removeOld({ ...bed.deps, dage: 30 })).toBe(2)
  expect(await taelAlt()).toEqual({ haendelser: 2, udsendelser: 1, forsoeg: 0, abonnementer: 1, fjernet_til: 2 })
  expect((await findMedDrift(bed.deps, KILDER.a.id, id))?.drift).toMatchObject({ venter: 1, bortfaldne: 2 })
  expect(await removeOld({ ...bed.deps, dage: 30 })).toBe(0)
})

test('the role that removes can read no address and no secret, and the one that sends can remove nothing', async () => {
  const { sql } = await import('#platform/database')
  for (const [rolle, tekst] of [
    ['oprydning', 'SELECT url FROM abonnement'],
    ['oprydning', 'SELECT hemmelighed FROM abonnement'],
    ['oprydning', 'UPDATE udbakke SET kle = NULL'],
    ['beskedfordeler', 'DELETE FROM udbakke'],
    ['beskedfordeler', 'DELETE FROM udsendelse'],
    ['beskedfordeler', 'SELECT * FROM overblik'],
    ['beskedfordeler', 'SELECT data FROM objekt'],
    ['beskedfordeler', 'SELECT hemmelighed_hash FROM kilde'],
    ['modtagelse', 'SELECT hemmelighed FROM abonnement'],
    ['borger', 'SELECT objekt_id FROM udbakke'],
  ] as const)
    await expect(
      bed.base.db.transaction(rolle === 'borger' ? { rolle, parter: [], grund: 'egen' } : { rolle }, (tx) => tx.run(sql(tekst))),
      `${rolle}: ${tekst}`,
    ).rejects.toMatchObject({ kode: '42501' })
})
