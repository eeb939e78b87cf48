import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Art, newUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { createKilderegister } from '#kilde'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { bevisKilde } from '../../../test/byggere/tilslutning.ts'
import { recordBeroerte } from '../livstegn/index.ts'
import { BROBYSKOV, EOJ, ESDH, FELT, KORSBAEK, konfiguration, NU, opsaetning, timerFoer } from './daekning.bygger.ts'
import { createDaekningslager, type Daekning, type Optaelling, reconcile, recordLevering } from './index.ts'

let t: Testdatabase
let nu: Tidspunkt = NU
const clock = { now: () => nu }
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())
beforeEach(async () => {
  nu = NU
  await t.asOwner('TRUNCATE daekning, forventning, kilde, objekt, afhaengighed, afvisning, bevis CASCADE')
})

const deliver = (...leveringer: Parameters<typeof recordLevering>[1]) =>
  t.db.transaction({ rolle: 'modtagelse' }, (tx) => recordLevering(tx, leveringer))
const levering = (tid: Tidspunkt, art: Art = 'sag') => ({ ...FELT, art, kilde: EOJ.id, tid })
const rows = () =>
  t.asOwner<{ art: string; siden: string; seneste: string }>(
    'SELECT art, tilsluttet_siden::text AS siden, seneste_levering::text AS seneste FROM daekning ORDER BY art',
  )

describe('a delivery', () => {
  test('connects the source for the field, and later ones move its time forward only', async () => {
    await deliver(levering(timerFoer(2)))
    await deliver(levering(timerFoer(1)))
    await deliver(levering(timerFoer(3)))
    expect(await rows()).toEqual([{ art: 'sag', siden: '2026-11-22 10:00:00+00', seneste: '2026-11-22 11:00:00+00' }])
  })

  test('of several items of one field is noted once, with the newest time', async () => {
    await deliver(levering(timerFoer(1)), levering(timerFoer(2)), levering(timerFoer(2), 'dokument'))
    expect((await rows()).map(({ art, seneste }) => `${art} ${seneste}`)).toEqual([
      'dokument 2026-11-22 10:00:00+00',
      'sag 2026-11-22 11:00:00+00',
    ])
  })

  test('within ten seconds of the last does not wait for another that is under way', async () => {
    await deliver(levering(NU))
    const tiSekunder = tidspunkt(new Date(Date.parse(NU) + 9_000))
    await t.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
      await recordLevering(tx, [levering(tiSekunder)])
      // Would never end if the first held the row.
      await deliver(levering(tiSekunder))
    })
    expect((await rows())[0]?.seneste).toBe('2026-11-22 12:00:00+00')
  })

  test('rolled back with its items is not noted', async () => {
    const falder = t.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
      await recordLevering(tx, [levering(NU)])
      throw new Error('the items could not be kept')
    })
    await expect(falder).rejects.toThrow('could not be kept')
    expect(await rows()).toEqual([])
  })
})

const keep = async (art: Art, felter: { kommune?: string; kle?: string; kilde?: Uuid; af?: Uuid } = {}): Promise<Uuid> => {
  const id = newUuid()
  const { kommune = null, kle = null, kilde = EOJ.id, af } = felter
  await t.asOwner(
    `INSERT INTO objekt (objekt_id, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data) VALUES ($1, $2, $3, $3, now(), $4, $5, '', '{}', '{}')`,
    [id, art, kilde, kommune, kle],
  )
  if (af) await t.asOwner('INSERT INTO afhaengighed (af, objekt_id) VALUES ($1, $2)', [af, id])
  return id
}
const count = (...optaelling: Optaelling[]) =>
  t.db.transaction({ rolle: 'modtagelse' }, (tx) => reconcile(tx, EOJ, optaelling, nu))
const felt = (art: Art, antal: number, livsomraade: Optaelling['livsomraade'] = FELT.livsomraade): Optaelling => ({
  kommune: KORSBAEK,
  livsomraade,
  art,
  antal,
})
const reconciled = async () =>
  (
    await t.asOwner<{ hvad: string }>(
      `SELECT livsomraade || ' ' || art || ' ' || (afstemt IS NOT NULL) AS hvad FROM daekning ORDER BY 1`,
    )
  ).map(({ hvad }) => hvad)

describe("a source's count", () => {
  test('agrees over several numbers of an area, and counts notes and payments where they stand', async () => {
    const sag = await keep('sag', { kommune: KORSBAEK, kle: '27.36.04' })
    await keep('sag', { kommune: KORSBAEK, kle: '27.60.04' })
    await keep('sag', { kommune: KORSBAEK, kle: '29.18.00' })
    await keep('sag', { kommune: KORSBAEK, kle: '27.36.04', kilde: ESDH.id })
    await keep('journalnotat', { af: sag })
    const bevilling = await keep('bevilling', { kommune: KORSBAEK, af: sag })
    await keep('oekonomiskEffektuering', { kommune: KORSBAEK, af: bevilling })
    const svar = await count(
      felt('sag', 2),
      felt('sag', 1, 'sundhed'),
      felt('journalnotat', 1),
      felt('bevilling', 1),
      felt('oekonomiskEffektuering', 1),
      felt('dokument', 0),
    )
    expect(svar).toEqual({ ok: true, value: [] })
    expect(await reconciled()).toEqual([
      'hjaelp-pleje-og-handicap bevilling true',
      'hjaelp-pleje-og-handicap dokument true',
      'hjaelp-pleje-og-handicap journalnotat true',
      'hjaelp-pleje-og-handicap oekonomiskEffektuering true',
      'hjaelp-pleje-og-handicap sag true',
      'sundhed sag true',
    ])
  })

  test('that differs takes the reconciliation away and is answered with both numbers', async () => {
    await keep('sag', { kommune: KORSBAEK, kle: '27.36.04' })
    await count(felt('sag', 1), felt('dokument', 0))
    expect(await count(felt('sag', 2), felt('dokument', 0))).toEqual({
      ok: true,
      value: [{ kommune: KORSBAEK, livsomraade: FELT.livsomraade, art: 'sag', kilde: 2, indeks: 1 }],
    })
    expect(await reconciled()).toEqual(['hjaelp-pleje-og-handicap dokument true', 'hjaelp-pleje-og-handicap sag false'])
  })

  test('that leaves out a field we hold something of differs; silence proves nothing either way', async () => {
    await keep('sag', { kommune: KORSBAEK, kle: '27.36.04' })
    await count(felt('sag', 1), felt('dokument', 0))
    expect(await count(felt('bevilling', 0))).toEqual({
      ok: true,
      value: [{ kommune: KORSBAEK, livsomraade: FELT.livsomraade, art: 'sag', kilde: undefined, indeks: 1 }],
    })
    expect(await reconciled()).toEqual([
      'hjaelp-pleje-og-handicap bevilling true',
      'hjaelp-pleje-og-handicap dokument false',
      'hjaelp-pleje-og-handicap sag false',
    ])
  })

  test('speaks for the municipalities it names alone', async () => {
    await keep('sag', { kommune: BROBYSKOV, kle: '27.36.04' })
    expect(await count(felt('sag', 0))).toEqual({ ok: true, value: [] })
    expect(await count()).toEqual({ ok: true, value: [] })
  })

  test('is refused for a municipality that is not agreed, a field given twice and what is no number', async () => {
    const afvist = async (...optaelling: Optaelling[]) => {
      const svar = await count(...optaelling)
      return svar.ok ? 'taget' : svar.afvisning
    }
    expect(await afvist({ ...felt('sag', 0), kommune: BROBYSKOV })).toBe('KOMMUNE_IKKE_AFTALT')
    expect(await afvist(felt('sag', 0), felt('sag', 1))).toBe('FELT_TO_GANGE')
    for (const antal of [-1, 0.5, Number.NaN]) expect(await afvist(felt('sag', antal))).toBe('ANTAL_UGYLDIGT')
    expect(await reconciled()).toEqual([])
  })

  test('does not move when the source last delivered, nor since when it is connected', async () => {
    await deliver(levering(timerFoer(50)))
    await count(felt('sag', 0))
    expect(await rows()).toEqual([{ art: 'sag', siden: '2026-11-20 10:00:00+00', seneste: '2026-11-20 10:00:00+00' }])
  })
})

describe('the store', () => {
  const open = async () => createDaekningslager(t.db, clock, await createKilderegister(t.db, clock))
  const AABEN = opsaetning(konfiguration())
  const connect = async () => {
    const kilder = await createKilderegister(t.db, clock)
    await kilder.save(EOJ)
    const lager = await createDaekningslager(t.db, clock, kilder)
    await lager.saveForventninger([{ ...FELT, slags: 'eoj' }])
    await lager.saveTilslutninger([{ ...FELT, kilde: EOJ.id, tilsluttetSiden: timerFoer(9999), dataFra: '2016-01-01' }])
    return lager
  }
  const say = async (lager: Awaited<ReturnType<typeof open>>) => {
    const { udsagn, forbehold } = (await lager.current()).udsagnFor(FELT, AABEN, nu, false, [])
    return [udsagn, ...forbehold].join(' ')
  }

  test('empty, it knows nothing', async () => {
    expect(await say(await open())).toBe('ikkeTilsluttet ukendteKilder')
  })

  test('from connection to proof: expected, connected, delivered, counted, confirmed', async () => {
    const lager = await connect()
    expect(await say(lager)).toBe('ikkeSet forsinket ikkeAfstemt')
    await deliver(levering(nu))
    await lager.refresh()
    expect(await say(lager)).toBe('ikkeSet ikkeAfstemt')
    await count(felt('sag', 0))
    await lager.refresh()
    expect(await say(lager)).toBe('ikkeSet ikkeBevist')
    await bevisKilde(t.db, EOJ, nu)
    await lager.refresh()
    expect(await say(lager)).toBe('intet')
    expect(await say(await open())).toBe('intet')
  })

  describe('what is broken after coverage was read', () => {
    const brud = (kilde = EOJ) =>
      t.db.transaction({ rolle: 'modtagelse' }, (tx) =>
        recordBeroerte(tx, [{ kilde: kilde.id, kommune: KORSBAEK, antal: 0, nyeste: undefined }]),
      )
    const nummer = async () => (await t.asOwner<{ nr: number }>('SELECT nr::int FROM daekningsbrud'))[0]?.nr ?? -1
    const prove = async () => {
      const lager = await connect()
      await deliver(levering(nu))
      await count(felt('sag', 0))
      await bevisKilde(t.db, EOJ, nu)
      await lager.refresh()
      return lager
    }
    const saySiden = async (lager: Awaited<ReturnType<typeof open>>, foer: Daekning) =>
      (await lager.followBrud(foer, await nummer())).udsagnFor(FELT, AABEN, nu, false, []).udsagn

    test('is taken away, and stays so where it has been proved anew: that proof is not the one that was read', async () => {
      const lager = await prove()
      const foer = await lager.current()
      expect(await saySiden(lager, foer)).toBe('intet')
      await brud()
      expect(await saySiden(lager, foer)).toBe('ikkeSet')
      await bevisKilde(t.db, EOJ, nu)
      expect(await saySiden(lager, foer)).toBe('ikkeSet')
      expect(await saySiden(lager, await lager.refresh())).toBe('intet')
    })

    test('of another source takes nothing away', async () => {
      const lager = await prove()
      await bevisKilde(t.db, ESDH, nu)
      const foer = await lager.current()
      await brud(ESDH)
      expect(await saySiden(lager, foer)).toBe('intet')
    })

    test('is asked of the database once for all who see the same number, and not at all where nothing was broken', async () => {
      let laesninger = 0
      const taellende: typeof t.db = {
        ...t.db,
        readBatch: (kontekst, statements) => {
          laesninger++
          return t.db.readBatch(kontekst, statements)
        },
      }
      await prove()
      const lager = await createDaekningslager(taellende, clock, await createKilderegister(t.db, clock))
      const foer = await lager.current()
      laesninger = 0
      await lager.followBrud(foer, await nummer())
      expect(laesninger).toBe(0)
      await brud()
      const nr = await nummer()
      await Promise.all([lager.followBrud(foer, nr), lager.followBrud(foer, nr)])
      expect(laesninger).toBe(1)
    })

    test('cannot be read: then nothing is handed out; and of a number that is lower than before nothing is proved', async () => {
      const lager = await prove()
      const foer = await lager.current()
      await brud()
      const nr = await nummer()
      await t.asOwner('REVOKE SELECT ON bevis FROM borgerblikket_opsaetning')
      await expect(lager.followBrud(foer, nr)).rejects.toThrow()
      await t.asOwner('GRANT SELECT ON bevis TO borgerblikket_opsaetning')
      expect(await saySiden(lager, foer)).toBe('ikkeSet')
      expect((await lager.followBrud(foer, foer.fakta.brudNr - 1)).udsagnFor(FELT, AABEN, nu, false, []).udsagn).toBe('ikkeSet')
    })
  })

  test('a refused line silences until it is settled', async () => {
    const lager = await connect()
    await deliver(levering(nu))
    await count(felt('sag', 0))
    await bevisKilde(t.db, EOJ, nu)
    await t.asOwner(
      `INSERT INTO afvisning (afvisning_id, leverance_id, linje, kilde_id, kommune, livsomraade, art, regel, brud)
       VALUES ($1, $1, 1, $2, $3, $4, 'sag', 'SAG-019', '[]')`,
      [newUuid(), EOJ.id, KORSBAEK, FELT.livsomraade],
    )
    await lager.refresh()
    expect(await say(lager)).toBe('ikkeSet afviste')
    await t.asOwner('UPDATE afvisning SET afgjort = now()')
    await lager.refresh()
    expect(await say(lager)).toBe('intet')
  })

  test('what a municipality says of its kinds of system replaces what it said', async () => {
    const lager = await connect()
    await lager.saveForventninger([{ ...FELT, slags: 'esdh' }])
    expect(await say(lager)).toContain('manglendeKilder')
    await lager.saveForventninger([{ ...FELT, livsomraade: 'sundhed', slags: 'eoj' }])
    expect(await say(lager)).toContain('ukendteKilder')
  })

  test('where it can be read no more, nothing is said at all', async () => {
    const anden = await createTestDatabase()
    const lager = await createDaekningslager(anden.db, clock, await createKilderegister(anden.db, clock))
    await anden.asOwner('REVOKE SELECT ON daekning FROM borgerblikket_opsaetning')
    nu = tidspunkt('2026-11-22T12:00:30Z')
    await expect(lager.current()).rejects.toThrow('daekning cannot be read')
    await anden.close()
  })
})
