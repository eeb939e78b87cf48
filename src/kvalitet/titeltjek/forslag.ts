import type { Fund } from './fund.ts'
import { fold } from './laes-tekst.ts'
import { FORHOLD, opslag } from './regler/navne-register.ts'

/**
 * The text with every finding's proposal put in, or undefined where none has one or nothing worth showing would be left. What joined a name to
 * the sentence goes with it: "Samtale med Peter Jensen om bolig" becomes "Samtale om bolig".
 */
export function proposeTekst(tekst: string, fund: readonly Fund[]): string | undefined {
  const rettelser = fund.filter(({ forslag }) => forslag !== undefined).toSorted((a, b) => a.fra - b.fra || b.til - a.til)
  let ud = ''
  let taget = 0
  for (const { fra, til, forslag = '' } of rettelser) {
    if (fra < taget) continue
    const foer = tekst.slice(taget, fra)
    ud += forslag === '' ? udenForhold(foer) : foer
    ud += forslag
    taget = til
  }
  const ryddet = ryd(ud + tekst.slice(taget))
  return rettelser.length === 0 || !/\p{L}{3}/u.test(ryddet) ? undefined : ryddet
}

/** Without the word that led to what was taken out, and the marks around it. */
function udenForhold(tekst: string): string {
  const fundet = /(\p{L}{1,12})([.:]?\s*\(?)$/u.exec(tekst.slice(-20))
  const ord = fundet?.[1]
  if (
    fundet === null ||
    ord === undefined ||
    !(opslag(fold(ord.toLowerCase())) & FORHOLD || /^(?:cpr|nr|cprnr|tlf|telefon|mobil)$/i.test(ord))
  )
    return tekst
  const uden = tekst.slice(0, tekst.length - fundet[0].length)
  return ord.toLowerCase() === 'nr' ? udenForhold(uden.trimEnd().replace(/[.-]$/, '')) : uden
}

function ryd(tekst: string): string {
  const samlet = tekst
    .slice(0, 10_000)
    .replace(/\(\s{0,9}\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:;])/g, '$1')
    .replace(/^[\s,.:;/-]{1,20}/, '')
  const slut = samlet.replace(/[\s,:;(/-]{1,20}$/, '')
  return slut.charAt(0).toUpperCase() + slut.slice(1)
}
