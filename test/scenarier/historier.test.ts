import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { createRollekatalog } from '#modtagelse'
import { fixedClock } from '#platform/clock'
import { createNoegler, type Noegler } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { runHistorier, type Sted } from '../byggere/historier.ts'

const ANTAL = Number(process.env['BEVIS_HISTORIER'] ?? 60)
const SEED = Number(process.env['BEVIS_SEED'] ?? 20261122)

const mappe = mkdtempSync(join(tmpdir(), 'bbhistorier-'))
let noegler: Noegler
let databaser: Testdatabase[]

beforeAll(async () => {
  noegler = createNoegler(join(mappe, 'noegler'))
  databaser = [await createTestDatabase(), await createTestDatabase()]
})
afterAll(async () => {
  for (const database of databaser) await database.close()
  rmSync(mappe, { recursive: true, force: true })
})

const toSted = ({ db, asOwner }: Testdatabase): Sted => ({
  deps: { db, noegler, roller: createRollekatalog(), clock: fixedClock(tidspunkt('2026-11-22T12:00:00.000Z')) },
  asOwner,
})

test(`${ANTAL} histories, shuffled, repeated and delivered two at a time, end as the ordered ones do, and as the registrations say`, async () => {
  const [ordnet, blandet] = databaser.map(toSted) as [Sted, Sted]
  const { udfald, forskelle, genopbygning, raekker, udsagn } = await runHistorier(ordnet, blandet, ANTAL, SEED)
  expect(forskelle).toEqual([])
  expect(genopbygning).toBe(0)
  expect(udfald['afvist']).toBeUndefined()
  expect(udfald['uaendret']).toBeGreaterThan(udsagn / 5)
  expect(raekker['overblik']).toBeGreaterThan(ANTAL)
  expect(raekker['afhaengighed']).toBeGreaterThan(ANTAL)
}, 3_600_000)
