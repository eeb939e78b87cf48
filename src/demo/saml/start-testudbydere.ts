import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeNoeglepar } from '#platform/crypto'
import { Opstartsfejl } from '#platform/database'
import { fejlSide } from '../mitid/valg.view.ts'
import type { Testudbyder } from './testsagsbehandler.ts'
import { createUdbyder, type Udbyder } from './udbyder.ts'
import { udbyderside, VIDERE, videreside } from './udbyder.view.ts'

export type Testudbydere = {
  /** Each provider's metadata, as the site reads them. */
  readonly metadata: readonly { readonly udbyder: Testudbyder; readonly xml: string }[]
  close(): Promise<void>
}

const HOEJST_BYTES = 16_384
type Stillet = { readonly udbyder: Testudbyder; readonly protokol: Udbyder }

/**
 * Starts stand-ins for municipalities' own logins at 127.0.0.1, on a port of their own (0: any free one), with a key of their own each that lives as
 * long as they. `sted` is the site's metadata. Throws Opstartsfejl where the port is taken.
 */
export async function startTestudbydere(valg: {
  readonly port: number
  readonly sted: string
  readonly udbydere: readonly Testudbyder[]
  readonly rollebase: string
}): Promise<Testudbydere> {
  const [noegler, server] = await Promise.all([
    Promise.all(valg.udbydere.map(({ navn }) => makeNoeglepar(navn))),
    listen(valg.port),
  ])
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stillede = new Map<string, Stillet>()
  for (const [nr, udbyder] of valg.udbydere.entries()) {
    const par = noegler[nr]
    const adresse = `${origin}/${udbyder.noegle}`
    if (par)
      stillede.set(udbyder.noegle, {
        udbyder,
        protokol: createUdbyder({ udbyder, par, adresse, stedmetadata: valg.sted, rollebase: valg.rollebase }),
      })
  }
  const svarsted = /AssertionConsumerService [^>]*Location="([^"]+)"/.exec(valg.sted)?.[1] ?? ''
  server.on('request', (req, res) => {
    handle(stillede, svarsted, req, res).catch(async () => send(res, 500, await fejlSide('fejl')))
  })
  return {
    metadata: [...stillede.values()].map(({ udbyder, protokol }) => ({ udbyder, xml: protokol.metadata })),
    close: async () => {
      const lukket = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await lukket
    },
  }
}

async function listen(port: number) {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch(() => {
    throw new Opstartsfejl(`Port ${port} er optaget, så kommunernes testlogin kan ikke starte: vælg en anden port.`)
  })
  return server
}

async function handle(
  stillede: ReadonlyMap<string, Stillet>,
  svarsted: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const [sti = '', raa = ''] = (req.url ?? '').split('?')
  if (sti === VIDERE.sti) {
    res.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' })
    res.end(VIDERE.script)
    return undefined
  }
  const [, noegle = '', handling] = sti.split('/')
  const stillet = stillede.get(noegle)
  if (!stillet) return send(res, 404, await fejlSide('ukendt'))
  const { udbyder, protokol } = stillet
  if (handling === 'login' && req.method === 'GET') {
    const kendt = await protokol.readLogin({ raa })
    return kendt
      ? send(res, 200, await udbyderside(udbyder, `/${noegle}/valg`, raa))
      : send(res, 400, await fejlSide('anmodning'))
  }
  if (handling === 'valg' && req.method === 'POST') return choose(stillet, svarsted, req, res)
  if (handling === 'logud' && req.method === 'GET') {
    const videre = await protokol.readLogud({ raa })
    if (videre === undefined) return send(res, 400, await fejlSide('log ud'))
    res.writeHead(303, { location: videre, 'cache-control': 'no-store' })
    res.end()
    return undefined
  }
  return send(res, 404, await fejlSide('ukendt'))
}

/** The choice goes along with the request that it answers, whose signature is checked once more. */
async function choose(
  { udbyder, protokol }: Stillet,
  svarsted: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const form = await readForm(req)
  const paa = await protokol.readLogin({ raa: form.get('query') ?? '' })
  const person = udbyder.folk[Number(form.get('medarbejder') ?? Number.NaN)]
  if (paa === undefined || !person) return send(res, 400, await fejlSide('valg'))
  return send(res, 200, await videreside(svarsted, await protokol.svar(paa, person)))
}

async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  let tekst = ''
  for await (const del of req) {
    tekst += String(del)
    if (tekst.length > HOEJST_BYTES) return new URLSearchParams()
  }
  return new URLSearchParams(tekst)
}

function send(res: ServerResponse, status: number, side: { toString(): string }): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  res.end(String(side))
}
