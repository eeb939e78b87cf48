import { createFortegnelse } from '@borgerblikket/klient/kilde'
import { emnefelterFor, type Tilslutning } from '#afstemning/daekning'
import { createForloeb } from '#afstemning/fortegnelse'
import { type CvrNummer, parseCvrNummer } from '#kernel'
import type { Kilde as RegistreretKilde } from '#kilde'
import type { ElementKilde, Modtagelsesdeps } from '#modtagelse'
import type { Kilde } from '../verden/index.ts'

/** What a source of the demo has for its municipalities, noted while it delivers, and how much of it was confirmed. */
export type Bogholder = {
  add(element: ElementKilde): void
  /** One line was kept as new: the next that was added, in order. */
  confirm(modtaget: boolean): void
  /** States the whole inventory of each municipality, as a vendor's client does. Throws TypeError where the index has anything else. */
  afstem(): Promise<void>
}

type Bog = { readonly objekter: Map<string, string>; sendt: number }

export function createBogholder(deps: Modtagelsesdeps, kilde: Kilde, kendt: RegistreretKilde): Bogholder {
  const boeger = new Map<CvrNummer, Bog>(
    kilde.tilslutninger.map(({ kommune }) => [kommune.cvr, { objekter: new Map(), sendt: 0 }]),
  )
  // A note belongs where its case does.
  const sager = new Map<string, CvrNummer>()
  const ventende: (Bog | undefined)[] = []
  return {
    add: (element) => {
      const { id = '', tidspunkt = '' } = element
      const kommune = element.art === 'journalnotat' ? sager.get(element.sag ?? '') : ownerOf(element)
      const bog = kommune && boeger.get(kommune)
      if (kommune && element.art === 'sag') sager.set(id, kommune)
      if (bog && (bog.objekter.get(id) ?? '') < tidspunkt) bog.objekter.set(id, tidspunkt)
      ventende.push(bog)
    },
    confirm: (modtaget) => {
      const bog = ventende.shift()
      if (bog && modtaget) bog.sendt++
    },
    afstem: async () => {
      const forloeb = createForloeb(deps)
      for (const [kommune, { objekter, sendt }] of boeger) {
        const { antal, hash: rod } = await (await createFortegnelse(objekter)).knude('')
        const oplyst = { kommune, tidspunkt: deps.clock.now(), sendt, antal, rod }
        const svar = await forloeb.start(kendt, { ...oplyst, udsagn: JSON.stringify(oplyst), signatur: undefined })
        if (!svar.ok || svar.value.resultat?.tilstand !== 'stemmer')
          throw new TypeError(`The index has something else than ${kilde.navn} of the demo has`)
      }
      forloeb.close()
    },
  }
}

/** The fields that the source is connected for, where it delivers for the municipality at all. */
export const felterAf = (kilde: Kilde, kendt: RegistreretKilde): Omit<Tilslutning, 'kilde'>[] =>
  emnefelterFor(kendt).flatMap((felt) => {
    const tilslutning = kilde.tilslutninger.find(({ kommune }) => kommune.cvr === felt.kommune)
    return tilslutning ? [{ ...felt, tilsluttetSiden: tilslutning.siden, dataFra: tilslutning.dataTilbageTil }] : []
  })

type Relation = { readonly rolle?: string; readonly cvrNummer?: string }

function ownerOf(element: Exclude<ElementKilde, { art: 'journalnotat' }>): CvrNummer | undefined {
  const ejer = aktoererOf(element)?.find(({ rolle }) => rolle === 'Ejer')
  return parseCvrNummer(ejer?.cvrNummer ?? '')
}

function aktoererOf(element: Exclude<ElementKilde, { art: 'journalnotat' }>): readonly Relation[] | undefined {
  switch (element.art) {
    case 'sag':
      return element.sagsaktoerer
    case 'dokument':
      return element.dokumentaktoerer
    case 'bevilling':
      return element.bevillingsaktoerer
    default:
      return element.aktoerer
  }
}
