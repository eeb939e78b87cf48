import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainAdgang, grundlagForSagsbehandler, hvemAf, kontekstForSagsbehandler } from '#adgang'
import { type Adgangsforhold, toAdgangsfakta, toSkiver } from '#indeks'
import { type Medarbejdergrundlag, newUuid, type Rettighedsgruppe, type Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import {
  del,
  id,
  KORSBAEK,
  kl12,
  objekt,
  part,
  post,
  registerAlle,
  registrering,
  virkning,
  ydelse,
} from '../../../test/byggere/indeks.ts'
import { rettighed } from '../../../test/byggere/sagsbehandler.ts'
import { type FaktaRaekke, findFakta, findKendtFakta } from './partsoverblik.sql.ts'

/** The door to what decides about one thing: for who may know of that very thing, in a transaction that is about its part, and for nobody else. */

const [ULLA, POUL] = [id('Ulla'), id('Poul')]
const NU = kl12('2024-01-01')

const forhold = (
  kle: string,
  niveau: 'FORTROLIGE_PERSONOPLYSNINGER' | 'VIP_SAGER' = 'FORTROLIGE_PERSONOPLYSNINGER',
): Adgangsforhold => ({
  ejere: [{ cvr: KORSBAEK, virkning: virkning() }],
  kler: [{ kle, virkning: virkning() }],
  foelsomhed: [{ foelsomhed: niveau, virkning: virkning() }],
})

let testdb: Testdatabase
beforeAll(async () => {
  testdb = await createTestDatabase()
  const hjaelp = { ...ydelse('hjælp'), id: '0', kle: '32.24.04', virkning: virkning() }
  const led = [
    objekt('sag', 'sagen', { parter: [part('Ulla')], adgang: toSkiver(forhold('32.24.04')), journalposter: [post('brevet')] }),
    objekt('sag', 'hemmeligt', {
      parter: [part('Ulla')],
      adgang: toSkiver(forhold('32.24.04', 'VIP_SAGER')),
      journalposter: [post('brevet')],
    }),
    objekt('sag', 'Pouls', { parter: [part('Poul')], adgang: toSkiver(forhold('32.24.04')) }),
    objekt('dokument', 'brevet', { parter: [part('Ulla')], adgang: toSkiver(forhold('32.24.04')) }),
    objekt('bevilling', 'bevillingen', {
      parter: [part('Ulla')],
      ydelser: [hjaelp] as never,
      adgang: toSkiver(forhold('32.24.04')),
    }),
    ...['januar', 'februar', 'marts'].map((navn) =>
      objekt('oekonomiskEffektuering', navn, {
        ydelser: [del('bevillingen', '0')],
        adgang: toSkiver({ ejere: [{ cvr: KORSBAEK, virkning: virkning() }] }),
      }),
    ),
  ]
  for (const en of led) await registerAlle(testdb.db, registrering(en, '2023-01-01'))
})
afterAll(async () => testdb.close())

const KENDER = [rettighed(['32.*'], { systemroller: ['kendskab'] })]
const SER = [rettighed(['32.*'])]

const grundlag = (rettigheder: readonly Rettighedsgruppe[], om: Uuid = ULLA): Medarbejdergrundlag => ({
  ...grundlagForSagsbehandler(
    { id: newUuid(), cvr: KORSBAEK, rettigheder, enheder: [], session: newUuid() },
    { part: om, formaal: 'henvendelse', korrelation: newUuid() },
  ),
})
const laes = async <R>(
  rolle: 'sagsbehandler' | 'kendskab',
  mit: Medarbejdergrundlag,
  statement: Statement<R>,
): Promise<readonly R[]> => {
  const [raekker] = await testdb.db.readBatch(kontekstForSagsbehandler(mit, rolle, NU), [statement])
  return raekker
}
/** The door itself, with nothing in front of it. */
const doer = (om: Uuid, ting: string): Statement<Pick<FaktaRaekke, 'adgang' | 'betalinger'>> =>
  sql('SELECT * FROM borgerblikket_adgangsfakta($1, $2)', [om, id(ting)])

test('opens for a thing that may be known of, and what comes through explains it', async () => {
  const mit = grundlag([...KENDER, rettighed(['27.*'])])
  const [fakta, ...flere] = await laes('kendskab', mit, findKendtFakta(mit, id('sagen'), NU))
  expect(flere).toEqual([])
  expect(fakta?.item_id).toBe(id('sagen'))
  const forklaring = fakta && explainAdgang(mit.rettigheder, toAdgangsfakta(fakta), hvemAf(mit), NU)
  expect(forklaring?.grupper.map(({ hindringer }) => hindringer.map(({ ved, regel }) => `${ved} ${regel}`))).toEqual([
    ['gruppe ROLLE'],
    ['egen KLE'],
  ])
})

test('hands out of a grant’s payments what decides of the grant, alike ones once, and of other things no payments', async () => {
  for (const rolle of ['kendskab', 'sagsbehandler'] as const) {
    const mit = grundlag(SER)
    const find = rolle === 'kendskab' ? findKendtFakta : findFakta
    const [bevilling] = await laes(rolle, mit, find(mit, id('bevillingen'), NU))
    expect(bevilling?.betalinger).toHaveLength(1)
    expect(bevilling?.betalinger?.[0]?.b).toEqual([{ i: id('bevillingen') }])
    const [sag] = await laes(rolle, mit, find(mit, id('sagen'), NU))
    expect(sag?.betalinger).toBeNull()
    expect(sag?.adgang.o).toHaveLength(1)
  }
})

test.each([
  ['may be known of and is too sensitive', KENDER, ULLA, ULLA, 'hemmeligt'],
  ['has another number', [rettighed(['27.*'], { systemroller: ['kendskab'] })], ULLA, ULLA, 'sagen'],
  ['is another citizen’s', KENDER, ULLA, ULLA, 'Pouls'],
  ['is another citizen’s, who is named', KENDER, ULLA, POUL, 'Pouls'],
  ['is asked of by another citizen’s name', KENDER, ULLA, POUL, 'sagen'],
  ['is asked of in a transaction about somebody else', KENDER, POUL, ULLA, 'sagen'],
  [
    'is asked of with rights to something else than to know or see',
    [rettighed(['32.*'], { systemroller: ['cpr'] })],
    ULLA,
    ULLA,
    'sagen',
  ],
  ['is asked of without rights', [], ULLA, ULLA, 'sagen'],
  ['is not there', KENDER, ULLA, ULLA, 'findes ikke'],
] as const)(
  'stays shut where the thing %s: with nothing in front of it, and by the statements',
  async (_, rettigheder, om, navngivet, ting) => {
    const mit = grundlag(rettigheder, om)
    for (const rolle of ['kendskab', 'sagsbehandler'] as const) expect(await laes(rolle, mit, doer(navngivet, ting))).toEqual([])
    const andet = { ...mit, part: navngivet }
    expect(await laes('kendskab', mit, findKendtFakta(andet, id(ting), NU))).toEqual([])
    expect(await laes('sagsbehandler', mit, findFakta(andet, id(ting), NU))).toEqual([])
  },
)

test('the statement keeps its limit where row-level security is off, and a thing that is known of is not one that is seen', async () => {
  const mit = grundlag(KENDER)
  await testdb.asOwner('ALTER TABLE overblik DISABLE ROW LEVEL SECURITY')
  try {
    expect(await laes('sagsbehandler', mit, findFakta(mit, id('sagen'), NU))).toEqual([])
    expect(await laes('kendskab', mit, findKendtFakta(mit, id('hemmeligt'), NU))).toEqual([])
  } finally {
    await testdb.asOwner('ALTER TABLE overblik ENABLE ROW LEVEL SECURITY')
  }
})

test('with the door open to all, each of the two in front of it still keeps the limit, and with all three off too much is told', async () => {
  const mit = grundlag(KENDER)
  const [foer] = await testdb.asOwner<{ def: string }>(
    "SELECT pg_get_functiondef('borgerblikket_adgangsfakta(uuid, uuid)'::regprocedure) AS def",
  )
  const raa: Statement<Pick<FaktaRaekke, 'item_id'>> = sql(
    'SELECT o.item_id FROM overblik o CROSS JOIN LATERAL borgerblikket_adgangsfakta(o.part_id, o.item_id) AS f WHERE o.item_id = $1',
    [id('hemmeligt')],
  )
  await testdb.asOwner(`CREATE OR REPLACE FUNCTION borgerblikket_adgangsfakta(part uuid, item uuid) RETURNS TABLE (adgang jsonb, betalinger jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT o.adgang, NULL::jsonb FROM overblik o WHERE o.part_id = part AND o.item_id = item'`)
  try {
    expect(await laes('kendskab', mit, raa)).toEqual([])
    await testdb.asOwner('ALTER TABLE overblik DISABLE ROW LEVEL SECURITY')
    expect(await laes('kendskab', mit, findKendtFakta(mit, id('hemmeligt'), NU))).toEqual([])
    expect(await laes('kendskab', mit, findKendtFakta(mit, id('sagen'), NU))).toHaveLength(1)
    expect(await laes('kendskab', mit, raa)).toHaveLength(1)
  } finally {
    await testdb.asOwner(`ALTER TABLE overblik ENABLE ROW LEVEL SECURITY; ${foer?.def ?? ''}`)
  }
  expect(await laes('kendskab', mit, doer(ULLA, 'hemmeligt'))).toEqual([])
})

test('is for two roles alone, and names what it reads whatever a session has put in front', async () => {
  const [ret] = await testdb.asOwner<{ roller: string[] | null; stier: string[] }>(
    `SELECT array_agg(a.grantee::regrole::text ORDER BY a.grantee::regrole::text) FILTER (WHERE a.grantee <> p.proowner) AS roller, p.proconfig AS stier
     FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) AS a WHERE p.proname = 'borgerblikket_adgangsfakta' GROUP BY p.proconfig`,
  )
  expect(ret).toEqual({
    roller: ['borgerblikket_kendskab', 'borgerblikket_sagsbehandler'],
    stier: ['search_path=public, pg_temp'],
  })
  const egen = testdb.db.readBatch({ rolle: 'borger', parter: [ULLA], grund: 'egen' }, [doer(ULLA, 'sagen')])
  await expect(egen).rejects.toThrow('42501')
})
