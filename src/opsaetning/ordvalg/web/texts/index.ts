import type { Sprog } from '#web'
import { type Ordvalgstekster, ordvalgDa } from './da.ts'
import { ordvalgEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Ordvalgstekster } = { da: ordvalgDa, en: ordvalgEn }

/** The words of these pages in a language. */
export const ord = (sprog: Sprog): Ordvalgstekster => TEKSTER[sprog]
