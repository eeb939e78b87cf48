import type { Livstegn, recordLivstegn } from '#afstemning/livstegn'
import type { Resultat } from '#kernel'
import type { IndkommenLinje, Kvittering } from '../../leverance/index.ts'
import type { Afsender, Rollekatalog } from '../../regler/index.ts'
import type { Soegeafvisning, Soegesvar, Soegning } from '../../soegning/index.ts'
import type { Besked } from './besked.ts'
import type { SoapSvar, Statuskoder } from './svar.ts'

/** What one call may do, bound to the source that makes it. */
export type Soapkald = {
  /**
   * Takes in the lines of one message: registrations that pass the rules with their element, refused ones with their breaches, so that
   * they are kept and counted too. Answers one receipt a line, in order, when everything is durable.
   */
  readonly modtag: (linjer: readonly IndkommenLinje[]) => Promise<readonly Kvittering[]>
  /** Looks up what the index holds of the source's own, as the source sent it. The log has it before this answers. */
  readonly soeg: (soegning: Soegning) => Promise<Resultat<Soegesvar, Soegeafvisning>>
  /** Takes in the sign of life that stood in the message's header, when the message itself has been kept. */
  readonly livstegn: (livstegn: Livstegn) => ReturnType<typeof recordLivstegn>
  /** Who calls, as known by its credentials. */
  readonly afsender: Afsender
  readonly roller: Rollekatalog
  readonly statuskoder: Statuskoder
}

/** One operation: known by the root element of Body, as `<prefix>:<name>` of navnerum.ts. */
export type SoapOperation = {
  readonly element: string
  /** The soapAction of the WSDL, which is WS-Addressing's Action as well. */
  readonly action: string
  /** WS-Addressing's Action of the answer. */
  readonly svarAction: string
  /** It brings something, so a whole message that is refused could have held anything. */
  readonly leverer: boolean
  /**
   * Answers a message whose envelope is in order and whose Body was looked at by the schema; its breaches are in `besked.fejl`, for the
   * operation to tell. Throws what `kald` throws: then nothing was kept.
   */
  readonly svar: (kald: Soapkald, besked: Besked) => Promise<SoapSvar>
}

/** A SOAP 1.2 service: where it stands, what describes it, and what it does. */
export type SoapTjeneste = {
  /** The path, from the root of the site. `?wsdl` and `/xsd/<file>` stand below it. */
  readonly sti: string
  /** The description; its imports are `xsd/<file>`, its address is replaced as it is served. */
  readonly wsdl: URL
  /** The folders of the schema's files; a later one's file replaces an earlier one's of the same name. */
  readonly xsd: readonly URL[]
  /** The file that declares, or imports what declares, every operation's element and RequestHeader. */
  readonly rodskema: string
  readonly operationer: readonly SoapOperation[]
}

/** The files that all services share: identifiers, times, virkning, relations, answers, paging, RequestHeader. */
export const FAELLES_XSD = new URL('./xsd/', import.meta.url)
