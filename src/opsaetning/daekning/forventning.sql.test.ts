import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cvrNummer, type Tidspunkt, tidspunkt, uuid } from '#kernel'
import { createDaekning, EOJ, KORSBAEK, konfiguration, NU, opsaetning, raekke } from '../../../test/byggere/daekningskort.ts'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { listDage } from './daekning.sql.ts'
import { type Forventningsdeps, readForventninger, sayForventning } from './sig-forventning.ts'
import { countDag } from './tael-dag.ts'

let t: Testdatabase
let nu: Tidspunkt = NU
let genlaest = 0
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())
beforeEach(async () => {
  nu = NU
  genlaest = 0
  await t.asOwner('TRUNCATE forventning, forventning_skridt, daekning_dag')
})

const deps = (): Forventningsdeps => ({
  db: t.db,
  clock: { now: () => nu },
  daekning: {
    refresh: async () => {
      genlaest++
      return undefined as never
    },
  },
})
const person = (nr: number, roller: readonly ('projektansvarlig' | 'fagsystemansvarlig')[] = ['projektansvarlig']) => ({
  id: uuid(`00000000-0000-4000-8000-00000000000${nr}`),
  cvr: KORSBAEK,
  navn: `Person ${nr}`,
  roller,
})
const SAGT = { omraade: 'sundhed', slags: ['sundhed', 'eoj'], aarsag: 'Gennemgået' } as const
const say = (nr: number, sagt: Parameters<typeof sayForventning>[3] = SAGT, af = person(1)) =>
  sayForventning(deps(), af, nr, sagt)
const gaeldende = async () => [...(await readForventninger(deps(), KORSBAEK)).gaeldende]

describe('what a municipality says of its systems', () => {
  test('holds when it is said, is kept with who, when and why, and the statements are made anew', async () => {
    expect(await gaeldende()).toEqual([])
    expect(await say(0)).toMatchObject({ ok: true, value: 1 })
    expect(await gaeldende()).toEqual([['sundhed', ['eoj', 'sundhed']]])
    expect(genlaest).toBe(1)
    expect((await readForventninger(deps(), KORSBAEK)).skridt).toEqual([
      {
        nr: 1,
        tid: NU,
        af: { id: person(1).id, navn: 'Person 1' },
        omraade: 'sundhed',
        slags: ['eoj', 'sundhed'],
        aarsag: 'Gennemgået',
      },
    ])
  })

  test('of one area leaves the others; said again it replaces, and nothing said is unknown again', async () => {
    await say(0)
    await say(1, { ...SAGT, omraade: 'andet', slags: ['esdh'] })
    await say(2, { ...SAGT, slags: ['eoj'] })
    expect(await gaeldende()).toEqual(
      [
        ['sundhed', ['eoj']],
        ['andet', ['esdh']],
      ].sort(),
    )
    await say(3, { ...SAGT, slags: [] })
    expect(await gaeldende()).toEqual([['andet', ['esdh']]])
    expect((await readForventninger(deps(), KORSBAEK)).skridt.map(({ slags }) => slags.length)).toEqual([2, 1, 1, 0])
  })

  test('from an old page nothing is written, unless it is the very same sent twice', async () => {
    await say(0)
    expect(await say(0)).toMatchObject({ ok: true, value: 1 })
    expect(await say(0, { ...SAGT, slags: ['esdh'] })).toMatchObject({ ok: false, afvisning: 'ANDEN_VAR_FOERST' })
    expect(await say(0, SAGT, person(2))).toMatchObject({ ok: false, afvisning: 'ANDEN_VAR_FOERST' })
    expect(await say(7)).toMatchObject({ ok: false, afvisning: 'ANDEN_VAR_FOERST' })
    expect(await say(1)).toMatchObject({ ok: false, afvisning: 'INTET_AENDRET' })
    expect((await readForventninger(deps(), KORSBAEK)).skridt).toHaveLength(1)
  })

  test('two at once: one of them is kept', async () => {
    const svar = await Promise.all([say(0), say(0, { ...SAGT, slags: ['esdh'] }, person(2))])
    expect(svar.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await readForventninger(deps(), KORSBAEK)).skridt).toHaveLength(1)
  })

  test('is refused of one without the role, and of a kind that is none', async () => {
    expect(await say(0, SAGT, person(1, ['fagsystemansvarlig']))).toMatchObject({ afvisning: 'IKKE_DIN_ROLLE' })
    expect(await say(0, { ...SAGT, slags: ['eoj', 'ukendt'] })).toMatchObject({ afvisning: 'UKENDT_SLAGS' })
    expect(await gaeldende()).toEqual([])
  })

  test('can be neither changed nor removed by the application', async () => {
    await say(0)
    const koer = (text: string) => t.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run({ text, values: [] } as never))
    await expect(koer("UPDATE forventning_skridt SET aarsag = 'x'")).rejects.toThrow()
    await expect(koer('DELETE FROM forventning_skridt')).rejects.toThrow()
  })
})

describe('the day’s row', () => {
  const daekning = createDaekning({
    raekker: [raekke()],
    forventninger: [],
    afvisninger: [],
    kilder: [EOJ],
    beviser: [],
    brudNr: 0,
  })
  const kortdeps = () => ({
    ...deps(),
    daekning: { current: async () => daekning },
    opsaetning: { current: async () => opsaetning(konfiguration()) },
  })
  const dage = async (kommune: typeof KORSBAEK | undefined = KORSBAEK) =>
    (await t.db.readBatch({ rolle: 'opsaetning' }, [listDage(kommune, '2026-01-01')]))[0]

  test('is how it stood at the last count of the day, one for each municipality that shows something', async () => {
    expect(await countDag(kortdeps())).toBe(1)
    nu = tidspunkt('2026-11-22T20:00:00.000Z')
    await countDag(kortdeps())
    nu = tidspunkt('2026-11-22T23:30:00.000Z')
    await countDag(kortdeps())
    const tal = { bevist: 0, forbehold: 1, ikke_tilsluttet: 4 }
    // Half past midnight in Denmark is another day.
    expect(await dage()).toEqual([
      { dag: '2026-11-22', ...tal },
      { dag: '2026-11-23', ...tal },
    ])
    expect(await dage(cvrNummer('64942212'))).toEqual([])
    expect(await dage(undefined)).toHaveLength(2)
  })

  test('of a count that comes late does not replace a newer one', async () => {
    await countDag(kortdeps())
    await t.asOwner("UPDATE daekning_dag SET bevist = 3, talt = '2026-11-22T15:00:00Z'")
    await countDag(kortdeps())
    expect((await dage())[0]?.bevist).toBe(3)
  })
})
