import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reconcile } from '#afstemning/daekning'
import { cvrNummer, newUuid, type Uuid } from '#kernel'
import { open } from '#platform/crypto'
import {
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../../../test/byggere/elementer.ts'
import { ESDH, YDELSER } from '../../../test/byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse, type Udsagn } from '../../../test/byggere/modtagelse.ts'
import { createTerning } from '../../../test/byggere/tilfaeldighed.ts'

const [ULLA, LUND, CANARY] = ['6101800011', '6512700017', '6612700019']
const KOMMUNE = cvrNummer('11111111')
const TABELLER = ['objekt', 'registrering', 'overblik'] as const

let m: Testmodtagelse
beforeAll(async () => {
  m = await createTestmodtagelse()
})
afterAll(() => m.close())

const noegle = (tabel: string): string => (tabel === 'overblik' ? 'item_id' : 'objekt_id')
/** In how many of the three layers something stands. */
const lag = async (id: string): Promise<number> => {
  const antal = await Promise.all(TABELLER.map((tabel) => m.antal(tabel, noegle(tabel), id)))
  return antal.filter((tal) => tal > 0).length
}

/** A case with a document of its own, one that it shares with another case, a note, a grant and its payment. */
async function familie() {
  const [sag, anden, eget, delt, notat, bevilling, effektuering] = Array.from({ length: 7 }, () => newUuid()) as [
    Uuid,
    Uuid,
    Uuid,
    Uuid,
    Uuid,
    Uuid,
    Uuid,
  ]
  const poster = (...dokumenter: Uuid[]) => dokumenter.map((id, i) => ({ ...tilakteret(id), indeks: String(i) }))
  const svar = await m.lever(
    ESDH,
    { importer: lavSag({ id: sag, parter: [part('Primær part', ULLA)] }, { journalposter: poster(eget, delt) }) },
    { importer: lavSag({ id: anden, parter: [part('Primær part', LUND)] }, { journalposter: poster(delt) }) },
    { importer: lavDokument({ id: eget }) },
    { importer: lavDokument({ id: delt }) },
    { importer: lavNotat({ id: notat, sag }) },
    { importer: lavBevilling({ id: bevilling, sag, parter: ydelsesmodtager(ULLA) }) },
    { importer: lavEffektuering({ id: effektuering, modtager: ULLA, bevillinger: [bevilling] }) },
  )
  expect(svar.map((led) => led.udfald)).toEqual(svar.map(() => 'modtaget'))
  return { sag, anden, eget, delt, notat, bevilling, effektuering }
}

describe('a case that is deleted', () => {
  test('goes with its notes and the documents on it alone; what others stand on stays, without it', async () => {
    const f = await familie()
    expect(await m.sig({ fjern: { art: 'sag', id: f.sag } })).toBe('modtaget')
    expect(await Promise.all([f.sag, f.eget, f.notat].map(lag))).toEqual([0, 0, 0])
    expect(await Promise.all([f.anden, f.delt, f.bevilling, f.effektuering].map(lag))).toEqual([3, 3, 3, 3])
    expect(await m.antal('overblik', 'item_id', f.delt)).toBe(1)
    expect(await m.antal('afhaengighed', 'af', f.sag)).toBe(1)
    expect(await m.afvigelser()).toBe(0)
  })

  test.each<[string, object, readonly (keyof Awaited<ReturnType<typeof familie>>)[]]>([
    [
      'leaves its documents where they are to stay',
      { efterladSagsloeseDokumenter: true },
      ['anden', 'eget', 'delt', 'bevilling', 'effektuering'],
    ],
    ['takes grants and payments where it says so', { fjernOgsaaYdelse: true }, ['anden', 'delt']],
    ['does both', { efterladSagsloeseDokumenter: true, fjernOgsaaYdelse: true }, ['anden', 'eget', 'delt']],
  ])('%s', async (_, flag, ventet) => {
    const f = await familie()
    await m.sig({ fjern: { art: 'sag', id: f.sag, ...flag } })
    const tilbage = await Promise.all(
      Object.entries(f).map(async ([navn, id]) => ((await m.antal('objekt', 'objekt_id', id)) > 0 ? [navn] : [])),
    )
    expect(tilbage.flat()).toEqual(ventet)
    expect(await m.afvigelser()).toBe(0)
  })

  test('leaves a shared document to the last case that goes, also in one delivery', async () => {
    const f = await familie()
    await m.lever(ESDH, { fjern: { art: 'sag', id: f.sag } }, { fjern: { art: 'sag', id: f.anden } })
    expect(await lag(f.delt)).toBe(0)
    expect(await m.afvigelser()).toBe(0)
  })

  test('leaves what another system has delivered on it', async () => {
    const f = await familie()
    const bevilling = newUuid()
    await m.lever(YDELSER, { importer: lavBevilling({ id: bevilling, sag: f.sag, parter: ydelsesmodtager(ULLA) }) })
    await m.sig({ fjern: { art: 'sag', id: f.sag, fjernOgsaaYdelse: true } })
    expect([await lag(f.bevilling), await lag(bevilling)]).toEqual([0, 3])
    expect(await m.afvigelser()).toBe(0)
  })

  test('is told of once for each thing that went, silently where asked to', async () => {
    const f = await familie()
    await m.sig({ fjern: { art: 'sag', id: f.sag, udenNotifikation: true } })
    const haendelser = await m.database.asOwner<{ objekt_id: Uuid; kommune: string; uden_notifikation: boolean }>(
      "SELECT objekt_id, kommune, uden_notifikation FROM udbakke WHERE haendelse = 'fjernet' AND objekt_id = ANY ($1)",
      [Object.values(f)],
    )
    expect(haendelser.map((led) => led.objekt_id).sort()).toEqual([f.sag, f.eget, f.notat].sort())
    expect(haendelser.every((led) => led.uden_notifikation)).toBe(true)
  })
})

describe('what is left', () => {
  test('is a gravsten without anything personal, and nothing of it in any table', async () => {
    const id = newUuid()
    const titel = 'Kanariefugl i bur'
    const sag = lavSag({ id, parter: [part('Primær part', CANARY, 'Kanarie Fugl')], titel })
    const forkert = {
      ...sag,
      tidspunkt: '2026-01-06T08:00:00.000Z',
      sagsparter: [{ rolle: 'Primær part', referenceId: 'urn:oio:forkert', fuldtNavn: titel }],
    }
    expect(await m.sig({ importer: sag })).toBe('modtaget')
    expect(await m.sig({ importer: forkert })).toMatch(/^SAG-/)
    const indhold = async () =>
      m.database.asOwner<{ afvisning_id: string; linje_krypteret: Buffer }>(
        'SELECT afvisning_id, linje_krypteret FROM afvisning WHERE objekt_id = $1',
        [id],
      )
    const [foer] = await indhold()
    expect(
      open(m.deps.noegler.indhold, foer?.linje_krypteret ?? Buffer.alloc(0), `afvisning ${foer?.afvisning_id}`).toString('utf8'),
    ).toContain(titel)
    expect(await m.sig({ fjern: { art: 'sag', id, tidspunkt: '2026-02-01T08:00:00.000Z' } })).toBe('modtaget')
    expect(await indhold()).toEqual([{ afvisning_id: foer?.afvisning_id, linje_krypteret: null }])
    const [gravsten] = await m.database.asOwner('SELECT * FROM gravsten WHERE objekt_id = $1', [id])
    expect(gravsten).toMatchObject({ art: 'sag', master: ESDH.id, kilde_id: ESDH.id, grund: 'fjernet' })
    const tabeller = await m.database.asOwner<{ navn: string }>(
      "SELECT table_name AS navn FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    )
    for (const { navn } of tabeller)
      for (const hvad of [CANARY, titel, 'Kanarie Fugl'])
        expect([
          navn,
          (await m.database.asOwner(`SELECT 1 FROM "${navn}" t WHERE t::text LIKE $1 LIMIT 1`, [`%${hvad}%`])).length,
        ]).toEqual([navn, 0])
  })

  test('refuses what comes afterwards, without keeping what it says; what came from before the deletion is settled by it', async () => {
    const id = newUuid()
    const sag = lavSag({ id, parter: [part('Primær part', ULLA)] })
    await m.sig({ importer: sag })
    await m.sig({ fjern: { art: 'sag', id, tidspunkt: '2026-02-01T08:00:00.000Z' } })
    expect(await m.sig({ importer: sag })).toBe('IND-023')
    expect(await m.sig({ importer: { ...sag, tidspunkt: '2026-03-01T08:00:00.000Z' } })).toBe('IND-023')
    const egenskaber = [{ virkning: { fra: '2026-03-01T08:00:00.000Z' }, titel: 'x' }]
    expect(await m.sig({ opdater: { art: 'sag', id, tidspunkt: '2026-04-01T08:00:00.000Z', egenskaber } })).toBe('IND-023')
    const afvisninger = await m.database.asOwner<{ regel: string; tom: boolean; aaben: boolean }>(
      'SELECT regel, linje_krypteret IS NULL AS tom, afgjort IS NULL AS aaben FROM afvisning WHERE objekt_id = $1 ORDER BY tidspunkt',
      [id],
    )
    expect(afvisninger).toEqual([false, true, true].map((aaben) => ({ regel: 'IND-023', tom: true, aaben })))
    const [fremmed] = await m.lever(YDELSER, { importer: sag })
    expect(fremmed?.brud[0]?.regel).toBe('IND-004')
    expect(await lag(id)).toBe(0)
  })

  test('answers the same deletion sent again as unchanged; of what was never there, or is another’s, alike', async () => {
    const id = newUuid()
    await m.sig({ importer: lavSag({ id, parter: [part('Primær part', ULLA)] }) })
    const [fremmed] = await m.lever(YDELSER, { fjern: { art: 'sag', id } })
    const [ukendt] = await m.lever(YDELSER, { fjern: { art: 'sag', id: newUuid() } })
    expect(fremmed?.brud).toEqual(ukendt?.brud)
    expect([fremmed?.brud[0]?.regel, await lag(id)]).toEqual(['IND-021', 3])
    expect(await m.sig({ fjern: { art: 'dokument', id } })).toBe('IND-021')
    expect(await m.sig({ fjern: { art: 'sag', id } })).toBe('modtaget')
    expect(await m.sig({ fjern: { art: 'sag', id } })).toBe('uaendret')
    const [efter] = await m.lever(YDELSER, { fjern: { art: 'sag', id } })
    expect(efter?.brud).toEqual(ukendt?.brud)
  })

  test('is refused with a time that is none, or is ahead', async () => {
    const id = newUuid()
    await m.sig({ importer: lavSag({ id, parter: [part('Primær part', ULLA)] }) })
    expect(await m.sig({ fjern: { art: 'sag', id, tidspunkt: 'i går' } })).toBe('IND-012')
    expect(await m.sig({ fjern: { art: 'sag', id, tidspunkt: '2027-01-01T00:00:00.000Z' } })).toBe('IND-003')
    expect(await m.sig({ fjern: { art: 'sag', id: 'nej' } })).toBe('IND-016')
    const aabne = await m.database.asOwner<{ kommune: string }>(
      'SELECT kommune FROM afvisning WHERE objekt_id = $1 AND afgjort IS NULL',
      [id],
    )
    expect(aabne.map((led) => led.kommune)).toEqual(['11111111', '11111111'])
  })
})

test('what has been deleted is counted no more when the source counts', async () => {
  const tael = async () => {
    const optaelling = [{ kommune: KOMMUNE, livsomraade: 'bolig-og-byggeri' as const, art: 'sag' as const, antal: 0 }]
    const svar = await m.deps.db.transaction({ rolle: 'modtagelse' }, (tx) => reconcile(tx, ESDH, optaelling, m.deps.clock.now()))
    return svar.ok ? svar.value.filter((led) => led.livsomraade === 'bolig-og-byggeri').map((led) => led.indeks) : svar.afvisning
  }
  const id = newUuid()
  await m.sig({ importer: lavSag({ id, kle: '02.34.02', parter: [part('Primær part', ULLA)] }) })
  expect(await tael()).toEqual([1])
  await m.sig({ fjern: { art: 'sag', id } })
  expect(await tael()).toEqual([])
})

test('nobody but the role for it may delete a registration or an object, and it may read nothing of them', async () => {
  const { db } = m.deps
  for (const tabel of ['registrering', 'objekt'])
    for (const rolle of ['modtagelse', 'opsaetning', 'login'] as const)
      await expect(db.transaction({ rolle }, (tx) => tx.run({ text: `DELETE FROM ${tabel}`, values: [] }))).rejects.toThrow(
        '42501',
      )
  for (const felt of ['indhold', 'kilde_id'])
    await expect(
      db.transaction({ rolle: 'sletning' }, (tx) => tx.run({ text: `SELECT ${felt} FROM registrering`, values: [] })),
    ).rejects.toThrow('42501')
  await expect(
    db.transaction({ rolle: 'sletning' }, (tx) => tx.run({ text: 'SELECT * FROM overblik', values: [] })),
  ).rejects.toThrow('42501')
})

test('imports, changes and deletions of the same things in any order, doubled and at once, end in what a rebuild gives', async () => {
  for (const seed of [1, 2, 3]) {
    const t = createTerning(seed)
    const [sager, dokumenter, bevillinger] = [3, 3, 2].map((antal) => Array.from({ length: antal }, () => newUuid())) as [
      Uuid[],
      Uuid[],
      Uuid[],
    ]
    const cpr = () => t.vaelg([ULLA, LUND])
    const tid = () => new Date(Date.UTC(2026, t.heltal(0, 9), t.heltal(1, 28))).toISOString()
    const poster = () => t.nogle(dokumenter, 0.5).map((id, i) => ({ ...tilakteret(id), indeks: String(i) }))
    const lav = (): Udsagn => {
      const [sag, dokument, bevilling, tidspunkt] = [t.vaelg(sager), t.vaelg(dokumenter), t.vaelg(bevillinger), tid()]
      return t.vaelg<() => Udsagn>([
        () => ({
          importer: lavSag({ id: sag, tid: tidspunkt, parter: [part('Primær part', cpr())] }, { journalposter: poster() }),
        }),
        () => ({ importer: lavDokument({ id: dokument, tid: tidspunkt }) }),
        () => ({ importer: lavBevilling({ id: bevilling, sag, tid: tidspunkt, parter: ydelsesmodtager(cpr()) }) }),
        () => ({ importer: lavNotat({ id: sag.replace(/^./, 'f') as Uuid, sag, tid: tidspunkt }) }),
        () => ({ opdater: { art: 'sag', id: sag, tidspunkt, sagsparter: [part('Primær part', cpr())] } }),
        () => ({ opdater: { art: 'sag', id: sag, tidspunkt, journalposter: [{ ...tilakteret(dokument), indeks: '9' }] } }),
        () => ({
          opdater: {
            art: 'dokument',
            id: dokument,
            tidspunkt,
            egenskaber: [{ virkning: { fra: tidspunkt }, titel: `Titel ${tidspunkt}` }],
          },
        }),
        ...(t.chance(0.15)
          ? [
              () => ({
                fjern: {
                  art: 'sag' as const,
                  id: sag,
                  tidspunkt,
                  fjernOgsaaYdelse: t.chance(0.5),
                  efterladSagsloeseDokumenter: t.chance(0.5),
                },
              }),
            ]
          : []),
      ])()
    }
    const udsagn = Array.from({ length: 60 }, lav)
    const alle = t.bland([...udsagn, ...t.nogle(udsagn, 0.3)])
    while (alle.length > 0)
      await Promise.all(
        [0, 1, 2]
          .map(() => m.lever(ESDH, ...alle.splice(0, t.heltal(1, 8))))
          .map((svar) => svar.catch((fejl: unknown) => Promise.reject(fejl))),
      )
    expect(await m.afvigelser()).toBe(0)
    const levende = await m.database.asOwner<{ objekt_id: Uuid }>(
      'SELECT objekt_id FROM gravsten g WHERE EXISTS (SELECT 1 FROM registrering r WHERE r.objekt_id = g.objekt_id) OR EXISTS (SELECT 1 FROM overblik o WHERE o.item_id = g.objekt_id)',
    )
    expect(levende).toEqual([])
  }
})
