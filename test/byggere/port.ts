import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** A port that was free a moment ago: for a process or a listener that must be told its port. */
export async function freePort(vaert = 'localhost'): Promise<number> {
  const server = createServer().listen(0, vaert)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
