import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { Forbindelse } from './connections.ts'
import { migrate, provision } from './migrate.ts'
import { Opstartsfejl } from './opstartsfejl.ts'

const { ejer: server } = inject('testserver')
const NAVN = `bbmigrate_${process.pid}`
const ejer: Forbindelse = { ...server, database: NAVN }
let mappe: string

const ask = async (database: string, text: string) => {
  const client = new pg.Client({ ...server, ssl: false, database })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  await ask('postgres', `CREATE DATABASE ${NAVN}`)
  mappe = mkdtempSync(join(tmpdir(), 'bbmigrate-'))
  cpSync(join(import.meta.dirname, '../../../db/migrations'), mappe, { recursive: true })
})
afterEach(async () => {
  await ask('postgres', `DROP DATABASE ${NAVN} WITH (FORCE)`)
  await ask('postgres', `DROP ROLE IF EXISTS ${NAVN}_app`)
  rmSync(mappe, { recursive: true })
})

const add = (navn: string, sql: string) => writeFileSync(join(mappe, `${navn}.sql`), sql)

test('the second time there is nothing to do; what a newer program brings is added alone', async () => {
  const foerste = await migrate(ejer, mappe)
  expect(foerste[0]).toBe('0001_platform_roller')
  expect(await migrate(ejer, mappe)).toEqual([])
  add('9001_platform_ny-tabel', 'CREATE TABLE ny_tabel (id int);')
  expect(await migrate(ejer, mappe)).toEqual(['9001_platform_ny-tabel'])
  expect(await ask(NAVN, 'SELECT count(*)::int AS antal FROM ny_tabel')).toEqual([{ antal: 0 }])
})

test('of several new ones, all or none are kept', async () => {
  await migrate(ejer, mappe)
  add('9001_platform_god', 'CREATE TABLE god (id int);')
  add('9002_platform_daarlig', 'CREATE TABLE daarlig (id findes_ikke);')
  await expect(migrate(ejer, mappe)).rejects.toThrow(/^Databasens skema kunne ikke opdateres, og intet er ændret: .*findes_ikke/)
  expect(await ask(NAVN, "SELECT to_regclass('god')::text AS tabel")).toEqual([{ tabel: null }])
})

test('one that comes before those that were run is refused', async () => {
  await migrate(ejer, mappe)
  add('0000_platform_glemt', 'SELECT 1;')
  await expect(migrate(ejer, mappe)).rejects.toThrow(Opstartsfejl)
})

test('two programs that start at the same time run each migration once', async () => {
  const to = await Promise.all([migrate(ejer, mappe), migrate(ejer, mappe)])
  expect(to.map((koert) => koert.length).sort((a, b) => a - b)).toEqual([0, expect.any(Number)])
  expect(new Set(to.flat()).size).toBe(to.flat().length)
  await Promise.all(['a', 'b', 'c'].map((password) => provision(ejer, `${NAVN}_app`, password)))
})
