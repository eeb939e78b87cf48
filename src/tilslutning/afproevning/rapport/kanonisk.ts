/** The value as JSON in one form alone (RFC 8785, for text, whole numbers, booleans and what holds them), so that a signature survives reformatting. */
export function toKanoniskJson(vaerdi: unknown): string {
  if (Array.isArray(vaerdi)) return `[${vaerdi.map(toKanoniskJson).join(',')}]`
  if (typeof vaerdi !== 'object' || vaerdi === null) return JSON.stringify(vaerdi)
  const felter = Object.entries(vaerdi).filter(([, indhold]) => indhold !== undefined)
  // By UTF-16 code units, as < on texts compares.
  return `{${felter
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([navn, indhold]) => `${JSON.stringify(navn)}:${toKanoniskJson(indhold)}`)
    .join(',')}}`
}
