import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CvrNummer, isUnderPraefiks, type KlePraefiks, parseKlePraefiks, type Tidspunkt } from '#kernel'
import { isAaben } from '#opsaetning/konfiguration'
import { danskDag } from '#platform/clock'
import type { Opsaetning } from '#visning'
import { numreFor, type Plan } from './plan.ts'

type Tosprog = { readonly da: string; readonly en: string }

/** An area that every municipality is to show by a day. */
export type Minimumspunkt = {
  readonly noegle: string
  readonly navn: Tosprog
  readonly kle: readonly KlePraefiks[]
  /** YYYY-MM-DD. */
  readonly senest: string
}

/** The national minimum list, and who says so. */
export type Minimumsliste = { readonly kilde: Tosprog; readonly punkter: readonly Minimumspunkt[] }

/** The list that comes with the project; another is read where the site names one. */
const MINIMUMSFIL = join(import.meta.dirname, 'minimumsliste.json')

/** Reads a list. Throws SyntaxError or TypeError with what is wrong with it; a file that is not there throws as node:fs does. */
export function readMinimumsliste(fil: string = MINIMUMSFIL): Minimumsliste {
  const raa = JSON.parse(readFileSync(fil, 'utf8')) as { kilde?: unknown; punkter?: unknown }
  if (!Array.isArray(raa.punkter) || raa.punkter.length > 500) throw new TypeError('punkter skal være en liste på højst 500')
  const punkter = raa.punkter.map(toPunkt)
  if (new Set(punkter.map(({ noegle }) => noegle)).size < punkter.length) throw new TypeError('to punkter har samme noegle')
  return { kilde: toTosprog(raa.kilde, 'kilde'), punkter }
}

function toPunkt(raa: unknown, nr: number): Minimumspunkt {
  const hvor = `punkter[${nr}]`
  const { noegle, navn, kle, senest } = (raa ?? {}) as Readonly<Record<string, unknown>>
  if (typeof noegle !== 'string' || !/^[a-z0-9-]{1,60}$/.test(noegle))
    throw new TypeError(`${hvor}.noegle skal være små bogstaver`)
  if (typeof senest !== 'string' || !isDag(senest)) throw new TypeError(`${hvor}.senest skal være en dag, som 2027-06-30`)
  const numre = Array.isArray(kle) ? kle.map((nr_) => (typeof nr_ === 'string' ? parseKlePraefiks(nr_) : undefined)) : []
  if (numre.length === 0 || numre.includes(undefined)) throw new TypeError(`${hvor}.kle skal være KLE-numre, som 27.36`)
  return { noegle, navn: toTosprog(navn, `${hvor}.navn`), kle: numre as readonly KlePraefiks[], senest }
}

const isDag = (tekst: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(tekst) && new Date(`${tekst}T00:00:00Z`).toJSON()?.startsWith(tekst) === true

function toTosprog(raa: unknown, hvor: string): Tosprog {
  const { da, en } = (raa ?? {}) as Readonly<Record<string, unknown>>
  if (typeof da !== 'string' || !da || typeof en !== 'string' || !en) throw new TypeError(`${hvor} skal have da og en`)
  return { da, en }
}

export type Minimumstilstand = 'vist' | 'delvis' | 'overskredet' | 'mangler'
export type Minimumslinje = {
  readonly punkt: Minimumspunkt
  readonly tilstand: Minimumstilstand
  readonly vist: number
  /** Whether a stage of the plan has it. */
  readonly iPlan: boolean
}

/** Where a municipality stands against the list, in the order of the days. */
export function compareMinimum(
  { punkter }: Minimumsliste,
  kommune: CvrNummer,
  plan: Pick<Plan, 'etaper'>,
  opsaetning: Opsaetning,
  nu: Tidspunkt,
): readonly Minimumslinje[] {
  const planlagte = plan.etaper.flatMap(numreFor)
  const idag = danskDag(nu)
  return punkter
    .toSorted((a, b) => (a.senest < b.senest ? -1 : a.senest > b.senest ? 1 : 0))
    .map((punkt) => {
      const vist = punkt.kle.filter((kle) => isAaben(opsaetning, kommune, kle, nu)).length
      const mangler = punkt.senest < idag ? 'overskredet' : vist > 0 ? 'delvis' : 'mangler'
      const iPlan = punkt.kle.every((kle) => planlagte.some((nr) => isUnderPraefiks(kle, nr)))
      return { punkt, tilstand: vist === punkt.kle.length ? 'vist' : mangler, vist, iPlan }
    })
}
