import { parseDato, type Tidspunkt, tidspunkt } from '#kernel'

// Built once: making a formatter costs about a hundred times as much as using it.
const KOEBENHAVN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The calendar day in Denmark at an instant, YYYY-MM-DD. Danish time is ahead of UTC, by three hours at the very most in any year of the
 * time zone database, so before 21:00 UTC the day is the text's own; only the last hours need the calendar.
 */
export function danskDag(t: Tidspunkt): string {
  return t.slice(11, 13) < '21' ? t.slice(0, 10) : KOEBENHAVN.format(Date.parse(t))
}

const KLOKKETIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' })

/** What hour the clocks in Denmark show at an instant, 0 to 23. */
export const danskTime = (t: Tidspunkt): number => Number(KLOKKETIME.format(Date.parse(t)))

const SEKUND = 1000
const TIME = 3600 * SEKUND

let senest: { readonly dato: string; readonly start: Tidspunkt } | undefined

/** The first instant of a Danish calendar day (YYYY-MM-DD), in whole seconds. Throws RangeError for what is no day. */
export function startOfDanskDag(dato: string): Tidspunkt {
  // Every page asks for today's.
  if (senest?.dato !== dato) senest = { dato, start: findStart(dato) }
  return senest.start
}

function findStart(dato: string): Tidspunkt {
  if (!parseDato(dato)) throw new RangeError(`Not a day: ${dato.slice(0, 20)}`)
  const midnatUtc = Date.parse(dato)
  // Searched, not computed: offsets change with the season, and before 1894 they were no whole hours.
  let foer = midnatUtc - 4 * TIME
  let efter = midnatUtc + 2 * TIME
  while (efter - foer > SEKUND) {
    const midt = foer + Math.floor((efter - foer) / (2 * SEKUND)) * SEKUND
    if (danskDag(tidspunkt(new Date(midt))) >= dato) efter = midt
    else foer = midt
  }
  return tidspunkt(new Date(efter))
}
