import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Forbindelse } from '#platform/database'
import { requireFreePort } from '../../src/koersel.ts'

/** The program as a process of its own, as an operator runs it: for what can only be seen from outside. Linux, since it looks in /proc. */

const ROD = fileURLToPath(new URL('../..', import.meta.url))

export type Serverproces = {
  readonly url: string
  readonly pid: number
  /** All that it has written to stdout and stderr. */
  readonly ord: () => string
  /** When it has ended: the exit code, or the signal's name. */
  readonly slut: Promise<number | string>
  readonly kill: (signal: NodeJS.Signals) => boolean
}

/**
 * The path of a data folder, not made yet, in a new folder that the embedded server's account may pass through; the program's temporary files
 * stand beside it, so that what it leaves behind can be seen. To be removed by the caller.
 */
export function makeMappe(navn = 'bbproces-'): string {
  const mappe = mkdtempSync(join(tmpdir(), navn))
  chmodSync(mappe, 0o711)
  mkdirSync(join(mappe, 'tmp'))
  chmodSync(join(mappe, 'tmp'), 0o1777)
  return join(mappe, 'data')
}

export function removeMappe(dataMappe: string): void {
  rmSync(join(dataMappe, '..'), { recursive: true, force: true })
}

/** A port that nobody listens at, below those that the machine gives to outgoing connections, so that it is free at a restart too. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    try {
      await requireFreePort(port, 'localhost')
      return port
    } catch {
      // Taken: another is tried.
    }
  }
}

/** What `npm start` gives Node, out of the script itself. */
function readNodevalg(): { readonly flag: readonly string[]; readonly miljoe: Readonly<Record<string, string>> } {
  const tekst = readFileSync(join(ROD, 'scripts/koer.mjs'), 'utf8')
  const flag = /SERVERFLAG = '(\S+)'/.exec(tekst)?.[1]
  const unge = /--max-semi-space-size=\d+/.exec(tekst)?.[0]
  if (!flag || !unge) throw new Error('scripts/koer.mjs no longer says what the server is started with')
  return {
    flag: [flag],
    miljoe: { NODE_OPTIONS: unge, NODE_COMPILE_CACHE: join(ROD, 'node_modules', '.cache', 'borgerblikket') },
  }
}

/** Starts the program; does not wait for it. The environment is the caller's own without what configures the program. */
export function startProces(
  miljoe: Readonly<Record<string, string>>,
  valg: { readonly kommando?: readonly string[]; readonly uid?: number } = {},
): Serverproces {
  const rent = Object.fromEntries(
    Object.entries(process.env).filter(([navn]) => !/^(DATABASE_URL|PORT|HOST|BORGERBLIKKET_|MITID_|VITEST|NODE_)/.test(navn)),
  )
  const mappe = miljoe['BORGERBLIKKET_DATA']
  const { flag, miljoe: nodemiljoe } = readNodevalg()
  const barn: ChildProcess = spawn(process.execPath, [...flag, join(ROD, 'src/main.ts'), ...(valg.kommando ?? ['start'])], {
    cwd: ROD,
    env: {
      ...rent,
      ...nodemiljoe,
      BORGERBLIKKET_BORGERE: '0',
      ...(mappe ? { TMPDIR: join(mappe, '..', 'tmp') } : {}),
      ...miljoe,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(valg.uid === undefined ? {} : { uid: valg.uid, gid: valg.uid }),
  })
  const dele: string[] = []
  for (const stroem of [barn.stdout, barn.stderr]) stroem?.on('data', (del: Buffer) => dele.push(del.toString()))
  const slut = new Promise<number | string>((resolve) => barn.once('close', (kode, signal) => resolve(kode ?? signal ?? -1)))
  return {
    url: `http://localhost:${miljoe['PORT'] ?? 8080}`,
    pid: barn.pid ?? 0,
    ord: () => dele.join(''),
    slut,
    kill: (signal) => barn.kill(signal),
  }
}

/** Waits until the front page answers 200. Throws with what the program said where it ends, or `hoejstMs` pass. */
export async function untilServing(proces: Serverproces, hoejstMs = 60_000): Promise<void> {
  let endt: number | string | undefined
  void proces.slut.then((kode) => {
    endt = kode
  })
  const sidst = Date.now() + hoejstMs
  while (Date.now() < sidst) {
    if (endt !== undefined) throw new Error(`The server ended with ${endt}: ${proces.ord()}`)
    if ((await statusOf(`${proces.url}/`)) === 200) return
    await wait(20)
  }
  throw new Error(`The server does not serve after ${hoejstMs} ms: ${proces.ord()}`)
}

/** The status that an address answers, or 0 where nobody answers. */
export function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    const svar = get(url, { agent: false, timeout: 5_000 }, (ind) => {
      ind.resume()
      ind.once('end', () => resolve(ind.statusCode ?? 0))
      ind.once('error', () => resolve(0))
    })
    svar.once('error', () => resolve(0))
    svar.once('timeout', () => svar.destroy())
  })
}

/** Asks for the orderly end and waits for it. */
export async function stopProces(proces: Serverproces): Promise<number | string> {
  proces.kill('SIGTERM')
  return proces.slut
}

/** Where the embedded server stands, out of its own pid file; undefined where it does not run. */
export function findPostgres(dataMappe: string): { readonly pid: number; readonly sokkel: string } | undefined {
  const fil = join(dataMappe, 'pg', 'postmaster.pid')
  if (!existsSync(fil)) return undefined
  const [pid, , , , sokkel] = readFileSync(fil, 'utf8').split('\n')
  return pid && sokkel ? { pid: Number(pid), sokkel } : undefined
}

/** How the owner and the application log in to the embedded server of a folder. Throws where it does not run. */
export function forbindelserOf(dataMappe: string): { readonly ejer: Forbindelse; readonly app: Forbindelse } {
  const postgres = findPostgres(dataMappe)
  if (!postgres) throw new Error('The embedded server does not run')
  const faelles = { host: postgres.sokkel, port: 5432, database: 'borgerblikket' }
  const password = (navn: string) => readFileSync(join(dataMappe, 'noegler', navn), 'utf8').trim()
  return {
    ejer: { ...faelles, user: 'borgerblikket_ejer', password: password('pg-adgangskode') },
    app: { ...faelles, user: 'borgerblikket_app', password: password('app-adgangskode') },
  }
}

export type Proces = { readonly pid: number; readonly ppid: number; readonly kommando: string }

/** All processes of the machine that are not zombies. */
export function listProcesser(): Proces[] {
  return readdirSync('/proc')
    .filter((navn) => /^\d+$/.test(navn))
    .flatMap((navn) => {
      try {
        const stat = readFileSync(`/proc/${navn}/stat`, 'utf8')
        const [tilstand, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        if (tilstand === 'Z') return []
        const kommando = readFileSync(`/proc/${navn}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return [{ pid: Number(navn), ppid: Number(ppid), kommando }]
      } catch {
        // Ended while we looked.
        return []
      }
    })
}

/** The backends that serve the application on this server. */
export const listBackends = (postmaster: number): Proces[] =>
  listProcesser().filter(({ ppid, kommando }) => ppid === postmaster && kommando.includes('borgerblikket_app'))

/** What still runs, or stands in the folder for temporary files, when the program has ended. */
export function findRester(dataMappe: string): string[] {
  const processer = listProcesser().filter(({ kommando }) => kommando.includes(`-D ${join(dataMappe, 'pg')}`))
  const filer = readdirSync(join(dataMappe, '..', 'tmp')).filter((navn) => navn.startsWith('bb-'))
  return [...processer.map(({ pid, kommando }) => `${pid} ${kommando}`), ...filer]
}
