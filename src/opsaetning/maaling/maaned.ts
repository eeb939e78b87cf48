import type { Tidspunkt } from '#kernel'
import { danskDag, startOfDanskDag } from '#platform/clock'

/** A month by its first day, YYYY-MM-01, in the Danish calendar. */
export const maanedFor = (tid: Tidspunkt): string => `${danskDag(tid).slice(0, 7)}-01`

/** The month `antal` months away. */
export function plusMaaneder(maaned: string, antal: number): string {
  const indeks = Number(maaned.slice(0, 4)) * 12 + Number(maaned.slice(5, 7)) - 1 + antal
  return `${Math.floor(indeks / 12)}-${String((indeks % 12) + 1).padStart(2, '0')}-01`
}

/** From its first instant to the next month's, in Denmark. */
export const graenserFor = (maaned: string): { readonly fra: Tidspunkt; readonly til: Tidspunkt } => ({
  fra: startOfDanskDag(maaned),
  til: startOfDanskDag(plusMaaneder(maaned, 1)),
})
