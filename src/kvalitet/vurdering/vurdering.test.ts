import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkNotat, checkTitel, type Fund } from '#kvalitet/titeltjek'
import { graver, isTilbageholdt } from './viden.ts'
import { splitAfsnit, type Tjek, tekstHash, type Vurdering, vurderNotat, vurderTekst, withGennemgang } from './vurdering.ts'

const KONTEKST = { art: 'sag', egneNavne: [], kendteNavne: [] } as const
/** Finds what is handed in, in every text that holds '!'. */
const finder = (...fund: readonly Partial<Fund>[]): Tjek => {
  const check = (tekst: string): Fund[] =>
    tekst.includes('!') ? fund.map((et) => ({ kode: 'NAVN_ANDEN_PERSON', alvor: 'blokerer', fra: 0, til: 1, ...et })) : []
  return { regelversion: 1, checkTitel: check, checkNotat: check }
}
const vurdering = (felter: Partial<Vurdering> = {}): Vurdering => ({
  hash: 'h',
  udfald: 'ren',
  tilbageholdt: false,
  gennemgang: 'ingen',
  fund: [],
  ...felter,
})

describe('a text is judged by the gravest that is found in it', () => {
  test.each([
    ['nothing', [], 'ren'],
    ['something to tell', [{ alvor: 'oplyser' }], 'ren'],
    ['something to warn of', [{ alvor: 'oplyser' }, { alvor: 'advarer' }], 'advaret'],
    ['something that blocks', [{ alvor: 'advarer' }, { alvor: 'blokerer' }, { alvor: 'oplyser' }], 'blokeret'],
  ] as const)('%s', (_, fund, udfald) => {
    expect(vurderTekst(finder(...fund), 'en!', KONTEKST).udfald).toBe(udfald)
  })

  test('the codes come heaviest first and each once', () => {
    const fund = [
      { kode: 'STAVEFEJL', alvor: 'oplyser' },
      { kode: 'FILNAVN', alvor: 'advarer' },
      { kode: 'CPR_NUMMER', alvor: 'blokerer' },
      { kode: 'FILNAVN', alvor: 'advarer' },
    ] as const
    expect(vurderTekst(finder(...fund), 'en!', KONTEKST).fund).toEqual(['CPR_NUMMER', 'FILNAVN', 'STAVEFEJL'])
  })

  test('the item is held back where one finding asks for it, and else not', () => {
    expect(vurderTekst(finder({}, { holderTilbage: true }), 'en!', KONTEKST).tilbageholdt).toBe(true)
    expect(vurderTekst(finder({}), 'en!', KONTEKST).tilbageholdt).toBe(false)
  })
})

test('another text has another hash, and the same the same, in 22 characters', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(tekstHash(a)).toMatch(/^[\w-]{22}$/)
      expect(tekstHash(a) === tekstHash(b)).toBe(a === b)
    }),
  )
})

test('a decision is added to the judgement; without one it stays as it is', () => {
  const holdt = vurdering({ udfald: 'blokeret', tilbageholdt: true })
  expect(withGennemgang(holdt, undefined)).toBe(holdt)
  const rettet = { gennemgang: 'rettet', titel: 'Ny', frigivet: true } as const
  expect(withGennemgang(holdt, rettet)).toEqual({ ...holdt, gennemgang: 'rettet', titel: 'Ny', tilbageholdt: false })
  const venter = { gennemgang: 'venter', titel: null, frigivet: false } as const
  expect(withGennemgang(holdt, venter)).toEqual({ ...holdt, gennemgang: 'venter' })
  expect(withGennemgang(vurdering(), { ...rettet, frigivet: false }).tilbageholdt).toBe(false)
})

test.each([
  ['ingen', true],
  ['venter', true],
  ['afvist', true],
  ['godkendt', true],
  ['rettet', true],
] as const)('what may be filed wrong and whose review is %s: held back %s', (gennemgang, holdt) => {
  expect(isTilbageholdt(vurdering({ tilbageholdt: true, gennemgang }))).toBe(holdt)
  expect(isTilbageholdt(vurdering({ gennemgang }))).toBe(false)
})

describe('of a judgement by older rules and one made now', () => {
  test('the graver counts, whichever it is, and what people decided stays', () => {
    const udfald = ['ren', 'advaret', 'blokeret'] as const
    for (const [a, foer] of udfald.entries())
      for (const [b, nu] of udfald.entries()) {
        const kendt = vurdering({ udfald: foer, gennemgang: 'rettet', titel: 'T', fund: ['A'] })
        const svar = graver(kendt, vurdering({ udfald: nu, tilbageholdt: true, fund: ['A', 'B'] }))
        expect(svar).toEqual({ ...kendt, udfald: udfald[Math.max(a, b)], tilbageholdt: true, fund: ['A', 'B'] })
      }
  })
})

describe('a note in paragraphs', () => {
  test('put together they are the text, and each but one of line ends alone says something', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ', 'é', '😀') }), (tekst) => {
        expect(splitAfsnit(tekst).join('')).toBe(tekst)
        expect(
          splitAfsnit(tekst)
            .slice(1)
            .every((afsnit) => /^[^\n]/u.test(afsnit)),
        ).toBe(true)
      }),
    )
  })

  test('only those are left out in which something about another person blocks', () => {
    const tekst = 'En.\n\nTo!\nTre.\nFire!'
    expect(vurderNotat(finder({}), tekst, KONTEKST)).toEqual({ hash: tekstHash(tekst), udeladt: [1, 3] })
    expect(vurderNotat(finder({ alvor: 'advarer' }), tekst, KONTEKST).udeladt).toEqual([])
    // A note about the citizen's own illness is what the note is for.
    expect(vurderNotat(finder({ kode: 'DIAGNOSE' }), tekst, KONTEKST).udeladt).toEqual([])
    expect(vurderNotat(finder({ kode: 'CPR_NUMMER' }), tekst, KONTEKST).udeladt).toEqual([1, 3])
  })

  test.each([
    ['Nummeret er 620370-\n1234, siger du.\nTak.', [0, 1]],
    ['Nummeret er\n620370\n1234, siger du.', [1, 2]],
    ['Tak.\n\nNummeret er 620370-\n1234', [1, 2]],
    [`${'Ord '.repeat(50)}620370\n-1234${' ord'.repeat(50)}\nTak.`, [0, 1]],
    ['Den 12. marts\n1970 og 1234 ord.\nTak.', []],
  ])('%j: a number that a line ends in is found on the next', (tekst, udeladt) => {
    expect(vurderNotat({ regelversion: 1, checkTitel, checkNotat }, tekst, KONTEKST).udeladt).toEqual(udeladt)
  })
})
