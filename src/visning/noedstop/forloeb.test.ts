import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuid } from '#kernel'
import { KORSBAEK, kl12, NU, SAG } from '../fakta.bygger.ts'
import {
  aabentForslag,
  decideOphaevelse,
  isAktivt,
  OPHAEVELSESTRIN,
  type Ophaevelsestrin,
  parseBegrundelse,
  type Stopforloeb,
  type Stopperson,
} from './forloeb.ts'

const person = (nr: number, navn: string): Stopperson => ({ id: uuid(`00000000-0000-4000-8000-00000000000${nr}`), navn })
const KAREN = person(1, 'Karen')
const HENRIK = person(2, 'Henrik')
const GITTE = person(3, 'Gitte')
const STOP: Stopforloeb = {
  id: uuid('00000000-0000-4000-8000-0000000000ff'),
  kommune: KORSBAEK,
  slags: 'ting',
  vaerdi: SAG,
  siden: kl12('2026-11-22'),
  begrundelse: 'Forkert borger',
  af: KAREN,
  haendelser: [],
}
const BEGRUNDELSE = 'Sagen er flyttet til den rette'

/** Takes each step that is allowed; answers where it ended and what was said to each. */
function walk(...trin: readonly (readonly [Ophaevelsestrin, Stopperson])[]) {
  let stop = STOP
  const svar = trin.map(([led, af]) => {
    const udfald = decideOphaevelse(stop, { trin: led, begrundelse: BEGRUNDELSE }, af, NU)
    if (udfald.ok) stop = { ...stop, haendelser: [...stop.haendelser, udfald.value] }
    return udfald.ok ? 'ok' : udfald.afvisning
  })
  return { stop, svar }
}

test.each<[string, readonly (readonly [Ophaevelsestrin, Stopperson])[], readonly string[], boolean]>([
  [
    'one proposes and another confirms: open',
    [
      ['foreslaaet', HENRIK],
      ['bekraeftet', GITTE],
    ],
    ['ok', 'ok'],
    false,
  ],
  [
    'who stopped it may propose',
    [
      ['foreslaaet', KAREN],
      ['bekraeftet', HENRIK],
    ],
    ['ok', 'ok'],
    false,
  ],
  [
    'who stopped it may confirm',
    [
      ['foreslaaet', HENRIK],
      ['bekraeftet', KAREN],
    ],
    ['ok', 'ok'],
    false,
  ],
  [
    'nobody confirms what they proposed',
    [
      ['foreslaaet', HENRIK],
      ['bekraeftet', HENRIK],
    ],
    ['ok', 'KRAEVER_TO'],
    true,
  ],
  ['without a proposal there is nothing to confirm', [['bekraeftet', HENRIK]], ['INTET_FORSLAG'], true],
  ['nor to take back', [['trukketTilbage', HENRIK]], ['INTET_FORSLAG'], true],
  [
    'one proposal at a time',
    [
      ['foreslaaet', HENRIK],
      ['foreslaaet', GITTE],
    ],
    ['ok', 'FORSLAG_FINDES'],
    true,
  ],
  [
    'one that was taken back, by another too, cannot be confirmed',
    [
      ['foreslaaet', HENRIK],
      ['trukketTilbage', GITTE],
      ['bekraeftet', GITTE],
    ],
    ['ok', 'ok', 'INTET_FORSLAG'],
    true,
  ],
  [
    'after that a new one can be made, by the one who is to be confirmed by another',
    [
      ['foreslaaet', HENRIK],
      ['trukketTilbage', HENRIK],
      ['foreslaaet', GITTE],
      ['bekraeftet', GITTE],
      ['bekraeftet', HENRIK],
    ],
    ['ok', 'ok', 'ok', 'KRAEVER_TO', 'ok'],
    false,
  ],
  [
    'what is open is open',
    [
      ['foreslaaet', HENRIK],
      ['bekraeftet', GITTE],
      ['foreslaaet', HENRIK],
      ['trukketTilbage', HENRIK],
      ['bekraeftet', KAREN],
    ],
    ['ok', 'ok', 'ER_AABNET', 'ER_AABNET', 'ER_AABNET'],
    false,
  ],
])('%s', (_, trin, forventet, aktivt) => {
  const { stop, svar } = walk(...trin)
  expect(svar).toEqual(forventet)
  expect(isAktivt(stop)).toBe(aktivt)
})

test('the steps are numbered, timed and named; a confirmation says which proposal it confirms', () => {
  const { stop } = walk(['foreslaaet', HENRIK], ['trukketTilbage', GITTE], ['foreslaaet', GITTE], ['bekraeftet', HENRIK])
  expect(stop.haendelser).toEqual([
    { nr: 1, trin: 'foreslaaet', tid: NU, begrundelse: BEGRUNDELSE, af: HENRIK, forslag: undefined },
    { nr: 2, trin: 'trukketTilbage', tid: NU, begrundelse: '', af: GITTE, forslag: undefined },
    { nr: 3, trin: 'foreslaaet', tid: NU, begrundelse: BEGRUNDELSE, af: GITTE, forslag: undefined },
    { nr: 4, trin: 'bekraeftet', tid: NU, begrundelse: '', af: HENRIK, forslag: { nr: 3, af: GITTE.id } },
  ])
  expect(aabentForslag(stop)).toBeUndefined()
  expect(aabentForslag(walk(['foreslaaet', HENRIK]).stop)?.af).toEqual(HENRIK)
})

test('a proposal needs a reason', () => {
  const udfald = decideOphaevelse(STOP, { trin: 'foreslaaet', begrundelse: ' ok ' }, HENRIK, NU)
  expect(udfald).toEqual({ ok: false, afvisning: 'BEGRUNDELSE_MANGLER' })
})

test('whatever is done in whatever order, what is open was proposed by one and confirmed by another, once', () => {
  const trin = fc.tuple(fc.constantFrom(...OPHAEVELSESTRIN), fc.constantFrom(KAREN, HENRIK, GITTE))
  let aabnede = 0
  fc.assert(
    fc.property(fc.array(trin, { maxLength: 12 }), (alle) => {
      const { stop } = walk(...alle)
      const bekraeftet = stop.haendelser.filter((led) => led.trin === 'bekraeftet')
      expect(bekraeftet.length).toBe(isAktivt(stop) ? 0 : 1)
      for (const led of bekraeftet) {
        aabnede++
        const foer = stop.haendelser.at(-2)
        expect([foer?.trin, foer?.af.id === led.af.id]).toEqual(['foreslaaet', false])
        expect(stop.haendelser.at(-1)).toBe(led)
      }
    }),
    { seed: 20261122, numRuns: 1_000 },
  )
  expect(aabnede).toBeGreaterThan(200)
})

test.each([
  ['Forkert borger', 'Forkert borger'],
  ['  Fem!!  ', 'Fem!!'],
  ['fire', undefined],
  ['    x    ', undefined],
  ['To\nlinjer\tmed tabulator', 'To\nlinjer\tmed tabulator'],
  ['nul \u0000 byte', undefined],
  ['å'.repeat(2_000), 'å'.repeat(2_000)],
  ['å'.repeat(2_001), undefined],
  ['Titlen viste 611290-1234', undefined],
])('the reason %j is kept as %j', (tekst, forventet) => {
  expect(parseBegrundelse(tekst)).toBe(forventet)
})
