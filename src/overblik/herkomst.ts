import type { Daekningsfakta } from '#afstemning/daekning'
import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Kilde, slagsnavn } from '#kilde'
import { livsomraadeFor } from '#klassifikation'
import { type Billede, createBillede, type Herkomst, type Vist } from './billede.ts'
import type { HerkomstVisning } from './visninger.ts'

export type Herkomstviden = {
  /** Undefined: they cannot be read just now. */
  readonly kilder: readonly Kilde[] | undefined
  readonly daekning: Daekningsfakta | undefined
  /** The visit before this one. */
  readonly siden: Tidspunkt | undefined
}

/** Works out an item's when it is asked for: a page shows few of them. */
export function createHerkomst(billede: Billede, { kilder, daekning, siden }: Herkomstviden): Herkomst {
  const kendte = kilder && new Map(kilder.map((kilde) => [kilde.id, kilde]))
  const nytFor = siden === undefined ? (): HerkomstVisning['nyt'] => undefined : createNytFor(billede, siden)
  return {
    nytFor,
    herkomstFor: (vist, opdateret) => {
      if (!kendte) return undefined
      const { raekke } = vist
      const kilde = kendte.get(raekke.kilde_id)
      return {
        systemslags: slagsnavn(kilde?.slags ?? ''),
        systemnavn: kilde?.navn ?? '',
        modtaget: raekke.foerst_modtaget,
        opdateret,
        kontrolleret: daekning && findKontrolleret(daekning, vist),
        nyt: nytFor(vist, opdateret),
      }
    },
  }
}

/**
 * New is what was not shown at the last visit and is now, whatever its own dates: what was delivered late, and what has waited and does so no
 * more. All that is compared is shown now, and what it was then follows from the rules as they are for all; so nothing hidden can be told.
 */
function createNytFor(billede: Billede, siden: Tidspunkt): Herkomst['nytFor'] {
  let foer: Billede | undefined
  return (vist, opdateret) => {
    const { raekke, pr } = vist
    if (raekke.foerst_modtaget !== undefined && raekke.foerst_modtaget > siden) return 'kommet'
    foer ??= showAsOf(billede, siden)
    const dengang = foer.efterId.get(raekke.item_id)
    if (!dengang) return 'kommet'
    if (opdateret > siden) return 'aendret'
    if (raekke.art === 'sag') {
      // It is told as of an earlier time, since a decision waits for its letter. That the decision has come must not be felt.
      if (pr < raekke.aendret) return undefined
      if (dengang.pr < raekke.aendret) return 'aendret'
    }
    return raekke.modtaget !== undefined && raekke.modtaget > siden ? 'aendret' : undefined
  }
}

/** What was shown then of what is shown now. By today's titles and stops, since what they were once is not kept; letters that we had then. */
function showAsOf({ viste, grundlag, ordvalg }: Billede, nu: Tidspunkt): Billede {
  const breve = new Map(
    [...grundlag.breve].map(([sag, alle]) => [sag, alle.filter(({ modtaget }) => modtaget === undefined || modtaget <= nu)]),
  )
  return createBillede(
    viste.map(({ raekke }) => raekke),
    { ...grundlag, nu, breve },
    ordvalg,
  )
}

type Kontroller = ReadonlyMap<string, Tidspunkt>
/** Made once for each picture of coverage: it has a row for each municipality, area, kind and source of the country. */
const kontroller = new WeakMap<Daekningsfakta, Kontroller>()

const noegle = (kilde: Uuid, kommune: CvrNummer, omraade: string, art: Art): string => `${kilde} ${kommune} ${omraade} ${art}`

function kontrollerOf(fakta: Daekningsfakta): Kontroller {
  const kendt = kontroller.get(fakta)
  if (kendt) return kendt
  // A field whose last reconciliation agreed is checked again by every sign of life that proves the source.
  const beviste = new Map(fakta.beviser.map(({ kilde, kommune, bevistTil }) => [`${kilde} ${kommune}`, bevistTil]))
  const ny = new Map(
    fakta.raekker.flatMap(({ kilde, kommune, livsomraade, art, afstemt }) => {
      const bevist = beviste.get(`${kilde} ${kommune}`)
      const senest = bevist !== undefined && afstemt !== undefined && bevist > afstemt ? bevist : afstemt
      return senest === undefined ? [] : [[noegle(kilde, kommune, livsomraade, art), senest] as const]
    }),
  )
  kontroller.set(fakta, ny)
  return ny
}

/** When the source and we last agreed about such things; not where the item has come since. The same for all who have one from before. */
function findKontrolleret(fakta: Daekningsfakta, { raekke, vinkler: [{ kommune, kle }] }: Vist): Tidspunkt | undefined {
  const omraade = livsomraadeFor(kle as Parameters<typeof livsomraadeFor>[0]).noegle
  const tid = kontrollerOf(fakta).get(noegle(raekke.kilde_id, kommune, omraade, raekke.art))
  return tid !== undefined && raekke.foerst_modtaget !== undefined && raekke.foerst_modtaget <= tid ? tid : undefined
}
