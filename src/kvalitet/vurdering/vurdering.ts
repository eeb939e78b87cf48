import { hash } from 'node:crypto'
import type { Fund, Titelkontekst } from '#kvalitet/titeltjek'
import type { Gennemgangstilstand, Titeludfald, Titelvurdering } from '#visning'

/** The checks that texts are judged by, and which edition of them: a new edition judges everything anew. */
export type Tjek = {
  readonly regelversion: number
  readonly checkTitel: (tekst: string, kontekst: Titelkontekst) => readonly Fund[]
  readonly checkNotat: (tekst: string, kontekst: Titelkontekst) => readonly Fund[]
}

/** What is known of one text, with the codes of what was found in it, heaviest first. */
export type Vurdering = Titelvurdering & { readonly fund: readonly string[] }

/** What was found in one note's text: the numbers of the paragraphs that are left out (splitAfsnit). */
export type Notatvurdering = { readonly hash: string; readonly udeladt: readonly number[] }

/** What people have decided about one text of an item. `frigivet`: the item lies where it should. */
export type Gennemgang = {
  readonly gennemgang: Gennemgangstilstand
  readonly titel: string | null
  readonly frigivet: boolean
}

/** What a text is known by. 132 bits: nobody can make another text that is taken for one that was approved. */
export const tekstHash = (tekst: string): string => hash('sha256', tekst, 'base64url').slice(0, 22)

/** Judges a text. Pure, and fast enough to be done while a page is made. */
export const vurderTekst = ({ checkTitel }: Tjek, tekst: string, kontekst: Titelkontekst): Vurdering =>
  vurderFund(tekst, checkTitel(tekst, kontekst))

/** The judgement that follows from what was found in a text and about where it stands. */
export function vurderFund(tekst: string, fund: readonly Fund[]): Vurdering {
  return {
    hash: tekstHash(tekst),
    udfald: udfaldOf(fund),
    tilbageholdt: fund.some(({ holderTilbage }) => holderTilbage),
    gennemgang: 'ingen',
    fund: [...new Set(fund.toSorted((a, b) => VAEGT[a.alvor] - VAEGT[b.alvor]).map(({ kode }) => kode))],
  }
}

/** A text that could not be judged is not shown. */
export const uvurderet = (tekst: string): Vurdering => ({
  hash: tekstHash(tekst),
  udfald: 'blokeret',
  tilbageholdt: false,
  gennemgang: 'ingen',
  fund: [],
})
export const uvurderetNotat = (tekst: string): Notatvurdering => ({
  hash: tekstHash(tekst),
  udeladt: splitAfsnit(tekst).map((_, nr) => nr),
})

const VAEGT: Readonly<Record<Fund['alvor'], number>> = { blokerer: 0, advarer: 1, oplyser: 2 }

function udfaldOf(fund: readonly Fund[]): Titeludfald {
  if (fund.some(({ alvor }) => alvor === 'blokerer')) return 'blokeret'
  return fund.some(({ alvor }) => alvor === 'advarer') ? 'advaret' : 'ren'
}

/** The judgement with what people have decided since. */
export const withGennemgang = (vurdering: Vurdering, beslutning: Gennemgang | undefined): Vurdering =>
  beslutning
    ? {
        ...vurdering,
        tilbageholdt: vurdering.tilbageholdt && !beslutning.frigivet,
        gennemgang: beslutning.gennemgang,
        ...(beslutning.titel === null ? {} : { titel: beslutning.titel }),
      }
    : vurdering

/** A note's text in paragraphs, each with the line ends that follow it: put together they are the text. */
export const splitAfsnit = (tekst: string): readonly string[] => tekst.match(/[^\n]+\n*|^\n+/gu) ?? []

/**
 * Which paragraphs of a note tell of somebody else, or of what may not be shown at all. Many systems break lines where the window ended, so two
 * lines are left out, too, where a number or a name begins on one and ends on the next.
 */
export function vurderNotat({ checkNotat }: Tjek, tekst: string, kontekst: Titelkontekst): Notatvurdering {
  const blokerer = (fund: Fund): boolean => fund.alvor === 'blokerer' && isOmAnden(fund.kode)
  const alle = splitAfsnit(tekst)
  const udeladt = new Set(alle.keys().filter((nr) => checkNotat(alle[nr] ?? '', kontekst).some(blokerer)))
  for (const nr of alle.keys().drop(1)) {
    const [hale, hoved] = [endOf(alle[nr - 1] ?? ''), beginningOf(alle[nr] ?? '')]
    const over = ({ fra, til }: Fund): boolean => fra < hale.length && til > hale.length
    if (checkNotat(hale + hoved, kontekst).some((fund) => blokerer(fund) && over(fund))) udeladt.add(nr - 1).add(nr)
  }
  return { hash: tekstHash(tekst), udeladt: [...udeladt].sort((a, b) => a - b) }
}

/** Longer than a number, an address or a name with its words; whole words, so that none is made by the cut. */
const SOEM = 80
const endOf = (afsnit: string): string => afsnit.slice(-SOEM).replace(afsnit.length > SOEM ? /^\S*/u : /^/u, '')
const beginningOf = (afsnit: string): string => afsnit.slice(0, SOEM).replace(afsnit.length > SOEM ? /\S*$/u : /$/u, '')

/** Findings that speak of another person, or say that nobody can know. A note about the citizen's own illness is what the note is for. */
const OM_ANDEN: ReadonlySet<string> = new Set<Fund['kode']>([
  'CPR_NUMMER',
  'NAVN_ANDEN_PART',
  'NAVN_ANDEN_PERSON',
  'NAVN_MULIGT',
  'ADRESSE',
  'TELEFONNUMMER',
  'MAILADRESSE',
  'FOR_LANG',
  'FREMMED_NAVN_PAA_SAGEN',
])
export const isOmAnden = (kode: string): boolean => OM_ANDEN.has(kode)
