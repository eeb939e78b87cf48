import type { Sprog } from '../sprog.ts'
import { type Arbejdstekster, arbejdeDa } from './arbejde.da.ts'
import { arbejdeEn } from './arbejde.en.ts'
import { da, type Tekster } from './da.ts'
import { en } from './en.ts'

export type { Tekster } from './da.ts'

const TEKSTER: { readonly [S in Sprog]: Tekster } = { da, en }

/** The shell's texts in a language. */
export const tekster = (sprog: Sprog): Tekster => TEKSTER[sprog]

const ARBEJDE: { readonly [S in Sprog]: Arbejdstekster } = { da: arbejdeDa, en: arbejdeEn }

/** The texts of the shell for people at work. */
export const arbejdstekster = (sprog: Sprog): Arbejdstekster => ARBEJDE[sprog]
