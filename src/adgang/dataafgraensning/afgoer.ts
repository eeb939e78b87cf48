import type { Rettighedsgruppe, Systemrolle, Tidspunkt } from '#kernel'
import type { Adgangsfakta, Enkeltfakta, Hvem } from './adgangsfakta.ts'
import { hindringer, REGLER, type Regel, type Sammenhold } from './indenfor.ts'

/** What stops a group: one of the rules, at the item itself or at what it stands on; or that it stands on nothing that is known. */
export type Hindring =
  | { readonly ved: 'gruppe'; readonly regel: 'KOMMUNE' | 'ROLLE' }
  | { readonly ved: 'egen' | 'sag' | 'bevilling' | 'effektuering'; readonly regel: Regel | 'INGEN' }

/** A payment says nothing of sensitivity, units or a list: its grant does. */
const UDBETALINGENS: readonly Regel[] = ['EJER', 'KLE', 'ITSYSTEM']
/** What a grant's payments must agree to: that they are the same municipality's, and about a matter that is covered. */
const MODSVAR: readonly Regel[] = ['EJER', 'KLE']
/** What something on a case has of its own; owner, number and unit are the case's. */
const PAA_SAG: readonly Regel[] = ['FOELSOMHED', 'ITSYSTEM', 'PROFIL']

/**
 * What stops one group, taken as a whole, at an item; empty where it passes. By kind (domain.md 1.4): a case by all of its own; a document or an
 * appointment by its own sensitivity and one of its cases, on none by all of its own; a note by its case, and by a sensitivity of its own where it says
 * one; a grant by all of its own with one of its numbers, and by a payment where there are payments; a payment by owner and one of its numbers, and
 * by one of its grants.
 */
export function hindringerFor(s: Sammenhold, fakta: Adgangsfakta): readonly Hindring[] {
  const { egne, sager, bevillinger, effektueringer } = fakta
  const egen = (regler: readonly Regel[], maade: 'hvertNummer' | 'etNummer' = 'hvertNummer') =>
    hindringer(s, egne, regler, maade).map((regel) => ({ ved: 'egen', regel }) as const)
  switch (fakta.art) {
    case 'sag':
      return egen(REGLER)
    case 'dokument':
    case 'aftale':
      return sager.length === 0 ? egen(REGLER) : [...egen(PAA_SAG), ...enAf(s, 'sag', sager, REGLER)]
    case 'journalnotat':
      return [...egen(egne.foelsomhed.length === 0 ? [] : ['FOELSOMHED']), ...enAf(s, 'sag', sager, REGLER)]
    case 'bevilling':
      return [
        ...egen(REGLER, 'etNummer'),
        ...(effektueringer.length === 0 ? [] : enAf(s, 'effektuering', effektueringer, MODSVAR)),
      ]
    case 'oekonomiskEffektuering':
      return [...egen(UDBETALINGENS, 'etNummer'), ...enAf(s, 'bevilling', bevillinger, REGLER)]
  }
}

/** What stops the group at every one of them, each told once; nothing where one passes whole. */
function enAf(
  s: Sammenhold,
  ved: 'sag' | 'bevilling' | 'effektuering',
  led: readonly Enkeltfakta[],
  regler: readonly Regel[],
): readonly Hindring[] {
  if (led.length === 0) return [{ ved, regel: 'INGEN' }]
  const fundne = led.map((en) => hindringer(s, en, regler, ved === 'sag' ? 'hvertNummer' : 'etNummer'))
  if (fundne.some((en) => en.length === 0)) return []
  return regler.filter((regel) => fundne.some((en) => en.includes(regel))).map((regel) => ({ ved, regel }))
}

/** What stops a group in letting somebody do what one of `roller` lets them with an item; empty where it may be done. */
export function hindringerI(
  gruppe: Rettighedsgruppe,
  roller: readonly Systemrolle[],
  fakta: Adgangsfakta,
  hvem: Hvem,
  nu: Tidspunkt,
): readonly Hindring[] {
  if (gruppe.kommune !== hvem.kommune) return [{ ved: 'gruppe', regel: 'KOMMUNE' }]
  const rolle = gruppe.systemroller.some((givet) => roller.includes(givet))
  const fundne = hindringerFor({ gruppe, hvem, nu }, fakta)
  return rolle ? fundne : [{ ved: 'gruppe', regel: 'ROLLE' }, ...fundne]
}

/** Whether one group, as a whole, lets somebody see the item. */
export const maaSe = (gruppe: Rettighedsgruppe, fakta: Adgangsfakta, hvem: Hvem, nu: Tidspunkt): boolean =>
  hindringerI(gruppe, ['se'], fakta, hvem, nu).length === 0

/** Whether one of the groups does. Never what they cover together: number x up to one level and y up to another is not x up to the other. */
export const maaSeNogen = (grupper: readonly Rettighedsgruppe[], fakta: Adgangsfakta, hvem: Hvem, nu: Tidspunkt): boolean =>
  grupper.some((gruppe) => maaSe(gruppe, fakta, hvem, nu))

/** Whether one of the groups lets somebody know that the item exists: by a right of its own within the same limits, or because they may see it. */
export const maaKende = (grupper: readonly Rettighedsgruppe[], fakta: Adgangsfakta, hvem: Hvem, nu: Tidspunkt): boolean =>
  grupper.some((gruppe) => hindringerI(gruppe, ['se', 'kendskab'], fakta, hvem, nu).length === 0)

/**
 * The facts without what the thing stands on and the asker may not know of: a document on two cases, of which one is another municipality's or too
 * sensitive, is to be explained by the other alone, since each rule that a case fails tells that there is such a case. No group's answer changes by
 * it for one who may know of the thing: what lets a group pass may be known of.
 */
export function withoutUkendte(
  grupper: readonly Rettighedsgruppe[],
  fakta: Adgangsfakta,
  hvem: Hvem,
  nu: Tidspunkt,
): Adgangsfakta {
  const kender = grupper.filter(
    ({ kommune, systemroller }) =>
      kommune === hvem.kommune && systemroller.some((rolle) => rolle === 'se' || rolle === 'kendskab'),
  )
  const kendte = (led: readonly Enkeltfakta[], regler: readonly Regel[], maade: 'hvertNummer' | 'etNummer') =>
    led.filter((en) => kender.some((gruppe) => hindringer({ gruppe, hvem, nu }, en, regler, maade).length === 0))
  return {
    ...fakta,
    sager: kendte(fakta.sager, REGLER, 'hvertNummer'),
    bevillinger: kendte(fakta.bevillinger, REGLER, 'etNummer'),
    effektueringer: kendte(fakta.effektueringer, MODSVAR, 'etNummer'),
  }
}
