import { hasOverlap, isUuid, parseTidspunkt, type Virkning } from '#kernel'
import { isUrn, type Post, type Sted, toSti } from './check-felt.ts'
import { indBrud } from './ind-regler.ts'
import type { Brudliste } from './regelbrud.ts'

const AKTOERTYPER = new Set(['Bruger', 'ItSystem'])
const NOTE_MAKS = 1024

const isReference = (vaerdi: unknown): boolean =>
  typeof vaerdi === 'string' && (isUuid(vaerdi) || (isUrn(vaerdi) && vaerdi.length <= 255))

const isNote = (vaerdi: unknown): boolean =>
  vaerdi === undefined || (typeof vaerdi === 'string' && (vaerdi.length <= NOTE_MAKS || [...vaerdi].length <= NOTE_MAKS))

/** The virkninger of one item are mostly the same, so the last one read is kept. */
let senest: { readonly fra: unknown; readonly til: unknown; readonly periode: Virkning | undefined } | undefined

/** The period of a received virkning, or undefined where it is no period: an instant missing or wrong (minus infinity too), or backwards. */
export function parsePeriode(vaerdi: unknown): Virkning | undefined {
  if (typeof vaerdi !== 'object' || vaerdi === null) return undefined
  const { fra, til } = vaerdi as Post
  if (senest?.fra !== fra || senest?.til !== til) senest = { fra, til, periode: toPeriode(fra, til) }
  return senest?.periode
}

function toPeriode(fra: unknown, til: unknown): Virkning | undefined {
  const start = typeof fra === 'string' ? parseTidspunkt(fra) : undefined
  if (start === undefined) return undefined
  if (til === null) return { fra: start, til: null }
  const slut = typeof til === 'string' ? parseTidspunkt(til) : undefined
  return slut !== undefined && slut > start ? { fra: start, til: slut } : undefined
}

/** OB5: wherever a virkning belongs it is whole. Adds IND-007 where it is not; gives the period where there is one. */
export function checkVirkning(post: Post, sted: Sted, brud: Brudliste): Virkning | undefined {
  const virkning = post['virkning']
  const periode = parsePeriode(virkning)
  const { aktoerRef, aktoerTypeKode, noteTekst } = (virkning ?? {}) as Post
  const hel = periode && isReference(aktoerRef) && AKTOERTYPER.has(String(aktoerTypeKode)) && isNote(noteTekst)
  if (!hel) addInd(brud, 'IND-007', `${toSti(sted)}.virkning`)
  return periode
}

/** IND-008: of the posts of one list only one may hold at a time. */
export function checkEneAdGangen(perioder: readonly (Virkning | undefined)[], sti: string, brud: Brudliste): void {
  if (perioder.length > 1 && hasOverlap(perioder.filter((periode) => periode !== undefined))) addInd(brud, 'IND-008', sti)
}

export function addInd(brud: Brudliste, regel: Parameters<typeof indBrud>[0], sti: string): void {
  brud.add(regel, sti, indBrud(regel, sti))
}
