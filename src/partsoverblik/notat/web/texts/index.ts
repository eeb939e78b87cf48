import type { Sprog } from '#web'
import { type Notattekster, notatDa } from './da.ts'
import { notatEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Notattekster } = { da: notatDa, en: notatEn }

/** The words of notes in a language. */
export const ord = (sprog: Sprog): Notattekster => TEKSTER[sprog]
