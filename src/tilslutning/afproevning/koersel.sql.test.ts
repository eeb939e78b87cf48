import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, tidspunkt } from '#kernel'
import { KILDER, KORSBAEK, startWebsted, type Testwebsted } from '../../../test/byggere/websted.ts'
import {
  afslutKoersel,
  bedoemKoersel,
  findKoersel,
  findRapport,
  type Koerselsdeps,
  listKoersler,
  listOverensstemmelse,
  startKoersel,
} from './koersel.ts'
import { createUnderskriver } from './rapport/underskrift.ts'
import { verificerJson } from './rapport/verificer.ts'
import { rigtigAfsender } from './server/afsender.bygger.ts'
import { STANDARD_KLE } from './server/forloeb.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbkoersel-'))
let sted: Testwebsted
let deps: Koerselsdeps
const hoert: [string, boolean][] = []
beforeAll(async () => {
  sted = await startWebsted({ logniveau: 'silent' })
  deps = {
    ...sted.system,
    underskriver: await createUnderskriver(mappe),
    origin: sted.origin,
    onAfproevet: async ({ version }, bestaaet) => void hoert.push([version, bestaaet]),
  }
})
afterAll(async () => {
  await sted.close()
  rmSync(mappe, { recursive: true, force: true })
})

const VALG = {
  kilde: KILDER.a.id,
  navn: KILDER.a.navn,
  version: '4.2',
  kommune: KORSBAEK,
  kle: STANDARD_KLE,
  arter: ['sag', 'dokument', 'journalnotat', 'bevilling'] as const,
}

async function start(version = '4.2') {
  const svar = await startKoersel(deps, { ...VALG, version })
  if (!svar.ok) throw new Error(svar.afvisning)
  return svar.value
}

test('a run waits, sees what comes, ends with a signed report, is told to the road, and stands in the matrix', async () => {
  const koersel = await start()
  const foer = await bedoemKoersel(deps, koersel)
  expect(new Set(foer.begivenheder.map(({ udfald }) => udfald))).toEqual(new Set(['ikkeProevet']))
  for (const { element } of rigtigAfsender({ id: koersel.id, system: KILDER.a, nu: tidspunkt(new Date()) }))
    await sted.lever('a', [element as never])
  const svar = await afslutKoersel(deps, koersel)
  expect(svar.ok && svar.value.rapport.bestaaet).toBe(true)
  const gemt = await findRapport(deps, koersel.id)
  expect(await verificerJson(JSON.stringify(gemt), [deps.underskriver.offentlig])).toBe(true)
  expect(hoert).toContainEqual(['4.2', true])
  expect(await listOverensstemmelse(deps)).toMatchObject([{ system_version: '4.2', kommune: KORSBAEK, bestaaet: true }])
  expect((await findKoersel(deps, koersel.id))?.bestaaet).toBe(true)
})

test('a run in which nothing came fails, and ends once', async () => {
  const koersel = await start('4.3')
  expect(await afslutKoersel(deps, koersel)).toMatchObject({ ok: true, value: { rapport: { bestaaet: false } } })
  expect(await afslutKoersel(deps, koersel)).toEqual({ ok: false, afvisning: 'ALLEREDE_SLUTTET' })
  expect(hoert.filter(([version]) => version === '4.3')).toEqual([['4.3', false]])
})

test('what another source delivers for the same persons counts for nobody but it', async () => {
  const koersel = await start('4.4')
  for (const { element } of rigtigAfsender({ id: koersel.id, system: KILDER.b, nu: tidspunkt(new Date()) }))
    await sted.lever('b', [element as never])
  const { begivenheder, afviste } = await bedoemKoersel(deps, koersel)
  expect([afviste, begivenheder.filter(({ udfald }) => udfald !== 'ikkeProevet')]).toEqual([[], []])
})

test('results cannot be changed or taken away by the role that writes them, and a run that is not there is none', async () => {
  for (const text of ['DELETE FROM afproevning_resultat', 'UPDATE afproevning_resultat SET bestaaet = true'])
    await expect(deps.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run({ text, values: [] }))).rejects.toMatchObject({
      kode: '42501',
    })
  expect(await findKoersel(deps, newUuid())).toBeUndefined()
  expect(await listKoersler(deps, [])).toEqual([])
})

test('a source has at most five runs open', async () => {
  const aaben = (await listKoersler(deps, [KILDER.a.id])).filter(({ sluttet }) => !sluttet).length
  for (let nr = aaben; nr < 5; nr++) await start('4.5')
  expect(await startKoersel(deps, VALG)).toEqual({ ok: false, afvisning: 'FOR_MANGE_AABNE' })
})
