import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { createKilderegister, type Kilderegister, mayDeliver } from '#kilde'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import {
  advanceFagsystem,
  advanceKommuneVej,
  followAlle,
  followVej,
  recordAfproevning,
  registerFagsystem,
  type Vejdeps,
} from './gaa-videre.ts'
import { AFPROEVET, AFTALE, ANDEN_KOMMUNE, FAKTA, KOMMUNE, LEVERANDOER, PERSONER, REGISTRERET, SYSTEM } from './vej.bygger.ts'
import { countAfvisninger } from './vej.sql.ts'
import { findFagsystem, findKommune, listFagsystemer, listKommuner } from './vejlager.ts'

const P = PERSONER
const clock = { now: () => tidspunkt('2026-11-22T12:00:00Z') }
let t: Testdatabase
let kilder: Kilderegister
let deps: Vejdeps
beforeAll(async () => {
  t = await createTestDatabase()
})
beforeEach(async () => {
  await t.asOwner('TRUNCATE tilslutning_skridt, kilde CASCADE')
  kilder = await createKilderegister(t.db, clock)
  deps = { db: t.db, clock, kilder }
})
afterAll(() => t.close())

const nyt = { ...REGISTRERET, id: SYSTEM } as Parameters<typeof registerFagsystem>[2]
const trin = (person: (typeof P)[keyof typeof P], kommando: Parameters<typeof advanceFagsystem>[3]) =>
  advanceFagsystem(deps, person, SYSTEM, kommando, FAKTA)
const foreslaaetId = async () => (await findFagsystem(t.db, SYSTEM))?.vej.forslag[0]?.id ?? SYSTEM

async function walkToPilot(): Promise<void> {
  await registerFagsystem(deps, P.leverandoer, nyt)
  await trin(P.fagsystemansvarlig, { type: 'noterAftale', kommune: KOMMUNE, ...AFTALE })
  await trin(P.leverandoer, { type: 'aabnSandkasse' })
  const { type: _type, ...proeve } = AFPROEVET as Extract<typeof AFPROEVET, { type: 'afproevet' }>
  await recordAfproevning(deps, SYSTEM, proeve)
}

test('a system that goes its road may deliver for exactly the municipalities that two persons let in, and for none when it is stopped', async () => {
  await registerFagsystem(deps, P.leverandoer, nyt)
  expect(await kilder.find(SYSTEM)).toBeUndefined()
  await walkToPilot()
  expect((await kilder.find(SYSTEM))?.kommuner).toEqual([KOMMUNE])
  expect(await trin(P.projektansvarlig, { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE })).toMatchObject({ ok: true })
  expect(await trin(P.drift, { type: 'bekraeft', forslag: await foreslaaetId() })).toMatchObject({ ok: true })
  const kilde = await kilder.find(SYSTEM)
  if (!kilde) throw new TypeError('no source')
  expect(mayDeliver(kilde, { master: SYSTEM, kommune: ANDEN_KOMMUNE, kle: undefined }).ok).toBe(false)
  expect(mayDeliver(kilde, { master: SYSTEM, kommune: KOMMUNE, kle: undefined }).ok).toBe(true)
  await trin(P.drift, { type: 'suspender', aarsag: 'Fejl i titler' })
  expect(await kilder.find(SYSTEM)).toMatchObject({ kommuner: [], spaerret: clock.now() })
})

test('the secret of the sandbox lets the system in, and is kept nowhere', async () => {
  await registerFagsystem(deps, P.leverandoer, nyt)
  await trin(P.fagsystemansvarlig, { type: 'noterAftale', kommune: KOMMUNE, ...AFTALE })
  const svar = await trin(P.leverandoer, { type: 'aabnSandkasse' })
  if (!svar.ok || !svar.value.klientId || !svar.value.hemmelighed) throw new TypeError('no secret')
  const { klientId, hemmelighed } = svar.value
  expect(await kilder.authenticate({ klientId, hemmelighed })).toMatchObject({ ok: true, value: { id: SYSTEM } })
  const [raekke] = await t.asOwner<{ tekst: string }>(
    "SELECT string_agg(s::text, '') || (SELECT string_agg(k::text, '') FROM kilde k) AS tekst FROM tilslutning_skridt s",
  )
  expect(raekke?.tekst).not.toContain(hemmelighed)
})

test('of two steps taken at the same time one is written, and the other is told', async () => {
  await walkToPilot()
  const begge = await Promise.all([
    trin(P.projektansvarlig, { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE }),
    trin(P.andenProjektansvarlig, { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE }),
  ])
  expect(begge.filter(({ ok }) => ok)).toHaveLength(1)
  expect(begge.find(({ ok }) => !ok)).toMatchObject({ afvisning: expect.stringMatching(/ANDEN_VAR_FOERST|FORSLAG_FINDES/) })
  expect((await findFagsystem(t.db, SYSTEM))?.vej.forslag).toHaveLength(1)
})

test('a step that was recorded before the process died takes effect when the road is followed again', async () => {
  await walkToPilot()
  await t.asOwner("UPDATE kilde SET kommuner = '[]'")
  const register = await createKilderegister(t.db, clock)
  await followAlle({ db: t.db, kilder: register })
  expect((await register.find(SYSTEM))?.kommuner).toEqual([KOMMUNE])
})

test('a block that the operator has set by command is lifted by no step but resuming', async () => {
  await walkToPilot()
  await kilder.setSpaerret(SYSTEM, clock.now())
  await trin(P.leverandoer, { type: 'skiftVersion', version: '5.0' })
  await followAlle({ db: t.db, kilder })
  expect((await kilder.find(SYSTEM))?.spaerret).toBe(clock.now())
})

test('a source that stands already is taken over by the operator alone, and goes on where it delivered', async () => {
  const kilde = {
    id: SYSTEM,
    navn: 'Ældre',
    slags: 'esdh',
    kommuner: [KOMMUNE, ANDEN_KOMMUNE],
    kle: [],
    klientId: 'aeldre',
    rytmeTimer: 6,
  }
  await kilder.save({ ...kilde, spaerret: undefined })
  expect(await registerFagsystem(deps, P.leverandoer, nyt)).toEqual({ ok: false, afvisning: 'FINDES_ALLEREDE' })
  expect(await registerFagsystem(deps, P.drift, { ...nyt, leverandoer: LEVERANDOER })).toMatchObject({ ok: true })
  const [fundet] = await listFagsystemer(t.db)
  if (!fundet) throw new TypeError('no road')
  await followVej(deps, fundet.vej)
  expect(await kilder.find(SYSTEM)).toMatchObject({
    kommuner: [KOMMUNE, ANDEN_KOMMUNE],
    kle: [],
    klientId: 'aeldre',
    rytmeTimer: 6,
  })
})

test('a municipality is told of the refusals that are its own or name none, and of no other municipality’s', async () => {
  for (const [regel, kommune] of [
    ['SAG-008', KOMMUNE],
    ['SAG-009', ANDEN_KOMMUNE],
    ['IND-001', null],
  ])
    await t.asOwner(
      "INSERT INTO afvisning (afvisning_id, leverance_id, linje, kilde_id, kommune, regel, brud) VALUES (gen_random_uuid(), $1, 1, $1, $2, $3, '[]')",
      [SYSTEM, kommune, regel],
    )
  const regler = async (egen: typeof KOMMUNE | undefined) => {
    const [raekker] = await t.db.readBatch({ rolle: 'opsaetning' }, [countAfvisninger(SYSTEM, egen)])
    return raekker.map(({ regel }) => regel)
  }
  expect(await regler(KOMMUNE)).toEqual(['IND-001', 'SAG-008'])
  expect(await regler(undefined)).toEqual(['IND-001', 'SAG-008', 'SAG-009'])
})

test('no step can be changed or removed by the role that writes them', async () => {
  await registerFagsystem(deps, P.leverandoer, nyt)
  for (const saetning of ["UPDATE tilslutning_skridt SET data = '{}'", 'DELETE FROM tilslutning_skridt'])
    await expect(t.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run({ text: saetning, values: [] }))).rejects.toMatchObject(
      {
        kode: '42501',
      },
    )
})

test("a municipality's road stands by itself", async () => {
  const fakta = { projektansvarlige: 2, fagsystemansvarlige: 1, henvendelsessteder: 3 }
  await advanceKommuneVej(deps, P.projektansvarlig, KOMMUNE, { type: 'noterDatabehandleraftale', ...AFTALE }, fakta)
  await advanceKommuneVej(deps, P.projektansvarlig, KOMMUNE, { type: 'foreslaaKlar' }, fakta)
  const { vej } = await findKommune(t.db, KOMMUNE)
  const forslag = vej.forslag[0]?.id ?? SYSTEM
  expect(await advanceKommuneVej(deps, P.projektansvarlig, KOMMUNE, { type: 'bekraeft', forslag }, fakta)).toEqual({
    ok: false,
    afvisning: 'KRAEVER_TO',
  })
  await advanceKommuneVej(deps, P.drift, KOMMUNE, { type: 'bekraeft', forslag }, fakta)
  expect((await listKommuner(t.db)).get(KOMMUNE)?.klar).toBe(clock.now())
  expect(
    await advanceKommuneVej(
      deps,
      P.drift,
      KOMMUNE,
      { type: 'noterDatabehandleraftale', ...AFTALE, underskrevet: '2026-11-23' },
      fakta,
    ),
  ).toEqual({ ok: false, afvisning: 'DATO_I_FREMTIDEN' })
})

test('whoever registered an id before the source that has it stood here gets neither its key nor its deliveries', async () => {
  await registerFagsystem(deps, P.andenLeverandoer, { ...nyt, leverandoer: P.andenLeverandoer.cvr })
  const kilde = {
    id: SYSTEM,
    navn: 'Den rigtige',
    slags: 'esdh',
    kle: [],
    klientId: 'rigtig',
    rytmeTimer: 6,
    spaerret: undefined,
  }
  await kilder.save({ ...kilde, kommuner: [KOMMUNE, ANDEN_KOMMUNE] })
  expect(await trin(P.fagsystemansvarlig, { type: 'noterAftale', kommune: KOMMUNE, ...AFTALE })).toEqual({ ok: true, value: {} })
  expect(await trin(P.andenLeverandoer, { type: 'aabnSandkasse' })).toEqual({ ok: false, afvisning: 'FINDES_ALLEREDE' })
  await followAlle({ db: t.db, kilder })
  const hel = { ...kilde, kommuner: [KOMMUNE, ANDEN_KOMMUNE] }
  expect(await kilder.find(SYSTEM)).toMatchObject(hel)
  // What the operator stops is stopped all the same.
  await trin(P.drift, { type: 'suspender', aarsag: 'Et fremmed id' })
  expect(await kilder.find(SYSTEM)).toMatchObject({ ...hel, spaerret: clock.now() })
})

test('the operator takes no step for what is no municipality', async () => {
  const svar = await advanceKommuneVej(
    deps,
    P.drift,
    LEVERANDOER,
    { type: 'noterDatabehandleraftale', ...AFTALE },
    { projektansvarlige: 0, fagsystemansvarlige: 0, henvendelsessteder: 0 },
  )
  expect(svar).toEqual({ ok: false, afvisning: 'FINDES_IKKE' })
  expect((await listKommuner(t.db)).size).toBe(0)
})
