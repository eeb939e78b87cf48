import { afvist, maskCpr, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import type { Noedstop } from '../fakta.ts'
import type { Stopafvisning } from './noedstop.errors.ts'

/** Who did it, as the list names them. */
export type Stopperson = { readonly id: Uuid; readonly navn: string }

/** A stop that is to be made, with its reason, which is kept for good. */
export type NytStop = Noedstop & { readonly begrundelse: string; readonly af: Stopperson }

export const OPHAEVELSESTRIN = ['foreslaaet', 'trukketTilbage', 'bekraeftet'] as const
export type Ophaevelsestrin = (typeof OPHAEVELSESTRIN)[number]

/** A step towards opening again. */
export type Stophaendelse = {
  /** From 1, without gaps. */
  readonly nr: number
  readonly trin: Ophaevelsestrin
  readonly tid: Tidspunkt
  readonly begrundelse: string
  readonly af: Stopperson
  /** Of a confirmation: the proposal that it confirms. */
  readonly forslag: { readonly nr: number; readonly af: Uuid } | undefined
}

/** A stop with all that has been done about it, oldest first. */
export type Stopforloeb = NytStop & { readonly haendelser: readonly Stophaendelse[] }

export type Ophaevelseskommando = { readonly trin: Ophaevelsestrin; readonly begrundelse: string }

export const isAktivt = ({ haendelser }: Stopforloeb): boolean => !haendelser.some(({ trin }) => trin === 'bekraeftet')

/** The proposal to open that waits for another person; undefined where none does. */
export const aabentForslag = ({ haendelser }: Stopforloeb): Stophaendelse | undefined => {
  const sidste = haendelser.at(-1)
  return sidste?.trin === 'foreslaaet' ? sidste : undefined
}

const MINDST = 5
const HOEJST = 2_000

/** The reason as it is kept; undefined where it is too short or too long, or holds what no list of reasons may: a CPR number. */
export function parseBegrundelse(tekst: string): string | undefined {
  const renset = tekst.trim()
  const passer = renset.length >= MINDST && renset.length <= HOEJST && !/[^\P{Cc}\n\r\t]/u.test(renset)
  return passer && maskCpr(renset) === renset ? renset : undefined
}

/**
 * The next step towards opening: one person proposes, another confirms, and any of them may take the proposal back, since it takes but one
 * to keep something closed. Who stopped it may be one of the two. Pure.
 */
export function decideOphaevelse(
  forloeb: Stopforloeb,
  { trin, begrundelse }: Ophaevelseskommando,
  af: Stopperson,
  tid: Tidspunkt,
): Resultat<Stophaendelse, Stopafvisning> {
  if (!isAktivt(forloeb)) return afvist('ER_AABNET')
  const forslag = aabentForslag(forloeb)
  const faelles = { nr: forloeb.haendelser.length + 1, trin, tid, af }
  if (trin === 'foreslaaet') {
    if (forslag) return afvist('FORSLAG_FINDES')
    const grund = parseBegrundelse(begrundelse)
    return grund === undefined ? afvist('BEGRUNDELSE_MANGLER') : ok({ ...faelles, begrundelse: grund, forslag: undefined })
  }
  if (!forslag) return afvist('INTET_FORSLAG')
  if (trin === 'trukketTilbage') return ok({ ...faelles, begrundelse: '', forslag: undefined })
  if (forslag.af.id === af.id) return afvist('KRAEVER_TO')
  return ok({ ...faelles, begrundelse: '', forslag: { nr: forslag.nr, af: forslag.af.id } })
}
