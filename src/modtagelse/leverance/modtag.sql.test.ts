import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { genopbyg } from '#indeks'
import { newUuid, tidspunkt, type Uuid } from '#kernel'
import { fixedClock } from '#platform/clock'
import { createNoegler, open } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { ESDH } from '../../../test/byggere/historie.ts'
import { FIKTIVT_CPR, fuldtElement, somKilde } from '../regler/fuldt-element.testdata.ts'
import { normalizeRest, standardRoller } from '../regler/index.ts'
import { laesRegistrering, modtagLinjer, openLeverance } from './index.ts'
import type { IndkommenLinje, Modtagelsesdeps } from './typer.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbmodtag-'))
let database: Testdatabase
let deps: Modtagelsesdeps
beforeAll(async () => {
  database = await createTestDatabase()
  deps = {
    db: database.db,
    noegler: createNoegler(join(mappe, 'noegler')),
    clock: fixedClock(tidspunkt('2026-11-22T12:00:00.000Z')),
    roller: standardRoller,
  }
})
afterAll(async () => {
  await database.close()
  rmSync(mappe, { recursive: true, force: true })
})

/** A full case with the sender as Master, named anew, with the fields given. */
function sag(felter: Record<string, unknown> = {}): Record<string, unknown> {
  const itSystemer = (fuldtElement('sag')['itSystemer'] as Record<string, unknown>[]).map((system) => ({
    ...system,
    referenceId: ESDH.id,
  }))
  return { ...fuldtElement('sag'), itSystemer, id: newUuid(), ...felter }
}

const linje = (nr: number, element: Record<string, unknown>): IndkommenLinje => ({
  linje: nr,
  raa: JSON.stringify(element),
  brud: [],
  element: normalizeRest(somKilde(element), { itSystem: ESDH.id, systemNavn: ESDH.navn }),
})

const lever = async (noegle: string, ...linjer: IndkommenLinje[]) =>
  modtagLinjer(deps, await openLeverance(deps, ESDH, noegle, 'rest'), linjer)
const antal = async (tabel: string, hvor: string, vaerdi: unknown): Promise<number> =>
  Number(
    (await database.asOwner<{ antal: string }>(`SELECT count(*) AS antal FROM ${tabel} WHERE ${hvor} = $1`, [vaerdi]))[0]?.antal,
  )

describe('receipts', () => {
  test('each line gets its own: taken in, unchanged, or refused with the rule', async () => {
    const [god, daarlig] = [sag(), sag({ sagsparter: [{ rolle: 'Primær part', referenceId: 'urn:oio:forkert' }] })]
    const svar = await lever('hver sin', linje(1, god), linje(2, god), linje(3, daarlig))
    expect(svar.map(({ linje: nr, udfald, id }) => [nr, udfald, id])).toEqual([
      [1, 'modtaget', god['id']],
      [2, 'uaendret', god['id']],
      [3, 'afvist', daarlig['id']],
    ])
    expect(svar[2]?.brud[0]?.regel).toMatch(/^SAG-/)
  })

  test('a rule that is new only warns until its day: the line is taken in, and says so each time it is answered', async () => {
    const [regel] = ['SAG-008']
    const udenTitel = sag({ egenskaber: [{ ...(fuldtElement('sag')['egenskaber'] as object[])[0], titel: undefined }] })
    const paa = async (dag: string, noegle: string) => {
      const varslede = { ...deps, varslede: new Map([[regel ?? '', dag]]) }
      return modtagLinjer(varslede, await openLeverance(varslede, ESDH, noegle, 'rest'), [linje(1, udenTitel)])
    }
    const foer = { udfald: 'modtaget', brud: [{ regel }] }
    expect(await paa('2026-11-23', 'varslet')).toMatchObject([foer])
    expect(await paa('2026-11-23', 'varslet')).toMatchObject([foer])
    expect(await paa('2026-11-22', 'i kraft')).toMatchObject([{ udfald: 'afvist', brud: [{ regel }] }])
    expect(await antal('afvisning', 'objekt_id', udenTitel['id'])).toBe(1)
  })

  test('a delivery that is sent again is answered as it was the first time, and nothing is taken in twice', async () => {
    const linjer = [linje(1, sag()), linje(2, sag({ tidspunkt: '2027-01-01T00:00:00.000Z' })), linje(3, sag())]
    const foerst = await lever('igen', ...linjer)
    expect(foerst.map((led) => led.udfald)).toEqual(['modtaget', 'afvist', 'modtaget'])
    expect(await lever('igen', ...linjer)).toEqual(foerst)
    expect(await antal('afvisning', 'objekt_id', foerst[1]?.id)).toBe(1)
    expect(await antal('udbakke', 'objekt_id', foerst[0]?.id)).toBe(1)
  })

  test('the rest of a delivery that broke off is taken in where it was left', async () => {
    const linjer = [linje(1, sag()), linje(2, sag())]
    const [foerste] = await lever('afbrudt', linjer[0] as IndkommenLinje)
    expect((await lever('afbrudt', ...linjer)).map((led) => [led.id, led.udfald])).toEqual([
      [foerste?.id, 'modtaget'],
      [expect.anything(), 'modtaget'],
    ])
  })

  test('another line under a key and number already used is refused, kept, and counted once', async () => {
    const [foerst, anden] = [sag(), sag()]
    await lever('anden', linje(1, foerst))
    for (let gang = 0; gang < 2; gang++)
      expect((await lever('anden', linje(1, anden)))[0]).toMatchObject({ udfald: 'afvist', brud: [{ regel: 'IND-019' }] })
    expect(await antal('objekt', 'objekt_id', anden['id'])).toBe(0)
    expect(await antal('afvisning', 'objekt_id', anden['id'])).toBe(1)
  })

  test('the same delivery sent twice at once is taken in once, and answered alike', async () => {
    const linjer = Array.from({ length: 5 }, (_, i) => linje(i + 1, sag()))
    const [a, b] = await Promise.all([lever('samtidig', ...linjer), lever('samtidig', ...linjer)])
    expect(a).toEqual(b)
    expect(a?.map((led) => led.udfald)).toEqual(linjer.map(() => 'modtaget'))
    for (const { id } of a ?? [])
      expect([await antal('registrering', 'objekt_id', id), await antal('udbakke', 'objekt_id', id)]).toEqual([1, 1])
  })
})

describe('what is kept', () => {
  test('a refused line stands sealed as it was sent, with what it touches', async () => {
    const daarlig = sag({ tidspunkt: '2027-01-01T00:00:00.000Z' })
    await lever('afvist', linje(1, daarlig))
    const [raekke] = await database.asOwner<{
      afvisning_id: Uuid
      kommune: string
      livsomraade: string
      regel: string
      linje_krypteret: Buffer
    }>('SELECT * FROM afvisning WHERE objekt_id = $1', [daarlig['id']])
    expect(raekke).toMatchObject({ kommune: '11111111', regel: 'IND-003', art: 'sag', afgjort: null })
    const aabnet = open(deps.noegler.indhold, raekke?.linje_krypteret ?? Buffer.alloc(0), `afvisning ${raekke?.afvisning_id}`)
    expect(JSON.parse(aabnet.toString('utf8'))).toEqual(daarlig)
  })

  test('a refusal is settled when the same source has the same object taken in', async () => {
    const id = newUuid()
    const aabne = async () =>
      (await database.asOwner('SELECT 1 FROM afvisning WHERE objekt_id = $1 AND afgjort IS NULL', [id])).length
    await lever('afgøres 1', linje(1, sag({ id, tidspunkt: '2027-01-01T00:00:00.000Z' })))
    expect(await aabne()).toBe(1)
    await lever('afgøres 2', linje(1, sag({ id })))
    expect(await aabne()).toBe(0)
  })

  test('in one delivery the lines settle in their order: what is refused after the object was taken in stays open', async () => {
    const [id, andet] = [newUuid(), newUuid()]
    const fremme = { tidspunkt: '2027-01-01T00:00:00.000Z' }
    await lever(
      'rækkefølge',
      linje(1, sag({ id })),
      linje(2, sag({ id, ...fremme })),
      linje(3, sag({ id: andet, ...fremme })),
      linje(4, sag({ id: andet })),
    )
    const aabne = await database.asOwner('SELECT linje FROM afvisning WHERE objekt_id = ANY ($1) AND afgjort IS NULL', [
      [id, andet],
    ])
    expect(aabne).toEqual([{ linje: 2 }])
  })

  test('the same sent again with a wish not to be told of is the same', async () => {
    const element = sag()
    await lever('stille 1', linje(1, element))
    expect((await lever('stille 2', linje(1, { ...element, udenNotifikation: true })))[0]?.udfald).toBe('uaendret')
  })

  test('no number stands in any table, and the registrations alone give the current state', async () => {
    await lever('numre', linje(1, sag({ noteTekst: `Ring om ${FIKTIVT_CPR}` })))
    const tabeller = await database.asOwner<{ navn: string }>(
      `SELECT table_name AS navn FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )
    const fundet: string[] = []
    for (const { navn } of tabeller)
      if ((await database.asOwner(`SELECT 1 FROM "${navn}" t WHERE t::text LIKE $1 LIMIT 1`, [`%${FIKTIVT_CPR}%`])).length > 0)
        fundet.push(navn)
    expect(fundet).toEqual([])
    const resultat = await genopbyg(deps.db, laesRegistrering(deps), { ret: false })
    expect(resultat).toMatchObject({ antalAfvigelser: 0 })
    expect(resultat.raekker).toBeGreaterThan(5)
  })

  test('where one statement fails nothing of the batch is kept, not even its receipts', async () => {
    const element = sag()
    const db = {
      ...deps.db,
      transaction: ((kontekst, work) =>
        deps.db.transaction(kontekst, (tx) =>
          work({
            ...tx,
            run: (statement) =>
              statement.name === 'kvittering_ind' ? Promise.reject(new Error('no more disk')) : tx.run(statement),
          }),
        )) as typeof deps.db.transaction,
    }
    const leverance = await openLeverance(deps, ESDH, 'fejler', 'rest')
    await expect(modtagLinjer({ ...deps, db }, leverance, [linje(1, element)])).rejects.toThrow('no more disk')
    for (const tabel of ['registrering', 'objekt', 'udbakke', 'kvittering'])
      expect(await antal(tabel, 'objekt_id', element['id'])).toBe(0)
    expect((await lever('fejler', linje(1, element)))[0]?.udfald).toBe('modtaget')
  })
})
