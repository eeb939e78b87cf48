import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ARTER } from '#kernel'
import { SAGSTYPER } from '../../src/demo/verden/katalog/katalog.ts'
import { BORGER_EMNER } from '../../src/klassifikation/emner/index.ts'
import { IND_REGLER, listRegler } from '../../src/modtagelse/regler/index.ts'

const MAPPE = join(import.meta.dirname, '../../docs/tilslutning')
const read = (fil: string) => readFileSync(join(MAPPE, fil), 'utf8')
const filer = readdirSync(MAPPE).filter((fil) => fil.endsWith('.md'))
const regler = ARTER.flatMap((art) => listRegler(art))

/** Where a rule's field stands, as the guides write it: `egenskaber.titel`, `sagsaktoerer[Ejer].cvrNummer`. */
const stedAf = ({ liste, rolle, felt }: (typeof regler)[number]): string => {
  const sted = rolle === undefined ? liste : `${liste ?? ''}[${rolle}]`
  return [sted, felt?.felt?.join('.')].filter((del) => del !== undefined && del !== '').join('.')
}

test.each(filer)('%s names only rules that there are', (fil) => {
  const kendte = new Set([...Object.keys(IND_REGLER), ...regler.map(({ nummer }) => nummer)])
  const naevnte = [...read(fil).matchAll(/\b(?:SAG|DOK|NOT|BEV|EFF|AFT|IND)-\d{3}\b/g)].map(([nummer]) => nummer)
  expect([...new Set(naevnte)].filter((nummer) => !kendte.has(nummer))).toEqual([])
})

const FELTER = filer.filter((fil) => fil.startsWith('felter-'))

test('there is a guide to the fields of each kind of system', () => {
  expect(FELTER).toEqual(['esdh', 'eoj', 'jobcenter', 'pladsanvisning', 'ydelse'].map((slags) => `felter-${slags}.md`).sort())
})

test.each(FELTER)('each row of %s names the field that its rule is about, with an example and a usual mistake', (fil) => {
  const raekker = read(fil)
    .split('\n')
    .filter((linje) => /\| [A-Z]{3}-\d{3}/.test(linje))
    .map((linje) => linje.split(' | ').map((celle) => celle.replace(/^\| | \|$/g, '')))
  expect(raekker.length).toBeGreaterThan(10)
  for (const [, felt = '', numre = '', eksempel = '', fejl = ''] of raekker) {
    const regel = regler.find(({ nummer }) => nummer === numre.slice(0, 7))
    expect(`${numre} ${/^`([^`]+)`/.exec(felt)?.[1] ?? ''}`).toBe(`${numre} ${regel ? stedAf(regel) : ''}`)
    expect([eksempel.length > 0, fejl.length > 5]).toEqual([true, true])
  }
})

test('each KLE number of the guides is one that there is', () => {
  const kendte = new Set<string>([...BORGER_EMNER.keys(), ...SAGSTYPER.map(({ kle }) => kle)])
  for (const fil of FELTER)
    for (const [, nummer = ''] of read(fil).matchAll(/`(\d{2}\.\d{2}\.\d{2})`/g))
      expect([fil, nummer, kendte.has(nummer)]).toEqual([fil, nummer, true])
})
