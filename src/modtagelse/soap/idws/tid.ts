/** How far two clocks may be apart. */
export const UR_MS = 60_000

const TID = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** An xs:dateTime with its zone in ms since 1970; undefined for anything else, a time without a zone among it. */
export function laesTid(tekst: string | undefined): number | undefined {
  if (tekst === undefined || !TID.test(tekst)) return undefined
  const ms = Date.parse(tekst)
  return Number.isNaN(ms) ? undefined : ms
}
