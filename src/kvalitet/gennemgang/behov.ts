import type { OverblikData, Periode } from '#indeks'
import type { Art, Tidspunkt } from '#kernel'
import type { KleKonfiguration, Titelvurdering } from '#visning'
import type { Opgavegrund } from './opgave.ts'

/** The titles that an item has now or is to have: what it has been called before is not looked at any more. */
export function titlerFra(data: OverblikData, nu: Tidspunkt): readonly string[] {
  const tilbage = <T>(perioder: readonly Periode<T>[]): readonly Periode<T>[] =>
    perioder.filter(({ virkning: { til } }) => til === null || til > nu)
  const fundne = (): readonly { readonly titel: string }[] => {
    switch (data.art) {
      case 'sag':
        return tilbage(data.titler)
      case 'journalnotat':
        return tilbage(data.titler)
      case 'dokument':
        return [...tilbage(data.titler), ...data.sager.flatMap((sag) => tilbage(sag.titler ?? []))]
      case 'aftale':
        return tilbage(data.aftaler)
      default:
        return []
    }
  }
  return [...new Set(fundne().map(({ titel }) => titel))].filter((titel) => titel !== '')
}

/** What of an item decides whether anybody will be shown its title. */
export type Titelsted = { readonly art: Art; readonly dokumenttyper: readonly string[]; readonly kilde: string }

/** True where the municipality shows such titles at all: what nobody is shown is nobody's work. */
function isVist({ art, dokumenttyper, kilde }: Titelsted, konfiguration: KleKonfiguration): boolean {
  if (!konfiguration.aaben) return false
  switch (art) {
    case 'sag':
      return konfiguration.titelvisning !== 'kle'
    case 'dokument':
      return (
        konfiguration.visDokumenttitler &&
        (konfiguration.dokumenttyper.length === 0 || dokumenttyper.some((type) => konfiguration.dokumenttyper.includes(type)))
      )
    case 'journalnotat':
      return (
        konfiguration.visJournalnotater &&
        (konfiguration.notatsystemer.length === 0 || konfiguration.notatsystemer.some((system) => system === kilde))
      )
    case 'aftale':
      return konfiguration.visAftaler
    default:
      return false
  }
}

export type Behov = {
  /** Undefined: nobody needs to look, unless it is drawn. */
  readonly grund: Exclude<Opgavegrund, 'stikproeve'> | undefined
  /** It is among those that a sample is drawn from: what is shown without anybody having asked for a look at it. */
  readonly iProeve: boolean
}

/**
 * Does somebody have to look at a title? Where something was found, where the municipality looks at every title, or shows only reviewed ones.
 * A sample is drawn from the titles that are shown as they are: what a check holds back is shown to nobody, and would make the share of bad
 * ones look larger than it is.
 */
export function findBehov(
  sted: Titelsted,
  { udfald, tilbageholdt }: Pick<Titelvurdering, 'udfald' | 'tilbageholdt'>,
  konfiguration: KleKonfiguration | undefined,
): Behov {
  // What is held back is so whatever its title is shown as, and nobody else can release it.
  if (konfiguration?.aaben && tilbageholdt) return { grund: 'fund', iProeve: false }
  if (!konfiguration || !isVist(sted, konfiguration)) return { grund: undefined, iProeve: false }
  const alle = konfiguration.kvalitetskrav === 'alle' || konfiguration.titelvisning === 'gennemset'
  const fundet = tilbageholdt || udfald !== 'ren'
  return {
    grund: fundet ? 'fund' : alle ? 'alle' : undefined,
    iProeve: konfiguration.kvalitetskrav === 'stikproeve' && !tilbageholdt && udfald !== 'blokeret',
  }
}
