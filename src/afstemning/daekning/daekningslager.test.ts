import { describe, expect, test } from 'vitest'
import { ARTER, type Art, uuid } from '#kernel'
import type { Noedstop } from '#visning'
import {
  BROBYSKOV,
  bevis,
  EOJ,
  ESDH,
  FELT,
  KORSBAEK,
  konfiguration,
  NU,
  opsaetning,
  raekke,
  timerFoer,
} from './daekning.bygger.ts'
import type { AabenAfvisning, Emnefelt } from './daekning.ts'
import { createDaekning, type Daekningsfakta } from './sammenhold.ts'

const AABEN = opsaetning(konfiguration())
const HJAELP = { kommune: KORSBAEK, livsomraade: 'hjaelp-pleje-og-handicap', slags: 'eoj' } as const
const fakta = (del: Partial<Daekningsfakta> = {}): Daekningsfakta => ({
  raekker: [raekke()],
  forventninger: [HJAELP],
  afvisninger: [],
  kilder: [EOJ, ESDH],
  beviser: [bevis()],
  brudNr: 0,
  ...del,
})
type Del = Partial<Daekningsfakta> & { readonly stop?: readonly Noedstop[] }
const say = ({ stop = [], ...del }: Del = {}, felt: Emnefelt = FELT) => {
  const { udsagn, forbehold } = createDaekning(fakta(del)).udsagnFor(felt, AABEN, NU, false, stop)
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
  const beviser = [bevis({ bevistModtaget: timerFoer(400) })]
  expect(say({ beviser, raekker: [stille] })).toBe('ikkeSet forsinket')
  expect(say({ beviser, raekker: [stille, raekke({ livsomraade: 'sundhed' })] })).toBe('intet')
  expect(say({ beviser, raekker: [stille, raekke({ livsomraade: 'sundhed', kommune: BROBYSKOV })] })).toBe('ikkeSet forsinket')
})

test('a proof shows that the source lives, though it has nothing to deliver', () => {
  expect(say({ raekker: [raekke({ senesteLevering: timerFoer(500), afstemt: timerFoer(400) })] })).toBe('intet')
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
    ['nothing that it stands on', { art: 'dokument' }, 'intet'],
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

  test('what stands on it: whether a document may be shown is its case’s to say, and where a payment belongs its grant’s', () => {
    const raekker = ARTER.map((art) => raekke({ art }))
    const alle = opsaetning(konfiguration({ visJournalnotater: true }))
    const tavse = (art: Art) => {
      const daekning = createDaekning(fakta({ raekker, afvisninger: afvist({ art }) }))
      return ARTER.filter((en) => daekning.udsagnFor({ ...FELT, art: en }, alle, NU, false, []).udsagn !== 'intet')
    }
    expect(tavse('sag')).toEqual(ARTER)
    expect(tavse('bevilling')).toEqual(['bevilling', 'oekonomiskEffektuering'])
    for (const art of ['dokument', 'journalnotat', 'oekonomiskEffektuering', 'aftale'] as const) expect(tavse(art)).toEqual([art])
  })

  test('documents and notes of every area: where they would be seen is said by their case, not by the line', () => {
    const stille = { ...FELT, art: 'dokument' } as const
    const raekker = [raekke({ art: 'dokument' })]
    expect(say({ raekker, afvisninger: afvist({ art: 'dokument', livsomraade: 'sundhed' }) }, stille)).toBe('ikkeSet afviste')
    expect(say({ raekker, afvisninger: afvist({ art: 'aftale', livsomraade: 'sundhed' }) }, stille)).toBe('intet')
  })

  test('grants, payments and appointments of every area, where a case is refused: they have areas of their own', () => {
    const raekker = ARTER.map((art) => raekke({ art }))
    const alle = opsaetning(konfiguration({ visJournalnotater: true }))
    const tavse = (art: Art) => {
      const daekning = createDaekning(fakta({ raekker, afvisninger: afvist({ art, livsomraade: 'sundhed' }) }))
      return ARTER.filter((en) => daekning.udsagnFor({ ...FELT, art: en }, alle, NU, false, []).udsagn !== 'intet')
    }
    expect(tavse('sag')).toEqual(['bevilling', 'oekonomiskEffektuering', 'aftale'])
    expect(tavse('bevilling')).toEqual(['oekonomiskEffektuering'])
    for (const art of ['oekonomiskEffektuering', 'aftale'] as const) expect(tavse(art)).toEqual([])
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
    const daekning = createDaekning(fakta())
    const udsagn = (led: Noedstop[]) => daekning.udsagnFor(FELT, AABEN, NU, false, led).udsagn
    const omraade = stop('omraade', FELT.livsomraade)
    expect([udsagn([]), udsagn(omraade), udsagn([])]).toEqual(['intet', 'ikkeSet', 'intet'])
  })
})

test('the same question has one answer, and another configuration its own', () => {
  const daekning = createDaekning(fakta())
  expect(daekning.udsagnFor(FELT, AABEN, NU, false, [])).toBe(daekning.udsagnFor(FELT, AABEN, NU, false, []))
  expect(daekning.udsagnFor(FELT, opsaetning(), NU, false, []).udsagn).toBe('ikkeTilsluttet')
  expect(daekning.udsagnFor(FELT, AABEN, NU, true, []).udsagn).toBe('vist')
  expect(daekning.udsagnFor(FELT, AABEN, timerFoer(-40), false, []).udsagn).toBe('ikkeSet')
})

describe('what a source has proved', () => {
  const broedre = [raekke(), raekke({ kilde: ESDH.id })]
  const beggeSlags = [HJAELP, { ...HJAELP, slags: 'esdh' }]
  test('is broken by what comes after it, and is of its own municipality alone', () => {
    expect(say({ beviser: [bevis({ brudt: true })] })).toBe('ikkeSet ikkeBevist')
    expect(say({ beviser: [] })).toBe('ikkeSet ikkeBevist')
    expect(say({ beviser: [bevis({ kommune: BROBYSKOV })] })).toBe('ikkeSet ikkeBevist')
    expect(say({ beviser: [bevis({ kilde: ESDH.id })] })).toBe('ikkeSet ikkeBevist')
  })

  test('is taken away by a break that came after it was read, for that source and municipality', () => {
    const daekning = createDaekning(fakta())
    const sig = (fra: typeof daekning) => fra.udsagnFor(FELT, AABEN, NU, false, []).udsagn
    const uden = daekning.withoutBeviser([{ kilde: EOJ.id, kommune: KORSBAEK }])
    expect([sig(daekning), sig(uden), sig(daekning)]).toEqual(['intet', 'ikkeSet', 'intet'])
    expect(sig(daekning.withoutBeviser([{ kilde: EOJ.id, kommune: BROBYSKOV }]))).toBe('intet')
    expect(sig(uden.withoutBeviser([]))).toBe('ikkeSet')
  })

  test('is needed of every source connected, and is as old as the oldest of them', () => {
    const del = { raekker: broedre, forventninger: beggeSlags }
    expect(say(del)).toBe('ikkeSet ikkeBevist')
    const aeldre = bevis({ kilde: ESDH.id, bevistTil: timerFoer(0.75) })
    const svar = createDaekning(fakta({ ...del, beviser: [bevis(), aeldre] })).udsagnFor(FELT, AABEN, NU, false, [])
    expect(svar).toMatchObject({ udsagn: 'intet', bevistTil: timerFoer(0.75) })
  })

  test('is of no use to others as of a time at which it held something else', () => {
    const del = { raekker: broedre, forventninger: beggeSlags }
    const foer = bevis({ kilde: ESDH.id, bevistTil: timerFoer(1.5), nyeste: timerFoer(30) })
    expect(say({ ...del, beviser: [bevis(), foer] })).toBe('ikkeSet ikkeBevist')
    expect(say({ ...del, beviser: [bevis({ nyeste: timerFoer(1.5) }), foer] })).toBe('intet')
    expect(say({ ...del, beviser: [bevis({ nyeste: undefined }), foer] })).toBe('intet')
  })

  test('of documents is nothing without that of the cases they stand on, whoever holds those', () => {
    const dokument = { ...FELT, art: 'dokument' } as const
    const raekker = [raekke({ art: 'dokument' }), raekke({ kilde: ESDH.id })]
    expect(say({ raekker }, dokument)).toBe('ikkeSet ikkeBevist')
    expect(say({ raekker, beviser: [bevis(), bevis({ kilde: ESDH.id })] }, dokument)).toBe('intet')
    expect(say({ raekker: [raekke({ art: 'dokument' }), raekke({ kilde: ESDH.id, afstemt: undefined })] }, dokument)).toBe(
      'ikkeSet ikkeAfstemt',
    )
    const andetsteds = [raekke({ art: 'dokument' }), raekke({ kilde: ESDH.id, livsomraade: 'sundhed' })]
    expect(say({ raekker: andetsteds }, dokument)).toBe('intet')
  })
})
