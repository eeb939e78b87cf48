import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import { type Afgoerelse, isFaerdigt, isMeddelt, POSTGANG_DAGE, plusDage, senesteAfgoerelse } from '../afgoerelse.ts'
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
      return isBevillingHoldt(fakta, nu)
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

function isAfgjortOgMeddelt({ fremdrift, breve }: Sagsfakta, nu: Tidspunkt): boolean {
  const afgoerelse = senesteAfgoerelse(fremdrift, nu)
  return afgoerelse !== undefined && isMeddelt(afgoerelse, breve, nu)
}

/** True for what came onto a case on the day of a decision that is still untold, or later. What was shown before stays, so that nothing vanishes. */
const isEfterUmeddelt = ({ sager, opstaaet }: Visningsfakta, nu: Tidspunkt): boolean =>
  sager.some(({ fremdrift, breve }) => {
    const afgoerelse = senesteAfgoerelse(fremdrift, nu)
    return afgoerelse !== undefined && danskDag(opstaaet) >= danskDag(afgoerelse.tid) && !isMeddelt(afgoerelse, breve, nu)
  })

const SAMME_AFGOERELSE_DAGE = 30

/**
 * A grant is a decision. It belongs to its case's decision where they are about a month apart at most: grants are entered some days before
 * or after. Otherwise (a renewal, a case that is never set Afgjort, no case) it is one of its own from the day it came into being. So a new
 * decision on an old case does not hide the help that somebody has had for years.
 */
function isBevillingHoldt({ sager, opstaaet }: Visningsfakta, nu: Tidspunkt): boolean {
  const egen: Afgoerelse = { tid: opstaaet, ventedage: POSTGANG_DAGE }
  if (sager.length === 0) return !isMeddelt(egen, [], nu)
  return sager.some(({ fremdrift, breve }) => {
    const sagens = senesteAfgoerelse(
      fremdrift.filter(({ status }) => status === 'Afgjort'),
      nu,
    )
    const hoererSammen =
      sagens !== undefined &&
      sagens.tid >= plusDage(opstaaet, -SAMME_AFGOERELSE_DAGE) &&
      sagens.tid <= plusDage(opstaaet, SAMME_AFGOERELSE_DAGE)
    return !isMeddelt(hoererSammen ? sagens : egen, breve, nu)
  })
}
