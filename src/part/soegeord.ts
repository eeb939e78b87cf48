import type { CvrNummer, Uuid } from '#kernel'
import { disguise, hmac, type Noegler, undisguise } from '#platform/crypto'
import { caseNumberForm, HOEJST_SKREVNE, nameWordsOf, wordsOf } from './ordform.ts'

/**
 * What somebody is found by: tokens, each the HMAC of one thing in its one form, in a table that knows neither names nor parts. A search is
 * the ids that have all of some tokens, by equality alone, since `LIKE` is not leakproof and uses no index under row-level security.
 */
export type Soegeord = string & { readonly __soegeord: true }

/** Where somebody lives, as a register tells it. */
export type Adresse = {
  readonly vej: string
  /** With its letter: "12", "12B". */
  readonly husnummer: string
  readonly etage?: string | undefined
  readonly doer?: string | undefined
  readonly postnummer: string
  readonly by: string
}

/** What is typed of a word: fewer letters than this would be a twentieth of the country, and a way to list it. */
const MINDST_BOGSTAVER = 3
/** Longer beginnings are looked at when the name has been opened. */
const HOEJST_BOGSTAVER = 8

const token = (noegler: Noegler, tekst: string): Soegeord =>
  hmac(noegler.opslag, `soegeord/${tekst}`).readBigInt64BE(0).toString() as Soegeord

/** A whole word of two letters (Bo, Li) counts as a beginning; one of one letter is none. */
function beginningsOf(ord: string): string[] {
  const tegn = [...ord]
  if (tegn.length === 2) return [ord]
  const begyndelser: string[] = []
  for (let antal = MINDST_BOGSTAVER; antal <= Math.min(tegn.length, HOEJST_BOGSTAVER); antal++)
    begyndelser.push(tegn.slice(0, antal).join(''))
  return begyndelser
}

/** The one token that stands for what was typed of a word; undefined where it is too short. */
function beginning(ord: string): string | undefined {
  const tegn = [...ord]
  return tegn.length < 2 ? undefined : tegn.slice(0, HOEJST_BOGSTAVER).join('')
}

const toTokens = (noegler: Noegler, tekster: Iterable<string>): Soegeord[] =>
  [...new Set(tekster)].map((tekst) => token(noegler, tekst))

/** All that one who has these names is found by. */
export const tokensOfNames = (noegler: Noegler, navne: readonly string[]): Soegeord[] =>
  toTokens(
    noegler,
    navne.flatMap((navn) => nameWordsOf(navn).flatMap((ord) => beginningsOf(ord).map((del) => `navn/${del}`))),
  )

/** All that one who lives there is found by. Floor and door are told by nobody who searches. */
export function tokensOfAddress(noegler: Noegler, { vej, husnummer, postnummer }: Adresse): Soegeord[] {
  const nummer = wordsOf(husnummer).join('')
  const tal = /^\d+/.exec(nummer)?.[0]
  return toTokens(noegler, [
    ...nameWordsOf(vej).flatMap((ord) => vejord(ord).map((del) => `vej/${del}`)),
    ...(nummer ? [`hus/${nummer}`] : []),
    ...(tal ? [`hus/${tal}`] : []),
    `post/${wordsOf(postnummer).join('')}`,
  ])
}

/** A number in a street's name stands whole. */
const vejord = (ord: string): string[] => (/^\d+$/.test(ord) ? [ord] : beginningsOf(ord))

export const tokenOfYear = (noegler: Noegler, aar: number): Soegeord => token(noegler, `aar/${aar}`)

/** Of everybody who has something in the municipality. */
export const tokenOfKommune = (noegler: Noegler, kommune: CvrNummer): Soegeord => token(noegler, `kommune/${kommune}`)

/** Of a case: its number is the municipality's own, so another's same number is another token. Undefined where nothing of it can be typed. */
export function tokenOfCaseNumber(noegler: Noegler, kommune: CvrNummer, nummer: string): Soegeord | undefined {
  const form = caseNumberForm(nummer)
  return form.length < MINDST_I_SAGSNUMMER ? undefined : token(noegler, `sag/${kommune}/${form}`)
}
const MINDST_I_SAGSNUMMER = 4

/** What a search for a name asks for: all of the tokens; `skrevne` is what fitsName looks at afterwards. */
export type Navnesoegning = { readonly skrevne: readonly string[]; readonly ord: readonly Soegeord[] }

/** More than this many ranges are not read together: the longest words tell the most. */
const HOEJST_ORD = 4

/** Undefined where nothing was typed that a name can be found by. */
export function toNameSearch(noegler: Noegler, tekst: string): Navnesoegning | undefined {
  const skrevne = [...wordsOf(tekst)].sort((a, b) => b.length - a.length).slice(0, HOEJST_SKREVNE)
  const ord = skrevne.flatMap((et) => beginning(et) ?? []).slice(0, HOEJST_ORD)
  return ord.length === 0 ? undefined : { skrevne, ord: ord.map((del) => token(noegler, `navn/${del}`)) }
}

const POSTNUMMER = /^\d{4}$/
const HUSNUMMER = /^\d{1,3}\p{L}?$/u

/**
 * A street with a number, a postcode or both, in the order that addresses are written; undefined for anything else. What follows the
 * postcode (the town) and what stands between number and postcode (floor and door) narrows nothing.
 */
export function toAddressSearch(noegler: Noegler, tekst: string): readonly Soegeord[] | undefined {
  const led = tekst.split(/[\s,;]+/u).flatMap((del) => wordsOf(del).join('') || [])
  const post = led.findLastIndex((del, i) => i > 0 && POSTNUMMER.test(del))
  const foer = post < 0 ? led : led.slice(0, post)
  // The first number after a word is the house's: a floor follows it, and a street that has a number in its name begins with it.
  const hus = foer.findIndex((del, i) => HUSNUMMER.test(del) && foer.slice(0, i).some((ord) => /^\p{L}{2,}$/u.test(ord)))
  if (post < 0 && hus < 0) return undefined
  const vej = (hus < 0 ? foer : foer.slice(0, hus)).flatMap((ord) => (/^\d+$/.test(ord) ? ord : (beginning(ord) ?? [])))
  if (!vej.some((ord) => [...ord].length >= MINDST_BOGSTAVER)) return undefined
  const vejen = [...vej].sort((a, b) => b.length - a.length).slice(0, HOEJST_ORD)
  return toTokens(noegler, [
    ...vejen.map((ord) => `vej/${ord}`),
    ...(hus < 0 ? [] : [`hus/${foer[hus]}`]),
    ...(post < 0 ? [] : [`post/${led[post]}`]),
  ])
}

const FORMAAL = 'soegeord'

/** The id that stands in the table of tokens: whoever has a copy of the database alone cannot lead tokens back to parts or cases. */
export const conceal = (noegler: Noegler, id: Uuid): Uuid => disguise(noegler.opslag, FORMAAL, id)
export const reveal = (noegler: Noegler, sloeret: Uuid): Uuid => undisguise(noegler.opslag, FORMAAL, sloeret)
