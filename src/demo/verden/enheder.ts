import { type Uuid, uuidFromName } from '#kernel'
import { FAST } from './id.ts'
import { KOMMUNER, type Kommune } from './kommuner.ts'
import { EFTERNAVNE, KVINDENAVNE, MANDENAVNE } from './navne.ts'
import { createTilfaeldighed } from './tilfaeldighed.ts'

export type EnhedArt =
  | 'jobcenter'
  | 'ydelse'
  | 'familie'
  | 'plads'
  | 'visitation'
  | 'hjaelpemidler'
  | 'byggesager'
  | 'borgerservice'
  | 'sundhed'

/** A unit that a citizen can turn to. The telephone numbers begin with 00, which no Danish number does. */
export type Enhed = {
  readonly id: Uuid
  readonly art: EnhedArt
  readonly kommune: Kommune
  readonly navn: string
  readonly telefon: string
  readonly telefontid: string
}

/** A made-up caseworker, as sources name them. Never to be shown to a citizen. */
export type Behandler = { readonly id: Uuid; readonly navn: string }

const NAVNE: readonly (readonly [EnhedArt, (kommune: Kommune) => string, telefontid: string])[] = [
  ['jobcenter', (kommune) => `Jobcenter ${kommune.by}`, 'mandag-torsdag 9-15, fredag 9-12'],
  ['ydelse', () => 'Ydelseskontoret', 'mandag-fredag 9-13'],
  ['familie', () => 'Familieafdelingen', 'mandag-torsdag 9-14'],
  ['plads', () => 'Pladsanvisningen', 'mandag-torsdag 10-14'],
  ['visitation', () => 'Visitationen', 'mandag-fredag 8-11'],
  ['hjaelpemidler', () => 'Hjælpemidler', 'mandag-fredag 8-12'],
  ['byggesager', () => 'Byggesager', 'tirsdag og torsdag 10-14'],
  ['borgerservice', () => 'Borgerservice', 'mandag-fredag 9-15, torsdag til 17'],
  ['sundhed', () => 'Sundhed og træning', 'mandag-fredag 8-14'],
]

export const ENHEDER: readonly Enhed[] = KOMMUNER.flatMap((kommune, k) =>
  NAVNE.map(([art, navn, telefontid], n) => ({
    id: uuidFromName(FAST, `enhed/${kommune.kode}/${art}`),
    art,
    kommune,
    navn: navn(kommune),
    telefon: `00 0${k + 1} 10 ${10 + n}`,
    telefontid,
  })),
)

/** Throws RangeError for a unit that the municipality lacks, which only a mistake in the catalogue can ask for. */
export function findEnhed(kommune: Kommune, art: EnhedArt): Enhed {
  const enhed = ENHEDER.find((kandidat) => kandidat.art === art && kandidat.kommune === kommune)
  if (!enhed) throw new RangeError(`${kommune.navn} has no unit ${art}`)
  return enhed
}

const BEHANDLERE_PR_ENHED = 8

const BEHANDLERE: ReadonlyMap<Uuid, readonly Behandler[]> = new Map(
  ENHEDER.map((enhed) => {
    const r = createTilfaeldighed(`behandlere/${enhed.id}`)
    return [
      enhed.id,
      Array.from({ length: BEHANDLERE_PR_ENHED }, (_, n) => ({
        id: uuidFromName(FAST, `behandler/${enhed.id}/${n}`),
        navn: `${r.vaelg(n % 3 === 2 ? MANDENAVNE : KVINDENAVNE)} ${r.vaelg(EFTERNAVNE)}`,
      })),
    ]
  }),
)

export const behandlere = (enhed: Enhed): readonly Behandler[] => BEHANDLERE.get(enhed.id) ?? []
