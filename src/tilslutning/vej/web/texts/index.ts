import type { Sprog } from '#web'
import { type Vejtekster, vejDa } from './da.ts'
import { vejEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Vejtekster } = { da: vejDa, en: vejEn }

/** The words of the pages of Tilslutning in a language. */
export const ord = (sprog: Sprog): Vejtekster => TEKSTER[sprog]
