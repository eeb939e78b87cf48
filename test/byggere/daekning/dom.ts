import type { Sagt } from './port.ts'
import {
  type Aabent,
  BEGGE,
  type En,
  type Felt,
  type Kildemodel,
  objektAf,
  type Registrering,
  sandhedVed,
  showable,
} from './verden.ts'

/** What came of histories: false statements, and of the statements that were true and could be proved how many were made. */
export type Levet = { readonly falske: string[]; readonly usagte: string[]; kunneSiges: number; blevSagt: number; intet: number }
export const createLevet = (): Levet => ({ falske: [], usagte: [], kunneSiges: 0, blevSagt: 0, intet: 0 })

/** What the test itself knows of a source and a municipality. `bekraeftet`: as of when the source last confirmed all, and nothing came since. */
export type Viden = { bekraeftet: number | undefined; nyeste: number; afstemt: number | undefined; skaev: boolean; tegn: number }
export const createViden = (): Viden => ({ bekraeftet: undefined, nyeste: 0, afstemt: undefined, skaev: false, tegn: 0 })

/** Everything that is so, and that nobody in the system knows as a whole. */
export type Virkelighed = {
  nu: number
  readonly kilder: readonly [Kildemodel, Kildemodel]
  readonly tilsluttet: (number | undefined)[]
  readonly spaerret: boolean[]
  aabent: Aabent
  /** What was open when the page was read: it speaks of that. */
  paaSiden: Aabent
  slags: readonly string[]
  readonly indeks: (Registrering | undefined)[]
  afviste: { readonly kilde: En; readonly led: Registrering }[]
  readonly viden: readonly (readonly Viden[])[]
}

const TAVS_MS = 30 * 3_600_000
export const MAANED_MS = 31 * 24 * 3_600_000

/** Holds what was said up against what is true. `helt`: all that is known now was known when the page was made. */
export function doem(v: Virkelighed, sagt: readonly Sagt[], helt: boolean, levet: Levet): void {
  for (const et of sagt) {
    if (et.udsagn === 'intet') levet.intet++
    const fejl = findFejl(v, et)
    if (fejl) levet.falske.push(`${navnAf(et.felt)}: ${fejl}`)
    if (!helt || !canBeProved(v, et.felt)) continue
    levet.kunneSiges++
    if (et.udsagn === 'intet') levet.blevSagt++
    else levet.usagte.push(`${navnAf(et.felt)}: ${et.udsagn} ${et.forbehold.join(' ')}`)
  }
}

const navnAf = ({ art, omraade, kommune }: Felt): string => `${art} in area ${omraade} of municipality ${kommune}`

/** That there is none is said as of a time, at which no source held one that could have been shown. */
function findFejl(v: Virkelighed, { felt, udsagn, bevistTil }: Sagt): string | undefined {
  if (udsagn !== 'intet') return undefined
  if (bevistTil === undefined) return 'none was said, and no time'
  if (bevistTil > v.nu) return 'none was said as of a time to come'
  const tid = new Date(bevistTil).toISOString()
  return showable(felt, v.paaSiden, sandhedVed(v.kilder, v.tilsluttet, bevistTil))
    ? `none was said as of ${tid}, and there was one`
    : undefined
}

/** True where there is none, and a system that knows all that it was told could say so. Stated without the system's own words. */
function canBeProved(v: Virkelighed, felt: Felt): boolean {
  const alle = BEGGE.map((nr) => v.viden[nr]?.[felt.kommune] as Viden)
  const til = Math.min(...alle.map(({ bekraeftet }) => bekraeftet ?? Number.NEGATIVE_INFINITY))
  return (
    isSpokenOf(v, felt) &&
    v.tilsluttet.every((siden) => siden !== undefined) &&
    !v.spaerret.includes(true) &&
    Number.isFinite(til) &&
    alle.every((om) => om.nyeste <= til && isFresh(om, v.nu)) &&
    !v.afviste.some(({ led }) => mayTouch(led, felt)) &&
    !showable(felt, v.aabent, sandhedVed(v.kilder, v.tilsluttet, til))
  )
}

/** Open, and with all the kinds of system connected that could hold such things: the first source's is connected for cases alone. */
const isSpokenOf = ({ aabent, slags }: Virkelighed, { kommune, omraade, art }: Felt): boolean =>
  aabent.omraader[kommune]?.[omraade] === true &&
  slags.length > 0 &&
  (art === 'sag' || (aabent.dokumenter && !slags.includes('eoj')))

const isFresh = ({ afstemt, tegn }: Viden, nu: number): boolean =>
  afstemt !== undefined && nu - afstemt <= MAANED_MS && nu - tegn <= TAVS_MS

const mayTouch = (led: Registrering, felt: Felt): boolean =>
  led.kommune === felt.kommune &&
  (objektAf(led.objekt).art === 'dokument' ? felt.art === 'dokument' : led.tilstand.omraade === felt.omraade)
