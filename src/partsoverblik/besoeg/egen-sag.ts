import {
  FOELSOMHEDER,
  type Foelsomhed,
  gaeldende,
  type KleEmne,
  parseKleEmne,
  type Tidspunkt,
  type Uuid,
  type Virkning,
} from '#kernel'
import type { SetRaekke } from './besoeg.sql.ts'

type Periode<T> = T & { readonly virkning: Virkning }

/** Of something that the employee may see: what decides whether it is theirs to handle, and how sensitive it is. */
export type Sete = {
  readonly id: Uuid
  readonly sag: boolean
  readonly kle: KleEmne | undefined
  readonly foelsomhed: Foelsomhed
  /** The units that answer for it now. */
  readonly enheder: readonly string[]
  readonly afsluttet: boolean
}

/** As it holds now. Without a sensitivity of its own a thing on a case counts as the least: the case says it. */
export function toSet(raekke: SetRaekke, nu: Tidspunkt): Sete {
  const nuvaerende = <T>(led: readonly Periode<T>[] | null): readonly Periode<T>[] => gaeldende(led ?? [], nu)
  const niveauer = nuvaerende(raekke.foelsomhed).map(({ foelsomhed }) => FOELSOMHEDER.indexOf(foelsomhed))
  return {
    id: raekke.item_id,
    sag: raekke.art === 'sag',
    kle: parseKleEmne(raekke.kle),
    foelsomhed: FOELSOMHEDER[Math.max(0, ...niveauer)] ?? 'VIP_SAGER',
    enheder: nuvaerende(raekke.ansvarlig).map(({ enhed }) => reference(enhed)),
    afsluttet: nuvaerende(raekke.fremdrift).some(({ status }) => status === 'Afsluttet'),
  }
}

/** One way of writing a unit: a UUID, bare or as a URN. */
const reference = (tekst: string): string =>
  tekst
    .trim()
    .toLowerCase()
    .replace(/^urn:(oio:)?uuid:/, '')

/**
 * The case that a visit's purpose is taken from: an open one that the employee handles (Primær behandler), else one that a unit of theirs answers
 * for; of several the one asked for, else the first by id, so that the same visit is the same. Pure. A closed case is no reason to look: what is left
 * to do of it is one of the other purposes.
 */
export function chooseEgenSag(
  sete: readonly Sete[],
  hvem: { readonly id: Uuid; readonly enheder: readonly string[] },
  behandlere: ReadonlyMap<Uuid, readonly string[]>,
  oensket?: Uuid,
): Uuid | undefined {
  const egneEnheder = new Set(hvem.enheder.map(reference))
  const aabne = sete.filter(({ sag, afsluttet }) => sag && !afsluttet).sort((a, b) => (a.id < b.id ? -1 : 1))
  const somBehandler = aabne.filter(({ id }) => behandlere.get(id)?.includes(hvem.id))
  const somEnhed = aabne.filter(({ enheder }) => enheder.some((enhed) => egneEnheder.has(enhed)))
  const egne = [...somBehandler, ...somEnhed]
  return (egne.find(({ id }) => id === oensket) ?? egne[0])?.id
}
