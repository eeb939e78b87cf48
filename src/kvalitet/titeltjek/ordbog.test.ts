import { expect, test } from 'vitest'
import { checkTitel, loadOrdbog } from './index.ts'

const KONTEKST = { art: 'dokument', egneNavne: ['Ulla Hansen'], kendteNavne: [] } as const

test('spelling is checked where the dictionary is handed in; compounds are known, names and abbreviations left alone', async () => {
  const ordbog = await loadOrdbog()
  const stavet = (tekst: string) => checkTitel(tekst, { ...KONTEKST, ordbog }).filter(({ kode }) => kode === 'STAVEFEJL')
  expect(stavet('Ansøgnng om bolig')).toEqual([{ kode: 'STAVEFEJL', alvor: 'oplyser', fra: 0, til: 8, forslag: 'Ansøgning' }])
  expect(stavet('Ansøgning om hjælpemiddel og sygedagpenge fra XQZT til Qorvin')).toEqual([])
  expect(checkTitel('Ansøgnng om bolig', KONTEKST)).toEqual([])
}, 60_000)
