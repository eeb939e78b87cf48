import { afvist, ok, type Resultat } from '#kernel'
import { parseLinje } from '#platform/http'

/** What a visit with alarms is judged to be: there was a reason; there was none; or it was something else than it looked (a test, a mistaken alarm). */
export const UDFALD = ['berettiget', 'uberettiget', 'afklaret'] as const
export type Udfald = (typeof UDFALD)[number]

/** What follows from a visit without a reason: a talk, a case about the employee, a breach to be reported to Datatilsynet, the police. */
export const NAESTE = ['samtale', 'personalesag', 'brud', 'politi'] as const
export type Naeste = (typeof NAESTE)[number]

export type Afgoerelse = { readonly udfald: Udfald; readonly naeste: Naeste | undefined; readonly begrundelse: string }
export type Udfaldsafvisning = 'UDFALD_MANGLER' | 'NAESTE_MANGLER' | 'BEGRUNDELSE_MANGLER' | 'ALLEREDE_AFGJORT'

export const UDFALDSSAETNINGER: Readonly<Record<Udfaldsafvisning, { readonly da: string; readonly en: string }>> = {
  UDFALD_MANGLER: { da: 'Vælg, hvad opslaget var.', en: 'Choose what the look-up was.' },
  NAESTE_MANGLER: { da: 'Vælg, hvad der nu skal ske.', en: 'Choose what is to happen next.' },
  BEGRUNDELSE_MANGLER: {
    da: 'Skriv hvorfor: 10 til 500 tegn på én linje, uden CPR-nummer.',
    en: 'Write why: 10 to 500 characters on one line, without a CPR number.',
  },
  ALLEREDE_AFGJORT: {
    da: 'Det er ikke gemt: en anden har vurderet opslaget i mellemtiden. Se, hvad der står nu.',
    en: 'It was not kept: somebody else has judged the look-up meanwhile. See what it says now.',
  },
}

/** A judgement as it was sent. A next step goes with 'uberettiget' and with nothing else. Pure. */
export function readAfgoerelse(felter: {
  readonly udfald: string
  readonly naeste: string
  readonly begrundelse: string
}): Resultat<Afgoerelse, Udfaldsafvisning> {
  const udfald = UDFALD.find((led) => led === felter.udfald)
  if (!udfald) return afvist('UDFALD_MANGLER')
  const naeste = NAESTE.find((led) => led === felter.naeste)
  if (udfald === 'uberettiget' && !naeste) return afvist('NAESTE_MANGLER')
  const begrundelse = parseLinje(felter.begrundelse.replaceAll(/\s+/g, ' ').trim(), 500)
  if (begrundelse === undefined || begrundelse.length < 10) return afvist('BEGRUNDELSE_MANGLER')
  return ok({ udfald, naeste: udfald === 'uberettiget' ? naeste : undefined, begrundelse })
}
