import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogskriver } from '#adgangslog'
import { newUuid } from '#kernel'
import { systemClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { ESDH } from '../../../test/byggere/historie.ts'
import { openLeverance } from '../leverance/index.ts'
import { fuldtElement, somKilde } from '../regler/fuldt-element.testdata.ts'
import { normalizeRest, standardRoller } from '../regler/index.ts'
import type { Linje } from '../rest/ndjson.ts'
import { writeImporter } from '../soap/index.ts'
import { createEgenModtager, createPulje, type Modtager } from './index.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbpulje-'))
const noeglemappe = join(mappe, 'noegler')
let database: Testdatabase
let deps: Parameters<typeof createEgenModtager>[0]
let pulje: Modtager
const puljer: Modtager[] = []
const tabte: string[] = []

const start = (antal: number, fra = noeglemappe): Modtager => {
  const pulje = createPulje({
    antal,
    start: { forbindelse: database.app, noeglemappe: fra, roller: {} },
    onTabt: (grund) => tabte.push(grund),
  })
  puljer.push(pulje)
  return pulje
}

beforeAll(async () => {
  database = await createTestDatabase()
  const db = database.db
  deps = { db, noegler: createNoegler(noeglemappe), clock: systemClock, roller: standardRoller, log: createLogskriver(db) }
  pulje = start(1)
})
afterAll(async () => {
  for (const pulje of puljer) await pulje.close()
  await database.close()
  rmSync(mappe, { recursive: true, force: true })
})

function sag(id: string): Record<string, unknown> {
  const fuld = fuldtElement('sag')
  const itSystemer = (fuld['itSystemer'] as object[]).map((system) => ({ ...system, referenceId: ESDH.id }))
  return { ...fuld, itSystemer, id }
}
const linje = (nr: number, id: string): Linje => ({ nr, tekst: JSON.stringify(sag(id)), forLang: false })
const besked = (id: string) => {
  const element = normalizeRest(somKilde(sag(id)), { itSystem: ESDH.id, systemNavn: ESDH.navn })
  const body = Buffer.from(writeImporter([element], newUuid()))
  return { sti: '/soap/sagdokumentindeks/6', body, kilde: ESDH, httpAction: undefined, harTillid: false }
}
const deliver = async (modtager: Modtager, noegle: string, bunker: Linje[][]) => {
  const { modtag, luk } = modtager.aabnBunker(await openLeverance(deps, ESDH, noegle, 'rest'))
  const svar = await Promise.allSettled(bunker.map(modtag))
  luk()
  return svar
}

test('a thread answers what the server itself would, to the byte, and keeps it', { timeout: 60_000 }, async () => {
  const ider = Array.from({ length: 5 }, () => newUuid())
  const bunker = [
    [linje(1, ider[0]!), { nr: 2, tekst: undefined, forLang: true }, linje(3, ider[1]!)],
    [linje(4, ider[2]!), { nr: 5, tekst: '{"art":"sag","id":"x"}', forLang: false }],
  ]
  const [traad, igen, selv] = [
    await deliver(pulje, 'samme', bunker),
    await deliver(pulje, 'samme', bunker),
    await deliver(createEgenModtager(deps), 'samme', bunker),
  ]
  expect(traad.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(igen).toEqual(traad)
  expect(selv).toEqual(traad)
  expect(traad[0]).toMatchObject({ value: { antal: { linjer: 3, modtaget: 2, uaendret: 0, afvist: 1 } } })
  const gemt = await database.asOwner<{ objekt_id: string }>('SELECT objekt_id FROM objekt WHERE objekt_id = ANY ($1::uuid[])', [
    ider,
  ])
  expect(new Set(gemt.map(({ objekt_id: id }) => id))).toEqual(new Set(ider.slice(0, 3)))
  const svar = await pulje.besvarBesked(besked(ider[4]!))
  expect([svar.status, svar.regel]).toEqual([200, undefined])
  expect(svar.body.replace(/TransactionUUID>.*?</, '')).toContain(ider[4]!)
  expect(await database.asOwner('SELECT 1 FROM objekt WHERE objekt_id = $1', [ider[4]])).toHaveLength(1)
})

test('where a batch cannot be kept none of the delivery after it is', { timeout: 60_000 }, async () => {
  const ider = [newUuid(), newUuid(), newUuid()] as const
  // Two receipts of one number cannot both be kept.
  const svar = await deliver(pulje, 'brydes', [[linje(1, ider[0]), linje(1, ider[1])], [linje(2, ider[2])]])
  expect(svar.map((led) => led.status === 'rejected' && (led.reason as Error).name)).toEqual(['DatabaseFejl', 'DatabaseFejl'])
  expect(await database.asOwner('SELECT 1 FROM objekt WHERE objekt_id = ANY ($1::uuid[])', [ider])).toHaveLength(0)
  expect((await deliver(pulje, 'brydes', [[linje(1, ider[0])], [linje(2, ider[2])]])).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
  ])
})

test('what a thread that ends had under way is not answered for, and another takes its place', { timeout: 60_000 }, async () => {
  const beskadiget = join(mappe, 'beskadiget')
  cpSync(noeglemappe, beskadiget, { recursive: true })
  writeFileSync(join(beskadiget, 'indhold.json'), 'ikke en nøgle')
  const nye = start(1, beskadiget)
  tabte.length = 0
  const id = newUuid()
  await expect(nye.besvarBesked(besked(id))).rejects.toThrow('could not answer')
  expect(tabte.length).toBeGreaterThan(0)
  expect(await database.asOwner('SELECT 1 FROM objekt WHERE objekt_id = $1', [id])).toHaveLength(0)
  cpSync(join(noeglemappe, 'indhold.json'), join(beskadiget, 'indhold.json'))
  const igen = async (): Promise<number> => {
    try {
      return (await nye.besvarBesked(besked(id))).status
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return igen()
    }
  }
  expect(await igen()).toBe(200)
})

test('more than a thread may hold is answered as unavailable at once', { timeout: 60_000 }, async () => {
  const { modtag, luk } = pulje.aabnBunker(await openLeverance(deps, ESDH, 'mange', 'rest'))
  const svar = await Promise.allSettled(
    Array.from({ length: 700 }, (_, i) => modtag([{ nr: i + 1, tekst: '{}', forLang: false }])),
  )
  luk()
  const afviste = svar.flatMap((led) => (led.status === 'rejected' ? [(led.reason as Error).name] : []))
  expect(new Set(afviste)).toEqual(new Set(['Koefejl']))
  expect(afviste.length).toBeGreaterThanOrEqual(100)
})
