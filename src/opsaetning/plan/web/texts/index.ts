import type { Sprog } from '#web'
import { type Plantekster, planDa } from './da.ts'
import { planEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Plantekster } = { da: planDa, en: planEn }

/** The words of these pages in a language. */
export const ord = (sprog: Sprog): Plantekster => TEKSTER[sprog]
