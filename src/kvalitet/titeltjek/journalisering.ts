import type { Art } from '#kernel'
import { foreslaaKlegrupper } from '#klassifikation'
import type { Fund, Titelkontekst } from './fund.ts'
import { laesTekst } from './laes-tekst.ts'
import { findCpr } from './regler/cpr.ts'
import { findNavne } from './regler/navne.ts'

/** What is known of where a thing is filed, all of it handed in. Parts and ids are compared, never looked up. */
export type Journaliseringsfakta = {
  readonly art: Art
  readonly titel: string
  readonly kle?: string | undefined
  /** The day it is of: a letter's date, else when it was made (YYYY-MM-DD). */
  readonly dag?: string | undefined
  /** When its case is open, end undefined while it is. */
  readonly sagstid?: { readonly fra: string; readonly til?: string | undefined } | undefined
  /** The primary parts of each case it lies on. */
  readonly sagsparter: readonly (readonly string[])[]
  /** Other things on the same case: their titles, days and kinds. */
  readonly naboer: readonly {
    readonly art: Art
    readonly titel: string
    readonly dag?: string | undefined
    readonly dokumenttype?: string | undefined
  }[]
  readonly dokumenttype?: string | undefined
  /** KLE groups (NN.NN) that the source has delivered before, with how many; empty where nothing is known. */
  readonly kildensGrupper: ReadonlyMap<string, number>
}

/** Days a letter may be from before the case was opened (what led to it), and from after it was closed. */
const FOER_SAGEN = 90
const EFTER_SAGEN = 60

/** Whether the thing is filed right: by whom it names, whose cases it lies on, its number and its date. Positions are in the title. */
export function checkJournalisering(
  fakta: Journaliseringsfakta,
  kontekst: Pick<Titelkontekst, 'egneNavne' | 'kendteNavne' | 'cprErEgen'>,
): readonly Fund[] {
  const hele = { fra: 0, til: fakta.titel.length }
  return [
    ...fremmede(fakta.titel, kontekst),
    ...(harForskelligeParter(fakta)
      ? [{ kode: 'FORSKELLIGE_PARTER', alvor: 'blokerer', ...hele, holderTilbage: true } as const]
      : []),
    ...(isDublet(fakta) ? [{ kode: 'DUBLET', alvor: 'oplyser', ...hele } as const] : []),
    ...(passerIkke(fakta) ? [{ kode: 'KLE_PASSER_IKKE', alvor: 'advarer', ...hele } as const] : []),
    ...(isFremmedForKilden(fakta) ? [{ kode: 'KLE_FREMMED_FOR_KILDEN', alvor: 'oplyser', ...hele } as const] : []),
    ...(isUdenForSagen(fakta) ? [{ kode: 'DATO_UDEN_FOR_SAGEN', alvor: 'advarer', ...hele } as const] : []),
  ]
}

/** Somebody else's number holds the thing back; a name of nobody the case knows asks for a look, the case's own parts being as good a reason. */
function fremmede(titel: string, kontekst: Pick<Titelkontekst, 'egneNavne' | 'kendteNavne' | 'cprErEgen'>): Fund[] {
  const laest = laesTekst(titel)
  const numre = findCpr(laest, kontekst).filter(({ holderTilbage }) => holderTilbage)
  const navne = findNavne(laest, kontekst).filter(({ kode }) => kode === 'NAVN_ANDEN_PERSON')
  return [...numre, ...navne.map(({ fra, til }): Fund => ({ kode: 'FREMMED_NAVN_PAA_SAGEN', alvor: 'advarer', fra, til }))]
}

/** On two cases or more that no part is common to. A case without a known part says nothing. */
function harForskelligeParter({ sagsparter }: Journaliseringsfakta): boolean {
  const kendte = sagsparter.filter((parter) => parter.length > 0)
  const [foerste, ...andre] = kendte
  return foerste !== undefined && andre.length > 0 && !foerste.some((part) => andre.every((parter) => parter.includes(part)))
}

const ens = (titel: string): string => titel.toLowerCase().replace(/\s+/g, ' ').trim()

const isDublet = ({ art, titel, dag, dokumenttype, naboer }: Journaliseringsfakta): boolean =>
  dag !== undefined &&
  naboer.some(
    (nabo) => nabo.art === art && nabo.dag === dag && nabo.dokumenttype === dokumenttype && ens(nabo.titel) === ens(titel),
  )

/** The title's words belong to other numbers, and none to this one's hovedgruppe. */
function passerIkke({ titel, kle }: Journaliseringsfakta): boolean {
  const grupper = foreslaaKlegrupper(titel)
  return kle !== undefined && grupper.length > 0 && !grupper.some((gruppe) => gruppe.slice(0, 2) === kle.slice(0, 2))
}

/** Deliveries before a group that is new from a source is worth a word. */
const NOK = 200
function isFremmedForKilden({ kle, kildensGrupper }: Journaliseringsfakta): boolean {
  const alle = [...kildensGrupper.values()].reduce((sum, antal) => sum + antal, 0)
  return kle !== undefined && alle >= NOK && !kildensGrupper.has(kle.slice(0, 5))
}

function isUdenForSagen({ dag, sagstid }: Journaliseringsfakta): boolean {
  if (dag === undefined || sagstid === undefined) return false
  return dag < plusDage(sagstid.fra, -FOER_SAGEN) || (sagstid.til !== undefined && dag > plusDage(sagstid.til, EFTER_SAGEN))
}

const plusDage = (dag: string, dage: number): string =>
  new Date(Date.parse(`${dag.slice(0, 10)}T12:00:00Z`) + dage * 86_400_000).toISOString().slice(0, 10)
