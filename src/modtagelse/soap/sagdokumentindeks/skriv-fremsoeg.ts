import type { Rollekatalog } from '../../regler/index.ts'
import type { Fund } from '../../soegning/index.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { tag, tekst } from '../faelles/skriv-vaerdier.ts'
import { type SoapSvar, type Statuskoder, type Svarhoved, writeOutput, writeStandardRetur } from '../faelles/svar.ts'
import { DOKUMENT, type Objektkobling, SAG } from './elementfelter.ts'
import { writeRegistrering } from './skriv-registrering.ts'

/** How many of a kind fit, and which of them are in the answer. */
export type Antal = { readonly kobling: Objektkobling; readonly ialt: number; readonly foerste: number; readonly antal: number }

const writeAntal = ({ kobling, ialt, foerste, antal }: Antal): string =>
  tag(
    'sdi:Antal',
    tekst('sdi:Element', kobling.antal) +
      tekst('sdi:Antal', ialt) +
      tag('sdi:Paginering', tekst('sd:FoersteResultatReference', foerste) + tekst('sd:MaksimalAntalKvantitet', antal)),
  )

/** One object as the source sent it, with the time when the index took it in. */
const writeBillede = (kobling: Objektkobling, { id, modtaget, element }: Fund, roller: Rollekatalog): string =>
  tag(
    kobling.billede,
    tag(`${kobling.praefiks}:ObjektType`, tekst('sd:UUIDIdentifikator', id)) +
      writeRegistrering(kobling, element, roller, modtaget),
  )

const NAVNERUM = Object.entries(NAVNERUM_URI)
  .filter(([praefiks]) => ['sd', 'gd', 'sag', 'si', 'di', 'sdi'].includes(praefiks))
  .map(([praefiks, uri]) => `xmlns:${praefiks}="${uri}"`)
  .join(' ')

/** FremsoegSagDokumentIndeksOutput: the counts, then the cases, then the documents, as the schema wants them. */
export function writeFremsoeg(
  hoved: Svarhoved,
  antal: readonly Antal[],
  fund: readonly Fund[],
  { roller, statuskoder }: { readonly roller: Rollekatalog; readonly statuskoder: Statuskoder },
): SoapSvar {
  const billeder = [SAG, DOKUMENT].flatMap((kobling) =>
    fund.filter(({ art }) => art === kobling.art).map((led) => writeBillede(kobling, led, roller)),
  )
  const indhold = writeStandardRetur([], statuskoder) + antal.map(writeAntal).join('') + billeder.join('')
  const navn = 'sdi:FremsoegSagDokumentIndeksOutput'
  return writeOutput(hoved, `<${navn} ${NAVNERUM}>${indhold}</${navn}>`)
}
