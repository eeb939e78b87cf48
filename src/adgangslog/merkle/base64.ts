/**
 * Standard base64 with padding, of exactly so many bytes, as it is written: what is written in two ways, or is longer or shorter than it must be, can be
 * read as something else than was hashed. Undefined for all else.
 */
export function readBase64(tekst: unknown, laengde: number): Buffer | undefined {
  if (typeof tekst !== 'string') return undefined
  const bytes = Buffer.from(tekst, 'base64')
  return bytes.length === laengde && bytes.toString('base64') === tekst ? bytes : undefined
}
