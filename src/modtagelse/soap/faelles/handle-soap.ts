import { type Laesevalg, readBesked } from './konvolut.ts'
import { withLivstegn } from './livstegn.ts'
import { type SoapSvar, writeIndFault } from './svar.ts'
import type { Soapkald, SoapTjeneste } from './tjeneste.ts'

/** Reading and validating a message is one piece of work, and 5 MB of faults is a second of it: more would hold up everybody else. */
export const HOEJST_BYTES = 5 * 1024 * 1024

export type Soapvalg = Laesevalg & {
  /** Largest message in bytes; 5 MB where nothing is said. */
  readonly hoejstBytes?: number
}

/**
 * Answers one SOAP message whole: reads its envelope, validates it, and hands it to its operation. Never throws for what a message holds.
 * Throws what `kald` and `verifySikkerhed` throw: then nothing was kept, and the caller answers with writeReceiverFault.
 */
export async function handleSoap(
  tjeneste: SoapTjeneste,
  kald: Soapkald,
  body: string | Uint8Array,
  valg: Soapvalg = {},
): Promise<SoapSvar> {
  if (Buffer.byteLength(body) > (valg.hoejstBytes ?? HOEJST_BYTES)) return writeIndFault('IND-015', 413)
  const laest = await readBesked(tjeneste, body, valg)
  if ('status' in laest) return laest
  const svar = await laest.operation.svar(kald, laest.besked)
  if (laest.operation.leverer) return withLivstegn(kald, laest.besked.rod, svar)
  if (svar.regel === undefined) return svar
  // What asks or removes, and is refused, held nothing that could be missing.
  const { regel: _, ...spoergsmaal } = svar
  return spoergsmaal
}
