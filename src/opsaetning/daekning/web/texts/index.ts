import type { Sprog } from '#web'
import { type Daekningstekster, daekningDa } from './da.ts'
import { daekningEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Daekningstekster } = { da: daekningDa, en: daekningEn }

/** The words of these pages in a language. */
export const ord = (sprog: Sprog): Daekningstekster => TEKSTER[sprog]
