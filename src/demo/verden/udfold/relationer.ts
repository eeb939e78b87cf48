import type { Tidspunkt } from '#kernel'
import type { ElementKilde, RelationKilde, VirkningKilde } from '#modtagelse'
import { type Behandler, behandlere, type Enhed, findEnhed } from '../enheder.ts'
import type { Forloeb } from '../forloeb.ts'
import type { Kommune } from '../kommuner.ts'
import type { Person } from '../personer/person.ts'
import { createDel } from './tidslinje.ts'

/**
 * Relations in the short REST form: what intake fills in for every sender (virkning from the item's start, type and indeks by rolle,
 * a class's UUID from its number) is left out.
 */
export type Element<A extends ElementKilde['art']> = Extract<ElementKilde, { art: A }>

export const fra = (tid: Tidspunkt, til: Tidspunkt | null = null): VirkningKilde =>
  til === null ? { fra: tid } : { fra: tid, til }

export const ejer = (kommune: Kommune): RelationKilde => ({ rolle: 'Ejer', fuldtNavn: kommune.navn, cvrNummer: kommune.cvr })

export const enhedFor = (forloeb: Forloeb): Enhed => findEnhed(forloeb.kommune, forloeb.type.enhed)

export const ansvarlig = (enhed: Enhed, rolle = 'Ansvarlig'): RelationKilde => ({
  rolle,
  referenceId: enhed.id,
  fuldtNavn: enhed.navn,
  cvrNummer: enhed.kommune.cvr,
})

function behandlerFor(forloeb: Forloeb): Behandler | undefined {
  const kandidater = behandlere(enhedFor(forloeb))
  const foerste = kandidater[0]
  if (!foerste) return undefined
  const navn = forloeb.tilpasning.behandler
  return navn === undefined ? createDel(forloeb, 'behandler').vaelg(kandidater) : { ...foerste, navn }
}

/** The caseworker, as sources name them: for colleagues, never for the citizen. */
export function behandler(forloeb: Forloeb): RelationKilde[] {
  const person = behandlerFor(forloeb)
  if (!person) return []
  return [
    {
      rolle: 'Primær behandler',
      type: 'Bruger',
      referenceId: person.id,
      fuldtNavn: person.navn,
      cvrNummer: forloeb.kommune.cvr,
    },
  ]
}

export const part = (rolle: string, person: Pick<Person, 'cpr' | 'navn'>): RelationKilde => ({
  rolle,
  referenceId: `urn:oio:cpr-nr:${person.cpr}`,
  fuldtNavn: person.navn,
})

export const primaerKlasse = (forloeb: Forloeb): RelationKilde => ({
  rolle: 'Primær klasse',
  brugervendtNoegle: forloeb.type.kle,
  klassetitel: forloeb.type.kletitel,
})

/** One ordinary case in fifty is exempt from citizens' sight, as the law allows; a story made by hand says so itself. */
export const isUndtaget = (forloeb: Forloeb): boolean => forloeb.tilpasning.undtaget ?? createDel(forloeb, 'visning').chance(0.02)

export const undtagetForBorger: RelationKilde = {
  rolle: 'Visningsklasse',
  brugervendtNoegle: 'Visning undtaget for borger',
}

export const afgoerelsesklasse = (afslag: boolean, virkning: VirkningKilde): RelationKilde => ({
  virkning,
  rolle: 'Afgørelsesklasse',
  brugervendtNoegle: afslag ? 'Afgørelse mod primær part' : 'Afgørelse i primær parts favør',
})
