import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastify, { type FastifyInstance } from 'fastify'
import { createClientAsync } from 'soap'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wsdlRoute } from '../faelles/wsdl.route.ts'
import { SAGDOKUMENTINDEKS } from './tjeneste.ts'

const OFFICIEL = fileURLToPath(new URL('../../../../../shared/reference/sf1470/SagDokumentIndeksService_6.wsdl', import.meta.url))

let app: FastifyInstance
let url: string
beforeAll(async () => {
  app = fastify()
  url = await app.listen({ port: 0, host: '127.0.0.1' }).then(async (foerst) => {
    // The address is known only when the first server listens; the one that is asked must name its own.
    await app.close()
    app = fastify()
    await app.register(wsdlRoute, { tjeneste: SAGDOKUMENTINDEKS, url: foerst })
    return app.listen({ port: Number(new URL(foerst).port), host: '127.0.0.1' })
  })
})
afterAll(() => app.close())

/** What the client makes of a WSDL, without the prefixes that each document chooses for itself. */
const beskriv = async (wsdl: string) => {
  const tekst = JSON.stringify((await createClientAsync(wsdl)).describe())
  const uden = tekst.replace(/"targetNSAlias":"[^"]*",?/g, '').replace(/\|[a-z0-9]+:/g, '|')
  return JSON.parse(uden) as Record<string, Record<string, Record<string, unknown>>>
}
const vores = () => beskriv(`${url}${SAGDOKUMENTINDEKS.sti}?wsdl`)

test('a SOAP client of others loads our WSDL with its imports over HTTP and finds the four operations', async () => {
  const porte = await vores()
  const operationer = porte['SagDokumentIndeksService_6']?.['SagDokumentIndeks'] ?? {}
  expect(Object.keys(operationer).sort()).toEqual(['fjern', 'fremsoeg', 'importer', 'opdater'])
})

test.skipIf(!existsSync(OFFICIEL))(
  'the client sees the same service in ours as in the official one (skipped where that is not at hand)',
  async () => {
    expect(await vores()).toEqual(await beskriv(OFFICIEL))
  },
)

test('no other file is served by the name of a schema', async () => {
  for (const fil of ['sagdokumentindeks.wsdl', '..%2ftjeneste.ts', '__proto__', 'toString'])
    expect((await fetch(`${url}${SAGDOKUMENTINDEKS.sti}/xsd/${fil}`)).status).toBe(404)
  expect((await fetch(`${url}${SAGDOKUMENTINDEKS.sti}/xsd/faelles.xsd`)).status).toBe(200)
})
