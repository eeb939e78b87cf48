import { expect, test } from 'vitest'
import { INGEN_ORDVALG, type Ordslags } from '#klassifikation'
import { KORSBAEK } from '../../../test/byggere/indeks.ts'
import { laesOrd, type Ordfejl, type Ordfelt, toFelter } from './laes-ord.ts'
import { findOrd } from './standardord.ts'

const felter = (mere: Partial<Record<Ordfelt, unknown>> = {}) => ({
  titelDa: 'Hjælp hjemme',
  titelEn: 'Help at home',
  forklaringDa: 'Vi hjælper dig hjemme.',
  forklaringEn: 'We help you at home.',
  ...mere,
})

test('what is typed is read with single spaces and no ends', () => {
  expect(laesOrd('kle', felter({ titelDa: '  Hjælp \n\t hjemme ' }), false).ord).toEqual({
    titel: { da: 'Hjælp hjemme', en: 'Help at home' },
    forklaring: { da: 'Vi hjælper dig hjemme.', en: 'We help you at home.' },
  })
})

test.each<[string, Ordslags, Partial<Record<Ordfelt, unknown>>, Partial<Record<Ordfelt, Ordfejl>>]>([
  ['one language alone', 'kle', { titelEn: '' }, { titelEn: 'tom' }],
  ['a sentence in one language alone', 'kle', { forklaringEn: '' }, { forklaringEn: 'tom' }],
  [
    'no sentence where one must be',
    'fremdrift',
    { titelDa: 'Ses', titelEn: 'Seen', forklaringDa: '', forklaringEn: '' },
    { forklaringDa: 'tom', forklaringEn: 'tom' },
  ],
  ['a sentence where none belongs', 'dokumenttype', { forklaringEn: '' }, { forklaringDa: 'lang' }],
  ['too long', 'fremdrift', { titelDa: 'x'.repeat(25), titelEn: 'Seen' }, { titelDa: 'lang' }],
  ['too long a sentence', 'kle', { forklaringDa: 'x'.repeat(201) }, { forklaringDa: 'lang' }],
  ['HTML', 'kle', { titelDa: 'Hjælp <b>', titelEn: 'Help &amp; care' }, { titelDa: 'tegn', titelEn: 'tegn' }],
  ['text that turns the direction of reading', 'kle', { titelDa: 'Hjælp \u202e hjemme' }, { titelDa: 'tegn' }],
  ['a CPR number', 'kle', { titelDa: 'Hjælp til 610150-1000' }, { titelDa: 'person' }],
  ['a field given twice', 'kle', { titelDa: ['a', 'b'] }, { titelDa: 'tom' }],
])('%s is refused at its field', (_, slags, mere, ventet) => {
  const laest = laesOrd(slags, felter(mere), false)
  expect(laest.fejl).toEqual(ventet)
  expect(laest.ord).toBeUndefined()
})

test('a KLE number’s sentence may be left out, and a state needs the words it stands for', () => {
  expect(laesOrd('kle', felter({ forklaringDa: '', forklaringEn: '' }), false).ord?.forklaring).toBeUndefined()
  const uden = felter({ forklaringDa: '', forklaringEn: '' })
  expect(laesOrd('sagsstatus', uden, true).fejl).toEqual({ noegle: 'tom' })
  expect(laesOrd('sagsstatus', { ...uden, noegle: 'x'.repeat(256) }, true).fejl).toEqual({ noegle: 'lang' })
  expect(laesOrd('sagsstatus', { ...uden, noegle: 'Afv. læge' }, true).ord).toBeDefined()
})

test('all shipped words can be chosen again: none is too long, looks like a person, or holds a sign that is refused', () => {
  const linjer = findOrd(INGEN_ORDVALG, KORSBAEK, { soeg: '', slags: undefined, kunEgne: false })
  expect(linjer.length).toBeGreaterThan(400)
  const afviste = linjer.flatMap(({ slags, noegle, standard }) => {
    const { fejl } = laesOrd(slags, toFelter(standard), false)
    return Object.keys(fejl).length > 0 ? [`${slags} ${noegle}: ${JSON.stringify(fejl)} ${JSON.stringify(standard)}`] : []
  })
  expect(afviste).toEqual([])
})
