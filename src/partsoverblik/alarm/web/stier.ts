import type { Uuid } from '#kernel'

export const STI = {
  koe: '/kommune/alarmer',
  tal: '/kommune/alarmer/tal',
  udtraek: '/kommune/alarmer/udtraek',
} as const

/** A visit's page: of the citizen its address says nothing. */
export const besoegsSti = (besoeg: Uuid): string => `${STI.koe}/${besoeg}`
export const koeSti = (side: number): string => (side > 1 ? `${STI.koe}?side=${side}` : STI.koe)
export const udtraeksSti = (udtraek: Uuid): string => `${STI.udtraek}/${udtraek}`
/** The form of an extract about an employee's one day (YYYY-MM-DD), filled in; days as people write them. */
export function bestillingSti({ medarbejder, dag }: { readonly medarbejder: Uuid; readonly dag: string }): string {
  const skrevet = dag.split('-').reverse().join('-')
  return `${STI.udtraek}?${new URLSearchParams({ om: 'medarbejder', medarbejder, fra: skrevet, til: skrevet })}#medarbejder-formaal`
}
