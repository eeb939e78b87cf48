import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Testdatabase } from './database.ts'
import { freePort } from './port.ts'

const ROD = join(import.meta.dirname, '..', '..')

/** The program itself in a process of its own, over a test database; started as an operator would, with DATABASE_URL. */
export type Serverproces = {
  readonly origin: string
  readonly proces: ChildProcess
  /** Ends it as a power cut would. */
  draeb(): Promise<void>
  /** Ends it in order, and takes its login role away again. */
  stop(): Promise<void>
}

/** `dataMappe`: keys shared with another site on the database, so that sessions made there hold here. */
export async function startServerproces(base: Testdatabase, dataMappe: string): Promise<Serverproces> {
  const port = await freePort()
  const rolle = `${base.ejer.database}_proces_${port}`
  const { host, port: dbPort, database, user, password } = base.ejer
  const origin = `http://localhost:${port}`
  const proces = spawn(process.execPath, ['src/main.ts', 'start'], {
    cwd: ROD,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATABASE_URL: `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}&port=${dbPort}`,
      BORGERBLIKKET_DATA: dataMappe,
      BORGERBLIKKET_DATABASE_ROLLE: rolle,
      // A broker that nobody asks: an installation with one loads no demo.
      MITID_UDSTEDER: 'http://127.0.0.1:9',
      MITID_KLIENT_ID: 'proeve',
      MITID_KLIENT_HEMMELIGHED: 'proeve',
      HOST: 'localhost',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const tekst: string[] = []
  for (const stroem of [proces.stdout, proces.stderr]) stroem?.on('data', (del: Buffer) => tekst.push(del.toString()))
  await waitUntilUp(origin, proces, tekst)
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (proces.exitCode !== null || proces.signalCode !== null) return
    const slut = once(proces, 'exit')
    proces.kill(signal)
    await slut
  }
  return {
    origin,
    proces,
    draeb: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      await base.asOwner('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [rolle])
      await base.asOwner(`DROP OWNED BY ${rolle}`)
      await base.asOwner(`DROP ROLE ${rolle}`)
    },
  }
}

async function waitUntilUp(origin: string, proces: ChildProcess, tekst: readonly string[]): Promise<void> {
  for (let forsoeg = 0; forsoeg < 200; forsoeg++) {
    if (proces.exitCode !== null) throw new Error(`The server did not start: ${tekst.join('')}`)
    if (
      await fetch(`${origin}/kontakt`).then(
        (svar) => svar.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  proces.kill('SIGKILL')
  throw new Error(`The server did not answer in time: ${tekst.join('')}`)
}
