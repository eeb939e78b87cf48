import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Opstartsfejl } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { createNoegler, verifyNoegler } from './index.ts'

let base: Testdatabase
const rod = mkdtempSync(join(tmpdir(), 'bbverify-'))
beforeAll(async () => {
  base = await createTestDatabase()
})
beforeEach(() => base.asOwner('TRUNCATE noeglefingeraftryk'))
afterAll(async () => {
  await base.close()
  rmSync(rod, { recursive: true, force: true })
})

const listed = () => base.asOwner<{ navn: string }>('SELECT navn, fingeraftryk FROM noeglefingeraftryk ORDER BY navn')

test('the keys that filled the database are recognised at the next start, and rotated ones are remembered', async () => {
  const noegler = createNoegler(join(rod, 'a'))
  await verifyNoegler(base.db, noegler)
  await verifyNoegler(base.db, createNoegler(join(rod, 'a')))
  expect(await listed()).toHaveLength(3)
  noegler.rotate('indhold')
  noegler.rotate('session')
  await verifyNoegler(base.db, noegler)
  expect((await listed()).map(({ navn }) => navn.split(':')[0])).toEqual(['indhold', 'indhold', 'nummer', 'opslag'])
})

test('other keys are refused with one sentence, and nothing of them is remembered', async () => {
  await verifyNoegler(base.db, createNoegler(join(rod, 'b')))
  const foer = await listed()
  const forkerte = verifyNoegler(base.db, createNoegler(join(rod, 'c')))
  await expect(forkerte).rejects.toThrow(Opstartsfejl)
  await expect(forkerte).rejects.toThrow(/hører ikke til denne database/)
  expect(await listed()).toEqual(foer)
})

test('one lost encryption key is enough to stop the start', async () => {
  const noegler = createNoegler(join(rod, 'd'))
  await verifyNoegler(base.db, noegler)
  rmSync(join(rod, 'd', 'indhold.json'))
  await expect(verifyNoegler(base.db, createNoegler(join(rod, 'd')))).rejects.toThrow(Opstartsfejl)
})
