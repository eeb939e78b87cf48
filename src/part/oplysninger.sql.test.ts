import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CvrNummer, cvrNummer, newUuid, type Uuid } from '#kernel'
import { createNoegler, type Noegler } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import {
  type Adresse,
  conceal,
  findIder,
  findOplysninger,
  openOplysninger,
  type Partsoplysning,
  registerPartsoplysninger,
  registerPersonfakta,
  reveal,
  type Soegeord,
  toAddressSearch,
  tokenOfKommune,
  tokenOfYear,
  toNameSearch,
} from './index.ts'

const KORSBAEK = cvrNummer('11111111')
const HJEM: Adresse = { vej: 'Troldeløkken', husnummer: '12B', postnummer: '9998', by: 'Korsbæk' }

let base: Testdatabase
let noegler: Noegler
const mappe = mkdtempSync(join(tmpdir(), 'bboplysninger-'))
beforeAll(async () => {
  base = await createTestDatabase()
  noegler = createNoegler(mappe)
})
beforeEach(() => base.asOwner('TRUNCATE part, part_oplysning, soegeord, overblik'))
afterAll(async () => {
  await base.close()
  rmSync(mappe, { recursive: true, force: true })
})

async function createPart(foedt: string | null = '1970-05-17', type = 'person'): Promise<Uuid> {
  const part = newUuid()
  await base.asOwner('INSERT INTO part (part_id, type, foedt) VALUES ($1, $2, $3)', [part, type, foedt])
  return part
}
const register = (...oplysninger: Partsoplysning[]) =>
  base.db.transaction({ rolle: 'modtagelse' }, (tx) => registerPartsoplysninger(tx, noegler, oplysninger))
const tell = (part: Uuid, adressebeskyttet: boolean, foedt: string | null = null) =>
  base.db.transaction({ rolle: 'modtagelse' }, (tx) =>
    registerPersonfakta(tx, noegler, [{ part, foedt, adressebeskyttet, doed: null }]),
  )

const soegning = (parter: readonly Uuid[] = []) =>
  ({ rolle: 'soegning', parter, grund: 'soegning', aktoer: newUuid(), kommune: KORSBAEK }) as const
async function find(alle: readonly Soegeord[] | undefined, et: readonly Soegeord[] = []): Promise<Uuid[]> {
  const [fundne] = await base.db.readBatch(soegning(), [findIder(alle ?? [], et, 50)])
  return fundne.map(({ id }) => reveal(noegler, id))
}
const byName = (navn: string) => find(toNameSearch(noegler, navn)?.ord)
const byAddress = (adresse: string) => find(toAddressSearch(noegler, adresse))

test('somebody is found by any of their names, and no longer by an address that they have moved from', async () => {
  const [lise, ib] = [await createPart(), await createPart()]
  await register({ part: lise, navn: 'Lise Dalgaard', adresse: HJEM }, { part: ib, navn: 'Ib Dalgaard' })
  expect((await byName('dalgård')).toSorted()).toEqual([lise, ib].toSorted())
  await register({ part: lise, navn: 'Lise Holm', adresse: { ...HJEM, husnummer: '7' } })
  expect(await byName('holm')).toEqual([lise])
  expect(await byName('dalgaard lise')).toEqual([lise])
  expect([await byAddress('Troldeløkken 12'), await byAddress('Troldeløkken 7')]).toEqual([[], [lise]])
  const [raekker] = await base.db.readBatch(soegning([lise]), [findOplysninger([lise])])
  expect(raekker.map((raekke) => openOplysninger(noegler, raekke))).toEqual([
    { navn: 'Lise Holm', tidligere: ['Lise Dalgaard'], adresse: { ...HJEM, husnummer: '7' }, aar: 1970 },
  ])
})

test('a register that tells the same again changes nothing; names that it knows from before are found', async () => {
  const part = await createPart()
  const sagt = { part, navn: 'Lise Holm', tidligereNavne: ['Lise Dalgaard', 'Lise Holm'] }
  expect(await register(sagt)).toBe(1)
  const foer = await base.asOwner('SELECT * FROM soegeord ORDER BY ord')
  await register(sagt, sagt)
  expect(await base.asOwner('SELECT * FROM soegeord ORDER BY ord')).toEqual(foer)
  expect(await byName('dalgaard')).toEqual([part])
  expect(await register({ part: newUuid(), navn: 'Ukendt Person' })).toBe(0)
})

test('a protected address is neither kept nor found, whichever is told first, and the name is still found', async () => {
  const [foer, efter] = [await createPart(), await createPart()]
  await register({ part: foer, navn: 'Maria Storm', adresse: HJEM })
  expect(await byAddress('Troldeløkken 12B')).toEqual([foer])
  await tell(foer, true)
  await tell(efter, true)
  await register({ part: efter, navn: 'Mona Storm', adresse: HJEM })
  expect(await byAddress('Troldeløkken 12B')).toEqual([])
  expect((await byName('storm')).toSorted()).toEqual([foer, efter].toSorted())
  const kontekst = soegning([foer, efter])
  const [raekker] = await base.db.readBatch(kontekst, [findOplysninger([foer, efter])])
  expect(raekker.map((raekke) => openOplysninger(noegler, raekke)?.adresse)).toEqual([undefined, undefined])
})

test('years of birth narrow, and follow the register', async () => {
  const [a, b] = [await createPart('1970-05-17'), await createPart('1985-01-02')]
  await register({ part: a, navn: 'Jens Holm' }, { part: b, navn: 'Jens Holm' })
  const jens = toNameSearch(noegler, 'jens')?.ord
  expect(await find(jens, [tokenOfYear(noegler, 1985), tokenOfYear(noegler, 1986)])).toEqual([b])
  await tell(a, false, '1986-05-17')
  expect((await find(jens, [tokenOfYear(noegler, 1985), tokenOfYear(noegler, 1986)])).toSorted()).toEqual([a, b].toSorted())
  expect(await find(jens, [tokenOfYear(noegler, 1970)])).toEqual([])
})

test('whoever had something in a municipality before the register told of them is found there', async () => {
  const part = await createPart()
  await base.asOwner(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data)
     VALUES ($1, gen_random_uuid(), 'sag', $2, '27.36.04', gen_random_uuid(), '{}', now(), '{}')`,
    [part, KORSBAEK],
  )
  await register({ part, navn: 'Jens Holm' })
  const [navn] = toNameSearch(noegler, 'holm')?.ord ?? []
  const i = (kommune: CvrNummer) => find([navn as Soegeord, tokenOfKommune(noegler, kommune)])
  expect([await i(KORSBAEK), await i(cvrNummer('12345678'))]).toEqual([[part], []])
})

test('a search without a single token is refused: it would be everybody', () => {
  expect(() => findIder([], [], 50)).toThrow(RangeError)
})

test('neither names nor addresses stand in clear, nor can what stands be led back to a part without the keys', async () => {
  const part = await createPart()
  await register({
    part,
    navn: 'Kanariefugl Fjersen',
    tidligereNavne: ['Kvidrelund'],
    adresse: { ...HJEM, vej: 'Papegøjegyden' },
  })
  const tabeller = ['part', 'part_oplysning', 'soegeord']
  const alt = await Promise.all(tabeller.map((tabel) => base.asOwner<{ t: string }>(`SELECT t::text AS t FROM ${tabel} t`)))
  const tekst = alt.flatMap((raekker) => raekker.map(({ t }) => t)).join('\n')
  const bytes = Buffer.from(tekst.replaceAll(/[^0-9a-f]/g, ''), 'hex').toString('latin1')
  for (const ord of ['Kanariefugl', 'Fjersen', 'Kvidrelund', 'Papeg', 'Troldel'])
    for (const sted of [tekst, bytes]) expect(sted.toLowerCase()).not.toContain(ord.toLowerCase())
  const [raekke] = await base.asOwner<{ id: Uuid; antal: string }>('SELECT id, count(*) AS antal FROM soegeord GROUP BY id')
  expect(raekke?.id).toBe(conceal(noegler, part))
  expect(raekke?.id).not.toBe(part)
})

test('the role that searches opens the names of no part but those it has named, and writes nothing of it', async () => {
  const [naevnt, anden] = [await createPart(), await createPart()]
  await register({ part: naevnt, navn: 'Jens Holm' }, { part: anden, navn: 'Lise Holm' })
  const [raekker] = await base.db.readBatch(soegning([naevnt]), [findOplysninger([naevnt, anden])])
  expect(raekker.map(({ part_id }) => part_id)).toEqual([naevnt])
  const forbudt = [
    'SELECT opdateret FROM part_oplysning',
    'SELECT krypteret FROM part_nummer',
    'SELECT * FROM overblik',
    'SELECT data FROM objekt',
  ]
  for (const text of forbudt)
    await expect(base.db.readBatch(soegning([naevnt]), [{ text, values: [] }])).rejects.toThrow(/permission denied/)
})
