import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { checkNotat, checkTitel, type Fund, proposeTekst } from '#kvalitet/titeltjek'
import type { Notatafvisning } from './notat.errors.ts'
import type { Afvisningsgrund, Notattilstand } from './tilstand.ts'

/** What somebody wrote: a title on one line, and the text. */
export type Notatindhold = { readonly titel: string; readonly tekst: string }

/** A note that was written here, and how it is with it. */
export type SkrevetNotat = {
  readonly id: Uuid
  readonly sag: Uuid
  readonly kommune: CvrNummer
  readonly tilstand: Notattilstand
  readonly tilstandTid: Tidspunkt
  readonly grund: Afvisningsgrund | undefined
  readonly grundtekst: string
  readonly skrevet: Tidspunkt
  readonly af: Uuid
  readonly afNavn: string
  /** Undefined once the system has it on the case, and some time after it was given up. */
  readonly indhold: Notatindhold | undefined
}

/** An index takes titles of 255 characters and notes of 100 KB; what people write here is shorter. Source: SF1470 (domain.md 1.2). */
const HOEJST_TITEL = 255
const HOEJST_TEKST = 20_000

/** What was found, as the page shows it. */
export type Notatfund = {
  readonly titel: readonly Fund[]
  readonly tekst: readonly Fund[]
  /** The title with what was found put right; undefined where there is no proposal. */
  readonly titelforslag: string | undefined
}

export const INGEN_FUND: Notatfund = { titel: [], tekst: [], titelforslag: undefined }

const KONTEKST = { art: 'journalnotat', egneNavne: [], kendteNavne: [] } as const

/** All that is found in a note that somebody is about to send. Pure. */
export function findFund({ titel, tekst }: Notatindhold): Notatfund {
  const fund = checkTitel(titel, KONTEKST)
  return { titel: fund, tekst: checkNotat(tekst, KONTEKST), titelforslag: proposeTekst(titel, fund) }
}

const isCpr = ({ kode }: Fund): boolean => kode === 'CPR_NUMMER' || kode === 'CPR_EGET'

/**
 * Why a note cannot be sent as it stands; undefined where it can. A title that names somebody is not sent; of the text a personal number stops it,
 * and all else asks once. The note is a document of the case from the moment it is on it: what it says there can be corrected, not unsaid.
 */
export function refuse(indhold: Notatindhold, fund: Notatfund, set: boolean): Notatafvisning | undefined {
  const { titel, tekst } = indhold
  if (titel.length < 3 || titel.length > HOEJST_TITEL || /\p{Cc}/u.test(titel)) return 'TITEL_UGYLDIG'
  if (tekst.length < 3 || tekst.length > HOEJST_TEKST || /[^\P{Cc}\n\r\t]/u.test(tekst)) return 'TEKST_UGYLDIG'
  if ([...fund.titel, ...fund.tekst].some(isCpr)) return 'CPR_I_NOTATET'
  if (fund.titel.some(({ alvor }) => alvor === 'blokerer')) return 'TITEL_BLOKERET'
  const advarer = [...fund.titel, ...fund.tekst].some(({ alvor }) => alvor !== 'oplyser')
  return advarer && !set ? 'SE_FUND' : undefined
}
