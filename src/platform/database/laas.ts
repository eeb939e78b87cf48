import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { Opstartsfejl } from './opstartsfejl.ts'

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
