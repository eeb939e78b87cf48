import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REGELVERSION } from '#kvalitet/titeltjek'
import { createOpsaetning, type Noedstop } from '#visning'
import { KORSBAEK } from '../../../../test/byggere/indeks.ts'
import { VERDENS_NU, vilkaarligAendring, vilkaarligKontrol, vilkaarligVerden } from '../../../../test/byggere/verdener.ts'
import { changedPraefikser } from '../beroert.ts'
import { countPart, ingenting } from '../optaelling.ts'
import { comparePart } from '../sammenlign.ts'
import { type FuldTing, isBeroert, MAERKER, toTing, writeFakta } from './partsfakta.ts'
import { readTing } from './skrift.ts'

/** A world's rows of the municipality, person by person, as a preview reads them in full: from the database, so through JSON. */
const iFuldt = (verden: Parameters<Parameters<typeof vilkaarligVerden.map>[0]>[0], vurderede: readonly string[]) =>
  [
    ...Map.groupBy(
      verden.flatMap(({ part, item, kommune, kle, kilde, data }, nr): FuldTing[] => {
        const viden = vurderede[nr % vurderede.length] === 'ikke' ? null : (false as const)
        const raekke = { part_id: part, item_id: item, art: data.art, kommune, kle, kilde_id: kilde, data, viden }
        return kommune === KORSBAEK ? [JSON.parse(JSON.stringify(raekke)) as FuldTing] : []
      }),
      ({ part_id }) => part_id,
    ).values(),
  ].filter((ting) => ting.length > 0)

test('what is decided on facts that were written and read is what is decided on the items themselves', () => {
  let aendrede = 0
  fc.assert(
    fc.property(vilkaarligVerden, vilkaarligAendring, vilkaarligKontrol, (verden, { foer, nye }, { vurderede, stop }) => {
      const sammenligning = {
        foer: createOpsaetning(foer),
        efter: createOpsaetning([...foer, ...nye]),
        tid: VERDENS_NU,
        stop: stop.map((led) => ({ ...led, kommune: KORSBAEK }) as unknown as Noedstop),
      }
      for (const fulde of iFuldt(verden, vurderede)) {
        const [foerste] = fulde as [FuldTing]
        const alle = [fulde.map(toTing), readTing(writeFakta(fulde).fakta, foerste)].map((ting) => {
          const fundet = comparePart(ting, sammenligning)
          const sum = ingenting()
          if (fundet) countPart(sum, fundet)
          const forskelle = fundet?.forskelle.map(({ raekke, ...led }) => ({ ...led, item: raekke.item_id, vist: undefined }))
          return { forskelle, ventende: fundet?.ventende, sum }
        })
        expect(alle[1]).toEqual(alle[0])
        aendrede += alle[0]?.forskelle?.length ?? 0
      }
    }),
    { numRuns: 120, seed: 20261122 },
  )
  expect(aendrede).toBeGreaterThan(120)
})

test('whoever a change is felt by is found by the numbers under which it changes something, with one item alone as with all', () => {
  let aendrede = 0
  fc.assert(
    fc.property(vilkaarligVerden, vilkaarligAendring, (verden, { foer, nye }) => {
      const [foerst, sidst] = [createOpsaetning(foer), createOpsaetning([...foer, ...nye])]
      const praefikser = changedPraefikser(foerst, sidst, KORSBAEK, VERDENS_NU)
      const personer = iFuldt(verden, ['ren'])
      for (const fulde of [...personer, ...personer.flat().map((ene) => [ene])]) {
        const fundet = comparePart(fulde.map(toTing), { foer: foerst, efter: sidst, tid: VERDENS_NU, stop: [] })
        const antal = (fundet?.forskelle.length ?? 0) + (fundet?.ventende ?? 0)
        if (antal > 0) expect(isBeroert(fulde, praefikser)).toBe(true)
        aendrede += antal
      }
    }),
    { numRuns: 200, seed: 20261122 },
  )
  expect(aendrede).toBeGreaterThan(300)
})

const virkning = { fra: '2020-01-01T00:00:00.000Z', til: null }
const sag = {
  art: 'sag',
  roller: [],
  visningsklasser: [],
  foelsomhed: [],
  oprettet: virkning.fra,
  titler: [],
  kler: [],
  fremdrift: [],
}
const ting = (data: object, mere: object = {}): FuldTing =>
  ({
    part_id: 'p',
    item_id: 'i',
    kommune: KORSBAEK,
    kle: '',
    kilde_id: 'k',
    viden: false,
    data: { ...sag, ...data },
    ...mere,
  }) as never

test('no title, name, text or amount is written', () => {
  const hemmeligt = { titel: 'CANARY', nummer: 'CANARY', virkning }
  const sager = [{ id: 's', kommune: KORSBAEK, kler: [], fremdrift: [], oprettet: virkning.fra, titler: [hemmeligt] }]
  const alt = [
    ting({ titler: [{ ...hemmeligt, hjemmel: 'CANARY' }], sagsstatus: [{ tekst: 'CANARY', virkning }], facet: 'CANARY' }),
    ting({
      art: 'dokument',
      titler: [{ ...hemmeligt, type: 'Rapport' }],
      sager,
      ansvarlig: [{ enhed: 'CANARY', navn: 'CANARY', virkning }],
    }),
    ting({ art: 'journalnotat', titler: [hemmeligt], sager }),
    ting({ art: 'bevilling', rammer: [], status: [], ydelser: [{ navn: 'CANARY', kle: undefined, virkning }], sager }),
    ting({
      art: 'oekonomiskEffektuering',
      udbetalinger: [{ brutto: 'CANARY', virkning }],
      ydelser: [{ navn: 'CANARY', virkning }],
      sager,
    }),
    ting({ art: 'aftale', aftaler: [{ titel: 'CANARY', sted: 'CANARY', beskrivelse: 'CANARY', virkning }], sager }),
  ]
  const { fakta } = writeFakta(alt)
  expect(fakta).not.toContain('CANARY')
  expect(readTing(fakta, alt[0] as FuldTing).map(({ data }) => data.art)).toEqual(alt.map(({ data }) => data.art))
})

test.each([
  ['its own', { kle: '27.36.04' }, {}],
  ['one that it had, or is to have', {}, { kler: [{ kle: '27.36.04', virkning: { fra: virkning.fra, til: virkning.fra } }] }],
  ['its case’s', {}, { art: 'journalnotat', sager: [{ kler: [{ kle: '27.36.04', virkning }] }] }],
  ['a benefit’s', {}, { art: 'bevilling', ydelser: [{ kle: '27.36.04', virkning }] }],
])('a person is found by a number that is %s', (_, raekke, data) => {
  const alle = [ting(data, raekke)]
  expect(writeFakta(alle).numre).toContain('27.36.04')
  expect([isBeroert(alle, ['27.36']), isBeroert(alle, ['27.36.08', '28'])]).toEqual([true, false])
})

const vurdering = (mere: object) => ({ hash: 'h', udfald: 'ren', tilbageholdt: false, gennemgang: 'ingen', fund: [], ...mere })
const viden = (...vurderinger: object[]) => ({
  viden: { item: 'i', regelversion: REGELVERSION, notater: [], vurderet: virkning.fra, vurderinger },
})

test.each([
  ['nothing to be said', {}, 0],
  ['nobody has looked', { viden: null }, MAERKER.ikkeVurderet],
  ['blocked', viden(vurdering({ udfald: 'advaret' }), vurdering({ udfald: 'blokeret' })), MAERKER.blokeret],
  ['warned of', viden(vurdering({ udfald: 'advaret' })), MAERKER.advaret],
  [
    'warned of, about somebody else',
    viden(vurdering({ udfald: 'advaret', fund: ['FREMMED_NAVN_PAA_SAGEN'] })),
    MAERKER.advaret | MAERKER.omAnden,
  ],
  ['approved', viden(vurdering({ udfald: 'blokeret', gennemgang: 'godkendt', fund: ['FREMMED_NAVN_PAA_SAGEN'] })), 0],
  ['corrected', viden(vurdering({ udfald: 'advaret', gennemgang: 'rettet' })), 0],
])('what is known of titles is counted: %s', (_, mere, forventet) => {
  expect(toTing(ting({}, mere)).maerker).toBe(forventet)
})

test('a sensitive item is marked, and one that is marked as not sensitive is not', () => {
  const af = (foelsomhed: string) => toTing(ting({ foelsomhed: [{ foelsomhed, virkning }] })).maerker
  expect([af('FOELSOMME_PERSONDATA'), af('IKKE_FORTROLIGE_DATA')]).toEqual([MAERKER.foelsom, 0])
})
