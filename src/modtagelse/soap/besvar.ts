import { recordLivstegn } from '#afstemning/livstegn'
import type { Kilde } from '#kilde'
import { modtagBesked } from '../leverance/index.ts'
import { type Soegedeps, soeg } from '../soegning/index.ts'
import { handleSoap } from './faelles/handle-soap.ts'
import { type SoapSvar, STANDARD_STATUSKODER, writeSikkerhedFault } from './faelles/svar.ts'
import type { Soapkald, SoapTjeneste } from './faelles/tjeneste.ts'
import { IDWS_SAETNINGER, type IdwsAfvisning } from './idws/index.ts'
import { SAGDOKUMENTINDEKS } from './sagdokumentindeks/tjeneste.ts'
import { YDELSESTJENESTER } from './ydelsesindeks/tjenester.ts'

/** All SOAP services of the site. */
export const TJENESTER: readonly SoapTjeneste[] = [SAGDOKUMENTINDEKS, ...YDELSESTJENESTER]

/** A message that has been opened, and from whom. All of it can be told to another thread. */
export type SoapBesked = {
  /** The path of the service that it was sent to. */
  readonly sti: string
  readonly body: Uint8Array
  readonly kilde: Kilde
  readonly httpAction: string | undefined
  /** Trust in signatures is set up here. */
  readonly harTillid: boolean
}

/** Answers a message, here or in a thread of its own. Throws what keeping it throws: then nothing was kept. */
export type BesvarBesked = (besked: SoapBesked) => Promise<SoapSvar>

/** Answers messages in this thread. */
export const createBesvarelse =
  (deps: Soegedeps): BesvarBesked =>
  (besked) => {
    const tjeneste = TJENESTER.find(({ sti }) => sti === besked.sti)
    if (!tjeneste) throw new RangeError('No such SOAP service')
    return handleSoap(tjeneste, toKald(deps, besked.kilde), besked.body, {
      // What is left of security after a message has been opened: nothing. A header that the other reader saw no trace of, or one where no
      // trust is set up, is refused rather than passed over.
      verifySikkerhed: async ({ harSecurity }) =>
        harSecurity ? toSikkerhedsfejl(besked.harTillid ? 'SIKKERHED_TVETYDIG' : 'TILLID_MANGLER') : undefined,
      httpAction: besked.httpAction,
    })
  }

function toKald(deps: Soegedeps, kilde: Kilde): Soapkald {
  return {
    modtag: (linjer) => modtagBesked(deps, kilde, linjer),
    livstegn: (livstegn) =>
      deps.db.transaction({ rolle: 'modtagelse' }, (tx) => recordLivstegn(tx, kilde, livstegn, deps.clock.now())),
    soeg: (soegning) => soeg(deps, kilde, soegning),
    afsender: { itSystem: kilde.id, systemNavn: kilde.navn },
    roller: deps.roller,
    statuskoder: STANDARD_STATUSKODER,
  }
}

/** One that has been taken already is in the index or among the refused: that it came again is not kept once more. */
export const toSikkerhedsfejl = (kode: IdwsAfvisning): SoapSvar =>
  writeSikkerhedFault({ kode, ...IDWS_SAETNINGER[kode] }, kode !== 'BESKED_GENTAGET')
