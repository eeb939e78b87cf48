import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { grundlagForKommune } from '#adgang'
import { type CvrNummer, cvrNummer, type Kommuneformaal, newUuid, type Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { countForKommune } from './count-for-kommune.ts'
import { readForKommune, readNotattekster } from './read-for-kommune.ts'
import { createLogskriver } from './skriver.ts'

const EGEN = cvrNummer('11111111')
const ANDEN = cvrNummer('12345678')
const medarbejder = { id: newUuid(), cvr: EGEN }
const [anna, bo, clara] = [newUuid(), newUuid(), newUuid()]

type Raekke = { readonly part_id: Uuid; readonly item_id: Uuid; readonly kommune: CvrNummer }
/** Without a WHERE of its own, so that each of the other layers stands alone. */
const alle: Statement<Raekke> = sql('SELECT part_id, item_id, kommune FROM overblik ORDER BY part_id')
const tekster: Statement<Raekke & { readonly indhold: unknown }> = sql('SELECT part_id, item_id, kommune, indhold FROM overblik')

let testdb: Testdatabase
let deps: Parameters<typeof readForKommune>[0]
beforeAll(async () => {
  testdb = await createTestDatabase()
  deps = { db: testdb.db, log: createLogskriver(testdb.db) }
  const ind = (part: Uuid, kommune: CvrNummer, art: string) =>
    testdb.asOwner(
      `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold)
       VALUES ($1, gen_random_uuid(), $3, $2, '27.36.00', gen_random_uuid(), '{}', now(), '{}', '{"notater": []}')`,
      [part, kommune, art],
    )
  await ind(anna, EGEN, 'journalnotat')
  await ind(anna, EGEN, 'sag')
  await ind(bo, EGEN, 'sag')
  await ind(clara, ANDEN, 'journalnotat')
})
afterAll(async () => testdb.close())
beforeEach(async () => {
  await testdb.asOwner('DELETE FROM adgangslog; UPDATE adgangslog_hoved SET antal = 0')
})

const grundlag = (formaal: Kommuneformaal = 'gennemgangAfTitler') => grundlagForKommune(medarbejder, formaal)
const log = () =>
  testdb.asOwner(
    'SELECT aktoer_type, aktoer_id, part_id, grund, formaal, hvad, antal FROM adgangslog ORDER BY antal DESC, part_id',
  )

/** With row-level security past, as if a policy were wrong. */
async function withoutRowSecurity<T>(work: () => Promise<T>): Promise<T> {
  await testdb.asOwner('ALTER TABLE overblik DISABLE ROW LEVEL SECURITY')
  try {
    return await work()
  } finally {
    await testdb.asOwner('ALTER TABLE overblik ENABLE ROW LEVEL SECURITY')
  }
}

test('an employee reads the rows of the own municipality, and each citizen concerned has a log row first', async () => {
  const [raekker] = await readForKommune(deps, grundlag(), { hvad: 'titler' }, [alle])
  expect(raekker.map(({ part_id }) => part_id).sort()).toEqual([anna, anna, bo].sort())
  const faelles = {
    aktoer_type: 'medarbejder',
    aktoer_id: medarbejder.id,
    grund: 'kommune',
    formaal: 'gennemgangAfTitler',
    hvad: 'titler',
  }
  expect(await log()).toEqual([
    { ...faelles, part_id: anna, antal: 2 },
    { ...faelles, part_id: bo, antal: 1 },
  ])
})

test('where row-level security fails, a row of another municipality throws, and nothing is handed out or logged', async () => {
  await withoutRowSecurity(async () => {
    await expect(readForKommune(deps, grundlag(), { hvad: 'titler' }, [alle])).rejects.toThrow('A row of another municipality')
    const talt = countForKommune(deps as never, grundlag(), async (laeser) => (await laeser.read(alle)).length)
    await expect(talt).rejects.toThrow('A row of another municipality')
  })
  expect(await log()).toEqual([])
})

test('no municipality in the transaction is no rows', async () => {
  const [raekker] = await testdb.db.readBatch({ rolle: 'kommune' } as never, [alle])
  expect(raekker).toEqual([])
})

test('a municipality that is no CVR number, and a purpose that is no word, reach no SQL', async () => {
  const kontekst = { rolle: 'kommune', kommune: EGEN, formaal: 'noedstop', aktoer: newUuid() } as const
  for (const ond of [
    { kommune: "11111111'; RESET ROLE; --" as never },
    { formaal: "x'; RESET ROLE; --" as never },
    { aktoer: 'x' as never },
  ])
    await expect(testdb.db.readBatch({ ...kontekst, ...ond }, [alle])).rejects.toThrow(RangeError)
})

test('whom is asked about by name is logged where nothing was found, so that the log does not tell which', async () => {
  const ukendt = newUuid()
  const ingen: Statement<Raekke> = sql('SELECT part_id, item_id, kommune FROM overblik WHERE part_id = $1', [ukendt])
  const [raekker] = await readForKommune(deps, grundlag('seSomBorgeren'), { hvad: 'somBorgeren', part: ukendt }, [ingen])
  expect(raekker).toEqual([])
  expect(await log()).toMatchObject([{ part_id: ukendt, antal: 0 }])
})

test('where the log cannot be written nothing is handed out', async () => {
  await testdb.asOwner('REVOKE INSERT ON adgangslog FROM borgerblikket_log')
  try {
    await expect(readForKommune(deps, grundlag(), { hvad: 'titler' }, [alle])).rejects.toThrow('The log could not be written')
  } finally {
    await testdb.asOwner('GRANT INSERT ON adgangslog TO borgerblikket_log')
  }
})

test('the text of notes is read for the review and to see as the citizen, by its own door alone', async () => {
  for (const formaal of ['gennemgangAfTitler', 'seSomBorgeren'] as const) {
    const [raekker] = await readNotattekster(deps, grundlag(formaal), {}, [tekster])
    expect(raekker.map(({ part_id }) => part_id)).toEqual([anna])
  }
  for (const formaal of ['forhaandsvisning', 'forklaring', 'noedstop'] as const)
    expect(await readNotattekster(deps, grundlag(formaal), {}, [tekster])).toEqual([[]])
  await expect(readForKommune(deps, grundlag(), { hvad: 'titler' }, [tekster])).rejects.toThrow('42501')
})

test('a count hands out numbers and writes no log row', async () => {
  const db = testdb.db
  const talt = await countForKommune({ db }, grundlag('forhaandsvisning'), async (laeser) => {
    const raekker = await laeser.read(alle)
    return { borgere: new Set(raekker.map(({ part_id }) => part_id)).size, efterKle: { '27.36.00': raekker.length } }
  })
  expect(talt).toEqual({ borgere: 2, efterKle: { '27.36.00': 3 } })
  expect(await log()).toEqual([])
})

test.each([
  ['a part', () => anna],
  ['a list', () => [1]],
  ['a count for each part', () => ({ [anna]: 1 })],
  ['a count for each CPR number', () => ({ '0101701234': 1 })],
  ['a map', () => new Map([['sag', 1]])],
  ['nothing', () => null],
])('a count that would hand out %s throws', async (_, svar) => {
  await expect(countForKommune({ db: testdb.db }, grundlag(), async () => svar() as never)).rejects.toThrow(
    /Only numbers|no word/,
  )
})

test('neither role may write, and the worker that assesses may not change what it reads', async () => {
  const skriv = sql("UPDATE overblik SET kommune = '11111111'")
  for (const rolle of ['kommune', 'kommunetekst'] as const)
    await expect(
      testdb.db.transaction({ rolle, kommune: EGEN, formaal: 'noedstop', aktoer: newUuid() }, (tx) => tx.count(skriv)),
    ).rejects.toThrow('42501')
  await expect(testdb.db.transaction({ rolle: 'kvalitet' }, (tx) => tx.count(skriv))).rejects.toThrow('42501')
})
