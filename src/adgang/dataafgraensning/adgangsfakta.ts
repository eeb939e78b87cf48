import type { Art, CvrNummer, Foelsomhed, Medarbejdergrundlag, Uuid, Virkning } from '#kernel'

type Periode<T> = T & { readonly virkning: Virkning }

/**
 * What of one object decides who may see it, with the times it is true in; what counts is what is valid when it is asked. Where no owner or no
 * number is valid then, nobody may.
 */
export type Enkeltfakta = {
  readonly ejer: readonly Periode<{ readonly cvr: CvrNummer }>[]
  /** Of a grant those of its granted benefits, of a payment those of its lines, else the primary class. */
  readonly kle: readonly Periode<{ readonly kle: string }>[]
  /** None valid is the highest. */
  readonly foelsomhed: readonly Periode<{ readonly foelsomhed: Foelsomhed }>[]
  /** The units that answer for it, as toReference writes them. */
  readonly enheder: readonly Periode<{ readonly enhed: string }>[]
  /** Its Master, which can never change. */
  readonly itsystem: Uuid
  /** Sikkerhedsprofil: the positive list of organisations, units and users, as toReference writes them. One that cannot be read stays, as nobody. */
  readonly profil: readonly Periode<{ readonly ref: string }>[]
}

/**
 * All that decides who may see one item. What it stands on is there whole, whoever its parties are, with times cut to when it stands on it; one
 * that it names and that has not been delivered is there as UKENDT, which lets nobody pass.
 */
export type Adgangsfakta = {
  readonly art: Art
  readonly egne: Enkeltfakta
  /** The cases of a document, a note or an appointment; empty for the others. Order and repetition mean nothing. */
  readonly sager: readonly Enkeltfakta[]
  /** The grants that a payment carries out; empty for the others. */
  readonly bevillinger: readonly Enkeltfakta[]
  /** The payments that carry out a grant, of which only owner and numbers count; empty for the others. */
  readonly effektueringer: readonly Enkeltfakta[]
}

/** Who asks: the list of a Sikkerhedsprofil can name the user, a unit of theirs, or the organisation. */
export type Hvem = {
  readonly id: Uuid
  readonly kommune: CvrNummer
  /** As toReference writes them. */
  readonly enheder: readonly string[]
}

export const hvemAf = ({ aktoer, kommune, enheder }: Medarbejdergrundlag): Hvem => ({ id: aktoer.id, kommune, enheder })

/** What stands for something that is named and not known: without an owner nobody passes. */
export const UKENDT: Enkeltfakta = {
  ejer: [],
  kle: [],
  foelsomhed: [],
  enheder: [],
  itsystem: '00000000-0000-0000-0000-000000000000' as Uuid,
  profil: [],
}

/** One way of writing who is meant (a UUID, bare or as a URN, or another URN), so that two can be compared as texts. */
export const toReference = (tekst: string): string =>
  tekst
    .trim()
    .toLowerCase()
    .replace(/^urn:(oio:)?uuid:/, '')

/** How a Sikkerhedsprofil names an organisation. */
export const organisationsreference = (cvr: CvrNummer): string => `urn:oio:cvr-nr:${cvr}`
