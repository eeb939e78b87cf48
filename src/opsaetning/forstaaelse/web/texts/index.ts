import type { Sprog } from '#web'
import { type Forstaaelsestekster, forstaaelseDa } from './da.ts'
import { forstaaelseEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Forstaaelsestekster } = { da: forstaaelseDa, en: forstaaelseEn }

/** The words of this page in a language. */
export const ord = (sprog: Sprog): Forstaaelsestekster => TEKSTER[sprog]
