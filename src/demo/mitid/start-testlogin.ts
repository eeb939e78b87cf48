import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Opstartsfejl } from '#platform/database'
import { createProvider, SESSION_COOKIES, type Testklient } from './provider.ts'
import type { Testmedarbejder } from './testmedarbejder.ts'
import type { Testperson } from './testperson.ts'
import { handleValg, send, VALG, type Valgte } from './valg.ts'
import { fejlSide } from './valg.view.ts'

export type Testlogin = {
  /** The issuer that the site is configured with. */
  readonly udsteder: string
  close(): Promise<void>
}

/**
 * Starts the stand-in for MitID at 127.0.0.1, on a port of its own (0: any free one). Cookies take no notice of ports, so the site stands
 * at localhost. Throws Opstartsfejl where the port is taken.
 */
export async function startTestlogin(valg: {
  readonly port: number
  readonly klient: Testklient
  readonly personer: readonly Testperson[]
  /** Whom one can be at work; none where they are left out. */
  readonly medarbejdere?: readonly Testmedarbejder[]
}): Promise<Testlogin> {
  const server = createServer()
  server.listen(valg.port, '127.0.0.1')
  await once(server, 'listening').catch(() => {
    throw new Opstartsfejl(`Port ${valg.port} er optaget, så testlogin kan ikke starte: vælg en anden port.`)
  })
  const udsteder = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const valgte: Valgte = new Map()
  const provider = await createProvider(udsteder, valg.klient, valgte)
  const protokol = provider.callback()
  server.on('request', (req, res) => {
    if (req.url?.startsWith('/auth')) req.headers.cookie = withoutSession(req.headers.cookie)
    if (!req.url?.startsWith(VALG)) return void protokol(req, res)
    handleValg(provider, { valgte, personer: valg.personer, medarbejdere: valg.medarbejdere ?? [] }, req, res).catch(async () =>
      send(res, 500, await fejlSide('fejl')),
    )
  })
  return {
    udsteder,
    close: async () => {
      const lukket = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await lukket
    },
  }
}

/**
 * Every login starts afresh: nobody is let in on the login of the one before, and a change of person needs none of the provider's own
 * pages, which need JavaScript.
 */
const withoutSession = (cookies: string | undefined): string =>
  (cookies ?? '')
    .split('; ')
    .filter((cookie) => !SESSION_COOKIES.some((navn) => cookie.startsWith(`${navn}=`)))
    .join('; ')
