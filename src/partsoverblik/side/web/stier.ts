import type { Uuid } from '#kernel'
import { toQuery, type Valg } from '../valg.ts'

export const STI = { soeg: '/kommune/borger', aabn: '/kommune/borger/aabn' } as const

/** A visit's own address: of the citizen it says nothing. */
export const besoegSti = (besoeg: Uuid): string => `${STI.soeg}/${besoeg}`

/** A page of the visit, at the open thing where one is open. */
export const sideSti = (besoeg: Uuid, valg: Partial<Valg>): string =>
  `${besoegSti(besoeg)}${toQuery(valg)}${valg.ting ? '#detalje' : ''}`

/** The id of a thing's row in the list, where the panel leads back to. */
export const raekkeId = (ref: string): string => `t-${ref}`
