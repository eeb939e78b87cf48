import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, openSystem } from '#compose'
import { readConfig } from '#config'

/** The files that are made of the running routes, by their path from the root. */
export const KLIENTFILER = { openapi: 'klient/openapi.json', skema: 'klient/src/skema.ts' } as const

/** What `klient/` is made of: the OpenAPI document of the routes as they are registered, and its types. Nothing listens. */
export async function makeKlientfiler(rod: string): Promise<Readonly<Record<keyof typeof KLIENTFILER, string>>> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbklient-'))
  // As root the database runs under another account, which must be able to reach its folder.
  chmodSync(mappe, 0o711)
  try {
    const openapi = `${JSON.stringify(await readOpenapi(join(mappe, 'data')), null, 2)}\n`
    const fil = join(mappe, 'openapi.json')
    writeFileSync(fil, openapi)
    return { openapi, skema: makeTyper(rod, fil, join(mappe, 'skema.ts')) }
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

async function readOpenapi(dataMappe: string): Promise<unknown> {
  const config = readConfig({ BORGERBLIKKET_DATA: dataMappe, LOGNIVEAU: 'silent', MODTAGELSE_TRAADE: '0' })
  const system = await openSystem(config)
  try {
    const app = await createApp(system, { udsteder: 'http://127.0.0.1:9', klientId: 'ingen', klientHemmelighed: 'ingen' })
    try {
      return (await app.inject('/api/v1/openapi.json')).json()
    } finally {
      await app.close()
    }
  } finally {
    await system.close()
  }
}

/** Throws Error with what the program said where it could not read the document. */
function makeTyper(rod: string, openapi: string, ud: string): string {
  const program = join(rod, 'klient/node_modules/openapi-typescript/bin/cli.js')
  const flag = ['--root-types', '--root-types-no-schema-prefix']
  const svar = spawnSync(process.execPath, [program, openapi, '-o', ud, ...flag], { encoding: 'utf8' })
  if (svar.status !== 0) throw new Error(`openapi-typescript: ${svar.stderr}`)
  return readFileSync(ud, 'utf8')
}
