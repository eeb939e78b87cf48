import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { grundlagForSagsbehandler, kontekstForSagsbehandler } from '#adgang'
import { cvrNummer, type Medarbejdergrundlag, newUuid, parseKleMoenster, type Rettighedsgruppe, type Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { createUr } from '../../test/byggere/tilslutning.ts'
import { readForSagsbehandler, readKendskab } from './read-for-sagsbehandler.ts'
import { createLogskriver } from './skriver.ts'

const KORSBAEK = cvrNummer('11111111')
const ANDEN = cvrNummer('12345678')
const [anna, bo] = [newUuid(), newUuid()]
const clock = createUr('2026-11-22T12:00:00.000Z')
const moenster = parseKleMoenster('*')
const gruppe: Rettighedsgruppe = {
  kommune: KORSBAEK,
  systemroller: ['se'],
  kle: moenster ? [moenster] : [],
  foelsomhed: 'VIP_SAGER',
  enheder: ["Æbleskiveudvalget'; RESET ROLE; --\\"],
}

type Raekke = { readonly part_id: Uuid }
/** Of a table of the test's own, so that the read is tried apart from what may be seen of which item. */
const alle: Statement<Raekke> = sql('SELECT part_id FROM proeve ORDER BY part_id')
const settings = sql<Raekke & { readonly enhed: string; readonly nu: string }>(
  `SELECT part_id, current_setting('borgerblikket.rettigheder')::jsonb -> 0 -> 'enheder' ->> 0 AS enhed,
     current_setting('borgerblikket.nu') AS nu FROM proeve`,
)

let testdb: Testdatabase
let deps: Parameters<typeof readForSagsbehandler>[0]
let hvem: { id: Uuid; cvr: typeof KORSBAEK; rettigheder: readonly Rettighedsgruppe[]; enheder: readonly string[]; session: Uuid }
beforeAll(async () => {
  testdb = await createTestDatabase()
  deps = { db: testdb.db, log: createLogskriver(testdb.db), clock }
  await testdb.asOwner(`
    CREATE TABLE proeve (part_id uuid NOT NULL);
    ALTER TABLE proeve ENABLE ROW LEVEL SECURITY;
    CREATE POLICY een_part ON proeve FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_kendskab
      USING (part_id = ANY (borgerblikket_parter()));
    GRANT SELECT ON proeve TO borgerblikket_sagsbehandler, borgerblikket_kendskab`)
  await testdb.asOwner('INSERT INTO proeve VALUES ($1), ($1), ($2)', [anna, bo])
})
afterAll(async () => testdb.close())
beforeEach(async () => {
  await testdb.asOwner('DELETE FROM adgangslog; UPDATE adgangslog_hoved SET antal = 0')
  const [id, session] = [newUuid(), newUuid()]
  await insertSession(session, id)
  hvem = { id, cvr: KORSBAEK, rettigheder: [gruppe], enheder: ['x'], session }
})

const insertSession = (session: Uuid, id: Uuid) =>
  testdb.asOwner(
    `INSERT INTO medarbejdersession (session_id, medarbejder_id, cvr, organisation, navn, loa, oprettet, set, udloeber)
     VALUES ($1, $2, $3, 'Korsbæk', 'Prøve', 'High', $4, $4, $4::timestamptz + interval '8 hours')`,
    [session, id, KORSBAEK, clock.now()],
  )
const grundlag = (part = anna, andet: Partial<typeof hvem> = {}): Medarbejdergrundlag =>
  grundlagForSagsbehandler({ ...hvem, ...andet }, { part, formaal: 'henvendelse', korrelation: newUuid() })
const log = () =>
  testdb.asOwner('SELECT aktoer_type, aktoer_id, part_id, grund, formaal, hvad, antal, korrelation FROM adgangslog')

test.each([
  ['what may be seen', readForSagsbehandler],
  ['what may be known to exist', readKendskab],
] as const)('the rows of the ground’s part and of nobody else, with a log row first: %s', async (_, laes) => {
  const mit = grundlag()
  const [raekker] = await laes(deps, mit, { hvad: 'partsoverblik' }, [alle])
  expect(raekker).toEqual([{ part_id: anna }, { part_id: anna }])
  expect(await log()).toEqual([
    {
      aktoer_type: 'medarbejder',
      aktoer_id: hvem.id,
      part_id: anna,
      grund: 'jobfunktionsrolle',
      formaal: 'henvendelse',
      hvad: 'partsoverblik',
      antal: 2,
      korrelation: mit.korrelation,
    },
  ])
})

test('that nothing was found is logged as well', async () => {
  const ukendt = newUuid()
  expect(await readForSagsbehandler(deps, grundlag(ukendt), { hvad: 'partsoverblik' }, [alle])).toEqual([[]])
  expect(await log()).toMatchObject([{ part_id: ukendt, antal: 0 }])
})

test('rights reach the transaction as they are, whatever stands in them, and so does the time', async () => {
  const [[raekke]] = await readForSagsbehandler(deps, grundlag(), { hvad: 'partsoverblik' }, [settings])
  expect(raekke).toMatchObject({ enhed: gruppe.enheder?.[0], nu: clock.now() })
})

test('groups of another organisation than the session’s are no part of the ground', () => {
  const fremmed = { ...gruppe, kommune: ANDEN }
  expect(grundlag(anna, { rettigheder: [fremmed, gruppe] }).rettigheder).toEqual([gruppe])
})

test('a session that is over, idle, another’s or another organisation’s hands out nothing', async () => {
  const laes = (mit: Medarbejdergrundlag) => readForSagsbehandler(deps, mit, { hvad: 'partsoverblik' }, [alle])
  await expect(laes(grundlag(anna, { id: newUuid() }))).rejects.toThrow('not in force')
  await expect(laes(grundlag(anna, { cvr: ANDEN }))).rejects.toThrow('not in force')
  await expect(laes(grundlag(anna, { session: newUuid() }))).rejects.toThrow('not in force')
  await testdb.asOwner('UPDATE medarbejdersession SET set = $2 WHERE session_id = $1', [hvem.session, '2026-11-22T11:44:00Z'])
  await expect(laes(grundlag())).rejects.toThrow('not in force')
  await testdb.asOwner('UPDATE medarbejdersession SET set = $2, afsluttet = $2 WHERE session_id = $1', [
    hvem.session,
    clock.now(),
  ])
  await expect(laes(grundlag())).rejects.toThrow('not in force')
  expect(await log()).toEqual([])
})

test('where row-level security fails, a row about somebody else throws, and nothing is handed out or logged', async () => {
  await testdb.asOwner('ALTER TABLE proeve DISABLE ROW LEVEL SECURITY')
  try {
    await expect(readForSagsbehandler(deps, grundlag(), { hvad: 'partsoverblik' }, [alle])).rejects.toThrow('another part')
  } finally {
    await testdb.asOwner('ALTER TABLE proeve ENABLE ROW LEVEL SECURITY')
  }
  expect(await log()).toEqual([])
})

test('where the log cannot be written nothing is handed out', async () => {
  await testdb.asOwner('REVOKE INSERT ON adgangslog FROM borgerblikket_log')
  try {
    await expect(readForSagsbehandler(deps, grundlag(), { hvad: 'partsoverblik' }, [alle])).rejects.toThrow(
      'could not be written',
    )
  } finally {
    await testdb.asOwner('GRANT INSERT ON adgangslog TO borgerblikket_log')
  }
})

test('a municipality, a time and a ground of another form reach no SQL', async () => {
  const kontekst = kontekstForSagsbehandler(grundlag(), 'sagsbehandler', clock.now())
  const ond = "11111111'; RESET ROLE; --" as never
  for (const aendret of [{ kommune: ond }, { nu: ond }, { grund: ond }, { aktoer: ond }, { parter: [ond] }])
    await expect(testdb.db.readBatch({ ...kontekst, ...aendret } as never, [alle])).rejects.toThrow(RangeError)
})

test('in neither role does anybody see sessions but their own, nor what stands in them', async () => {
  await insertSession(newUuid(), newUuid())
  for (const rolle of ['sagsbehandler', 'kendskab'] as const) {
    const kontekst = kontekstForSagsbehandler(grundlag(), rolle, clock.now())
    const [egne] = await testdb.db.readBatch(kontekst, [sql('SELECT session_id FROM medarbejdersession')])
    expect(egne).toEqual([{ session_id: hvem.session }])
    await expect(testdb.db.readBatch(kontekst, [sql('SELECT rettigheder FROM medarbejdersession')])).rejects.toThrow('42501')
  }
})
