import { expect, test } from 'vitest'
import { findFund, type Notatindhold, refuse } from './notat.ts'
import { NOTATTILSTANDE, type Notatskridt, type Notattilstand, step } from './tilstand.ts'

test.each<[Notattilstand, Notatskridt, string]>([
  ['venter', 'modtaget', 'hentet'],
  ['venter', 'afvist', 'afvist'],
  ['venter', 'forGammelt', 'foraeldet'],
  ['hentet', 'modtaget', 'hentet'],
  ['hentet', 'afvist', 'afvist'],
  ['hentet', 'forGammelt', 'foraeldet'],
  ['journaliseret', 'modtaget', 'journaliseret'],
  ['journaliseret', 'afvist', 'nej'],
  ['journaliseret', 'forGammelt', 'nej'],
  ['afvist', 'modtaget', 'nej'],
  ['afvist', 'afvist', 'afvist'],
  ['foraeldet', 'modtaget', 'nej'],
  ['foraeldet', 'afvist', 'nej'],
])('from %s, %s leads to %s', (fra, skridt, til) => {
  const svar = step(fra, skridt)
  expect(svar.ok ? svar.value : 'nej').toBe(til)
})

test('what its system delivers back is on the case, whatever was said before', () => {
  for (const fra of NOTATTILSTANDE) expect(step(fra, 'leveretTilbage')).toEqual({ ok: true, value: 'journaliseret' })
})

const NOTAT: Notatindhold = { titel: 'Samtale om hjælp', tekst: 'Vi aftalte hjælp.\nOgså på mandag.' }
test.each<[string, Partial<Notatindhold>, boolean, string | undefined]>([
  ['an ordinary note', {}, false, undefined],
  ['two lines in the title', { titel: 'To\nlinjer' }, true, 'TITEL_UGYLDIG'],
  ['a title of 256', { titel: 'x'.repeat(256) }, true, 'TITEL_UGYLDIG'],
  ['NUL in the text', { tekst: 'nul \u0000 byte' }, true, 'TEKST_UGYLDIG'],
  ['a personal number in the title', { titel: 'Vedr. 611290-1234' }, true, 'CPR_I_NOTATET'],
  ['a personal number in the text', { tekst: 'Vedr. 611290-1234' }, true, 'CPR_I_NOTATET'],
  ['somebody’s name in the title', { titel: 'Samtale med Peter Jensen' }, true, 'TITEL_BLOKERET'],
  ['somebody’s name in the text, not looked at', { tekst: 'Peter Jensen var med.' }, false, 'SE_FUND'],
  ['somebody’s name in the text, looked at', { tekst: 'Peter Jensen var med.' }, true, undefined],
])('%s: %s', (_, felter, set, grund) => {
  const indhold = { ...NOTAT, ...felter }
  expect(refuse(indhold, findFund(indhold), set)).toBe(grund)
})
