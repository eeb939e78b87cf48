import { createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Forbindelse, forbindelseFromUrl } from '#platform/database'
import { freePort, makeMappe, removeMappe, startProces, stopProces, untilServing } from '../campaigns/serverproces.ts'

/** Starts on a PostgreSQL of the operator's own: what is wrong with it is told in one sentence. */

const { ejer: server } = inject('testserver')
const NAVN = `bbopstart_${process.pid}`
const ROLLER = { ejer: `${NAVN}_ejer`, uden: `${NAVN}_uden`, fremmed: `${NAVN}_fremmed` } as const
const KODE = 'kun-til-proeven'
const LAESERE = [
  'advis',
  'alarm',
  'beskedfordeler',
  'besoeg',
  'borger',
  'drift',
  'forsegling',
  'kendskab',
  'kilde',
  'kommune',
  'kommunetekst',
  'kvalitet',
  'log',
  'login',
  'logsletning',
  'modtagelse',
  'oprydning',
  'opsaetning',
  'opslagssletning',
  'sagsbehandler',
  'sagsskriver',
  'sletning',
  'soegning',
  'vidne',
]
  .map((rolle) => `borgerblikket_${rolle}`)
  .join(', ')
let dataMappe: string
let admin: pg.Client

beforeAll(async () => {
  dataMappe = makeMappe()
  admin = new pg.Client({ ...server, ssl: false, database: 'postgres' })
  await admin.connect()
  await admin.query(`CREATE ROLE ${ROLLER.ejer} LOGIN CREATEROLE PASSWORD '${KODE}'`)
  await admin.query(`CREATE ROLE ${ROLLER.uden} LOGIN PASSWORD '${KODE}'`)
  await admin.query(`CREATE ROLE ${ROLLER.fremmed} LOGIN CREATEROLE PASSWORD '${KODE}'`)
  await admin.query(`GRANT ${ROLLER.ejer} TO CURRENT_USER`)
  await admin.query(`CREATE DATABASE ${NAVN} OWNER ${ROLLER.ejer}`)
})
afterAll(async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${NAVN} WITH (FORCE)`)
  for (const rolle of [`${NAVN}_app`, ...Object.values(ROLLER)]) await admin.query(`DROP ROLE IF EXISTS ${rolle}`)
  await admin.end()
  removeMappe(dataMappe)
})

const urlFor = (felter: Partial<Forbindelse>): string => {
  const { host, port, database, user, password } = { ...server, database: NAVN, ...felter }
  return `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
const start = async (url: string) =>
  startProces({ PORT: String(await freePort()), BORGERBLIKKET_DATA: dataMappe, DATABASE_URL: url })

async function expectRefused(url: string, saetning: RegExp): Promise<void> {
  const proces = await start(url)
  expect(await proces.slut).toBe(1)
  const linjer = proces.ord().trim().split('\n')
  expect(linjer).toHaveLength(1)
  expect(linjer[0]).toMatch(saetning)
  expect(linjer[0]).not.toContain(KODE)
}

test('an address that is none', () => expectRefused('mysql://localhost/x', /^DATABASE_URL skal have formen postgres:/))

test('nobody listens', () =>
  expectRefused(
    `postgres://x:${KODE}@localhost:1/x`,
    /^Databasen på localhost:1 kan ikke nås \(.*ECONNREFUSED.*\)\. Ret DATABASE_URL/,
  ))

test('a host that does not exist', () =>
  expectRefused(`postgres://x:${KODE}@findes-ikke.invalid/x`, /^Databasen på findes-ikke\.invalid:5432 kan ikke nås \(/))

test('a wrong password (skipped where the server lets everybody in)', async ({ skip }) => {
  const url = urlFor({ user: ROLLER.ejer, password: 'forkert' })
  skip(await isLetIn(url), 'the server at DATABASE_URL asks for no password')
  await expectRefused(url, /lukker ikke .*_ejer ind: navnet eller adgangskoden passer ikke/)
})

async function isLetIn(url: string): Promise<boolean> {
  const client = new pg.Client({ ...forbindelseFromUrl(url), ssl: false })
  return client.connect().then(
    async () => {
      await client.end()
      return true
    },
    () => false,
  )
}

test('a database that does not exist', () =>
  expectRefused(
    urlFor({ user: ROLLER.ejer, password: KODE, database: `${NAVN}_ukendt` }),
    /har ingen database ved navn .*_ukendt: opret den/,
  ))

test('an account that may not make roles', () =>
  expectRefused(urlFor({ user: ROLLER.uden, password: KODE }), /må ikke oprette roller: giv den CREATEROLE/))

test('an account that does not own the database', () =>
  expectRefused(urlFor({ user: ROLLER.fremmed, password: KODE }), /må ikke oprette tabeller i .*: gør den til ejer af databasen/))

test('a server that is too old', async () => {
  const gammel = await startGammel('140011')
  try {
    await expectRefused(
      `postgres://x:${KODE}@localhost:${gammel.port}/x`,
      /^PostgreSQL 14 er for gammel: Borgerblikket kræver version 15 eller nyere\.$/,
    )
  } finally {
    gammel.close()
  }
})

test('an owner who is no superuser is enough; a database that a newer program has used is left alone', {
  timeout: 120_000,
}, async () => {
  const url = urlFor({ user: ROLLER.ejer, password: KODE })
  // The readers' roles are the whole server's, and another made them: since PostgreSQL 16 an administrator must share them.
  const { rows } = await admin.query<{ server_version_num: string }>('SHOW server_version_num')
  if (Number(rows[0]?.server_version_num) >= 160_000) {
    await expectRefused(
      url,
      /^Rollerne borgerblikket_\w+.* er lavet af en anden konto: lad en administrator køre GRANT .* WITH ADMIN OPTION\.$/,
    )
    await admin.query(`GRANT ${LAESERE} TO ${ROLLER.ejer} WITH ADMIN OPTION`)
  }
  for (const _ of ['the first start', 'the second']) {
    const proces = await start(url)
    await untilServing(proces)
    const kode = await stopProces(proces)
    // What it said is told where it ended otherwise.
    expect({ kode, ord: kode === 0 ? '' : proces.ord() }).toEqual({ kode: 0, ord: '' })
  }
  const client = new pg.Client({ ...server, ssl: false, database: NAVN })
  await client.connect()
  await client.query(`INSERT INTO migration (name, run_on) VALUES ('9999_fremtid_ny-tabel', now())`)
  await client.end()
  await expectRefused(url, /^Databasen er brugt af en nyere udgave af Borgerblikket \(9999_fremtid_ny-tabel\)/)
})

/** Just enough of the protocol to log anybody in and to tell a version, since no PostgreSQL that old is at hand. */
async function startGammel(version: string): Promise<{ readonly port: number; close(): void }> {
  const sokler = new Set<Socket>()
  const lytter: Server = createServer((sokkel) => {
    sokler.add(sokkel)
    sokkel.on('error', () => undefined)
    let velkommen = false
    sokkel.on('data', (del) => {
      if (!velkommen) {
        velkommen = true
        sokkel.write(Buffer.concat([besked('R', Buffer.alloc(4)), KLAR]))
      } else if (del[0] === 'Q'.charCodeAt(0))
        sokkel.write(Buffer.concat([kolonne('server_version_num'), raekke(version), besked('C', Buffer.from('SHOW\0')), KLAR]))
    })
  })
  await new Promise<void>((resolve) => lytter.listen(0, 'localhost', resolve))
  return {
    port: (lytter.address() as { port: number }).port,
    close: () => {
      for (const sokkel of sokler) sokkel.destroy()
      lytter.close()
    },
  }
}

function besked(type: string, indhold: Buffer): Buffer {
  const laengde = Buffer.alloc(4)
  laengde.writeInt32BE(indhold.length + 4)
  return Buffer.concat([Buffer.from(type), laengde, indhold])
}
const KLAR = besked('Z', Buffer.from('I'))

function kolonne(navn: string): Buffer {
  const felt = Buffer.alloc(18)
  felt.writeInt32BE(25, 6)
  felt.writeInt16BE(-1, 10)
  felt.writeInt32BE(-1, 12)
  return besked('T', Buffer.concat([Buffer.from([0, 1]), Buffer.from(`${navn}\0`), felt]))
}

function raekke(tekst: string): Buffer {
  const laengde = Buffer.alloc(4)
  laengde.writeInt32BE(Buffer.byteLength(tekst))
  return besked('D', Buffer.concat([Buffer.from([0, 1]), laengde, Buffer.from(tekst)]))
}
