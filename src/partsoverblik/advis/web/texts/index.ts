import type { Sprog } from '#web'
import { type Advistekster, advisDa } from './da.ts'
import { advisEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Advistekster } = { da: advisDa, en: advisEn }

/** The words of advis in a language. */
export const ord = (sprog: Sprog): Advistekster => TEKSTER[sprog]
