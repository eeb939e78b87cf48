import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Statement } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { HOEJST_Z, median, signedRank } from '../byggere/fortegnstest.ts'
import type { Browser } from '../byggere/klient.ts'
import { noterTal } from '../byggere/tal.ts'
import { createTerning } from '../byggere/tilfaeldighed.ts'
import { forvent, tilslut } from '../byggere/tilslutning.ts'
import { makeDataMappe, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** What the statement's proof costs the overview: two servers on one database, asked in turn, of which one does not read how often proofs broke. */
const PAR = Number(process.env['DAEKNING_HASTIGHED'] ?? 0)
const BORGER = '6101722101'
/** Fictive: day + 60. */
const SAGER = 12
const LAESNING = '(SELECT nr FROM daekningsbrud) AS brud_nr'
/** A difference that is smaller is none that anybody could measure among others' noise. */
const HOEJST_ANDEL = 0.02

let base: Testdatabase
let mappe: string
let steder: { readonly med: Testwebsted; readonly uden: Testwebsted }
let browsere: { readonly med: Browser; readonly uden: Browser }
let udeladt = 0

/** The same server, for whom the number stands in the statement instead of being read. In the bench alone. */
function withoutLaesning(db: Database, nr: number): Database {
  const uden = <R>(statement: Statement<R>): Statement<R> => {
    if (!statement.text.includes(LAESNING)) return statement
    udeladt++
    return { ...statement, name: `${statement.name}_uden`, text: statement.text.replace(LAESNING, `${nr}::bigint AS brud_nr`) }
  }
  return {
    ...db,
    readBatch: (kontekst, statements, ...resten) =>
      db.readBatch(kontekst, statements.map(uden) as unknown as typeof statements, ...resten),
  }
}

beforeAll(async () => {
  base = await createTestDatabase()
  mappe = makeDataMappe()
  const med = await startWebsted({ base, dataMappe: mappe, logniveau: 'error' })
  await med.lever(
    'a',
    Array.from({ length: SAGER }, (_, nr) =>
      lavSag({ id: `f0000000-0000-4000-8000-${String(nr).padStart(12, '0')}`, parter: [part('Primær part', BORGER)] }),
    ),
  )
  await forvent(med, ['esdh'])
  await tilslut(med, 'a')
  const [brud] = await base.asOwner<{ nr: number }>('SELECT nr::int FROM daekningsbrud')
  const uden = await startWebsted({
    base,
    dataMappe: mappe,
    logniveau: 'error',
    wrap: (db) => withoutLaesning(db, brud?.nr ?? 0),
  })
  steder = { med, uden }
  // The visit before, so that both have had one.
  await med.logInd(BORGER)
  browsere = { med: await med.logInd(BORGER), uden: await uden.logInd(BORGER) }
})
afterAll(async () => {
  await steder.uden.close()
  await steder.med.close()
  await base.close()
  rmSync(mappe, { recursive: true, force: true })
})

const take = async (hvem: 'med' | 'uden'): Promise<number> => {
  const start = performance.now()
  const svar = await browsere[hvem].get('/overblik?sprog=da')
  const ms = performance.now() - start
  expect(svar.status).toBe(200)
  return ms
}

test('both say the same, and one of them does not read the number', async () => {
  const [med, uden] = [await browsere.med.get('/overblik?sprog=da'), await browsere.uden.get('/overblik?sprog=da')]
  expect(med.tekst).toContain('Der er ingen sager, som kan vises her.')
  expect(uden.tekst).toBe(med.tekst)
  expect(udeladt).toBe(1)
})

test.runIf(PAR > 0)('the statement costs the overview no measurable time', { timeout: 60_000 + PAR * 200 }, async () => {
  const terning = createTerning(20261122)
  for (let nr = 0; nr < 100; nr++) await take(nr % 2 ? 'med' : 'uden')
  const tider: { readonly med: number[]; readonly uden: number[] } = { med: [], uden: [] }
  for (let nr = 0; nr < PAR; nr++) for (const hvem of terning.bland(['med', 'uden'] as const)) tider[hvem].push(await take(hvem))
  const forskelle = tider.med.map((ms, nr) => ms - (tider.uden[nr] ?? Number.NaN))
  const [forskel, foer] = [median(forskelle), median(tider.uden)]
  const { z } = signedRank(forskelle)
  noterTal(
    `${PAR} pairs of overviews in random order: without the read ${foer.toFixed(2)} ms, with it ${median(tider.med).toFixed(2)} ms (medians); median difference of a pair ${forskel.toFixed(3)} ms, ${((100 * forskel) / foer).toFixed(1)} %, Wilcoxon z ${z.toFixed(2)}; machine's load ${loadavg()[0]?.toFixed(1)}`,
  )
  // Slower by more than chance gives, and by enough to matter.
  expect({ z, andel: forskel / foer, langsommere: z > HOEJST_Z && forskel / foer > HOEJST_ANDEL }).toMatchObject({
    langsommere: false,
  })
})
