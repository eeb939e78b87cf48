import type { Uuid } from '#kernel'
import type { Koefilter } from '../koe.sql.ts'

/** The addresses of the review. A point of the menu stands below none of the others, so that one is the current one. */
export const STI = {
  koe: '/kommune/gennemgang',
  afgoer: '/kommune/gennemgang/afgoer',
  overblik: '/kommune/titelkvalitet',
  retter: '/kommune/titelkvalitet/rettigheder',
  fratag: '/kommune/titelkvalitet/rettigheder/fratag',
  forslag: '/kommune/rettede-titler',
  csv: '/kommune/rettede-titler/titler.csv',
} as const

export type Koeadresse = Koefilter & {
  readonly opgave?: Uuid | undefined
  /** The task that the page tells of: what has been decided. */
  readonly kvittering?: Uuid | undefined
  /** The answer to a planted one. */
  readonly proeve?: 'fundet' | 'ikke' | undefined
  readonly ens?: boolean | undefined
}

/** The queue with what was chosen. Ids of tasks alone: nothing in an address tells whose a title is. */
export function koeSti({ omraade, enhed, fund, opgave, kvittering, proeve, ens }: Koeadresse): string {
  const valg = { omraade, enhed, fund, opgave, k: kvittering, proeve, ens: ens ? '1' : undefined }
  const soeg = new URLSearchParams()
  for (const [navn, vaerdi] of Object.entries(valg)) if (vaerdi) soeg.set(navn, vaerdi)
  return soeg.size > 0 ? `${STI.koe}?${soeg}` : STI.koe
}
