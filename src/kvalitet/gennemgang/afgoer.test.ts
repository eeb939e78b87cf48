import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AARSAGER, type Beslutning, decide, type Opgavestand, readBeslutning } from './afgoer.ts'
import { gennemgangFor, rangFor } from './opgave.ts'

const stand = (felter: Partial<Opgavestand> = {}): Opgavestand => ({
  tilstand: 'venter',
  tilbageholdt: false,
  frigivet: false,
  titel: undefined,
  ...felter,
})
const GODKEND = { slags: 'godkend' } as const
const RET = { slags: 'ret', titel: 'Hjælp til indkøb' } as const
const AFVIS = { slags: 'afvis', aarsag: 'haardTone', tekst: '' } as const
const FRIGIV = { slags: 'frigiv' } as const
const FORTRYD = { slags: 'fortryd' } as const
const HOLDT = stand({ tilbageholdt: true })
const FRIGIVET = stand({ frigivet: true })

describe('a decision', () => {
  test.each<[string, Opgavestand, Beslutning, Partial<Opgavestand> | string]>([
    ['what waits is approved', stand(), GODKEND, { tilstand: 'godkendt' }],
    ['what waits is corrected', stand(), RET, { tilstand: 'rettet', titel: 'Hjælp til indkøb' }],
    ['what waits is withheld', stand(), AFVIS, { tilstand: 'afvist' }],
    ['what is not held back has nothing to release', stand(), FRIGIV, 'IKKE_TILBAGEHOLDT'],
    ['what waits has nothing to take back', stand(), FORTRYD, 'IKKE_AFGJORT'],
    ['what is held back is not approved', HOLDT, GODKEND, 'SKAL_FRIGIVES'],
    ['what is held back is not corrected', HOLDT, RET, 'SKAL_FRIGIVES'],
    [
      'what is held back is released, and its title still waits',
      HOLDT,
      FRIGIV,
      { tilstand: 'venter', tilbageholdt: false, frigivet: true },
    ],
    ['what is held back can stay so', HOLDT, AFVIS, { tilstand: 'afvist', tilbageholdt: true }],
    ['a release is taken back', FRIGIVET, FORTRYD, { tilbageholdt: true, frigivet: false }],
    [
      'of what was released and decided, the decision is taken back first',
      stand({ frigivet: true, tilstand: 'godkendt' }),
      FORTRYD,
      { tilstand: 'venter', frigivet: true, tilbageholdt: false },
    ],
    [
      'a correction that is taken back leaves no text',
      stand({ tilstand: 'rettet', titel: 'X' }),
      FORTRYD,
      { tilstand: 'venter', titel: undefined },
    ],
    ['what is withheld can be taken back', stand({ tilstand: 'afvist' }), FORTRYD, { tilstand: 'venter' }],
    ...(['godkendt', 'rettet', 'afvist'] as const).flatMap((tilstand) =>
      [GODKEND, RET, AFVIS, FRIGIV].map((beslutning): [string, Opgavestand, Beslutning, string] => [
        `what is ${tilstand} is not decided again (${beslutning.slags})`,
        stand({ tilstand }),
        beslutning,
        'ALLEREDE_AFGJORT',
      ]),
    ),
    ...[GODKEND, RET, AFVIS, FRIGIV, FORTRYD].map((beslutning): [string, Opgavestand, Beslutning, string] => [
      `what has lapsed is not decided (${beslutning.slags})`,
      stand({ tilstand: 'foraeldet' }),
      beslutning,
      'FORAELDET',
    ]),
  ])('%s', (_navn, foer, beslutning, ventet) => {
    const svar = decide(foer, beslutning)
    if (typeof ventet === 'string') expect(svar).toEqual({ ok: false, afvisning: ventet })
    else expect(svar).toEqual({ ok: true, value: { ...foer, ...ventet } })
  })

  test('whatever is done in whatever order: what is approved or corrected is never held back, a text stands only where it is corrected, and taking back enough brings all as it was', () => {
    const beslutninger = fc.constantFrom<Beslutning>(GODKEND, RET, AFVIS, FRIGIV, FORTRYD)
    fc.assert(
      fc.property(fc.boolean(), fc.array(beslutninger, { maxLength: 12 }), (holdt, raekke) => {
        const foerst = stand({ tilbageholdt: holdt })
        let nu = foerst
        for (const beslutning of raekke) {
          const svar = decide(nu, beslutning)
          if (svar.ok) nu = svar.value
          if (nu.tilstand === 'godkendt' || nu.tilstand === 'rettet') expect(nu.tilbageholdt).toBe(false)
          expect(nu.titel !== undefined).toBe(nu.tilstand === 'rettet')
          expect(nu.frigivet && nu.tilbageholdt).toBe(false)
        }
        for (let svar = decide(nu, FORTRYD); svar.ok; svar = decide(nu, FORTRYD)) nu = svar.value
        expect(nu).toEqual(foerst)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
})

describe('what a form asks for', () => {
  test.each<[Record<string, unknown>, object]>([
    [{ slags: 'godkend' }, { slags: 'godkend' }],
    [{ slags: 'frigiv', titel: 'x' }, { slags: 'frigiv' }],
    [
      { slags: 'ret', titel: '  Hjælp   til\tindkøb ' },
      { slags: 'ret', titel: 'Hjælp til indkøb' },
    ],
    [
      { slags: 'ret', titel: 'x'.repeat(255) },
      { slags: 'ret', titel: 'x'.repeat(255) },
    ],
    [
      { slags: 'afvis', aarsag: 'andet', tekst: 'hører til en anden' },
      { slags: 'afvis', aarsag: 'andet', tekst: 'hører til en anden' },
    ],
    ...AARSAGER.filter((aarsag) => aarsag !== 'andet').map((aarsag): [Record<string, unknown>, object] => [
      { slags: 'afvis', aarsag },
      { slags: 'afvis', aarsag, tekst: '' },
    ]),
  ])('%j', (felter, ventet) => {
    expect(readBeslutning(felter)).toEqual({ ok: true, value: ventet })
  })

  test.each([
    [{}, 'UKENDT'],
    [{ slags: 'slet' }, 'UKENDT'],
    [{ slags: ['godkend', 'afvis'] }, 'UKENDT'],
    [{ slags: 'ret' }, 'TITEL_UGYLDIG'],
    [{ slags: 'ret', titel: ' \n ' }, 'TITEL_UGYLDIG'],
    [{ slags: 'ret', titel: 'x'.repeat(256) }, 'TITEL_UGYLDIG'],
    [{ slags: 'ret', titel: 'Brev til 610180-0011' }, 'TITEL_UGYLDIG'],
    [{ slags: 'ret', titel: 'vendt\u202Etekst' }, 'TITEL_UGYLDIG'],
    [{ slags: 'ret', titel: 'klokke\u0007' }, 'TITEL_UGYLDIG'],
    [{ slags: 'afvis' }, 'AARSAG_MANGLER'],
    [{ slags: 'afvis', aarsag: 'fordi' }, 'AARSAG_MANGLER'],
    [{ slags: 'afvis', aarsag: 'andet' }, 'AARSAG_MANGLER'],
    [{ slags: 'afvis', aarsag: 'haardTone', tekst: 'x'.repeat(201) }, 'AARSAG_MANGLER'],
    [{ slags: 'afvis', aarsag: 'andet', tekst: '610180-0011' }, 'AARSAG_MANGLER'],
  ])('%j is refused: %s', (felter, ventet) => {
    expect(readBeslutning(felter)).toEqual({ ok: false, afvisning: ventet })
  })
})

test('what is most urgent stands first', () => {
  expect(
    (
      [
        [true, 'ren'],
        [true, 'blokeret'],
        [false, 'blokeret'],
        [false, 'advaret'],
        [false, 'ren'],
      ] as const
    ).map(([tilbageholdt, udfald]) => rangFor({ tilbageholdt, udfald })),
  ).toEqual([0, 0, 1, 2, 3])
})

test('the citizen’s page is told the decision, and nothing of what has lapsed', () => {
  expect((['venter', 'godkendt', 'rettet', 'afvist', 'foraeldet'] as const).map(gennemgangFor)).toEqual([
    'venter',
    'godkendt',
    'rettet',
    'afvist',
    'ingen',
  ])
})
