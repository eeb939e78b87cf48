import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { skrivFejlkatalog } from '../fejlkatalog/skriv.ts'
import type { Kontrol } from './kontrol.ts'

const FIL = 'docs/tilslutning/fejlkatalog.md'

/** The vendors' error catalogue says what the rules say. */
export const fejlkatalog: Kontrol = {
  navn: 'fejlkatalog',
  om: `${FIL} is what the rules say`,
  run: async (rod) => {
    const nyt = skrivFejlkatalog()
    const fil = join(rod, FIL)
    const ens = existsSync(fil) && readFileSync(fil, 'utf8') === nyt
    return { brud: ens ? [] : [`${FIL} is not what the rules say; run: node scripts/fejlkatalog.ts`], set: '' }
  },
}
