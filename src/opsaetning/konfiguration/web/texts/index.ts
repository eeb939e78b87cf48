import type { Sprog } from '#web'
import { type Konfigurationstekster, konfigurationDa } from './da.ts'
import { konfigurationEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Konfigurationstekster } = { da: konfigurationDa, en: konfigurationEn }

/** The words of the pages of the configuration in a language. */
export const ord = (sprog: Sprog): Konfigurationstekster => TEKSTER[sprog]
