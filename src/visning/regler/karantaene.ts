import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import { afgoerelser, foersteUfortalte, isBevillingHoldt, isEfterUfortalt, isFaerdigt, isMeddeltVed } from '../afgoerelse.ts'
import type { Sagsfakta, Visningsfakta } from '../fakta.ts'
import { efterKonfiguration, skjul, vis } from '../regel.ts'

/**
 * Nobody learns of a decision from a list before the letter is sent. On by default; the municipality can switch it off for a number.
 * Hidden until then: the letter itself while it is written; internal notes; whatever else came onto the case from the decision on; the
 * grant that the decision gives, and its payments. The case stays, told as it stood before (fremdriftForBorger), and so do appointments
 * and deadlines: they are addressed to the citizen, who could lose a right by not knowing.
 */
export const karantaeneRegel = efterKonfiguration((fakta, { karantaene }, { nu }) =>
  karantaene && isHoldtTilbage(fakta, nu) ? skjul('KARANTAENE') : vis,
)

function isHoldtTilbage(fakta: Visningsfakta, nu: Tidspunkt): boolean {
  switch (fakta.art) {
    case 'sag':
    case 'aftale':
      return false
    case 'dokument':
      return isDokumentHoldt(fakta, nu)
    case 'journalnotat':
      return isEfterUmeddelt(fakta, nu)
    case 'bevilling':
    case 'oekonomiskEffektuering':
      return isBevillingHoldt(fakta, nu, isMeddeltVed(nu))
  }
}

/** Fremdrift of what came from outside and is being handled, not written. */
const MODTAGNE = ['Modtaget', 'Fordelt']

function isDokumentHoldt(fakta: Visningsfakta, nu: Tidspunkt): boolean {
  const { dokument } = fakta
  if (!dokument) return true
  const { type, fremdrift, brevDato } = dokument
  switch (type) {
    case 'Brev, indgaaende':
      return false
    case 'Brev, udgaaende':
      // A letter that is finished but dated ahead has not gone out.
      return !isFaerdigt(fremdrift) || (brevDato !== undefined && brevDato > danskDag(nu))
    case 'Internt Notat':
      return !isFaerdigt(fremdrift) || fakta.sager.length === 0 || !fakta.sager.every((sag) => isAfgjortOgMeddelt(sag, nu))
    default:
      // A state that is missing or not known may be that of a draft, and a draft of a plan or report tells what is about to be decided.
      return !(isFaerdigt(fremdrift) || MODTAGNE.includes(fremdrift ?? '')) || isEfterUmeddelt(fakta, nu)
  }
}

/** True where the newest decision is told: then those before it are. */
function isAfgjortOgMeddelt({ fremdrift, breve }: Sagsfakta, nu: Tidspunkt): boolean {
  const alle = afgoerelser(fremdrift, nu)
  return alle.length > 0 && foersteUfortalte(alle, breve, isMeddeltVed(nu)) === undefined
}

const isEfterUmeddelt = (fakta: Visningsfakta, nu: Tidspunkt): boolean =>
  isEfterUfortalt(fakta, danskDag(fakta.opstaaet), nu, isMeddeltVed(nu))
