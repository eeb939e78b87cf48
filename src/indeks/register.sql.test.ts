import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Uuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import {
  del,
  dokumenttitel,
  findAfvigelser,
  id,
  kl12,
  objekt,
  part,
  post,
  registerAlle,
  registrering,
  titel,
  virkning,
  ydelse,
} from '../../test/byggere/indeks.ts'
import type { Objekt } from './objekt.ts'
import type { OverblikData } from './overblik-data.ts'

let database: Testdatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const send = (...nye: Parameters<typeof registrering>[]) => registerAlle(database.db, ...nye.map((ny) => registrering(...ny)))

type Raekke = { kommune: string; kle: string; sager: Uuid[]; aendret: string; data: OverblikData; indhold: unknown }
const raekke = async (item: string, hvem: string): Promise<Raekke | undefined> =>
  (
    await database.asOwner<Raekke>(
      `SELECT kommune, kle, to_jsonb(sager) AS sager, to_jsonb(aendret at time zone 'UTC') #>> '{}' AS aendret, data, indhold
       FROM overblik WHERE item_id = $1 AND part_id = $2`,
      [id(item), id(hvem)],
    )
  )[0]
const dem = async (item: string): Promise<string[]> => {
  const raekker = await database.asOwner<{ part_id: Uuid }>('SELECT part_id FROM overblik WHERE item_id = $1', [id(item)])
  return ['Ulla', 'Lund', 'Lonnie'].filter((navn) => raekker.some((led) => led.part_id === id(navn)))
}
const titlerPaa = async (item: string, hvem: string): Promise<string[]> => {
  const fundet = await raekke(item, hvem)
  return fundet && 'titler' in fundet.data ? fundet.data.titler.map((led) => led.titel) : []
}

const sag = (navn: string, hvem: string, felter: Parameters<typeof objekt<'sag'>>[2] = {}) =>
  objekt('sag', navn, { parter: [part(hvem)], titler: [titel(navn)], ...felter })

describe('which registration is current', () => {
  test('the one with the newest Tidspunkt, whatever the order they come in; the older is kept as history', async () => {
    const ny = sag('rækkefølge', 'Ulla', { titler: [titel('ny')] })
    expect(await send([ny, '2026-03-01'])).toEqual(['aendret'])
    expect(await send([sag('rækkefølge', 'Ulla', { titler: [titel('gammel')] }), '2026-02-01'])).toEqual(['historik'])
    expect(await titlerPaa('rækkefølge', 'Ulla')).toEqual(['ny'])
    const [{ antal } = { antal: 0 }] = await database.asOwner<{ antal: string }>(
      'SELECT count(*) AS antal FROM registrering WHERE objekt_id = $1',
      [id('rækkefølge')],
    )
    expect(Number(antal)).toBe(2)
  })

  test('the same again changes nothing, also where it is history', async () => {
    const foer = sag('igen', 'Ulla', { titler: [titel('1')] })
    const efter = sag('igen', 'Ulla', { titler: [titel('2')] })
    await send([foer, '2026-01-01'], [efter, '2026-02-01'])
    expect(await send([efter, '2026-02-01'], [foer, '2026-01-01'])).toEqual(['uaendret', 'uaendret'])
    expect(await titlerPaa('igen', 'Ulla')).toEqual(['2'])
  })

  test('equal Tidspunkt with other content, another master and another kind are refused, and leave no trace', async () => {
    await send([sag('ejet', 'Ulla'), '2026-01-01'])
    const fremmed = { master: id('andet fagsystem') }
    expect(
      await send(
        [sag('ejet', 'Lund'), '2026-01-01'],
        [sag('ejet', 'Lund'), '2026-02-01', fremmed],
        [objekt('dokument', 'ejet', { parter: [part('Lund')] }), '2026-03-01'],
      ),
    ).toEqual(['IND-002', 'IND-004', 'IND-006'])
    expect(await dem('ejet')).toEqual(['Ulla'])
    expect(await findAfvigelser(database.db)).toEqual([])
  })

  test('in one batch too: repeats, older ones, other content at the same time, another master and another kind', async () => {
    const [a, b] = [sag('bunke', 'Ulla', { titler: [titel('a')] }), sag('bunke', 'Ulla', { titler: [titel('b')] })]
    expect(
      await send(
        [a, '2026-02-01'],
        [a, '2026-02-01'],
        [b, '2026-02-01'],
        [b, '2026-01-01'],
        [b, '2026-03-01'],
        [b, '2026-04-01', { master: id('andet fagsystem') }],
        [objekt('dokument', 'bunke'), '2026-05-01'],
      ),
    ).toEqual(['aendret', 'uaendret', 'IND-002', 'historik', 'aendret', 'IND-004', 'IND-006'])
    expect(await titlerPaa('bunke', 'Ulla')).toEqual(['b'])
  })

  test('nothing given is nothing done', async () => {
    expect(await send()).toEqual([])
  })
})

describe('what follows from a change', () => {
  test('a party that leaves the case leaves its documents and notes too, and one that comes gets them', async () => {
    const felter = { journalposter: [post('p.brev')], notater: [{ notat: id('p.notat'), virkning: virkning() }] }
    await send(
      [sag('p.sag', 'Ulla', felter), '2026-01-01'],
      [objekt('dokument', 'p.brev', { titler: [dokumenttitel('Brev')] }), '2026-01-02'],
      [objekt('journalnotat', 'p.notat', { sag: id('p.sag'), viaSag: true }), '2026-01-02'],
    )
    expect([await dem('p.brev'), await dem('p.notat')]).toEqual([['Ulla'], ['Ulla']])
    await send([sag('p.sag', 'Lund', felter), '2026-02-01'])
    expect([await dem('p.sag'), await dem('p.brev'), await dem('p.notat')]).toEqual([['Lund'], ['Lund'], ['Lund']])
    await send([sag('p.sag', 'Ulla', { ...felter, parter: [] }), '2026-03-01'])
    expect([await dem('p.sag'), await dem('p.brev'), await dem('p.notat')]).toEqual([[], [], []])
  })

  test('a document that the case drops is its own parties’ again; a note that came inside it is nobody’s', async () => {
    const felter = { journalposter: [post('d.brev')], notater: [{ notat: id('d.notat'), virkning: virkning() }] }
    await send(
      [sag('d.sag', 'Ulla', felter), '2026-01-01'],
      [objekt('dokument', 'd.brev', { parter: [part('Lund', 'Parter')] }), '2026-01-01'],
      [objekt('journalnotat', 'd.notat', { sag: id('d.sag'), viaSag: true }), '2026-01-01'],
    )
    expect([await dem('d.brev'), await dem('d.notat')]).toEqual([['Ulla'], ['Ulla']])
    await send([sag('d.sag', 'Ulla'), '2026-02-01'])
    expect([await dem('d.brev'), await dem('d.notat')]).toEqual([['Lund'], []])
  })

  test('what comes before what it stands on waits for it, through two steps', async () => {
    const udbetaling = objekt('oekonomiskEffektuering', 'v.udbetaling', { ydelser: [del('v.bevilling')] })
    await send([udbetaling, '2026-01-01'], [objekt('dokument', 'v.brev'), '2026-01-01'])
    expect(await dem('v.udbetaling')).toEqual([])
    const bevilling = objekt('bevilling', 'v.bevilling', {
      parter: [part('Ulla', 'Ydelsesmodtager')],
      ydelser: [ydelse('Pension')],
      sager: [id('v.sag')],
    })
    await send([bevilling, '2026-01-02'])
    expect((await raekke('v.udbetaling', 'Ulla'))?.data).toMatchObject({ ydelser: [{ navn: 'Pension' }], sager: [] })
    await send([sag('v.sag', 'Ulla', { journalposter: [post('v.brev')] }), '2026-01-03'])
    expect((await raekke('v.udbetaling', 'Ulla'))?.data).toMatchObject({ sager: [{ id: id('v.sag') }] })
    expect(await dem('v.brev')).toEqual(['Ulla'])
  })

  test('a class that exempts the case reaches all that stands on it, and leaves it again', async () => {
    const ting: Objekt[] = [
      objekt('dokument', 'u.brev'),
      objekt('journalnotat', 'u.notat', { sag: id('u.sag') }),
      objekt('bevilling', 'u.bevilling', { parter: [part('Ulla', 'Ydelsesmodtager')], sager: [id('u.sag')] }),
      objekt('oekonomiskEffektuering', 'u.udbetaling', { ydelser: [del('u.bevilling')] }),
      objekt('aftale', 'u.aftale', { parter: [part('Ulla')], sag: id('u.sag') }),
    ]
    const navne = ['u.brev', 'u.notat', 'u.bevilling', 'u.udbetaling', 'u.aftale']
    const klasser = async () => {
      const fundne = []
      for (const navn of navne) fundne.push((await raekke(navn, 'Ulla'))?.data.visningsklasser.map((led) => led.klasse))
      return fundne
    }
    await send(...ting.map((led): Parameters<typeof registrering> => [led, '2026-01-01']), [
      sag('u.sag', 'Ulla', { journalposter: [post('u.brev')] }),
      '2026-01-01',
    ])
    expect(await klasser()).toEqual(navne.map(() => []))
    const klasse = { klasse: 'Visning undtaget for borger', virkning: virkning() }
    await send([sag('u.sag', 'Ulla', { journalposter: [post('u.brev')], visningsklasser: [klasse] }), '2026-02-01'])
    expect(await klasser()).toEqual(navne.map(() => [klasse.klasse]))
    await send([sag('u.sag', 'Ulla', { journalposter: [post('u.brev')] }), '2026-03-01'])
    expect(await klasser()).toEqual(navne.map(() => []))
  })

  test("a change of somebody else's case leaves the row of a shared document as it was, not even written anew", async () => {
    const faelles = { journalposter: [post('f.brev')] }
    await send(
      [sag('f.Ullas', 'Ulla', faelles), '2026-01-01'],
      [sag('f.Lunds', 'Lund', faelles), '2026-01-01'],
      [objekt('dokument', 'f.brev', { titler: [dokumenttitel('Brev')] }), '2026-01-01'],
    )
    const version = async () =>
      database.asOwner('SELECT xmin::text, t::text FROM overblik t WHERE item_id = $1 AND part_id = $2', [
        id('f.brev'),
        id('Ulla'),
      ])
    const foer = await version()
    expect(foer).toHaveLength(1)
    await send([sag('f.Lunds', 'Lund', { journalposter: [post('f.brev', 'Om Ulla')], titler: [titel('Anden')] }), '2026-05-01'])
    expect(await version()).toEqual(foer)
    const lunds = await raekke('f.brev', 'Lund')
    expect(JSON.stringify(lunds?.data)).toContain('Om Ulla')
    expect(lunds?.aendret).toContain('2026-01-01')
  })

  test('what both a case and the thing itself declare stays declared when only one of them takes it back', async () => {
    const aftale = (felter = {}) => objekt('aftale', 'b.aftale', { parter: [part('Ulla')], sag: id('b.sag'), ...felter })
    await send([sag('b.sag', 'Ulla', { journalposter: [post('b.aftale')] }), '2026-01-01'], [aftale(), '2026-01-01'])
    await send([sag('b.sag', 'Ulla'), '2026-02-01'])
    const klasse = { klasse: 'Visning undtaget for borger', virkning: virkning() }
    await send([sag('b.sag', 'Ulla', { visningsklasser: [klasse] }), '2026-03-01'])
    expect((await raekke('b.aftale', 'Ulla'))?.data.visningsklasser).toEqual([klasse])
    await send([aftale({ sag: undefined }), '2026-04-01'])
    expect((await raekke('b.aftale', 'Ulla'))?.data.visningsklasser).toEqual([])
  })

  test('a note’s long text stands apart from what lists read', async () => {
    const notat = objekt('journalnotat', 'l.notat', {
      sag: id('l.sag'),
      notater: [{ notat: 'Lang tekst', virkning: virkning() }],
    })
    await send([sag('l.sag', 'Ulla'), '2026-01-01'], [notat, '2026-01-01'])
    const fundet = await raekke('l.notat', 'Ulla')
    expect(JSON.stringify(fundet?.data)).not.toContain('Lang tekst')
    expect(fundet?.indhold).toEqual({ notater: [{ notat: 'Lang tekst', virkning: virkning() }] })
    expect(fundet?.aendret).toBe(kl12('2026-01-01').replace('.000Z', ''))
  })
})

test('after all this the current state is what the registrations alone give', async () => {
  expect(await findAfvigelser(database.db)).toEqual([])
})

describe('when an item came to us', () => {
  const modtaget = async (item: string) => {
    const [led] = await database.asOwner<{ foerst: string; nyest: string; overblik: boolean }>(
      `SELECT o.foerst_modtaget::text AS foerst, o.modtaget::text AS nyest,
         bool_and((v.foerst_modtaget, v.modtaget) = (o.foerst_modtaget, o.modtaget)) AS overblik
       FROM objekt o JOIN overblik v ON v.item_id = o.objekt_id WHERE o.objekt_id = $1 GROUP BY o.objekt_id`,
      [id(item)],
    )
    return led
  }

  test('a change moves the newest time and never the first; an older registration that comes late moves neither, nor does a change of its case', async () => {
    const brev = objekt('dokument', 'modtagebrev', { titler: [dokumenttitel('brev')] })
    await send([sag('modtagesag', 'Ulla', { journalposter: [post('modtagebrev')] }), '2026-03-01'], [brev, '2026-03-01'])
    const [sagFoerst, brevFoerst] = [await modtaget('modtagesag'), await modtaget('modtagebrev')]
    expect([sagFoerst?.foerst, sagFoerst?.overblik]).toEqual([sagFoerst?.nyest, true])
    await send([sag('modtagesag', 'Ulla', { journalposter: [post('modtagebrev')], titler: [titel('ny')] }), '2026-03-02'])
    const efter = await modtaget('modtagesag')
    expect(efter?.foerst).toBe(sagFoerst?.foerst)
    expect(efter && sagFoerst && efter.nyest > sagFoerst.nyest).toBe(true)
    await send([sag('modtagesag', 'Ulla', { titler: [titel('gammel')] }), '2026-02-01'])
    expect(await modtaget('modtagesag')).toEqual({ ...efter, overblik: true })
    expect(await modtaget('modtagebrev')).toEqual(brevFoerst)
    expect(await findAfvigelser(database.db)).toEqual([])
  })
})
