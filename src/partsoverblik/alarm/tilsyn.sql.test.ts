import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLogskriver, kontekstForTilsyn, Logfejl } from '#adgangslog'
import { type CvrNummer, newUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { makeTestnoegler } from '../../../test/byggere/noegler.ts'
import { afgoerAlarm, hentAlarmbesoeg, hentAlarmtal, hentKoe } from './tilsyn.ts'
import type { Afgoerelse } from './udfald.ts'

const [KORSBAEK, BIRK] = ['11111111', '10000001'] as [CvrNummer, CvrNummer]
let base: Testdatabase
const noegler = makeTestnoegler()
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())
beforeEach(() =>
  base.asOwner('TRUNCATE opslagsbesoeg, opslagsalarm, alarmudfald, tilsynslaesning, medarbejderpart, adgangslog CASCADE'),
)

const NU = tidspunkt('2026-11-24T12:00:00.000Z')
const deps = (nu: Tidspunkt = NU) => ({ db: base.db, log: createLogskriver(base.db), clock: { now: () => nu }, noegler })
const tilsyn = (cvr = KORSBAEK) => ({ id: newUuid(), cvr, navn: 'Karen Tilsyn' })

type Valg = { kommune?: CvrNummer; af?: Uuid; alarmer?: [string, string][]; tid?: string }
async function besoeg({
  kommune = KORSBAEK,
  af = newUuid(),
  alarmer = [['kollega', 'koe']],
  tid = '2026-11-23T09:00:00Z',
}: Valg = {}) {
  const [id, part] = [newUuid(), newUuid()]
  await base.asOwner(
    `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, medarbejder_navn, kommune, part_id, formaal, begyndt, udloeber, skal_bekraeftes)
     VALUES ($1, $1, $2, 'Ulla Jakobsen', $3, $4, 'henvendelse', $5, $5, false)`,
    [id, af, kommune, part, tid],
  )
  for (const [art, alvor] of alarmer)
    await base.asOwner('INSERT INTO opslagsalarm VALUES ($1, $2, $3, NULL, $4, $5, $6)', [id, art, alvor, kommune, af, tid])
  return { id, part, af }
}
const ider = (koe: Awaited<ReturnType<typeof hentKoe>>) => koe.raekker.map(({ besoeg_id }) => besoeg_id)
const UBERETTIGET: Afgoerelse = { udfald: 'uberettiget', naeste: 'samtale', begrundelse: 'Havde ingen opgave hos borgeren' }

test('the queue holds the municipality’s visits with alarms that nobody has judged: the gravest first, then the oldest', async () => {
  const ny = await besoeg({ tid: '2026-11-23T09:00:00Z' })
  const gammel = await besoeg({
    tid: '2026-10-01T09:00:00Z',
    alarmer: [
      ['kollega', 'koe'],
      ['vip', 'koe'],
      ['foelsomt', 'log'],
    ],
  })
  const selv = await besoeg({ alarmer: [['selv', 'spoerg']], tid: '2026-11-24T09:00:00Z' })
  await besoeg({ alarmer: [['foelsomt', 'log']] })
  await besoeg({ kommune: BIRK })
  const koe = await hentKoe(deps(), tilsyn(), 1)
  expect(ider(koe)).toEqual([selv.id, gammel.id, ny.id])
  expect(koe.tal).toEqual({ antal: 3, spurgt: 1, aeldste: '2026-10-01T09:00:00.000Z' })
  expect(koe.raekker[1]?.arter).toEqual(['kollega', 'vip'])
  expect(ider(await hentKoe(deps(), tilsyn(BIRK), 1))).toHaveLength(1)
})

test('nobody sees or judges an alarm about their own visits, by another login of theirs neither', async () => {
  const [karen, part] = [tilsyn(), newUuid()]
  const [eget, andetLogin] = [await besoeg({ af: karen.id }), await besoeg()]
  for (const id of [karen.id, andetLogin.af])
    await base.asOwner(`INSERT INTO medarbejderpart VALUES ($1, $2, $3, 'arbejdsgiver', now())`, [KORSBAEK, id, part])
  expect((await hentKoe(deps(), karen, 1)).tal.antal).toBe(0)
  for (const { id } of [eget, andetLogin]) {
    expect(await hentAlarmbesoeg(deps(), karen, id)).toBeUndefined()
    expect(await afgoerAlarm(deps(), karen, id, 0, UBERETTIGET)).toEqual({ ok: false, afvisning: 'ALLEREDE_AFGJORT' })
  }
  expect((await hentAlarmtal(deps(), karen)).maaneder).toEqual([])
  expect((await hentKoe(deps(), tilsyn(), 1)).tal.antal).toBe(2)
  // The database's own CHECK, past every policy.
  await expect(
    base.asOwner(`INSERT INTO alarmudfald VALUES ($1, 1, $2, $3, 'berettiget', NULL, '', now(), $3, 'Karen')`, [
      eget.id,
      KORSBAEK,
      karen.id,
    ]),
  ).rejects.toThrow(/check/)
})

test('another municipality’s visit is as none: not listed, not opened, not judged', async () => {
  const { id } = await besoeg({ kommune: BIRK })
  expect(await hentAlarmbesoeg(deps(), tilsyn(), id)).toBeUndefined()
  expect((await afgoerAlarm(deps(), tilsyn(), id, 0, UBERETTIGET)).ok).toBe(false)
  expect(await base.asOwner('SELECT 1 FROM alarmudfald')).toEqual([])
})

test('a visit is opened with the lines of the log that it left; reading it is kept, and logged about the citizen first', async () => {
  const { id, part, af } = await besoeg()
  const log = createLogskriver(base.db)
  const post = {
    aktoerType: 'medarbejder',
    aktoer: af,
    grund: 'jobfunktionsrolle',
    formaal: 'henvendelse',
    objekt: undefined,
    antal: 3,
  }
  await log.append({ ...post, kommune: KORSBAEK, part, hvad: 'overblik', korrelation: id })
  await log.append({ ...post, kommune: KORSBAEK, part, hvad: 'sag', korrelation: newUuid() })
  await log.append({ ...post, kommune: BIRK, part, hvad: 'andres', korrelation: id })
  const karen = tilsyn()
  const aabnet = await hentAlarmbesoeg(deps(), karen, id)
  expect(aabnet?.linjer.map(({ hvad, antal }) => [hvad, antal])).toEqual([['overblik', 3]])
  expect(JSON.stringify(aabnet)).not.toContain(part)
  expect(await base.asOwner('SELECT af, hvad, om FROM tilsynslaesning')).toEqual([{ af: karen.id, hvad: 'besoeg', om: id }])
  expect(await base.asOwner(`SELECT aktoer_id, part_id, formaal FROM adgangslog WHERE grund = 'kommune'`)).toEqual([
    { aktoer_id: karen.id, part_id: part, formaal: 'tilsynMedOpslag' },
  ])
  const uden = { ...deps(), log: { append: () => Promise.reject(new Logfejl('no')) } }
  await expect(hentAlarmbesoeg(uden, karen, id)).rejects.toThrow(Logfejl)
})

test('a judgement takes it out of the queue, with who and why; of two at once the first counts, and a later one stands beside it', async () => {
  const { id } = await besoeg()
  const [karen, henrik] = [tilsyn(), { ...tilsyn(), navn: 'Henrik' }]
  expect((await afgoerAlarm(deps(), karen, id, 0, UBERETTIGET)).ok).toBe(true)
  expect((await afgoerAlarm(deps(), henrik, id, 0, UBERETTIGET)).ok).toBe(false)
  expect((await hentKoe(deps(), karen, 1)).raekker).toEqual([])
  const rettet = { udfald: 'berettiget', naeste: undefined, begrundelse: 'Opgaven er fundet i vagtplanen' } as const
  expect((await afgoerAlarm(deps(), henrik, id, 1, rettet)).ok).toBe(true)
  const aabnet = await hentAlarmbesoeg(deps(), karen, id)
  expect(aabnet?.udfald.map(({ udfald, naeste, begrundelse, af_navn }) => [udfald, naeste, begrundelse, af_navn])).toEqual([
    ['uberettiget', 'samtale', UBERETTIGET.begrundelse, 'Karen Tilsyn'],
    ['berettiget', null, rettet.begrundelse, 'Henrik'],
  ])
  expect((await hentKoe(deps(), karen, 1)).afgjorte.map(({ udfald }) => udfald)).toEqual(['berettiget'])
  const [raekke] = await base.asOwner<{ begrundelse: Buffer }>('SELECT begrundelse FROM alarmudfald LIMIT 1')
  expect(raekke?.begrundelse.toString('utf8')).not.toContain('opgave')
  for (const text of ['DELETE FROM alarmudfald', "UPDATE alarmudfald SET udfald = 'afklaret'", 'DELETE FROM tilsynslaesning'])
    await expect(base.db.writeBatch(kontekstForTilsyn(karen), [{ text, values: [] }])).rejects.toThrow('42501')
})

test('the figures are numbers by month and kind', async () => {
  const et = await besoeg({ tid: '2026-11-10T09:00:00Z' })
  await besoeg({
    tid: '2026-11-12T09:00:00Z',
    alarmer: [
      ['kollega', 'log'],
      ['tidspunkt', 'koe'],
    ],
  })
  await besoeg({ tid: '2026-09-30T22:30:00Z', alarmer: [['foelsomt', 'log']] })
  await besoeg({ tid: '2025-11-30T23:30:00Z', alarmer: [['foelsomt', 'log']] })
  // This month of the year before would not be whole.
  await besoeg({ tid: '2025-11-30T22:30:00Z' })
  await afgoerAlarm(deps(), tilsyn(), et.id, 0, UBERETTIGET)
  const { maaneder, arter } = await hentAlarmtal(deps(), tilsyn())
  expect(maaneder).toEqual([
    { maaned: '2026-11', besoeg: 2, i_koe: 2, aabne: 1, berettiget: 0, uberettiget: 1, afklaret: 0, dage: '14.1' },
    { maaned: '2026-10', besoeg: 1, i_koe: 0, aabne: 0, berettiget: 0, uberettiget: 0, afklaret: 0, dage: null },
    { maaned: '2025-12', besoeg: 1, i_koe: 0, aabne: 0, berettiget: 0, uberettiget: 0, afklaret: 0, dage: null },
  ])
  expect(arter).toEqual([
    { art: 'foelsomt', antal: 2, i_koe: 0 },
    { art: 'kollega', antal: 2, i_koe: 1 },
    { art: 'tidspunkt', antal: 1, i_koe: 1 },
  ])
})

test('the database keeps municipalities apart whatever the statement, and lets those who look after alarms read no citizen', async () => {
  const mit = await besoeg()
  await besoeg({ kommune: BIRK })
  const kontekst = kontekstForTilsyn(tilsyn())
  for (const tabel of ['opslagsbesoeg', 'opslagsalarm']) {
    const [raekker] = await base.db.readBatch(kontekst, [{ text: `SELECT besoeg_id FROM ${tabel}`, values: [] }])
    expect(raekker).toEqual([{ besoeg_id: mit.id }])
  }
  for (const tabel of ['overblik', 'part', 'part_nummer', 'part_oplysning', 'objekt', 'registrering'])
    await expect(base.db.readBatch(kontekst, [{ text: `SELECT * FROM ${tabel}`, values: [] }])).rejects.toThrow('42501')
})
