import { afvist, maskCpr, ok, type Resultat } from '#kernel'
import { type Formular, readFelt } from '#platform/http'
import type { Gennemgangsafvisning } from './gennemgang.errors.ts'
import type { Opgavetilstand } from './opgave.ts'

/** Why a title is not shown, in words that can be counted. */
export const AARSAGER = ['tredjeperson', 'forkertSag', 'haardTone', 'uforstaaelig', 'andet'] as const
export type Aarsag = (typeof AARSAGER)[number]

/** What a reviewer asks for. `frigiv`: the item lies where it should, and is no longer held back. */
export type Beslutning =
  | { readonly slags: 'godkend' }
  | { readonly slags: 'ret'; readonly titel: string }
  | { readonly slags: 'afvis'; readonly aarsag: Aarsag; readonly tekst: string }
  | { readonly slags: 'frigiv' }
  | { readonly slags: 'fortryd' }
export type Beslutningsslags = Beslutning['slags']

/** What of a task a decision depends on and changes. */
export type Opgavestand = {
  readonly tilstand: Opgavetilstand
  readonly tilbageholdt: boolean
  /** Somebody has said that the item, which a check held back, lies where it should. */
  readonly frigivet: boolean
  readonly titel: string | undefined
}

/** How long a reviewed title may be: as long as the source's own (SF1470). */
export const HOEJST_TITEL = 255
const HOEJST_TEKST = 200

/**
 * What becomes of a task. Pure. Only what waits can be decided, and only what is decided can be taken back: whoever comes second is told so.
 * A title says nothing of whether the item lies at the right person, so an item that is held back is first released, or stays held.
 */
export function decide(stand: Opgavestand, beslutning: Beslutning): Resultat<Opgavestand, Gennemgangsafvisning> {
  if (stand.tilstand === 'foraeldet') return afvist('FORAELDET')
  if (beslutning.slags === 'fortryd') return takeBack(stand)
  if (stand.tilstand !== 'venter') return afvist('ALLEREDE_AFGJORT')
  switch (beslutning.slags) {
    case 'frigiv':
      return stand.tilbageholdt ? ok({ ...stand, tilbageholdt: false, frigivet: true }) : afvist('IKKE_TILBAGEHOLDT')
    case 'afvis':
      return ok({ ...stand, tilstand: 'afvist' })
    case 'godkend':
      return stand.tilbageholdt ? afvist('SKAL_FRIGIVES') : ok({ ...stand, tilstand: 'godkendt' })
    case 'ret':
      return stand.tilbageholdt ? afvist('SKAL_FRIGIVES') : ok({ ...stand, tilstand: 'rettet', titel: beslutning.titel })
  }
}

/** The last step is taken back: first the decision about the title, then the release before it. */
function takeBack(stand: Opgavestand): Resultat<Opgavestand, Gennemgangsafvisning> {
  if (stand.tilstand !== 'venter') return ok({ ...stand, tilstand: 'venter', titel: undefined })
  return stand.frigivet ? ok({ ...stand, tilbageholdt: true, frigivet: false }) : afvist('IKKE_AFGJORT')
}

/** One line as it can be shown: without control characters, and without a number that could be a person's. */
function readLinje(tekst: string, hoejst: number): string | undefined {
  const linje = tekst.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  return linje.length <= hoejst && !/\p{Cc}|\p{Cf}|\p{Cs}/u.test(linje) && maskCpr(linje) === linje ? linje : undefined
}

/** A form's decision, or which field of it cannot be used. */
export function readBeslutning(felter: Formular): Resultat<Beslutning, 'TITEL_UGYLDIG' | 'AARSAG_MANGLER' | 'UKENDT'> {
  const felt = (navn: string): string => readFelt(felter, navn)
  const slags = felt('slags')
  switch (slags) {
    case 'godkend':
    case 'frigiv':
    case 'fortryd':
      return ok({ slags })
    case 'ret': {
      const titel = readLinje(felt('titel'), HOEJST_TITEL)
      return titel ? ok({ slags, titel }) : afvist('TITEL_UGYLDIG')
    }
    case 'afvis': {
      const aarsag = AARSAGER.find((en) => en === felt('aarsag'))
      const tekst = readLinje(felt('tekst'), HOEJST_TEKST)
      const forklaret = aarsag !== 'andet' || tekst
      return aarsag && tekst !== undefined && forklaret ? ok({ slags, aarsag, tekst }) : afvist('AARSAG_MANGLER')
    }
    default:
      return afvist('UKENDT')
  }
}
