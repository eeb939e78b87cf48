import { type CvrNummer, type KlePraefiks, parseKlePraefiks } from '#kernel'
import {
  type Borgerord,
  livsomraadeFor,
  type Ordslags,
  type Ordvalg,
  STANDARDKLE,
  standardKleord,
  type Tosprogstekst,
} from '#klassifikation'
import { standardDokumenttyper } from '#overblik'
import { tekster } from '#web'

/** What citizens' words there are to choose, and what the shipped ones say. */

const TRIN = ['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'] as const
const DOKUMENTTYPER = Object.keys(standardDokumenttyper('da'))
const begge = (tekst: (sprog: 'da' | 'en') => string): Tosprogstekst => ({ da: tekst('da'), en: tekst('en') })

/**
 * The shipped words; undefined where there are none: a source's own states and benefits are then shown as the source has them, and of all
 * else there is nothing to choose words for.
 */
export function standardord(slags: Ordslags, noegle: string): Borgerord | undefined {
  switch (slags) {
    case 'kle': {
      const praefiks = parseKlePraefiks(noegle)
      return praefiks && standardKleord(praefiks)
    }
    case 'fremdrift': {
      const trin = TRIN.find((et) => et === noegle)
      return trin && { titel: begge((s) => tekster(s).sag[trin].ord), forklaring: begge((s) => tekster(s).sag[trin].saetning) }
    }
    case 'dokumenttype':
      return DOKUMENTTYPER.includes(noegle)
        ? { titel: begge((s) => standardDokumenttyper(s)[noegle] ?? ''), forklaring: undefined }
        : undefined
    case 'sagsstatus':
    case 'ydelse':
      return undefined
  }
}

/** The area of life in which an example of the words stands. */
export const omraadeFor = (slags: Ordslags, noegle: string): string =>
  slags === 'kle' ? livsomraadeFor(noegle as Parameters<typeof livsomraadeFor>[0]).noegle : 'hjaelp-pleje-og-handicap'

/** One line of the list: what it is for, the shipped words and the municipality's own. */
export type Ordlinje = {
  readonly slags: Ordslags
  readonly noegle: string
  /** KLE's own title, which colleagues know it by. */
  readonly fagtitel: string | undefined
  readonly standard: Borgerord | undefined
  readonly eget: Borgerord | undefined
}

export type Ordsoegning = { readonly soeg: string; readonly slags: Ordslags | undefined; readonly kunEgne: boolean }

/** What is searched for, in a steady order: steps, kinds of document, states, benefits, and KLE by number. */
export function findOrd(ordvalg: Ordvalg, kommune: CvrNummer, { soeg, slags, kunEgne }: Ordsoegning): readonly Ordlinje[] {
  const ord = soeg.trim().toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
  return alleLinjer(ordvalg, kommune, soeg.trim())
    .filter((linje) => (slags === undefined || linje.slags === slags) && (!kunEgne || linje.eget !== undefined))
    .filter((linje) => {
      const tekst = soegetekst(linje)
      return ord.every((et) => tekst.includes(et))
    })
}

function alleLinjer(ordvalg: Ordvalg, kommune: CvrNummer, soegt: string): readonly Ordlinje[] {
  const linje = (slags: Ordslags, noegle: string, fagtitel?: string): Ordlinje => ({
    slags,
    noegle,
    fagtitel,
    standard: standardord(slags, noegle),
    eget: ordvalg.find(kommune, slags, noegle),
  })
  const egne = (slags: Ordslags): readonly string[] =>
    ordvalg
      .egne(kommune)
      .filter((post) => post.slags === slags)
      .map(({ noegle }) => noegle)
      .toSorted((a, b) => a.localeCompare(b, 'da'))
  const kendte = new Map<string, string | undefined>(STANDARDKLE.map(({ nr, titel }) => [nr, titel]))
  // A number without shipped words of its own can have some all the same: it is found by its number.
  const praefiks: KlePraefiks | undefined = parseKlePraefiks(soegt)
  const numre = [...new Set([...kendte.keys(), ...egne('kle'), ...(praefiks ? [praefiks] : [])])].toSorted()
  return [
    ...TRIN.map((trin) => linje('fremdrift', trin)),
    ...DOKUMENTTYPER.map((type) => linje('dokumenttype', type)),
    ...egne('sagsstatus').map((noegle) => linje('sagsstatus', noegle)),
    ...egne('ydelse').map((noegle) => linje('ydelse', noegle)),
    ...numre.map((nr) => linje('kle', nr, kendte.get(nr))),
  ]
}

const soegetekst = ({ noegle, fagtitel, standard, eget }: Ordlinje): string =>
  [noegle, fagtitel, ...[standard, eget].flatMap((ord) => [ord?.titel.da, ord?.titel.en, ord?.forklaring?.da])]
    .filter(Boolean)
    .join(' ')
    .toLocaleLowerCase('da')
