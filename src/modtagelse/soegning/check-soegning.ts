import { type Afvist, afvist, type Ok, ok } from '#kernel'
import { isPartsliste, PART_URN, parsePartsnummer } from '../laesning/index.ts'
import {
  HOEJST_ANTAL,
  HOEJST_BETINGELSER,
  HOEJST_DYBDE,
  type Soegeafvisning,
  type Soegeudtryk,
  type Soegning,
} from './soegning.ts'

const HOEJST_FOERSTE = 1_000_000
const HOEJST_IDER = 500
const HOEJST_TEGN = 300
/** More of them in one text would make the comparing slow, and find nothing more. */
const HOEJST_JOKERE = 5

/** Is the search within its bounds? Pure. */
export function checkSoegning(soegning: Soegning): Ok<Soegning> | Afvist<Soegeafvisning> {
  const { arter, ider = [], udtryk, foerste = 0, antal = HOEJST_ANTAL, sortering = [] } = soegning
  if (arter.length === 0 || !isAntal(foerste, HOEJST_FOERSTE) || !isAntal(antal, HOEJST_ANTAL)) return afvist('SOEGNING_UGYLDIG')
  if (ider.length > HOEJST_IDER || sortering.length > HOEJST_DYBDE) return afvist('SOEGNING_FOR_STOR')
  if (!udtryk) return ok(soegning)
  const blade = leaves(udtryk, 1)
  if (!blade || blade.length > HOEJST_BETINGELSER) return afvist('SOEGNING_FOR_STOR')
  return blade.every(isGyldig) ? ok(soegning) : afvist('SOEGNING_UGYLDIG')
}

const isAntal = (tal: number, hoejst: number): boolean => Number.isInteger(tal) && tal >= 0 && tal <= hoejst

type Blad = Exclude<Soegeudtryk, { readonly og: unknown } | { readonly eller: unknown } | { readonly ikke: unknown }>

/** The conditions; undefined where they lie too deep, or are so many that there is no need to count on. */
function leaves(udtryk: Soegeudtryk, dybde: number): Blad[] | undefined {
  if (dybde > HOEJST_DYBDE) return undefined
  const under = 'og' in udtryk ? udtryk.og : 'eller' in udtryk ? udtryk.eller : 'ikke' in udtryk ? [udtryk.ikke] : undefined
  if (!under) return [udtryk as Blad]
  if (under.length > HOEJST_BETINGELSER) return undefined
  const blade: Blad[] = []
  for (const led of under) {
    const fundne = leaves(led, dybde + 1)
    if (!fundne || blade.length + fundne.length > HOEJST_BETINGELSER) return undefined
    blade.push(...fundne)
  }
  return blade
}

function isGyldig(blad: Blad): boolean {
  if (!('liste' in blad)) return !('brugerRef' in blad) || isKort(blad.brugerRef)
  const { felter = {}, intervaller = {} } = blad
  const vaerdier = [...Object.values(felter), ...Object.values(intervaller).flatMap(({ fra = '', til = '' }) => [fra, til])]
  return (
    vaerdier.length <= HOEJST_BETINGELSER &&
    vaerdier.every(isKort) &&
    (!isPartsliste(blad.liste) || (isReference(felter['referenceId']) && intervaller['referenceId'] === undefined))
  )
}

const isKort = (vaerdi: string | number | boolean): boolean =>
  typeof vaerdi !== 'string' || (vaerdi.length <= HOEJST_TEGN && vaerdi.split('*').length <= HOEJST_JOKERE + 1)

/**
 * A party is asked for by a whole number, or by a name: what is kept instead of a number is nobody's to ask by, and of a number that is not
 * whole nothing can be found.
 */
function isReference(vaerdi: string | number | boolean | undefined): boolean {
  if (typeof vaerdi !== 'string') return true
  if (vaerdi.toLowerCase().startsWith(PART_URN)) return false
  return parsePartsnummer(vaerdi) !== undefined || /^urn:oio:fuldtnavn:/i.test(vaerdi) || vaerdi.toLowerCase() === 'urn:empty'
}
