import { type Adgangsfakta, type Enkeltfakta, UKENDT } from '#adgang'
import { type Art, type CvrNummer, FOELSOMHEDER, type Foelsomhed, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import type { Adgang, Adgangsled } from './adgang.ts'
import type { Adgangsskive } from './skiver.ts'

const EVIGT = { virkning: { fra: '1800-01-01T00:00:00.000Z' as Tidspunkt, til: null } }

/**
 * What a row's `adgang` says, as the rule and its explanation take it. `betalinger` are the same part's payments, of which a grant's own are found:
 * they are kept with their own rows alone. A row without facts is one that nobody may see.
 */
export function toAdgangsfakta(
  { art, item_id, adgang }: { readonly art: Art; readonly item_id: string; readonly adgang: Adgang | null },
  betalinger: readonly { readonly adgang: Adgang | null }[] = [],
): Adgangsfakta {
  if (!adgang) return { art, egne: UKENDT, sager: [], bevillinger: [], effektueringer: [] }
  const led = (flere: readonly Adgangsled[] | undefined) => (flere ?? []).map(({ m, s }) => toEnkelt(m ?? adgang.m, s))
  const egne = toEnkelt(adgang.m, adgang.o ?? [])
  return {
    art,
    egne: art === 'journalnotat' && adgang.o ? toNotats(egne) : egne,
    sager: led(adgang.s),
    bevillinger: led(adgang.b),
    effektueringer:
      art === 'bevilling'
        ? betalinger.flatMap((en) =>
            en.adgang?.b?.some(({ i }) => i === item_id) ? [toEnkelt(en.adgang.m, en.adgang.o ?? [])] : [],
          )
        : [],
  }
}

const toEnkelt = (m: Uuid, s: readonly Adgangsskive[]): Enkeltfakta => ({
  ejer: s.flatMap((en) => (en.e === undefined ? [] : [{ cvr: en.e as CvrNummer, ...virkningAf(en) }])),
  kle: s.flatMap((en) => (en.k ?? []).map((kle) => ({ kle, ...virkningAf(en) }))),
  foelsomhed: s.flatMap((en) => {
    const navn = FOELSOMHEDER[en.f ?? -1]
    return navn ? [{ foelsomhed: navn, ...virkningAf(en) }] : []
  }),
  enheder: s.flatMap((en) => (en.u ?? []).map((enhed) => ({ enhed, ...virkningAf(en) }))),
  itsystem: m,
  profil: s.flatMap((en) => (en.p ?? []).map((ref) => ({ ref, ...virkningAf(en) }))),
})

/** A note that says something of its own says the highest where nothing is written. */
function toNotats(fakta: Enkeltfakta): Enkeltfakta {
  const hoejest: Foelsomhed = 'VIP_SAGER'
  return fakta.foelsomhed.length > 0 ? fakta : { ...fakta, foelsomhed: [{ foelsomhed: hoejest, ...EVIGT }] }
}

const virkningAf = ({ t, x }: Adgangsskive) => ({
  virkning: { fra: tidspunkt(new Date(t)), til: x === undefined ? null : tidspunkt(new Date(x)) },
})
