import type { Uuid } from '#kernel'
import { isPartsliste, PART_URN, type Partsnummer, parsePartsnummer, partsnoegle } from '../laesning/index.ts'
import type { Postbetingelse, Soegeudtryk } from './soegning.ts'

/** Numbers of parties in a search become parts, as in what is kept. Pure. */

/** Every number that a party is asked for by. */
export function collectSoegte(udtryk: Soegeudtryk): Partsnummer[] {
  if ('og' in udtryk) return udtryk.og.flatMap(collectSoegte)
  if ('eller' in udtryk) return udtryk.eller.flatMap(collectSoegte)
  if ('ikke' in udtryk) return collectSoegte(udtryk.ikke)
  return 'liste' in udtryk ? (nummerIn(udtryk) ?? []) : []
}

function nummerIn({ liste, felter }: Postbetingelse): [Partsnummer] | undefined {
  const vaerdi = felter?.['referenceId']
  const nummer = isPartsliste(liste) && typeof vaerdi === 'string' ? parsePartsnummer(vaerdi) : undefined
  return nummer && [nummer]
}

/** The search with parts for numbers. A number that nobody has is a part that there is none of. */
export function replaceSoegte(udtryk: Soegeudtryk, parter: ReadonlyMap<string, Uuid>): Soegeudtryk {
  if ('og' in udtryk) return { og: udtryk.og.map((led) => replaceSoegte(led, parter)) }
  if ('eller' in udtryk) return { eller: udtryk.eller.map((led) => replaceSoegte(led, parter)) }
  if ('ikke' in udtryk) return { ikke: replaceSoegte(udtryk.ikke, parter) }
  const [nummer] = ('liste' in udtryk && nummerIn(udtryk)) || []
  if (!nummer || !('liste' in udtryk)) return udtryk
  const referenceId = `${PART_URN}${parter.get(partsnoegle(nummer)) ?? INGEN}`
  return { ...udtryk, felter: { ...udtryk.felter, referenceId } }
}

/** Nobody: whom a number that is unknown here names. */
export const INGEN = '00000000-0000-0000-0000-000000000000' as Uuid

/** The part in a reference that has been replaced. */
export const partIn = (vaerdi: unknown): string | undefined =>
  typeof vaerdi === 'string' && vaerdi.startsWith(PART_URN) ? vaerdi.slice(PART_URN.length) : undefined
