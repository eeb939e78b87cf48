import type { Sprog } from '#web'
import { type Forhaandsvisningstekster, forhaandsvisningDa } from './da.ts'
import { forhaandsvisningEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Forhaandsvisningstekster } = { da: forhaandsvisningDa, en: forhaandsvisningEn }

/** The words of the preview's pages in a language. */
export const ord = (sprog: Sprog): Forhaandsvisningstekster => TEKSTER[sprog]
