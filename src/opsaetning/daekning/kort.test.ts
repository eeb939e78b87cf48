import { describe, expect, test } from 'vitest'
import { ARTER, type Art, tidspunkt } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import {
  BROBYSKOV,
  bevis,
  createDaekning,
  type Daekningsraekke,
  EOJ,
  ESDH,
  FELT,
  KORSBAEK,
  konfiguration,
  NU,
  opsaetning,
  raekke,
  timerFoer,
} from '../../../test/byggere/daekningskort.ts'
import { listAdvarsler } from './advarsler.ts'
import { felterI, kommunekort, kommunetal, vaerste } from './kort.ts'
import { landskort } from './land.ts'

/** The care system in its area, for every kind. */
const alle = (aendret: Partial<Daekningsraekke> = {}) => ARTER.map((art) => raekke({ art, ...aendret }))
const FORVENTET = [{ kommune: KORSBAEK, livsomraade: FELT.livsomraade, slags: 'eoj' }]
type Fakta = Parameters<typeof createDaekning>[0]
const fakta = (aendret: Partial<Fakta> = {}): Fakta => ({
  raekker: alle(),
  forventninger: FORVENTET,
  afvisninger: [],
  kilder: [EOJ],
  beviser: [bevis()],
  brudNr: 0,
  ...aendret,
})
const AABEN = opsaetning(konfiguration({ visJournalnotater: true }))
const grundlag = (aendret: Partial<Fakta> = {}, aabent = AABEN) => ({
  daekning: createDaekning(fakta(aendret)),
  opsaetning: aabent,
  nu: NU,
  stop: [],
})
const kort = (...valg: Parameters<typeof grundlag>) => kommunekort(grundlag(...valg), KORSBAEK)
const pleje = (...valg: Parameters<typeof grundlag>) => kort(...valg).omraader.find(({ omraade }) => omraade === FELT.livsomraade)
const tilstand = (...valg: Parameters<typeof grundlag>) => pleje(...valg)?.kilder.map((en) => en.tilstand)

describe('how a source stands', () => {
  test.each([
    ['proved', {}, 'bevist'],
    ['has delivered since it was proved', { beviser: [bevis({ brudt: true })] }, 'venter'],
    ['has never proved anything', { beviser: [] }, 'venter'],
    ['has data from later than the municipality shows', { raekker: alle({ dataFra: '2022-01-01' }) }, 'delvis'],
    ['was never reconciled', { raekker: alle({ afstemt: undefined }) }, 'uafstemt'],
    [
      'has refused lines',
      { afvisninger: [{ kilde: EOJ.id, kommune: KORSBAEK, livsomraade: undefined, art: 'sag', antal: 2 }] },
      'afviste',
    ],
    [
      'is late',
      {
        raekker: alle({ senesteLevering: timerFoer(50), afstemt: timerFoer(50) }),
        beviser: [bevis({ bevistModtaget: timerFoer(50) })],
      },
      'forsinket',
    ],
    ['is blocked', { kilder: [{ ...EOJ, spaerret: timerFoer(1) }] }, 'stoppet'],
    ['is taken out of operation here', { kilder: [{ ...EOJ, kommuner: [BROBYSKOV] }] }, 'stoppet'],
    ['is expected and does not deliver', { raekker: [] }, 'mangler'],
  ] as const)('%s', (_, aendret, ventet) => {
    expect(tilstand(aendret as Partial<Fakta>)).toEqual([ventet])
  })

  test('one that has nothing to do with an area is not there; the worst of its kinds is the area’s', () => {
    expect(kort().omraader.filter(({ kilder }) => kilder.length > 0)).toHaveLength(1)
    const raekker = alle().map((en) => (en.art === 'aftale' ? { ...en, afstemt: undefined } : en))
    expect(tilstand({ raekker })).toEqual(['uafstemt'])
    expect(vaerste(['bevist', 'stoppet', 'venter'])).toBe('stoppet')
  })

  test('what another source does wrong is not held against it', () => {
    const raekker = [...alle(), ...alle({ kilde: ESDH.id, afstemt: undefined })]
    const afvisninger = [{ kilde: ESDH.id, kommune: undefined, livsomraade: undefined, art: undefined, antal: 9 }]
    const egne = pleje({ raekker, afvisninger, kilder: [EOJ, ESDH] })
    expect(egne?.kilder.map(({ kilde, tilstand: en }) => `${kilde.navn} ${en}`)).toEqual([
      'Lindely Omsorg bevist',
      'Kastanje Sag afviste',
    ])
  })
})

describe('what the map says of a field is what citizens are told', () => {
  test.each([
    ['proved', {}],
    ['broken', { beviser: [bevis({ brudt: true })] }],
    ['a system missing', { forventninger: [...FORVENTET, { ...FORVENTET[0], slags: 'esdh' }] }],
    ['nobody has said which systems there are', { forventninger: [] }],
    ['nothing connected', { raekker: [] }],
  ])('%s', (_, aendret) => {
    const et = grundlag(aendret as Partial<Fakta>)
    for (const { omraade, arter } of kommunekort(et, KORSBAEK).omraader)
      for (const { art, udsagn, forbehold } of arter) {
        const felt = { kommune: KORSBAEK, livsomraade: omraade, art }
        expect({ udsagn, forbehold }).toEqual(
          (({ udsagn: sagt, forbehold: med }) => ({ udsagn: sagt, forbehold: med }))(
            et.daekning.udsagnFor(felt, et.opsaetning, et.nu, false, []),
          ),
        )
      }
  })

  test('all six kinds are proved where all six are shown; of what is closed nothing is counted', () => {
    expect(kommunetal(kort())).toEqual({ bevist: 6, forbehold: 0, ikkeTilsluttet: 0 })
    expect(kommunetal(kort({}, opsaetning(konfiguration())))).toEqual({ bevist: 5, forbehold: 0, ikkeTilsluttet: 0 })
    expect(felterI(kommunetal(kort({}, opsaetning())))).toBe(0)
  })
})

describe('who must act', () => {
  const slags = (aendret: Partial<Fakta>, afviste: readonly (readonly [string, number])[] = []) =>
    listAdvarsler(kort(aendret), new Map(afviste)).map((en) => `${en.slags} ${en.hvem} ${en.antal ?? ''}`.trim())

  test('nobody, where all is proved; and nobody for a delivery that waits to be confirmed', () => {
    expect(slags({})).toEqual([])
    expect(slags({ beviser: [bevis({ brudt: true })] })).toEqual([])
  })

  test.each([
    [
      'a blocked source is the operator’s, and not also late',
      { kilder: [{ ...EOJ, spaerret: timerFoer(1) }] },
      ['spaerret drift'],
    ],
    ['one out of operation is the municipality’s', { kilder: [{ ...EOJ, kommuner: [] }] }, ['udeAfDrift kommune']],
    [
      'a late one is the vendor’s',
      { raekker: alle({ senesteLevering: timerFoer(50), afstemt: timerFoer(50) }), beviser: [] },
      ['forsinket leverandoer'],
    ],
    ['an unreconciled one is the vendor’s', { raekker: alle({ afstemt: undefined }) }, ['ikkeAfstemt leverandoer']],
    ['one that is expected and not connected is the municipality’s', { raekker: [] }, ['ikkeTilsluttet kommune']],
    [
      'data that do not reach back are the municipality’s to settle',
      { raekker: alle({ dataFra: undefined }) },
      ['kunSiden kommune'],
    ],
    [
      'a kind that nobody delivers is the municipality’s',
      { forventninger: [...FORVENTET, { ...FORVENTET[0], slags: 'sundhed' }] },
      ['manglerSlags kommune'],
    ],
    ['what nobody has said is the municipality’s', { forventninger: [] }, ['ukendt kommune']],
  ])('%s', (_, aendret, ventet) => {
    expect(slags(aendret as Partial<Fakta>)).toEqual(ventet)
  })

  test('refused lines are counted once for the source, however many areas they may be about', () => {
    const afvisninger = [{ kilde: EOJ.id, kommune: KORSBAEK, livsomraade: undefined, art: undefined, antal: 3 }]
    expect(slags({ afvisninger }, [[EOJ.id, 3]])).toEqual(['afviste leverandoer 3'])
  })
})

describe('the country', () => {
  test('every municipality is there once; those that are made up only where something is known of them', () => {
    const { regioner } = landskort(grundlag(), [])
    const alleKommuner = regioner.flatMap(({ kommuner }) => kommuner)
    expect(alleKommuner).toHaveLength(99)
    expect(new Set(alleKommuner.map(({ kommune }) => kommune.cvr)).size).toBe(99)
    expect(regioner.at(-1)?.kommuner.map(({ kommune }) => kommune.cvr)).toEqual([KORSBAEK])
  })

  test.each([
    ['all proved', {}, AABEN, 'fuld'],
    ['some proved', { raekker: alle().slice(0, 3) }, AABEN, 'delvis'],
    ['nothing proved', { beviser: [] }, AABEN, 'intet'],
    ['nothing opened', {}, opsaetning(), 'paaVej'],
  ] as const)('%s', (_, aendret, aabent, ventet) => {
    const et = grundlag(aendret as Partial<Fakta>, aabent)
    const fundet = landskort(et, [])
      .regioner.flatMap(({ kommuner }) => kommuner)
      .find(({ kommune }) => kommune.cvr === KORSBAEK)
    expect(fundet?.tilstand).toBe(ventet)
    expect(fundet?.tal).toEqual(kommunetal(kommunekort(et, KORSBAEK)))
  })

  test('a silent source and refused lines are counted where they are; a stop proves nothing', () => {
    const siden = tidspunkt('2026-11-22T11:00:00.000Z')
    const stop = [{ id: EOJ.id, kommune: KORSBAEK, slags: 'omraade' as const, vaerdi: FELT.livsomraade, siden }]
    const afvisninger = [{ kilde: EOJ.id, kommune: undefined, livsomraade: undefined, art: 'sag' as Art, antal: 4 }]
    const et = grundlag({ kilder: [{ ...EOJ, spaerret: siden }], afvisninger })
    const find = (kendt: typeof stop) => landskort(et, kendt).regioner.at(-1)?.kommuner[0]
    expect(find([])).toMatchObject({ kilder: 1, tavse: 1, afviste: 4 })
    const { tal } = landskort(grundlag(), stop).regioner.at(-1)?.kommuner[0] ?? { tal: undefined }
    expect(tal?.bevist).toBe(0)
  })
})

test('every area of life is on the map, in the citizen’s order', () => {
  expect(kort().omraader.map(({ omraade }) => omraade)).toEqual(LIVSOMRAADER.map(({ noegle }) => noegle))
})
