import type { Forbehold } from '#afstemning/daekning'
import type { Tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import type { LivsomraadeNoegle } from '#klassifikation'
import { isStoppet, type Kildefelt, type Kommunekort, type Omraadekort } from './kort.ts'

/** Who can do something about it. */
export type Ansvarlig = 'kommune' | 'leverandoer' | 'drift'

export const ADVARSELSSLAGS = [
  ...(['spaerret', 'udeAfDrift', 'forsinket', 'afviste', 'ikkeAfstemt'] as const),
  ...(['ikkeTilsluttet', 'manglerSlags', 'kunSiden', 'ukendt', 'stoppet'] as const),
] as const
export type Advarselsslags = (typeof ADVARSELSSLAGS)[number]

/** What keeps citizens from being told what they could be told, and who must act. In order of urgency. */
export type Advarsel = {
  readonly slags: Advarselsslags
  readonly hvem: Ansvarlig
  /** The source that it is about; undefined where it is about the municipality's own choices. */
  readonly kilde: Kilde | undefined
  /** The kind of system that is missing, of 'manglerSlags'. */
  readonly systemslags: string | undefined
  readonly omraader: readonly LivsomraadeNoegle[]
  /** Refused lines, of 'afviste'. */
  readonly antal: number | undefined
  readonly siden: Tidspunkt | undefined
}

const HVEM: Readonly<Record<Advarselsslags, Ansvarlig>> = {
  spaerret: 'drift',
  udeAfDrift: 'kommune',
  forsinket: 'leverandoer',
  afviste: 'leverandoer',
  ikkeAfstemt: 'leverandoer',
  ikkeTilsluttet: 'kommune',
  manglerSlags: 'kommune',
  kunSiden: 'kommune',
  ukendt: 'kommune',
  stoppet: 'kommune',
}

/** All that somebody should do something about, the same thing in several areas as one. Pure. */
export function listAdvarsler(kort: Kommunekort, afviste: ReadonlyMap<string, number>): readonly Advarsel[] {
  return [
    ...kort.kilder.flatMap((kilde) => kildeadvarsler(kort, kilde, afviste.get(kilde.id) ?? 0)),
    ...egneAdvarsler(kort),
  ].sort((a, b) => ADVARSELSSLAGS.indexOf(a.slags) - ADVARSELSSLAGS.indexOf(b.slags))
}

const advarsel = (
  slags: Advarselsslags,
  omraader: readonly LivsomraadeNoegle[],
  mere: Partial<Pick<Advarsel, 'kilde' | 'systemslags' | 'antal' | 'siden'>> = {},
): Advarsel => ({
  slags,
  hvem: HVEM[slags],
  omraader,
  kilde: undefined,
  systemslags: undefined,
  antal: undefined,
  siden: undefined,
  ...mere,
})

/** A source that delivers no more is not also late: one thing is to be done. */
function kildeadvarsler({ kommune, omraader }: Kommunekort, kilde: Kilde, antal: number): readonly Advarsel[] {
  const hvor = (holder: (felt: Kildefelt) => boolean): LivsomraadeNoegle[] =>
    omraader
      .filter(({ kilder }) => kilder.some((en) => en.kilde.id === kilde.id && en.felter.some(holder)))
      .map(({ omraade }) => omraade)
  const har = (forbehold: Forbehold) => hvor((felt) => felt.daekning !== undefined && felt.forbehold.includes(forbehold))
  const sidst = omraader
    .flatMap(({ kilder }) => kilder.filter((en) => en.kilde.id === kilde.id).flatMap(({ felter }) => felter))
    .find(({ daekning }) => daekning !== undefined)?.daekning?.senesteLivstegn
  const et = (slags: Advarselsslags, hvilke: LivsomraadeNoegle[], mere: Partial<Advarsel> = {}): readonly Advarsel[] =>
    hvilke.length > 0 ? [advarsel(slags, hvilke, { kilde, ...mere })] : []
  const tilsluttet = hvor(({ daekning }) => daekning !== undefined)
  const doed = isStoppet(kilde, kommune)
  return [
    ...(kilde.spaerret ? et('spaerret', tilsluttet, { siden: kilde.spaerret }) : doed ? et('udeAfDrift', tilsluttet) : []),
    ...(doed ? [] : et('forsinket', har('forsinket'), { siden: sidst })),
    ...et('afviste', har('afviste'), { antal }),
    ...(doed ? [] : et('ikkeAfstemt', har('ikkeAfstemt'))),
    ...et(
      'ikkeTilsluttet',
      hvor(({ tilstand }) => tilstand === 'mangler'),
    ),
    ...et('kunSiden', har('kunSiden')),
  ]
}

/** What the municipality itself has not said, not connected, or stopped. Only of areas that it shows something of. */
function egneAdvarsler({ omraader }: Kommunekort): readonly Advarsel[] {
  const viste = omraader.filter(({ arter }) => arter.some(({ aaben }) => aaben))
  const hvor = (holder: (omraade: Omraadekort) => boolean) => viste.filter(holder).map(({ omraade }) => omraade)
  const ukendte = hvor(({ forventede }) => forventede.length === 0)
  const stoppede = hvor(({ arter }) => arter.some(({ aaben, forbehold }) => aaben && forbehold.includes('stoppet')))
  // Of a kind that a registered system could be connected as, that system is named instead.
  const manglende = Map.groupBy(
    viste.flatMap(({ omraade, utilsluttede, kilder }) =>
      utilsluttede.filter((slags) => !kilder.some(({ kilde }) => kilde.slags === slags)).map((slags) => ({ slags, omraade })),
    ),
    ({ slags }) => slags,
  )
  return [
    ...[...manglende].map(([slags, led]) =>
      advarsel(
        'manglerSlags',
        led.map(({ omraade }) => omraade),
        { systemslags: slags },
      ),
    ),
    ...(ukendte.length > 0 ? [advarsel('ukendt', ukendte)] : []),
    ...(stoppede.length > 0 ? [advarsel('stoppet', stoppede)] : []),
  ]
}
