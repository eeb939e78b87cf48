import type { Tidspunkt, Uuid } from '#kernel'
import { parsePeriode, type Rollekatalog } from '../regler/index.ts'
import { type Kandidat, postsOf } from './match.ts'
import type { Sortering } from './soegning.ts'
import { compareVaerdier, valuesAt } from './vaerdier.ts'

/** What is left of an item when it has been found: enough to put it in its place. */
export type Noegle = { readonly id: Uuid; readonly vaerdier: readonly string[] }

/** The values that an item is sorted by, of what it says at `nu`. Pure. */
export const toNoegle = (kandidat: Kandidat, sortering: readonly Sortering[], nu: Tidspunkt, roller: Rollekatalog): Noegle => ({
  id: kandidat.id,
  vaerdier: sortering.map(({ efter }) => vaerdiAf(kandidat, efter, nu, roller)),
})

function vaerdiAf(kandidat: Kandidat, efter: Sortering['efter'], nu: Tidspunkt, roller: Rollekatalog): string {
  if (efter === 'tidspunkt') return kandidat.tidspunkt
  if (efter === 'modtaget') return kandidat.modtaget
  if (efter === 'brugerRef') return kandidat.element.brugerRef ?? ''
  const poster = postsOf(kandidat.element, efter.liste).filter(
    (post) => efter.rolle === undefined || roller.rolleNavn(efter.liste, String(post['rolle'])) === efter.rolle,
  )
  const gaeldende = poster.find((post) => {
    const periode = parsePeriode(post['virkning'])
    return periode && periode.fra <= nu && (periode.til === null || nu < periode.til)
  })
  return String(valuesAt(gaeldende ?? poster.at(-1), efter.felt.split('.'))[0] ?? '')
}

/** In the order asked for; equal ones by id, so that pages neither repeat nor skip. Pure. */
export function sorted(noegler: readonly Noegle[], sortering: readonly Sortering[]): Noegle[] {
  return [...noegler].sort((a, b) => {
    for (const [i, { retning }] of sortering.entries()) {
      const forskel = compareVaerdier(a.vaerdier[i] ?? '', b.vaerdier[i] ?? '')
      if (forskel !== 0) return retning === 'stigende' ? forskel : -forskel
    }
    return a.id < b.id ? -1 : 1
  })
}
