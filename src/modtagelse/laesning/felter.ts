import { organisationsreference, toReference } from '#adgang'
import type { Adgangsforhold, Periode } from '#indeks'
import {
  type CvrNummer,
  type Foelsomhed,
  maskCpr,
  parseBeloeb,
  parseCvrNummer,
  parseDato,
  parseFoelsomhed,
  parseKleEmne,
  parseTidspunkt,
  parseUuid,
  type Tidspunkt,
  type Uuid,
  type Virkning,
} from '#kernel'
import { danskDag } from '#platform/clock'
import type { RelationKilde, VirkningKilde } from '../element/faelles.kilde.ts'
import type { Rollekatalog } from '../regler/index.ts'
import { partOf } from './parter.ts'

/** Reading of single values of an element that has passed the rules. What the rules guarantee is not checked again; what they leave open is. */

const BEGYNDELSE = '1800-01-01T00:00:00.000Z' as Tidspunkt

const toVirkning = (kilde: VirkningKilde | undefined): Virkning => ({
  fra: (kilde?.fra && parseTidspunkt(kilde.fra)) || BEGYNDELSE,
  til: kilde?.til ? (parseTidspunkt(kilde.til) ?? null) : null,
})

/** The posts with their times, in order of time; those without `vaerdi` are left out. */
export function perioder<K extends { readonly virkning?: VirkningKilde }, T>(
  poster: readonly K[] | undefined,
  vaerdi: (post: K) => T | undefined,
): Periode<T>[] {
  const fundne: Periode<T>[] = []
  for (const post of poster ?? []) {
    const laest = vaerdi(post)
    if (laest !== undefined) fundne.push({ ...laest, virkning: toVirkning(post.virkning) })
  }
  return fundne.length < 2
    ? fundne
    : fundne.sort((a, b) => order(a.virkning.fra, b.virkning.fra) || order(JSON.stringify(a), JSON.stringify(b)))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Free text with whatever could be a personal number masked: no text may carry one on. */
export const tekst = (kilde: string | undefined): string | undefined => (kilde === undefined ? undefined : maskCpr(kilde))

/** A date or dateTime as the Danish day it falls on. */
export function dag(kilde: string | undefined): string | undefined {
  if (kilde === undefined) return undefined
  const instant = parseTidspunkt(kilde)
  return parseDato(kilde) ?? (instant && danskDag(instant))
}

export const beloeb = (kilde: string | undefined) => (kilde === undefined ? undefined : parseBeloeb(kilde))

export const foelsomhed = <K extends { readonly virkning?: VirkningKilde; readonly foelsomhed?: string }>(
  poster: readonly K[] | undefined,
): Periode<{ foelsomhed: Foelsomhed }>[] =>
  perioder(poster, (post) => {
    const laest = post.foelsomhed === undefined ? undefined : parseFoelsomhed(post.foelsomhed)
    return laest && { foelsomhed: laest }
  })

/** Relations of one list, read by role. */
export class Relationer {
  readonly #relationer: readonly RelationKilde[]
  readonly #liste: string
  readonly #roller: Rollekatalog
  constructor(liste: string, relationer: readonly RelationKilde[] | undefined, roller: Rollekatalog) {
    this.#liste = liste
    this.#relationer = relationer ?? []
    this.#roller = roller
  }

  med(rolle: string): RelationKilde[] {
    return this.#relationer.filter((relation) => this.#rolle(relation) === rolle)
  }

  #rolle(relation: RelationKilde): string | undefined {
    return relation.rolle === undefined ? undefined : this.#roller.rolleNavn(this.#liste, relation.rolle)
  }

  /** The relation with the role at the instant, else the first with it. */
  ved(rolle: string, tid: Tidspunkt): RelationKilde | undefined {
    return this.alleVed(rolle, tid)[0]
  }

  /** Every relation with the role at the instant, else the first with it. */
  alleVed(rolle: string, tid: Tidspunkt): RelationKilde[] {
    const alle = this.med(rolle)
    const fundne = alle.filter(({ virkning }) => isVed(toVirkning(virkning), tid))
    return fundne.length > 0 ? fundne : alle.slice(0, 1)
  }

  /** The relations of any role that are not over at the instant: those that hold, and those that will. */
  ikkeForbi(tid: Tidspunkt): RelationKilde[] {
    return this.#relationer.filter(({ virkning }) => {
      const { til } = toVirkning(virkning)
      return til === null || til > tid
    })
  }

  /** The known parts with their roles. */
  parter(): Periode<{ part: Uuid; rolle: string }>[] {
    return perioder(this.#relationer, (relation) => {
      const part = partOf(relation)
      const rolle = this.#rolle(relation)
      return part && rolle ? { part, rolle } : undefined
    })
  }

  /** Ids that the relations with the role point at. */
  ids(rolle: string): Uuid[] {
    return this.med(rolle).flatMap((relation) => parseUuid(relation.referenceId ?? '') ?? [])
  }

  kommune(tid: Tidspunkt): CvrNummer | undefined {
    const ejer = this.ved('Ejer', tid)
    return ejer && kommuneOf(ejer)
  }

  /** The municipalities of every Ejer at the instant: the one that `kommune` gives, and any other. */
  kommuner(tid: Tidspunkt): CvrNummer[] {
    return this.alleVed('Ejer', tid).flatMap((ejer) => kommuneOf(ejer) ?? [])
  }

  /** The responsible units; a person in that role is left out, since no caseworker's name may come further. */
  ansvarlig(): Periode<{ enhed: string; navn: string }>[] {
    return perioder(this.med('Ansvarlig'), (relation) =>
      relation.type !== undefined && this.#roller.typeNavn(relation.type) === 'Bruger'
        ? undefined
        : { enhed: maskCpr(relation.referenceId ?? ''), navn: maskCpr(relation.fuldtNavn ?? '') },
    )
  }

  /** Every owner with its time, for who may see it; one without a CVR number is nobody's. */
  ejere(): NonNullable<Adgangsforhold['ejere']> {
    return perioder(this.med('Ejer'), (ejer) => ({ cvr: kommuneOf(ejer) ?? '' }))
  }

  /** Who handles it, by id alone: the review of titles gives each their own first. No name is kept. */
  behandlere(): { readonly behandlere?: Periode<{ behandler: string }>[] } {
    const fundne = perioder(this.med('Primær behandler'), ({ referenceId }) => {
      const behandler = parseUuid(referenceId ?? '')
      return behandler && { behandler }
    })
    return fundne.length > 0 ? { behandlere: fundne } : {}
  }

  kle(tid: Tidspunkt): string | undefined {
    return parseKleEmne(this.ved('Primær klasse', tid)?.brugervendtNoegle ?? '')
  }

  /** Every primary class with its time: what counts is the one at the time of showing. */
  kler(): Periode<{ kle: string }>[] {
    return perioder(this.med('Primær klasse'), ({ brugervendtNoegle = '' }) => {
      const kle = parseKleEmne(brugervendtNoegle)
      return kle && { kle }
    })
  }

  /** By name where the class is known, else by what it is called: an unknown class hides. */
  visningsklasser(): Periode<{ klasse: string }>[] {
    return perioder(this.med('Visningsklasse'), ({ referenceId = '', brugervendtNoegle = '' }) => ({
      klasse:
        this.#roller.klasseNavn(referenceId) ??
        this.#roller.klasseNavn(brugervendtNoegle) ??
        `ukendt ${referenceId || brugervendtNoegle}`,
    }))
  }
}

/** The responsible units by reference alone. */
export const enhederAf = (ansvarlig: readonly Periode<{ readonly enhed: string }>[]): NonNullable<Adgangsforhold['enheder']> =>
  ansvarlig.map(({ enhed, virkning }) => ({ enhed: toReference(enhed), virkning }))

/** Who stands on the positive list of a Sikkerhedsprofil, whatever the role is called. One that cannot be read stays on it, and is nobody. */
export const profilAf = (relationer: readonly RelationKilde[] | undefined): NonNullable<Adgangsforhold['profil']> =>
  perioder(relationer, ({ referenceId, cvrNummer }) => {
    const cvr = referenceId === undefined ? parseCvrNummer(cvrNummer ?? '') : undefined
    return { ref: cvr ? organisationsreference(cvr) : toReference(maskCpr(referenceId ?? '')) }
  })

const kommuneOf = ({ cvrNummer, referenceId }: RelationKilde): CvrNummer | undefined =>
  parseCvrNummer(cvrNummer ?? '') ?? parseCvrNummer(/^urn:oio:cvr-nr:(\d{8})$/i.exec(referenceId ?? '')?.[1] ?? '')

const isVed = (virkning: Virkning, tid: Tidspunkt): boolean =>
  virkning.fra <= tid && (virkning.til === null || tid < virkning.til)

/** The earliest instant in which the posts hold. */
export const tidligst = (poster: readonly { readonly virkning: Virkning }[], ellers: Tidspunkt): Tidspunkt =>
  poster[0]?.virkning.fra ?? ellers
