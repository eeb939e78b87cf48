import { createFortegnelse } from '@borgerblikket/klient/kilde'
import { emnefelterFor, type Tilslutning } from '#afstemning/daekning'
import { createForloeb } from '#afstemning/fortegnelse'
import type { Kilde as RegistreretKilde } from '#kilde'
import type { ElementKilde, Modtagelsesdeps } from '#modtagelse'
import type { Kilde } from '../verden/index.ts'
import { createBog } from './bog.ts'

/** What a source of the demo has for its municipalities, noted while it delivers, and how much of it was confirmed. */
export type Bogholder = {
  add(element: ElementKilde): void
  /** One line was kept as new: the next that was added, in order. */
  confirm(modtaget: boolean): void
  /** States the whole inventory of each municipality, as a vendor's client does. Throws TypeError where the index has anything else. */
  afstem(): Promise<void>
}

export function createBogholder(deps: Modtagelsesdeps, kilde: Kilde, kendt: RegistreretKilde): Bogholder {
  const bog = createBog()
  const ventende: string[] = []
  return {
    add: (element) => {
      bog.note(element)
      ventende.push(element.id ?? '')
    },
    confirm: (modtaget) => {
      const id = ventende.shift()
      if (id !== undefined && modtaget) bog.confirm(id)
    },
    afstem: async () => {
      const forloeb = createForloeb(deps)
      for (const { cvr: kommune } of kilde.tilslutninger.map((led) => led.kommune)) {
        const { objekter, sendt } = bog.stateOf(kommune)
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
