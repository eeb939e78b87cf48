import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ARTER, type CvrNummer, type KleEmne, type KlePraefiks, tidspunkt, uuid } from '#kernel'
import { HAENDELSESARTER, type Haendelse } from '../haendelse/index.ts'
import type { Graenser, Oensker } from './abonnement.ts'
import { mayHear, wants } from './may-hear.ts'

const A = uuid('a0000000-0000-4000-8000-00000000000a')
const B = uuid('b0000000-0000-4000-8000-00000000000b')
const KORSBAEK = '11111111' as CvrNummer
const BROBYSKOV = '12345678' as CvrNummer
const haendelse: Haendelse = {
  id: B,
  loebenr: 1,
  tid: tidspunkt('2026-11-22T10:00:00Z'),
  objekt: A,
  tidspunkt: tidspunkt('2026-11-22T09:00:00Z'),
  art: 'sag',
  haendelse: 'opdateret',
  master: B,
  kommune: KORSBAEK,
  kle: '27.35.04' as KleEmne,
  udenNotifikation: false,
}
const graenser = (felter: Partial<Graenser> = {}): Graenser => ({ master: A, kommuner: [KORSBAEK], kle: [], ...felter })

test.each<[string, Partial<Graenser>, Partial<Haendelse>, boolean]>([
  ['its own municipality', {}, {}, true],
  ['another municipality', {}, { kommune: BROBYSKOV }, false],
  ['another municipality, though it is the Master', { master: B }, { kommune: BROBYSKOV }, false],
  ['no known place', {}, { kommune: undefined }, false],
  ['no known place, and the owner is the Master', { master: B }, { kommune: undefined }, true],
  ['a number within', { kle: ['27' as KlePraefiks] }, {}, true],
  ['a number beside: 27.3 is no part of 27.35', { kle: ['27.3' as KlePraefiks] }, {}, false],
  ['a number without', { kle: ['28' as KlePraefiks] }, {}, false],
  ['no known number, and the owner is agreed for some', { kle: ['27' as KlePraefiks] }, { kle: undefined }, false],
  ['no known number, and the owner is agreed for all', {}, { kle: undefined }, true],
  ['a note that was written for another system', {}, { haendelse: 'skrevet' }, false],
  ['a note that was written for its own case', { master: B }, { haendelse: 'skrevet' }, true],
  ['a note for its own case in a municipality that it left', { master: B }, { haendelse: 'skrevet', kommune: BROBYSKOV }, false],
  ['a municipality itself, which is Master of nothing', { master: undefined }, { master: undefined, kommune: undefined }, false],
])('%s', (_navn, egne, skete, ventet) => {
  expect(mayHear(graenser(egne), { ...haendelse, ...skete })).toBe(ventet)
})

const alt: Oensker = { formaal: 'notifikation', arter: [], haendelser: [], kommuner: [], kle: [] }
test.each<[string, Partial<Oensker>, Partial<Haendelse>, boolean]>([
  ['everything', {}, {}, true],
  ['its kind', { arter: ['sag'] }, {}, true],
  ['another kind', { arter: ['dokument'] }, {}, false],
  ['what happened', { haendelser: ['fjernet'] }, {}, false],
  ['a number', { kle: ['27.35' as KlePraefiks] }, {}, true],
  ['a number, and the event has none', { kle: ['27.35' as KlePraefiks] }, { kle: undefined }, false],
  ['a municipality, and the event has none', { kommuner: [KORSBAEK] }, { kommune: undefined }, false],
  ['what nobody is to be notified of', {}, { udenNotifikation: true }, false],
  ['what nobody is to be notified of, to keep a copy', { formaal: 'synkronisering' }, { udenNotifikation: true }, true],
])('asked for %s', (_navn, oensker, skete, ventet) => {
  expect(wants({ ...alt, ...oensker }, { ...haendelse, ...skete })).toBe(ventet)
})

test('whatever is asked for, an owner hears of nothing outside its municipalities and numbers', () => {
  const kommune = fc.constantFrom(KORSBAEK, BROBYSKOV, undefined)
  const kle = fc.constantFrom(...(['27.35.04', '27.36.04', '28.09.40', '34.10.30'] as KleEmne[]), undefined)
  const praefiks = fc.constantFrom(...(['27', '27.35', '28', '34.10.30'] as KlePraefiks[]))
  fc.assert(
    fc.property(
      fc.record({ kommune, kle, art: fc.constantFrom(...ARTER), haendelse: fc.constantFrom(...HAENDELSESARTER) }),
      fc.record({ kommuner: fc.uniqueArray(fc.constantFrom(KORSBAEK, BROBYSKOV)), kle: fc.uniqueArray(praefiks) }),
      fc.boolean(),
      (skete, egne, egen) => {
        const led = { ...haendelse, ...skete }
        const hoert = mayHear({ master: egen ? B : A, ...egne }, led)
        // Said a second time, and naively: by text alone.
        const iKommune = led.kommune !== undefined && egne.kommuner.join(' ').includes(led.kommune)
        const iNumre = egne.kle.length === 0 || egne.kle.some((et) => `${led.kle}.`.startsWith(`${et}.`))
        const ukendt = egen && (led.kommune === undefined || (iKommune && led.kle === undefined))
        const fremmedNotat = led.haendelse === 'skrevet' && !egen
        expect(hoert).toBe(((iKommune && iNumre) || ukendt) && !fremmedNotat)
      },
    ),
    { numRuns: 500 },
  )
})
