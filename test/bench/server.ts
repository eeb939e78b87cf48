import type { Logskriver } from '#adgangslog'
import { createApp, openSystem } from '#compose'
import { readConfig } from '#config'

/**
 * The server that is measured, in a process of its own, on a database that the bench has filled. With `straks` as argument the log answers
 * without writing: wired here, so that the product has no switch for it.
 */
const STRAKS: Logskriver = { append: async () => undefined }
const INGEN_BROKER = { udsteder: 'http://127.0.0.1:9', klientId: 'bench', klientHemmelighed: 'bench' }

const config = readConfig(process.env)
const system = await openSystem(config)
const app = await createApp(process.argv.includes('straks') ? { ...system, log: STRAKS } : system, INGEN_BROKER)
await app.listen({ port: config.port, host: config.host })
process.send?.('klar')
process.on('SIGTERM', async () => {
  await app.close()
  await system.close()
  process.exit(0)
})
