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
/** No line is older or newer; a day far from all others has no midnight that a database can be asked about. */
const FOERSTE_DAG = '1900-01-01'
const SIDSTE_DAG = '2999-12-31'

/** The filter in a query. Whatever is not understood is left out, so that an old or mistyped address still shows the list. */
export function parseOpslagsfilter(query: unknown): Opslagsfilter {
  const felter = (query ?? {}) as Readonly<Record<string, unknown>>
  const tekst = (navn: string): string => {
    const vaerdi = felter[navn]
    return typeof vaerdi === 'string' ? vaerdi.trim().slice(0, HOEJST_TEGN) : ''
  }
  const dag = (navn: string): string | undefined => {
    const laest = parseDag(tekst(navn))
    return laest && (laest < FOERSTE_DAG ? FOERSTE_DAG : laest > SIDSTE_DAG ? SIDSTE_DAG : laest)
  }
  const hvad = tekst('hvad')
  return {
    fra: dag('fra'),
    til: dag('til'),
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
