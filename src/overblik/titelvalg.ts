import type { Tidspunkt } from '#kernel'
import { chooseTitel, type Titelvalg } from '#visning'
import type { Billede, Vist } from './billede.ts'
import { gaeldendeVed, vedTid } from './perioder.ts'
import type { Tosproget } from './visninger.ts'

/** The title that the source gives an item now, as it is shown on its case; '' where it gives none, undefined for kinds that have none. */
export function egenTitel(nu: Tidspunkt, { raekke: { data }, vinkler, pr }: Vist): string | undefined {
  switch (data.art) {
    case 'sag':
      return vedTid(data.titler, pr)?.titel ?? ''
    case 'dokument': {
      // The case that it is shown on may call it something else. What a case calls it that is not shown, is not said.
      const [paaSag] = vinkler.flatMap(({ sag }) => gaeldendeVed(sag?.titler ?? [], nu) ?? [])
      return paaSag?.titel ?? vedTid(data.titler, nu)?.titel ?? ''
    }
    case 'journalnotat':
      return vedTid(data.titler, nu)?.titel ?? ''
    case 'aftale':
      return vedTid(data.aftaler, nu)?.titel ?? ''
    case 'bevilling':
    case 'oekonomiskEffektuering':
      return undefined
  }
}

/** Whose words an item is shown by, and why; undefined for kinds without a title. */
export function valgFor({ grundlag }: Billede, vist: Vist): Titelvalg | undefined {
  const titel = egenTitel(grundlag.nu, vist)
  if (titel === undefined) return undefined
  const { raekke, konfiguration } = vist
  return chooseTitel({ art: raekke.art, titel }, grundlag.titler.vurderingFor(raekke, titel), konfiguration)
}

/**
 * The one way a title goes out: the source's own, a reviewed one, or the safe words, which only say what kind of thing it is. A case without
 * a title of its own has the safe ones.
 */
export function titelFor(billede: Billede, vist: Vist, sikker: () => Tosproget): Tosproget {
  const valg = valgFor(billede, vist)
  if (!valg || valg.slags === 'sikker' || (valg.titel === '' && vist.raekke.art === 'sag')) return sikker()
  return { da: valg.titel, en: valg.titel }
}
