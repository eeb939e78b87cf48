import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Opstartsfejl } from '#platform/database'

/** One run of the program, from the first resource opened until the last is closed, in the reverse order, whoever asks for the end. */
export type Koersel = {
  /** Aborted as soon as the end is asked for: what takes long looks at it. */
  readonly signal: AbortSignal
  /** Notes how what was just opened is closed. Closes it at once, and throws, where the end was asked for in the meantime. */
  opened(close: () => Promise<void>): Promise<void>
  /** Ends the run with a fault that came up by itself. */
  fail(fejl: Opstartsfejl): void
}

const VENT_PAA_START_MS = 3_000

/**
 * Runs `work` as something that can be ended at any time, also while it starts: by SIGINT, SIGTERM or SIGHUP, which end the process with
 * code 0. Whatever was opened is closed when it fails or is ended. `forever`: it goes on after `work` has answered. Throws what `work`
 * throws, and what it is failed with.
 */
export async function runKoersel(work: (koersel: Koersel) => Promise<void>, { forever = false } = {}): Promise<void> {
  const { koersel, stop, fejlet } = createKoersel()
  const igang = work(koersel)
  const settled = igang.catch(() => undefined)
  // A second Ctrl-C is the same end: what is being written is written to the end, and everything is bounded in time.
  const end = async (): Promise<void> => {
    await stop()
    await Promise.race([settled, wait(VENT_PAA_START_MS)])
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
  // A closed terminal takes no more words; that is no reason to leave a database behind.
  for (const stroem of [process.stdout, process.stderr]) stroem.on('error', () => undefined)
  try {
    await Promise.race([igang, fejlet])
    if (forever) await fejlet
    await stop()
  } catch (error) {
    // What fails because it was ended has nothing to tell.
    const afbrudt = koersel.signal.aborted
    await stop()
    if (!afbrudt) throw error
  }
}

function createKoersel(): { koersel: Koersel; stop: () => Promise<void>; fejlet: Promise<never> } {
  const afbryd = new AbortController()
  const lukkere: (() => Promise<void>)[] = []
  const { promise: fejlet, reject: fail } = Promise.withResolvers<never>()
  fejlet.catch(() => undefined)
  let slut: Promise<void> | undefined
  /** All of them, also where one cannot be: the database least of all may be left behind. Throws what the first threw. */
  const closeAll = async (): Promise<void> => {
    const fejl: unknown[] = []
    for (const close of lukkere.reverse()) await close().catch((en: unknown) => fejl.push(en))
    if (fejl.length > 0) throw fejl[0]
  }
  const opened = async (close: () => Promise<void>): Promise<void> => {
    if (!slut) {
      lukkere.push(close)
      return
    }
    await close()
    throw new Opstartsfejl('Starten blev afbrudt.')
  }
  const stop = (): Promise<void> => {
    afbryd.abort()
    slut ??= closeAll()
    return slut
  }
  return { koersel: { signal: afbryd.signal, opened, fail }, stop, fejlet }
}

/** Throws Opstartsfejl where somebody listens at the port already. Nothing is held: it is only asked. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host, exclusive: true }, resolve)
    })
  } catch (error) {
    throw toPortfejl(error, port, host)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

/** A port that cannot be had, as one sentence; other faults as they are. */
export function toPortfejl(error: unknown, port: number, host: string): unknown {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new Opstartsfejl(`Port ${port} er optaget: stop det, der bruger den, eller vælg en anden med PORT.`)
    case 'EACCES':
      return new Opstartsfejl(`Port ${port} må kun bruges af root: vælg en anden med PORT.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Opstartsfejl(`${host} er ingen adresse på denne maskine: ret HOST.`)
    default:
      return error
  }
}
