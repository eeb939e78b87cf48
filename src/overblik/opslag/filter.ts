import { OPSLAGHVEM, type Opslaghvem } from '#adgangslog'
import { parseDag } from '#platform/http'
import { HVADNOEGLER } from './ord.ts'

/** What the citizen chose on the page of who has looked. What is left out limits nothing. */
export type Opslagsfilter = {
  /** Days, the last one with. */
  readonly fra: string | undefined
  readonly til: string | undefined
  readonly hvem: Opslaghvem | undefined
  /** What was looked at, by the words that the page tells. */
  readonly hvad: string | undefined
  /** From 1. */
  readonly side: number
}

export const INTET_FILTER: Opslagsfilter = { fra: undefined, til: undefined, hvem: undefined, hvad: undefined, side: 1 }
const HOEJST_TEGN = 20

/** The filter in a query. Whatever is not understood is left out, so that an old or mistyped address still shows the list. */
export function parseOpslagsfilter(query: unknown): Opslagsfilter {
  const felter = (query ?? {}) as Readonly<Record<string, unknown>>
  const tekst = (navn: string): string => {
    const vaerdi = felter[navn]
    return typeof vaerdi === 'string' ? vaerdi.trim().slice(0, HOEJST_TEGN) : ''
  }
  const hvad = tekst('hvad')
  return {
    fra: parseDag(tekst('fra')),
    til: parseDag(tekst('til')),
    hvem: OPSLAGHVEM.find((en) => en === tekst('hvem')),
    hvad: HVADNOEGLER.find((en) => en === hvad),
    side: /^[1-9]\d{0,2}$/.test(tekst('side')) ? Number(tekst('side')) : 1,
  }
}

export const isOpslagFiltreret = ({ fra, til, hvem, hvad }: Opslagsfilter): boolean =>
  [fra, til, hvem, hvad].some((en) => en !== undefined)

/** The query of the same filter on another page. */
export function toOpslagsquery(filter: Opslagsfilter, side: number): string {
  const params = new URLSearchParams()
  for (const navn of ['fra', 'til', 'hvem', 'hvad'] as const) {
    const vaerdi = filter[navn]
    if (vaerdi !== undefined) params.set(navn, vaerdi)
  }
  if (side > 1) params.set('side', String(side))
  return params.size > 0 ? `?${params.toString()}` : ''
}
