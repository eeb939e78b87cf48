import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, type CvrNummer, newUuid } from '#kernel'
import { findOrCreatePerson } from '#part'
import { systemClock } from '#platform/clock'
import { createNoegler, type Noegler } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { parseAnsatte } from './ansatte.ts'
import { addAnsatteCommand } from './kommando.ts'

const [KORSBAEK, BROBYSKOV] = ['11111111', '12345678'] as [CvrNummer, CvrNummer]
const [ULLA, BENT] = ['6101801010', '6202802020']
let base: Testdatabase
let noegler: Noegler
const mappe = mkdtempSync(join(tmpdir(), 'bbansatte-'))
beforeAll(async () => {
  base = await createTestDatabase()
  noegler = createNoegler(join(mappe, 'noegler.json'))
})
afterAll(async () => {
  await base.close()
  rmSync(mappe, { recursive: true })
})

const linjer: string[] = []
async function indlaes(liste: string, cvr = KORSBAEK): Promise<void> {
  writeFileSync(join(mappe, 'liste.csv'), liste)
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  addAnsatteCommand(program.command('partsoverblik'), {
    run: (work) => work({ db: base.db, clock: systemClock, noegler }),
    print: (linje) => linjer.push(linje),
  })
  await program.parseAsync(['partsoverblik', 'ansatte', '--cvr', cvr, '--fil', join(mappe, 'liste.csv')], { from: 'user' })
}
const partOf = (cpr = '') => findOrCreatePerson(base.db, noegler, cpr as CprNummer)

test('the list replaces the one before, in its own municipality alone; a login is a person', async () => {
  const [id, andet] = [newUuid(), newUuid()]
  await indlaes(`cpr;id\n${ULLA};${id}\n620280-2020\n`)
  await indlaes(`${BENT};${andet}`, BROBYSKOV)
  expect(linjer.join(' ')).not.toMatch(/6101801010|6202802020/)
  await indlaes(`\uFEFF${ULLA};urn:uuid:${id}\r\n`)
  expect(await base.asOwner('SELECT kommune, part_id FROM ansat ORDER BY 1')).toEqual([
    { kommune: KORSBAEK, part_id: await partOf(ULLA) },
    { kommune: BROBYSKOV, part_id: await partOf(BENT) },
  ])
  expect(await base.asOwner('SELECT kommune, medarbejder_id, part_id FROM medarbejderpart ORDER BY 1')).toEqual([
    { kommune: KORSBAEK, medarbejder_id: id, part_id: await partOf(ULLA) },
    { kommune: BROBYSKOV, medarbejder_id: andet, part_id: await partOf(BENT) },
  ])
})

test.each([
  ['a number that is none', '610180101', { kode: 'LINJE', linje: 1 }],
  ['an id that is none', `${ULLA};karen`, { kode: 'LINJE', linje: 1 }],
  ['a third field', `${ULLA};;Ulla`, { kode: 'LINJE', linje: 1 }],
  ['nothing', '\n\n', { kode: 'TOM' }],
  [
    'one login of two persons',
    `${ULLA};${BROBYSKOV}-0000-4000-8000-000000000000\n${BENT};${BROBYSKOV}-0000-4000-8000-000000000000`,
    { kode: 'TO_PERSONER', linje: 2 },
  ],
  ['too many', '\n'.repeat(100_002), { kode: 'FOR_MANGE' }],
])('a list with %s is refused as a whole', (_, liste, afvisning) => {
  expect(parseAnsatte(liste)).toEqual({ ok: false, afvisning })
})

test('a refused list changes nothing, and says which line without saying what stands in it', async () => {
  const foer = await base.asOwner('SELECT * FROM ansat ORDER BY part_id')
  await expect(indlaes(`${BENT}\n${ULLA};fejl`)).rejects.toThrow(/^Linje 2 kan ikke læses: (?!.*6101801010)/)
  expect(await base.asOwner('SELECT * FROM ansat ORDER BY part_id')).toEqual(foer)
  await expect(indlaes(ULLA ?? '', '10000001' as CvrNummer)).rejects.toThrow(/ikke en kommunes/)
})
