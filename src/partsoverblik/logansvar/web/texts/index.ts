import type { Sprog } from '#web'
import { type Logansvarstekster, logansvarDa } from './da.ts'
import { logansvarEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Logansvarstekster } = { da: logansvarDa, en: logansvarEn }

/** The words of these pages in a language. */
export const ord = (sprog: Sprog): Logansvarstekster => TEKSTER[sprog]
