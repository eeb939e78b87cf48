import { afvist, ok, type Resultat } from '#kernel'
import type { Notatafvisning } from './notat.errors.ts'

/**
 * The plain text of an RTF document (RTF specification 1.9.1), in one pass: nothing is built of it but the text. No well-kept library reads
 * RTF to text: those there are unpack e-mail, or have not been kept for years.
 */

/** Deeper than any word processor nests; what a document of brackets alone would use. */
const HOEJST_DYBDE = 200

/** Groups whose content is not the text: fonts, styles, pictures, fields' instructions, headers. */
const UDEN_TEKST = new Set(
  `fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl
   generator xmlnstbl header headerl headerr headerf footer footerl footerr footerf footnote annotation fldinst bkmkstart bkmkend
   filetbl revtbl mmathPr private nonshppict shppict template upr`.split(/\s+/),
)
/** An embedded object can be a program: a note with one is refused, not read around. */
const OBJEKT = new Set(['objdata', 'objemb', 'objocx', 'objautlink', 'objlink', 'objclass'])

const TEGN: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '\u2011',
}

/** Formatting by which the writer has taken text out of sight: hidden, and deleted with changes tracked. */
const SKJULER = new Set(['v', 'deleted'])

type Gruppe = { skip: boolean; readonly uc: number; readonly skjult: readonly string[] }

/** A control word with its number, a control symbol, a bracket, or text up to the next of them. */
const LED = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/y

/** The text of `rtf`, or why it cannot be read. Never throws; time and memory are linear in its length. */
export function laesRtf(rtf: string): Resultat<string, Notatafvisning> {
  if (!rtf.startsWith('{\\rtf')) return afvist('ULAESELIGT')
  const laeser = new Rtflaeser()
  LED.lastIndex = 0
  while (LED.lastIndex < rtf.length) {
    const sted = LED.lastIndex
    const led = LED.exec(rtf)
    if (!led) return afvist('ULAESELIGT')
    const spring = laeser.take(led)
    if (typeof spring === 'string') return afvist(spring)
    LED.lastIndex = Math.max(LED.lastIndex, sted + 1) + (typeof spring === 'number' ? spring : 0)
  }
  return laeser.isLukket() ? ok(laeser.tekst()) : afvist('ULAESELIGT')
}

class Rtflaeser {
  readonly #dele: string[] = []
  readonly #stak: Gruppe[] = []
  #gruppe: Gruppe = { skip: false, uc: 1, skjult: [] }
  #tegnsaet = new TextDecoder('windows-1252')
  /** Bytes of \'hh that wait for the rest of a character of more than one byte. */
  #bytes: number[] = []
  /** So many characters after a \u are its replacement for old readers. */
  #erstatning = 0
  #stjerne = false
  #begyndt = false

  isLukket(): boolean {
    return this.#begyndt && this.#stak.length === 0
  }

  tekst(): string {
    this.#flush()
    return this.#dele.join('')
  }

  /** Answers how many characters to pass over, nothing, or why the document is refused. */
  take([, ord, tal, hex, symbol, krampe, tekst]: RegExpExecArray): number | Notatafvisning | undefined {
    if (hex !== undefined) return this.#byte(Number.parseInt(hex, 16))
    this.#flush()
    if (krampe === '{') return this.#open()
    if (krampe === '}') return this.#close()
    if (ord !== undefined) return this.#word(ord, tal === undefined ? undefined : Number(tal))
    if (symbol !== undefined) return this.#symbol(symbol)
    if (tekst !== undefined) this.#text(tekst)
    return undefined
  }

  #open(): Notatafvisning | undefined {
    if (this.#stak.length >= HOEJST_DYBDE) return 'FOR_DYBT'
    this.#stak.push(this.#gruppe)
    this.#gruppe = { ...this.#gruppe }
    this.#begyndt = true
    this.#erstatning = 0
    return undefined
  }

  #close(): Notatafvisning | undefined {
    const ydre = this.#stak.pop()
    if (!ydre) return 'ULAESELIGT'
    this.#gruppe = ydre
    this.#erstatning = 0
    return undefined
  }

  #word(ord: string, tal: number | undefined): number | Notatafvisning | undefined {
    const stjerne = this.#stjerne
    this.#stjerne = false
    if (OBJEKT.has(ord)) return 'INDLEJRET'
    // Binary data follow, as many bytes as the number says: they are no text and may hold brackets.
    if (ord === 'bin') return Math.max(tal ?? 0, 0)
    if (stjerne || UDEN_TEKST.has(ord)) this.#gruppe.skip = true
    else if (SKJULER.has(ord)) this.#hide(ord, tal !== 0)
    else if (ord === 'plain') this.#gruppe = { ...this.#gruppe, skjult: [] }
    else if (ord === 'u') this.#unicode(tal ?? 0)
    else if (ord === 'uc') this.#gruppe = { ...this.#gruppe, uc: Math.min(Math.max(tal ?? 1, 0), 10) }
    else if (ord === 'ansicpg') this.#tegnsaet = decoderFor(tal)
    else if (TEGN[ord] !== undefined) this.#put(TEGN[ord])
    return undefined
  }

  #hide(ord: string, ja: boolean): void {
    const andre = this.#gruppe.skjult.filter((andet) => andet !== ord)
    this.#gruppe = { ...this.#gruppe, skjult: ja ? [...andre, ord] : andre }
  }

  #symbol(symbol: string): undefined {
    if (symbol === '*') this.#stjerne = true
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.#text(symbol)
    else if (symbol === '\n' || symbol === '\r') this.#put('\n')
    else if (TEGN[symbol] !== undefined) this.#put(TEGN[symbol])
    return undefined
  }

  #unicode(tal: number): void {
    // The number is signed, 16 bits: what is beyond 32,767 is written as a negative one.
    const enhed = tal < 0 ? tal + 65_536 : tal
    if (enhed > 0 && enhed < 65_536) this.#put(String.fromCharCode(enhed))
    this.#erstatning = this.#gruppe.uc
  }

  #byte(vaerdi: number): undefined {
    if (this.#erstatning > 0) this.#erstatning--
    else if (!this.#gruppe.skip) this.#bytes.push(vaerdi)
    return undefined
  }

  #text(tekst: string): void {
    const tavst = Math.min(this.#erstatning, tekst.length)
    this.#erstatning -= tavst
    this.#put(tekst.slice(tavst))
  }

  #put(tekst: string): void {
    if (!this.#gruppe.skip && this.#gruppe.skjult.length === 0 && tekst.length > 0) this.#dele.push(tekst)
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    this.#put(this.#tegnsaet.decode(Uint8Array.from(this.#bytes)))
    this.#bytes = []
  }
}

/** The code page named, where it is known; else that of Western Europe, which Danish word processors write. */
function decoderFor(side: number | undefined): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(side === 65_001 ? 'utf-8' : `windows-${side ?? 1252}`)
  } catch {
    return new TextDecoder('windows-1252')
  }
}
