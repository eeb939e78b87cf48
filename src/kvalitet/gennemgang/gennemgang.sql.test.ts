import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid, tidspunkt, type Uuid } from '#kernel'
import type { Kontekst, Statement } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import * as afgoer from './afgoer.sql.ts'
import * as hold from './keep.sql.ts'
import * as koe from './koe.sql.ts'
import * as plantede from './plantede.sql.ts'
import { mayReview } from './ret.naiv.ts'
import * as ret from './ret.sql.ts'
import * as tal from './tal.sql.ts'

const KORSBAEK = cvrNummer('11111111')
const NU = tidspunkt('2026-11-22T12:00:00.000Z')
const mig = newUuid()
const koejer: koe.Koejer = { kommune: KORSBAEK, medarbejder: mig, alt: false }
const SOM: Kontekst = { rolle: 'kommune', kommune: KORSBAEK, formaal: 'gennemgangAfTitler', aktoer: mig }

let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())

const id = newUuid()
const LAESNINGER: Readonly<Record<string, Statement<unknown>>> = {
  countVentende: koe.countVentende(koejer),
  findKoe: koe.findKoe(koejer, {}, NU, 12),
  findOpgave: koe.findOpgave(koejer, id),
  findTing: koe.findTing(id, id, KORSBAEK),
  countEns: koe.countEns(koejer, id),
  takeOpgave: koe.takeOpgave(koejer, id, NU, NU),
  lockOpgave: afgoer.lockOpgave(koejer, id),
  lockEns: afgoer.lockEns(koejer, id),
  lockBunke: afgoer.lockBunke(koejer, id, 1),
  findSeneste: afgoer.findSeneste(koejer, id),
  findRetter: ret.findRetter(KORSBAEK),
  findEnheder: ret.findEnheder(KORSBAEK),
  findTempo: tal.findTempo(KORSBAEK),
  countTilstande: tal.countTilstande(KORSBAEK),
  countProever: tal.countProever(KORSBAEK),
  countPlantede: tal.countPlantede(KORSBAEK, NU),
  findForslag: tal.findForslag(KORSBAEK, NU),
  findAabenPlantet: plantede.findAabenPlantet(KORSBAEK, mig),
}

test.each(Object.entries(LAESNINGER))(
  'the role of the municipality can run %s, and finds nothing where there is nothing',
  async (navn, statement) => {
    // The owner is told what is wrong with a statement; the application is not.
    await base.asOwner(`EXPLAIN ${statement.text}`, [...statement.values])
    const svar = await base.db.transaction(SOM, (tx) => tx.run(statement))
    expect(svar).toEqual(navn === 'countEns' ? [{ antal: 0 }] : [])
  },
)

test.each(
  Object.entries({
    findKendte: hold.findKendte([id]),
    findBehandlere: hold.findBehandlere([id]),
    findProevegraense: hold.findProevegraense(KORSBAEK, '27', 3),
    lapseOthers: hold.lapseOthers([id], []),
    trimProeve: hold.trimProeve(KORSBAEK, '27', 3),
  }),
)('the worker’s role can run %s', async (_navn, statement) => {
  await base.asOwner(`EXPLAIN ${statement.text}`, [...statement.values] as never)
  expect(await base.db.transaction({ rolle: 'kvalitet' }, (tx) => tx.run(statement as Statement<unknown>))).toEqual([])
})

const KLER = ['27.36.04', '27.35.04', '27.3', '28.09.40', '02.34.02', '']
const ENHEDER = ['a', 'b', 'aa', '']
const BROBYSKOV = '12345678'

/** A task for each municipality, number and unit. */
const fillOpgaver = (): Promise<unknown> =>
  base.asOwner(
    `INSERT INTO titelopgave (kommune, item_id, hash, art, kle, omraade, enhed, enhedsnavn, behandler, kilde_id, parter, udfald, tilbageholdt, fund,
       rang, grund, oprettet)
     SELECT k, gen_random_uuid(), 'h', 'sag', kle, 'andet', e, e, CASE WHEN e = 'a' THEN $4 ELSE '' END, gen_random_uuid(), '{}', 'ren', false, '{}', 3, 'alle', now()
     FROM unnest($1::text[]) k, unnest($2::text[]) kle, unnest($3::text[]) e`,
    [[KORSBAEK, BROBYSKOV], KLER, ENHEDER, mig],
  )

test('whatever rights there are: the list, the count, a single task and a lock agree with a naive statement, also where row-level security is off', async () => {
  await fillOpgaver()
  const alle = await base.asOwner<{ kommune: string; opgave_id: string; kle: string; enhed: string }>('SELECT * FROM titelopgave')
  const ret = fc.record({
    kle: fc.subarray(['27', '27.36', '27.36.04', '28', '02.34']),
    enheder: fc.subarray(['a', 'b', 'aa']),
    kommune: fc.constantFrom<string>(KORSBAEK, KORSBAEK, BROBYSKOV),
    ophoert: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(ret, { maxLength: 4 }), async (retter) => {
      await base.asOwner('TRUNCATE gennemgangsret')
      for (const led of retter)
        await base.asOwner(
          `INSERT INTO gennemgangsret VALUES ($1, gen_random_uuid(), $2, 'x', $3, $4, '{}', now(), $2, 'x', CASE WHEN $5 THEN now() END, NULL)`,
          [led.kommune, mig, led.kle, led.enheder, led.ophoert],
        )
      const egne = retter.filter((led) => led.kommune === KORSBAEK && !led.ophoert) as never
      const ventet = alle
        .filter((opgave) => opgave.kommune === KORSBAEK && mayReview(egne, opgave))
        .map(({ opgave_id }) => opgave_id)
      const statement = koe.findKoe(koejer, {}, NU, 1_000)
      const somEjer = await base.asOwner<{ opgave_id: string; egen: boolean; enhed: string }>(statement.text, [
        ...statement.values,
      ])
      const somRolle = await base.db.transaction(SOM, (tx) => tx.run(statement))
      for (const svar of [somEjer, somRolle]) expect(svar.map(({ opgave_id }) => opgave_id).sort()).toEqual(ventet.toSorted())
      // Own cases first, and no other is called own.
      const antalEgne = somEjer.filter(({ egen }) => egen).length
      expect(somEjer.map(({ enhed }) => enhed === 'a')).toEqual(somEjer.map((_, nr) => nr < antalEgne))
      const tal = await base.asOwner<{ venter: number }>(koe.countVentende(koejer).text, [...koe.countVentende(koejer).values])
      expect(tal.reduce((sum, { venter }) => sum + venter, 0)).toBe(ventet.length)
      for (const opgave of alle.slice(0, 30)) {
        const fundet = ventet.includes(opgave.opgave_id)
        for (const en of [koe.findOpgave(koejer, opgave.opgave_id as Uuid), afgoer.lockOpgave(koejer, opgave.opgave_id as Uuid)])
          expect((await base.asOwner(en.text, [...en.values])).length).toBe(fundet ? 1 : 0)
      }
    }),
    { seed: 20261122, numRuns: 25 },
  )
}, 60_000)

test('decisions are there for good, and in nobody else’s name: not even the role that makes them changes one', async () => {
  const nyt = (som: string, felter: Partial<Record<'kommune' | 'medarbejder', string>> = {}) => ({
    text: `INSERT INTO titelgennemgang (kommune, opgave_id, nr, tid, medarbejder_id, medarbejder_navn, slags, enhed, omraade)
      VALUES ($1, gen_random_uuid(), 1, now(), $2, 'x', 'godkend', '', '')`,
    values: [felter.kommune ?? KORSBAEK, felter.medarbejder ?? som],
  })
  const run = (statement: { text: string; values: readonly string[] }, kontekst: Kontekst = SOM) =>
    base.db.transaction(kontekst, (tx) => tx.count(statement))
  expect(await run(nyt(mig))).toBe(1)
  await expect(run(nyt(mig, { medarbejder: newUuid() }))).rejects.toThrow()
  await expect(run(nyt(mig, { kommune: BROBYSKOV }))).rejects.toThrow()
  await expect(run(nyt(mig), { ...SOM, formaal: 'forhaandsvisning' } as Kontekst)).rejects.toThrow()
  for (const text of [
    "UPDATE titelgennemgang SET slags = 'afvis'",
    'DELETE FROM titelgennemgang',
    'DELETE FROM titelopgave',
    'DELETE FROM gennemgangsret',
    "UPDATE gennemgangsret SET kle = '{}'",
    "UPDATE titelopgave SET fund = '{}'",
    "UPDATE plantet_titel SET titel = ''",
  ])
    await expect(run({ text, values: [] }), text).rejects.toThrow()
})
