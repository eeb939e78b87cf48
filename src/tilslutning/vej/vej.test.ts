import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { decideFagsystem, type Fagsystemkommando } from './decide-fagsystem.ts'
import { type Fagsystemskridt, type Fagsystemvej, isNaaet, leveringskommuner, naesteTrin, TRIN } from './fagsystemvej.ts'
import type { Person } from './haendelse.ts'
import { AFPROEVET, AFTALE, ANDEN_KOMMUNE, FAKTA, KOMMUNE, naeste, PERSONER, vejEfter } from './vej.bygger.ts'

const P = PERSONER
const forslag = newUuid()
const AFTALT = [{ type: 'aftaleNoteret', kommune: KOMMUNE, ...AFTALE }, P.fagsystemansvarlig] as const
const SANDKASSE = [{ type: 'sandkasseAabnet', kommune: KOMMUNE }, P.leverandoer] as const
const PROEVET = [AFPROEVET] as const
const foreslaaet = (
  hvad: 'pilot' | 'godkendelse' | 'udrulning' | 'genoptagelse' | 'udfasning',
  af: Person,
  kommune?: typeof KOMMUNE,
) => [{ type: 'foreslaaet', forslag, hvad, ...(kommune ? { kommune } : {}) } as Fagsystemskridt, af] as const
const bekraeftet = (af: Person) => [{ type: 'bekraeftet', forslag } as Fagsystemskridt, af] as const
const PILOT = [foreslaaet('pilot', P.projektansvarlig, KOMMUNE), bekraeftet(P.drift)] as const
const GODKENDT = [foreslaaet('godkendelse', P.drift), bekraeftet(P.andenDrift)] as const
const godkendtVej = () => vejEfter(AFTALT, SANDKASSE, PROEVET, ...PILOT, ...GODKENDT)

const svar = (vej: Fagsystemvej, person: Person, kommando: Fagsystemkommando, fakta = FAKTA): string => {
  const udfald = decideFagsystem(vej, person, kommando, fakta)
  return udfald.ok ? udfald.value.type : udfald.afvisning
}

test('the road is walked from the first step to approval, and says at each what is next', () => {
  const vej: (Fagsystemvej | undefined)[] = [vejEfter(), vejEfter(AFTALT), vejEfter(AFTALT, SANDKASSE)]
  expect(vej.map((en) => en && naesteTrin(en))).toEqual(['aftalt', 'sandkasse', 'afproevet'])
  expect(naesteTrin(vejEfter(AFTALT, SANDKASSE, PROEVET))).toBe('pilot')
  expect(naesteTrin(vejEfter(AFTALT, SANDKASSE, PROEVET, ...PILOT))).toBe('godkendt')
  expect(naesteTrin(godkendtVej())).toBeUndefined()
  expect(TRIN.every((trin) => isNaaet(godkendtVej(), trin))).toBe(true)
})

describe('who may', () => {
  const aftale = { type: 'noterAftale', kommune: KOMMUNE, ...AFTALE } as const
  const pilot = { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE } as const
  const godkendelse = { type: 'foreslaa', hvad: 'godkendelse' } as const
  const stopKommune = { type: 'suspender', kommune: KOMMUNE, aarsag: 'Fejl i titler' } as const
  const stopAlt = { type: 'suspender', aarsag: 'Fejl i titler' } as const
  test.each<[string, Fagsystemvej, Fagsystemkommando, (keyof typeof PERSONER)[]]>([
    ['note an agreement', vejEfter(), aftale, ['fagsystemansvarlig', 'projektansvarlig', 'andenProjektansvarlig']],
    ['fetch sandbox keys', vejEfter(AFTALT), { type: 'aabnSandkasse' }, ['leverandoer']],
    ['say that there is a new version', vejEfter(), { type: 'skiftVersion', version: '5.0' }, ['leverandoer']],
    [
      'ask for a pilot',
      vejEfter(AFTALT, SANDKASSE, PROEVET),
      pilot,
      ['fagsystemansvarlig', 'projektansvarlig', 'andenProjektansvarlig'],
    ],
    ['ask for approval', vejEfter(AFTALT, SANDKASSE, PROEVET, ...PILOT), godkendelse, ['drift', 'andenDrift']],
    [
      "stop a municipality's deliveries",
      godkendtVej(),
      stopKommune,
      ['fagsystemansvarlig', 'projektansvarlig', 'andenProjektansvarlig', 'drift', 'andenDrift'],
    ],
    ['stop the whole system', godkendtVej(), stopAlt, ['drift', 'andenDrift']],
    ['ask for retirement', godkendtVej(), { type: 'foreslaa', hvad: 'udfasning' }, ['leverandoer', 'drift', 'andenDrift']],
  ])('%s', (_hvad, vej, kommando, ventede) => {
    const maa = Object.entries(PERSONER).filter(([, person]) => decideFagsystem(vej, person, kommando, FAKTA).ok)
    expect(maa.map(([navn]) => navn)).toEqual(ventede)
  })
})

describe('two persons', () => {
  const foreslaaetPilot = () => vejEfter(AFTALT, SANDKASSE, PROEVET, foreslaaet('pilot', P.projektansvarlig, KOMMUNE))
  const bekraeft = { type: 'bekraeft', forslag } as const
  test('the one who asked cannot confirm, not even with the right role', () => {
    const vej = vejEfter(AFTALT, SANDKASSE, PROEVET, ...PILOT, foreslaaet('godkendelse', P.drift))
    expect(svar(vej, P.drift, bekraeft)).toBe('KRAEVER_TO')
    expect(svar(vej, P.andenDrift, bekraeft)).toBe('bekraeftet')
  })
  test('a pilot is confirmed by the operator, a rollout by the municipality itself', () => {
    expect(svar(foreslaaetPilot(), P.andenProjektansvarlig, bekraeft)).toBe('IKKE_DIN_ROLLE')
    expect(svar(foreslaaetPilot(), P.drift, bekraeft)).toBe('bekraeftet')
    const vej = naeste(
      naeste(godkendtVej(), { type: 'aftaleNoteret', kommune: ANDEN_KOMMUNE, ...AFTALE }, P.andenKommune),
      { type: 'foreslaaet', forslag, hvad: 'udrulning', kommune: ANDEN_KOMMUNE },
      P.andenKommune,
    )
    expect(svar(vej, P.andenKommunesAnden, bekraeft)).toBe('bekraeftet')
    expect(svar(vej, P.projektansvarlig, bekraeft)).toBe('IKKE_DIN_ROLLE')
    expect(svar(vej, P.drift, bekraeft)).toBe('IKKE_DIN_ROLLE')
  })
  test('what was in place when it was asked must still be when it is confirmed', () => {
    expect(svar(foreslaaetPilot(), P.drift, bekraeft, { ...FAKTA, isKlar: () => false })).toBe('KOMMUNE_IKKE_KLAR')
    const nyVersion = naeste(foreslaaetPilot(), { type: 'nyVersion', version: '5.0' }, P.leverandoer)
    expect(svar(nyVersion, P.drift, bekraeft)).toBe('AFPROEVNING_MANGLER')
  })
  test('the same is not asked for twice, and may be taken back', () => {
    const igen = { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE } as const
    expect(svar(foreslaaetPilot(), P.fagsystemansvarlig, igen)).toBe('FORSLAG_FINDES')
    const traek = { type: 'traekTilbage', forslag, aarsag: 'Vi venter' } as const
    expect(svar(foreslaaetPilot(), P.projektansvarlig, traek)).toBe('trukketTilbage')
    expect(svar(foreslaaetPilot(), P.drift, traek)).toBe('trukketTilbage')
    expect(svar(foreslaaetPilot(), P.andenLeverandoer, traek)).toBe('IKKE_DIN_ROLLE')
  })
})

test.each<[string, Fagsystemvej, Person, Fagsystemkommando, Partial<typeof FAKTA>, string]>([
  ['no agreement, no sandbox', vejEfter(), P.leverandoer, { type: 'aabnSandkasse' }, {}, 'AFTALE_MANGLER'],
  [
    'no passed test, no pilot',
    vejEfter(AFTALT, SANDKASSE),
    P.projektansvarlig,
    { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE },
    {},
    'AFPROEVNING_MANGLER',
  ],
  [
    'a failed test is no test',
    vejEfter(AFTALT, SANDKASSE, [{ ...AFPROEVET, bestaaet: false } as Fagsystemskridt]),
    P.projektansvarlig,
    { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE },
    {},
    'AFPROEVNING_MANGLER',
  ],
  [
    'a test of another version is no test',
    vejEfter(AFTALT, SANDKASSE, [{ ...AFPROEVET, version: '4.1' } as Fagsystemskridt]),
    P.projektansvarlig,
    { type: 'foreslaa', hvad: 'pilot', kommune: KOMMUNE },
    {},
    'AFPROEVNING_MANGLER',
  ],
  [
    'a municipality without an agreement of its own',
    godkendtVej(),
    P.andenKommune,
    { type: 'foreslaa', hvad: 'udrulning', kommune: ANDEN_KOMMUNE },
    {},
    'AFTALE_MANGLER',
  ],
  [
    'a pilot that has not delivered cannot be approved',
    vejEfter(AFTALT, SANDKASSE, PROEVET, ...PILOT),
    P.drift,
    { type: 'foreslaa', hvad: 'godkendelse' },
    { isRent: () => false },
    'PILOT_UDEN_LEVERING',
  ],
  [
    'no pilot, no approval',
    vejEfter(AFTALT, SANDKASSE, PROEVET),
    P.drift,
    { type: 'foreslaa', hvad: 'godkendelse' },
    {},
    'PILOT_MANGLER',
  ],
  [
    'what has ended does not come back',
    vejEfter(foreslaaet('udfasning', P.leverandoer), bekraeftet(P.drift)),
    P.leverandoer,
    { type: 'skiftVersion', version: '9' },
    {},
    'ER_UDFASET',
  ],
  ['an unknown proposal', vejEfter(), P.drift, { type: 'bekraeft', forslag: newUuid() }, {}, 'FINDES_IKKE'],
])('%s', (_navn, vej, person, kommando, fakta, ventet) => {
  expect(svar(vej, person, kommando, { ...FAKTA, ...fakta })).toBe(ventet)
})

describe('for whom it may deliver', () => {
  test('the sandbox from the keys, a municipality from the pilot, nobody where the system is stopped', () => {
    expect(leveringskommuner(vejEfter(AFTALT))).toEqual([])
    expect(leveringskommuner(vejEfter(AFTALT, SANDKASSE))).toEqual([KOMMUNE])
    const udrullet = naeste(
      naeste(godkendtVej(), { type: 'foreslaaet', forslag, hvad: 'udrulning', kommune: ANDEN_KOMMUNE }, P.andenKommune),
      { type: 'bekraeftet', forslag },
      P.andenKommunesAnden,
    )
    expect(leveringskommuner(udrullet)).toEqual([KOMMUNE, ANDEN_KOMMUNE])
    const stoppetEt = naeste(udrullet, { type: 'suspenderet', kommune: ANDEN_KOMMUNE, aarsag: 'x' }, P.andenKommune)
    expect(leveringskommuner(stoppetEt)).toEqual([KOMMUNE])
    expect(leveringskommuner(naeste(udrullet, { type: 'suspenderet', aarsag: 'x' }, P.drift))).toEqual([])
  })
  test('what the operator has stopped in a municipality, the municipality does not open itself', () => {
    const stoppet = naeste(godkendtVej(), { type: 'suspenderet', kommune: KOMMUNE, aarsag: 'x' }, P.drift)
    const genoptag = { type: 'foreslaa', hvad: 'genoptagelse', kommune: KOMMUNE } as const
    expect(svar(stoppet, P.projektansvarlig, genoptag)).toBe('IKKE_DIN_ROLLE')
    expect(svar(stoppet, P.drift, genoptag)).toBe('foreslaaet')
    const egetStop = naeste(godkendtVej(), { type: 'suspenderet', kommune: KOMMUNE, aarsag: 'x' }, P.projektansvarlig)
    expect(svar(egetStop, P.andenProjektansvarlig, genoptag)).toBe('foreslaaet')
  })
})

test('whatever is asked in whatever order, nothing is delivered to a municipality that two persons did not let in', () => {
  const personer = Object.values(PERSONER)
  const kommune = fc.constantFrom(KOMMUNE, ANDEN_KOMMUNE, undefined)
  const ask = fc.record({
    person: fc.constantFrom(...personer),
    kommune,
    valg: fc.constantFrom(
      'aftale',
      'sandkasse',
      'proeve',
      'pilot',
      'godkendelse',
      'udrulning',
      'genoptagelse',
      'bekraeft',
      'stop',
    ),
    klar: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 60 }), (spoergsmaal) => {
      let vej = vejEfter()
      const stod = new Map<Uuid, Person>()
      for (const { person, kommune: hos, valg, klar } of spoergsmaal) {
        const kommando = toKommando(valg, hos, vej)
        if (valg === 'proeve') vej = naeste(vej, AFPROEVET, person)
        const udfald = kommando && decideFagsystem(vej, person, kommando, { ...FAKTA, sandkasse: KOMMUNE, isKlar: () => klar })
        if (!udfald?.ok) continue
        expectTwo(udfald.value, person, stod)
        vej = naeste(vej, udfald.value, person)
      }
      for (const [cvr] of vej.kommuner) expect(vej.aftaler.has(cvr)).toBe(true)
      if (vej.stop) expect(leveringskommuner(vej)).toEqual([])
    }),
    { seed: 20260103, numRuns: 500 },
  )
})

/** Remembers who asked, and that nobody confirms the own proposal. */
function expectTwo(skridt: Fagsystemskridt, person: Person, stod: Map<Uuid, Person>): void {
  if (skridt.type === 'foreslaaet') stod.set(skridt.forslag, person)
  if (skridt.type === 'bekraeftet') expect(stod.get(skridt.forslag)?.id).not.toBe(person.id)
}

function toKommando(valg: string, kommune: typeof KOMMUNE | undefined, vej: Fagsystemvej): Fagsystemkommando | undefined {
  if (valg === 'aftale') return { type: 'noterAftale', kommune: kommune ?? KOMMUNE, ...AFTALE }
  if (valg === 'sandkasse') return { type: 'aabnSandkasse' }
  if (valg === 'stop') return { type: 'suspender', kommune, aarsag: 'x' }
  if (valg === 'bekraeft') return { type: 'bekraeft', forslag: vej.forslag[0]?.id ?? forslag }
  if (valg === 'godkendelse') return { type: 'foreslaa', hvad: 'godkendelse' }
  if (valg === 'pilot' || valg === 'udrulning' || valg === 'genoptagelse') return { type: 'foreslaa', hvad: valg, kommune }
  return undefined
}
