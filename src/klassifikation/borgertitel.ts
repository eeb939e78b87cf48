import type { KleEmne } from '#kernel'
import type { Borgertekst, Sprog } from './emner/emne.ts'
import { BORGER_EMNER } from './emner/index.ts'
import { gruppenavn, hovedgruppenavn } from './grupper.ts'
import { livsomraadeFor } from './livsomraade.ts'

/** The citizens' words for a KLE emne, and how near to the number they are. */
export type Borgertitel = Borgertekst & { readonly niveau: 'emne' | 'gruppe' | 'hovedgruppe' | 'livsomraade' }

/**
 * What a case with this number is called and is, in plain words: the emne's own, else its group's, its hovedgruppe's, its life area's.
 * Total: a local or unknown number gets words too, and no KLE number or colleague's title reaches the page.
 */
export function borgertitel(kle: KleEmne, sprog: Sprog): Borgertitel {
  const egen = BORGER_EMNER.get(kle)?.borger[sprog]
  if (egen) return { ...egen, niveau: 'emne' }
  const omraade = livsomraadeFor(kle).navn[sprog]
  const forklaring = sprog === 'da' ? `Sagen hører til området ${omraade}.` : `The case belongs to the area ${omraade}.`
  const gruppe = gruppenavn(kle.slice(0, 5), sprog)
  if (gruppe) return { titel: gruppe, forklaring, niveau: 'gruppe' }
  const hovedgruppe = hovedgruppenavn(kle.slice(0, 2), sprog)
  if (hovedgruppe) return { titel: hovedgruppe, forklaring, niveau: 'hovedgruppe' }
  return { titel: omraade, forklaring, niveau: 'livsomraade' }
}

/** The citizens' own words for a hovedgruppe, gruppe or emne by its number; undefined where that very number has none. */
export const emnenavn = (nr: string, sprog: Sprog): string | undefined =>
  BORGER_EMNER.get(nr as KleEmne)?.borger[sprog].titel ?? gruppenavn(nr, sprog) ?? hovedgruppenavn(nr, sprog)
