import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import type { Brevfakta, Fremdriftsperiode } from './fakta.ts'

/**
 * When a decision counts as told. SF1470 does not say which letter tells which decision, so it is read from time:
 *
 * - an outgoing letter that was sent on the decision's day or later tells it;
 * - a letter that is being written about the time of the decision keeps it untold until it is sent. Older drafts are left behind in every
 *   system, and one begun after the decision was shown must not take it back;
 * - where no letter is known (many systems deliver none), it counts as told a week after: the time that post takes.
 */
const DAG_MS = 86_400_000
const KLADDE_FOER_DAGE = 30
export const POSTGANG_DAGE = 7

/** Fremdrift of a document that is finished or handed over. */
const FAERDIGE = ['Publiceret', 'Endeligt', 'Afleveret'] as const
export const isFaerdigt = (fremdrift: string | undefined): boolean => FAERDIGE.some((status) => status === fremdrift)

/** Something that was decided, and how many days it waits for a letter where none is known. */
export type Afgoerelse = { readonly tid: Tidspunkt; readonly ventedage: number }

/**
 * The newest decision of a case at `nu`: its last Afgjort, or, where it was never Afgjort, its closing, since systems jump there. A closing
 * alone waits only for a letter that is known: most of them decide nothing.
 */
export function senesteAfgoerelse(fremdrift: readonly Fremdriftsperiode[], nu: Tidspunkt): Afgoerelse | undefined {
  const newest = (status: Fremdriftsperiode['status']): Tidspunkt | undefined =>
    fremdrift
      .filter((periode) => periode.status === status && periode.virkning.fra <= nu)
      .map((periode) => periode.virkning.fra)
      .sort()
      .at(-1)
  const afgjort = newest('Afgjort')
  if (afgjort) return { tid: afgjort, ventedage: POSTGANG_DAGE }
  const lukket = newest('Afsluttet')
  return lukket && { tid: lukket, ventedage: 0 }
}

/** True where the citizen can have the decision by letter at `nu`. */
export function isMeddelt({ tid, ventedage }: Afgoerelse, breve: readonly Brevfakta[], nu: Tidspunkt): boolean {
  const dag = danskDag(tid)
  const sendt = breve.map((brev) => sendtDag(brev, nu))
  if (sendt.some((sendtDen) => sendtDen !== undefined && sendtDen >= dag)) return true
  const venteslut = plusDage(tid, ventedage)
  const kladdeFra = plusDage(tid, -KLADDE_FOER_DAGE)
  const isKladde = (brev: Brevfakta, i: number) =>
    sendt[i] === undefined && brev.oprettet >= kladdeFra && brev.oprettet <= venteslut
  return !breve.some(isKladde) && nu >= venteslut
}

/** The Danish day the letter went out: the later of its date and the day it was first finished; undefined where it has not yet. */
export function sendtDag({ fremdrift, brevDato }: Brevfakta, nu: Tidspunkt): string | undefined {
  const nuvaerende = fremdrift.find(({ virkning }) => virkning.fra <= nu && (virkning.til === null || nu < virkning.til))
  if (!isFaerdigt(nuvaerende?.status)) return undefined
  const faerdig = fremdrift
    .filter(({ status }) => isFaerdigt(status))
    .map(({ virkning }) => virkning.fra)
    .sort()[0]
  const dage = [brevDato, faerdig && danskDag(faerdig)].filter((dag) => dag !== undefined).sort()
  const seneste = dage.at(-1)
  return seneste !== undefined && seneste <= danskDag(nu) ? seneste : undefined
}

export const plusDage = (tid: Tidspunkt, dage: number): Tidspunkt =>
  new Date(Date.parse(tid) + dage * DAG_MS).toISOString() as Tidspunkt
