import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FOELSOMHEDER, type Foelsomhed, type KleEmne, tidspunkt, uuid } from '#kernel'
import { almindeligtBesoeg } from './fakta.bygger.ts'
import type { Alarmfakta, Vaner } from './fakta.ts'
import { naivtRejst } from './raise-alarmer.naiv.ts'
import { raiseAlarmer } from './raise-alarmer.ts'
import { ALTID_FAA, graenseFor, HOEJST_PR_DAG } from './regler/maengde.ts'

const ULLA = almindeligtBesoeg().medarbejder
const GODTFRED = almindeligtBesoeg().part
const alarmer = (aendret: Partial<Alarmfakta>) =>
  raiseAlarmer(almindeligtBesoeg(aendret)).map(({ art, alvor }) => `${art} ${alvor}`)
const ting = (foelsomhed: Foelsomhed, kle = '27.36.04') => [{ kle: kle as KleEmne, foelsomhed }]
const hedder = (...navne: string[]) => ({ kendetegn: { navne, adresse: undefined } })
const dage = (borgere: readonly number[], omNatten = 0): Vaner['tidligere'] =>
  borgere.map((antal, i) => ({ dag: `2026-11-${String(i + 2).padStart(2, '0')}`, borgere: antal, omNatten }))

test('an ordinary visit raises no alarm', () => {
  expect(alarmer({})).toEqual([])
})

describe.each<[string, Partial<Alarmfakta>, string[]]>([
  ['oneself', { medarbejder: { ...ULLA, part: GODTFRED } }, ['selv spoerg']],
  ['oneself, with a case that one handles', { medarbejder: { ...ULLA, part: GODTFRED }, egenSag: true }, ['selv spoerg']],
  [
    'oneself is not one’s own colleague, namesake or neighbour',
    {
      medarbejder: { navn: 'Godtfred Lund', part: GODTFRED, adresse: 'Torvet 3, 4690 Korsbæk' },
      kollega: true,
    },
    ['selv spoerg'],
  ],
  [
    'one’s full name, and nobody knows who one is',
    { ...hedder('Ulla Jakobsen'), medarbejder: { ...ULLA, part: undefined } },
    ['muligtSelv koe'],
  ],
  [
    'one’s first and last name, another between',
    { ...hedder('ULLA Marie jakobsen'), medarbejder: { ...ULLA, part: undefined } },
    ['muligtSelv koe'],
  ],
  ['a name that one’s namesake had before', { ...hedder('Ulla Holm', 'Ulla Jakobsen') }, ['sammeNavn koe']],
  ['a namesake whose case one handles', { ...hedder('Ulla Jakobsen'), egenSag: true }, ['sammeNavn log']],
  ['the same last name', { ...hedder('Lonnie Jakobsen') }, ['sammeNavn log']],
  ['the same first name alone', { ...hedder('Ulla Pedersen') }, []],
  [
    'spelt with å and with aa',
    { ...hedder('Åse Kjær'), medarbejder: { ...ULLA, navn: 'Aase Kjær', part: undefined } },
    ['muligtSelv koe'],
  ],
  ['a last name within another’s', { ...hedder('Ulla Jakobsensen') }, []],
  ['a citizen of one name', { ...hedder('Jakobsen') }, []],
  ['an employee of whom one name is known', { ...hedder('Ulla'), medarbejder: { ...ULLA, navn: 'Ulla' } }, []],
  ['one’s child', { slaegt: 'barn' }, ['paaroerende koe']],
  ['one’s parent, with a case that one handles', { slaegt: 'foraelder', egenSag: true }, ['paaroerende koe']],
  ['the other parent of one’s child', { slaegt: 'medindehaver' }, ['paaroerende koe']],
  ['one’s own address', { kendetegn: { navne: [], adresse: 'havnegade 12 2 TH 4690 korsbæk' } }, ['sammeAdresse koe']],
  ['the floor above', { kendetegn: { navne: [], adresse: 'Havnegade 12, 3. th, 4690 Korsbæk' } }, []],
  ['no address known of either', { kendetegn: { navne: [], adresse: '' }, medarbejder: { ...ULLA, adresse: ' , ' } }, []],
  ['a colleague', { kollega: true }, ['kollega koe']],
  ['a colleague whose case one handles', { kollega: true, egenSag: true }, ['kollega log']],
  ['a protected person', { adressebeskyttet: true }, ['beskyttet koe']],
  ['a protected person whose case one handles', { adressebeskyttet: true, egenSag: true }, ['beskyttet log']],
  ['a case set apart for the few', { ting: ting('VIP_SAGER') }, ['vip koe', 'foelsomt log']],
  ['such a case, one’s own', { ting: ting('VIP_SAGER'), egenSag: true }, ['vip log']],
  ['something sensitive', { ting: ting('FOELSOMME_PERSONOPLYSNINGER') }, ['foelsomt log']],
  ['something sensitive, one’s own', { ting: ting('FOELSOMME_PERSONOPLYSNINGER'), egenSag: true }, []],
  ['something confidential', { ting: ting('FORTROLIGE_PERSONOPLYSNINGER') }, []],
  ['a number that is always closed', { ting: ting('IKKE_FORTROLIGE_DATA', '27.57.12') }, ['foelsomt log']],
  ['a Saturday forenoon', { tid: tidspunkt('2026-11-21T09:00:00.000Z') }, ['tidspunkt koe']],
  ['a holiday', { tid: tidspunkt('2026-12-25T09:00:00.000Z') }, ['tidspunkt koe']],
  ['an evening at a quarter to eight', { tid: tidspunkt('2026-11-24T18:45:00.000Z') }, []],
  ['an evening at eight', { tid: tidspunkt('2026-11-24T19:00:00.000Z') }, ['tidspunkt koe']],
  ['a morning before six', { tid: tidspunkt('2026-11-24T04:59:59.000Z') }, ['tidspunkt koe']],
  ['a morning at six', { tid: tidspunkt('2026-11-24T05:00:00.000Z') }, []],
  ['a night, with a case that one handles', { tid: tidspunkt('2026-11-24T02:00:00.000Z'), egenSag: true }, ['tidspunkt log']],
  [
    'a night, and one works nights',
    { tid: tidspunkt('2026-11-24T02:00:00.000Z'), vaner: { iDag: 1, foer: 0, tidligere: dage([4, 4, 4], 2) } },
    ['tidspunkt log'],
  ],
  [
    'a night, and one worked two',
    { tid: tidspunkt('2026-11-24T02:00:00.000Z'), vaner: { iDag: 1, foer: 0, tidligere: dage([4, 4], 2) } },
    ['tidspunkt koe'],
  ],
  ['as many as are never many', { vaner: { iDag: ALTID_FAA, foer: ALTID_FAA - 1, tidligere: dage([2, 2, 2]) } }, []],
  ['one more', { vaner: { iDag: ALTID_FAA + 1, foer: ALTID_FAA + 1 - 1, tidligere: dage([2, 2, 2]) } }, ['maengde koe']],
  ['two more: it has been told', { vaner: { iDag: ALTID_FAA + 2, foer: ALTID_FAA + 2 - 1, tidligere: dage([2, 2, 2]) } }, []],
  [
    'one more, who was visited before today',
    { vaner: { iDag: ALTID_FAA + 1, foer: ALTID_FAA + 1, tidligere: dage([2, 2, 2]) } },
    [],
  ],
  [
    'twice as many',
    { vaner: { iDag: 2 * ALTID_FAA + 1, foer: 2 * ALTID_FAA + 1 - 1, tidligere: dage([2, 2, 2]) } },
    ['maengde koe'],
  ],
  ['many, and one uses to', { vaner: { iDag: 61, foer: 60, tidligere: dage([30, 20, 40]) } }, []],
  ['three times what one uses to', { vaner: { iDag: 91, foer: 90, tidligere: dage([30, 20, 40]) } }, ['maengde koe']],
  [
    'the bound that holds for all',
    { vaner: { iDag: HOEJST_PR_DAG + 1, foer: HOEJST_PR_DAG + 1 - 1, tidligere: dage([90, 90, 90]) } },
    ['maengde koe'],
  ],
])('looking up %s', (_, aendret, forventet) => {
  test(`raises ${forventet.join(', ') || 'nothing'}`, () => {
    expect(alarmer(aendret)).toEqual(forventet)
  })
})

/** How many visits by chance: more where the evidence is asked for in full. */
const ANTAL = Number(process.env['BEVIS_ALARMER'] ?? 2_000)

const vilkaarlig = fc.record<Alarmfakta>({
  tid: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((d) => tidspunkt(d)),
  part: fc.constantFrom(GODTFRED, uuid('00000000-0000-4000-8000-000000000009')),
  kendetegn: fc.record({
    navne: fc.array(fc.constantFrom('Ulla Jakobsen', 'Lonnie Jakobsen', 'Godtfred Lund', '', '  ', 'Ø'), { maxLength: 3 }),
    adresse: fc.option(fc.constantFrom('Havnegade 12, 2. th, 4690 Korsbæk', 'Torvet 3'), { nil: undefined }),
  }),
  adressebeskyttet: fc.boolean(),
  medarbejder: fc.record({
    navn: fc.constantFrom('Ulla Jakobsen', 'Godtfred Lund', 'Ulla', ''),
    part: fc.constantFrom(undefined, GODTFRED, ULLA.part),
    adresse: fc.option(fc.constant('Havnegade 12, 2. th, 4690 Korsbæk'), { nil: undefined }),
  }),
  slaegt: fc.constantFrom(undefined, 'barn', 'foraelder', 'medindehaver'),
  kollega: fc.boolean(),
  egenSag: fc.boolean(),
  ting: fc.array(
    fc.record({
      kle: fc.constantFrom(undefined, '27.36.04' as KleEmne, '34.10.30' as KleEmne),
      foelsomhed: fc.constantFrom(...FOELSOMHEDER),
    }),
    { maxLength: 5 },
  ),
  vaner: fc
    .record({
      iDag: fc.integer({ min: 1, max: 400 }),
      set: fc.boolean(),
      tidligere: fc.array(fc.nat(200), { maxLength: 20 }).map((antal) => dage(antal)),
    })
    .map(({ iDag, set, tidligere }) => ({ iDag, foer: set ? iDag : iDag - 1, tidligere })),
})

test('whatever the facts: no kind twice, the gravest first, and nothing is asked but of oneself', () => {
  fc.assert(
    fc.property(vilkaarlig, (fakta) => {
      const rejst = raiseAlarmer(fakta)
      expect(new Set(rejst.map(({ art }) => art)).size).toBe(rejst.length)
      const tal = rejst.map(({ alvor }) => ['log', 'koe', 'spoerg'].indexOf(alvor))
      expect(tal).toEqual([...tal].sort((a, b) => b - a))
      expect(rejst.some(({ alvor }) => alvor === 'spoerg')).toBe(fakta.medarbejder.part === fakta.part)
    }),
    { seed: 20261122, numRuns: 2_000 },
  )
})

test('the rules and a second statement of them agree', () => {
  let rejst = 0
  fc.assert(
    fc.property(vilkaarlig, (fakta) => {
      const egne = raiseAlarmer(fakta).map(({ art, alvor }) => `${art} ${alvor}`)
      rejst += egne.length
      expect([...egne].sort()).toEqual(naivtRejst(fakta))
    }),
    { seed: 20261125, numRuns: ANTAL },
  )
  expect(rejst).toBeGreaterThan(ANTAL)
})

test('what is asked of the employee depends on nothing about the citizen', () => {
  fc.assert(
    fc.property(vilkaarlig, vilkaarlig, (en, anden) => {
      const somBorger = { ...en, kendetegn: anden.kendetegn, adressebeskyttet: anden.adressebeskyttet, slaegt: anden.slaegt }
      const ogTing = { ...somBorger, kollega: anden.kollega, ting: anden.ting, egenSag: anden.egenSag }
      const spurgt = (fakta: Alarmfakta) => raiseAlarmer(fakta).some(({ alvor }) => alvor === 'spoerg')
      expect(spurgt(ogTing)).toBe(spurgt(en))
    }),
    { seed: 20261123, numRuns: 2_000 },
  )
})

test('the bound for a day grows with what one uses to do, and stays within its limits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 28 }), fc.nat(300), (antal, mere) => {
      const graense = graenseFor(antal)
      expect(graense).toBeGreaterThanOrEqual(ALTID_FAA)
      expect(graense).toBeLessThanOrEqual(HOEJST_PR_DAG)
      expect(graenseFor(antal.map((et) => et + mere))).toBeGreaterThanOrEqual(graense)
      const naiv = [...antal].sort((a, b) => a - b)
      const median =
        naiv.length === 0
          ? 0
          : ((naiv[Math.floor((naiv.length - 1) / 2)] ?? 0) + (naiv[Math.ceil((naiv.length - 1) / 2)] ?? 0)) / 2
      expect(graense).toBe(Math.min(120, Math.max(25, Math.ceil(3 * median))))
    }),
    { seed: 20261124, numRuns: 1_000 },
  )
})
