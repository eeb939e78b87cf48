import type { Art } from '#kernel'
import { SKABELONER, type Skabelon } from './plantede.data.ts'

/** How often one is met where nobody has chosen: some in a caseworker's hour of review, few enough that most of the work is real. */
export const STANDARD_HVER = 40

/**
 * Whether the next title is to be a made-up one. By chance, since what comes at every fortieth is known at the fortieth. `tal` is from [0, 1).
 * Never where it would be all there is: a queue with nothing in it shows nothing.
 */
export const isTurnForPlantet = (hver: number, tal: number, venter: number): boolean => hver > 0 && venter > 0 && tal < 1 / hver

/** The template for a number from [0, 1): of the kind asked for, so that it fits among the others, else any. */
export function chooseSkabelon(art: Art, tal: number): Skabelon {
  const passende = SKABELONER.filter((skabelon) => skabelon.art === art)
  const valgte = passende.length > 0 ? passende : SKABELONER
  return valgte[Math.min(valgte.length - 1, Math.floor(tal * valgte.length))] as Skabelon
}

/** Found is all but approved: whoever corrects it or holds it back has read it. */
export const isFundet = (slags: string): boolean => slags !== 'godkend' && slags !== 'frigiv'

/** The kind that a template looks like; one from an earlier edition of the list is a note. */
export const artOfSkabelon = (navn: string): Art => SKABELONER.find((skabelon) => skabelon.navn === navn)?.art ?? 'journalnotat'
