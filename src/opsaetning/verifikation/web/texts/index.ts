import type { Sprog } from '#web'
import { type Verifikationstekster, verifikationDa } from './da.ts'
import { verifikationEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Verifikationstekster } = { da: verifikationDa, en: verifikationEn }

/** The words of these pages in a language. */
export const ord = (sprog: Sprog): Verifikationstekster => TEKSTER[sprog]
