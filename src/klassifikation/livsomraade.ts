import type { KleEmne, KlePraefiks } from '#kernel'
import type { Sprog } from './emner/emne.ts'
import { mostSpecific, praefikserI } from './interval.ts'

/** The nine parts of life by which a citizen finds own matters. */
export type LivsomraadeNoegle =
  | 'arbejde-og-forsoergelse'
  | 'boern-og-familie'
  | 'skole-og-uddannelse'
  | 'hjaelp-pleje-og-handicap'
  | 'sundhed'
  | 'bolig-og-byggeri'
  | 'pension-og-oekonomi'
  | 'borgerservice-trafik-og-fritid'
  | 'andet'

export type Livsomraade = {
  readonly noegle: LivsomraadeNoegle
  readonly navn: { readonly [S in Sprog]: string }
  /** The KLE prefixes that lead here; `andet` has none. The longest prefix over all areas wins. */
  readonly praefikser: readonly KlePraefiks[]
}

const livsomraade = (noegle: LivsomraadeNoegle, da: string, en: string, ...intervaller: string[]): Livsomraade => ({
  noegle,
  navn: { da, en },
  praefikser: intervaller.flatMap(praefikserI),
})

const ANDET = livsomraade('andet', 'Andet', 'Other')

/** In the order in which a page shows them. */
export const LIVSOMRAADER: readonly Livsomraade[] = [
  livsomraade(
    'arbejde-og-forsoergelse',
    'Arbejde og forsørgelse',
    'Work and income support',
    ...['15', '32.21', '32.24-32.27', '32.30'],
  ),
  livsomraade(
    'boern-og-familie',
    'Børn og familie',
    'Children and family',
    ...['28', '34', '29.12', '29.15.04', '32.10-32.16', '32.30.08-16'],
  ),
  livsomraade('skole-og-uddannelse', 'Skole og uddannelse', 'School and education', ...['17', '18.01-18.12', '54']),
  livsomraade('hjaelp-pleje-og-handicap', 'Hjælp, pleje og handicap', 'Help, care and disability', ...['27', '32.18']),
  livsomraade('sundhed', 'Sundhed', 'Health', '29'),
  livsomraade(
    'bolig-og-byggeri',
    'Bolig og byggeri',
    'Home and building',
    ...['02', '03', '27.42', '27.45', '32.06', '25.02', '25.29', '07.18', '09.13', '13.01-13.03'],
  ),
  livsomraade(
    'pension-og-oekonomi',
    'Pension og økonomi',
    'Pension and money',
    ...['25', '32.03', '32.42', '32.45', '32.66-32.70'],
  ),
  livsomraade(
    'borgerservice-trafik-og-fritid',
    'Borgerservice, trafik og fritid',
    'Civic services, traffic and leisure',
    ...['05', '18.13-18.20', '20', '21', '23'],
  ),
  ANDET,
]

const EFTER_PRAEFIKS: ReadonlyMap<string, Livsomraade> = new Map(
  LIVSOMRAADER.flatMap((omraade) => omraade.praefikser.map((praefiks) => [praefiks, omraade] as const)),
)

/** The life area of a KLE emne: the longest prefix wins, and what has none is Andet. Total: unknown and local numbers have an area too. */
export const livsomraadeFor = (kle: KleEmne): Livsomraade => mostSpecific(kle, EFTER_PRAEFIKS) ?? ANDET

/** The life area with this key (as in an address), or undefined. */
export const livsomraadeMedNoegle = (noegle: string): Livsomraade | undefined =>
  LIVSOMRAADER.find((omraade) => omraade.noegle === noegle)
