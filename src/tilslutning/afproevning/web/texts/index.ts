import type { Sprog } from '#web'
import { type Afproevningstekster, afproevningDa } from './da.ts'
import { afproevningEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Afproevningstekster } = { da: afproevningDa, en: afproevningEn }

/** The words of the compliance test's pages in a language. */
export const ord = (sprog: Sprog): Afproevningstekster => TEKSTER[sprog]
