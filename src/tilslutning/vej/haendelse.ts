import type { Rolle } from '#adgang'
import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'

/** Somebody at work who has done a step, in the role that gave the right to it. */
export type Person = {
  readonly id: Uuid
  readonly cvr: CvrNummer
  readonly navn: string
  /** What the organisation calls itself. */
  readonly organisation: string
  readonly roller: readonly Rolle[]
}

/** A step that has been taken on the road of a system or a municipality. `nr`: from 1, without gaps; `af` undefined: the installation itself. */
export type Haendelse<T> = {
  readonly nr: number
  readonly tid: Tidspunkt
  readonly af: Omit<Person, 'roller'> | undefined
  readonly data: T
}

/** A step that takes two persons, when the first has asked for it. */
export type Forslag<A extends string> = {
  readonly id: Uuid
  readonly hvad: A
  readonly kommune: CvrNummer | undefined
  readonly af: Omit<Person, 'roller'>
  readonly tid: Tidspunkt
}

/** What is noted of an agreement: who signed, when, and where the paper lies. The paper itself is kept by the parties. */
export type Aftale = {
  /** The day it was signed, YYYY-MM-DD. */
  readonly underskrevet: string
  readonly underskriver: string
  /** Where it is filed: a case or document number. */
  readonly reference: string
}

/** An agreement to ask with whether one might be noted: only who asks is decided by. */
export const ENHVER_AFTALE: Aftale = { underskrevet: '2000-01-01', underskriver: 'x', reference: 'x' }

export const hasRolle = ({ roller }: Person, ...rettede: readonly Rolle[]): boolean =>
  rettede.some((rolle) => roller.includes(rolle))
