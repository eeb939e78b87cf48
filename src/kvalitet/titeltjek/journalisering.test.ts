import { expect, test } from 'vitest'
import { checkJournalisering, type Journaliseringsfakta } from './index.ts'

const KONTEKST = { egneNavne: ['Ulla Hansen'], kendteNavne: ['Gzim Xhaka'], cprErEgen: (cpr: string) => cpr === '6101801234' }
const fakta = (aendret: Partial<Journaliseringsfakta> = {}): Journaliseringsfakta => ({
  art: 'dokument',
  titel: 'Brev om økonomi',
  sagsparter: [['ulla']],
  naboer: [],
  kildensGrupper: new Map(),
  ...aendret,
})
const koder = (aendret: Partial<Journaliseringsfakta>): string[] =>
  checkJournalisering(fakta(aendret), KONTEKST).map(
    ({ kode, alvor, holderTilbage }) => `${kode} ${alvor}${holderTilbage ? ' holder' : ''}`,
  )

const SAGSTID = { fra: '2026-05-01', til: '2026-08-01' }
const nabo = { art: 'dokument', titel: ' brev  om ØKONOMI', dag: '2026-05-05' } as const

test.each<[string, Partial<Journaliseringsfakta>, string[]]>([
  ['nothing to say', {}, []],
  ["another's number holds it back", { titel: 'Om 620290-4321' }, ['CPR_NUMMER blokerer holder']],
  ['the own number does not', { titel: 'Om 610180-1234' }, []],
  ['a name of nobody the case knows', { titel: 'Møde med Peter Jensen' }, ['FREMMED_NAVN_PAA_SAGEN advarer']],
  ["a name of the case's own part", { titel: 'Møde med Xhaka' }, []],
  ['two cases of two people', { sagsparter: [['ulla'], ['per']] }, ['FORSKELLIGE_PARTER blokerer holder']],
  ['three cases, one part common to all', { sagsparter: [['ulla', 'per'], ['ulla'], ['ulla', 'ane']] }, []],
  ['three cases without one', { sagsparter: [['ulla', 'per'], ['ulla'], ['per']] }, ['FORSKELLIGE_PARTER blokerer holder']],
  ['a case whose part is not known says nothing', { sagsparter: [['ulla'], []] }, []],
  ['on no case', { sagsparter: [] }, []],
  ['the same twice', { dag: '2026-05-05', naboer: [nabo] }, ['DUBLET oplyser']],
  ['on another day', { dag: '2026-05-06', naboer: [nabo] }, []],
  ['of another kind', { dag: '2026-05-05', naboer: [{ ...nabo, art: 'journalnotat' }] }, []],
  ['of another type', { dag: '2026-05-05', naboer: [{ ...nabo, dokumenttype: 'Plan' }] }, []],
  ['of another title', { dag: '2026-05-05', naboer: [{ ...nabo, titel: 'Svar' }] }, []],
  ['without a day', { naboer: [{ art: 'dokument', titel: 'Brev om økonomi' }] }, []],
  ['words of another number', { titel: 'Ansøgning om byggetilladelse', kle: '27.60.04' }, ['KLE_PASSER_IKKE advarer']],
  ['words of its own hovedgruppe', { titel: 'Ansøgning om hjælpemiddel', kle: '27.36.04' }, []],
  ['words of two groups, one of them its own', { titel: 'Genoptræning', kle: '29.21.00' }, []],
  ['without a number', { titel: 'Ansøgning om byggetilladelse' }, []],
  [
    'a group that the source never sent',
    { kle: '02.34.02', kildensGrupper: new Map([['27.36', 200]]) },
    ['KLE_FREMMED_FOR_KILDEN oplyser'],
  ],
  ['too little known of the source', { kle: '02.34.02', kildensGrupper: new Map([['27.36', 199]]) }, []],
  ['a group that it sends', { kle: '27.36.04', kildensGrupper: new Map([['27.36', 500]]) }, []],
  ['a day long before the case', { dag: '2026-01-30', sagstid: SAGSTID }, ['DATO_UDEN_FOR_SAGEN advarer']],
  ['what led to the case', { dag: '2026-01-31', sagstid: SAGSTID }, []],
  ['soon after it was closed', { dag: '2026-09-30', sagstid: SAGSTID }, []],
  ['long after it was closed', { dag: '2026-10-01', sagstid: SAGSTID }, ['DATO_UDEN_FOR_SAGEN advarer']],
  ['a case that is open', { dag: '2036-10-01', sagstid: { fra: '2026-05-01' } }, []],
])('%s', (_, aendret, ventet) => {
  expect(koder(aendret)).toEqual(ventet)
})
