import { kildested, type Renset, rens } from './tegn.ts'

/** A word or a group of digits. What stands between two of them is the gap: empty in `scan0012`. */
export type Led = {
  readonly fra: number
  readonly til: number
  /** Digits, as ASCII; undefined for a word. */
  readonly cifre: string | undefined
  readonly tekst: string
  /** The word in lower case, with the letters' accents and their spellings (å and aa, ø and oe) made equal; empty for digits. */
  readonly noegle: string
  /** Begins with a capital. */
  readonly stor: boolean
  /** Two letters or more, and capitals alone. */
  readonly versaler: boolean
}

export type LaestTekst = {
  readonly renset: Renset
  readonly tekst: string
  readonly led: readonly Led[]
  /** What stands before the led of the same index. */
  readonly mellem: readonly string[]
  /** Whether the name of a file stands in it, where words are written together and with underscores. */
  readonly filnavn: boolean
}

/** What a file's name ends with. */
export const FILENDELSE =
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|txt|msg|eml|jpe?g|png|gif|tiff?|heic|bmp|zip|xml|csv|mp[34]|mov|wav|htm|html)(?![\p{L}\p{N}])/iu

const BOGSTAV = /^\p{L}$/u
const ANDET = 0
const ORD = 1
const TAL = 2

/** The class of each character of Latin-1 and Latin Extended-A, made once: nearly every letter in a Danish text is among them. */
const KLASSER = Uint8Array.from({ length: 0x180 }, (_, kode) => {
  const tegn = String.fromCharCode(kode)
  return tegn >= '0' && tegn <= '9' ? TAL : BOGSTAV.test(tegn) ? ORD : ANDET
})
const klasse = (kode: number): number =>
  kode < 0x180 ? (KLASSER[kode] ?? ANDET) : BOGSTAV.test(String.fromCharCode(kode)) ? ORD : ANDET

/** The words and digits of `tekst`, in one pass. */
export function laesTekst(tekst: string): LaestTekst {
  const renset = rens(tekst)
  const ren = renset.tekst
  const filnavn = FILENDELSE.test(ren)
  const led: Led[] = []
  const mellem: string[] = []
  let sidste = 0
  for (let i = 0; i < ren.length; ) {
    const slags = klasse(ren.charCodeAt(i))
    if (slags === ANDET) {
      i++
      continue
    }
    const til = endOf(ren, i, slags, filnavn)
    mellem.push(mellemrum(ren.slice(sidste, i)))
    led.push(slags === TAL ? tal(ren, i, til) : ord(ren, i, til))
    sidste = til
    i = til
  }
  return { renset, tekst: ren, led, mellem, filnavn }
}

/** An underscore parts words as a space does. */
const mellemrum = (mellem: string): string => (mellem === '_' ? ' ' : mellem)

/** The end of what is of one class from `i` on; in a file's name a capital after a small letter begins a word: `BrevPeterJensen.pdf`. */
function endOf(ren: string, i: number, slags: number, filnavn: boolean): number {
  let til = i + 1
  while (til < ren.length && klasse(ren.charCodeAt(til)) === slags && !(filnavn && slags === ORD && isStigning(ren, til))) til++
  return til
}

const isStigning = (ren: string, i: number): boolean =>
  ren.charAt(i) !== ren.charAt(i).toLowerCase() && ren.charAt(i - 1) !== ren.charAt(i - 1).toUpperCase()

const tal = (ren: string, fra: number, til: number): Led => {
  const cifre = ren.slice(fra, til)
  return { fra, til, cifre, tekst: cifre, noegle: '', stor: false, versaler: false }
}

function ord(ren: string, fra: number, til: number): Led {
  const tekst = ren.slice(fra, til)
  const lille = tekst.toLowerCase()
  const stor = lille.charCodeAt(0) !== tekst.charCodeAt(0)
  const versaler = stor && tekst.length > 1 && tekst.toUpperCase() === tekst
  return { fra, til, cifre: undefined, tekst, noegle: fold(lille), stor, versaler }
}

const SLET_ORD = /^[a-z]*$/
const DANSK: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'ae',
  ö: 'oe',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}

/** A word in lower case as it is looked up: `kjær` and `kjaer`, `José` and `jose`, `Bækgaard` and `Bækgård` are one. */
export const fold = (lille: string): string =>
  SLET_ORD.test(lille)
    ? lille
    : lille
        .replace(/[æøåäößðþđłı]/g, (tegn) => DANSK[tegn] ?? tegn)
        .normalize('NFD')
        .replace(/\p{M}/gu, '')

/** The words of a list as they are looked up, from one string with spaces between. */
export const noegler = (liste: string): string[] =>
  liste
    .split(/\s+/)
    .filter(Boolean)
    .map((ord) => fold(ord.toLowerCase()))

/** Beside a text there is nothing: a word without letters. */
const INTET: Led = { fra: 0, til: 0, cifre: undefined, tekst: '', noegle: '', stor: false, versaler: false }

export const ledVed = ({ led }: LaestTekst, i: number): Led => led[i] ?? INTET

/** The digits at `i`; none of a word. */
export const cifreVed = (laest: LaestTekst, i: number): string => ledVed(laest, i).cifre ?? ''

/** What stands before the led at `i`. */
export const mellemVed = ({ mellem }: LaestTekst, i: number): string => mellem[i] ?? ''

/** Positions in the text as it was handed in, of what stands from led `a` to and with led `b`. */
export function stedOf(laest: LaestTekst, a: number, b: number): { readonly fra: number; readonly til: number } {
  const foerste = laest.led[a]
  const sidste = laest.led[b]
  if (!foerste || !sidste) throw new RangeError('A finding outside the text')
  return udsnit(laest, foerste.fra, sidste.til)
}

/** The same, of positions in the cleaned text. */
export const udsnit = ({ renset }: LaestTekst, fra: number, til: number): { readonly fra: number; readonly til: number } => ({
  fra: kildested(renset, fra),
  til: kildested(renset, til),
})
