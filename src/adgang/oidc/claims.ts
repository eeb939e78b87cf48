import { afvist, alder, type CprNummer, foedselsdato, ok, parseCprNummer, type Resultat } from '#kernel'
import type { LoginAfvisning } from '../adgang.errors.ts'
import type { Sikringsniveau } from '../session.ts'
import { parseNiveau } from './niveau.ts'

/** The citizen as the broker's ID token tells of them. */
export type MitidPerson = { readonly cpr: CprNummer; readonly navn: string; readonly loa: Sikringsniveau }

/**
 * Whom an ID token lets in: a private identity at NSIS Substantial or High, with a CPR number, of the age given. What is missing is
 * refused like what is wrong. Claims as in domain.md 7.
 */
export function parseMitidPerson(
  claims: Readonly<Record<string, unknown>>,
  krav: { readonly dag: string; readonly mindsteAlder: number },
): Resultat<MitidPerson, LoginAfvisning> {
  if (claims['identity_type'] !== 'private') return afvist('IKKE_PRIVAT')
  const loa = parseNiveau(claims['loa'])
  if (!loa) return afvist('FOR_LAV_SIKRING')
  const cpr = parseCprNummer(textOf(claims['dk.cpr']))
  if (!cpr) return afvist('INGEN_CPR')
  if (alderOf(claims, cpr, krav.dag) < krav.mindsteAlder) return afvist('FOR_UNG')
  return ok({ cpr, navn: textOf(claims['mitid.identity_name']).trim().slice(0, 200), loa })
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '')

/** The age MitID tells, as a number or its digits; else by the number, which for a replacement number can be off. */
function alderOf(claims: Readonly<Record<string, unknown>>, cpr: CprNummer, dag: string): number {
  const mitid = claims['mitid.age']
  const tal = typeof mitid === 'number' || (typeof mitid === 'string' && /^\d{1,3}$/.test(mitid)) ? Number(mitid) : Number.NaN
  return Number.isNaN(tal) ? alder(foedselsdato(cpr) ?? dag, dag) : tal
}
