import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { Opstartsfejl } from './opstartsfejl.ts'

/**
 * The folder for data, made where it is not there; others may pass through it to the server's own closed folder, while the keys stand in a
 * closed one beside it. Throws Opstartsfejl where it cannot be made or written in.
 */
export function ensureDataMappe(mappe: string): void {
  try {
    mkdirSync(mappe, { recursive: true, mode: 0o711 })
    accessSync(mappe, constants.W_OK | constants.X_OK)
  } catch (error) {
    const kode = (error as { code?: string }).code ?? 'ukendt fejl'
    throw new Opstartsfejl(`Der kan ikke skrives i datamappen ${mappe} (${kode}): vælg en anden mappe med BORGERBLIKKET_DATA.`)
  }
}

/**
 * Holds a folder for this process alone until it ends, however it ends: an abstract socket on Linux, which the kernel frees with the
 * process, so a kill -9 leaves no stale lock. Throws Opstartsfejl where another process holds it.
 */
export async function lockFolder(mappe: string): Promise<Server> {
  const sti = realpathSync(mappe)
  const navn = createHash('sha256').update(sti).digest('hex').slice(0, 32)
  const server = createServer((socket) => socket.destroy())
  server.unref()
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(
        new Opstartsfejl(
          `Borgerblikket kører allerede med data i ${sti}. Stop den anden først, eller vælg en anden mappe med BORGERBLIKKET_DATA.`,
        ),
      ),
    )
    server.listen(process.platform === 'linux' ? `\0borgerblikket-${navn}` : join(sti, 'laas.sock'), resolve)
  })
  return server
}

/** Throws Opstartsfejl where another process holds the folder; changes nothing. */
export async function requireUnlocked(mappe: string): Promise<void> {
  if (!existsSync(mappe)) return
  const laas = await lockFolder(mappe)
  await new Promise((resolve) => laas.close(resolve))
}
