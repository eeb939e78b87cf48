import type { Sprog } from '../sprog.ts'
import { da, type Tekster } from './da.ts'
import { en } from './en.ts'

export type { Tekster } from './da.ts'

const TEKSTER: { readonly [S in Sprog]: Tekster } = { da, en }

/** The shell's texts in a language. */
export const tekster = (sprog: Sprog): Tekster => TEKSTER[sprog]
