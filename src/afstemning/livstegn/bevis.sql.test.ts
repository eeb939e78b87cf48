import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newUuid, parseCvrNummer, tidspunkt, type Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { proveBeviser } from './bevis.sql.ts'
import {
  type Beroert,
  findBrudte,
  loadBeviser,
  lockBeviser,
  proveAfstemt,
  readBrudnummer,
  recordBeroerte,
  toBevis,
} from './index.ts'

const [KORSBAEK, BROBYSKOV] = ['11111111', '22222222'].map((cvr) => parseCvrNummer(cvr)!) as [never, never]
const KILDE = newUuid()
const ANDEN = newUuid()
const NU = tidspunkt('2026-11-22T12:00:00.000Z')
const kl = (tid: string) => tidspunkt(`2026-11-22T${tid}:00.000Z`)

let t: Testdatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.asOwner('TRUNCATE bevis')
  await t.asOwner('UPDATE daekningsbrud SET nr = 0')
})

const asIntake = <T>(work: (tx: Transaktion) => Promise<T>) => t.db.transaction({ rolle: 'modtagelse' }, work)
const led = (felter: Partial<Beroert> = {}): Beroert => ({
  kilde: KILDE,
  kommune: KORSBAEK,
  antal: 1,
  nyeste: kl('09:00'),
  ...felter,
})
const deliver = (...beroerte: Beroert[]) => asIntake((tx) => recordBeroerte(tx, beroerte))
const read = async () => {
  const [nummer, raekker] = await t.db.readBatch({ rolle: 'opsaetning' }, [readBrudnummer(), loadBeviser()])
  return { nr: nummer[0]?.nr, beviser: raekker.map(toBevis) }
}
const talt = async (kilde: Uuid = KILDE) =>
  t.asOwner<{ kommune: string; modtaget: number }>('SELECT kommune, modtaget::int FROM bevis WHERE kilde_id = $1 ORDER BY 1', [
    kilde,
  ])
/** An agreeing reconciliation at 10 o'clock where nothing came meanwhile. */
const afstem = (sendt: number, kommune = KORSBAEK, kilde = KILDE) =>
  asIntake(async (tx) => {
    const [stand] = await tx.run(lockBeviser(kilde, [kommune]))
    const [svar] = await tx.run(proveAfstemt(kilde, kommune, stand!, { tidspunkt: kl('10:00'), sendt, nu: NU }))
    return svar?.bevist
  })

test('what is kept is counted for its municipality, and nothing is proved by it', async () => {
  await deliver(led(), led({ nyeste: kl('08:00') }), led({ kommune: BROBYSKOV, antal: 3 }), led({ kommune: '' }))
  expect(await talt()).toEqual([
    { kommune: '', modtaget: 1 },
    { kommune: KORSBAEK, modtaget: 2 },
    { kommune: BROBYSKOV, modtaget: 3 },
  ])
  const { nr, beviser } = await read()
  expect(nr).toBe(0)
  expect(beviser.map(({ brudt, nyeste }) => [brudt, nyeste])).toEqual([
    [true, kl('09:00')],
    [true, kl('09:00')],
  ])
})

test('an agreeing reconciliation proves, the next delivery breaks with a number, and those after it take none', async () => {
  await deliver(led({ antal: 5 }))
  expect(await afstem(7)).toBe(true)
  expect((await read()).beviser).toMatchObject([{ brudt: false, bevistTil: kl('10:00'), bevistModtaget: NU, afstemt: NU }])
  await deliver(led({ nyeste: kl('11:00') }))
  await deliver(led({ nyeste: kl('11:30') }))
  const { nr, beviser } = await read()
  expect([nr, beviser[0]?.brudt, beviser[0]?.brudNr, beviser[0]?.nyeste]).toEqual([1, true, 1, kl('11:30')])
})

test('what touched the pair between the reading and the agreement keeps it from being proved, and the counts are bound all the same', async () => {
  await deliver(led({ antal: 5 }))
  const [stand] = await asIntake((tx) => tx.run(lockBeviser(KILDE, [KORSBAEK])))
  await deliver(led({ antal: 0, nyeste: undefined }))
  const [svar] = await asIntake((tx) =>
    tx.run(proveAfstemt(KILDE, KORSBAEK, stand!, { tidspunkt: kl('10:00'), sendt: 7, nu: NU })),
  )
  expect(svar?.bevist).toBe(false)
  expect((await read()).beviser[0]?.brudt).toBe(true)
  const [efter] = await asIntake((tx) => tx.run(lockBeviser(KILDE, [KORSBAEK])))
  expect(efter).toMatchObject({ forskydning: 2, afstemt: NU })
})

test('a state that is newer than what is stated proves nothing of the time stated', async () => {
  await deliver(led({ nyeste: kl('10:01') }))
  expect(await afstem(1)).toBe(false)
})

test('a proof that holds never moves back, and one made anew after a break may', async () => {
  await deliver(led({ antal: 1, nyeste: kl('06:00') }))
  await afstem(1)
  const prove = (til: string) => asIntake((tx) => tx.run(proveBeviser(KILDE, [{ kommune: KORSBAEK, til: kl(til) }], NU)))
  const til = async () => (await read()).beviser[0]?.bevistTil
  await prove('11:00')
  await prove('10:30')
  expect(await til()).toBe(kl('11:00'))
  await deliver(led({ nyeste: kl('10:00') }))
  await prove('10:30')
  expect(await til()).toBe(kl('10:30'))
})

test('a line that may be about any municipality breaks all of the source, and no other source', async () => {
  for (const kommune of [KORSBAEK, BROBYSKOV]) await deliver(led({ kommune }))
  await deliver(led({ kilde: ANDEN }))
  await afstem(1)
  await afstem(1, BROBYSKOV)
  await afstem(1, KORSBAEK, ANDEN)
  await asIntake((tx) => recordBeroerte(tx, [led({ kommune: undefined, antal: 0 })]))
  const { beviser, nr } = await read()
  expect(nr).toBe(1)
  expect(beviser.filter(({ brudt }) => brudt).map(({ kilde }) => kilde)).toEqual([KILDE, KILDE])
})

test('who only touches a municipality that nothing has come for makes no row: foreign municipalities fill nothing', async () => {
  await deliver(led({ kommune: '99999999', antal: 0 }))
  expect(await talt()).toEqual([])
})

test('a break is known of by the number if and only if it is seen, whoever commits first; broken and proved anew is told too', async () => {
  await deliver(led(), led({ kilde: ANDEN }))
  await afstem(1)
  await afstem(1, KORSBAEK, ANDEN)
  let slip: () => void = () => undefined
  const venter = new Promise<void>((resolve) => (slip = resolve))
  const langsom = asIntake(async (tx) => {
    await recordBeroerte(tx, [led({ antal: 0, nyeste: undefined })])
    await venter
  })
  // The other breaks while the first has not committed: it waits for the number, so that none is seen out of turn.
  const anden = deliver(led({ kilde: ANDEN, antal: 0 }))
  const imens = await read()
  expect([imens.nr, imens.beviser.map(({ brudt }) => brudt)]).toEqual([0, [false, false]])
  slip()
  await Promise.all([langsom, anden])
  await afstem(1)
  const [, brudte] = await t.db.readBatch({ rolle: 'borger', parter: [], grund: 'egen' }, [readBrudnummer(), findBrudte(0)])
  expect(brudte.map(({ kilde_id }) => kilde_id).sort()).toEqual([KILDE, ANDEN].sort())
})

test('what is rolled back is neither counted nor broken', async () => {
  await deliver(led())
  await afstem(1)
  const falder = asIntake(async (tx) => {
    await recordBeroerte(tx, [led({ antal: 4 })])
    throw new Error('the lines could not be kept')
  })
  await expect(falder).rejects.toThrow('could not be kept')
  expect(await talt()).toEqual([{ kommune: KORSBAEK, modtaget: 1 }])
  expect(await read()).toMatchObject({ nr: 0, beviser: [{ brudt: false }] })
})

test('only the intake proves, and a citizen reads whether something has come', async () => {
  for (const rolle of ['opsaetning', 'login'] as const)
    await expect(t.db.transaction({ rolle }, (tx) => tx.run(proveBeviser(KILDE, [], NU)))).rejects.toThrow()
  const [nr] = await t.db.readBatch({ rolle: 'borger', parter: [], grund: 'egen' }, [readBrudnummer()])
  expect(nr).toEqual([{ nr: 0 }])
})
