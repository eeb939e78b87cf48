import type { Daekning } from '#afstemning/daekning'
import { type Art, type CvrNummer, isUnderPraefiks, type KlePraefiks } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import type { Henvendelsesregister } from '#myndighed'
import type { Billede } from './billede.ts'
import type { Besoeg } from './hent.ts'
import { kontaktFor } from './kontakt.ts'
import { omraadeAf, toKommune } from './vis-sag.ts'
import type { DaekningVisning } from './visninger.ts'

/** With more municipalities than this only those in which the citizen has something are told of; the page on coverage tells of all. */
const HOEJST_KOMMUNER = 5

export type Daekningsopslag = {
  readonly daekning: Daekning
  readonly register: Henvendelsesregister
  /** The municipalities that some source may deliver for. */
  readonly kommuner: readonly CvrNummer[]
}

/**
 * What is known of these kinds of thing, by municipality and area of life. Follows from coverage, configuration and what is shown, so
 * that one with only hidden items and one with none get the same. Of an area that the ground does not cover nothing is said.
 */
export function daekningOf(
  opslag: Daekningsopslag,
  { billede, omraader }: Pick<Besoeg, 'billede' | 'omraader'>,
  arter: readonly Art[],
  alle = false,
): DaekningVisning[] {
  const { opsaetning, nu, stop } = billede.grundlag
  const viste = new Set(
    billede.viste.flatMap(({ raekke, vinkler }) =>
      vinkler.map((vinkel) => `${vinkel.kommune} ${omraadeAf(vinkel.kle)} ${raekke.art}`),
    ),
  )
  return kommunerFor(opslag, billede, alle).flatMap((kommune) =>
    coveredBy(omraader).flatMap(({ noegle: omraade }) =>
      arter.map((art): DaekningVisning => {
        const synlig = viste.has(`${kommune} ${omraade} ${art}`)
        const udsagn = opslag.daekning.udsagnFor({ kommune, livsomraade: omraade, art }, opsaetning, nu, synlig, stop)
        return { kommune: toKommune(kommune), omraade, art, ...udsagn, kontakt: kontaktFor(opslag.register, kommune, omraade) }
      }),
    ),
  )
}

/** The areas of life that hold something of what a ground covers. */
const coveredBy = (omraader: readonly KlePraefiks[] | undefined): typeof LIVSOMRAADER =>
  omraader === undefined
    ? LIVSOMRAADER
    : LIVSOMRAADER.filter(({ praefikser }) =>
        praefikser.some((praefiks) =>
          omraader.some((omraade) => isUnderPraefiks(praefiks, omraade) || isUnderPraefiks(omraade, praefiks)),
        ),
      )

function kommunerFor({ kommuner }: Daekningsopslag, billede: Billede, alle: boolean): CvrNummer[] {
  const egne = new Set(billede.viste.flatMap(({ vinkler }) => vinkler.map((vinkel) => vinkel.kommune)))
  const valgte = alle || kommuner.length <= HOEJST_KOMMUNER ? new Set([...kommuner, ...egne]) : egne
  return [...valgte].sort((a, b) => toKommune(a).navn.localeCompare(toKommune(b).navn, 'da'))
}
