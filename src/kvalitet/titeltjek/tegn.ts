/**
 * Text as the checks see it: what looks like a digit, a space or a hyphen to a reader is one, and what nobody sees is gone. `sted[i]` is where
 * the i-th character came from, and `sted[laengde]` the end; undefined where nothing was changed, which holds for nearly every title.
 */
export type Renset = { readonly tekst: string; readonly sted: readonly number[] | undefined }

/** The zeros of the scripts' digits, each followed by its nine others (Unicode, general category Nd). */
const NULLER = [
  ...[0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040],
  ...[0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0],
  ...[0xa9f0, 0xaa50, 0xabf0, 0xff10],
]
const CIFFER = /^\p{Nd}$/u
const USYNLIG = /^(?:\p{Cf}|\p{Variation_Selector}|[\u034f\u115f\u1160\u17b4\u17b5\u3164])$/u
const MELLEMRUM = /^[\p{Zs}\u2028\u2029\u0085\u2800]$/u
// Hyphens and dashes of all lengths, and what is drawn as one: the minus, the box line, the Japanese long vowel.
const STREG = /^[\p{Pd}\u2212\u2043\u02d7\u2500\u30fc]$/u
const TILLAEG = /^\p{M}$/u

/** Whether `tekst` is as it stands what the checks go by: nothing outside Latin-1, no soft hyphen, and no space that is not broken. */
function isSlet(tekst: string): boolean {
  for (let i = 0; i < tekst.length; i++) {
    const kode = tekst.charCodeAt(i)
    if (kode > 0xff || kode === 0xad || kode === 0xa0 || kode === 0x85) return false
  }
  return true
}

/** `tekst` as a reader sees it. One pass; at most as long as it was. */
export function rens(tekst: string): Renset {
  if (isSlet(tekst)) return { tekst, sted: undefined }
  const sted: number[] = []
  const ud: string[] = []
  for (let i = 0; i < tekst.length; ) {
    const tegn = String.fromCodePoint(tekst.codePointAt(i) ?? 0)
    if (tegn > '\u007f' && TILLAEG.test(tegn)) {
      // A letter and its ring or accent, sent apart, are one letter; an accent that fits none is left out.
      const sammen = `${ud.at(-1) ?? ''}${tegn}`.normalize('NFC')
      if (sammen.length === 1 && ud.length > 0) ud[ud.length - 1] = sammen
    } else {
      for (const del of renTegn(tegn).split('')) {
        sted.push(i)
        ud.push(del)
      }
    }
    i += tegn.length
  }
  sted.push(tekst.length)
  return { tekst: ud.join(''), sted }
}

function renTegn(tegn: string): string {
  const kode = tegn.codePointAt(0) ?? 0
  if (kode < 0x7f) return tegn
  if (USYNLIG.test(tegn)) return ''
  if (MELLEMRUM.test(tegn)) return ' '
  if (STREG.test(tegn)) return '-'
  if (CIFFER.test(tegn)) return tilCiffer(tegn, kode)
  // Full-width letters, ligatures, circled digits: as they read, where they read as one character.
  const samlet = tegn.normalize('NFKC')
  return samlet.length === 1 ? samlet : tegn
}

function tilCiffer(tegn: string, kode: number): string {
  const nul = NULLER.findLast((start) => start <= kode)
  if (nul !== undefined && kode - nul < 10) return String(kode - nul)
  const samlet = tegn.normalize('NFKC')
  return /^\d$/.test(samlet) ? samlet : tegn
}

/** Where position `i` of the cleaned text stands in the text as it was. */
export const kildested = (renset: Renset, i: number): number => (renset.sted ? (renset.sted[i] ?? i) : i)
