import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { DEMOKILDER } from '../verden/index.ts'
import { startNotattagning } from './notater.ts'

/** A site that answers as `svar` does; told of each call. */
async function startSted(svar: (svaret: ServerResponse, kald: number) => void) {
  let kald = 0
  const ventende: (() => void)[] = []
  const server = createServer((_, svaret) => {
    kald++
    for (const videre of ventende.splice(0)) videre()
    svar(svaret, kald)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    adresse: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    antal: () => kald,
    naeste: () => new Promise<void>((resolve) => ventende.push(resolve)),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

test('stopping ends a call that is never answered, tells of nothing, and no call comes after', async () => {
  const sted = await startSted(() => undefined)
  const fejl: unknown[] = []
  const foerste = sted.naeste()
  const stop = startNotattagning(sted.adresse, (en) => fejl.push(en))
  await foerste
  await stop()
  expect(sted.antal()).toBe(1)
  expect(fejl).toEqual([])
  sted.close()
})

test('stopping ends an answer that has begun', async () => {
  const sted = await startSted((svaret) => {
    svaret.writeHead(200, { 'content-type': 'application/json' })
    svaret.write('{"data":[')
  })
  const foerste = sted.naeste()
  const stop = startNotattagning(sted.adresse, () => undefined)
  await foerste
  await stop()
  expect(sted.antal()).toBe(1)
  sted.close()
})

test('a source that is refused keeps no other from its notes, and is told of', async () => {
  const alle = Promise.withResolvers<void>()
  const sted = await startSted((svaret, kald) => {
    if (kald === DEMOKILDER.length) alle.resolve()
    svaret.writeHead(403, { 'content-type': 'application/problem+json' }).end('{"title":"Nej","status":403}')
  })
  const fejl: unknown[] = []
  const stop = startNotattagning(sted.adresse, (en) => fejl.push(en))
  await alle.promise
  await stop()
  expect(fejl.length).toBeGreaterThanOrEqual(DEMOKILDER.length - 1)
  sted.close()
})
