import { type Art, type Beloeb, parseHandlingsfacet } from '#kernel'
import { emnenavn, facettitel } from '#klassifikation'
import { badge, formatBeloeb, html, type Maerkat, type Markup, type Sprog } from '#web'
import type { Ting } from '../visninger.ts'
import { ord, tilstandsord } from './texts/index.ts'

/** What a thing is called in a list: its own title, else what it is. */
export const titelord = (sprog: Sprog, { titel, art }: Pick<Ting, 'titel' | 'art'>): string =>
  titel.trim() || `${ord(sprog).art[art]} (${ord(sprog).liste.udenTitel.toLowerCase()})`

/** The KLE number with its words: those who work with it know the number. */
export const emneord = (sprog: Sprog, kle: string): string => {
  const navn = emnenavn(kle, sprog) ?? emnenavn(kle.slice(0, 5), sprog) ?? emnenavn(kle.slice(0, 2), sprog)
  return kle === '' ? '' : navn ? `${kle} ${navn}` : kle
}

/** The handlingsfacet with its words, where they are known. */
export const facetord = (facet: string | undefined): string | undefined => {
  const nr = parseHandlingsfacet(facet ?? '')
  const titel = nr && facettitel(nr)
  return titel ? `${facet} ${titel}` : facet
}

const FARVE: Readonly<Record<string, Maerkat>> = {
  Opstaaet: 'info',
  Oplyst: 'info',
  Afgjort: 'success',
  Aktiv: 'success',
  Kommende: 'info',
  planlagt: 'info',
  ikkeGodkendt: 'warning',
  sendt: 'info',
  udbetalt: 'success',
  rettelse: 'warning',
  Aflyst: 'warning',
}

/** Where a thing stands, as a word on a colour; nothing for what has no states. */
export const tilstandsmaerke = (sprog: Sprog, { tilstand }: Pick<Ting, 'tilstand'>): Markup | undefined =>
  tilstand === '' ? undefined : badge(FARVE[tilstand] ?? 'neutral', tilstandsord(sprog, tilstand))

export const kroner = (sprog: Sprog, beloeb: Beloeb | undefined): Markup | undefined =>
  beloeb === undefined ? undefined : html`<span class="bb-beloeb">${formatBeloeb(beloeb, sprog)}</span>`

export const artsord = (sprog: Sprog, art: Art, antal: number): string => {
  const [en, flere] = ord(sprog).skjult.art[art]
  return (antal === 1 ? en : flere) ?? ''
}

/** A day as it stands in a column: 08-10-2026, the same in both languages, so that columns are read down. */
export const kortDag = (dag: string): string => {
  const [aar, maaned, dagen] = dag.split('-')
  return `${dagen}-${maaned}-${aar}`
}
