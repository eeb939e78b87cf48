import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { createOpsaetningslager, type KleKonfiguration, type Opsaetningslager } from '#visning'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { BROBYSKOV, KORSBAEK, NU, PERSONER, praefiks, version } from '../../../test/byggere/konfiguration.ts'
import { createUr } from '../../../test/byggere/tilslutning.ts'
import { createAntalstaeller } from './antal.ts'
import { applyUdkast } from './anvend.ts'
import { lukNummer } from './luk-nummer.ts'
import { changeUdkast, createUdkast, findUdkastfakta, type Konfigurationsdeps } from './ret-udkast.ts'
import { listUdkast, readHistorik, readUdkast } from './udkastlager.ts'

const P = PERSONER
let t: Testdatabase
let opsaetning: Opsaetningslager
let deps: Konfigurationsdeps
const clock = createUr(NU)

beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.asOwner('TRUNCATE konfigurationsudkast, konfiguration_aendring, kle_konfiguration, rolletildeling CASCADE')
  for (const { id, navn } of Object.values(P))
    await t.asOwner(
      `INSERT INTO rolletildeling (tildeling_id, cvr, medarbejder_id, navn, rolle, gaelder_fra, givet_af, begrundelse, oprettet)
       VALUES (gen_random_uuid(), $1, $2, $3, 'projektansvarlig', '2020-01-01', 'x', 'x', now())`,
      [KORSBAEK, id, navn],
    )
  opsaetning = await createOpsaetningslager(t.db, clock)
  await opsaetning.save([version('28')])
  deps = { db: t.db, clock, opsaetning }
})

const AABN = { aaben: true, fradato: '2026-01-01' } as const
const udkastet = async (id: Uuid) => {
  const udkast = await readUdkast(deps, KORSBAEK, id)
  if (!udkast) throw new Error('There is no draft')
  return udkast
}
const hashOf = async (id: Uuid) => findUdkastfakta(await opsaetning.refresh(), await udkastet(id), clock.now()).hash

/** A draft that opens a number, proposed by Henrik. */
async function foreslaaet(kle: string): Promise<{ readonly id: Uuid; readonly nr: number; readonly hash: string }> {
  const id = newUuid()
  await createUdkast(deps, P.henrik, { id, navn: `Åbn ${kle}`, begrundelse: 'Besluttet' })
  await changeUdkast(deps, P.henrik, { id, nr: 1 }, { type: 'saetLinje', linje: { kle: praefiks(kle), felter: AABN } })
  const hash = await hashOf(id)
  await changeUdkast(deps, P.henrik, { id, nr: 2 }, { type: 'foreslaa', hash, aarsag: 'Nu' })
  return { id, nr: 3, hash }
}
const godkend = (person: typeof P.gitte | typeof P.bente, { id, nr, hash }: Awaited<ReturnType<typeof foreslaaet>>) =>
  changeUdkast(deps, person, { id, nr }, { type: 'godkend', hash })
const versioner = async () =>
  (await opsaetning.refresh())
    .versionerFor(KORSBAEK)
    .map(({ kle, aaben }) => `${kle} ${aaben}`)
    .sort()

test('what is approved is in force when the call returns, and kept with who and why', async () => {
  const forslag = await foreslaaet('27.36')
  expect(await godkend(P.gitte, forslag)).toEqual({ ok: true, value: forslag.id })
  expect((await opsaetning.current()).konfigurationFor(KORSBAEK, '27.36.04', clock.now())).toMatchObject({
    kle: '27.36',
    ...AABN,
  })
  const [aendring] = await readHistorik(t.db, KORSBAEK, { hoejst: 10 })
  expect(aendring).toMatchObject({
    nr: 1,
    slags: 'godkendelse',
    udkast: forslag.id,
    af: { navn: 'Gitte Lundsgaard' },
    indhold: { aarsag: 'Nu', foreslaaetAf: { navn: 'Henrik Aabo' }, gaelderFra: NU },
  })
  expect((await udkastet(forslag.id)).tilstand).toBe('gennemfoert')
})

test('what is put into force is exactly what the draft was previewed as', async () => {
  await opsaetning.save([version('27', { visAftaler: false }), version('27.60', { aaben: false })])
  const forslag = await foreslaaet('27.60')
  const ventet = applyUdkast(await opsaetning.refresh(), await udkastet(forslag.id), clock.now())
  expect((await godkend(P.gitte, forslag)).ok).toBe(true)
  const ordnet = (alle: readonly KleKonfiguration[]) =>
    alle.toSorted((a, b) => (a.kle + a.gaelderFra < b.kle + b.gaelderFra ? -1 : 1))
  expect(ordnet((await opsaetning.current()).versionerFor(KORSBAEK))).toEqual(ordnet(ventet.versionerFor(KORSBAEK)))
})

test('two approve the same proposal at once: it is made once', async () => {
  const forslag = await foreslaaet('27.36')
  const svar = await Promise.all([godkend(P.gitte, forslag), godkend(P.bente, forslag)])
  expect(svar.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await readHistorik(t.db, KORSBAEK, { hoejst: 10 })).toHaveLength(1)
  // The same one twice at once is one approval, and both are told so.
  const andet = await foreslaaet('29')
  const igen = await Promise.all([godkend(P.gitte, andet), godkend(P.gitte, andet)])
  expect(igen.filter(({ ok }) => ok).length).toBeGreaterThan(0)
  expect(await godkend(P.gitte, andet)).toMatchObject({ ok: true })
  expect(await readHistorik(t.db, KORSBAEK, { hoejst: 10 })).toHaveLength(2)
})

test('changes made at once are numbered without gaps, and none is lost: who came second is told to look again', async () => {
  const forslag = await Promise.all(['27.36', '29', '15', '17', '32.03'].map(foreslaaet))
  const svar = await Promise.all([
    ...forslag.map((en) => godkend(P.gitte, en)),
    lukNummer(deps, P.bente, { kle: praefiks('28'), aarsag: 'Fejl' }),
  ])
  const gjorte = svar.filter(({ ok }) => ok).length
  expect(gjorte).toBeGreaterThan(0)
  for (const en of svar) if (!en.ok) expect(en.afvisning).toBe('ANDEN_VAR_FOERST')
  const historik = await readHistorik(t.db, KORSBAEK, { hoejst: 10 })
  expect(historik.map(({ nr }) => nr)).toEqual(Array.from({ length: gjorte }, (_, i) => gjorte - i))
  // What was refused wrote nothing at all: its draft waits still.
  const gennemfoerte = (await listUdkast(t.db, KORSBAEK)).filter(({ tilstand }) => tilstand === 'gennemfoert')
  expect(gennemfoerte).toHaveLength(historik.filter(({ slags }) => slags === 'godkendelse').length)
  const aabnet = gennemfoerte.map(({ linjer }) => `${linjer[0]?.kle} true`)
  expect((await versioner()).filter((en) => !en.startsWith('28'))).toEqual(aabnet.sort())
})

test('two tabs write the same step at once: one is kept', async () => {
  const id = newUuid()
  await createUdkast(deps, P.henrik, { id, navn: 'A', begrundelse: 'B' })
  const saet = (kle: string) =>
    changeUdkast(deps, P.henrik, { id, nr: 1 }, { type: 'saetLinje', linje: { kle: praefiks(kle), felter: AABN } })
  const svar = await Promise.all([saet('27'), saet('29')])
  expect(svar.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await udkastet(id)).linjer).toHaveLength(1)
})

test('closing closes all below too, now and later, and what was closed says so', async () => {
  const senere = version('28.77', { gaelderFra: '2026-12-24T00:00:00.000Z' as typeof NU })
  await opsaetning.save([version('28.09'), version('28.15', { aaben: false }), senere, version('27')])
  expect(await lukNummer(deps, P.henrik, { kle: praefiks('28'), aarsag: 'Fejl' })).toMatchObject({ ok: true, value: 1 })
  const nu = await opsaetning.current()
  for (const tid of [NU, senere.gaelderFra])
    for (const kle of ['28.09.40', '28.15.04', '28.77.04', '28.03.00'])
      expect(nu.konfigurationFor(KORSBAEK, kle, tid)?.aaben, `${kle} ${tid}`).toBe(false)
  expect(nu.konfigurationFor(KORSBAEK, '27.36.04', NU)?.aaben).toBe(true)
  expect(await lukNummer(deps, P.henrik, { kle: praefiks('28'), aarsag: 'Fejl' })).toEqual({ ok: false, afvisning: 'ER_LUKKET' })
  expect(await lukNummer(deps, P.vibeke, { kle: praefiks('27'), aarsag: 'Fejl' })).toEqual({
    ok: false,
    afvisning: 'IKKE_DIN_ROLLE',
  })
})

test('a number closed within a group that is to open later stays closed when the group opens', async () => {
  const senere = '2026-12-24T00:00:00.000Z' as typeof NU
  await opsaetning.save([version('27', { gaelderFra: senere })])
  expect((await lukNummer(deps, P.henrik, { kle: praefiks('27.57'), aarsag: 'Ikke endnu' })).ok).toBe(true)
  const nu = await opsaetning.current()
  expect(nu.konfigurationFor(KORSBAEK, '27.57.04', senere)?.aaben).toBe(false)
  expect(nu.konfigurationFor(KORSBAEK, '27.36.04', senere)?.aaben).toBe(true)
})

test('another municipality’s draft is none, and history cannot be rewritten by the role that writes it', async () => {
  const { id } = await foreslaaet('27.36')
  expect(await readUdkast(deps, BROBYSKOV, id)).toBeUndefined()
  expect(await changeUdkast(deps, { ...P.gitte, cvr: BROBYSKOV }, { id, nr: 3 }, { type: 'kasser', aarsag: 'x' })).toEqual({
    ok: false,
    afvisning: 'FINDES_IKKE',
  })
  for (const tabel of ['konfigurationsudkast', 'konfiguration_aendring'])
    for (const text of [`UPDATE ${tabel} SET nr = 9`, `DELETE FROM ${tabel}`])
      await expect(t.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run({ text, values: [] }))).rejects.toThrow('42501')
})

test('what lies in the index is counted by number, of one’s own municipality alone, and at most each ten minutes', async () => {
  const ind = (kommune: string, kle: string) =>
    t.asOwner(
      `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'sag', $1, $2, gen_random_uuid(), '{}', now(), '{}')`,
      [kommune, kle],
    )
  await ind(KORSBAEK, '27.36.04')
  await ind(KORSBAEK, '27.36.04')
  await ind(KORSBAEK, '')
  await ind(BROBYSKOV, '27.36.04')
  const tael = createAntalstaeller(deps, (fejl) => {
    throw fejl
  })
  const foerst = await tael(P.henrik)
  expect([...(foerst?.efterEmne ?? [])]).toEqual([['27.36.04', 2]])
  await ind(KORSBAEK, '27.36.04')
  expect((await tael(P.gitte))?.efterEmne.get('27.36.04')).toBe(2)
  clock.frem(11 * 60_000)
  expect((await tael(P.gitte))?.efterEmne.get('27.36.04')).toBe(3)
})
