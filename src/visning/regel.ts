import { isUnderPraefiks } from '#kernel'
import type { KleKonfiguration, Skjulegrund, Visningsafgoerelse, Visningsfakta, Visningskontekst } from './fakta.ts'

/** One rule of showing: pure, and never a boolean, since somebody will ask why. */
export type Visningsregel = (fakta: Visningsfakta, kontekst: Visningskontekst) => Visningsafgoerelse

export const vis: Visningsafgoerelse = { vises: true }
export const skjul = (grund: Skjulegrund): Visningsafgoerelse => ({ vises: false, grund })

/**
 * The configuration that decides for the item, or undefined: closed. One that was handed in for another municipality or number, or is not
 * yet in force, counts as none, so that a mix-up by the caller hides.
 */
export function konfigurationI(fakta: Visningsfakta, { konfiguration, nu }: Visningskontekst): KleKonfiguration | undefined {
  if (konfiguration === undefined || fakta.kle === undefined) return undefined
  const passer =
    konfiguration.kommune === fakta.kommune &&
    isUnderPraefiks(fakta.kle, konfiguration.kle) &&
    konfiguration.gaelderFra <= nu &&
    konfiguration.aaben
  return passer ? konfiguration : undefined
}

/** A rule that asks the municipality's configuration. Where none is open it hides too, so that each rule stands alone. */
export const efterKonfiguration =
  (
    regel: (fakta: Visningsfakta, konfiguration: KleKonfiguration, kontekst: Visningskontekst) => Visningsafgoerelse,
  ): Visningsregel =>
  (fakta, kontekst) => {
    const konfiguration = konfigurationI(fakta, kontekst)
    return konfiguration ? regel(fakta, konfiguration, kontekst) : skjul('IKKE_AABNET')
  }
