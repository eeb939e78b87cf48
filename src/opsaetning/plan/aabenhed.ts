import type { Art, CvrNummer, KleEmne, KlePraefiks, Tidspunkt } from '#kernel'
import { BORGER_EMNER, isAltidLukket, LIVSOMRAADER, type LivsomraadeNoegle, livsomraadeFor } from '#klassifikation'
import { isAaben } from '#opsaetning/konfiguration'
import type { KleKonfiguration, Opsaetning } from '#visning'

/** What a municipality shows, and what others do: from the configuration alone, which holds nothing about anybody. */

/** The kinds of thing, in the order of the report. */
export const TINGSLAGS = [
  'sag',
  'dokument',
  'journalnotat',
  'bevilling',
  'oekonomiskEffektuering',
  'aftale',
] as const satisfies Art[]
export type Tingslags = (typeof TINGSLAGS)[number]

/** Whether the configuration of an open number shows such things. */
const VISER: { readonly [T in Tingslags]: (version: KleKonfiguration) => boolean } = {
  sag: () => true,
  dokument: ({ visDokumenttitler }) => visDokumenttitler,
  journalnotat: ({ visJournalnotater }) => visJournalnotater,
  bevilling: ({ visYdelser }) => visYdelser,
  oekonomiskEffektuering: ({ visUdbetalinger }) => visUdbetalinger,
  aftale: ({ visAftaler }) => visAftaler,
}

export type Omraadelinje = {
  readonly omraade: LivsomraadeNoegle
  /** Of so many numbers that citizens have cases by, and may be shown. */
  readonly numre: number
  readonly vist: number
  /** The kinds that are shown of at least one of its numbers. */
  readonly slags: ReadonlySet<Tingslags>
  readonly andre: {
    /** How many others show something of the area, and each kind. */
    readonly antal: number
    readonly slags: Readonly<Record<Tingslags, number>>
    /** How many numbers each of them shows on average; undefined where there are no others. */
    readonly snit: number | undefined
  }
}

export type Aabenhedsrapport = {
  readonly linjer: readonly Omraadelinje[]
  /** How many other municipalities have any configuration here. */
  readonly andre: number
  readonly numre: number
  readonly vist: number
}

/** Numbers that citizens have cases by, but for those that are closed to all: what could be shown at all. */
const EMNER: ReadonlyMap<LivsomraadeNoegle, readonly KleEmne[]> = Map.groupBy(
  [...BORGER_EMNER.keys()].filter((emne) => !isAltidLukket(emne)),
  (emne) => livsomraadeFor(emne).noegle,
)

/** The report of a municipality at `nu`. Pure. */
export function aabenhedsrapport(opsaetning: Opsaetning, egen: CvrNummer, nu: Tidspunkt): Aabenhedsrapport {
  const andre = opsaetning.kommuner().filter((kommune) => kommune !== egen)
  const linjer = LIVSOMRAADER.map(({ noegle }): Omraadelinje => {
    const emner = EMNER.get(noegle) ?? []
    const vor = visningAf(opsaetning, egen, emner, nu)
    const deres = andre.map((kommune) => visningAf(opsaetning, kommune, emner, nu))
    const sum = deres.reduce((antal, { vist }) => antal + vist, 0)
    return {
      omraade: noegle,
      numre: emner.length,
      ...vor,
      andre: {
        antal: deres.filter(({ vist }) => vist > 0).length,
        slags: Object.fromEntries(
          TINGSLAGS.map((slags) => [slags, deres.filter((led) => led.slags.has(slags)).length]),
        ) as Record<Tingslags, number>,
        snit: andre.length === 0 ? undefined : sum / andre.length,
      },
    }
  }).filter(({ numre }) => numre > 0)
  const sumAf = (felt: 'numre' | 'vist'): number => linjer.reduce((antal, linje) => antal + linje[felt], 0)
  return { linjer, andre: andre.length, numre: sumAf('numre'), vist: sumAf('vist') }
}

function visningAf(
  opsaetning: Opsaetning,
  kommune: CvrNummer,
  emner: readonly KleEmne[],
  nu: Tidspunkt,
): { readonly vist: number; readonly slags: ReadonlySet<Tingslags> } {
  const aabne = emner.filter((emne) => isAaben(opsaetning, kommune, emne as string as KlePraefiks, nu))
  const versioner = aabne.flatMap((emne) => opsaetning.konfigurationFor(kommune, emne, nu) ?? [])
  return { vist: aabne.length, slags: new Set(TINGSLAGS.filter((slags) => versioner.some(VISER[slags]))) }
}
