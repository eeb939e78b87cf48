import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Opstartsfejl } from './opstartsfejl.ts'
import { makeClosed, type PgBruger, type PgMapper } from './pg-bruger.ts'

/** The embedded server as a process: made, started, stopped, and taken over from a parent that was killed. */

export const SOKKELMAPPE = 'bb-'
const SOKKELPORT = 5432

/** Makes the cluster. Throws Opstartsfejl with the last that initdb said. */
export function initialise(
  mapper: PgMapper,
  valg: { ejer: string; password: string; sokkel: string },
  bruger: PgBruger | undefined,
): void {
  const pwfil = join(valg.sokkel, 'pw')
  writeFileSync(pwfil, valg.password, { mode: 0o600 })
  if (bruger) chownSync(pwfil, bruger.uid, bruger.gid)
  const svar = spawnSync(
    join(mapper.binaer, 'bin', 'initdb'),
    [
      '-D',
      mapper.data,
      '-U',
      valg.ejer,
      '--auth=scram-sha-256',
      `--pwfile=${pwfil}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { ...bruger, encoding: 'utf8', cwd: valg.sokkel },
  )
  rmSync(pwfil, { force: true })
  if (svar.status !== 0)
    throw new Opstartsfejl(
      `Databasen kunne ikke oprettes i ${mapper.data}: ${(svar.stderr || String(svar.error)).trim().split('\n').at(-1)}`,
    )
}

/** Starts the server; does not wait until it answers. Throws Opstartsfejl where the program cannot be run at all. */
export async function startServer(mapper: PgMapper, sokkel: string, bruger: PgBruger | undefined): Promise<ChildProcess> {
  const log = openSync(join(makeClosed(join(mapper.data, 'log'), bruger), 'server.log'), 'a', 0o600)
  const indstillinger = {
    listen_addresses: '',
    unix_socket_directories: sokkel,
    unix_socket_permissions: '0700',
    port: String(SOKKELPORT),
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
  const server = spawn(join(mapper.binaer, 'bin', 'postgres'), ['-D', mapper.data, ...flag], {
    ...bruger,
    cwd: sokkel,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await new Promise<void>((resolve, reject) => {
    server.once('spawn', resolve)
    server.once('error', (fejl: { code?: string }) =>
      reject(new Opstartsfejl(`Den indbyggede PostgreSQL kan ikke køres (${fejl.code}): slet node_modules, og prøv igen.`)),
    )
  })
  // However this process ends, short of kill -9, the server is asked to stop: its socket is ours alone.
  const onExit = () => server.kill('SIGINT')
  process.once('exit', onExit)
  server.once('exit', () => process.removeListener('exit', onExit))
  return server
}

/** False where the data were made by another major version, which PostgreSQL refuses to read. */
export function isSameVersion({ data, binaer }: PgMapper): boolean {
  const { stdout } = spawnSync(join(binaer, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })
  return /(\d+)/.exec(stdout)?.[1] === readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
}

export const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null

/** Stops in order: connections are ended and what is in memory is written; after 20 seconds at once, to be mended at the next start. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  const slut = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT')
  const naaet = await Promise.race([slut.then(() => true), wait(20_000, false, { ref: false })])
  if (!naaet) server.kill('SIGQUIT')
  await slut
}

/**
 * A server that outlived a killed parent still holds the data; the folder's lock tells that nobody else uses it, so it is stopped, and the
 * folder that its socket stood in is removed.
 */
export async function stopOrphan(data: string): Promise<void> {
  const linjer = (readIfThere(join(data, 'postmaster.pid')) ?? '').split('\n')
  const pid = Number(linjer[0])
  // A single-user server writes a negative one, which would be a whole group.
  if (!(pid > 1)) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isServerOf(pid, data)) break
    killQuietly(pid, signal)
    for (let i = 0; i < 100 && isServerOf(pid, data); i++) await wait(50)
  }
  const sokkel = linjer[4] ?? ''
  if (basename(sokkel).startsWith(SOKKELMAPPE) && dirname(sokkel) === tmpdir()) rmSync(sokkel, { recursive: true, force: true })
}

const readIfThere = (fil: string): string | undefined => (existsSync(fil) ? readFileSync(fil, 'utf8') : undefined)

/**
 * True where the process is a live PostgreSQL on this data: its number may have passed to another since, which is left alone. Told by the
 * command line, which all may read.
 */
function isServerOf(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return killQuietly(pid, 0)
  try {
    const [program = '', ...argumenter] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return basename(program) === 'postgres' && argumenter[0] === '-D' && argumenter[1] === data
  } catch {
    // Gone.
    return false
  }
}

function killQuietly(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
