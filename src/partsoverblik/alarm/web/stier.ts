import type { Uuid } from '#kernel'

export const STI = {
  koe: '/kommune/alarmer',
  tal: '/kommune/alarmer/tal',
  udtraek: '/kommune/alarmer/udtraek',
} as const

/** A visit's page: of the citizen its address says nothing. */
export const besoegsSti = (besoeg: Uuid): string => `${STI.koe}/${besoeg}`
export const koeSti = (side: number): string => (side > 1 ? `${STI.koe}?side=${side}` : STI.koe)
export const udtraeksSti = (udtraek: Uuid): string => `${STI.udtraek}/${udtraek}`
