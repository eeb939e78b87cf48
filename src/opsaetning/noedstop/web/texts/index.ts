import type { Sprog } from '#web'
import { type Noedstoptekster, noedstopDa } from './da.ts'
import { noedstopEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Noedstoptekster } = { da: noedstopDa, en: noedstopEn }

/** The words of the pages of the emergency stop in a language. */
export const ord = (sprog: Sprog): Noedstoptekster => TEKSTER[sprog]
