import { afvist, maskCpr, ok, type Resultat, type Uuid } from '#kernel'
import { parseDag } from '#platform/http'
import { dagEfter } from '#web'
import type { Bemaerkningsafvisning } from './bemaerkning.errors.ts'

/** What can be remarked about somebody across their cases. Source: SAPA (domain.md 5). */
export const BEMAERKNINGSSLAGS = ['tolk', 'handicap', 'obsAdfaerd', 'opholdsforbud', 'partsrepraesentant'] as const
export type Bemaerkningsslags = (typeof BEMAERKNINGSSLAGS)[number]
const parseBemaerkningsslags = (tekst: string): Bemaerkningsslags | undefined =>
  BEMAERKNINGSSLAGS.find((slags) => slags === tekst)

/** Those that work against the citizen: they need a reason, somebody looks at them again by a day, and they end by themselves. */
const INDGRIBENDE: ReadonlySet<Bemaerkningsslags> = new Set(['obsAdfaerd', 'opholdsforbud'])
export const isIndgribende = (slags: Bemaerkningsslags): boolean => INDGRIBENDE.has(slags)

/** What the remark says, in the words of the one who wrote it: the language, the need, what happened, the place, or who represents. */
export type Bemaerkningsindhold = {
  readonly tekst: string
  /** The place of an opholdsforbud; telephone or mail of a partsrepræsentant. */
  readonly detalje: string
  /** Why it is proportionate; of the intrusive kinds alone. */
  readonly begrundelse: string
}

export type Bemaerkning = Bemaerkningsindhold & {
  readonly id: Uuid
  readonly slags: Bemaerkningsslags
  /** Days, half-open; undefined `til` is until it is ended. */
  readonly fra: string
  readonly til: string | undefined
  /** An intrusive one ends at this day unless somebody has looked at it again. */
  readonly gennemgaasSenest: string | undefined
  readonly satAf: string
  /** The day it was written. */
  readonly sat: string
}

/** What somebody asks to have remarked, as the form has it. */
export type Bemaerkningsoenske = {
  readonly slags: string
  readonly tekst: string
  readonly detalje: string
  readonly begrundelse: string
  readonly fra: string
  readonly til: string
}

export type NyBemaerkning = Bemaerkningsindhold & Pick<Bemaerkning, 'slags' | 'fra' | 'til' | 'gennemgaasSenest'>

const HOEJST_LINJE = 200
const HOEJST_BEGRUNDELSE = 1_000
const HOEJST_AAR = 10
/** An intrusive remark is looked at again at least this often. */
const GENNEMGANG_DAGE = 183
const ET_AAR_DAGE = 365

const isTekst = (tekst: string, hoejst: number, linjer = false): boolean =>
  tekst.length <= hoejst && !(linjer ? /[^\P{Cc}\n\r\t]/u : /\p{Cc}/u).test(tekst) && maskCpr(tekst) === tekst

/** The remark as it is to be kept, or why not. Pure; `idag` is the day in Denmark. */
export function parseBemaerkning(oenske: Bemaerkningsoenske, idag: string): Resultat<NyBemaerkning, Bemaerkningsafvisning> {
  const slags = parseBemaerkningsslags(oenske.slags)
  if (!slags) return afvist('SLAGS_MANGLER')
  const [tekst, detalje, begrundelse] = [oenske.tekst.trim(), oenske.detalje.trim(), oenske.begrundelse.trim()]
  if (tekst.length < 2 || !isTekst(tekst, HOEJST_LINJE)) return afvist('TEKST_UGYLDIG')
  if (!isTekst(detalje, HOEJST_LINJE) || (detalje.length < 2 && MED_DETALJE.has(slags))) return afvist('DETALJE_UGYLDIG')
  const periode = parsePeriode(oenske, idag)
  if (!periode) return afvist('PERIODE_UGYLDIG')
  const faelles = { slags, tekst, detalje, ...periode }
  if (!isIndgribende(slags)) return ok({ ...faelles, begrundelse: '', gennemgaasSenest: undefined })
  if (begrundelse.length < 20 || !isTekst(begrundelse, HOEJST_BEGRUNDELSE, true)) return afvist('BEGRUNDELSE_MANGLER')
  const senest = dagEfter(periode.fra, ET_AAR_DAGE)
  const til = periode.til ?? senest
  if (til > senest) return afvist('FOR_LAENGE')
  if (til <= idag) return afvist('PERIODE_UGYLDIG')
  return ok({ ...faelles, begrundelse, til, gennemgaasSenest: naesteGennemgang(idag, { fra: periode.fra, til }) })
}
const MED_DETALJE: ReadonlySet<Bemaerkningsslags> = new Set(['opholdsforbud', 'partsrepraesentant'])

/** From today where no day is given; an end must lie ahead. Undefined for what is no period, or lies far away. */
function parsePeriode(
  oenske: Pick<Bemaerkningsoenske, 'fra' | 'til'>,
  idag: string,
): Pick<NyBemaerkning, 'fra' | 'til'> | undefined {
  const fra = oenske.fra === '' ? idag : parseDag(oenske.fra)
  if (!fra || fra < dagEfter(idag, -ET_AAR_DAGE) || fra > dagEfter(idag, ET_AAR_DAGE)) return undefined
  if (oenske.til === '') return { fra, til: undefined }
  const til = parseDag(oenske.til)
  if (!til || til <= fra || til <= idag || til > dagEfter(fra, HOEJST_AAR * ET_AAR_DAGE)) return undefined
  return { fra, til }
}

/** Why a remark ends or is still needed, in a few words; undefined where that is not said. */
export const parseBegrundelse = (tekst: string): string | undefined =>
  tekst.trim().length >= 5 && isTekst(tekst.trim(), HOEJST_BEGRUNDELSE, true) ? tekst.trim() : undefined

/**
 * By when an intrusive remark that was looked at on the day must be looked at again, counted from its beginning where that is still to come: never past
 * its end, which no look moves.
 */
export const naesteGennemgang = (dag: string, { fra, til }: { readonly fra: string; readonly til: string }): string => {
  const senest = dagEfter(fra > dag ? fra : dag, GENNEMGANG_DAGE)
  return senest < til ? senest : til
}

/** Does it hold on the day? */
export const gaelder = (
  { fra, til, gennemgaasSenest }: Pick<Bemaerkning, 'fra' | 'til' | 'gennemgaasSenest'>,
  dag: string,
): boolean => fra <= dag && (til === undefined || dag < til) && (gennemgaasSenest === undefined || dag < gennemgaasSenest)

/** Those that hold on the day, the ones that matter to one's own safety first. */
export const gaeldende = (alle: readonly Bemaerkning[], dag: string): readonly Bemaerkning[] =>
  alle
    .filter((en) => gaelder(en, dag))
    .toSorted((a, b) => ORDEN.indexOf(a.slags) - ORDEN.indexOf(b.slags) || a.fra.localeCompare(b.fra))
const ORDEN: readonly Bemaerkningsslags[] = ['obsAdfaerd', 'opholdsforbud', 'tolk', 'handicap', 'partsrepraesentant']
