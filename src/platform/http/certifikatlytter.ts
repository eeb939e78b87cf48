import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { FastifyInstance } from 'fastify'
import { Opstartsfejl } from '#platform/database'

export type Certifikatopsaetning = {
  readonly port: number
  readonly host: string
  /** Files in PEM form. */
  readonly certifikat: string
  readonly noegle: string
  /** Who must have issued the callers' certificates; undefined: anybody, since a caller is known by the certificate's own hash. */
  readonly ca: string | undefined
}

/** What callers with a certificate may ask for; the citizen's pages and data are not here. */
const TIL_FAGSYSTEMER = /^\/(soap\/|api\/v1\/(?!mig\/|drift\/))/

/**
 * A second listener on the same app that asks each caller for a certificate (mutual TLS); it closes with the app. Throws Opstartsfejl where
 * the files cannot be read or the port is taken.
 */
export async function listenWithCertificates(app: FastifyInstance, opsaetning: Certifikatopsaetning): Promise<Server> {
  const server = createTlsServer(opsaetning, (request, reply) => {
    if (TIL_FAGSYSTEMER.test(request.url ?? '')) app.routing(request, reply)
    else reply.writeHead(404, { 'cache-control': 'no-store' }).end()
  })
  await app.ready()
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(new Opstartsfejl(`Port ${opsaetning.port} er optaget: vælg en anden med FAGSYSTEM_TLS_PORT.`)),
    )
    server.listen(opsaetning.port, opsaetning.host, resolve)
  })
  return server
}

function createTlsServer({ certifikat, noegle, ca }: Certifikatopsaetning, answer: Parameters<typeof createServer>[1]): Server {
  const valg: ServerOptions = {
    cert: readPem('FAGSYSTEM_TLS_CERTIFIKAT', certifikat),
    key: readPem('FAGSYSTEM_TLS_NOEGLE', noegle),
    ...(ca === undefined ? {} : { ca: readPem('FAGSYSTEM_TLS_CA', ca) }),
    requestCert: true,
    rejectUnauthorized: ca !== undefined,
    minVersion: 'TLSv1.2',
    requestTimeout: 120_000,
    handshakeTimeout: 10_000,
  }
  try {
    const server = createServer(valg, answer)
    server.setTimeout(150_000)
    return server
  } catch {
    throw new Opstartsfejl('FAGSYSTEM_TLS_CERTIFIKAT og FAGSYSTEM_TLS_NOEGLE hører ikke sammen, eller de er ikke i PEM-form.')
  }
}

function readPem(variabel: string, fil: string): Buffer {
  try {
    return readFileSync(fil)
  } catch {
    throw new Opstartsfejl(`${variabel}: ${fil} kan ikke læses.`)
  }
}

/** Stops taking calls, lets those under way end, and cuts those that idle. */
export const closeListener = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  })
