import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid, tidspunkt } from '#kernel'
import type { Kontekst, Statement } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import * as afgoer from './afgoer.sql.ts'
import * as hold from './keep.sql.ts'
import * as koe from './koe.sql.ts'
import * as plantede from './plantede.sql.ts'
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
