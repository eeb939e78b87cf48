import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideNaivt } from './decide.naiv.ts'
import { decideVisning } from './decide.ts'
import { explainVisning } from './explain.ts'
import { ALTID, BEGGE, ESDH, konfiguration, kontekst, sagFakta, udfald } from './fakta.bygger.ts'
import type { Skjulegrund, Visningsfakta, Visningskontekst } from './fakta.ts'
import { vilkaarligFakta, vilkaarligKontekst } from './fakta.vilkaarlig.ts'
import { SKJULT } from './forklaringer.ts'

test('the rules and a second, naive statement of them agree on every item', () => {
  const set = new Map<string, number>()
  fc.assert(
    fc.property(vilkaarligFakta, vilkaarligKontekst, (f, k) => {
      const svar = udfald(decideVisning(f, k))
      set.set(svar, (set.get(svar) ?? 0) + 1)
      expect(svar).toBe(decideNaivt(f, k))
    }),
    { seed: 20261122, numRuns: 12_000 },
  )
  // The property is worth something only if every outcome came up.
  for (const svar of ['vises', ...Object.keys(SKJULT)]) expect(set.get(svar) ?? 0, svar).toBeGreaterThan(20)
})

test('what the explanation names first as hiding is what decides', () => {
  fc.assert(
    fc.property(vilkaarligFakta, vilkaarligKontekst, (f, k) => {
      const { afgoerelse, regler } = explainVisning(f, k)
      const foerste = regler.find((regel) => regel.udfald === 'skjules')
      expect(foerste?.grund ?? 'vises').toBe(udfald(afgoerelse))
      expect(afgoerelse).toEqual(decideVisning(f, k))
    }),
    { seed: 20261122, numRuns: 2_000 },
  )
})

test('the first refusal decides: reasons taken away one by one show the next', () => {
  const lukket = konfiguration({
    kle: '27.36',
    fradato: '2027-01-01',
    fagsystemfilter: [ESDH],
    visDokumenttitler: false,
  })
  const dokument = sagFakta({
    art: 'dokument',
    roller: [],
    visningsklasser: [{ klasse: 'Visning undtaget for borger', virkning: ALTID }],
    dokument: { type: 'Brev, udgaaende', fremdrift: 'Underreview', brevDato: undefined },
  })
  const k = kontekst({ altidLukket: true, konfiguration: { ...lukket, aaben: false } })
  const trin: [Skjulegrund | 'vises', Partial<Visningsfakta>, Partial<Visningskontekst>][] = [
    ['ROLLE', {}, {}],
    ['UNDTAGET_FOR_BORGER', { roller: BEGGE }, {}],
    ['ALTID_LUKKET', { visningsklasser: [] }, {}],
    ['IKKE_AABNET', {}, { altidLukket: false }],
    ['FOER_FRADATO', {}, { konfiguration: lukket }],
    ['FAGSYSTEM_IKKE_VALGT', {}, { konfiguration: { ...lukket, fradato: '2020-01-01' } }],
    ['DOKUMENTTYPE_IKKE_VALGT', {}, { konfiguration: { ...lukket, fradato: '2020-01-01', fagsystemfilter: [] } }],
    ['KARANTAENE', {}, { konfiguration: konfiguration() }],
    ['vises', { dokument: { type: 'Brev, udgaaende', fremdrift: 'Endeligt', brevDato: undefined } }, {}],
  ]
  let f = dokument
  let valg = k
  for (const [forventet, aendretFakta, aendretKontekst] of trin) {
    f = { ...f, ...aendretFakta }
    valg = { ...valg, ...aendretKontekst }
    expect(udfald(decideVisning(f, valg))).toBe(forventet)
  }
})

test('whatever a municipality configures: an always-closed number is shown only where the jurist opened exactly it', () => {
  let vist = 0
  fc.assert(
    fc.property(vilkaarligFakta, vilkaarligKontekst, (f, k) => {
      if (!decideVisning(f, { ...k, altidLukket: true }).vises) return
      vist++
      const { juristAabnet, kle, aaben } = k.konfiguration!
      expect([f.egetNummerLukket, juristAabnet, aaben, kle]).toEqual([false, true, true, f.kle])
    }),
    { seed: 20261122, numRuns: 12_000 },
  )
  expect(vist).toBeGreaterThan(20)
})

test('whatever a municipality configures: what is stopped, or may be filed wrong, is not shown', () => {
  fc.assert(
    fc.property(vilkaarligFakta, vilkaarligKontekst, (f, k) => {
      const stop = { id: ESDH, kommune: f.kommuner[0]!, slags: 'ting', vaerdi: f.objekt, siden: k.nu } as const
      expect(decideVisning(f, { ...k, stop: [stop] }).vises).toBe(false)
      expect(decideVisning({ ...f, tilbageholdt: true }, k).vises).toBe(false)
    }),
    { seed: 20261122, numRuns: 2_000 },
  )
})
