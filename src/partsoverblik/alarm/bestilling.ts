import { afvist, type CprNummer, ok, parseCprNummer, parseUuid, type Resultat, type Uuid } from '#kernel'
import { parseDag, parseLinje } from '#platform/http'
import type { Udtraeksart } from './udtraek.sql.ts'

/** What an extract is asked to be about. */
export type Bestilling = {
  readonly om: Udtraeksart
  readonly medarbejder: Uuid | undefined
  readonly cpr: CprNummer | undefined
  readonly antal: number | undefined
  /** Days, YYYY-MM-DD; both are in it. */
  readonly fra: string
  readonly til: string
  readonly formaal: string
}
export type Bestillingsafvisning =
  | 'OM_MANGLER'
  | 'MEDARBEJDER_MANGLER'
  | 'CPR_MANGLER'
  | 'ANTAL_MANGLER'
  | 'PERIODE_MANGLER'
  | 'PERIODE_FOR_LANG'
  | 'FORMAAL_MANGLER'
  | 'OM_DIG_SELV'
  | 'FOR_MANGE_LINJER'
  | 'KAN_IKKE_HENTES'

export const BESTILLINGSSAETNINGER: Readonly<Record<Bestillingsafvisning, { readonly da: string; readonly en: string }>> = {
  OM_MANGLER: { da: 'Vælg, hvad udtrækket skal handle om.', en: 'Choose what the extract is to be about.' },
  MEDARBEJDER_MANGLER: { da: 'Vælg en medarbejder.', en: 'Choose an employee.' },
  CPR_MANGLER: { da: 'Skriv borgerens CPR-nummer med ti cifre.', en: 'Write the citizen’s CPR number with ten digits.' },
  ANTAL_MANGLER: { da: 'Skriv et antal opslag fra 1 til 500.', en: 'Write a number of look-ups from 1 to 500.' },
  PERIODE_MANGLER: {
    da: 'Skriv to dage som 01-03-2026. Den sidste må ikke være før den første eller efter i dag.',
    en: 'Write two days as 01-03-2026. The last may not be before the first or after today.',
  },
  PERIODE_FOR_LANG: { da: 'Et udtræk må højst dække seks måneder.', en: 'An extract may cover six months at most.' },
  FORMAAL_MANGLER: {
    da: 'Skriv, hvad udtrækket skal bruges til: 10 til 500 tegn på én linje, uden CPR-nummer.',
    en: 'Write what the extract is for: 10 to 500 characters on one line, without a CPR number.',
  },
  OM_DIG_SELV: {
    da: 'Du kan ikke bestille eller godkende et udtræk om dine egne opslag. Bed en anden om det.',
    en: 'You cannot order or approve an extract about your own look-ups. Ask somebody else.',
  },
  FOR_MANGE_LINJER: {
    da: 'Udtrækket er for stort. Vælg en kortere periode.',
    en: 'The extract is too large. Choose a shorter period.',
  },
  KAN_IKKE_HENTES: {
    da: 'Udtrækket kan ikke hentes: det er ikke dit, det er ikke godkendt, eller det er mere end 30 dage gammelt.',
    en: 'The extract cannot be fetched: it is not yours, it has not been approved, or it is more than 30 days old.',
  },
}

const HOEJST_ANTAL = 500
const HOEJST_MAANEDER = 6

/** The day six months after, as the database counts: the last of a shorter month. */
function afterSeksMaaneder(dag: string): string {
  const [aar = 0, maaned = 1, nr = 1] = dag.split('-').map(Number)
  const sidste = new Date(Date.UTC(aar, maaned + HOEJST_MAANEDER, 0)).getUTCDate()
  return new Date(Date.UTC(aar, maaned - 1 + HOEJST_MAANEDER, Math.min(nr, sidste))).toISOString().slice(0, 10)
}

/** The log is younger; a day that is very far back is none to the database. */
const FOERSTE_DAG = '2000-01-01'

type Felter = { readonly [felt in 'om' | 'medarbejder' | 'cpr' | 'antal' | 'fra' | 'til' | 'formaal']: string }

/** An order as it was sent, as of a day. Pure. */
export function readBestilling(felter: Felter, idag: string): Resultat<Bestilling, Bestillingsafvisning> {
  const om = (['medarbejder', 'borger', 'stikproeve'] as const).find((led) => led === felter.om)
  if (!om) return afvist('OM_MANGLER')
  const medarbejder = om === 'medarbejder' ? parseUuid(felter.medarbejder) : undefined
  if (om === 'medarbejder' && !medarbejder) return afvist('MEDARBEJDER_MANGLER')
  const cpr = om === 'borger' ? parseCprNummer(felter.cpr.replaceAll(/[\s-]/g, '')) : undefined
  if (om === 'borger' && !cpr) return afvist('CPR_MANGLER')
  const antal = om === 'stikproeve' ? Number(/^\d{1,3}$/.test(felter.antal) ? felter.antal : Number.NaN) : undefined
  if (antal !== undefined && !(antal >= 1 && antal <= HOEJST_ANTAL)) return afvist('ANTAL_MANGLER')
  const [fra, til] = [parseDag(felter.fra), parseDag(felter.til)]
  if (!fra || !til || til < fra || til > idag || fra < FOERSTE_DAG) return afvist('PERIODE_MANGLER')
  if (til > afterSeksMaaneder(fra)) return afvist('PERIODE_FOR_LANG')
  const formaal = parseLinje(felter.formaal.replaceAll(/\s+/g, ' ').trim(), 500)
  if (formaal === undefined || formaal.length < 10) return afvist('FORMAAL_MANGLER')
  return ok({ om, medarbejder, cpr, antal, fra, til, formaal })
}
