import type { Sprog } from '#web'
import { type Bemaerkningstekster, bemaerkningDa } from './da.ts'
import { bemaerkningEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Bemaerkningstekster } = { da: bemaerkningDa, en: bemaerkningEn }

/** The words of remarks in a language. */
export const ord = (sprog: Sprog): Bemaerkningstekster => TEKSTER[sprog]
