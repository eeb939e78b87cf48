import type { Art, CvrNummer, KleEmne, Tidspunkt, Uuid } from '#kernel'

/** What can happen to an object. 'skrevet': a note was written here for the case's own system to fetch; nobody else hears of it. */
export const HAENDELSESARTER = ['importeret', 'opdateret', 'fjernet', 'skrevet'] as const
export type Haendelsesart = (typeof HAENDELSESARTER)[number]

/**
 * Something that happened to an object: everything that is told of it, and nothing about a person. Where a note or a payment belongs is taken
 * from what it stands on; undefined where that is not known, or where it stands on things in several places.
 */
export type Haendelse = {
  readonly id: Uuid
  /** The place in the order; never told to a receiver, since the gaps between those that it hears of would count what it may not hear of. */
  readonly loebenr: number
  /** When it was kept here. */
  readonly tid: Tidspunkt
  readonly objekt: Uuid
  /** The sender's own time of the registration: of two events about one object the later has the later. */
  readonly tidspunkt: Tidspunkt
  readonly art: Art
  readonly haendelse: Haendelsesart
  readonly master: Uuid | undefined
  readonly kommune: CvrNummer | undefined
  readonly kle: KleEmne | undefined
  /** The sender asked that nobody be notified; who keeps a copy must know of it all the same. */
  readonly udenNotifikation: boolean
}
