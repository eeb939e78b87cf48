import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../byggere/klient.ts'
import { somKilde } from '../byggere/levering.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A source that begins many messages and never ends them holds up nobody but itself. */

const SOAP = { sti: '/soap/sagdokumentindeks/6', type: 'application/soap+xml; charset=utf-8' }
const REST = { sti: '/api/v1/leverancer', type: 'application/x-ndjson' }
type Hvad = typeof SOAP

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ logniveau: 'silent' })
})
afterAll(() => sted.close())

const headers = (hvad: Hvad) => ({ ...somKilde('a'), 'content-type': hvad.type, 'idempotency-key': `langsom-${Math.random()}` })

/** Sends the head of a request with a large body, and of that nothing. */
function begynd(hvad: Hvad): Promise<Socket> {
  const { port, hostname } = new URL(sted.origin)
  const linjer = Object.entries({ host: 'localhost', ...headers(hvad), 'content-length': 5 * 1024 * 1024 })
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST ${hvad.sti} HTTP/1.1\r\n${linjer.map(([navn, vaerdi]) => `${navn}: ${vaerdi}\r\n`).join('')}\r\n`)
      setTimeout(() => resolve(socket), 20)
    })
    socket.on('error', reject)
  })
}

test.each([
  ['SOAP', SOAP],
  ['REST', REST],
])('%s', async (_, hvad) => {
  const aabne: Socket[] = []
  for (let i = 0; i < 110; i++) aabne.push(await begynd(hvad))
  const proev = async (kilde: 'a' | 'b') =>
    (
      await send(
        sted.origin,
        hvad.sti,
        { method: 'POST', headers: { ...headers(hvad), ...somKilde(kilde) }, body: '{}\n' },
        sted.agent,
      )
    ).status
  expect(await proev('a')).toBe(503)
  expect(await proev('b')).not.toBe(503)
  for (const socket of aabne) socket.destroy()
  await expect.poll(() => proev('a')).not.toBe(503)
})
