import { expect, test } from 'vitest'
import type { Uuid } from '#kernel'
import { del, dokumenttitel, id, objekt, part, post, titel, ydelse } from '../../../test/byggere/indeks.ts'
import { projectAlle } from '../projektion.bygger.ts'
import { withoutUsete } from './usete.ts'

const ULLA = [part('Ulla')]
const verden = [
  objekt('sag', 'sag 0', { parter: ULLA, kle: '27.35.04', titler: [titel('Hjælp')], journalposter: [post('brev')] }),
  objekt('sag', 'sag 1', {
    parter: ULLA,
    kle: '32.24.04',
    titler: [titel('Det skjulte')],
    journalposter: [post('brev', 'Skjult overskrift')],
  }),
  objekt('dokument', 'brev', { parter: ULLA, titler: [dokumenttitel('Brev')] }),
  objekt('bevilling', 'bevilling 0', { parter: ULLA, ydelser: [ydelse('Synlig ydelse')] }),
  objekt('bevilling', 'bevilling 1', { parter: ULLA, ydelser: [{ ...ydelse('Skjult ydelse'), kle: '32.30.04' } as never] }),
  objekt('oekonomiskEffektuering', 'betaling', {
    ydelser: [del('bevilling 0'), del('bevilling 1')],
    udbetalinger: [{ brutto: '1250.50', godkendt: true, virkning: ULLA[0]?.virkning } as never],
  }),
]
const raekker = projectAlle(verden).map(({ item, data, kle }) => ({ item_id: item, art: data.art, kle, data }))
const uden = (...navne: readonly string[]) => {
  const skjulte: readonly Uuid[] = navne.map(id)
  return withoutUsete(raekker.filter(({ item_id }) => !skjulte.includes(item_id)))
}

test('where all is seen, all stands as it was', () => {
  expect(withoutUsete(raekker)).toEqual(raekker)
  expect(JSON.stringify(raekker)).toContain('Skjult overskrift')
})

test('of a case that is not seen nothing is left on what is: not its id, its number, nor what it calls a document', () => {
  for (const [skjult, set] of [
    ['sag 1', '27.35.04'],
    ['sag 0', '32.24.04'],
  ] as const) {
    const rest = uden(skjult)
    const spor = skjult === 'sag 1' ? [id('sag 1'), 'Skjult overskrift'] : [id('sag 0')]
    for (const et of spor) expect(JSON.stringify(rest)).not.toContain(et)
    expect(rest.find(({ item_id }) => item_id === id('brev'))?.kle).toBe(set)
  }
})

test('of a grant that is not seen neither line nor total is left on its payment', () => {
  const tekst = JSON.stringify(uden('bevilling 1'))
  for (const spor of [id('bevilling 1'), 'Skjult ydelse', '32.30.04', '1250.50']) expect(tekst).not.toContain(spor)
  expect(tekst).toContain('Synlig ydelse')
  expect(JSON.stringify(uden())).toContain('1250.50')
})
