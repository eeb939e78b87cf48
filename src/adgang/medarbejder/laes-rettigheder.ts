import {
  type CvrNummer,
  parseFoelsomhed,
  parseKleMoenster,
  parseRolle,
  parseSystemrolle,
  type Rettighedsgruppe,
  type Rolle,
} from '#kernel'
import { kommuneMedCvr } from '#myndighed'
import { maalgruppeFor } from './medarbejder.ts'

const isTekst = (vaerdi: unknown): vaerdi is string => typeof vaerdi === 'string' && vaerdi !== ''
const isTekster = (vaerdi: unknown): vaerdi is string[] => Array.isArray(vaerdi) && vaerdi.every(isTekst)

/**
 * The groups that a session's row holds, for the session's own organisation. One that is not wholly as it should be, perhaps of an older version,
 * gives nothing: read in part it could give more than was given.
 */
export const readRettigheder = (raekke: unknown, cvr: CvrNummer): readonly Rettighedsgruppe[] =>
  Array.isArray(raekke) ? raekke.flatMap((led) => readGruppe(led, cvr) ?? []) : []

function readGruppe(led: unknown, cvr: CvrNummer): Rettighedsgruppe | undefined {
  if (typeof led !== 'object' || led === null) return undefined
  const { kommune, systemroller, kle, foelsomhed, enheder, itsystemer } = led as Readonly<Record<string, unknown>>
  if (kommune !== cvr || !isTekster(systemroller) || !isTekster(kle)) return undefined
  const roller = systemroller.map(parseSystemrolle).filter((rolle) => rolle !== undefined)
  const moenstre = kle.map(parseKleMoenster).filter((moenster) => moenster !== undefined)
  const hoejest = isTekst(foelsomhed) ? parseFoelsomhed(foelsomhed) : undefined
  const laest = roller.length === systemroller.length && moenstre.length === kle.length && moenstre.length > 0
  if (!laest || hoejest === undefined) return undefined
  if ([enheder, itsystemer].some((graense) => graense !== undefined && !isTekster(graense))) return undefined
  return {
    kommune: cvr,
    systemroller: roller,
    kle: moenstre,
    foelsomhed: hoejest,
    ...(enheder === undefined ? {} : { enheder: enheder as string[] }),
    ...(itsystemer === undefined ? {} : { itsystemer: itsystemer as string[] }),
  }
}

export const readEnheder = (raekke: unknown): readonly string[] => (isTekster(raekke) ? raekke : [])

/**
 * The roles that a session's own groups bring. Only those of a municipality, in a municipality: what a municipality's login says cannot make
 * anybody the operator of everybody's, nor a vendor.
 */
export const rollerAf = (rettigheder: readonly Rettighedsgruppe[]): readonly Rolle[] =>
  rettigheder.flatMap(({ kommune, systemroller }) =>
    kommuneMedCvr(kommune)
      ? systemroller.flatMap((navn) => {
          const rolle = parseRolle(navn)
          return rolle && maalgruppeFor(rolle) === 'kommune' ? [rolle] : []
        })
      : [],
  )
