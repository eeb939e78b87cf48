import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newUuid, parseCvrNummer, tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import type { Transaktion } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import {
  type Beroert,
  type Livstegn,
  lockBeviser,
  proveAfstemt,
  recordBeroerte,
  recordLivstegn,
  removeGamleLivstegn,
  unbindBeviser,
} from './index.ts'
import { loadLivstegnstider, loadSenesteLivstegn } from './livstegn.sql.ts'

const [KORSBAEK, BROBYSKOV] = ['11111111', '22222222'].map((cvr) => parseCvrNummer(cvr)!) as [never, never]
const KILDE: Kilde = {
  id: newUuid(),
  navn: 'Lindely',
  slags: 'eoj',
  kommuner: [KORSBAEK, BROBYSKOV],
  kle: [],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
}
const kl = (tid: string) => tidspunkt(`2026-11-22T${tid}:00.000Z`)
const NU = kl('12:00')

let t: Testdatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.asOwner('TRUNCATE bevis, livstegn, livstegn_seneste, afvisning')
})

const asIntake = <T>(work: (tx: Transaktion) => Promise<T>) => t.db.transaction({ rolle: 'modtagelse' }, work)
const deliver = (felter: Partial<Beroert> = {}) =>
  asIntake((tx) => recordBeroerte(tx, [{ kilde: KILDE.id, kommune: KORSBAEK, antal: 1, nyeste: kl('09:00'), ...felter }]))
const afstem = (sendt: number) =>
  asIntake(async (tx) => {
    const [stand] = await tx.run(lockBeviser(KILDE.id, [KORSBAEK]))
    await tx.run(proveAfstemt(KILDE.id, KORSBAEK, stand!, { tidspunkt: kl('10:00'), sendt, nu: kl('10:00') }))
  })
const tegn = (loebenummer: number, sendt: number, felter: Partial<Livstegn> = {}): Livstegn => ({
  loebenummer,
  tidspunkt: NU,
  kommuner: [{ kommune: KORSBAEK, vandmaerke: kl('11:55'), sendt, koe: 0 }],
  naeste: undefined,
  ...felter,
})
const send = (livstegn: Livstegn, kilde = KILDE) => asIntake((tx) => recordLivstegn(tx, kilde, livstegn, NU))
const bevis = async () =>
  (
    await t.asOwner<{ brudt: boolean; til: string }>('SELECT brudt, bevist_til::text AS til FROM bevis WHERE kommune = $1', [
      KORSBAEK,
    ])
  )[0]

test('after a reconciliation a sign with the same count proves what has come since, up to its watermark', async () => {
  await deliver()
  await afstem(5)
  await deliver({ nyeste: kl('11:00') })
  expect((await bevis())?.brudt).toBe(true)
  expect(await send(tegn(1, 6))).toEqual({
    ok: true,
    value: [{ kommune: KORSBAEK, bevist: true, hvorfor: undefined, modtaget: 2, ventet: 2 }],
  })
  expect(await bevis()).toEqual({ brudt: false, til: '2026-11-22 11:55:00+00' })
})

test('a count that differs proves nothing, and takes nothing of what was proved before', async () => {
  await deliver()
  await afstem(5)
  expect(await send(tegn(1, 6))).toMatchObject({ ok: true, value: [{ bevist: false, hvorfor: 'ANTAL_FORSKELLIGT', ventet: 2 }] })
  expect(await bevis()).toEqual({ brudt: false, til: '2026-11-22 10:00:00+00' })
})

test('a number is used once and rises; a gap is noted; a refused sign uses none', async () => {
  expect((await send(tegn(3, 0))).ok).toBe(true)
  for (const nr of [3, 2]) expect(await send(tegn(nr, 0))).toEqual({ ok: false, afvisning: 'LOEBENUMMER_BRUGT' })
  expect(await send(tegn(8, 0, { kommuner: [] }))).toEqual({ ok: false, afvisning: 'LIVSTEGN_UGYLDIGT' })
  expect((await send(tegn(7, 0))).ok).toBe(true)
  expect(await t.asOwner('SELECT loebenummer::int AS nr, hul::int FROM livstegn ORDER BY 1')).toEqual([
    { nr: 3, hul: 0 },
    { nr: 7, hul: 3 },
  ])
})

test('of one number sent ten times at once one is taken', async () => {
  const svar = await Promise.all(Array.from({ length: 10 }, () => send(tegn(1, 0))))
  expect(svar.filter(({ ok }) => ok).length).toBe(1)
})

test('a foreign municipality, and one that the token of the call does not give, refuses the whole sign', async () => {
  const begge = tegn(1, 0, {
    kommuner: [KORSBAEK, BROBYSKOV].map((kommune) => ({ kommune, vandmaerke: NU, sendt: 0, koe: 0 })),
  })
  expect(await send(begge, { ...KILDE, kommuner: [KORSBAEK] })).toEqual({ ok: false, afvisning: 'KOMMUNE_IKKE_AFTALT' })
  const snaever = { ...KILDE, afgraensning: [{ kommuner: [BROBYSKOV], kle: [] }] }
  expect(await send(begge, snaever)).toEqual({ ok: false, afvisning: 'KOMMUNE_IKKE_AFTALT' })
  const nogleNumre = { ...KILDE, afgraensning: [{ kommuner: [], kle: ['27' as never] }] }
  expect(await send(begge, nogleNumre)).toEqual({ ok: false, afvisning: 'KOMMUNE_IKKE_AFTALT' })
  expect((await send(begge)).ok).toBe(true)
})

test.each([
  [KORSBAEK, 'AFSTEMNING_MANGLER'],
  [undefined, 'AFSTEMNING_MANGLER'],
  [BROBYSKOV, undefined],
])(
  'a source that says itself that something of %s is settled is reconciled before it proves anything',
  async (kommune, hvorfor) => {
    await deliver()
    await afstem(1)
    await asIntake((tx) => unbindBeviser(tx, KILDE.id, kommune))
    expect(await send(tegn(1, 1))).toMatchObject({ value: [{ hvorfor }] })
    await afstem(1)
    expect(await send(tegn(2, 1))).toMatchObject({ value: [{ bevist: true }] })
  },
)

test('a delivery that is under way is waited for, and then the count differs', async () => {
  await deliver()
  await afstem(1)
  let slip: () => void = () => undefined
  const venter = new Promise<void>((resolve) => (slip = resolve))
  let begyndt: () => void = () => undefined
  const begyndelse = new Promise<void>((resolve) => (begyndt = resolve))
  const leverance = asIntake(async (tx) => {
    await recordBeroerte(tx, [{ kilde: KILDE.id, kommune: KORSBAEK, antal: 1, nyeste: kl('11:00') }])
    begyndt()
    await venter
  })
  await begyndelse
  const svar = send(tegn(1, 1))
  slip()
  await leverance
  expect(await svar).toMatchObject({ value: [{ bevist: false, hvorfor: 'ANTAL_FORSKELLIGT' }] })
})

test('deliveries and signs at once: what is proved was so, whoever came first', async () => {
  await afstem(0)
  const leverancer = Array.from({ length: 20 }, () => deliver({ nyeste: kl('11:00') }))
  const tegnene = Array.from({ length: 20 }, (_, i) => send(tegn(i + 1, i + 1)))
  await Promise.all([...leverancer, ...tegnene])
  const raekker = await t.asOwner<{ talt: number; sendt: number; hvorfor: string | null }>(
    'SELECT talt::int, sendt::int, hvorfor FROM livstegn',
  )
  for (const { talt, sendt, hvorfor } of raekker) expect(hvorfor === null).toBe(talt === sendt)
  expect(await send(tegn(21, 20))).toMatchObject({ value: [{ bevist: true, modtaget: 20 }] })
})

test('what a rhythm is learned of is one sign a quarter of an hour; old ones are removed, and the number stays used', async () => {
  for (const nr of [1, 2, 3]) await send(tegn(nr, 0))
  await t.asOwner("UPDATE livstegn SET modtaget = modtaget - interval '1 hour' WHERE loebenummer = 1")
  const [tider, seneste] = await t.db.readBatch({ rolle: 'opsaetning' }, [loadLivstegnstider(kl('00:00')), loadSenesteLivstegn()])
  expect(tider.map(({ tid }) => tid).sort()).toEqual([kl('11:00'), NU])
  expect(seneste).toEqual([{ kilde_id: KILDE.id, kommune: KORSBAEK, modtaget: NU, naeste: null }])
  const om90Dage = { now: () => tidspunkt('2027-02-20T11:30:00.000Z') }
  expect(await removeGamleLivstegn({ db: t.db, clock: om90Dage })).toBe(1)
  expect(await removeGamleLivstegn({ db: t.db, clock: { now: () => tidspunkt('2027-02-20T12:00:01.000Z') } })).toBe(2)
  expect(await send(tegn(3, 0))).toMatchObject({ afvisning: 'LOEBENUMMER_BRUGT' })
})
