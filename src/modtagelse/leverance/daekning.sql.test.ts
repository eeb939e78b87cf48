import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, tidspunkt } from '#kernel'
import { fixedClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { ESDH } from '../../../test/byggere/historie.ts'
import { fuldtElement, somKilde } from '../regler/fuldt-element.testdata.ts'
import { normalizeRest, standardRoller } from '../regler/index.ts'
import { keepAfvistBesked } from '../soap/faelles/keep-afvist-besked.ts'
import { modtagLinjer, openLeverance } from './index.ts'
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

const aabne = async (id: unknown) =>
  (await database.asOwner('SELECT 1 FROM afvisning WHERE objekt_id = $1 AND afgjort IS NULL', [id])).length
const forkert = { sagsparter: [{ rolle: 'Primær part', referenceId: 'urn:oio:forkert' }] }

test('an older registration, sent again or late, does not settle the refusal of a newer one; a later one does', async () => {
  const id = newUuid()
  const foerste = sag({ id, tidspunkt: '2026-02-01T08:00:00.000Z' })
  await lever('afgør 1', linje(1, foerste))
  await lever('afgør 2', linje(1, sag({ id, tidspunkt: '2026-03-01T08:00:00.000Z', ...forkert })))
  expect((await lever('afgør 3', linje(1, foerste)))[0]?.udfald).toBe('uaendret')
  await lever('afgør 4', linje(1, sag({ id, tidspunkt: '2026-01-01T08:00:00.000Z' })))
  expect(await aabne(id)).toBe(1)
  await lever('afgør 5', linje(1, sag({ id, tidspunkt: '2026-03-01T08:00:00.000Z' })))
  expect(await aabne(id)).toBe(0)
})

test('a refusal whose time is not known is settled by what changes the object alone', async () => {
  const id = newUuid()
  const foerste = sag({ id, tidspunkt: '2026-02-01T08:00:00.000Z' })
  await lever('ukendt 1', linje(1, foerste))
  await lever('ukendt 2', linje(1, sag({ id, tidspunkt: 'i går' })))
  await lever('ukendt 3', linje(1, foerste))
  expect(await aabne(id)).toBe(1)
  await lever('ukendt 4', linje(1, sag({ id, tidspunkt: '2026-03-01T08:00:00.000Z' })))
  expect(await aabne(id)).toBe(0)
})

/** The owners of a case: another municipality until and this one after the day given, in either order of time. */
function ejere(foerst: string, siden: string) {
  const [ejer, ...resten] = fuldtElement('sag')['sagsaktoerer'] as Record<string, unknown>[]
  const virkning = ejer?.['virkning'] as Record<string, unknown>
  const med = (cvr: string, fra: string, til: string | null) => ({
    ...ejer,
    cvrNummer: cvr,
    referenceId: `urn:oio:cvr-nr:${cvr}`,
    virkning: { ...virkning, fra, til },
  })
  const skift = '2026-01-15T00:00:00+01:00'
  return [med(foerst, '2020-01-01T00:00:00+01:00', skift), med(siden, skift, null), ...resten]
}

test('the owner at the Tidspunkt decides for whom a case is: one that moved in is taken in, one that moved out is not', async () => {
  const tid = { tidspunkt: '2026-02-01T08:00:00.000Z' }
  const [ind] = await lever('flyttet ind', linje(1, sag({ ...tid, sagsaktoerer: ejere('22222222', '11111111') })))
  expect([ind?.udfald, ind?.brud]).toEqual(['modtaget', []])
  const [ud] = await lever('flyttet ud', linje(1, sag({ ...tid, sagsaktoerer: ejere('11111111', '22222222') })))
  expect(ud?.brud.map(({ regel }) => regel)).toEqual(['IND-005'])
  const [raekke] = await database.asOwner<{ kommune: string }>('SELECT kommune FROM afvisning WHERE objekt_id = $1', [ud?.id])
  expect(raekke?.kommune).toBe('22222222')
})

test('a refused message is kept as one refusal that may be about anything, once however often it is sent, and with 1 MB of it', async () => {
  const find = () =>
    database.asOwner<{ kommune: null; objekt_id: null; laengde: number }>(
      "SELECT kommune, livsomraade, art, objekt_id, length(linje_krypteret) AS laengde FROM afvisning WHERE regel = 'IND-001' AND afgjort IS NULL",
    )
  const besked = Buffer.from('<forkert>'.repeat(200_000))
  for (let gang = 0; gang < 2; gang++) await keepAfvistBesked(deps, ESDH, 'IND-001', besked)
  const [raekke, ...flere] = await find()
  expect(raekke).toMatchObject({ kommune: null, livsomraade: null, art: null, objekt_id: null })
  expect(raekke?.laengde).toBeLessThan(1_100_000)
  expect(flere).toEqual([])
  await keepAfvistBesked(deps, ESDH, 'IND-001', Buffer.from('<andet>'))
  expect((await find()).length).toBe(2)
})

test('a note that comes before its case is recorded for coverage when the case comes', async () => {
  await database.asOwner('DELETE FROM daekning', [])
  const arter = async () =>
    (await database.asOwner<{ art: string }>('SELECT art FROM daekning ORDER BY art')).map(({ art }) => art)
  const id = newUuid()
  const notat = { ...fuldtElement('journalnotat'), id: newUuid(), sag: id, itSystemer: sag()['itSystemer'] }
  const [kvittering] = await lever('notat først', linje(1, notat))
  expect([kvittering?.brud, await arter()]).toEqual([[], []])
  const sagsklasser = (fuldtElement('sag')['sagsklasser'] as Record<string, unknown>[]).map((klasse) =>
    klasse['rolle'] === 'Primær klasse' ? { ...klasse, brugervendtNoegle: '27.35.04' } : klasse,
  )
  expect((await lever('så sagen', linje(1, sag({ id, sagsklasser }))))[0]?.brud).toEqual([])
  expect(await arter()).toEqual(['journalnotat', 'sag'])
})
