import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KLIENTFILER, makeKlientfiler } from '../klient/skriv.ts'
import type { Kontrol } from './kontrol.ts'

/** The client's OpenAPI document and types are those of the routes. */
export const klient: Kontrol = {
  navn: 'klient',
  om: 'the OpenAPI document and types in klient/ are those of the routes',
  run: async (rod) => {
    const filer = await makeKlientfiler(rod)
    const gamle = (['openapi', 'skema'] as const).filter((navn) => {
      const fil = join(rod, KLIENTFILER[navn])
      return !existsSync(fil) || readFileSync(fil, 'utf8') !== filer[navn]
    })
    return { brud: gamle.map((navn) => `${KLIENTFILER[navn]} is not up to date; run: node scripts/klient.ts skriv`), set: '' }
  },
}
