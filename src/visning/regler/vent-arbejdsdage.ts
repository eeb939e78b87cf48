import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import { afgoerelser, foersteUfortalte, isBevillingHoldt, isEfterUfortalt, isUdeAfVentetid } from '../afgoerelse.ts'
import type { KleKonfiguration, Visningsfakta } from '../fakta.ts'
import { efterKonfiguration, skjul, vis } from '../regel.ts'

/**
 * A municipality that wishes to talk with people first has a decision wait some working days, letter or not. Hidden until then: what came
 * onto the case from the decision on, the letter among it; the grant that it gives and its payments. The case stays, told as it stood before
 * (fremdriftForBorger), and so do appointments and deadlines, as in the quarantine, which waits for another thing: both must be over.
 * After the quarantine in order, since a letter has to be sent by somebody, and these days pass by themselves.
 */
export const ventArbejdsdageRegel = efterKonfiguration((fakta, konfiguration, { nu }) =>
  konfiguration.ventArbejdsdage > 0 && isHoldtTilbage(fakta, konfiguration, nu) ? skjul('VENTER_ARBEJDSDAGE') : vis,
)

function isHoldtTilbage(fakta: Visningsfakta, konfiguration: KleKonfiguration, nu: Tidspunkt): boolean {
  const isFortalt = isUdeAfVentetid(konfiguration, nu)
  switch (fakta.art) {
    case 'sag':
    case 'aftale':
      return false
    case 'dokument':
      return isDokumentHoldt(fakta, konfiguration, nu)
    case 'journalnotat':
      return isEfterUfortalt(fakta, danskDag(fakta.opstaaet), nu, isFortalt)
    case 'bevilling':
    case 'oekonomiskEffektuering':
      return isBevillingHoldt(fakta, nu, isFortalt)
  }
}

function isDokumentHoldt(fakta: Visningsfakta, konfiguration: KleKonfiguration, nu: Tidspunkt): boolean {
  const { dokument, opstaaet, sager } = fakta
  const isFortalt = isUdeAfVentetid(konfiguration, nu)
  if (!dokument) return true
  // The citizen's own letter tells of nothing that the citizen does not know.
  if (dokument.type === 'Brev, indgaaende') return false
  if (!konfiguration.karantaene) return isEfterUfortalt(fakta, danskDag(opstaaet), nu, isFortalt)
  // The quarantine shows internal notes when the decision is told, and a letter when it is sent: to come into sight would tell it.
  if (dokument.type === 'Internt Notat')
    return sager.some(({ fremdrift, breve }) => foersteUfortalte(afgoerelser(fremdrift, nu), breve, isFortalt) !== undefined)
  const kom = dokument.type === 'Brev, udgaaende' ? dokument.sendt : undefined
  return isEfterUfortalt(fakta, kom ?? danskDag(opstaaet), nu, isFortalt)
}
