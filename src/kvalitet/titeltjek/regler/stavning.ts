import type { Fund, Stavekontrol } from '../fund.ts'
import { type LaestTekst, stedOf } from '../laes-tekst.ts'
import { NAVN, opslag } from './navne-register.ts'

/** Longer words than this are not looked up: halves are tried at each letter. */
const LAENGST = 40
/** So many proposals a text, and so many words looked up: a proposal costs some milliseconds, an unknown word nearly one. */
const FLEST = 20
const FLEST_ORD = 2_000

/** Words that the dictionary does not know. Names, codes and abbreviations are left alone, and so is a word with a capital within the line. */
export function findStavefejl(laest: LaestTekst, ordbog: Stavekontrol): Fund[] {
  const fund: Fund[] = []
  for (let i = 0; i < Math.min(laest.led.length, FLEST_ORD) && fund.length < FLEST; i++) {
    const led = laest.led[i]
    if (!led || led.cifre !== undefined || led.tekst.length < 4 || led.tekst.length > LAENGST) continue
    if (led.versaler || (led.stor && i > 0) || (opslag(led.noegle) & NAVN) !== 0 || ordbog.kender(led.tekst)) continue
    const forslag = ordbog.foreslaa(led.tekst)
    const stort = forslag && led.stor ? forslag.charAt(0).toUpperCase() + forslag.slice(1) : forslag
    fund.push({ kode: 'STAVEFEJL', alvor: 'oplyser', ...stedOf(laest, i, i), ...(stort === undefined ? {} : { forslag: stort }) })
  }
  return fund
}
