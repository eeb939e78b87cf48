import type { Laesedeps } from '#adgangslog'
import type { Medarbejdergrundlag, Uuid } from '#kernel'
import { sagslinkFor } from '#kilde'
import { type Borgersyn, vedTid } from '#overblik'
import { adgangsord } from './adgangsord.ts'
import { laesAabnet, laesKendtFakta } from './laes.ts'
import type { Aabnet, Skjultforklaring } from './side.ts'
import type { Skjult } from './skjulte.ts'
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

/** The thing opened, with the text of a note, by which of the rights it is seen, and what stops the others. */
export async function aabn(
  deps: Laesedeps,
  grundlag: Medarbejdergrundlag,
  { ting, alle, skabelon, borger }: Valg,
): Promise<{ readonly aabnet: Aabnet; readonly mangler: readonly Mangel[] }> {
  const { vaerdi: laest, mangler } = await laesAabnet(deps, grundlag, ting)
  const nu = deps.clock.now()
  const indhold = laest?.raekke?.indhold
  const tekst = indhold ? vedTid(indhold.notater, nu)?.notat : undefined
  const adgang = laest?.fakta && adgangsord(grundlag, laest.fakta, nu)
  return {
    aabnet: { ting, tekst, link: sagslinkFor(skabelon, ting), naboer: naboerTil(ting, alle), borger, adgang },
    mangler,
  }
}

/** Why a thing that may be known of is not seen. Where it may no longer be known of, the answer is that of a thing that is not there. */
export async function forklarSkjult(
  deps: Laesedeps,
  grundlag: Medarbejdergrundlag,
  { item_id, ref, art, enhed }: Skjult,
): Promise<{ readonly aabnet: Skjultforklaring | 'findesIkke'; readonly mangler: readonly Mangel[] }> {
  const svar = { ref, art, enhed: enhed ?? '' }
  const { vaerdi: fakta, mangler } = await laesKendtFakta(deps, grundlag, item_id)
  if (mangler.length > 0) return { aabnet: { ...svar, grupper: undefined }, mangler }
  const grupper = fakta && adgangsord(grundlag, fakta, deps.clock.now())
  return { aabnet: grupper ? { ...svar, grupper } : 'findesIkke', mangler: [] }
}
