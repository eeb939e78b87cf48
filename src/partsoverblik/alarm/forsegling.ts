import type { Uuid } from '#kernel'

/** Where what was written about a visit belongs: sealed there, it opens nowhere else. */
export const begrundelsesAad = (besoeg: Uuid): string => `borgerblikket/besoeg/begrundelse ${besoeg}`
export const udfaldsAad = (besoeg: Uuid): string => `borgerblikket/alarm/udfald ${besoeg}`
export const udtraeksAad = (udtraek: Uuid): string => `borgerblikket/alarm/udtraek ${udtraek}`
