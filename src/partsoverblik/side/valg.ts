import { ARTER, type Art, parseUuid } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import { parseDag } from '#platform/http'

/** The tabs, in the order of the keys that open them. */
export const FANER = [
  'sager',
  'ydelser',
  'dokumenter',
  'notater',
  'tidslinje',
  'aftaler',
  'kontakt',
  'familie',
  'borgeren',
] as const
export type Fane = (typeof FANER)[number]

/** Which kinds a tab lists; a tab that lists none has a page of its own form. */
export const FANEARTER: Readonly<Record<Fane, readonly Art[]>> = {
  sager: ['sag'],
  ydelser: ['bevilling', 'oekonomiskEffektuering'],
  dokumenter: ['dokument'],
  notater: ['journalnotat'],
  tidslinje: ARTER,
  aftaler: ['aftale'],
  kontakt: [],
  familie: [],
  borgeren: ARTER,
}
export const isListefane = (fane: Fane): boolean => FANEARTER[fane].length > 0

/**
 * What an address of the page says: which tab, what of it, and which thing is open. Nothing in it is about the citizen: keys of lists, days, and
 * words that mean something in this visit alone.
 */
export type Valg = {
  readonly fane: Fane
  readonly omraade: string
  /** 'aabne', 'lukkede', or a state's key. */
  readonly status: string
  readonly art: Art | ''
  readonly enhed: string
  readonly system: string
  /** Days, YYYY-MM-DD. */
  readonly fra: string
  readonly til: string
  readonly side: number
  /** The thing in the panel. */
  readonly ting: string
}
/** What a view that is kept by name holds. */
export type Filtervalg = Pick<Valg, 'fane' | 'omraade' | 'status' | 'art' | 'enhed' | 'system' | 'fra' | 'til'>

export const FILTERFELTER = ['omraade', 'status', 'art', 'enhed', 'system', 'fra', 'til'] as const

export const INTET_VALGT: Valg = {
  fane: 'sager',
  omraade: '',
  status: '',
  art: '',
  enhed: '',
  system: '',
  fra: '',
  til: '',
  side: 1,
  ting: '',
}

type Felter = Readonly<Record<string, unknown>>
const NOEGLE = /^[A-Za-zÆØÅæøå0-9_-]{1,40}$/

const tekst = (felter: Felter, navn: string): string => {
  const vaerdi = felter[navn]
  return typeof vaerdi === 'string' && vaerdi.length <= 60 ? vaerdi.trim() : ''
}
const noegle = (vaerdi: string): string => (NOEGLE.test(vaerdi) ? vaerdi : '')

/** What cannot be read is as if it had not been chosen. Takes a query, a form, or a kept view. */
export function parseValg(felter: Felter): Valg {
  const side = Number(tekst(felter, 'side'))
  return {
    fane: FANER.find((fane) => fane === tekst(felter, 'fane')) ?? INTET_VALGT.fane,
    omraade: LIVSOMRAADER.find((omraade) => omraade.noegle === tekst(felter, 'omraade'))?.noegle ?? '',
    status: noegle(tekst(felter, 'status')),
    art: ARTER.find((art) => art === tekst(felter, 'art')) ?? '',
    enhed: noegle(tekst(felter, 'enhed')),
    system: parseUuid(tekst(felter, 'system')) ?? '',
    fra: parseDag(tekst(felter, 'fra')) ?? '',
    til: parseDag(tekst(felter, 'til')) ?? '',
    side: Number.isInteger(side) && side >= 1 && side <= 9_999 ? side : 1,
    ting: noegle(tekst(felter, 'ting')),
  }
}

/** Only what differs from the plain page, in one order. */
export function toQuery(valg: Partial<Valg>): string {
  const par = (['fane', ...FILTERFELTER, 'side', 'ting'] as const).flatMap((navn) => {
    const vaerdi = String(valg[navn] ?? '')
    return vaerdi === '' || vaerdi === String(INTET_VALGT[navn]) ? [] : [`${navn}=${encodeURIComponent(vaerdi)}`]
  })
  return par.length > 0 ? `?${par.join('&')}` : ''
}

/** What of a choice a kept view is to hold: not the page one was on, nor the thing that was open. */
export const toFiltervalg = ({ fane, omraade, status, art, enhed, system, fra, til }: Valg): Filtervalg => ({
  fane,
  omraade,
  status,
  art,
  enhed,
  system,
  fra,
  til,
})

export const hasFilter = (valg: Valg): boolean => FILTERFELTER.some((navn) => valg[navn] !== '')
