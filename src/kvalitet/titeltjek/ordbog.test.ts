import { expect, test } from 'vitest'
import { checkTitel, loadOrdbog } from './index.ts'

const ordbog = loadOrdbog()
const KONTEKST = { art: 'dokument', egneNavne: ['Ulla Hansen'], kendteNavne: [] } as const

test('spelling is checked where the dictionary is handed in; compounds are known, names and abbreviations left alone', async () => {
  const ord = await ordbog
  const stavet = (tekst: string) => checkTitel(tekst, { ...KONTEKST, ordbog: ord }).filter(({ kode }) => kode === 'STAVEFEJL')
  expect(stavet('Ansøgnng om bolig')).toEqual([{ kode: 'STAVEFEJL', alvor: 'oplyser', fra: 0, til: 8, forslag: 'Ansøgning' }])
  expect(stavet('Ansøgning om hjælpemiddel og sygedagpenge fra XQZT til Qorvin')).toEqual([])
  expect(checkTitel('Ansøgnng om bolig', KONTEKST)).toEqual([])
}, 60_000)

test.each([
  ['bevilign', 'bevilling'],
  ['Hjemmehjlæp', 'hjemmehjælp'],
  ['kontatnhjælp', 'kontanthjælp'],
  ['afgørlse', 'afgørelse'],
  ['qxzwvutplk', undefined],
])('what is proposed for a word is a word, and near it: %s', async (ord, forslag) => {
  expect((await ordbog).foreslaa(ord)).toBe(forslag)
})
