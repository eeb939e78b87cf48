import type { Uuid } from '#kernel'
import { hmac, type Noegler, open, seal } from '#platform/crypto'

/** The kinds of number that sources name a party by. Source: SF1470, URN forms. */
export type Nummertype = 'cpr' | 'cvr' | 'pnr' | 'personid' | 'borgerid'

/** A party as a source names it; `nummer` is digits alone. */
export type Partsnummer = { readonly type: Nummertype; readonly nummer: string }

const CIFRE: Readonly<Record<Nummertype, RegExp>> = {
  cpr: /^\d{10}$/,
  cvr: /^\d{8}$/,
  pnr: /^\d{10}$/,
  personid: /^\d{7}$/,
  borgerid: /^\d{12}$/,
}

/**
 * One text for one number, by which resolveParter's answer is looked up. Throws RangeError for what is not in its one form, since a number
 * written in two ways would become two persons; the message holds no number.
 */
export function partsnoegle({ type, nummer }: Partsnummer): string {
  if (!CIFRE[type].test(nummer)) throw new RangeError(`Not a party number of type ${type}`)
  return `${type}:${nummer}`
}

export const parttypeOf = (type: Nummertype): 'person' | 'virksomhed' =>
  type === 'cvr' || type === 'pnr' ? 'virksomhed' : 'person'

/** What a number is found by: nobody can compute it, or try out all ten thousand million numbers, without the key. */
export const opslagOf = (noegler: Noegler, nummer: Partsnummer): Buffer => hmac(noegler.opslag, partsnoegle(nummer))

// Bound to the row: a number copied into another person's row does not open there.
const aadOf = (opslag: Uint8Array, part: Uuid): string => `part_nummer:${Buffer.from(opslag).toString('hex')}:${part}`

export const sealNummer = (noegler: Noegler, nummer: Partsnummer, opslag: Uint8Array, part: Uuid): Buffer =>
  seal(noegler.nummer, nummer.nummer, aadOf(opslag, part))

/** The number in a row of part_nummer. Throws Forseglingsfejl for a row that was tampered with. */
export const openNummer = (noegler: Noegler, raekke: NummerRaekke): string =>
  open(noegler.nummer, raekke.krypteret, aadOf(raekke.opslag, raekke.part_id)).toString('utf8')

export type NummerRaekke = { readonly opslag: Uint8Array; readonly part_id: Uuid; readonly krypteret: Uint8Array }

/** As much of a number as may stand on a page: of a person's the day of birth, a company's whole, of others nothing. */
export const maskNummer = ({ type, nummer }: Partsnummer): string | undefined =>
  type === 'cpr' ? `${nummer.slice(0, 6)}-****` : type === 'cvr' ? nummer : undefined
