import { type KleEmne, parseKleEmne } from '#kernel'

/** The languages of the citizens' texts. */
export type Sprog = 'da' | 'en'

/** What a kind of case is called and is, in words for a tired 15-year-old and an 85-year-old: a short title and one sentence. */
export type Borgertekst = { readonly titel: string; readonly forklaring: string }

/** One emne of the project's own list: KLE's number and title, and the citizens' words for it. */
export type BorgerEmne = {
  readonly nr: KleEmne
  /** KLE's own title, edition of February 2026, without its note of when the number ends. */
  readonly titel: string
  /** The year in which KLE says that the number ends ("udgår 2026"). */
  readonly gyldigTil?: number
  /** The first day on which the scheme itself, and so its name, was no longer in use, where that is not the number's own end. */
  readonly ordningSlut?: string
  /** True where Udbetaling Danmark, and not the municipality, decides and pays. */
  readonly udbetalingDanmark?: true
  readonly borger: { readonly [S in Sprog]: Borgertekst }
}

type Valg = { readonly gyldigTil?: number; readonly ordningSlut?: string; readonly udbetalingDanmark?: true }
type TitelOgForklaring = readonly [titel: string, forklaring: string]

/** One line of the list. Throws RangeError at load where the number is not NN.NN.NN: the list is written by us. */
export function emne(nr: string, titel: string, da: TitelOgForklaring, en: TitelOgForklaring, valg: Valg = {}): BorgerEmne {
  const parsed = parseKleEmne(nr)
  if (!parsed) throw new RangeError(`Not a KLE emne: ${nr}`)
  const borger = { da: { titel: da[0], forklaring: da[1] }, en: { titel: en[0], forklaring: en[1] } }
  return { nr: parsed, titel, ...valg, borger }
}
