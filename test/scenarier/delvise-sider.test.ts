import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newUuid } from '#kernel'
import type { Database, Statement } from '#platform/database'
import type { Mangel } from '../../src/overblik/visninger.ts'
import { lavNotat, lavSag, part } from '../byggere/elementer.ts'
import type { Browser } from '../byggere/klient.ts'
import { createUr } from '../byggere/tilslutning.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A citizen's pages while parts of what they stand on do not answer. */
const CPR = '6101501000'
const [SAG, NOTAT] = [newUuid(), newUuid()]
const ur = createUr('2026-11-22T12:00:00.000Z')

/** Which statements go wrong now, and how. */
let ramt: { readonly tekst: RegExp; readonly hvordan: 'fejl' | 'tid' } | undefined
const ram = (saetning: Statement<unknown>): Statement<unknown> =>
  ramt?.tekst.test(saetning.text)
    ? { text: ramt.hvordan === 'fejl' ? 'SELECT 1/0' : 'SELECT pg_sleep(20)', values: [] }
    : saetning
const wrap = (db: Database): Database => ({
  ...db,
  readBatch: (kontekst, saetninger, budgetMs) => db.readBatch(kontekst, saetninger.map(ram) as never, budgetMs) as never,
})

let sted: Testwebsted
let ulla: Browser
beforeAll(async () => {
  sted = await startWebsted({ wrap, clock: ur })
  await sted.lever('a', [
    lavSag({ id: SAG, parter: [part('Primær part', CPR)], titel: 'Hjælp til rengøring' }),
    lavNotat({ id: NOTAT, sag: SAG, titel: 'Samtale om hjælp', notat: 'Vi talte om hjælp.' }),
  ])
  ulla = await sted.logInd(CPR)
})
afterEach(() => {
  ramt = undefined
})
afterAll(() => sted.close())

const SIDER = [
  '/overblik',
  '/nyt',
  '/sager',
  `/sager/${SAG}`,
  '/dokumenter',
  '/notater',
  `/notater/${NOTAT}`,
  '/ydelser',
  '/aftaler',
  '/hvad-kan-jeg-se',
]
/** The pages on which the case stands by its title. */
const MED_SAGEN = ['/overblik', '/sager', `/sager/${SAG}`]
/** What may not be said of anything while it is not known what is known. */
const PAASTANDE = /Der er ingen|Ingen af kommunens systemer|ingen af dem har givet os besked/u

const manglerPaa = async (sti: string): Promise<readonly Mangel[]> => {
  const svar = await ulla.get(`/api/v1/mig${sti}`)
  expect(svar.status, sti).toBe(200)
  return (JSON.parse(svar.tekst) as { mangler: readonly Mangel[] }).mangler
}

test('while all answers nothing is lacking anywhere', async () => {
  for (const sti of SIDER) expect(await manglerPaa(sti), sti).toEqual([])
})

/** Longer than a register may be kept in memory. */
const forbi = () => ur.frem(31_000)

describe.each([
  ['what is known', /FROM daekning\b/u, ['daekning'], SIDER],
  ['where things come from', /FROM kilde\b/u, ['herkomst', 'daekning'], SIDER],
  ['the municipalities’ own words', /FROM ordvalg\b/u, ['ord'], SIDER],
  ['whom else one may look for', /foraeldremyndighed/u, ['boern'], SIDER],
  ['the text of notes', /indhold IS NOT NULL/u, ['notattekst'], [`/sager/${SAG}`, `/notater/${NOTAT}`]],
  ['one’s answer about a note', /FROM notat_forstaaelse|FROM forstaaelse/u, ['forstaaelse'], [`/notater/${NOTAT}`]],
] as const)('while %s cannot be read', (_, tekst, dele, sider) => {
  test('it is named on each page that would tell it, and the rest stands; when it can be read again nothing is left of it', async () => {
    forbi()
    ramt = { tekst, hvordan: 'fejl' }
    for (const sti of sider) expect(new Set((await manglerPaa(sti)).map(({ del }) => del)), sti).toEqual(new Set(dele))
    for (const sti of sider) {
      const side = await ulla.get(sti)
      expect([side.status, side.tekst.includes('Vi kan ikke vise alt lige nu')], sti).toEqual([200, true])
      if (MED_SAGEN.includes(sti)) expect(side.tekst, sti).toContain('Hjælp til rengøring')
      if (!(dele as readonly string[]).includes('daekning')) continue
      expect(side.tekst, sti).not.toMatch(PAASTANDE)
      // No table of what there is: the words alone are explained.
      if (sti === '/hvad-kan-jeg-se') expect(side.tekst).not.toContain('<table')
    }
    ramt = undefined
    for (const sti of SIDER) expect(await manglerPaa(sti), sti).toEqual([])
  })
})

test('a note whose text could not be read is not said to be without one', async () => {
  ramt = { tekst: /indhold IS NOT NULL/u, hvordan: 'fejl' }
  const side = (await ulla.get(`/notater/${NOTAT}`)).tekst
  expect(side).toContain('Vi kunne ikke hente teksten lige nu')
  expect(side).not.toContain('Notatets tekst kan ikke vises her')
  ramt = undefined
  expect((await ulla.get(`/notater/${NOTAT}`)).tekst).toContain('Vi talte om hjælp.')
})

test('a slow query is cut by the database at its budget and named; the rest of the page stands', {
  timeout: 20_000,
}, async () => {
  ramt = { tekst: /indhold IS NOT NULL/u, hvordan: 'tid' }
  expect(await manglerPaa(`/sager/${SAG}`)).toEqual([{ del: 'notattekst', aarsag: 'tid' }])
  // Whoever shares its connection waits no longer than that.
  ramt = undefined
  expect(await manglerPaa('/overblik')).toEqual([])
})

test('while the items cannot be read no page is made, and none says anything of them', async () => {
  ramt = { tekst: /FROM overblik/u, hvordan: 'fejl' }
  for (const sti of SIDER) {
    const [side, data] = [await ulla.get(sti), await ulla.get(`/api/v1/mig${sti}`)]
    expect([side.status, data.status], sti).toEqual([503, 503])
    expect(side.tekst, sti).not.toMatch(PAASTANDE)
    expect(side.headers['cache-control']).toContain('no-store')
  }
})
