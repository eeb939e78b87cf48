import { type LaestTekst, type Led, laesTekst, mellemVed } from '../laes-tekst.ts'
import * as r from './navne-register.ts'

/** The words of a text as parts of names, each a sum of bits, with what the line around it is like. */
export type Navnedele = { readonly laest: LaestTekst; readonly bits: readonly number[]; readonly kendt: Kendteord }

/** The part's own words of name, and those of the case's other parts. */
type Kendteord = { readonly egne: ReadonlySet<string>; readonly kendte: ReadonlySet<string> }

/** What the word at `i` is to a name; nothing outside the text. */
export const bitsVed = ({ bits }: Navnedele, i: number): number => bits[i] ?? 0

/** Whether it is one of these: bits of the register, or several. */
export const isSlags = (dele: Navnedele, i: number, slags: number): boolean => (bitsVed(dele, i) & slags) !== 0

/** Whether the word at `i` goes on from the one before it: a space between them, or the full stop of an abbreviation and a space. */
export const isNaesteOrd = ({ laest }: Navnedele, i: number): boolean => /^\.? $/.test(mellemVed(laest, i))

/** Whether nothing but a space or a hyphen parts it from the one before it. */
export const isTaet = ({ laest }: Navnedele, i: number): boolean => /^[ -]$/.test(mellemVed(laest, i))

const ordI = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The words of the names, kept with the list itself: one citizen's titles are all asked about with the same. */
export function navneord(navne: readonly string[]): ReadonlySet<string> {
  const gemte = ordI.get(navne)
  if (gemte) return gemte
  const ord = new Set(navne.flatMap((navn) => laesTekst(navn).led.flatMap(({ noegle }) => (noegle.length > 1 ? [noegle] : []))))
  ordI.set(navne, ord)
  return ord
}

/** What each word of the text is, seen with the names that are known. */
export function laesNavnedele(laest: LaestTekst, kendt: Kendteord): Navnedele {
  return { laest, bits: laest.led.map((led) => delAf(led, kendt)), kendt }
}

function delAf(led: Led, kendt: Kendteord): number {
  const egne = r.opslag(led.noegle)
  return (led.stor ? stortOrd(led, egne) : lilleOrd(led, egne)) | kendtSom(led, egne, kendt)
}

/** A word with a capital: a name as it is listed, as it is listed without a genitive's s, or by its form. */
function stortOrd(led: Led, egne: number): number {
  if (led.tekst.length === 1) return egne | r.INITIAL
  if (egne & r.STAERK) return egne
  const uden = udenGenitiv(led.noegle)
  const genitiv = (r.opslag(uden) | r.opslagAfForm(uden)) & r.NAVN
  if (genitiv & r.STAERK || (genitiv !== 0 && egne === 0)) return egne | genitiv | r.GENITIV
  return egne || r.opslagAfForm(led.noegle) || r.UKENDT
}

/** A word in small letters: a name where it can be nothing else. The others need one beside them. */
function lilleOrd({ noegle }: Led, egne: number): number {
  if (egne & r.NAVN) return (egne & ~r.STAERK) | r.LILLE | smaaNavn(noegle, egne)
  if (egne !== 0) return egne
  if (r.isSenNavn(noegle)) return r.EFTERNAVN | r.LILLE
  const uden = udenGenitiv(noegle)
  const bits = r.opslag(uden)
  const navn = r.isSenNavn(uden) ? r.EFTERNAVN : (bits & r.SVAG) | smaaNavn(uden, bits)
  return navn === 0 ? 0 : navn | r.LILLE | r.GENITIV
}

/** Short names are syllables and abbreviations too often, and surnames are things: what is left of a listed name in small letters. */
function smaaNavn(noegle: string, bits: number): number {
  if (bits & r.FORNAVN && noegle.length >= 4 && !(bits & r.KUN_STORT)) return r.FORNAVN
  if (bits & r.EFTERNAVN && SIKKER_ENDELSE.test(noegle)) return r.EFTERNAVN
  return (bits & r.FORNAVN ? r.SVAGT_FORNAVN : 0) | (bits & r.EFTERNAVN ? r.SVAGT_EFTERNAVN : 0)
}
const SIKKER_ENDELSE = /(?:sen|gaard|sson|kjaer)$/

/** What stands before a genitive's s, or nothing, which is no name. */
const udenGenitiv = (noegle: string): string => (noegle.endsWith('s') ? noegle.slice(0, -1) : '')

function kendtSom(led: Led, bits: number, { egne, kendte }: Kendteord): number {
  const uden = udenGenitiv(led.noegle)
  const i = (ord: ReadonlySet<string>): boolean => ord.has(led.noegle) || ord.has(uden)
  if (i(egne)) return r.EGEN
  // In small letters only a word that is nothing else: a father whose name is Skov makes no finding of every wood.
  const entydig = led.stor || (led.noegle.length >= 4 && (bits & (r.SVAG | r.KUN_STORT)) === 0)
  return entydig && i(kendte) ? r.KENDT : 0
}

/** How capitals are used in the line around a word: where all words have them they tell nothing of one. */
export type Linje = { readonly fra: number; readonly til: number; readonly titelform: boolean; readonly versaler: boolean }

/** Words looked at on either side; a title is shorter, and in a note it bounds the work for each word. */
const OMKRING = 24

export function linjeOm(dele: Navnedele, i: number): Linje {
  const { laest } = dele
  let fra = i
  while (fra > 0 && i - fra < OMKRING && !LINJESKIFT.test(mellemVed(laest, fra))) fra--
  let til = i
  while (til + 1 < laest.led.length && til - i < OMKRING && !LINJESKIFT.test(mellemVed(laest, til + 1))) til++
  return { fra, til, ...storeI(dele, fra, til) }
}
const LINJESKIFT = /[\n\r]/

/** Names say nothing of how capitals are used, and neither do short words and the first. */
function storeI(dele: Navnedele, fra: number, til: number): Pick<Linje, 'titelform' | 'versaler'> {
  const ord = dele.laest.led.slice(fra, til + 1).filter((led) => led.cifre === undefined && led.tekst.length > 1)
  const versaler = ord.filter((led) => led.versaler).length
  const andre = dele.laest.led
    .slice(fra + 1, til + 1)
    .filter((led, n) => led.tekst.length > 3 && !isSlags(dele, fra + 1 + n, r.NAVN))
  const store = andre.filter((led) => led.stor && !led.versaler).length
  return { titelform: store >= 2 && store > andre.length * 0.6, versaler: ord.length > 1 && versaler > ord.length * 0.6 }
}

/** Whether the line is about places and the ways between them. */
export function isRejse(dele: Navnedele, { fra, til }: Pick<Linje, 'fra' | 'til'>): boolean {
  return dele.bits.slice(fra, til + 1).some((bits) => bits & r.REJSE)
}
