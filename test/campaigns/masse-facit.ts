import type { Emne, Led, Slags } from './masse-plan.ts'

/**
 * What must be in the index, by what senders were told and nothing else: which objects with which Tidspunkt, which are gone for good, and
 * which deliveries were refused. It knows no rule of the index but two: the newest Tidspunkt is current, and what is deleted stays so.
 */

type Objekt = { readonly emne: Emne; readonly cpr: string; readonly art: string; readonly tider: Set<string>; fjernet: boolean }

export type Facit = {
  readonly objekter: ReadonlyMap<string, Objekt>
  readonly talt: Readonly<Record<Slags, number>>
  /** By rule. */
  readonly afviste: ReadonlyMap<string, number>
  /** Refusals by their name: a delivery and its line over REST, an object over SOAP; how many must be listed, and how many can be. */
  readonly afvisninger: ReadonlyMap<string, { readonly mindst: number; readonly hoejst: number }>
  /** Answers that were others than the steps were made for. */
  readonly uventede: readonly string[]
  readonly note: (kvitteret: Kvitteret) => void
}

export type Kvitteret = {
  readonly led: Led
  readonly emne: Emne
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  readonly regel: string | undefined
  /** The name under which a refusal of it is listed. */
  readonly navn: string
  /** How often it was sent before the answer came. */
  readonly forsoeg: number
}

export function createFacit(): Facit {
  const objekter = new Map<string, Objekt>()
  const talt: Record<Slags, number> = { ny: 0, ændring: 0, fjernelse: 0, gentagelse: 0, uorden: 0, brudt: 0 }
  const afviste = new Map<string, number>()
  const afvisninger = new Map<string, { mindst: number; hoejst: number }>()
  const uventede: string[] = []
  const note = (kvitteret: Kvitteret): void => {
    const { led, udfald, regel = '' } = kvitteret
    talt[led.slags]++
    if (!isVentet(kvitteret))
      uventede.push(
        `${led.slags} ${led.operation} af ${led.art} ${led.objekt}: ${udfald} ${regel}, ventet ${led.ventet} ${led.regel ?? ''}`,
      )
    if (udfald === 'afvist') {
      afviste.set(regel, (afviste.get(regel) ?? 0) + 1)
      countAfvisning(afvisninger, kvitteret)
    } else if (led.objekt !== undefined) apply(objekter, kvitteret, led.objekt)
  }
  return { objekter, talt, afviste, afvisninger, uventede, note }
}

/** Over SOAP what was there before is told as what is new. */
function isVentet({ led, udfald, regel, navn }: Kvitteret): boolean {
  const somNy = isSoap(navn) && udfald === 'modtaget' && led.ventet === 'uaendret'
  return (udfald === led.ventet || somNy) && led.regel === regel
}

const isSoap = (navn: string): boolean => navn.startsWith('soap ')

function countAfvisning(afvisninger: Map<string, { mindst: number; hoejst: number }>, { navn, forsoeg }: Kvitteret): void {
  const foer = afvisninger.get(navn) ?? { mindst: 0, hoejst: 0 }
  afvisninger.set(navn, { mindst: foer.mindst + 1, hoejst: foer.hoejst + (isSoap(navn) ? forsoeg : 1) })
}

function apply(objekter: Map<string, Objekt>, { led, emne }: Kvitteret, id: string): void {
  const kendt = objekter.get(id) ?? { emne, cpr: led.cpr, art: led.art, tider: new Set<string>(), fjernet: false }
  objekter.set(id, kendt)
  if (led.operation === 'fjern') {
    for (const fjernet of [id, ...(led.medfoelger ?? [])]) remove(objekter.get(fjernet))
  } else if (!kendt.fjernet) kendt.tider.add(led.tidspunkt)
}

function remove(objekt: Objekt | undefined): void {
  if (!objekt) return
  objekt.fjernet = true
  objekt.tider.clear()
}

/** The newest of an object's times. */
export const nyesteOf = (tider: ReadonlySet<string>): string => [...tider].reduce((a, b) => (a > b ? a : b), '')
