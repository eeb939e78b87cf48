/** Names and addresses in the one form that they are compared in. Pure. */

/** Letters that are written in two ways, or that no accent comes off. Source: Retskrivningsordbogen § 3 (aa/å); passports' Latin. */
const BOGSTAVER: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  œ: 'oe',
  å: 'aa',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** Longer than any name in the register; what is longer is no name. */
const HOEJST_TEGN = 400

/** Small letters without accents, with æ, ø, å in two letters: Åse and Aase, Müller and Muller, SØREN and Soeren are each one. */
const fold = (tekst: string): string => foldTegn(tekst.slice(0, HOEJST_TEGN))

/** Most are plain letters and figures, of which only the size changes. */
const KUN_ASCII = /^[\x20-\x7e]*$/
const foldTegn = (tekst: string): string => (KUN_ASCII.test(tekst) ? tekst.toLowerCase() : foldAlle(tekst))

const foldAlle = (tekst: string): string =>
  tekst
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[æäøöœåßðđþłı]/gu, (bogstav) => BOGSTAVER[bogstav] ?? bogstav)
    .normalize('NFD')
    // Accents, and what is not seen: marks of direction, joiners, NUL.
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}]/gu, (tegn) => (/[\t\n\r]/.test(tegn) ? ' ' : ''))

const BINDETEGN = /[-\p{Pd}'’`´]/u
const ADSKILLER = /[^\p{L}\p{N}\-\p{Pd}'’`´]+/u

const split = (tekst: string): string[] =>
  fold(tekst)
    .split(ADSKILLER)
    .flatMap((led) => led.split(BINDETEGN))
    .filter((ord) => ord !== '')

/** The words of a text, as somebody types it, each once. */
export const wordsOf = (tekst: string): readonly string[] => [...new Set(split(tekst))]

/** The words that a name is found by: those of a double name by themselves and in one, so Anne-Marie is found as "anne", "marie" and "annemarie". */
export function nameWordsOf(navn: string): readonly string[] {
  const samlede = fold(navn)
    .split(ADSKILLER)
    .map((led) => led.split(BINDETEGN).join(''))
    .filter((ord) => ord !== '')
  return [...new Set([...split(navn), ...samlede])]
}

/**
 * True where each word that was typed is the beginning of a word of the name, and no word of the name is used twice: "hans hansen" is not
 * "Lise Hansen". In any order. At most `HOEJST_ORD` words are looked at.
 */
export function fitsName(skrevne: readonly string[], navn: string): boolean {
  const ord = nameWordsOf(navn).slice(0, HOEJST_ORD)
  const brugte = new Set<number>()
  const place = (nr: number): boolean => {
    const skrevet = skrevne[nr]
    if (skrevet === undefined) return true
    return ord.some((et, i) => {
      if (brugte.has(i) || !et.startsWith(skrevet)) return false
      brugte.add(i)
      const passer = place(nr + 1)
      brugte.delete(i)
      return passer
    })
  }
  return skrevne.length <= HOEJST_SKREVNE && place(0)
}
const HOEJST_ORD = 12
/** With more, the ways to place them would be too many to try. */
export const HOEJST_SKREVNE = 6

/** A case number in one form: letters and digits alone, so "27.36.04-G01-12-26" is found without its punctuation too. */
export const caseNumberForm = (nummer: string): string => fold(nummer).replaceAll(/[^\p{L}\p{N}]/gu, '')
