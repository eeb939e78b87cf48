import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { decodeTrie } from 'cspell-trie-lib'
import type { Stavekontrol } from './fund.ts'

/** The Danish words of @cspell/dict-da-dk, compounds among them. Large: it is loaded when somebody asks for proposals, and let go with the value. */
export async function loadOrdbog(): Promise<Stavekontrol> {
  const pakke = createRequire(import.meta.url).resolve('@cspell/dict-da-dk/cspell-ext.json')
  const ordbog = decodeTrie(await readFile(join(dirname(pakke), 'da_DK.trie')))
  const kender = (ord: string): boolean => ordbog.has(ord) || ordbog.has(ord.toLowerCase())
  return {
    kender: (ord) => kender(ord) || isSammensat(ord.toLowerCase(), kender),
    foreslaa: (ord) => {
      const forslag = ordbog.suggest(ord.toLowerCase(), { numSuggestions: 1, timeout: 50 })[0]
      return forslag === undefined || forslag === ord.toLowerCase() ? undefined : forslag
    },
  }
}

/** Both halves must be words of some length, a binding s or e between them left out: "hjælpemiddel" + "s" + "ansøgning". */
export function isSammensat(ord: string, kender: (ord: string) => boolean): boolean {
  for (let i = 3; i <= ord.length - 3; i++) {
    const [foer, efter] = [ord.slice(0, i), ord.slice(i)]
    if (kender(foer) && (kender(efter) || (/^[se]/.test(efter) && efter.length > 4 && kender(efter.slice(1))))) return true
  }
  return false
}
