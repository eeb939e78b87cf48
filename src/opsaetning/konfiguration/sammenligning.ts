import type { CvrNummer, KlePraefiks, Tidspunkt } from '#kernel'
import type { KleKonfiguration, Opsaetning } from '#visning'
import { aabenSiden, isAaben } from './trae.ts'

/** What municipalities show, side by side. Configuration is public information: it holds nothing about anybody. */

export type Aabning = {
  readonly kommune: CvrNummer
  /** Since when it has been open without a break. */
  readonly siden: Tidspunkt
  /** The version that decides, which may be that of a group above. */
  readonly version: KleKonfiguration
}

/** The municipalities that show a number at `nu`, the first that opened it first. */
export function aabningerAf(opsaetning: Opsaetning, kle: KlePraefiks, nu: Tidspunkt): readonly Aabning[] {
  return opsaetning
    .kommuner()
    .flatMap((kommune) => {
      const version = opsaetning.konfigurationFor(kommune, kle, nu)
      const siden = aabenSiden(opsaetning, kommune, kle, nu)
      return version && siden ? [{ kommune, siden, version }] : []
    })
    .toSorted((a, b) => (a.siden < b.siden ? -1 : a.siden > b.siden ? 1 : a.kommune < b.kommune ? -1 : 1))
}

export type Sammenligningsraekke = {
  readonly kle: KlePraefiks
  readonly egen: Aabning | undefined
  readonly andre: readonly Aabning[]
}

/** Every number that some municipality has opened by name: whether one's own shows it, and which others do. In order of numbers. */
export function sammenlign(opsaetning: Opsaetning, egen: CvrNummer, nu: Tidspunkt): readonly Sammenligningsraekke[] {
  const numre = new Set(
    opsaetning
      .kommuner()
      .flatMap((kommune) => opsaetning.gaeldendeFor(kommune, nu))
      .map(({ kommune, kle }) => ({ kommune, kle: kle as KlePraefiks }))
      .filter(({ kommune, kle }) => isAaben(opsaetning, kommune, kle, nu))
      .map(({ kle }) => kle),
  )
  return [...numre].sort().map((kle) => {
    const alle = aabningerAf(opsaetning, kle, nu)
    return {
      kle,
      egen: alle.find(({ kommune }) => kommune === egen),
      andre: alle.filter(({ kommune }) => kommune !== egen),
    }
  })
}
