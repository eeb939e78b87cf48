import type { Sprog } from '#web'
import { type Taltekster, talDa } from './da.ts'
import { talEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Taltekster } = { da: talDa, en: talEn }

/** The words of this page in a language. */
export const ord = (sprog: Sprog): Taltekster => TEKSTER[sprog]
