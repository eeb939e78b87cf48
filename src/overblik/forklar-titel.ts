import type { Tidspunkt, Uuid } from '#kernel'
import type { Gennemgangstilstand, Saetning, Titelgrund } from '#visning'
import type { Billede } from './billede.ts'
import { egenTitel, valgFor } from './titelvalg.ts'

/** Whose words an item is shown by and why, for those who may know it. Never the source's title where that is not shown. */
export type Titelforklaring = {
  readonly slags: 'egen' | 'gennemset' | 'sikker'
  readonly grund: Titelgrund | undefined
  readonly forklaring: Saetning
  /** What would have to change for the source's own title to be shown; undefined where it is. */
  readonly aendring: Saetning | undefined
  readonly gennemgang: Gennemgangstilstand
  /** Codes of what was found in the source's title, heaviest first. */
  readonly fund: readonly string[]
  /** Since when what is known of the title has been so; undefined where it is judged at each reading until the worker has come to it. */
  readonly siden: Tidspunkt | undefined
}

/** Undefined for what is not shown, and for kinds without a title. */
export function explainTitel(billede: Billede, id: Uuid): Titelforklaring | undefined {
  const vist = billede.efterId.get(id)
  const valg = vist && valgFor(billede, vist)
  const egen = vist && egenTitel(billede.grundlag.nu, vist)
  if (!vist || !valg || egen === undefined) return undefined
  const { fund, gennemgang } = billede.grundlag.titler.vurderingFor(vist.raekke, egen)
  const grund = valg.slags === 'sikker' ? valg.grund : undefined
  const siden = billede.grundlag.titler.vurderetSiden(id)
  return { slags: valg.slags, grund, ...(grund ? SIKKER[grund] : VIST[valg.slags]), gennemgang, fund, siden }
}

type Ord = Pick<Titelforklaring, 'forklaring' | 'aendring'>
const s = (da: string, en: string): Saetning => ({ da, en })

const VIST: { readonly [S in Titelforklaring['slags']]: Ord } = {
  egen: { forklaring: s('Fagsystemets egen titel vises.', 'The source’s own title is shown.'), aendring: undefined },
  gennemset: {
    forklaring: s(
      'En medarbejder har rettet titlen, og den rettede vises.',
      'An employee has corrected the title, and that one is shown.',
    ),
    aendring: s(
      'Fagsystemet skal levere en titel, som kan vises, eller rettelsen skal fortrydes.',
      'The source must deliver a title that can be shown, or the correction be undone.',
    ),
  },
  sikker: {
    forklaring: s('Faste ord, som kun siger, hvad det er, vises.', 'Fixed words that only say what it is are shown.'),
    aendring: undefined,
  },
}

const SIKKER: { readonly [G in Titelgrund]: Ord } = {
  KLE_VALGT: {
    forklaring: s(
      'Kommunen viser KLE-nummerets ord i borgersprog i stedet for sagens titel.',
      'The municipality shows the KLE number in citizens’ words instead of the case’s title.',
    ),
    aendring: s(
      'Kommunen skal vælge at vise sagens egen titel for nummeret.',
      'The municipality must choose to show the case’s own title for the number.',
    ),
  },
  BLOKERET: {
    forklaring: s(
      'Kontrollen fandt noget i titlen, som ikke må vises. Faste ord, som kun siger, hvad det er, vises i stedet.',
      'The check found something in the title that may not be shown. Fixed words that only say what it is are shown instead.',
    ),
    aendring: s(
      'En medarbejder skal godkende eller rette titlen i køen, eller fagsystemet levere en anden.',
      'An employee must approve or correct the title in the queue, or the source deliver another.',
    ),
  },
  AFVENTER_GENNEMGANG: {
    forklaring: s(
      'Kommunen viser kun gennemgåede titler for nummeret, og ingen har set på denne endnu.',
      'The municipality shows only reviewed titles for the number, and nobody has looked at this one yet.',
    ),
    aendring: s(
      'En medarbejder skal gennemgå titlen, eller kommunen ændre kravet for nummeret.',
      'An employee must review the title, or the municipality change what it demands for the number.',
    ),
  },
  AFVIST: {
    forklaring: s('En medarbejder har holdt titlen tilbage.', 'An employee has withheld the title.'),
    aendring: s(
      'Fagsystemet skal levere en anden titel, eller beslutningen skal fortrydes.',
      'The source must deliver another title, or the decision be undone.',
    ),
  },
}
