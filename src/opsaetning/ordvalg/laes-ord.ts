import type { Borgerord, Ordslags } from '#klassifikation'
import { checkTitel } from '#kvalitet/titeltjek'
import { type Formular, readFelt } from '#platform/http'

/** What the form of a choice of words sends, and why it cannot be used. */

export const ORDFELTER = ['titelDa', 'titelEn', 'forklaringDa', 'forklaringEn'] as const
export type Ordfelt = (typeof ORDFELTER)[number] | 'noegle'
/** 'tom': both languages must have it. 'lang': more characters than fit. 'tegn': HTML or something that is no ordinary text. 'person': a number or name of somebody's. */
export type Ordfejl = 'tom' | 'lang' | 'tegn' | 'person'
export type Ordformular = { readonly [F in Ordfelt]: string }
export type Laestord = {
  readonly felter: Ordformular
  readonly fejl: { readonly [F in Ordfelt]?: Ordfejl }
  /** Undefined where there is an error. */
  readonly ord: Borgerord | undefined
}

type Feltmaal = { readonly titel: number; readonly forklaring: 'ingen' | 'kan' | 'skal' }

/** How long a name may be so that it still fits where it stands on a telephone, and whether a sentence belongs to it. */
export const FELTMAAL: { readonly [S in Ordslags]: Feltmaal } = {
  kle: { titel: 80, forklaring: 'kan' },
  fremdrift: { titel: 24, forklaring: 'skal' },
  sagsstatus: { titel: 120, forklaring: 'ingen' },
  dokumenttype: { titel: 60, forklaring: 'ingen' },
  ydelse: { titel: 80, forklaring: 'ingen' },
}
export const HOEJST_FORKLARING = 200
export const HOEJST_NOEGLE = 255

/** Reads the form. `noegle` is read where the words are for something that is written by hand: a source's state or a benefit. */
export function laesOrd(slags: Ordslags, formular: Formular, medNoegle: boolean): Laestord {
  const felt = (navn: string): string => readFelt(formular, navn).replace(/\s+/g, ' ')
  const felter: Ordformular = {
    noegle: medNoegle ? felt('noegle') : '',
    titelDa: felt('titelDa'),
    titelEn: felt('titelEn'),
    forklaringDa: felt('forklaringDa'),
    forklaringEn: felt('forklaringEn'),
  }
  const fejl = findFejl(slags, felter, medNoegle)
  return { felter, fejl, ord: Object.keys(fejl).length > 0 ? undefined : toOrd(felter) }
}

export function toFelter(ord: Borgerord | undefined): Ordformular {
  return {
    noegle: '',
    titelDa: ord?.titel.da ?? '',
    titelEn: ord?.titel.en ?? '',
    forklaringDa: ord?.forklaring?.da ?? '',
    forklaringEn: ord?.forklaring?.en ?? '',
  }
}

const toOrd = ({ titelDa, titelEn, forklaringDa, forklaringEn }: Ordformular): Borgerord => ({
  titel: { da: titelDa, en: titelEn },
  forklaring: forklaringDa === '' ? undefined : { da: forklaringDa, en: forklaringEn },
})

function findFejl(slags: Ordslags, felter: Ordformular, medNoegle: boolean): { [F in Ordfelt]?: Ordfejl } {
  const { titel, forklaring } = FELTMAAL[slags]
  const medForklaring = forklaring === 'skal' || felter.forklaringDa !== '' || felter.forklaringEn !== ''
  const maal: readonly (readonly [Ordfelt, hoejst: number, skal: boolean])[] = [
    ...(medNoegle ? [['noegle', HOEJST_NOEGLE, true] as const] : []),
    ['titelDa', titel, true],
    ['titelEn', titel, true],
    // A sentence where none belongs is refused, not dropped unseen.
    ['forklaringDa', forklaring === 'ingen' ? 0 : HOEJST_FORKLARING, medForklaring && forklaring !== 'ingen'],
    ['forklaringEn', forklaring === 'ingen' ? 0 : HOEJST_FORKLARING, medForklaring && forklaring !== 'ingen'],
  ]
  return Object.fromEntries(
    maal.flatMap(([felt, hoejst, skal]) => {
      const fejl = fejlI(felter[felt], hoejst, skal)
      return fejl ? [[felt, fejl]] : []
    }),
  )
}

function fejlI(tekst: string, hoejst: number, skal: boolean): Ordfejl | undefined {
  if (tekst === '') return skal ? 'tom' : undefined
  if (tekst.length > hoejst) return 'lang'
  // No page would run it, since all text is escaped; but somebody who writes it expects something else than what is shown.
  if (/[<>\p{Cc}\p{Cf}\p{Co}\p{Cn}]|&[a-z#]\w*;/iu.test(tekst)) return 'tegn'
  const fund = checkTitel(tekst, { art: 'sag', egneNavne: [], kendteNavne: [] })
  return fund.some(({ alvor }) => alvor === 'blokerer') ? 'person' : undefined
}
