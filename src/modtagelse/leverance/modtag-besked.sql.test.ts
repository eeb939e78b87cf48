import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, tidspunkt } from '#kernel'
import { fixedClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { ESDH } from '../../../test/byggere/historie.ts'
import { fuldtElement, somKilde } from '../regler/fuldt-element.testdata.ts'
import { indBrud, normalizeRest, standardRoller } from '../regler/index.ts'
import { modtagBesked } from './index.ts'
import type { IndkommenLinje, Modtagelsesdeps } from './typer.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbbesked-'))
let database: Testdatabase
let deps: Modtagelsesdeps
let transaktioner = 0
beforeAll(async () => {
  database = await createTestDatabase()
  const transaction: Database['transaction'] = (kontekst, work) => {
    transaktioner++
    return database.db.transaction(kontekst, work)
  }
  deps = {
    db: { ...database.db, transaction },
    noegler: createNoegler(join(mappe, 'noegler')),
    clock: fixedClock(tidspunkt('2026-11-22T12:00:00.000Z')),
    roller: standardRoller,
  }
})
afterAll(async () => {
  await database.close()
  rmSync(mappe, { recursive: true, force: true })
})

function sag(id: string, titel = 'En sag'): IndkommenLinje {
  const fuld = fuldtElement('sag')
  const itSystemer = (fuld['itSystemer'] as object[]).map((system) => ({ ...system, referenceId: ESDH.id }))
  const egenskaber = (fuld['egenskaber'] as object[]).map((saet) => ({ ...saet, titel }))
  const element = somKilde({ ...fuld, itSystemer, egenskaber, id })
  const raa = JSON.stringify(element)
  return { linje: 1, raa, brud: [], element: normalizeRest(element, { itSystem: ESDH.id, systemNavn: ESDH.navn }) }
}

const brudt = (linje: number, raa: string): IndkommenLinje => ({ linje, raa, brud: [indBrud('IND-014', '')], udkast: undefined })

test('messages at the same time share transactions, and each is a delivery of its own with its own numbers', async () => {
  const ider = Array.from({ length: 40 }, () => newUuid())
  transaktioner = 0
  const svar = await Promise.all(ider.map((id, i) => modtagBesked(deps, ESDH, [sag(id), brudt(2, `besked ${i}`)])))
  expect(svar.map((led) => led.map(({ linje, id, udfald }) => [linje, id, udfald]))).toEqual(
    ider.map((id) => [
      [1, id, 'modtaget'],
      [2, undefined, 'afvist'],
    ]),
  )
  expect(transaktioner).toBeLessThan(ider.length / 2)
  const gemte = await database.asOwner<{ leverance_id: string; objekt_id: string; linjer: string; afvist: number }>(
    `SELECT k.leverance_id, max(k.objekt_id::text) AS objekt_id, string_agg(k.linje::text, ',' ORDER BY k.linje) AS linjer,
       (SELECT max(a.linje) FROM afvisning a WHERE a.leverance_id = k.leverance_id) AS afvist
     FROM kvittering k JOIN registrering r ON r.leverance_id = k.leverance_id GROUP BY k.leverance_id`,
  )
  expect(gemte).toHaveLength(ider.length)
  expect(new Set(gemte.map(({ objekt_id: id }) => id))).toEqual(new Set(ider))
  expect(gemte.every(({ linjer, afvist }) => linjer === '1,2' && afvist === 2)).toBe(true)
})

test('of two messages at once about one object the first is taken in and the second is judged after it', async () => {
  const id = newUuid()
  const [foerst, foerste, igen, andet] = await Promise.all([
    modtagBesked(deps, ESDH, [sag(newUuid())]),
    modtagBesked(deps, ESDH, [sag(id)]),
    modtagBesked(deps, ESDH, [sag(id)]),
    modtagBesked(deps, ESDH, [sag(id, 'En anden')]),
  ])
  expect([foerst, foerste, igen, andet].map(([led]) => led?.udfald)).toEqual(['modtaget', 'modtaget', 'uaendret', 'afvist'])
  expect(andet[0]?.brud).toMatchObject([{ regel: 'IND-002' }])
})

test('one that cannot be kept is told so alone, and those it shared a transaction with are kept', async () => {
  const ider = Array.from({ length: 6 }, () => newUuid())
  const daarlig = ider[3]
  const transaction: Database['transaction'] = (kontekst, work) =>
    database.db.transaction(kontekst, (tx) =>
      work({
        ...tx,
        run: (statement) =>
          statement.name === 'indeks_registrer' && JSON.stringify(statement.values).includes(String(daarlig))
            ? Promise.reject(new Error('no more disk'))
            : tx.run(statement),
      }),
    )
  const db = { ...deps.db, transaction }
  const svar = await Promise.allSettled(ider.map((id) => modtagBesked({ ...deps, db }, ESDH, [sag(id)])))
  expect(svar.map(({ status }) => status)).toEqual(ider.map((id) => (id === daarlig ? 'rejected' : 'fulfilled')))
  const gemt = await database.asOwner<{ objekt_id: string }>('SELECT objekt_id FROM objekt WHERE objekt_id = ANY ($1::uuid[])', [
    ider,
  ])
  expect(new Set(gemt.map(({ objekt_id: id }) => id))).toEqual(new Set(ider.filter((id) => id !== daarlig)))
})

test('more messages than may wait are answered as unavailable at once', async () => {
  const svar = await Promise.allSettled(
    Array.from({ length: 300 }, (_, i) => modtagBesked(deps, ESDH, [brudt(1, `venter ${i}`)])),
  )
  const afviste = svar.filter((led) => led.status === 'rejected')
  expect(afviste.length).toBeGreaterThan(0)
  expect(afviste.every((led) => (led.reason as Error).name === 'Koefejl')).toBe(true)
})
