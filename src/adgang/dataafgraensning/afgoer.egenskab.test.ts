import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FOELSOMHEDER, gaeldende, type KleMoenster, type Rettighedsgruppe, type Virkning } from '#kernel'
import { createAdgangsverden, faktaFor, type Verden } from '../../../test/byggere/adgang/vilkaarlig.ts'
import type { Adgangsfakta, Enkeltfakta } from './adgangsfakta.ts'
import { maaKende, maaSe, maaSeNogen } from './afgoer.ts'

/** What holds of every world: more rights never take away, more limits never give, and nothing hangs on order. */

const ANTAL = 300
const verden = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(createAdgangsverden)

/** Every thing of every world, with what it is decided by. */
function forAlle(proev: (verden: Verden, fakta: Adgangsfakta) => void): void {
  fc.assert(
    fc.property(verden, (en) => {
      for (const ting of en.ting) proev(en, faktaFor(en, ting))
    }),
    { numRuns: ANTAL },
  )
}
const ser = ({ hvem, nu, grupper }: Verden, fakta: Adgangsfakta, andre: readonly Rettighedsgruppe[] = grupper): boolean =>
  maaSeNogen(andre, fakta, hvem, nu)
const alleEnkelte = (fakta: Adgangsfakta, ret: (en: Enkeltfakta) => Enkeltfakta): Adgangsfakta => ({
  art: fakta.art,
  egne: ret(fakta.egne),
  sager: fakta.sager.map(ret),
  bevillinger: fakta.bevillinger.map(ret),
  effektueringer: fakta.effektueringer.map(ret),
})

test('several groups let one see what one of them does, and no more', () => {
  forAlle((en, fakta) => expect(ser(en, fakta)).toBe(en.grupper.some((gruppe) => maaSe(gruppe, fakta, en.hvem, en.nu))))
})

test('who may see it may know of it', () => {
  forAlle((en, fakta) => {
    if (ser(en, fakta)) expect(maaKende(en.grupper, fakta, en.hvem, en.nu)).toBe(true)
  })
})

const MERE: readonly ((gruppe: Rettighedsgruppe) => Rettighedsgruppe)[] = [
  (gruppe) => ({ ...gruppe, foelsomhed: FOELSOMHEDER.at(-1) ?? gruppe.foelsomhed }),
  (gruppe) => ({ ...gruppe, kle: [...gruppe.kle, '27.*' as KleMoenster] }),
  ({ enheder: _, ...gruppe }) => gruppe,
  ({ itsystemer: _, ...gruppe }) => gruppe,
]
test('a group that covers more lets no less be seen', () => {
  forAlle((en, fakta) => {
    if (!ser(en, fakta)) return
    for (const mere of MERE) expect(ser(en, fakta, en.grupper.map(mere))).toBe(true)
  })
})

const MINDRE: readonly ((gruppe: Rettighedsgruppe) => Rettighedsgruppe)[] = [
  (gruppe) => ({ ...gruppe, kle: [] }),
  (gruppe) => ({ ...gruppe, systemroller: gruppe.systemroller.filter((rolle) => rolle !== 'se') }),
  (gruppe) => ({ ...gruppe, itsystemer: [] }),
]
test('a group that covers no number, no system, or lets nothing be seen lets nothing be seen', () => {
  forAlle((en, fakta) => {
    for (const mindre of MINDRE) expect(ser(en, fakta, en.grupper.map(mindre))).toBe(false)
  })
})

test('what has no owner, or a positive list of nobody, is seen by nobody', () => {
  const lukket: Virkning = { fra: '1800-01-01T00:00:00.000Z' as Virkning['fra'], til: null }
  forAlle((en, fakta) => {
    expect(
      ser(
        en,
        alleEnkelte(fakta, (led) => ({ ...led, ejer: [] })),
      ),
    ).toBe(false)
    if (fakta.art === 'oekonomiskEffektuering' && fakta.bevillinger.length === 0) return
    expect(
      ser(
        en,
        alleEnkelte(fakta, (led) => ({ ...led, profil: [{ ref: '', virkning: lukket }] })),
      ),
    ).toBe(false)
  })
})

test('only what is valid at the instant counts, in whatever order it stands', () => {
  forAlle((en, fakta) => {
    const nu = <T extends { readonly virkning: Virkning }>(led: readonly T[]) => gaeldende(led, en.nu).toReversed()
    const kun = ({ ejer, kle, foelsomhed, enheder, itsystem, profil }: Enkeltfakta): Enkeltfakta => ({
      ejer: nu(ejer),
      kle: nu(kle),
      // A note that says a sensitivity at some time says the highest at the others: that it says one is no fact of the instant.
      foelsomhed: fakta.art === 'journalnotat' ? foelsomhed : nu(foelsomhed),
      enheder: nu(enheder),
      itsystem,
      profil: nu(profil),
    })
    const omvendt = alleEnkelte(fakta, kun)
    const vendt = { ...omvendt, sager: omvendt.sager.toReversed(), effektueringer: omvendt.effektueringer.toReversed() }
    expect(ser(en, vendt, en.grupper.toReversed())).toBe(ser(en, fakta))
  })
})
