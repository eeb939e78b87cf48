import { laesTekst } from './laes-tekst.ts'
import { findCpr } from './regler/cpr.ts'

/** The personal numbers in a text in every form that the checks know, ten digits each. What is not ten digits is somebody's all the same. */
export function findNumre(tekst: string): readonly string[] {
  const numre = new Set<string>()
  const cprErEgen = (cpr: string): boolean => Boolean(numre.add(cpr))
  findCpr(laesTekst(tekst), { cprErEgen })
  return [...numre]
}
