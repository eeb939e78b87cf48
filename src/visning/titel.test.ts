import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ARTER, type Art } from '#kernel'
import { konfiguration } from './fakta.bygger.ts'
import { type KleKonfiguration, KVALITETSKRAV, TITELVISNINGER } from './fakta.ts'
import { chooseTitel, type Gennemgangstilstand, type Titeludfald, type Titelvurdering } from './titel.ts'

const EGEN = 'Ansøgning om rengøring'
const RETTET = 'Hjælp til rengøring'
const UDFALD: readonly Titeludfald[] = ['ren', 'advaret', 'blokeret']
const GENNEMGANG: readonly Gennemgangstilstand[] = ['ingen', 'venter', 'godkendt', 'rettet', 'afvist']
const fund = (udfald: Titeludfald, gennemgang: Gennemgangstilstand): Titelvurdering => ({
  hash: 'h',
  udfald,
  tilbageholdt: false,
  gennemgang,
  titel: gennemgang === 'rettet' ? RETTET : undefined,
})
const choose = (vurdering: Titelvurdering, valg: Partial<KleKonfiguration> = {}, art: Art = 'sag'): string => {
  const set = chooseTitel({ art, titel: EGEN }, vurdering, konfiguration(valg))
  return set.slags === 'sikker' ? set.grund : `${set.slags}: ${set.titel}`
}
const LAESTE = { egen: `egen: ${EGEN}`, rettet: `gennemset: ${RETTET}`, blok: 'BLOKERET', vent: 'AFVENTER_GENNEMGANG' } as const

// Columns: not reviewed, waits, approved, corrected, refused.
describe.each([
  ['sagens', 'ingen', 'ren', 'egen egen egen rettet afvist'],
  ['sagens', 'ingen', 'advaret', 'egen egen egen rettet afvist'],
  ['sagens', 'ingen', 'blokeret', 'blok blok egen rettet afvist'],
  ['sagens', 'stikproeve', 'ren', 'egen egen egen rettet afvist'],
  ['sagens', 'stikproeve', 'blokeret', 'blok blok egen rettet afvist'],
  ['sagens', 'alle', 'ren', 'vent vent egen rettet afvist'],
  ['sagens', 'alle', 'blokeret', 'blok blok egen rettet afvist'],
  ['gennemset', 'ingen', 'ren', 'vent vent egen rettet afvist'],
  ['gennemset', 'ingen', 'advaret', 'vent vent egen rettet afvist'],
  ['gennemset', 'ingen', 'blokeret', 'blok blok egen rettet afvist'],
] as const)('titelvisning %s, kvalitetskrav %s, a title found %s', (titelvisning, kvalitetskrav, udfald, forventet) => {
  test.each(['sag', 'dokument', 'journalnotat'] as const)('of a %s', (art) => {
    const ord = { ...LAESTE, afvist: 'AFVIST' } as const
    const ventet = forventet.split(' ').map((led) => ord[led as keyof typeof ord])
    expect(GENNEMGANG.map((gennemgang) => choose(fund(udfald, gennemgang), { titelvisning, kvalitetskrav }, art))).toEqual(ventet)
  })
})

test("a municipality that chose KLE's words for its cases gets them whatever was reviewed; its documents keep their titles", () => {
  for (const udfald of UDFALD)
    for (const gennemgang of GENNEMGANG) expect(choose(fund(udfald, gennemgang), { titelvisning: 'kle' })).toBe('KLE_VALGT')
  expect(choose(fund('ren', 'ingen'), { titelvisning: 'kle' }, 'dokument')).toBe(LAESTE.egen)
})

test('a correction without a text is not the source’s own title', () => {
  expect(choose({ ...fund('blokeret', 'rettet'), titel: '' })).toBe('AFVENTER_GENNEMGANG')
  expect(choose({ hash: 'h', udfald: 'ren', tilbageholdt: false, gennemgang: 'rettet' })).toBe('AFVENTER_GENNEMGANG')
})

test('where the number is closed, nobody’s words are shown', () => {
  const set = chooseTitel({ art: 'dokument', titel: EGEN }, fund('ren', 'godkendt'), undefined)
  expect(set).toEqual({ slags: 'sikker', grund: 'KLE_VALGT' })
})

test('the choice agrees with a second, naive statement of it, and no blocked title is shown that nobody approved', () => {
  const vilkaarlig = fc.record({
    art: fc.constantFrom(...ARTER),
    udfald: fc.constantFrom(...UDFALD),
    gennemgang: fc.constantFrom(...GENNEMGANG),
    titel: fc.constantFrom(undefined, '', RETTET),
    titelvisning: fc.constantFrom(...TITELVISNINGER),
    kvalitetskrav: fc.constantFrom(...KVALITETSKRAV),
  })
  fc.assert(
    fc.property(vilkaarlig, ({ art, udfald, gennemgang, titel, titelvisning, kvalitetskrav }) => {
      const svar = choose({ ...fund(udfald, gennemgang), titel }, { titelvisning, kvalitetskrav }, art)
      const kle = art === 'sag' && titelvisning === 'kle'
      const ulaest = gennemgang === 'ingen' || gennemgang === 'venter'
      const maaSes =
        gennemgang === 'godkendt' || (ulaest && udfald !== 'blokeret' && titelvisning !== 'gennemset' && kvalitetskrav !== 'alle')
      expect(svar === LAESTE.egen).toBe(!kle && maaSes)
      expect(svar === LAESTE.rettet).toBe(!kle && gennemgang === 'rettet' && titel === RETTET)
      if (udfald === 'blokeret' && ulaest) expect(svar).not.toContain(EGEN)
    }),
    { seed: 20261122, numRuns: 3_000 },
  )
})
