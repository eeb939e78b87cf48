import { type CvrNummer, isUnderPraefiks, type KlePraefiks, parseKlePraefiks, type Tidspunkt } from '#kernel'
import { emnenavn, type KleUdgave } from '#klassifikation'
import type { KleKonfiguration, Opsaetning } from '#visning'
import { isLukketNummer } from './anvend.ts'

/** KLE as a tree, with what a municipality shows of each number. */

export type Kleknude = { readonly kle: KlePraefiks; readonly titel: string; readonly boern: readonly Kleknude[] }

/** What a municipality shows of a number, and by which. */
export type Knudetilstand = {
  /** `delvis`: closed itself, with something below it open. */
  readonly tilstand: 'aaben' | 'delvis' | 'lukket' | 'altidLukket'
  /** The prefix whose version decides; undefined where nobody has configured it. */
  readonly efter: string | undefined
  /** Since when it is open without a break. */
  readonly siden: Tidspunkt | undefined
  /** Numbers below it with versions of their own that say otherwise. */
  readonly undtagelser: number
  /** The next version that is to come into force, of its own or from above. */
  readonly kommende: KleKonfiguration | undefined
}

/**
 * The tree of the numbers that are in use on a day by any edition, with titles of the newest, and of those that the municipality has
 * configured or has something in the index by (local numbers), whatever the editions say of them.
 */
export function buildKletrae(
  udgaver: readonly KleUdgave[],
  dag: string,
  ekstra: Iterable<string>,
  sprog: 'da' | 'en',
): readonly Kleknude[] {
  const titler = new Map<string, string>()
  for (const udgave of udgaver.toReversed()) {
    for (const [nr, { titel, udgaar }] of udgave.emner) if (udgaar === undefined || udgaar > dag) titler.set(nr, titel)
    for (const [nr, { titel }] of [...udgave.grupper, ...udgave.hovedgrupper]) if (titel !== undefined) titler.set(nr, titel)
  }
  for (const nr of ekstra) if (parseKlePraefiks(nr) && !titler.has(nr)) titler.set(nr, emnenavn(nr, sprog) ?? '')
  const numre = new Set([...titler.keys()].flatMap((nr) => [nr.slice(0, 2), nr.slice(0, 5), nr]))
  const efterOver = Map.groupBy([...numre].sort(), (nr) => nr.slice(0, -3))
  const knude = (nr: string): readonly Kleknude[] => {
    const kle = parseKlePraefiks(nr)
    if (!kle) return []
    return [{ kle, titel: titler.get(nr) || (emnenavn(nr, sprog) ?? ''), boern: (efterOver.get(nr) ?? []).flatMap(knude) }]
  }
  return [...numre]
    .filter((nr) => nr.length === 2)
    .sort()
    .flatMap(knude)
}

/** The nodes from the top to a number; those that the tree has. */
export function vejTil(trae: readonly Kleknude[], kle: KlePraefiks): readonly Kleknude[] {
  const knude = trae.find((en) => isUnderPraefiks(kle, en.kle))
  if (!knude) return []
  return knude.kle === kle ? [knude] : [knude, ...vejTil(knude.boern, kle)]
}

/** The node of a number, or undefined where the tree has none. */
export const findKnude = (trae: readonly Kleknude[], kle: KlePraefiks): Kleknude | undefined =>
  vejTil(trae, kle).find((knude) => knude.kle === kle)

/** The nodes whose number begins so, or whose title has all the words; at most `hoejst`, in order. */
export function soegKnuder(trae: readonly Kleknude[], soegning: string, hoejst: number): readonly Kleknude[] {
  const ord = soegning.toLocaleLowerCase('da').split(/\s+/).filter(Boolean).slice(0, 10)
  if (ord.length === 0) return []
  const fundne: Kleknude[] = []
  const visit = (knude: Kleknude): void => {
    if (fundne.length >= hoejst) return
    const titel = knude.titel.toLocaleLowerCase('da')
    if (ord.every((et) => knude.kle.startsWith(et) || titel.includes(et))) fundne.push(knude)
    knude.boern.forEach(visit)
  }
  trae.forEach(visit)
  return fundne
}

/** What the municipality shows of a number at `nu`. */
export function knudetilstand(opsaetning: Opsaetning, kommune: CvrNummer, kle: KlePraefiks, nu: Tidspunkt): Knudetilstand {
  const gaeldende = opsaetning.konfigurationFor(kommune, kle, nu)
  const under = opsaetning.gaeldendeFor(kommune, nu).filter((en) => en.kle !== kle && isUnderPraefiks(en.kle, kle))
  const aaben = isAaben(opsaetning, kommune, kle, nu)
  const undtagelser = under.filter((en) => isAaben(opsaetning, kommune, en.kle as KlePraefiks, nu) !== aaben).length
  const lukket = isLukketNummer(kle) ? 'altidLukket' : 'lukket'
  return {
    tilstand: aaben ? 'aaben' : undtagelser > 0 ? 'delvis' : lukket,
    efter: gaeldende?.kle,
    siden: aaben ? aabenSiden(opsaetning, kommune, kle, nu) : undefined,
    undtagelser,
    kommende: kommendeVersioner(opsaetning, kommune, kle, nu)[0],
  }
}

/** Whether something with this number can be shown. An always-closed number is open by its own version alone, with the jurist's word. */
export function isAaben(opsaetning: Opsaetning, kommune: CvrNummer, kle: KlePraefiks, nu: Tidspunkt): boolean {
  const gaeldende = opsaetning.konfigurationFor(kommune, kle, nu)
  if (!gaeldende?.aaben) return false
  return !isLukketNummer(kle) || (gaeldende.juristAabnet && gaeldende.kle === kle)
}

/** The instant from which the number has been open without a break; undefined where it is not open at `nu`. */
export function aabenSiden(opsaetning: Opsaetning, kommune: CvrNummer, kle: KlePraefiks, nu: Tidspunkt): Tidspunkt | undefined {
  const tider = egneOgOver(opsaetning, kommune, kle)
    .map(({ gaelderFra }) => gaelderFra)
    .filter((tid) => tid <= nu)
  let siden: Tidspunkt | undefined
  for (const tid of [...new Set(tider)].sort().reverse()) {
    if (!isAaben(opsaetning, kommune, kle, tid)) break
    siden = tid
  }
  return siden
}

/** The versions that will decide for the number later, nearest first: its own and those above it that its own do not cover. */
export const kommendeVersioner = (
  opsaetning: Opsaetning,
  kommune: CvrNummer,
  kle: KlePraefiks,
  nu: Tidspunkt,
): readonly KleKonfiguration[] =>
  egneOgOver(opsaetning, kommune, kle)
    .filter((version) => version.gaelderFra > nu && opsaetning.konfigurationFor(kommune, kle, version.gaelderFra) === version)
    .toSorted((a, b) => (a.gaelderFra < b.gaelderFra ? -1 : 1))

/** A municipality's versions by prefix. A configuration never changes, so it is sorted once: a comparison asks for each number of each municipality. */
const EFTER_PRAEFIKS = new WeakMap<Opsaetning, Map<CvrNummer, ReadonlyMap<string, readonly KleKonfiguration[]>>>()

function versionerEfterPraefiks(opsaetning: Opsaetning, kommune: CvrNummer): ReadonlyMap<string, readonly KleKonfiguration[]> {
  const kommuner = EFTER_PRAEFIKS.get(opsaetning) ?? new Map()
  EFTER_PRAEFIKS.set(opsaetning, kommuner)
  const kendte = kommuner.get(kommune) ?? Map.groupBy(opsaetning.versionerFor(kommune), ({ kle }) => kle)
  kommuner.set(kommune, kendte)
  return kendte
}

/** The versions of the number itself and of those above it. */
function egneOgOver(opsaetning: Opsaetning, kommune: CvrNummer, kle: KlePraefiks): readonly KleKonfiguration[] {
  const efter = versionerEfterPraefiks(opsaetning, kommune)
  return [...new Set([kle.slice(0, 2), kle.slice(0, 5), kle])].flatMap((praefiks) => efter.get(praefiks) ?? [])
}

/** How much lies in the index below each number, from counts by emne. */
export const antalUnder = (efterEmne: ReadonlyMap<string, number>, kle: string): number => {
  let antal = 0
  for (const [emne, egne] of efterEmne) if (isUnderPraefiks(emne, kle)) antal += egne
  return antal
}
