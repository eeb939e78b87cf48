import type { KleEmne } from '#kernel'
import { LIVSOMRAADER, type LivsomraadeNoegle, livsomraadeFor } from '#klassifikation'

export type Livsomraadenoegle = LivsomraadeNoegle

/** The area of life that a number belongs to; one without a number belongs to the rest. */
export const omraadeFor = (kle: string): Livsomraadenoegle => livsomraadeFor(kle as KleEmne).noegle

/** The area in words. */
export const omraadenavn = (noegle: string, sprog: 'da' | 'en'): string =>
  LIVSOMRAADER.find((omraade) => omraade.noegle === noegle)?.navn[sprog] ?? noegle
