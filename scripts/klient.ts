import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KLIENTFILER, makeKlientfiler } from './klient/skriv.ts'

/**
 * The typed client. `node scripts/klient.ts skriv` writes its OpenAPI document and types anew from the routes; `node scripts/klient.ts byg` makes
 * klient/dist of its sources: JavaScript with types.
 */
const ROD = fileURLToPath(new URL('..', import.meta.url))

async function skriv(): Promise<number> {
  const filer = await makeKlientfiler(ROD)
  for (const navn of ['openapi', 'skema'] as const) {
    writeFileSync(join(ROD, KLIENTFILER[navn]), filer[navn])
    console.log(`${KLIENTFILER[navn]} is written.`)
  }
  return 0
}

function byg(): number {
  rmSync(join(ROD, 'klient/dist'), { recursive: true, force: true })
  const tsc = join(ROD, 'klient/node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(ROD, 'klient')], { stdio: 'inherit' })
  if (status === 0) console.log('klient/dist is made.')
  return status ?? 1
}

const [hvad] = process.argv.slice(2)
if (hvad === 'skriv') process.exitCode = await skriv()
else if (hvad === 'byg') process.exitCode = byg()
else {
  console.error('Usage: node scripts/klient.ts skriv|byg')
  process.exitCode = 2
}
