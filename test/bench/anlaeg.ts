import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openSystem, type System } from '#compose'
import { readAppAdgangskode, readConfig } from '#config'
import type { Forbindelse } from '../../src/platform/database/index.ts'
import { freePort } from '../byggere/port.ts'

/** What the bench works on: an own database (or DATABASE_URL's), and servers started on it. */
export type Anlaeg = {
  readonly system: System
  /** How the tables' owner and the application log in. */
  readonly ejer: Forbindelse
  readonly app: Forbindelse
  readonly asOwner: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  readonly startServer: (log: 'varig' | 'straks', nodeFlag?: readonly string[]) => Promise<Benchserver>
  readonly close: () => Promise<void>
}

export type Benchserver = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> }

const egen = (): string => {
  const mappe = mkdtempSync(join(tmpdir(), 'borgerblikket-bench-'))
  chmodSync(mappe, 0o711)
  return mappe
}

/** Opens the database in a folder of its own, which goes away with `close`; in `behold`, where that is named, and then it stays. */
export async function openAnlaeg(behold?: string): Promise<Anlaeg> {
  const mappe = behold ?? egen()
  const system = await openSystem(readConfig({ DATABASE_URL: process.env['DATABASE_URL'], BORGERBLIKKET_DATA: mappe }))
  const { ejer } = system
  const rolle = `${ejer.database}_app`.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_')
  const app = { ...ejer, user: rolle, password: readAppAdgangskode(mappe) }
  const owner = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false })
  owner.on('error', () => undefined)
  await owner.connect()
  const servere = new Set<Benchserver>()
  return {
    system,
    ejer,
    app,
    asOwner: async (text, values = []) => (await owner.query<Record<string, unknown>>(text, values)).rows,
    startServer: async (log, nodeFlag = []) => {
      const server = await startBenchserver(ejer, mappe, log, nodeFlag)
      servere.add(server)
      return server
    },
    close: async () => {
      for (const server of servere) await server.stop()
      await owner.end()
      await system.close()
      if (behold === undefined) rmSync(mappe, { recursive: true, force: true })
    },
  }
}

/** As `npm start` gives it (scripts/koer.mjs). */
const SERVERFLAG = '--max-old-space-size=384'

async function startBenchserver(
  ejer: Forbindelse,
  mappe: string,
  log: string,
  nodeFlag: readonly string[],
): Promise<Benchserver> {
  const port = await freePort('127.0.0.1')
  const barn = fork(join(import.meta.dirname, 'server.ts'), [log], {
    execArgv: [SERVERFLAG, ...nodeFlag],
    env: { ...process.env, DATABASE_URL: toUrl(ejer), BORGERBLIKKET_DATA: mappe, PORT: String(port), HOST: '127.0.0.1' },
  })
  const klar = await Promise.race([once(barn, 'message').then(() => true), once(barn, 'exit').then(() => false)])
  if (!klar) throw new Error('The server that was to be measured did not start')
  return { url: `http://127.0.0.1:${port}`, pid: barn.pid ?? 0, stop: () => stopBarn(barn) }
}

async function stopBarn(barn: ChildProcess): Promise<void> {
  if (barn.exitCode !== null || barn.signalCode !== null) return
  barn.kill('SIGTERM')
  await once(barn, 'exit')
}

const toUrl = ({ host, port, database, user, password, ssl }: Forbindelse): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}${ssl ? '&sslmode=require' : ''}`

/** The processes of the database that belong to this machine. */
export async function databasePider({ asOwner }: Anlaeg): Promise<number[]> {
  const raekker = await asOwner('SELECT pid FROM pg_stat_activity')
  return raekker.map((raekke) => Number(raekke['pid']))
}
