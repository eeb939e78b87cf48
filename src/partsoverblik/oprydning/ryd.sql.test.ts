import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CvrNummer, newUuid, tidspunkt, type Uuid } from '#kernel'
import { fixedClock, systemClock } from '#platform/clock'
import { sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { countOverstaaet, type Oprydning, ryd } from './ryd.ts'

const [KORSBAEK, BIRK] = ['11111111', '10000001'] as [CvrNummer, CvrNummer]
const TABELLER = [
  'opslagsbesoeg',
  'opslagsalarm',
  'alarmudfald',
  'tilsynslaesning',
  'logudtraek',
  'logudtraek_svar',
  'bemaerkning',
  'bemaerkning_gennemgang',
  'bemaerkning_ophoer',
  'skrevet_notat',
  'soegedag',
] as const

let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())
beforeEach(() =>
  base.asOwner(
    `TRUNCATE ${TABELLER.join(', ')}, opslagsoprydning, adgangslog_valg, adgangslog;
     INSERT INTO adgangslog_valg SELECT c, 10, 36, now() - interval '2 months', gen_random_uuid(), 'X' FROM unnest('{11111111,10000001}'::text[]) AS c`,
  ),
)

const deps = () => ({
  db: base.db,
  clock: systemClock,
  kilder: { alle: async () => [{ kommuner: [KORSBAEK, BIRK] }] },
  bemaerkningerMaaneder: 60,
})
const tal = (oprydning: readonly Oprydning[]) =>
  Object.fromEntries(oprydning.flatMap(({ hvad, antal }) => (antal > 0 ? [[hvad, antal]] : [])))
async function antal(tabel: (typeof TABELLER)[number] | 'opslagsoprydning'): Promise<number> {
  return Number((await base.asOwner<{ n: string }>(`SELECT count(*) AS n FROM ${tabel}`))[0]?.n)
}

type Besoeg = { alder: number; alarmer?: readonly string[]; udfald?: number; kommune?: CvrNummer; hvorMange?: number }
/** Visits of so many months ago, with alarms of those kinds, judged so many months ago. */
async function besoeg({ alder, alarmer = [], udfald, kommune = KORSBAEK, hvorMange = 1 }: Besoeg): Promise<Uuid> {
  const raekker = await base.asOwner<{ besoeg_id: Uuid }>(
    `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, kommune, part_id, formaal, begyndt, udloeber, skal_bekraeftes)
     SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $2, gen_random_uuid(), 'henvendelse', t, t + interval '30 minutes', false
     FROM (SELECT now() - make_interval(months => $1) - make_interval(secs => n) AS t FROM generate_series(1, $3) AS n) x RETURNING besoeg_id`,
    [alder, kommune, hvorMange],
  )
  const id = raekker[0]?.besoeg_id ?? newUuid()
  for (const [nr, alvor] of alarmer.entries())
    await base.asOwner(`INSERT INTO opslagsalarm VALUES ($1, $2, $3, NULL, $4, gen_random_uuid(), now())`, [
      id,
      nr === 0 ? 'vip' : 'kollega',
      alvor,
      kommune,
    ])
  if (udfald !== undefined)
    await base.asOwner(
      `INSERT INTO alarmudfald VALUES ($1, 1, $2, gen_random_uuid(), 'berettiget', NULL, '', now() - make_interval(months => $3), gen_random_uuid(), 'X')`,
      [id, kommune, udfald],
    )
  return id
}

const findes = async (id: Uuid): Promise<boolean> =>
  (await base.asOwner('SELECT FROM opslagsbesoeg WHERE besoeg_id = $1', [id])).length === 1

/** Waits until the removal waits for a row, and cuts its connection. */
async function untilKilled(): Promise<void> {
  for (;;) {
    const [ramt] = await base.asOwner<{ antal: string }>(
      `SELECT count(pg_terminate_backend(pid)) AS antal FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%opslagsoprydning%'`,
    )
    if (Number(ramt?.antal) > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('visits', () => {
  test('go when they are as old as the log is kept, with alarms and what became of them, in each municipality', async () => {
    await besoeg({ alder: 37, alarmer: ['koe', 'log'], udfald: 30 })
    await besoeg({ alder: 40, alarmer: ['log'], kommune: BIRK })
    const ung = await besoeg({ alder: 35, alarmer: ['koe'], udfald: 30, kommune: BIRK })
    expect(tal(await ryd(deps(), 'proeve'))).toEqual({ besoeg: 2 })
    expect([await antal('opslagsbesoeg'), await antal('opslagsalarm'), await antal('alarmudfald')]).toEqual([1, 1, 1])
    expect(await findes(ung)).toBe(true)
    expect(tal(await ryd(deps(), 'proeve'))).toEqual({})
  })

  test('stay while an alarm waits for somebody, however old, and for two years after it was judged', async () => {
    const aaben = await besoeg({ alder: 200, alarmer: ['log', 'koe'] })
    const spurgt = await besoeg({ alder: 199, alarmer: ['spoerg'] })
    const nylig = await besoeg({ alder: 198, alarmer: ['koe'], udfald: 23 })
    await besoeg({ alder: 197, alarmer: ['koe'], udfald: 25 })
    expect(tal(await ryd(deps(), 'proeve'))).toEqual({ besoeg: 1 })
    for (const id of [aaben, spurgt, nylig]) expect(await findes(id)).toBe(true)
  })

  test('stay while the log has lines from then: it may not have been deleted', async () => {
    await base.asOwner(
      `INSERT INTO adgangslog (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, antal, korrelation)
       SELECT 1, now() - interval '50 months', 'borger', u, u, 'egen', 'x', 'sager', 1, u FROM gen_random_uuid() AS u`,
    )
    await besoeg({ alder: 51 })
    const iLoggen = await besoeg({ alder: 49 })
    expect(tal(await ryd(deps(), 'proeve'))).toEqual({ besoeg: 1 })
    expect(await findes(iLoggen)).toBe(true)
  })

  test('go the oldest first and in pieces; stopped in the middle it goes on where it was', async () => {
    await besoeg({ alder: 50, hvorMange: 1_500 })
    const afbryd = new AbortController()
    const foerst = await ryd(deps(), 'proeve', { signal: afbryd.signal, onFremdrift: () => afbryd.abort() })
    expect([tal(foerst), await antal('opslagsbesoeg')]).toEqual([{ besoeg: 1_000 }, 500])
    const [yngre] = await base.asOwner<{ ja: boolean }>(
      `SELECT min(begyndt) > now() - interval '50 months' - interval '501 seconds' AS ja FROM opslagsbesoeg`,
    )
    expect(yngre?.ja).toBe(true)
    expect(tal(await ryd(deps(), 'proeve'))).toEqual({ besoeg: 500 })
  })

  test('a connection that is cut within a piece leaves all of it or nothing of it, and the next one goes on', async () => {
    await besoeg({ alder: 50, alarmer: ['log'], hvorMange: 1_500 })
    const anden = new pg.Client({ ...base.ejer, ssl: base.ejer.ssl ?? false })
    await anden.connect()
    // In the middle of the second piece somebody holds a row: what is before it has been removed, and waits.
    await anden.query(
      `BEGIN; SELECT FROM opslagsbesoeg WHERE besoeg_id = (SELECT besoeg_id FROM opslagsbesoeg ORDER BY begyndt OFFSET 1250 LIMIT 1) FOR UPDATE`,
    )
    const igang = ryd(deps(), 'proeve').catch(() => 'afbrudt')
    await untilKilled()
    expect(await igang).toBe('afbrudt')
    await anden.end()
    const skrevet = await base.asOwner<{ n: string | null }>('SELECT sum(antal) AS n FROM opslagsoprydning')
    expect([await antal('opslagsbesoeg'), skrevet[0]?.n]).toEqual([500, '1000'])
    await ryd(deps(), 'proeve')
    expect([await antal('opslagsbesoeg'), await antal('opslagsalarm')]).toEqual([0, 0])
  })

  test('two at once take turns, and remove each once', async () => {
    await besoeg({ alder: 50, hvorMange: 3_500 })
    const begge = await Promise.all([ryd(deps(), 'en'), ryd(deps(), 'to')])
    const [en = 0, to = 0] = begge.map((ryddet) => tal(ryddet)['besoeg'])
    expect([en > 0, to > 0, en + to]).toEqual([true, true, 3_500])
    expect(await antal('opslagsbesoeg')).toBe(0)
    const skrevet = await base.asOwner<{ n: string }>('SELECT sum(antal) AS n FROM opslagsoprydning')
    expect(skrevet[0]?.n).toBe('3500')
  })
})

test('how often somebody searched in a day goes when no extract reaches back to it', async () => {
  await base.asOwner(
    `INSERT INTO soegedag (kommune, medarbejder_id, dag, medarbejder_navn, antal)
     SELECT '11111111', gen_random_uuid(), (now() AT TIME ZONE 'Europe/Copenhagen')::date - make_interval(months => m), 'X', 5 FROM unnest('{6,8}'::int[]) AS m`,
  )
  expect(tal(await ryd(deps(), 'proeve'))).toEqual({ soegedag: 1 })
  expect(await antal('soegedag')).toBe(1)
})

/** An extract ordered so many months ago, answered or not. */
async function udtraek(alder: number, besvaret: boolean): Promise<void> {
  const af = newUuid()
  const [raekke] = await base.asOwner<{ udtraek_id: Uuid }>(
    `INSERT INTO logudtraek (udtraek_id, kommune, om, om_part, fra, til, formaal, bestilt, bestilt_af, bestilt_af_navn)
     VALUES (gen_random_uuid(), $1, 'borger', gen_random_uuid(), '2020-01-01', '2020-02-01', '', now() - make_interval(months => $2), $3, 'X') RETURNING udtraek_id`,
    [KORSBAEK, alder, af],
  )
  if (besvaret)
    await base.asOwner(`INSERT INTO logudtraek_svar VALUES ($1, $2, $3, true, gen_random_uuid(), 'Y', now())`, [
      raekke?.udtraek_id,
      af,
      KORSBAEK,
    ])
}

type Bemaerkning = {
  slags?: string
  fra: number
  til?: number
  senest?: number
  ophoert?: number | string
  genset?: number
  kommune?: CvrNummer
}
const dag = (maaneder: number | undefined): string => `(current_date - make_interval(months => ${maaneder ?? 'NULL'}))::date`

/** A remark from so many months ago, which ends, is looked at again, and was ended then, or at an instant. */
async function bemaerkning(b: Bemaerkning): Promise<void> {
  const [raekke] = await base.asOwner<{ bemaerkning_id: Uuid }>(
    `INSERT INTO bemaerkning SELECT gen_random_uuid(), $1, gen_random_uuid(), $2, ${dag(b.fra)}, ${dag(b.til)}, ${dag(b.senest)}, '', now(), gen_random_uuid(), 'X'
     RETURNING bemaerkning_id`,
    [b.kommune ?? KORSBAEK, b.slags ?? 'tolk'],
  )
  const id = raekke?.bemaerkning_id
  const gang = `kommune, part_id FROM bemaerkning WHERE bemaerkning_id = $1`
  if (b.ophoert !== undefined)
    await base.asOwner(
      `INSERT INTO bemaerkning_ophoer (bemaerkning_id, begrundelse, tid, af, af_navn, kommune, part_id)
       SELECT $1, '', ${typeof b.ophoert === 'string' ? '$2::timestamptz' : 'now() - make_interval(months => $2)'}, gen_random_uuid(), 'X', ${gang}`,
      [id, b.ophoert],
    )
  if (b.genset !== undefined)
    await base.asOwner(
      `INSERT INTO bemaerkning_gennemgang (bemaerkning_id, nr, naeste, begrundelse, tid, af, af_navn, kommune, part_id)
       SELECT $1, 1, current_date - make_interval(months => $2), '', now(), gen_random_uuid(), 'X', ${gang}`,
      [id, b.genset],
    )
}

const notat = (tilstand: string, alder: number, indhold: boolean) =>
  base.asOwner(
    `INSERT INTO skrevet_notat (notat_id, kommune, part_id, sag_id, kle, master, af, af_navn, skrevet, indhold, tilstand, tilstand_tid, afvist_grund)
     SELECT gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), '27.36.00', gen_random_uuid(), gen_random_uuid(), 'X', t, CASE WHEN $4 THEN ''::bytea END,
       $2, t, CASE WHEN $2 = 'afvist' THEN 'andet' END FROM (SELECT now() - make_interval(months => $3) AS t) x`,
    [KORSBAEK, tilstand, alder, indhold],
  )

test('extracts go half a year after they could no longer be fetched, with their answers', async () => {
  for (const [alder, besvaret] of [
    [8, true],
    [9, false],
    [6, true],
  ] as const)
    await udtraek(alder, besvaret)
  expect(tal(await ryd(deps(), 'proeve'))).toEqual({ udtraek: 2 })
  expect([await antal('logudtraek'), await antal('logudtraek_svar')]).toEqual([1, 1])
})

test('what supervisors read goes as the log does', async () => {
  for (const alder of [37, 35])
    await base.asOwner(
      `INSERT INTO tilsynslaesning (kommune, tid, af, af_navn, hvad) VALUES ('11111111', now() - make_interval(months => $1), gen_random_uuid(), 'X', 'koe')`,
      [alder],
    )
  expect(tal(await ryd(deps(), 'proeve'))).toEqual({ tilsynslaesning: 1 })
})

test('a remark that was ended after midnight in Denmark ended on the new day, whatever the day in Greenwich', async () => {
  const nu = { ...deps(), clock: fixedClock(tidspunkt('2026-06-01T10:00:00.000Z')), bemaerkningerMaaneder: 12 }
  await bemaerkning({ fra: 80, ophoert: '2025-05-31T21:59:00Z' })
  await bemaerkning({ fra: 80, ophoert: '2025-05-31T22:01:00Z' })
  expect(tal(await countOverstaaet(nu))).toEqual({ bemaerkning: 1 })
  expect(tal(await ryd(nu, 'proeve'))).toEqual({ bemaerkning: 1 })
})

test('remarks go five years after they ended, however they did, with what was said of them; one that stands stays', async () => {
  await bemaerkning({ fra: 80, til: 62 })
  await bemaerkning({ fra: 80, ophoert: 61, kommune: BIRK })
  await bemaerkning({ slags: 'obsAdfaerd', fra: 70, til: 59, senest: 65, genset: 61 })
  expect(tal(await countOverstaaet(deps()))).toEqual({ bemaerkning: 3 })
  await bemaerkning({ fra: 200 })
  await bemaerkning({ slags: 'obsAdfaerd', fra: 70, til: 59, senest: 65, genset: 59 })
  await bemaerkning({ fra: 80, til: 58 })
  await bemaerkning({ fra: 200, ophoert: 59 })
  await bemaerkning({ fra: 200, til: 1, ophoert: 59, kommune: BIRK })
  expect(tal(await ryd(deps(), 'proeve'))).toEqual({ bemaerkning: 3 })
  expect([await antal('bemaerkning'), await antal('bemaerkning_ophoer'), await antal('bemaerkning_gennemgang')]).toEqual([
    5, 2, 1,
  ])
  expect(tal(await ryd({ ...deps(), bemaerkningerMaaneder: 12 }, 'proeve'))).toEqual({ bemaerkning: 4 })
})

test('what is left of a note goes when it is long settled; one that waits, or has its text, stays', async () => {
  await notat('journaliseret', 37, false)
  await notat('afvist', 37, false)
  await notat('journaliseret', 35, false)
  await notat('venter', 50, true)
  await notat('foraeldet', 50, true)
  expect(tal(await ryd(deps(), 'proeve'))).toEqual({ notat: 2 })
  expect(await antal('skrevet_notat')).toBe(3)
})

test('a try counts and removes nothing, writes nothing down, and what it counts is what is removed', async () => {
  await besoeg({ alder: 37, alarmer: ['koe'], udfald: 30 })
  await besoeg({ alder: 37, alarmer: ['koe'] })
  await udtraek(8, true)
  await bemaerkning({ fra: 80, til: 62 })
  await notat('afvist', 37, false)
  const proevet = tal(await countOverstaaet(deps()))
  expect(proevet).toEqual({ besoeg: 1, udtraek: 1, bemaerkning: 1, notat: 1 })
  expect([await antal('opslagsbesoeg'), await antal('opslagsoprydning')]).toEqual([2, 0])
  expect(tal(await ryd(deps(), 'proeve'))).toEqual(proevet)
  expect(await base.asOwner('SELECT hvad, antal, hvem FROM opslagsoprydning ORDER BY hvad')).toEqual(
    ['bemaerkning', 'besoeg', 'notat', 'udtraek'].map((hvad) => ({ hvad, antal: '1', hvem: 'proeve' })),
  )
})

describe('the role', () => {
  const som = (tekst: string) => base.db.writeBatch({ rolle: 'opslagssletning' }, [sql(tekst)])

  test('removes nothing that is young, waits or stands, whatever the program asks for', async () => {
    await besoeg({ alder: 23, alarmer: ['log'] })
    await besoeg({ alder: 100, alarmer: ['koe', 'log'] })
    await besoeg({ alder: 100, alarmer: ['koe'], udfald: 23 })
    await udtraek(6, true)
    await bemaerkning({ fra: 200 })
    await bemaerkning({ fra: 200, ophoert: 11 })
    await notat('venter', 100, true)
    await notat('afvist', 100, true)
    await base.asOwner(
      `INSERT INTO tilsynslaesning (kommune, tid, af, af_navn, hvad) VALUES ('11111111', now() - interval '23 months', gen_random_uuid(), 'X', 'koe');
       INSERT INTO soegedag (kommune, medarbejder_id, dag, medarbejder_navn, antal) VALUES ('11111111', gen_random_uuid(), current_date - 190, 'X', 1)`,
    )
    for (const tabel of [
      'alarmudfald',
      'opslagsalarm',
      'opslagsbesoeg',
      'logudtraek',
      'bemaerkning',
      'skrevet_notat',
      'tilsynslaesning',
      'soegedag',
    ])
      expect([tabel, await som(`DELETE FROM ${tabel}`)]).toEqual([tabel, [0]])
  })

  test.each([
    'SELECT part_id FROM opslagsbesoeg',
    'SELECT medarbejder_id FROM opslagsbesoeg',
    'SELECT medarbejder_id FROM opslagsalarm',
    'SELECT medarbejder_navn FROM soegedag',
    'SELECT begrundelse FROM alarmudfald',
    'SELECT indhold FROM bemaerkning',
    'SELECT part_id FROM bemaerkning',
    'SELECT af_navn FROM bemaerkning_ophoer',
    'SELECT om_part FROM logudtraek',
    'SELECT indhold FROM skrevet_notat',
    'SELECT part_id FROM adgangslog',
    'SELECT part_id FROM overblik',
    'UPDATE opslagsbesoeg SET udloeber = now()',
    `UPDATE skrevet_notat SET tilstand = 'journaliseret'`,
    'DELETE FROM bemaerkning_ophoer',
    'DELETE FROM logudtraek_svar',
    'DELETE FROM adgangslog',
    'DELETE FROM opslagsspoergsmaal',
    'DELETE FROM opslagsoprydning',
    'UPDATE opslagsoprydning SET antal = 1',
  ])('may not: %s', async (tekst) => {
    await expect(som(tekst)).rejects.toThrow()
  })

  test('no role but the one that removes may remove', async () => {
    for (const rolle of ['besoeg', 'alarm', 'sagsskriver', 'sagsbehandler', 'logsletning', 'advis', 'oprydning'] as const)
      for (const tabel of ['opslagsbesoeg', 'opslagsalarm', 'alarmudfald', 'bemaerkning', 'logudtraek', 'skrevet_notat'])
        await expect(base.db.writeBatch({ rolle } as never, [sql(`DELETE FROM ${tabel}`)])).rejects.toThrow()
  })
})
