import type { CvrNummer, Rettighedsgruppe } from '#kernel'
import { FUND, type Fundkode } from '../dataafgraensning/oio-bpp.errors.ts'
import { parseOioBpp } from '../dataafgraensning/oio-bpp.ts'
import type { Privilegieopsaetning } from '../dataafgraensning/systemrolle.ts'

/** What a login brought of rights: those that count, and why others do not. */
export type Medbragt = { readonly rettigheder: readonly Rettighedsgruppe[]; readonly fund: readonly Fundkode[] }

/** Reads the privileges of a login, whichever way they came (OIO-BPP); a login without any brings none. */
export function laesPrivilegier(base64: string | undefined, cvr: CvrNummer, opsaetning: Privilegieopsaetning): Medbragt {
  if (base64 === undefined) return { rettigheder: [], fund: [] }
  const { grupper, fund } = parseOioBpp(base64, cvr, opsaetning)
  return { rettigheder: grupper, fund: [...new Set(fund.map(({ kode }) => kode))] }
}

/** What a session's row holds of it. A code that is known no more is left out: it decides nothing. */
export const readFund = (raekke: unknown): readonly Fundkode[] =>
  Array.isArray(raekke) ? raekke.filter((kode): kode is Fundkode => typeof kode === 'string' && Object.hasOwn(FUND, kode)) : []
