/** A Danish company number: eight digits. The check digit is not required: KOMBIT's own samples (11111111) lack it. */
export type CvrNummer = string & { readonly __cvr: true }

export const parseCvrNummer = (text: string): CvrNummer | undefined => (/^\d{8}$/.test(text) ? (text as CvrNummer) : undefined)

/** As parseCvrNummer, for text that the program itself wrote. Throws RangeError. */
export function cvrNummer(text: string): CvrNummer {
  const parsed = parseCvrNummer(text)
  if (!parsed) throw new RangeError(`Not a CVR number: ${text.slice(0, 20)}`)
  return parsed
}
