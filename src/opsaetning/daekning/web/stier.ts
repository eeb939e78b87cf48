import type { CvrNummer } from '#kernel'

/** The addresses of the map, and those that it leads to. */
export const STI = '/kommune/daekning'
export const FORVENTNING = `${STI}/forventning`
export const LAND = '/drift/daekning'
export const NOEDSTOP = '/kommune/noedstop'

/** Whose eyes the pages are seen with: the municipality's own, or the operator's. */
export type Kortstier = {
  readonly kort: string
  /** Undefined for one who does not belong to the municipality. */
  readonly forventning: string | undefined
  readonly system: (kilde: string) => string
  readonly tilslutning: string
}

export const KOMMUNESTIER: Kortstier = {
  kort: STI,
  forventning: FORVENTNING,
  system: (kilde) => `/kommune/tilslutning/${kilde}`,
  tilslutning: '/kommune/tilslutning',
}
export const driftstier = (kommune: CvrNummer): Kortstier => ({
  kort: `${LAND}/${kommune}`,
  forventning: undefined,
  system: (kilde) => `/drift/systemer/${kilde}`,
  tilslutning: '/drift/tilslutning',
})

export const omraadesti = ({ kort }: Kortstier, omraade: string): string => `${kort}/${omraade}`
export const feltsti = (stier: Kortstier, omraade: string, kilde: string): string => `${omraadesti(stier, omraade)}/${kilde}`
