import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { createServer, type Serverdeps } from './server.ts'

let app: FastifyInstance | undefined
afterEach(() => app?.close())

/** A server that lets two requests a minute through from each caller; a caller is named by a header. */
async function start(
  valg: Partial<Serverdeps>,
): Promise<(fra: string, videresendt?: string, kalder?: string) => Promise<number>> {
  const server = await createServer({
    logniveau: 'silent',
    https: false,
    hoejstPrMinut: 2,
    proxyLed: 0,
    kalder: ({ headers }) => headers['x-kalder'] as string | undefined,
    ...valg,
  })
  app = server
  server.get('/', { config: { adgang: 'offentlig' } }, async () => 'ok')
  return async (remoteAddress, videresendt, kalder) => {
    const headers = { ...(videresendt ? { 'x-forwarded-for': videresendt } : {}), ...(kalder ? { 'x-kalder': kalder } : {}) }
    return (await server.inject({ url: '/', remoteAddress, headers })).statusCode
  }
}

test('without a proxy the address is the connection’s own, whatever is said of it', async () => {
  const ask = await start({ proxyLed: 0 })
  expect([await ask('1.1.1.1', '9.9.9.1'), await ask('1.1.1.1', '9.9.9.2'), await ask('1.1.1.1', '9.9.9.3')]).toEqual([
    200, 200, 429,
  ])
  expect(await ask('2.2.2.2')).toBe(200)
})

test('behind one proxy each citizen is counted by the address that the proxy saw, and what they write in front of it is not believed', async () => {
  const ask = await start({ proxyLed: 1 })
  expect([await ask('10.0.0.1', '1.1.1.1'), await ask('10.0.0.1', '1.1.1.1'), await ask('10.0.0.1', '1.1.1.1')]).toEqual([
    200, 200, 429,
  ])
  expect(await ask('10.0.0.1', '2.2.2.2')).toBe(200)
  expect(await ask('10.0.0.1', '3.3.3.3, 1.1.1.1')).toBe(429)
})

test('behind two proxies the address before both counts', async () => {
  const ask = await start({ proxyLed: 2 })
  const svar = [await ask('10.0.0.1', '1.1.1.1, 10.0.0.2'), await ask('10.0.0.1', '1.1.1.1, 10.0.0.2')]
  expect([...svar, await ask('10.0.0.1', '1.1.1.1, 10.0.0.2'), await ask('10.0.0.1', '2.2.2.2, 10.0.0.2')]).toEqual([
    200, 200, 429, 200,
  ])
})

test('one who is known is counted by themselves, not with the others at the address', async () => {
  const ask = await start({})
  const anna = () => ask('1.1.1.1', undefined, 'anna')
  expect([await anna(), await anna(), await anna()]).toEqual([200, 200, 429])
  expect([await ask('1.1.1.1', undefined, 'bo'), await ask('1.1.1.1'), await ask('2.2.2.2', undefined, 'anna')]).toEqual([
    200, 200, 429,
  ])
})
