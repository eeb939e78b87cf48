import type { Sprog } from '#web'
import { type Partsoverbliktekster, partsoverblikDa } from './da.ts'
import { partsoverblikEn } from './en.ts'
import { type Hvorfortekster, hvorforDa } from './hvorfor.da.ts'
import { hvorforEn } from './hvorfor.en.ts'

const TEKSTER: { readonly [S in Sprog]: Partsoverbliktekster } = { da: partsoverblikDa, en: partsoverblikEn }

/** The words of these pages in a language. */
export const ord = (sprog: Sprog): Partsoverbliktekster => TEKSTER[sprog]

/** A state in words; one that no standard names stands as the source wrote it. */
export const tilstandsord = (sprog: Sprog, tilstand: string): string => {
  const kendte: Readonly<Record<string, string>> = ord(sprog).tilstand
  return Object.hasOwn(kendte, tilstand) ? (kendte[tilstand] ?? tilstand) : tilstand
}

const HVORFOR: { readonly [S in Sprog]: Hvorfortekster } = { da: hvorforDa, en: hvorforEn }

/** The words of why something can be seen or not. */
export const hvorforord = (sprog: Sprog): Hvorfortekster => HVORFOR[sprog]
