import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { newUuid, type Uuid } from '#kernel'
import { createKilderegister, type Kilde, type Kilderegister } from '#kilde'
import { createNoegler, type Noegler } from '#platform/crypto'
import { createAbonnement, type Nyt, proveModtager } from '../../src/beskedfordeler/abonnement/index.ts'
import { createUdsender, type Leveringsdeps, type Udsender } from '../../src/beskedfordeler/udsendelse/index.ts'
import { createTestDatabase, type Testdatabase } from './database.ts'
import { type Modtager, startModtager } from './modtager.ts'
import { createUr } from './tilslutning.ts'
import { KILDER, KORSBAEK } from './websted.ts'

/** Something that happened, as the intake would write it. */
export type Skete = {
  readonly objekt?: Uuid
  readonly art?: string
  readonly haendelse?: string
  readonly master?: Uuid
  readonly kommune?: string | null
  readonly kle?: string | null
  readonly udenNotifikation?: boolean
}

/** A database with two sources, a clock that is moved by hand, and no server: what is sent is sent when the test says so. */
export type Haendelsesbed = {
  readonly base: Testdatabase
  readonly deps: Leveringsdeps
  readonly ur: ReturnType<typeof createUr>
  readonly noegler: Noegler
  readonly kilder: Kilderegister
  readonly udsender: Udsender
  /** As another process would have it. */
  newUdsender(): Udsender
  /** Writes into the outbox in a transaction of its own; answers the objects. */
  skete(...haendelser: readonly Skete[]): Promise<Uuid[]>
  /** A receiver with a subscription that has been proved. */
  abonner(
    nyt?: Partial<Nyt>,
    ejer?: Kilde,
  ): Promise<{ readonly id: Uuid; readonly hemmelighed: string; readonly modtager: Modtager }>
  close(): Promise<void>
}

const ALT = { form: 'cloudevent', formaal: 'notifikation', arter: [], haendelser: [], kommuner: [], kle: [] } as const

export async function createHaendelsesbed(): Promise<Haendelsesbed> {
  const base = await createTestDatabase()
  const mappe = mkdtempSync(join(tmpdir(), 'bbhaendelser-'))
  const noegler = createNoegler(join(mappe, 'noegler'))
  const ur = createUr('2026-11-22T10:00:00Z')
  const kilder = await createKilderegister(base.db, ur)
  for (const kilde of Object.values(KILDER)) await kilder.save(kilde)
  const deps: Leveringsdeps = {
    db: base.db,
    clock: ur,
    noegler,
    url: 'https://borgerblikket.example',
    lokal: true,
    fristMs: 400,
    terning: () => 0.5,
  }
  const modtagere: Modtager[] = []
  return {
    base,
    deps,
    ur,
    noegler,
    kilder,
    udsender: createUdsender(deps),
    newUdsender: () => createUdsender(deps),
    skete: (...haendelser) => insertHaendelser((tekst, vaerdier) => base.asOwner(tekst, vaerdier), ur.now(), haendelser),
    abonner: async (nyt = {}, ejer = KILDER.a) => {
      const modtager = await startModtager()
      modtagere.push(modtager)
      const svar = await createAbonnement(deps, ejer, { ...ALT, navn: 'Prøve', url: modtager.url, ...nyt })
      if (!svar.ok) throw new Error(svar.afvisning)
      const { abonnement, hemmelighed } = svar.value
      modtager.give(hemmelighed)
      const bevist = await proveModtager(deps, ejer.id, abonnement.id)
      if (!bevist.ok) throw new Error(bevist.afvisning)
      return { id: abonnement.id, hemmelighed, modtager }
    },
    close: async () => {
      await Promise.all(modtagere.map((modtager) => modtager.close()))
      await base.close()
      rmSync(mappe, { recursive: true, force: true })
    },
  }
}

/** Rows of the outbox, in order. */
export async function insertHaendelser(
  run: (tekst: string, vaerdier: unknown[]) => Promise<unknown>,
  tid: string,
  haendelser: readonly Skete[],
): Promise<Uuid[]> {
  const objekter: Uuid[] = []
  for (const led of haendelser) {
    const { objekt = newUuid(), art = 'sag', haendelse = 'importeret', master = KILDER.b.id, udenNotifikation = false } = led
    const { kommune = KORSBAEK, kle = '27.35.04' } = led
    await run(
      `INSERT INTO udbakke (tid, objekt_id, tidspunkt, art, haendelse, master, kommune, kle, uden_notifikation)
       VALUES ($1, $2, $1, $3, $4, $5, $6, $7, $8)`,
      [tid, objekt, art, haendelse, master, kommune, kle, udenNotifikation],
    )
    objekter.push(objekt)
  }
  return objekter
}

/** A connection of the owner's own, for a transaction that stays open. */
export async function openForbindelse(base: Testdatabase): Promise<pg.Client> {
  const client = new pg.Client({ ...base.ejer, ssl: base.ejer.ssl ?? false })
  await client.connect()
  return client
}
