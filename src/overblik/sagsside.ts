import type { Uuid } from '#kernel'
import type { Henvendelsesregister } from '#myndighed'
import type { Besoeg } from './hent.ts'
import { kontaktForSag } from './kontakt.ts'
import { aftalerOf, dokumenterOf, notaterOf, sagerOf } from './vis-sag.ts'
import { bevillingerOf } from './vis-ydelse.ts'
import type { DaekningVisning, JournalnotatVisning, KontaktVisning, Mangel, SagsideVisning } from './visninger.ts'

/** One case with what stands on it; undefined where it is not shown, whatever the reason. */
export function sagssideOf(
  besoeg: Besoeg,
  id: Uuid,
  andet: {
    readonly register: Henvendelsesregister
    /** Undefined where they could not be read: then no note is said to be without. */
    readonly notattekster: ReadonlyMap<Uuid, string> | undefined
    readonly daekning: readonly DaekningVisning[]
    readonly mangler: readonly Mangel[]
  },
): SagsideVisning | undefined {
  const { billede } = besoeg
  const vist = billede.efterId.get(id)
  const sag = sagerOf(billede).find((led) => led.id === id)
  if (!vist || !sag) return undefined
  return {
    sag,
    dokumenter: dokumenterOf(billede).filter((dokument) => dokument.sager.includes(id)),
    notater: notaterOf(billede)
      .filter((notat) => notat.sag === id)
      .map((notat) => ({ ...notat, tekst: andet.notattekster?.get(notat.id) })),
    bevillinger: bevillingerOf(billede).filter((bevilling) => bevilling.sag === id),
    aftaler: aftalerOf(billede).filter((aftale) => aftale.sag === id),
    kontakt: kontaktForSag(andet.register, billede, vist),
    herkomst: sag.herkomst,
    daekning: andet.daekning,
    mangler: andet.mangler,
  }
}

/** One note with its text, and whom to ask about its case; undefined where it is not shown. */
export function notatsideOf(
  besoeg: Besoeg,
  id: Uuid,
  register: Henvendelsesregister,
  notattekster: ReadonlyMap<Uuid, string> | undefined,
): { readonly notat: JournalnotatVisning; readonly kontakt?: KontaktVisning } | undefined {
  const notat = notaterOf(besoeg.billede).find((led) => led.id === id)
  if (!notat) return undefined
  const sag = notat.sag && besoeg.billede.efterId.get(notat.sag)
  const medTekst = { ...notat, tekst: notattekster?.get(id) }
  return sag ? { notat: medTekst, kontakt: kontaktForSag(register, besoeg.billede, sag) } : { notat: medTekst }
}
