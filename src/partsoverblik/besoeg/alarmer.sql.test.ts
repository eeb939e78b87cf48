import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Adgang } from '#indeks'
import { type CvrNummer, type KleMoenster, newUuid, type Rettighedsgruppe, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { registerPartsoplysninger } from '#part'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { makeTestnoegler } from '../../../test/byggere/noegler.ts'
import { bekraeftBesoeg, findBesoeg, startBesoeg } from './index.ts'
import type { Besoegsvalg } from './start-besoeg.ts'

const KOMMUNE = '11111111' as CvrNummer
const ENHED = '8d3f0000-0000-4000-8000-0000000000ee'
let base: Testdatabase
const noegler = makeTestnoegler()
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())
beforeEach(() =>
  base.asOwner(
    'TRUNCATE opslagsbesoeg, medarbejdersession, part, part_oplysning, overblik, objekt, foraeldremyndighed, medarbejderpart, ansat CASCADE',
  ),
)

/** A Tuesday forenoon. */
const T0 = tidspunkt('2026-11-24T09:00:00.000Z')
const deps = (nu: Tidspunkt = T0) => ({ db: base.db, clock: { now: () => nu }, noegler })
const alt: Rettighedsgruppe = { kommune: KOMMUNE, systemroller: ['se'], kle: ['*' as KleMoenster], foelsomhed: 'VIP_SAGER' }

async function logInd(rettigheder: readonly Rettighedsgruppe[] = [alt], enheder: readonly string[] = []) {
  const [id, session] = [newUuid(), newUuid()]
  await base.asOwner(
    `INSERT INTO medarbejdersession (session_id, medarbejder_id, cvr, organisation, navn, loa, oprettet, set, udloeber)
     VALUES ($1, $2, $3, 'Korsbæk', 'Ulla Jakobsen', 'Substantial', $4, $4, '2027-01-01')`,
    [session, id, KOMMUNE, T0],
  )
  return { id, cvr: KOMMUNE, session, navn: 'Ulla Jakobsen', rettigheder, enheder }
}
type Hvem = Awaited<ReturnType<typeof logInd>>

async function createPart(beskyttet = false): Promise<Uuid> {
  const part = newUuid()
  await base.asOwner(`INSERT INTO part (part_id, type, adressebeskyttet) VALUES ($1, 'person', $2)`, [part, beskyttet])
  return part
}
const isMedarbejder = (hvem: Hvem, part: Uuid) =>
  base.asOwner(`INSERT INTO medarbejderpart VALUES ($1, $2, $3, 'arbejdsgiver', now())`, [KOMMUNE, hvem.id, part])

async function createSag(
  part: Uuid,
  valg: { foelsomhed?: string; kle?: string; enhed?: string; behandler?: Uuid; fremdrift?: string } = {},
): Promise<Uuid> {
  const id = newUuid()
  const { foelsomhed = 'IKKE_FORTROLIGE_DATA', kle = '27.36.04', enhed, behandler, fremdrift = 'Opstaaet' } = valg
  const virkning = { fra: '2020-01-01T00:00:00.000Z', til: null }
  const data = {
    foelsomhed: [{ foelsomhed, virkning }],
    ansvarlig: enhed ? [{ enhed, navn: 'Enheden', virkning }] : [],
    fremdrift: [{ status: fremdrift, virkning }],
  }
  const trin = ['IKKE_FORTROLIGE_DATA', 'FORTROLIGE_PERSONOPLYSNINGER', 'FOELSOMME_PERSONOPLYSNINGER', 'VIP_SAGER'].indexOf(
    foelsomhed,
  )
  const adgang: Adgang = { m: newUuid(), o: [{ t: 0, e: KOMMUNE, k: [kle], f: trin }] }
  await base.asOwner(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, adgang) VALUES ($1, $2, 'sag', $3, $4, $2, ARRAY[$2::uuid], now(), $5, $6)`,
    [part, id, KOMMUNE, kle, data, adgang],
  )
  await base.asOwner(
    `INSERT INTO objekt (objekt_id, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data)
     VALUES ($1, 'sag', $1, $1, now(), $2, $3, '', ARRAY[$4::uuid], $5)`,
    [id, KOMMUNE, kle, part, behandler ? { behandlere: [{ behandler, virkning }] } : {}],
  )
  return id
}

async function besoeg(hvem: Hvem, valg: Besoegsvalg, nu = T0) {
  const svar = await startBesoeg(deps(nu), hvem, valg)
  if (!svar.ok) return { afvisning: svar.afvisning, alarmer: [] as string[], venter: false, besoeg: undefined }
  const alarmer = await base.asOwner<{ alarm: string }>(
    `SELECT art || ' ' || alvor AS alarm FROM opslagsalarm WHERE besoeg_id = $1 ORDER BY 1`,
    [svar.value.besoeg],
  )
  return { afvisning: undefined, alarmer: alarmer.map(({ alarm }) => alarm), ...svar.value }
}

test('the purpose is the employee’s own open case, by their id or their unit, and of what they may see alone', async () => {
  const part = await createPart()
  const ulla = await logInd()
  expect((await besoeg(ulla, { part })).afvisning).toBe('FORMAAL_MANGLER')
  const sag = await createSag(part, { behandler: ulla.id })
  const set = await besoeg(ulla, { part })
  const [raekke] = await base.asOwner('SELECT formaal, sag_id, part_id FROM opslagsbesoeg')
  expect(raekke).toEqual({ formaal: 'sagsbehandling', sag_id: sag, part_id: part })
  expect(await findBesoeg(deps(), ulla, set.besoeg as Uuid)).toMatchObject({ grundlag: { formaal: 'sagsbehandling', sag } })
  const udenRet = { ...ulla, rettigheder: [{ ...alt, kle: ['28.*' as KleMoenster] }] }
  expect((await besoeg(udenRet, { part })).afvisning).toBe('FORMAAL_MANGLER')
})

test('a unit’s case counts, a closed one and another unit’s do not', async () => {
  const ulla = await logInd([alt], [`urn:uuid:${ENHED}`])
  const [egen, lukket, anden] = [await createPart(), await createPart(), await createPart()]
  await createSag(egen, { enhed: ENHED })
  await createSag(lukket, { enhed: ENHED, fremdrift: 'Afsluttet' })
  await createSag(anden, { enhed: newUuid() })
  expect((await besoeg(ulla, { part: egen })).afvisning).toBeUndefined()
  expect((await besoeg(ulla, { part: lukket })).afvisning).toBe('FORMAAL_MANGLER')
  expect((await besoeg(ulla, { part: anden })).afvisning).toBe('FORMAAL_MANGLER')
})

test('oneself is asked about before anything is shown, and shown when it is meant', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  await isMedarbejder(ulla, part)
  const set = await besoeg(ulla, { part, formaal: 'henvendelse' })
  expect(set).toMatchObject({ alarmer: ['selv spoerg'], venter: true })
  expect(await findBesoeg(deps(), ulla, set.besoeg as Uuid)).toEqual({ grundlag: undefined, venter: true })
  expect((await besoeg(ulla, { part, formaal: 'henvendelse' })).besoeg).toBe(set.besoeg)
  expect(await bekraeftBesoeg(deps(), await logInd(), set.besoeg as Uuid)).toBe(false)
  expect(await bekraeftBesoeg(deps(), ulla, set.besoeg as Uuid)).toBe(true)
  expect(await findBesoeg(deps(), ulla, set.besoeg as Uuid)).toMatchObject({ venter: false, grundlag: { part } })
})

test('a protected person, a colleague, kin, the same name and address are told, and none of them is asked about', async () => {
  const [ulla, mig] = [await logInd(), await createPart()]
  await isMedarbejder(ulla, mig)
  const adresse = { vej: 'Havnegade', husnummer: '12', etage: '2', doer: 'th', postnummer: '4690', by: 'Korsbæk' }
  const hedder = (part: Uuid, navn: string, medAdresse = true) =>
    base.db.transaction({ rolle: 'modtagelse' }, (tx) =>
      registerPartsoplysninger(tx, noegler, [{ part, navn, ...(medAdresse ? { adresse } : {}) }]),
    )
  await hedder(mig, 'Ulla Jakobsen')
  const beskyttet = await createPart(true)
  const [kollega, barn, far] = [await createPart(), await createPart(), await createPart()]
  const [navne, nabo] = [await createPart(), await createPart()]
  await base.asOwner('INSERT INTO ansat VALUES ($1, $2, now())', [KOMMUNE, kollega])
  await base.asOwner(`INSERT INTO foraeldremyndighed VALUES ($1, $2, '2015-01-01', '2020-01-01'), ($1, $3, '2015-01-01', NULL)`, [
    barn,
    mig,
    far,
  ])
  await hedder(navne, 'Ulla Marie Jakobsen', false)
  await hedder(nabo, 'Bo Holm')
  const alarmerOm = async (part: Uuid) => {
    const { alarmer, venter } = await besoeg(ulla, { part, formaal: 'henvendelse' })
    expect(venter).toBe(false)
    return alarmer
  }
  expect(await alarmerOm(beskyttet)).toEqual(['beskyttet koe'])
  expect(await alarmerOm(kollega)).toEqual(['kollega koe'])
  expect(await alarmerOm(barn)).toEqual(['paaroerende koe'])
  expect(await alarmerOm(far)).toEqual(['paaroerende koe'])
  expect(await alarmerOm(navne)).toEqual(['sammeNavn koe'])
  expect(await alarmerOm(nabo)).toEqual(['sammeAdresse koe'])
})

test('what is sensitive counts where it may be seen, and not where it may not', async () => {
  const part = await createPart()
  await createSag(part, { foelsomhed: 'VIP_SAGER' })
  const maa = await logInd()
  const maaIkke = await logInd([{ ...alt, foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' }])
  expect((await besoeg(maa, { part, formaal: 'henvendelse' })).alarmer).toEqual(['foelsomt log', 'vip koe'])
  expect((await besoeg(maaIkke, { part, formaal: 'henvendelse' })).alarmer).toEqual([])
})

test('many citizens in a day, and a night, are counted by the clock in Denmark and by the employee alone', async () => {
  const [ulla, bodil] = [await logInd(), await logInd()]
  const insert = (hvem: Hvem, antal: number, tid: string) =>
    base.asOwner(
      `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, kommune, part_id, formaal, begyndt, udloeber, skal_bekraeftes)
       SELECT gen_random_uuid(), $1, $2, $3, gen_random_uuid(), 'klage', $4::timestamptz, $4::timestamptz, false FROM generate_series(1, $5)`,
      [hvem.session, hvem.id, KOMMUNE, tid, antal],
    )
  // 23:30 UTC the day before is half past twelve of the day itself.
  await insert(ulla, 25, '2026-11-23T23:30:00Z')
  const part = await createPart()
  expect((await besoeg(ulla, { part, formaal: 'klage' })).alarmer).toEqual(['maengde koe'])
  expect((await besoeg(bodil, { part, formaal: 'klage' })).alarmer).toEqual([])
  expect(
    (await besoeg(bodil, { part: await createPart(), formaal: 'klage' }, tidspunkt('2026-11-24T22:00:00.000Z'))).alarmer,
  ).toEqual(['tidspunkt koe'])
})

test('the visit that passes the bound is told of, also where two begin at once, and not one that comes back', async () => {
  const kirsten = await logInd()
  await base.asOwner(
    `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, kommune, part_id, formaal, begyndt, udloeber, skal_bekraeftes)
     SELECT gen_random_uuid(), $1, $2, $3, gen_random_uuid(), 'klage', $4::timestamptz, $4::timestamptz, false FROM generate_series(1, 22)`,
    [kirsten.session, kirsten.id, KOMMUNE, '2026-11-24T07:00:00Z'],
  )
  const parter = await Promise.all(Array.from({ length: 8 }, () => createPart()))
  const alle = await Promise.all(parter.map((part) => besoeg(kirsten, { part, formaal: 'klage' })))
  expect(alle.flatMap(({ alarmer }) => alarmer)).toEqual(['maengde koe'])
  const [igen] = parter
  if (!igen) throw new Error('nobody was made')
  expect((await besoeg(kirsten, { part: igen, formaal: 'henvendelse' })).alarmer).toEqual([])
})

test('an employee reads no alarm, their own neither, and writes none in another’s name', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  await isMedarbejder(ulla, part)
  const { besoeg: id } = await besoeg(ulla, { part, formaal: 'henvendelse' })
  const kontekst = { rolle: 'besoeg', parter: [part], grund: 'besoeg', aktoer: ulla.id, kommune: KOMMUNE } as const
  for (const text of [
    'SELECT * FROM opslagsalarm',
    'DELETE FROM opslagsalarm',
    'SELECT * FROM alarmudfald',
    'SELECT * FROM logudtraek',
  ])
    await expect(base.db.writeBatch(kontekst, [{ text, values: [] }])).rejects.toThrow('42501')
  const indsaet = (medarbejder: Uuid) => ({
    text: `INSERT INTO opslagsalarm VALUES ($1, 'vip', 'koe', NULL, $2, $3, now())`,
    values: [id as Uuid, KOMMUNE, medarbejder],
  })
  await expect(base.db.writeBatch(kontekst, [indsaet(newUuid())])).rejects.toThrow('42501')
})

test('where the alarms cannot be kept no visit begins', async () => {
  const [ulla, part] = [await logInd(), await createPart()]
  await isMedarbejder(ulla, part)
  await base.asOwner('REVOKE INSERT ON opslagsalarm FROM borgerblikket_besoeg')
  await expect(startBesoeg(deps(), ulla, { part, formaal: 'henvendelse' })).rejects.toThrow('42501')
  await base.asOwner('GRANT INSERT ON opslagsalarm TO borgerblikket_besoeg')
  expect(await base.asOwner('SELECT 1 FROM opslagsbesoeg')).toEqual([])
})

test('a citizen who is nobody’s part cannot be visited', async () => {
  expect((await besoeg(await logInd(), { part: newUuid(), formaal: 'klage' })).afvisning).toBe('FINDES_IKKE')
})
