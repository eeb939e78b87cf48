import { parseUuid } from '#kernel'
import { find, type Xml } from './xml-trae.ts'

/** Values that every interface of the family writes alike. What is wrong is kept as it is, for the rules to refuse. */

/** A UnikIdType: its UUID in lower case or its URN; undefined where it holds neither. */
export function readId(xml: Xml | undefined): string | undefined {
  const uuid = find(xml, 'sd:UUIDIdentifikator')?.tekst
  return uuid === undefined ? find(xml, 'sd:URNIdentifikator')?.tekst : (parseUuid(uuid) ?? uuid)
}

/** A TidspunktType: the instant as written, null for the limit (infinity), undefined where it holds neither. */
export function readTidspunkt(xml: Xml | undefined): string | null | undefined {
  if (find(xml, 'sd:GraenseIndikator')) return null
  return find(xml, 'sd:TidsstempelDatoTid')?.tekst.trim()
}

/** A VirkningType. */
export function readVirkning(xml: Xml): Record<string, unknown> {
  const virkning: Record<string, unknown> = {}
  const fra = find(xml, 'sd:FraTidspunkt')
  const til = find(xml, 'sd:TilTidspunkt')
  // A limit as the beginning is minus infinity, which the sender may not use; it is kept as what it is, and refused by rule.
  if (fra) virkning['fra'] = readTidspunkt(fra) ?? '-infinity'
  if (til) virkning['til'] = readTidspunkt(til)
  const aktoer = find(xml, 'sd:AktoerRef')
  if (aktoer) virkning['aktoerRef'] = readId(aktoer)
  const type = find(xml, 'sd:AktoerTypeKode')
  if (type) virkning['aktoerTypeKode'] = type.tekst
  const note = find(xml, 'sd:NoteTekst')
  if (note) virkning['noteTekst'] = note.tekst
  return virkning
}
