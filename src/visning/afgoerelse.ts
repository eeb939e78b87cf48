import type { Tidspunkt } from '#kernel'
import { danskDag, plusArbejdsdage } from '#platform/clock'
import type { Brevfakta, Fremdriftsperiode, KleKonfiguration, Visningsfakta } from './fakta.ts'

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
const POSTGANG_DAGE = 7

/** Fremdrift of a document that is finished or handed over. */
const FAERDIGE = ['Publiceret', 'Endeligt', 'Afleveret'] as const
export const isFaerdigt = (fremdrift: string | undefined): boolean => FAERDIGE.some((status) => status === fremdrift)

/** Something that was decided, and how many days it waits for a letter where none is known. */
export type Afgoerelse = { readonly tid: Tidspunkt; readonly ventedage: number }

/** Whether the citizen may know of a decision, for one of the reasons there are to wait. */
export type Fortalt = (afgoerelse: Afgoerelse, breve: readonly Brevfakta[]) => boolean

/**
 * The decisions of a case at `nu`, oldest first: each Afgjort, or, where it was never Afgjort, its closings, since systems jump there. A
 * closing alone waits only for a letter that is known: most of them decide nothing.
 */
export function afgoerelser(fremdrift: readonly Fremdriftsperiode[], nu: Tidspunkt): readonly Afgoerelse[] {
  const naaet = (status: Fremdriftsperiode['status'], ventedage: number): Afgoerelse[] =>
    fremdrift
      .filter((periode) => periode.status === status && periode.virkning.fra <= nu)
      .map((periode) => periode.virkning.fra)
      .sort()
      .map((tid) => ({ tid, ventedage }))
  const afgjorte = naaet('Afgjort', POSTGANG_DAGE)
  return afgjorte.length > 0 ? afgjorte : naaet('Afsluttet', 0)
}

/**
 * The first decision that the citizen may not know of yet: the one after the newest that is told. Not the newest itself: of two within a
 * week the first would be seen on the day the second is made. What is older than a told one is told, whatever drafts lie about.
 */
export const foersteUfortalte = (
  alle: readonly Afgoerelse[],
  breve: readonly Brevfakta[],
  isFortalt: Fortalt,
): Afgoerelse | undefined => alle[alle.findLastIndex((afgoerelse) => isFortalt(afgoerelse, breve)) + 1]

/** Told by letter. */
export const isMeddeltVed =
  (nu: Tidspunkt): Fortalt =>
  (afgoerelse, breve) =>
    isMeddelt(afgoerelse, breve, nu)

/** Old enough: the municipality's working days have passed since the day of the decision. */
export const isUdeAfVentetid = ({ ventArbejdsdage }: KleKonfiguration, nu: Tidspunkt): Fortalt => {
  const idag = danskDag(nu)
  return ({ tid }) => plusArbejdsdage(danskDag(tid), ventArbejdsdage) <= idag
}

/** True for what came (on the day `kom`) onto a case on the day of its first untold decision, or later. What was shown before stays, so that nothing vanishes. */
export const isEfterUfortalt = ({ sager }: Visningsfakta, kom: string, nu: Tidspunkt, isFortalt: Fortalt): boolean =>
  sager.some(({ fremdrift, breve }) => {
    const afgoerelse = foersteUfortalte(afgoerelser(fremdrift, nu), breve, isFortalt)
    return afgoerelse !== undefined && kom >= danskDag(afgoerelse.tid)
  })

const SAMME_AFGOERELSE_DAGE = 30

/**
 * A grant is a decision. It belongs to its case's decision where they are about a month apart at most: grants are entered some days before
 * or after. Otherwise (a renewal, a case that is never set Afgjort, no case) it is one of its own from the day it came into being. So a new
 * decision on an old case does not hide the help that somebody has had for years.
 */
export function isBevillingHoldt({ sager, opstaaet }: Visningsfakta, nu: Tidspunkt, isFortalt: Fortalt): boolean {
  const egen: Afgoerelse = { tid: opstaaet, ventedage: POSTGANG_DAGE }
  if (sager.length === 0) return !isFortalt(egen, [])
  return sager.some(({ fremdrift, breve }) => {
    const afgjorte = fremdrift.filter(({ status }) => status === 'Afgjort')
    const sagens = afgoerelser(afgjorte, nu).at(-1)
    const hoererSammen =
      sagens !== undefined &&
      sagens.tid >= plusDage(opstaaet, -SAMME_AFGOERELSE_DAGE) &&
      sagens.tid <= plusDage(opstaaet, SAMME_AFGOERELSE_DAGE)
    return !isFortalt(hoererSammen ? sagens : egen, breve)
  })
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

/** YYYY-MM-DD, so many days on. */
export const plusKalenderdage = (dag: string, dage: number): string => plusDage(dag as Tidspunkt, dage).slice(0, 10)
