import { expect, test } from 'vitest'
import { tidspunkt, type Uuid, uuid } from '#kernel'
import { chooseEgenSag, type Sete, toSet } from './egen-sag.ts'

const [A, B, C] = [1, 2, 3].map((nr) => uuid(`00000000-0000-4000-8000-00000000000${nr}`)) as [Uuid, Uuid, Uuid]
const ULLA = uuid('00000000-0000-4000-8000-0000000000aa')
const ENHED = '8d3f0000-0000-4000-8000-0000000000ee'
const hvem = { id: ULLA, enheder: [`urn:oio:uuid:${ENHED.toUpperCase()}`] }
const sag = (id: Uuid, aendret: Partial<Sete> = {}): Sete => ({
  id,
  sag: true,
  kle: undefined,
  foelsomhed: 'IKKE_FORTROLIGE_DATA',
  enheder: [],
  afsluttet: false,
  ...aendret,
})
const ingen: ReadonlyMap<Uuid, readonly string[]> = new Map()

test.each<[string, Uuid | undefined, Sete[], [Uuid, string[]][], Uuid?]>([
  ['no case', undefined, [], []],
  ['a case of nobody’s', undefined, [sag(A)], []],
  ['a case that the employee handles', A, [sag(A)], [[A, [ULLA]]]],
  ['a case that another handles', undefined, [sag(A)], [[A, [B]]]],
  ['a case of the employee’s unit, written another way', A, [sag(A, { enheder: [ENHED] })], []],
  ['a case of another unit', undefined, [sag(A, { enheder: ['urn:oio:korsbaek:enhed:7'] })], []],
  ['one’s own before one’s unit’s', B, [sag(A, { enheder: [ENHED] }), sag(B)], [[B, [ULLA]]]],
  [
    'of several the first by id',
    A,
    [sag(B), sag(A)],
    [
      [A, [ULLA]],
      [B, [ULLA]],
    ],
  ],
  [
    'the one asked for',
    B,
    [sag(B), sag(A)],
    [
      [A, [ULLA]],
      [B, [ULLA]],
    ],
    B,
  ],
  ['one asked for that is not theirs', A, [sag(C), sag(A)], [[A, [ULLA]]], C],
  ['a closed case', undefined, [sag(A, { afsluttet: true })], [[A, [ULLA]]]],
  ['what is no case', undefined, [sag(A, { sag: false, enheder: [ENHED] })], [[A, [ULLA]]]],
])('%s', (_, forventet, sete, behandlere, oensket) => {
  expect(chooseEgenSag(sete, hvem, new Map(behandlere), oensket)).toBe(forventet)
})

test('an employee without units has none of a case without', () => {
  expect(chooseEgenSag([sag(A, { enheder: [''] })], { id: ULLA, enheder: [] }, ingen)).toBeUndefined()
})

test('what holds now decides: the highest of several levels, the unit and the state of today', () => {
  const nu = tidspunkt('2026-11-24T09:00:00.000Z')
  const foer = { fra: tidspunkt('2020-01-01T00:00:00.000Z'), til: tidspunkt('2026-01-01T00:00:00.000Z') }
  const nuv = { fra: tidspunkt('2026-01-01T00:00:00.000Z'), til: null }
  const raekke = {
    part_id: A,
    item_id: B,
    art: 'sag',
    kle: '27.36.04',
    foelsomhed: [
      { foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER', virkning: nuv },
      { foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER', virkning: nuv },
      { foelsomhed: 'VIP_SAGER', virkning: foer },
    ],
    ansvarlig: [
      { enhed: 'gammel', virkning: foer },
      { enhed: 'NY', virkning: nuv },
    ],
    fremdrift: [{ status: 'Afsluttet', virkning: foer }],
  } as const
  expect(toSet(raekke, nu)).toEqual({
    id: B,
    sag: true,
    kle: '27.36.04',
    foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER',
    enheder: ['ny'],
    afsluttet: false,
  })
  expect(toSet({ ...raekke, foelsomhed: null, ansvarlig: null, fremdrift: null, kle: '' }, nu)).toMatchObject({
    foelsomhed: 'IKKE_FORTROLIGE_DATA',
    enheder: [],
    afsluttet: false,
  })
})
