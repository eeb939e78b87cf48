import type { Laesedeps } from '#adgangslog'
import { toAdgangsfakta } from '#indeks'
import type { Medarbejdergrundlag, Uuid } from '#kernel'
import { sagslinkFor } from '#kilde'
import { type Borgersyn, vedTid } from '#overblik'
import { adgangsord } from './adgangsord.ts'
import { laesAabnet } from './laes.ts'
import type { Aabnet } from './side.ts'
import type { Mangel, Ting } from './visninger.ts'

/** As many neighbours as one can look over; the rest stand in their tab. */
const HOEJST_NABOER = 30

/** What stands on a case, or the cases that something stands on; newest first as they came. */
export function naboerTil(ting: Ting, alle: readonly Ting[]): Ting[] {
  const ider: ReadonlySet<Uuid> = new Set(ting.sager)
  const naboer = ting.art === 'sag' ? alle.filter(({ sager }) => sager.includes(ting.id)) : alle.filter(({ id }) => ider.has(id))
  const bevillinger: ReadonlySet<Uuid> = new Set(
    ting.art === 'oekonomiskEffektuering' ? ting.linjer.map(({ bevilling }) => bevilling) : [],
  )
  const betalt = alle.filter(
    (led) =>
      bevillinger.has(led.id) ||
      (ting.art === 'bevilling' &&
        led.art === 'oekonomiskEffektuering' &&
        led.linjer.some(({ bevilling }) => bevilling === ting.id)),
  )
  return [...new Set([...naboer, ...betalt])].slice(0, HOEJST_NABOER)
}

type Valg = {
  readonly ting: Ting
  readonly alle: readonly Ting[]
  readonly skabelon: string | undefined
  readonly borger: Borgersyn | undefined
}

/** The thing opened, with the text of a note, and by which of the rights it is seen. */
export async function aabn(
  deps: Laesedeps,
  grundlag: Medarbejdergrundlag,
  { ting, alle, skabelon, borger }: Valg,
): Promise<{ readonly aabnet: Aabnet; readonly mangler: readonly Mangel[] }> {
  const { vaerdi: raekker, mangler } = await laesAabnet(deps, grundlag, ting)
  const nu = deps.clock.now()
  const egen = raekker?.find(({ item_id }) => item_id === ting.id)
  const tekst = egen?.indhold ? vedTid(egen.indhold.notater, nu)?.notat : undefined
  const adgang = egen && raekker ? adgangsord(grundlag, toAdgangsfakta(egen, raekker), nu) : undefined
  return {
    aabnet: { ting, tekst, link: sagslinkFor(skabelon, ting), naboer: naboerTil(ting, alle), borger, adgang },
    mangler,
  }
}
