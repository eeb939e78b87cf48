import type { Sprog } from '#web'
import { type Gennemgangstekster, gennemgangDa } from './da.ts'
import { gennemgangEn } from './en.ts'

const TEKSTER: { readonly [S in Sprog]: Gennemgangstekster } = { da: gennemgangDa, en: gennemgangEn }

/** The words of the review's pages in a language. */
export const ord = (sprog: Sprog): Gennemgangstekster => TEKSTER[sprog]

/** What a finding is called; a code of a later edition of the checks is something else. */
export const fundord = (sprog: Sprog, kode: string): string => {
  const kendte: { readonly [kode: string]: string } = TEKSTER[sprog].fund
  return kendte[kode] ?? TEKSTER[sprog].fund.andet
}
