import type { ElementKilde } from '../../element/element.kilde.ts'
import { type Rollekatalog, standardRoller } from '../../regler/index.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { tag, tekst } from '../faelles/skriv-vaerdier.ts'
import { DOKUMENT, type Objektkobling, SAG } from './elementfelter.ts'
import { type Post, writeRegistrering } from './skriv-registrering.ts'

/** Writes importer messages, as a fagsystem does: for tests, the bench, and demo sources that deliver over SOAP. */
const objekt = (kobling: Objektkobling, element: Post, roller: Rollekatalog): string =>
  tag(
    kobling.element,
    tekst('sd:UUIDIdentifikator', element['id']) +
      writeRegistrering(kobling, element, roller) +
      (kobling.art === 'sag' ? tekst('sag:UdenNotifikation', element['udenNotifikation']) : ''),
  )

const navnerum = Object.entries(NAVNERUM_URI)
  .map(([praefiks, uri]) => `xmlns:${praefiks}="${uri}"`)
  .join(' ')

/**
 * An importer message in a SOAP 1.2 envelope with the cases and documents of `elementer` (other kinds are left out: the wire has no
 * place for them). Roles and types known by name are written as UUIDs; nothing is checked, so that faulty messages can be written too.
 */
export function writeImporter(
  elementer: readonly ElementKilde[],
  transaktion: string,
  roller: Rollekatalog = standardRoller,
): string {
  const objekter = elementer.flatMap((element) => {
    if (element.art === 'sag') return [objekt(SAG, element, roller)]
    return element.art === 'dokument' ? [objekt(DOKUMENT, element, roller)] : []
  })
  const header = tag('hd:RequestHeader', tekst('hd:TransactionUUID', transaktion))
  const body = tag('sdi:ImporterSagDokumentIndeksInput', objekter.join(''))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope ${navnerum}>${tag('soap:Header', header)}${tag('soap:Body', body)}</soap:Envelope>`
}
