import { type Tidspunkt, tidspunkt } from '#kernel'

/** Where the time comes from. Handed in, so that tests decide what time it is. */
export type Clock = { now(): Tidspunkt }

export const systemClock: Clock = { now: () => tidspunkt(new Date()) }

/** A clock that stands still, for tests. */
export const fixedClock = (t: Tidspunkt): Clock => ({ now: () => t })
