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
      const smaat = ord.toLowerCase()
      const isOrd = (et: string) => /^\p{L}+$/u.test(et) && !ordbog.findWord(et, UDEN_SAMMENSATTE).compoundUsed
      const forslag = ordbog.suggest(smaat, { numSuggestions: 30, changeLimit: HOEJST_AFSTAND, timeout: 100 })
      return forslag
        .filter((et) => et !== smaat && isOrd(et))
        .map((et) => ({ et, vaegt: distance(smaat, et) + countNye(smaat, et) / LAENGST_ORD }))
        .filter(({ vaegt }) => vaegt < HOEJST_AFSTAND + 1)
        .toSorted((a, b) => a.vaegt - b.vaegt)[0]?.et
    },
  }
}

/** What is made of any words there are is proposed to nobody: "udbetalin" would be one. */
const UDEN_SAMMENSATTE = { caseSensitive: false, useLegacyWordCompounds: false } as const
/** A word that takes more than these to become another was hardly meant as that. */
const HOEJST_AFSTAND = 2
const LAENGST_ORD = 100

/** Letters that the other has and this has not: of two that are as near the one with fewer is likelier meant. */
const countNye = (ord: string, andet: string): number => [...andet].filter((bogstav) => !ord.includes(bogstav)).length

/** How many letters to put in, take out, change or swap with the next. */
function distance(a: string, b: string): number {
  const raekker = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const [foer, forrige] = [raekker[i - 2], raekker[i - 1] as number[]]
    const ny = [i]
    for (let j = 1; j <= b.length; j++) {
      const skift = (forrige[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const byt = foer && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (foer[j - 2] ?? 0) + 1 : skift
      ny[j] = Math.min((forrige[j] ?? 0) + 1, (ny[j - 1] ?? 0) + 1, skift, byt)
    }
    raekker.push(ny)
  }
  return raekker[a.length]?.[b.length] ?? 0
}

/** Both halves must be words of some length, a binding s or e between them left out: "hjælpemiddel" + "s" + "ansøgning". */
export function isSammensat(ord: string, kender: (ord: string) => boolean): boolean {
  for (let i = 3; i <= ord.length - 3; i++) {
    const [foer, efter] = [ord.slice(0, i), ord.slice(i)]
    if (kender(foer) && (kender(efter) || (/^[se]/.test(efter) && efter.length > 4 && kender(efter.slice(1))))) return true
  }
  return false
}
