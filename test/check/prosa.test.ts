import { expect, test } from 'vitest'
import { checkLinjer, checkOrdbog, checkStier } from '../../scripts/check/prosa.ts'
import { withTrae } from './trae.ts'

test('loose ends and the paths of one machine are found with their line', () => {
  const loes = ['TO', 'DO'].join('')
  expect(checkLinjer('a.ts', `ok\n// ${loes}: later`)).toEqual(['a.ts:2: a loose end: finish it or write an issue'])
  expect(checkLinjer('a.md', `see \`/${'home'}/anna/x\``)).toEqual(['a.md:1: the path of one machine'])
  expect(checkLinjer('a.ts', "const a = '/work' + '/frivillig' // METODO")).toEqual([])
  expect(checkLinjer('a.ts', "href('/work/')")).toEqual([])
})

test('a folder that is no word of the glossary is told of, a technical one is not', async () => {
  const filer = ['src/part/index.ts', 'src/part/web/a.ts', 'src/overblik/b.ts', 'src/oekonomisk-effektuering/c.ts']
  const ordbog = '| **Part** | party | x | y |\n| **Økonomisk effektuering** | payment | x | y |\n| Overblik | not bold |'
  const brud = await withTrae({ 'docs/ordbog.md': ordbog }, (rod) => checkOrdbog(rod, filer))
  expect(brud).toEqual(['docs/ordbog.md: the word overblik is missing'])
  const gentaget = await withTrae({ 'docs/ordbog.md': `${ordbog}\n| **Part** | again | x | y |` }, (rod) => checkOrdbog(rod, []))
  expect(gentaget).toEqual(['docs/ordbog.md: the word part stands there twice'])
})

test('a link and a path in code must lead somewhere', async () => {
  const filer = {
    'docs/a.md': '[b](b.md) [c](../c.md#d) [e](https://example.org) `src/part/person.ts` `src/part/` `src/part/x.ts`',
    'docs/b.md': '',
    'src/part/person.ts': '',
  }
  const brud = await withTrae(filer, (rod) => checkStier(rod, Object.keys(filer)))
  expect(brud).toEqual(['docs/a.md: src/part/x.ts is not there', 'docs/a.md: c.md is not there'])
})
