import type { Sprog } from '#web'
import type { SagVisning } from '../visninger.ts'

/** What the citizen chose on the list of cases. Empty is all. */
export type Sagsfilter = {
  readonly soeg: string
  readonly omraade: string
  readonly status: '' | 'aabne' | SagVisning['fremdrift']
  readonly kommune: string
  /** From 1. */
  readonly side: number
}

const STATUSSER: readonly string[] = ['aabne', 'Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet']
export const SAGER_PR_SIDE = 25

/** The filter in a query. Whatever is not understood is left out, so that an old or mistyped address still shows the list. */
export function parseSagsfilter(query: { readonly [navn: string]: unknown }): Sagsfilter {
  const tekst = (navn: string, laengst: number): string => {
    const vaerdi = query[navn]
    return typeof vaerdi === 'string' ? vaerdi.trim().slice(0, laengst) : ''
  }
  const status = tekst('status', 20)
  return {
    soeg: tekst('soeg', 100),
    omraade: tekst('omraade', 60),
    status: STATUSSER.includes(status) ? (status as Sagsfilter['status']) : '',
    kommune: tekst('kommune', 8),
    side: Math.max(1, Number.parseInt(tekst('side', 5), 10) || 1),
  }
}

export const isFiltreret = ({ soeg, omraade, status, kommune }: Sagsfilter): boolean =>
  Boolean(soeg || omraade || status || kommune)

/** The query of the same filter on another page. */
export function toQuery(filter: Sagsfilter, side: number): string {
  const params = new URLSearchParams()
  for (const navn of ['soeg', 'omraade', 'status', 'kommune'] as const) if (filter[navn]) params.set(navn, filter[navn])
  if (side > 1) params.set('side', String(side))
  return params.size > 0 ? `?${params.toString()}` : ''
}

/** Every word must be found in the title, the explanation, the number or the municipality; case and accents do not matter. */
export function filterSager(sager: readonly SagVisning[], filter: Sagsfilter, sprog: Sprog): readonly SagVisning[] {
  const soegeord = fold(filter.soeg).split(/\s+/).filter(Boolean)
  return sager.filter(
    (sag) =>
      (!filter.omraade || sag.omraade === filter.omraade) &&
      (!filter.kommune || sag.kommune.cvr === filter.kommune) &&
      (!filter.status || (filter.status === 'aabne' ? sag.fremdrift !== 'Afsluttet' : sag.fremdrift === filter.status)) &&
      soegeord.every((soegt) => fold(soegbar(sag, sprog)).includes(soegt)),
  )
}

const soegbar = (sag: SagVisning, sprog: Sprog): string =>
  [sag.titel[sprog], sag.titel.da, sag.forklaring?.[sprog], sag.sagsnummer, sag.kommune.navn].join(' ')

const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('da')
