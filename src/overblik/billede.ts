import type { Tidspunkt, Uuid } from '#kernel'
import { INGEN_ORDVALG, type Ordvalg } from '#klassifikation'
import { type KleKonfiguration, visningstidspunkt } from '#visning'
import { type Afgoerelsesgrundlag, decideFor, konfigurationFor, type Synsvinkel, synsvinkler } from './fakta.ts'
import type { OverblikRaekke } from './overblik.sql.ts'
import type { HerkomstVisning } from './visninger.ts'

/** An item that may be shown, with the ways of looking at it in which it may. */
export type Vist = {
  readonly raekke: OverblikRaekke
  readonly vinkler: readonly [Synsvinkel, ...Synsvinkel[]]
  readonly konfiguration: KleKonfiguration | undefined
  /** The instant as of which it is told: before a decision whose letter is not sent. */
  readonly pr: Tidspunkt
}

/** What is known of where the shown items come from; of one person only when they were here last. */
export type Herkomst = {
  /** Where an item comes from, told as of `opdateret`; undefined where the sources are not known just now. */
  herkomstFor(vist: Vist, opdateret: Tidspunkt): HerkomstVisning | undefined
  /** What has come or changed for the citizen since the last visit; undefined: neither, or there was none. */
  nytFor(vist: Vist, opdateret: Tidspunkt): HerkomstVisning['nyt']
}

/** All that may be shown to somebody about a part. Whoever makes a page sees this, and never the rows. */
export type Billede = {
  readonly viste: readonly Vist[]
  readonly efterId: ReadonlyMap<Uuid, Vist>
  readonly grundlag: Afgoerelsesgrundlag
  /** Where the shown comes from; undefined for those who only decide. */
  readonly herkomst?: Herkomst | undefined
  /** The municipalities' own words, which the shown is told in; they decide nothing. */
  readonly ordvalg: Ordvalg
}

/** Decides each row; what may not be shown goes no further. A case must itself be shown for anything to be shown on it. */
export function createBillede(
  raekker: readonly OverblikRaekke[],
  grundlag: Afgoerelsesgrundlag,
  ordvalg: Ordvalg = INGEN_ORDVALG,
): Billede {
  const sager = raekker.filter((raekke) => raekke.art === 'sag').flatMap((raekke) => toVist(raekke, grundlag, undefined))
  const visteSager = new Set(sager.map((sag) => sag.raekke.item_id))
  const andre = raekker.filter((raekke) => raekke.art !== 'sag').flatMap((raekke) => toVist(raekke, grundlag, visteSager))
  const viste = [...sager, ...andre]
  return { viste, efterId: new Map(viste.map((vist) => [vist.raekke.item_id, vist])), grundlag, ordvalg }
}

function toVist(raekke: OverblikRaekke, grundlag: Afgoerelsesgrundlag, visteSager: ReadonlySet<Uuid> | undefined): Vist[] {
  const [foerste, ...resten] = synsvinkler(raekke, grundlag.nu).filter(
    (vinkel) => isPaaVistSag(raekke, vinkel, visteSager) && decideFor(raekke, vinkel, grundlag).vises,
  )
  if (!foerste) return []
  const konfiguration = konfigurationFor(grundlag, foerste)
  return [
    {
      raekke,
      vinkler: [foerste, ...resten],
      konfiguration,
      // Where somebody is shown it: those who only count what is shown would wait as long for this as for all else.
      get pr() {
        return findPr(raekke, foerste, grundlag)
      },
    },
  ]
}

/** Documents and notes exist for the citizen only on a case that is shown; one that is on none is not shown at all. */
const isPaaVistSag = ({ art }: OverblikRaekke, { sag }: Synsvinkel, visteSager: ReadonlySet<Uuid> | undefined): boolean =>
  (art !== 'dokument' && art !== 'journalnotat') || (sag !== undefined && visteSager?.has(sag.id) === true)

function findPr({ item_id, data }: OverblikRaekke, vinkel: Synsvinkel, grundlag: Afgoerelsesgrundlag): Tidspunkt {
  const sag = data.art === 'sag' ? { id: item_id, fremdrift: data.fremdrift } : vinkel.sag
  if (!sag) return grundlag.nu
  return visningstidspunkt(sag.fremdrift, konfigurationFor(grundlag, vinkel), grundlag.breve.get(sag.id) ?? [], grundlag.nu)
}

/** The shown items of one kind, with their data in that kind's type. */
export function visteAf<A extends OverblikRaekke['data']['art']>(
  billede: Billede,
  art: A,
): readonly (Vist & { readonly data: Extract<OverblikRaekke['data'], { readonly art: A }> })[] {
  return billede.viste.flatMap((vist) =>
    vist.raekke.data.art === art
      ? [{ ...vist, data: vist.raekke.data as Extract<OverblikRaekke['data'], { readonly art: A }> }]
      : [],
  )
}

/** The id of a case, if that case is itself shown: nothing may point at what is hidden. */
export const visteSager = (billede: Billede, vist: Vist): Uuid[] =>
  vist.vinkler.flatMap(({ sag }) => (sag && billede.efterId.has(sag.id) ? [sag.id] : []))
