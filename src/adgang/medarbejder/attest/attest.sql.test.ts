import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CvrNummer, cvrNummer, newUuid, parseKleMoenster, type Rettighedsgruppe, type Tidspunkt, tidspunkt } from '#kernel'
import { fixedClock } from '#platform/clock'
import { DatabaseFejl, sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../../test/byggere/database.ts'
import { removeOldMedarbejdersessions, startMedarbejdersession } from '../log-ind.ts'
import { tildelRolle } from '../tildel-rolle.ts'
import { listAttestoversigt } from './attest.sql.ts'
import { attester, readAttestliste } from './attest.ts'

const [FOERST, SENERE, ENDNU_SENERE, AAR_EFTER] = ['2026-01-10', '2026-03-10', '2026-06-10', '2027-06-11'].map((dag) =>
  tidspunkt(`${dag}T12:00:00.000Z`),
) as [Tidspunkt, Tidspunkt, Tidspunkt, Tidspunkt]
let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())

let naeste = 10_000_000
const nyKommune = (): CvrNummer => cvrNummer(String(++naeste))
const deps = (nu: Tidspunkt) => ({ db: base.db, clock: fixedClock(nu) })
const gruppe = (kommune: CvrNummer, andet: Partial<Rettighedsgruppe> = {}): Rettighedsgruppe => ({
  kommune,
  systemroller: ['se'],
  kle: ['27.*'].flatMap((tekst) => parseKleMoenster(tekst) ?? []),
  foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
  ...andet,
})
const HENRIK = { id: newUuid(), navn: 'Henrik Aabo' }

type Hvem = { readonly cvr: CvrNummer; readonly id: ReturnType<typeof newUuid>; readonly navn: string }
const logInd = ({ cvr, id, navn }: Hvem, rettigheder: readonly Rettighedsgruppe[], nu: Tidspunkt) =>
  startMedarbejdersession(deps(nu), { id, cvr, navn, organisation: 'Kommunen', loa: 'High', forrige: undefined, rettigheder })

test('who has which rights stays known when the sessions are gone: since the first login with them, and as of the last', async () => {
  const cvr = nyKommune()
  const vibeke: Hvem = { cvr, id: newUuid(), navn: 'Vibeke Skov' }
  await logInd(vibeke, [gruppe(cvr), gruppe(cvr)], FOERST)
  await logInd({ ...vibeke, navn: 'Vibeke Skovdal' }, [gruppe(cvr), gruppe(cvr, { systemroller: ['kendskab'] })], SENERE)
  await logInd(vibeke, [], ENDNU_SENERE)
  await removeOldMedarbejdersessions(deps(AAR_EFTER))
  const { linjer } = await readAttestliste(deps(ENDNU_SENERE), cvr)
  expect(linjer.map(({ navn, siden, senest, ret }) => [navn, siden, senest, ret])).toEqual([
    ['Vibeke Skovdal', SENERE, SENERE, { kilde: 'login', gruppe: gruppe(cvr, { systemroller: ['kendskab'] }) }],
    ['Vibeke Skovdal', FOERST, SENERE, { kilde: 'login', gruppe: gruppe(cvr) }],
  ])
  expect((await readAttestliste(deps(AAR_EFTER), cvr)).linjer).toEqual([])
  await removeOldMedarbejdersessions(deps(tidspunkt('2028-06-11T00:00:00.000Z')))
  expect((await readAttestliste(deps(SENERE), cvr)).linjer).toEqual([])
})

test('roles given here stand beside them, and another organisation’s do not', async () => {
  const [cvr, anden] = [nyKommune(), nyKommune()]
  const givet = {
    medarbejder: newUuid(),
    navn: 'Poul Prøve',
    rolle: 'leverandoer' as const,
    af: 'drift:anne',
    begrundelse: 'Bestilt',
  }
  await tildelRolle(deps(FOERST), { ...givet, cvr })
  await logInd({ cvr, id: givet.medarbejder, navn: 'Poul Prøve' }, [], SENERE)
  await logInd({ cvr: anden, id: newUuid(), navn: 'En anden' }, [gruppe(anden)], SENERE)
  const { linjer } = await readAttestliste(deps(SENERE), cvr)
  expect(linjer).toMatchObject([
    { navn: 'Poul Prøve', ret: { kilde: 'givet', rolle: 'leverandoer' }, siden: FOERST, senest: SENERE },
  ])
})

test('that the list was seen is kept with the list; what comes after is new, and what was not seen is not approved', async () => {
  const cvr = nyKommune()
  await logInd({ cvr, id: newUuid(), navn: 'Anne' }, [gruppe(cvr)], FOERST)
  const set = await readAttestliste(deps(SENERE), cvr)
  expect(set.linjer.map(({ ny }) => ny)).toEqual([true])
  await logInd({ cvr, id: newUuid(), navn: 'Bo' }, [gruppe(cvr)], SENERE)
  expect(await attester(deps(SENERE), { ...HENRIK, cvr }, set.fingeraftryk)).toEqual({
    ok: false,
    afvisning: 'LISTEN_ER_AENDRET',
  })
  expect(await attester(deps(SENERE), { ...HENRIK, cvr }, '')).toMatchObject({ ok: false })
  const igen = await readAttestliste(deps(SENERE), cvr)
  expect(igen.attester).toEqual([])
  expect(await attester(deps(SENERE), { ...HENRIK, cvr }, igen.fingeraftryk)).toMatchObject({ ok: true })
  // A login with the same rights changes nothing that must be seen; one with others does.
  await logInd({ cvr, id: newUuid(), navn: 'Carl' }, [gruppe(cvr, { foelsomhed: 'VIP_SAGER' })], ENDNU_SENERE)
  const efter = await readAttestliste(deps(ENDNU_SENERE), cvr)
  expect(efter.attester).toMatchObject([{ navn: 'Henrik Aabo', attesteret: SENERE, antal: 2 }])
  expect(efter.linjer.map(({ navn, ny }) => [navn, ny])).toEqual([
    ['Anne', false],
    ['Bo', false],
    ['Carl', true],
  ])
  const [alle] = await base.db.readBatch({ rolle: 'login' }, [listAttestoversigt(ENDNU_SENERE)])
  expect(alle.filter((en) => en.cvr === cvr)).toEqual([{ cvr, medarbejdere: 3, attesteret: SENERE, navn: 'Henrik Aabo' }])
})

test('what was attested is neither changed nor removed by the one who writes it', async () => {
  for (const saetning of ['UPDATE rolleattest SET navn = $1', 'DELETE FROM rolleattest WHERE navn = $1'])
    await expect(base.db.transaction({ rolle: 'login' }, (tx) => tx.run(sql(saetning, ['x'])))).rejects.toThrow(DatabaseFejl)
})
