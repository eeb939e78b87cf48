import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid, parseKleMoenster, tidspunkt, type Uuid } from '#kernel'
import { type Kontekst, sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'

/** The database's own layer over what caseworkers write: statements without any condition find nothing but what the context names. */

const [KORSBAEK, BROBYSKOV] = [cvrNummer('11111111'), cvrNummer('12345678')]
const NU = tidspunkt('2026-11-22T10:00:00.000Z')
const [ulla, ib, vera, viggo, masterA, masterB, notat] = Array.from({ length: 7 }, newUuid) as [
  Uuid,
  Uuid,
  Uuid,
  Uuid,
  Uuid,
  Uuid,
  Uuid,
]
let base: Testdatabase

beforeAll(async () => {
  base = await createTestDatabase()
  await base.asOwner(
    `INSERT INTO bemaerkning (bemaerkning_id, kommune, part_id, slags, gaelder_fra, indhold, oprettet, af, af_navn)
     VALUES (gen_random_uuid(), $1, $2, 'tolk', '2026-01-01', '\\x00', $3, $4, 'Vera')`,
    [KORSBAEK, ulla, NU, vera],
  )
  await base.asOwner(
    `INSERT INTO skrevet_notat (notat_id, kommune, part_id, sag_id, kle, master, af, af_navn, skrevet, indhold, tilstand, tilstand_tid)
     VALUES ($1, $2, $3, gen_random_uuid(), '27.36.04', $4, $5, 'Vera', $6, '\\x00', 'venter', $6)`,
    [notat, KORSBAEK, ulla, masterA, vera, NU],
  )
  await base.asOwner(
    `INSERT INTO advis (kommune, medarbejder_id, part_id, objekt_id, hvad, noegle, tid) VALUES ($1, $2, $3, $3, 'nyt', 'x', $4)`,
    [KORSBAEK, vera, ulla, NU],
  )
  await base.asOwner(
    `INSERT INTO advis_abonnement (abonnement_id, kommune, medarbejder_id, slags, part_id, oprettet, udloeber)
     VALUES (gen_random_uuid(), $1, $2, 'part', $3, $4, $4::timestamptz + interval '1 day')`,
    [KORSBAEK, vera, ulla, NU],
  )
  await base.asOwner(`INSERT INTO advis_mail (kommune, medarbejder_id, adresse, oprettet) VALUES ($1, $2, '\\x00', $3)`, [
    KORSBAEK,
    vera,
    NU,
  ])
})
afterAll(() => base.close())

const skriver = (felter: { aktoer?: Uuid; kommune?: typeof KORSBAEK; part?: Uuid } = {}): Kontekst => ({
  rolle: 'sagsskriver',
  parter: [felter.part ?? ulla],
  grund: 'proeve',
  aktoer: felter.aktoer ?? vera,
  kommune: felter.kommune ?? KORSBAEK,
})
const moenster = parseKleMoenster('*')
const laeser = (felter: { kommune?: typeof KORSBAEK; part?: Uuid } = {}): Kontekst => ({
  rolle: 'sagsbehandler',
  parter: [felter.part ?? ulla],
  grund: 'jobfunktionsrolle',
  aktoer: vera,
  kommune: felter.kommune ?? KORSBAEK,
  nu: NU,
  rettigheder: [
    { kommune: felter.kommune ?? KORSBAEK, systemroller: ['se'], kle: moenster ? [moenster] : [], foelsomhed: 'VIP_SAGER' },
  ],
  enheder: [],
})
const kilde = (aktoer: Uuid): Kontekst => ({ rolle: 'kilde', parter: [], grund: 'kilde', aktoer })
const count = async (kontekst: Kontekst, tabel: string): Promise<number> =>
  (await base.db.readBatch(kontekst, [sql<{ n: number }>(`SELECT count(kommune)::int AS n FROM ${tabel}`)]))[0][0]?.n ?? -1

test.each<[string, Kontekst, string, number]>([
  ['a remark in its municipality about its part', laeser(), 'bemaerkning', 1],
  ['a remark in another municipality', laeser({ kommune: BROBYSKOV }), 'bemaerkning', 0],
  ['a remark about another part', laeser({ part: ib }), 'bemaerkning', 0],
  ['a note on a case that the reader may not see, or that is gone', laeser(), 'skrevet_notat', 0],
  ['a note for its own system', kilde(masterA), 'skrevet_notat', 1],
  ['a note for another system', kilde(masterB), 'skrevet_notat', 0],
  ['an employee’s own advis', skriver(), 'advis', 1],
  ['a colleague’s advis', skriver({ aktoer: viggo }), 'advis', 0],
  ['one’s own advis in another municipality', skriver({ kommune: BROBYSKOV }), 'advis', 0],
  ['a colleague’s subscriptions', skriver({ aktoer: viggo }), 'advis_abonnement', 0],
  ['a colleague’s address', skriver({ aktoer: viggo }), 'advis_mail', 0],
])('%s', async (_, kontekst, tabel, antal) => {
  expect(await count(kontekst, tabel)).toBe(antal)
})

const bemaerk = (kommune: string, part: Uuid, af: Uuid, slags = 'tolk', til: string | null = null) =>
  sql<never>(
    `INSERT INTO bemaerkning (bemaerkning_id, kommune, part_id, slags, gaelder_fra, gaelder_til, gennemgaas_senest, indhold, oprettet, af, af_navn)
     VALUES (gen_random_uuid(), $1, $2, $3, '2026-11-22', $4::date, $4::date, '\\x00', $5, $6, 'Vera')`,
    [kommune, part, slags, til, NU, af],
  )
test.each<[string, ReturnType<typeof bemaerk>, RegExp | undefined]>([
  ['in its own municipality, about its part, in its own name', bemaerk(KORSBAEK, ulla, vera), undefined],
  ['in another municipality', bemaerk(BROBYSKOV, ulla, vera), /42501/],
  ['about another part', bemaerk(KORSBAEK, ib, vera), /42501/],
  ['in a colleague’s name', bemaerk(KORSBAEK, ulla, viggo), /42501/],
  ['caution without an end', bemaerk(KORSBAEK, ulla, vera, 'obsAdfaerd'), /23514/],
  ['caution for more than a year', bemaerk(KORSBAEK, ulla, vera, 'obsAdfaerd', '2027-12-01'), /23514/],
])('a remark is written %s', async (_, statement, fejl) => {
  const skrevet = base.db.transaction(skriver(), (tx) => tx.run(statement))
  if (fejl) await expect(skrevet).rejects.toThrow(fejl)
  else await expect(skrevet).resolves.toEqual([])
})

test('a source moves no other’s note, and nobody but the index’s follower removes a text', async () => {
  const flyt = sql<{ readonly notat_id: Uuid }>(
    `UPDATE skrevet_notat SET tilstand = 'hentet' WHERE notat_id = $1 RETURNING notat_id`,
    [notat],
  )
  expect(await base.db.transaction(kilde(masterB), (tx) => tx.run(flyt))).toEqual([])
  const toem = sql<never>('UPDATE skrevet_notat SET indhold = NULL')
  await expect(base.db.transaction(kilde(masterA), (tx) => tx.run(toem))).rejects.toThrow(/42501/)
  await expect(base.db.transaction(skriver(), (tx) => tx.run(toem))).rejects.toThrow(/42501/)
  // Not even the follower, of one that waits.
  await expect(base.db.transaction({ rolle: 'advis' }, (tx) => tx.run(toem))).rejects.toThrow(/23514/)
})

test('what the follower learns of things is ids and days, and no other role may ask', async () => {
  const fakta = sql<never>('SELECT * FROM borgerblikket_advisfakta(ARRAY[$1::uuid])', [notat])
  await expect(base.db.readBatch(skriver(), [fakta])).rejects.toThrow(/42501/)
  await expect(base.db.readBatch(laeser(), [fakta])).rejects.toThrow(/42501/)
  await expect(base.db.readBatch({ rolle: 'advis' }, [sql<never>('SELECT data FROM objekt')])).rejects.toThrow(/42501/)
})
