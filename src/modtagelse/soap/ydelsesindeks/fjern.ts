import { parseUuid } from '#kernel'
import type { Besked } from '../faelles/besked.ts'
import { YDELSE_URI } from '../faelles/navnerum.ts'
import { modtagAlle, type UdenNummer } from '../faelles/objektvis.ts'
import { type SoapSvar, writeIndFault, writeStandardOutput } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { find } from '../faelles/xml-trae.ts'
import type { Objektkobling } from './felter.ts'

const URI = { bevilling: YDELSE_URI.bi, oekonomiskEffektuering: YDELSE_URI.oef } as const

/** Answers fjern of BevillingIndeks or OekonomiskEffektueringIndeks: one object, named by its UUID. Throws what `modtag` throws. */
export const answerFjern =
  ({ art }: Objektkobling) =>
  async (kald: Soapkald, { hoved, operation, fejl }: Besked): Promise<SoapSvar> => {
    const id = parseUuid(find(operation, 'sd:UUIDIdentifikator')?.tekst ?? '')
    if (fejl.length > 0 || id === undefined) return writeIndFault('IND-001', 400, hoved)
    const noteTekst = find(operation, 'sd:NoteTekst')?.tekst
    const fjern = { art, id, ...(noteTekst ? { noteTekst } : {}) }
    const linje: UdenNummer = { raa: JSON.stringify(fjern), brud: [], fjern }
    const [kvittering] = await modtagAlle(kald.modtag, [linje])
    const brud = kvittering?.udfald === 'afvist' ? kvittering.brud : []
    return writeStandardOutput(hoved, { element: 'FjernOutput', uri: URI[art] }, brud, kald.statuskoder)
  }
