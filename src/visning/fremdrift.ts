import type { Tidspunkt } from '#kernel'
import { afgoerelser, type Fortalt, foersteUfortalte, isMeddeltVed, isUdeAfVentetid } from './afgoerelse.ts'
import type { Brevfakta, Fremdriftsperiode, KleKonfiguration, SagFremdrift } from './fakta.ts'

/** A step of the timeline: what the case came to, and when. */
export type Fremdriftstrin = { readonly fremdrift: SagFremdrift; readonly fra: Tidspunkt }

/**
 * The instant as of which the case is told. While a decision waits, for its letter or for the municipality's working days, the case is told
 * as it stood just before it: not its state alone but its title and the source's own status text too ("Afgjort - afslag"), which change on
 * the same day. Otherwise `nu`. Without a configuration it waits for the letter.
 */
export function visningstidspunkt(
  fremdrift: readonly Fremdriftsperiode[],
  konfiguration: KleKonfiguration | undefined,
  breve: readonly Brevfakta[],
  nu: Tidspunkt,
): Tidspunkt {
  const alle = afgoerelser(fremdrift, nu)
  // By each reason to wait on its own: a decision that is told by one and not by the other waits.
  const [foerste] = reasonsToWait(konfiguration, nu)
    .flatMap((isFortalt) => foersteUfortalte(alle, breve, isFortalt)?.tid ?? [])
    .sort()
  return foerste === undefined ? nu : (new Date(Date.parse(foerste) - 1).toISOString() as Tidspunkt)
}

const reasonsToWait = (konfiguration: KleKonfiguration | undefined, nu: Tidspunkt): Fortalt[] => [
  ...(!konfiguration || konfiguration.karantaene ? [isMeddeltVed(nu)] : []),
  ...(konfiguration ? [isUdeAfVentetid(konfiguration, nu)] : []),
]

/**
 * The case's steps as the citizen may know them, oldest first; the last is where it stands. "Afgjort" (and what follows it) is left out
 * while it waits, because "Vi har truffet en afgørelse. Læs brevet." would be bad news before the letter and, on a case about a
 * benefit, tell most of it. The state before stands in its place, as a rule Oplyst: it was true until then, and nothing is made up. A case
 * with no state before stands as Opstaaet.
 */
export function fremdriftForBorger(
  fremdrift: readonly Fremdriftsperiode[],
  konfiguration: KleKonfiguration | undefined,
  breve: readonly Brevfakta[],
  nu: Tidspunkt,
): readonly Fremdriftstrin[] {
  const pr = visningstidspunkt(fremdrift, konfiguration, breve, nu)
  const trin = fremdrift
    .filter(({ virkning }) => virkning.fra <= nu)
    .map(({ status, virkning }) => ({ fremdrift: status, fra: virkning.fra }))
    .sort((a, b) => (a.fra < b.fra ? -1 : 1))
  const kendte = trin.filter(({ fra }) => fra <= pr)
  const [foerste] = trin
  return kendte.length > 0 || !foerste ? kendte : [{ fremdrift: 'Opstaaet', fra: foerste.fra }]
}
