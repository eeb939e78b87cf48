import { ARBEJDE, ARBEJDE_HYPPIGHED } from './arbejde.ts'
import { BOERN, BOERN_HYPPIGHED } from './boern.ts'
import { BOLIG_OG_BORGERSERVICE, BOLIG_OG_BORGERSERVICE_HYPPIGHED } from './bolig-og-borgerservice.ts'
import { ENKELTYDELSER, ENKELTYDELSER_HYPPIGHED } from './enkeltydelser.ts'
import { HJAELPEMIDLER, HJAELPEMIDLER_HYPPIGHED } from './hjaelpemidler.ts'
import { PLEJE, PLEJE_HYPPIGHED } from './pleje.ts'
import type { Hyppighed, Sagstype } from './sagstype.ts'

export const SAGSTYPER: readonly Sagstype[] = [
  ...ARBEJDE,
  ...ENKELTYDELSER,
  ...PLEJE,
  ...HJAELPEMIDLER,
  ...BOERN,
  ...BOLIG_OG_BORGERSERVICE,
]

export const HYPPIGHEDER: readonly Hyppighed[] = [
  ...ARBEJDE_HYPPIGHED,
  ...ENKELTYDELSER_HYPPIGHED,
  ...PLEJE_HYPPIGHED,
  ...HJAELPEMIDLER_HYPPIGHED,
  ...BOERN_HYPPIGHED,
  ...BOLIG_OG_BORGERSERVICE_HYPPIGHED,
]

const efterNoegle: ReadonlyMap<string, Sagstype> = new Map(SAGSTYPER.map((type) => [type.noegle, type]))

/** Throws RangeError for a name that is not in the catalogue: a mistake in the catalogue itself. */
export function findSagstype(noegle: string): Sagstype {
  const type = efterNoegle.get(noegle)
  if (!type) throw new RangeError(`No such kind of case: ${noegle}`)
  return type
}
