import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, type Uuid, uuid } from '#kernel'
import { conceal, findIder, registerPartsoplysninger, reveal, tokenOfKommune, tokensOfNames, toNameSearch } from '#part'
import { ESDH } from '../../../test/byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse } from '../../../test/byggere/modtagelse.ts'
import { fuldtElement, somKilde } from '../regler/fuldt-element.testdata.ts'
import { kontrollerSoegeord, type Soegeordsvalg } from './soegeord.ts'

const NAVNE = ['Lise Dalgaard', 'Ib Holm', 'Karen Margrethe Friis', 'Bo Li', 'Aase Møller', 'Åge Sørensen']
const HJEM = { vej: 'Troldeløkken', husnummer: '12B', postnummer: '9998', by: 'Korsbæk' }

let t: Testmodtagelse
const parter: Uuid[] = []
beforeAll(async () => {
  t = await createTestmodtagelse()
  for (let i = 0; i < 3; i++) {
    const itSystemer = (fuldtElement('sag')['itSystemer'] as Record<string, unknown>[]).map((led) => ({
      ...led,
      referenceId: ESDH.id,
    }))
    expect(await t.sig({ importer: somKilde({ ...fuldtElement('sag'), itSystemer, id: newUuid() }) })).toBe('modtaget')
  }
  for (const [i] of NAVNE.entries()) {
    const part = newUuid()
    parter.push(part)
    await t.database.asOwner(
      `INSERT INTO part (part_id, type, foedt, adressebeskyttet) VALUES ($1, 'person', '1970-05-17', $2)`,
      [part, i === 0],
    )
  }
  await tell(...parter.map((part, i) => ({ part, navn: NAVNE[i] ?? '', adresse: HJEM })))
})
afterAll(() => t.close())

const tell = (...hver: Parameters<typeof registerPartsoplysninger>[2]) =>
  t.deps.db.transaction({ rolle: 'modtagelse' }, (tx) => registerPartsoplysninger(tx, t.deps.noegler, hver))
const check = (valg: Partial<Soegeordsvalg> = {}) =>
  kontrollerSoegeord(t.deps.db, t.deps.noegler, { ret: false, side: 2, ...valg })
const dump = () => t.database.asOwner<{ ord: string; id: Uuid }>('SELECT ord::text, id FROM soegeord ORDER BY ord, id')
const take = ({ ord, id }: { ord: string; id: Uuid }) =>
  t.database.asOwner('DELETE FROM soegeord WHERE ord = $1 AND id = $2', [ord, id])
const give = (ord: string, id: Uuid) => t.database.asOwner('INSERT INTO soegeord VALUES ($1, $2)', [ord, id])
const byName = async (navn: string): Promise<Uuid[]> => {
  const rolle = {
    rolle: 'soegning',
    parter: [],
    grund: 'soegning',
    aktoer: newUuid(),
    kommune: ESDH.kommuner[0] as never,
  } as const
  const [fundne] = await t.deps.db.readBatch(rolle, [findIder(toNameSearch(t.deps.noegler, navn)?.ord ?? [], [], 50)])
  return fundne.map(({ id }) => reveal(t.deps.noegler, id))
}

test('what intake and registers have made is equal, whatever the size of the pages', async () => {
  const { length } = await dump()
  for (const side of [1, 3, 500])
    expect(await check({ side })).toEqual({
      antal: length,
      manglende: 0,
      overskydende: 0,
      efterladte: 0,
      rettede: 0,
      afbrudt: false,
    })
})

test('tokens lost and added at random are found, each once, and nothing is changed; put right, the table is what it was', async () => {
  const foer = await dump()
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(foer.length - 1), { maxLength: 12 }),
      fc.uniqueArray(
        fc.record({ ord: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), id: fc.oneof(fc.uuid(), fc.nat(NAVNE.length - 1)) }),
        { maxLength: 8, selector: ({ ord }) => ord },
      ),
      async (tabte, fremmede) => {
        for (const nr of tabte) await take(foer[nr]!)
        for (const { ord, id } of fremmede)
          await give(String(ord), typeof id === 'number' ? conceal(t.deps.noegler, parter[id]!) : uuid(id))
        const ventet = { manglende: tabte.length, overskydende: fremmede.length, efterladte: 0 }
        const skadet = await dump()
        expect(await check()).toMatchObject({ ...ventet, rettede: 0 })
        expect(await dump()).toEqual(skadet)
        expect(await check({ ret: true })).toMatchObject({ ...ventet, rettede: tabte.length + fremmede.length })
        expect(await dump()).toEqual(foer)
      },
    ),
    { numRuns: 10, seed: 7, endOnFailure: true },
  )
})

test('who is found by nothing any more is found again, and nobody by what is another’s or protected', async () => {
  const { noegler } = t.deps
  const foer = await dump()
  await t.database.asOwner('TRUNCATE soegeord')
  expect(await byName('Holm')).toEqual([])
  // Lise's address is protected; Ib has never been called Friis.
  const vej = foer.filter(({ id }) => id === conceal(noegler, parter[1]!)).map(({ ord }) => ord)
  for (const ord of new Set([...vej, ...tokensOf('Ib Holm')])) await give(ord, conceal(noegler, parter[0]!))
  for (const ord of tokensOf('Friis')) await give(ord, conceal(noegler, parter[1]!))
  expect((await byName('Friis')).includes(parter[1]!)).toBe(true)
  await check({ ret: true })
  expect(await dump()).toEqual(foer)
  expect(await byName('Holm')).toEqual([parter[1]])
  expect(await byName('Friis')).toEqual([parter[2]])
})
const tokensOf = (navn: string) => tokensOfNames(t.deps.noegler, [navn])

test('what intake leaves behind, of a municipality that somebody has nothing in any more, is no difference and goes when asked', async () => {
  const foer = await dump()
  const [kommune] = await t.database.asOwner<{ kommune: never }>('SELECT DISTINCT kommune FROM overblik')
  await give(tokenOfKommune(t.deps.noegler, kommune!.kommune), conceal(t.deps.noegler, parter[3]!))
  expect(await check()).toMatchObject({ manglende: 0, overskydende: 0, efterladte: 1 })
  await check({ ret: true })
  expect(await dump()).toEqual(foer)
})

test('a token that a delivery under way has found there already is not taken from it', async () => {
  const { noegler, db } = t.deps
  const ny = newUuid()
  await t.database.asOwner(`INSERT INTO part (part_id, type) VALUES ($1, 'person')`, [ny])
  for (const ord of tokensOf('Vera Nyborg')) await give(ord, conceal(noegler, ny))
  const paaVej = Promise.withResolvers<void>()
  const videre = Promise.withResolvers<void>()
  const levering = db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    await registerPartsoplysninger(tx, noegler, [{ part: ny, navn: 'Vera Nyborg' }])
    paaVej.resolve()
    await videre.promise
  })
  await paaVej.promise
  let slut = false
  const rettelse = check({ ret: true }).finally(() => {
    slut = true
  })
  while (!slut && !(await isWaiting())) await new Promise(setImmediate)
  videre.resolve()
  await Promise.all([levering, rettelse])
  expect(await check()).toMatchObject({ manglende: 0, overskydende: 0 })
  expect(await byName('Nyborg')).toEqual([ny])
})
const isWaiting = async () =>
  (await t.database.asOwner(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 2 AND NOT granted`)).length > 0

test('each that was put right is told in the transaction that does it; one that cannot be told stays as it was', async () => {
  const [foerste] = await dump()
  await take(foerste!)
  const fails = check({ ret: true, onRettet: () => Promise.reject(new RangeError('Cannot be told')) })
  await expect(fails).rejects.toThrow('Cannot be told')
  expect(await check()).toMatchObject({ manglende: 1 })
  const fortalt: unknown[] = []
  await check({ ret: true, onRettet: async (_, rettet) => void fortalt.push(rettet) })
  expect(fortalt).toEqual([{ tilfoejet: 1, fjernet: 0 }])
})
