import type { Sprog } from '#web'
import { da, type Overblikstekster } from './da.ts'
import { en } from './en.ts'

export type { Overblikstekster } from './da.ts'

const TEKSTER: { readonly [S in Sprog]: Overblikstekster } = { da, en }

/** The words of the citizen's pages in a language. */
export const ord = (sprog: Sprog): Overblikstekster => TEKSTER[sprog]
