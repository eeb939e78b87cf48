import { describe, expect, test } from 'vitest'
import { uuid } from '#kernel'
import type { Noedstop } from '#visning'
import { BROBYSKOV, EOJ, ESDH, FELT, KORSBAEK, konfiguration, NU, opsaetning, raekke, timerFoer } from './daekning.bygger.ts'
import type { AabenAfvisning } from './daekning.ts'
import { createDaekning } from './daekningslager.ts'

const AABEN = opsaetning(konfiguration())
const HJAELP = { kommune: KORSBAEK, livsomraade: 'hjaelp-pleje-og-handicap', slags: 'eoj' } as const
type Del = Partial<{
  raekker: Parameters<typeof createDaekning>[0]
  forventninger: Parameters<typeof createDaekning>[1]
  afvisninger: Parameters<typeof createDaekning>[2]
  kilder: Parameters<typeof createDaekning>[3]
  stop: readonly Noedstop[]
}>
const say = (del: Del = {}, felt: Parameters<ReturnType<typeof createDaekning>['udsagnFor']>[0] = FELT) => {
  const daekning = createDaekning(
    del.raekker ?? [raekke()],
    del.forventninger ?? [HJAELP],
    del.afvisninger ?? [],
    del.kilder ?? [EOJ, ESDH],
  )
  const { udsagn, forbehold } = daekning.udsagnFor(felt, AABEN, NU, false, del.stop ?? [])
  return [udsagn, ...forbehold].join(' ')
}

test('the care system is connected and agrees: there is none', () => {
  expect(say()).toBe('intet')
})

test('another municipality, area or kind is not spoken for by it', () => {
  expect(say({}, { ...FELT, art: 'bevilling' })).toBe('ikkeTilsluttet manglendeKilder')
  expect(say({}, { ...FELT, livsomraade: 'sundhed' })).toBe('ikkeTilsluttet')
  expect(say({}, { ...FELT, kommune: BROBYSKOV })).toBe('ikkeTilsluttet')
})

test('a delivery in another area shows that the source lives', () => {
  const stille = raekke({ senesteLevering: timerFoer(500), afstemt: timerFoer(400) })
  expect(say({ raekker: [stille] })).toBe('ikkeSet forsinket')
  expect(say({ raekker: [stille, raekke({ livsomraade: 'sundhed' })] })).toBe('intet')
  expect(say({ raekker: [stille, raekke({ livsomraade: 'sundhed', kommune: BROBYSKOV })] })).toBe('ikkeSet forsinket')
})

test('a connection that begins tomorrow is none today', () => {
  expect(say({ raekker: [raekke({ tilsluttetSiden: timerFoer(-24) })] })).toBe('ikkeTilsluttet manglendeKilder')
})

test('of two care systems both must be connected, where both reach the area', () => {
  const anden = { ...EOJ, id: uuid('00000000-0000-4000-8000-0000000000e9') }
  expect(say({ kilder: [EOJ, anden] })).toBe('ikkeSet manglendeKilder')
  expect(say({ kilder: [EOJ, { ...anden, kommuner: [BROBYSKOV] }] })).toBe('intet')
  expect(say({ kilder: [EOJ, { ...anden, kle: ESDH.kle.slice(2) }] })).toBe('intet')
})

test('an ESDH system is asked for only where the municipality says it could hold such a case', () => {
  expect(say({ forventninger: [HJAELP, { ...HJAELP, slags: 'esdh' }] })).toBe('ikkeSet manglendeKilder')
  expect(say({ forventninger: [HJAELP, { ...HJAELP, slags: 'esdh', livsomraade: 'sundhed' }] })).toBe('intet')
})

test('a source that delivered and is unknown to the register takes the proof away', () => {
  const ukendt = raekke({ kilde: uuid('00000000-0000-4000-8000-0000000000e8') })
  expect(say({ raekker: [raekke(), ukendt] })).toBe('ikkeSet ukendteKilder')
})

describe('a refused line silences', () => {
  const afvist = (aendret: Partial<AabenAfvisning>): AabenAfvisning[] => [
    { kilde: ESDH.id, kommune: KORSBAEK, livsomraade: 'hjaelp-pleje-og-handicap', art: 'sag', antal: 1, ...aendret },
  ]
  test.each<[string, Partial<AabenAfvisning>, string]>([
    ['its own field, whichever source it came from', {}, 'ikkeSet afviste'],
    ['no other kind', { art: 'dokument' }, 'intet'],
    ['no other area', { livsomraade: 'sundhed' }, 'intet'],
    ['no other municipality', { kommune: BROBYSKOV }, 'intet'],
    ['every kind, where it does not show which', { art: undefined }, 'ikkeSet afviste'],
    ['every area, where it does not show which', { livsomraade: undefined }, 'ikkeSet afviste'],
    ['every municipality of its source, where it does not show which', { kommune: undefined }, 'ikkeSet afviste'],
    [
      'every municipality, where its source is unknown',
      { kommune: undefined, kilde: uuid('00000000-0000-4000-8000-0000000000e8') },
      'ikkeSet afviste',
    ],
  ])('%s', (_, aendret, forventet) => {
    expect(say({ afvisninger: afvist(aendret) })).toBe(forventet)
  })

  test('but not a municipality that its source does not deliver for', () => {
    const kilder = [EOJ, { ...ESDH, kommuner: [BROBYSKOV] }]
    expect(say({ afvisninger: afvist({ kommune: undefined }), kilder })).toBe('intet')
  })
})

describe('the municipality has stopped the showing of something', () => {
  const stop = (slags: Noedstop['slags'], vaerdi: string, kommune = KORSBAEK): Noedstop[] => [
    { id: uuid('00000000-0000-4000-8000-0000000000ff'), kommune, slags, vaerdi, siden: NU },
  ]
  const dokument = { ...FELT, art: 'dokument' } as const
  test('of the area, or from the source: that there is none is not said while it lasts', () => {
    expect(say({ stop: stop('omraade', FELT.livsomraade) })).toBe('ikkeSet stoppet')
    expect(say({ stop: stop('kilde', EOJ.id) })).toBe('ikkeSet stoppet')
    expect(say({ raekker: [raekke({ art: 'dokument' })], stop: stop('dokumenttype', 'Rapport') }, dokument)).toBe(
      'ikkeSet stoppet',
    )
  })
  test('of another area, source or kind, by another municipality, or of one item: it is said', () => {
    for (const andet of [
      stop('omraade', 'sundhed'),
      stop('kilde', ESDH.id),
      stop('dokumenttype', 'Rapport'),
      stop('omraade', FELT.livsomraade, BROBYSKOV),
      stop('ting', FELT.livsomraade),
    ])
      expect(say({ stop: andet })).toBe('intet')
  })
  test('it is asked anew each time', () => {
    const daekning = createDaekning([raekke()], [HJAELP], [], [EOJ])
    const udsagn = (led: Noedstop[]) => daekning.udsagnFor(FELT, AABEN, NU, false, led).udsagn
    const omraade = stop('omraade', FELT.livsomraade)
    expect([udsagn([]), udsagn(omraade), udsagn([])]).toEqual(['intet', 'ikkeSet', 'intet'])
  })
})

test('the same question has one answer, and another configuration its own', () => {
  const daekning = createDaekning([raekke()], [HJAELP], [], [EOJ])
  expect(daekning.udsagnFor(FELT, AABEN, NU, false, [])).toBe(daekning.udsagnFor(FELT, AABEN, NU, false, []))
  expect(daekning.udsagnFor(FELT, opsaetning(), NU, false, []).udsagn).toBe('ikkeTilsluttet')
  expect(daekning.udsagnFor(FELT, AABEN, NU, true, []).udsagn).toBe('vist')
  expect(daekning.udsagnFor(FELT, AABEN, timerFoer(-40), false, []).udsagn).toBe('ikkeSet')
})
