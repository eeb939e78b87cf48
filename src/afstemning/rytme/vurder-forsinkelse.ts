import type { Tidspunkt } from '#kernel'
import { createKalender, type Klasse, toTidspunkt } from './kalender.ts'
import type { Rytme } from './laer-rytme.ts'

/** What a source's next sign of life is expected by. */
export type Livsgrundlag = {
  readonly rytme: Rytme
  /** How often it is agreed that it says something, in hours. */
  readonly aftaltTimer: number
  /** Its last sign; undefined where there never was one. */
  readonly senest: Tidspunkt | undefined
  /** When it has itself said that the next one comes. */
  readonly lovet?: Tidspunkt | undefined
}

/** Until when a source may be silent, and what that follows from. */
export type Frist = { readonly frist: Tidspunkt; readonly af: 'aftale' | 'laert' | 'lovet' }

export type Forsinkelse = Frist & {
  readonly forsinket: boolean
  /** From when it is late. */
  readonly siden: Tidspunkt | undefined
}

const TIME_MS = 3_600_000
/** A daily delivery is not late because it takes an hour longer today. */
const AFTALT_SLAEK = 1.25
/** Learned of what was, not agreed: it takes more to call it late. */
const LAERT_SLAEK = 1.5
/** What comes every minute is not late because of one lost message. */
const MINDST_LAERT_MS = 15 * 60_000
const MINDST_LOVET_MS = 5 * 60_000
/** Where it is to say something within so many hours, nights on which it never does are no more counted than days off. */
const KORT_AFTALE_TIMER = 12
/** The longest row of days off (påske) and a day more: nobody is waited for longer because of days off. */
const HOEJST_UDSAT_MS = 6 * 24 * TIME_MS

/**
 * When a source that was last heard at `senest` is late. What is agreed always holds: what is learned, or promised, can only make it earlier.
 * Days off on which a source has never said anything are not counted, so that one that rests every weekend is not late on a Sunday; and one that
 * speaks every hour by day is late in the afternoon when it has been silent since noon. Undefined where it was never heard. Pure.
 */
export function findFrist({ rytme, aftaltTimer, senest, lovet }: Livsgrundlag): Frist | undefined {
  if (senest === undefined) return undefined
  const fra = Date.parse(senest)
  const aftalt = findAftalt(rytme, aftaltTimer, fra)
  const egen = lovet === undefined ? findLaert(rytme, fra, aftalt) : findLovet(lovet, fra)
  if (egen < aftalt) return { frist: toTidspunkt(egen), af: lovet === undefined ? 'laert' : 'lovet' }
  return { frist: toTidspunkt(aftalt), af: 'aftale' }
}

/** Whether a source is late now. One that was never heard is. Pure. */
export function vurderForsinkelse(grundlag: Livsgrundlag, nu: Tidspunkt): Forsinkelse {
  const frist = findFrist(grundlag)
  if (!frist) return { forsinket: true, siden: undefined, frist: nu, af: 'aftale' }
  const forsinket = nu > frist.frist
  return { ...frist, forsinket, siden: forsinket ? frist.frist : undefined }
}

function findAftalt(rytme: Rytme, aftaltTimer: number, fra: number): number {
  const ms = aftaltTimer * AFTALT_SLAEK * TIME_MS
  const hviler = (klasse: Klasse): boolean =>
    rytme?.[klasse] === 'stille' && (klasse === 'fridag' || (klasse === 'aften' && aftaltTimer < KORT_AFTALE_TIMER))
  return walk(fra, fra + ms + HOEJST_UDSAT_MS, (klasse) => (hviler(klasse) ? 0 : 1 / ms))
}

function findLaert(rytme: Rytme, fra: number, senest: number): number {
  if (!rytme) return senest
  return walk(fra, senest, (klasse) => {
    const pause = rytme[klasse]
    return pause === 'stille' ? 0 : 1 / Math.max(pause * LAERT_SLAEK, MINDST_LAERT_MS)
  })
}

/** Late by a quarter of the time it said. A promise of what is past is none: it is late at once when it has had a few minutes. */
function findLovet(lovet: Tidspunkt, fra: number): number {
  const om = Math.max(Date.parse(lovet) - fra, 0)
  return fra + Math.max(om * AFTALT_SLAEK, om + MINDST_LOVET_MS)
}

/** From `fra`, when patience is used up: each sort of time uses `andel` of it a millisecond. `hoejst` at the latest. */
function walk(fra: number, hoejst: number, andel: (klasse: Klasse) => number): number {
  let brugt = 0
  for (const { klasse, fra: start, til } of createKalender().stykker(fra, hoejst)) {
    const takt = andel(klasse)
    if (takt > 0 && brugt + (til - start) * takt >= 1) return Math.min(hoejst, Math.ceil(start + (1 - brugt) / takt))
    brugt += (til - start) * takt
  }
  return hoejst
}
