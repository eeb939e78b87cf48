import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, startUdbydere, wireSystem } from '#compose'
import { readConfig } from '#config'
import { systemClock } from '#platform/clock'
import { createTestDatabase, type Testdatabase } from './database.ts'
import { freePort } from './port.ts'

export type Udbydersted = {
  readonly base: Testdatabase
  readonly saml: Awaited<ReturnType<typeof startUdbydere>>['saml']
  readonly origin: string
  readonly close: () => Promise<void>
}

/** The site as `npm start` wires it, with the demo's stand-ins for municipalities' own logins and no broker that answers. */
export async function startUdbydersted(): Promise<Udbydersted> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbudbydere-'))
  const base = await createTestDatabase()
  const config = readConfig({
    PORT: String(await freePort()),
    BORGERBLIKKET_DATA: mappe,
    LOGNIVEAU: 'silent',
    HOST: 'localhost',
  })
  const system = await wireSystem({ config, ejer: base.ejer, db: base.db, clock: systemClock, close: async () => undefined })
  const udbydere = await startUdbydere(system)
  const broker = { udsteder: 'http://127.0.0.1:9', klientId: 'x', klientHemmelighed: 'x' }
  const app = await createApp(system, broker, undefined, udbydere.saml)
  await app.listen({ port: config.port, host: 'localhost' })
  return {
    base,
    saml: udbydere.saml,
    origin: config.url,
    close: async () => {
      await app.close()
      await udbydere.server.close()
      await base.close()
      rmSync(mappe, { recursive: true, force: true })
    },
  }
}
