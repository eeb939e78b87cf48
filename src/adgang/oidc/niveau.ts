import type { Sikringsniveau } from '../session.ts'

const NSIS = 'https://data.gov.dk/concept/core/nsis/'
const NIVEAUER: ReadonlyMap<unknown, Sikringsniveau> = new Map([
  [`${NSIS}Substantial`, 'Substantial'],
  [`${NSIS}High`, 'High'],
])

/** The level of assurance that a claim names where it is Substantial or High; undefined for all other. */
export const parseNiveau = (loa: unknown): Sikringsniveau | undefined => NIVEAUER.get(loa)
