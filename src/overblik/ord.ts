import type { CvrNummer, KleEmne } from '#kernel'
import { kommunensBorgerord } from '#klassifikation'
import type { Billede } from './billede.ts'
import type { EgneStatusord, Tosproget } from './visninger.ts'

/** The words that a municipality's things are told in: its own where it has chosen some, else the shipped ones. */

const TRIN = ['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'] as const

/** What a case with this number is called, and is. */
export const sagsord = ({ ordvalg }: Billede, kommune: CvrNummer, kle: string) =>
  kommunensBorgerord(ordvalg, kommune, kle as KleEmne)

/** The municipality's own words for the steps of a case; undefined where it has none, and then the pages' own stand. */
export function egneStatusord({ ordvalg }: Billede, kommune: CvrNummer): EgneStatusord | undefined {
  const egne = TRIN.flatMap((trin) => {
    const eget = ordvalg.find(kommune, 'fremdrift', trin)
    return eget?.forklaring ? [[trin, { ord: eget.titel, saetning: eget.forklaring }] as const] : []
  })
  return egne.length > 0 ? Object.fromEntries(egne) : undefined
}

/** The municipality's own words for a state of the source's, a kind of document or a benefit, where it has some. */
export const egetOrd = (
  { ordvalg }: Billede,
  kommune: CvrNummer,
  slags: 'sagsstatus' | 'dokumenttype' | 'ydelse',
  tekst: string,
): Tosproget | undefined => ordvalg.find(kommune, slags, tekst)?.titel

/** Several names as one text, each in the municipality's own words where it has some; undefined where it has none for any. */
export function egneNavne(billede: Billede, kommune: CvrNummer, navne: readonly string[]): Tosproget | undefined {
  const egne = navne.map((navn) => egetOrd(billede, kommune, 'ydelse', navn))
  if (egne.every((eget) => eget === undefined)) return undefined
  const join = (sprog: keyof Tosproget): string =>
    [...new Set(navne.map((navn, i) => egne[i]?.[sprog] ?? navn).filter((navn) => navn !== ''))].join(', ')
  return { da: join('da'), en: join('en') }
}
