import type { OpslagRaekke } from '#adgangslog'
import { type Opslagsformaal, parseOpslagsformaal } from '#kernel'
import type { Tosproget } from '../visninger.ts'

/**
 * The words in which a citizen is told who has looked, why and at what. None tells more than that somebody looked: which case it was about, or that
 * there is one, would tell of what is hidden.
 */

const ANDEN_GRUND: Tosproget = { da: 'En anden grund', en: 'Another ground' }
const GRUNDE: Readonly<Record<string, Tosproget>> = {
  egen: { da: 'Egne oplysninger', en: 'Own information' },
  foraeldremyndighed: { da: 'Forældremyndighed', en: 'Custody' },
  kommune: { da: 'Kommunens kontrol af, hvad der vises', en: 'The municipality’s check of what is shown' },
  drift: { da: 'Kontrol af, at visningen er rigtig', en: 'A check that what is shown is right' },
}
const FORMAAL: Readonly<Record<Opslagsformaal, Tosproget>> = {
  sagsbehandling: {
    da: 'Arbejde med en sag eller en opgave, som kan angå dig',
    en: 'Work on a case or a task that can concern you',
  },
  henvendelse: { da: 'En henvendelse til kommunen', en: 'A contact with the municipality' },
  vejledning: { da: 'Vejledning', en: 'Guidance' },
  partshoering: { da: 'Partshøring', en: 'A hearing of the parties' },
  klage: { da: 'En klage', en: 'A complaint' },
  aktindsigt: { da: 'Aktindsigt', en: 'Access to documents' },
  andet: {
    da: 'Noget andet, som medarbejderen har begrundet',
    en: 'Something else, which the employee has given the reason for',
  },
  tilsyn: { da: 'Kommunens tilsyn med sit eget arbejde', en: 'The municipality’s supervision of its own work' },
}

/** A search asks for no purpose: that comes with the visit, which is a line of its own. */
const SOEGNING: Tosproget = { da: 'At finde den rigtige borger', en: 'To find the right citizen' }

/** Why: a caseworker's purpose, and else the ground. */
export function grundord({ grund, formaal }: Pick<OpslagRaekke, 'grund' | 'formaal'>): Tosproget {
  if (grund === 'jobfunktionsrolle' && formaal === 'soegning') return SOEGNING
  const kendt = grund === 'jobfunktionsrolle' ? parseOpslagsformaal(formaal) : undefined
  return kendt ? FORMAAL[kendt] : (GRUNDE[grund] ?? ANDEN_GRUND)
}

const ROLLER: Readonly<Record<string, Tosproget>> = {
  jobfunktionsrolle: { da: 'Sagsbehandler eller borgerservice', en: 'Caseworker or citizen service' },
  kommune: { da: 'Ansvarlig for, hvad kommunen viser', en: 'Responsible for what the municipality shows' },
}
/** In what role somebody at a municipality looked; undefined for everybody else. */
export const rolleord = ({ grund }: Pick<OpslagRaekke, 'grund'>): Tosproget | undefined => ROLLER[grund]

const HVAD = {
  overblik: { da: 'overblikket', en: 'the overview' },
  nyt: { da: 'nyt siden sidst', en: 'what is new' },
  sager: { da: 'sager', en: 'cases' },
  sag: { da: 'en sag', en: 'a case' },
  dokumenter: { da: 'dokumenter', en: 'documents' },
  notater: { da: 'notater', en: 'notes' },
  notattekst: { da: 'teksten i et notat', en: 'the text of a note' },
  ydelser: { da: 'ydelser og udbetalinger', en: 'benefits and payments' },
  aftaler: { da: 'aftaler og frister', en: 'appointments and deadlines' },
  daekning: { da: 'hvad der kan ses', en: 'what can be seen' },
  opslag: { da: 'hvem der har set', en: 'who has looked' },
  // The same words whether anything was found or not, and whether it is shown or not.
  forklaring: { da: 'hvad der kan vises', en: 'what can be shown' },
  soegning: { da: 'en søgning på dig', en: 'a search for you' },
  kommunensOverblik: { da: 'kommunens overblik over dig', en: 'the municipality’s overview of you' },
} as const satisfies Readonly<Record<string, Tosproget>>

export const HVADNOEGLER: readonly string[] = Object.keys(HVAD)
export const hvadord = (noegle: string): Tosproget | undefined =>
  Object.hasOwn(HVAD, noegle) ? HVAD[noegle as keyof typeof HVAD] : undefined

/**
 * What a line is told as. Of what a municipality has looked at the citizen is told one thing, whichever page it was: the page of a case would tell that
 * there is one. A search is told as itself: it shows whom it finds, and not what there is.
 */
export function hvadnoegler({ grund, hvad }: Pick<OpslagRaekke, 'grund' | 'hvad'>): readonly string[] {
  if (grund === 'kommune') return ['forklaring']
  if (grund === 'jobfunktionsrolle') return [hvad === 'soegning' ? 'soegning' : 'kommunensOverblik']
  return Object.hasOwn(HVAD, hvad) ? [hvad] : []
}
