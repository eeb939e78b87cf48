import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { DEMO_HENVENDELSESSTEDER, demoHenvendelsesregister } from './demo-henvendelsessteder.ts'
import {
  type EnhedRef,
  type Henvendelsessted,
  henvendelsesstedFor,
  isBorgersikkertNavn,
  registerHenvendelsessteder,
} from './henvendelsessted.ts'
import { BROBYSKOV, KORSBAEK } from './kommuner.ts'

const DEMO = demoHenvendelsesregister()
const find = (enhed?: EnhedRef, livsomraade?: string, kommune = KORSBAEK) => {
  const fundet = henvendelsesstedFor(DEMO, kommune.cvr, enhed, livsomraade)
  return [fundet?.sted.noegle, fundet?.grundlag]
}

const STED: Henvendelsessted = {
  noegle: 'borgerservice',
  kommune: cvrNummer('99999999'),
  navn: 'Borgerservice',
  telefon: '00 09 10 10',
  aabningstider: { da: 'Mandag 9-10', en: 'Monday 9-10' },
  sikkerPost: 'https://a.example/post',
  enheder: [{ id: 'URN:oio:enhed:1', navn: 'Enhed  Et' }],
  livsomraader: ['andet'],
  hoved: true,
}

describe('where a citizen turns', () => {
  test('about a matter of a known unit: the unit’s place, whatever the life area', () => {
    expect(find({ navn: 'Sygedagpengeteamet' })).toEqual(['jobcenter', 'enhed'])
    expect(find({ navn: 'Hjælpemiddeldepotet' }, 'sundhed')).toEqual(['hjaelpemidler', 'enhed'])
    expect(find({ navn: ' jobcenter  KORSBÆK ' })).toEqual(['jobcenter', 'enhed'])
  })

  test('about a matter of an unknown unit: the life area’s place, else the main one', () => {
    expect(find({ navn: 'Team 7' }, 'sundhed')).toEqual(['sundhed', 'livsomraade'])
    expect(find(undefined, 'bolig-og-byggeri')).toEqual(['byggesager', 'livsomraade'])
    expect(find({ navn: 'Team 7' }, 'findes-ikke')).toEqual(['borgerservice', 'hoved'])
    expect(find()).toEqual(['borgerservice', 'hoved'])
  })

  test('a unit counts in its own municipality only', () => {
    expect(find({ navn: 'Jobcenter Korsbæk' }, undefined, BROBYSKOV)).toEqual(['borgerservice', 'hoved'])
    expect(find({ navn: 'Jobcenter Brobyskov' }, undefined, BROBYSKOV)).toEqual(['jobcenter', 'enhed'])
  })

  test('a municipality without contact points has none, rather than another’s', () => {
    expect(henvendelsesstedFor(DEMO, cvrNummer('29189420'), { navn: 'Borgerservice' }, 'andet')).toBeUndefined()
  })

  test('the id counts before the name, which may have been reused', () => {
    const andet = { ...STED, noegle: 'andet', hoved: false, enheder: [{ id: 'b', navn: 'Enhed To' }], livsomraader: [] }
    const register = registerHenvendelsessteder([STED, andet])
    if (!register.ok) throw new Error(register.afvisning.kode)
    const noegle = (enhed: EnhedRef) => henvendelsesstedFor(register.value, STED.kommune, enhed)?.sted.noegle
    expect(noegle({ id: 'urn:OIO:enhed:1', navn: 'Enhed To' })).toBe('borgerservice')
    expect(noegle({ id: 'ukendt', navn: 'enhed to' })).toBe('andet')
  })

  test('the first place that names a life area has it', () => {
    const andet = { ...STED, noegle: 'andet', hoved: false, enheder: [] }
    const register = registerHenvendelsessteder([STED, andet])
    expect(register.ok && henvendelsesstedFor(register.value, STED.kommune, undefined, 'andet')?.sted.noegle).toBe(
      'borgerservice',
    )
  })

  test('a unit’s delivered name is never part of the answer', () => {
    expect(find({ navn: 'Kontrolgruppen' })).toEqual(['ydelser', 'enhed'])
    const navne = fc.oneof(
      fc.constantFrom('Krisecenter Rosen', 'Kontrolgruppen', 'Misbrugscentret'),
      fc.string({ minLength: 4 }).map((navn) => `Hemmelig ${navn}`),
    )
    fc.assert(
      fc.property(navne, fc.constantFrom('sundhed', 'andet', undefined), (navn, livsomraade) => {
        const fundet = henvendelsesstedFor(DEMO, KORSBAEK.cvr, { navn }, livsomraade)
        expect(JSON.stringify(fundet).toLowerCase()).not.toContain(navn.toLowerCase())
        expect(fundet).toBeDefined()
      }),
      { seed: 20261014, numRuns: 300 },
    )
  })
})

describe('a list of contact points is refused where', () => {
  const andet = { ...STED, noegle: 'andet', hoved: false, enheder: [] }
  test.each([
    ['NAVN_ROEBER', [STED, { ...andet, navn: 'Kontrolgruppen' }]],
    ['NAVN_ROEBER', [STED, { ...andet, navn: ' ' }]],
    ['IKKE_HTTPS', [STED, { ...andet, sikkerPost: 'http://a.example' }]],
    ['DUBLET', [STED, { ...andet, noegle: STED.noegle }]],
    ['ENHED_TO_STEDER', [STED, { ...andet, enheder: [{ navn: 'enhed et' }] }]],
    ['FLERE_HOVED', [STED, { ...andet, hoved: true }]],
    ['HOVED_MANGLER', [andet]],
  ])('%s', (kode, liste) => {
    expect(registerHenvendelsessteder(liste)).toMatchObject({ ok: false, afvisning: { kode, kommune: STED.kommune } })
  })

  test('else it is taken, and each municipality is judged alone', () => {
    expect(registerHenvendelsessteder([STED, andet, { ...STED, kommune: cvrNummer('88888888') }]).ok).toBe(true)
    expect(registerHenvendelsessteder([]).ok).toBe(true)
  })

  test.each(['Krisecenter Rosen', 'Kontrolgruppen', 'Rusmiddelcenter Syd', 'SSP og politi', ''])('%j betrays', (navn) => {
    expect(isBorgersikkertNavn(navn)).toBe(false)
  })
})

describe('the fictional municipalities', () => {
  const OMRAADER = [
    'arbejde-og-forsoergelse',
    'boern-og-familie',
    'skole-og-uddannelse',
    'hjaelp-pleje-og-handicap',
    'sundhed',
    'bolig-og-byggeri',
    'pension-og-oekonomi',
    'borgerservice-trafik-og-fritid',
    'andet',
  ]

  test('have a place for every life area', () => {
    for (const kommune of [KORSBAEK, BROBYSKOV])
      for (const omraade of OMRAADER) expect(find(undefined, omraade, kommune)[1]).toBe('livsomraade')
    expect(new Set(DEMO_HENVENDELSESSTEDER.flatMap((sted) => sted.livsomraader))).toEqual(new Set(OMRAADER))
  })

  test('can be called by nobody and own no address on the net', () => {
    expect(DEMO_HENVENDELSESSTEDER).toHaveLength(18)
    for (const sted of DEMO_HENVENDELSESSTEDER) {
      expect(sted.telefon).toMatch(/^00 \d\d \d\d \d\d$/)
      expect(new URL(sted.sikkerPost).hostname).toMatch(/\.example$/)
    }
    expect(new Set(DEMO_HENVENDELSESSTEDER.map((sted) => sted.telefon)).size).toBe(18)
  })
})
