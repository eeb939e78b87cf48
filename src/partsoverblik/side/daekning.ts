import { type Daekning, type Forbehold, FRA_ALTID, udsagnFor } from '#afstemning/daekning'
import type { Art, CvrNummer, Rettighedsgruppe, Tidspunkt } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import type { Opsaetning } from '#visning'
import type { Livsomraadenoegle } from './omraade.ts'

/**
 * What is known of a kind of thing for an employee, whoever the citizen is. It follows from the sources and from what the employee's rights cover:
 * never from what is hidden, nor from what citizens are shown.
 */
export type Daekningsudsagn = {
  /** All areas are proved as of this time; undefined where one is not. */
  readonly bevistTil: Tidspunkt | undefined
  /** Areas that no system delivers about. */
  readonly ikkeTilsluttet: readonly Livsomraadenoegle[]
  readonly forbehold: readonly { readonly omraade: Livsomraadenoegle; readonly grunde: readonly Forbehold[] }[]
}

/** May a group's numbers lie in the area? A pattern that is wider than the area, or within it. */
function isDaekket(praefikser: readonly string[], { kle }: Pick<Rettighedsgruppe, 'kle'>): boolean {
  return kle.some((moenster) => {
    const stamme = moenster.replace(/\.?\*$/, '')
    return stamme === '' || praefikser.some((praefiks) => isUnder(praefiks, stamme) || isUnder(stamme, praefiks))
  })
}
const isUnder = (nummer: string, praefiks: string): boolean => nummer === praefiks || nummer.startsWith(`${praefiks}.`)

/** The areas that the employee's rights reach into. What lies in none of the named areas is 'andet', which only a wide right reaches. */
const omraaderFor = (grupper: readonly Rettighedsgruppe[]): Livsomraadenoegle[] =>
  LIVSOMRAADER.filter(({ praefikser }) =>
    grupper.some((gruppe) =>
      praefikser.length === 0 ? gruppe.kle.some((moenster) => moenster === '*') : isDaekket(praefikser, gruppe),
    ),
  ).map(({ noegle }) => noegle)

export function daekningFor(
  daekning: Daekning,
  hvad: {
    readonly kommune: CvrNummer
    readonly grupper: readonly Rettighedsgruppe[]
    readonly arter: readonly Art[]
    readonly opsaetning: Opsaetning
    readonly nu: Tidspunkt
  },
): Daekningsudsagn {
  const felter = omraaderFor(hvad.grupper).map((omraade) => ({
    omraade,
    udsagn: hvad.arter.map((art) => {
      const grundlag = daekning.grundlagFor({ kommune: hvad.kommune, livsomraade: omraade, art }, hvad.opsaetning, hvad.nu, [])
      // What citizens are shown, and since when, plays no part for those who work there: they see from as far back as there is anything.
      return udsagnFor({ ...grundlag, aaben: true, visesFra: FRA_ALTID, stoppet: false })
    }),
  }))
  const beviste = felter.flatMap(({ udsagn }) => udsagn.map(({ bevistTil }) => bevistTil))
  const [aeldste] = beviste.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
  return {
    bevistTil: beviste.length > 0 && !beviste.includes(undefined) ? aeldste : undefined,
    ikkeTilsluttet: felter
      .filter(({ udsagn }) => udsagn.every((led) => led.udsagn === 'ikkeTilsluttet'))
      .map(({ omraade }) => omraade),
    forbehold: felter.flatMap(({ omraade, udsagn }) => {
      const grunde = [...new Set(udsagn.flatMap(({ forbehold }) => forbehold))]
      const ingen = udsagn.every((led) => led.udsagn === 'ikkeTilsluttet')
      return grunde.length === 0 || ingen ? [] : [{ omraade, grunde }]
    }),
  }
}
