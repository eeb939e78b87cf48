import { isUuid } from '#kernel'
import type { Rollekatalog } from '../../regler/index.ts'
import { escapeXml } from './xml-tekst.ts'

/** Values as every interface of the family writes them. */
type Post = Readonly<Record<string, unknown>>

export const tag = (navn: string, indhold: string): string => `<${navn}>${indhold}</${navn}>`

export const tekst = (navn: string, vaerdi: unknown): string => (vaerdi === undefined ? '' : tag(navn, escapeXml(String(vaerdi))))

/** A UUID or URN as UnikIdType. */
export const unikId = (navn: string, vaerdi: unknown): string => {
  if (vaerdi === undefined) return ''
  return tag(navn, tekst(isUuid(String(vaerdi)) ? 'sd:UUIDIdentifikator' : 'sd:URNIdentifikator', vaerdi))
}

const graense = (navn: string, vaerdi: unknown): string => {
  if (vaerdi === undefined) return ''
  return tag(navn, vaerdi === null ? '<sd:GraenseIndikator>true</sd:GraenseIndikator>' : tekst('sd:TidsstempelDatoTid', vaerdi))
}

/** The virkning of a post, where it has one. */
export function virkning(navn: string, post: Post): string {
  const vaerdi = post['virkning'] as Post | undefined
  if (!vaerdi) return ''
  const fra = vaerdi['fra'] === '-infinity' ? null : vaerdi['fra']
  const dele = [
    graense('sd:FraTidspunkt', fra),
    graense('sd:TilTidspunkt', vaerdi['til']),
    unikId('sd:AktoerRef', vaerdi['aktoerRef']),
    tekst('sd:AktoerTypeKode', vaerdi['aktoerTypeKode']),
    tekst('sd:NoteTekst', vaerdi['noteTekst']),
  ]
  return tag(navn, dele.join(''))
}

/** The UUID of a role of `liste` that is known by name; anything else as it is. */
export function rolleId(liste: string, vaerdi: unknown, roller: Rollekatalog): unknown {
  const navn = roller.rolleNavn(liste, String(vaerdi))
  return navn === undefined ? vaerdi : roller.rolleUuid(liste, navn)
}

/** The UUID of an object type that is known by name; anything else as it is. */
export function typeId(vaerdi: unknown, roller: Rollekatalog): unknown {
  const navn = roller.typeNavn(String(vaerdi))
  return navn === undefined ? vaerdi : roller.typeUuid(navn)
}
