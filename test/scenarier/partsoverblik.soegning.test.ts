import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Medarbejder } from '#adgang'
import { INGEN_PART } from '#adgangslog'
import type { CvrNummer, Rettighedsgruppe, Uuid } from '#kernel'
import { type Adresse, partsnoegle, registerPartsoplysninger, resolveParter } from '#part'
import { type Soegesvar, type Soegning, soegPersoner } from '#partsoverblik/soegning'
import { createTaktgiver } from '#platform/takt'
import { dumpDatabase } from '../byggere/dump.ts'
import { lavNotat, lavSag, part } from '../byggere/elementer.ts'
import { logSagsbehandlerInd, rettighed } from '../byggere/sagsbehandler.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A caseworker finds citizens and companies within rights, and nobody else: neither by answer, nor by bytes, nor in the log. */

const ALMA = '6101800021'
const BO = '6202810023'
const CECILIE = '6303820025'
const DORTE = '6404830027'
const INGEN = '6505840029'
const FIRMA = '87654321'
const HJEM: Adresse = { vej: 'Kvidregyden', husnummer: '12B', postnummer: '0110', by: 'Korsbæk' }

let sted: Testwebsted
let parter: Readonly<Record<'alma' | 'bo' | 'cecilie' | 'dorte' | 'firma', Uuid>>
let karen: Medarbejder

const medarbejder = async (rettigheder: readonly Rettighedsgruppe[], cvr: CvrNummer = KORSBAEK): Promise<Medarbejder> => {
  const { id, session } = await logSagsbehandlerInd(sted, rettigheder, { cvr })
  return { id, cvr, navn: 'Karen Lund', roller: ['sagsbehandler'], rettigheder, enheder: [], session }
}

beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27' })] })
  await sted.lever('a', [
    lavSag({ id: randomUUID(), parter: [part('Primær part', ALMA)], nummer: '27.36.04-G01-12-26' }),
    lavSag({ id: randomUUID(), parter: [part('Primær part', ALMA)], nummer: '26/2002', kle: '32.24.04' }),
    lavSag({ id: randomUUID(), parter: [part('Primær part', BO)], nummer: '26/3003', kle: '32.24.04' }),
    lavSag({ id: randomUUID(), parter: [part('Primær part', CECILIE)], nummer: '26/4004', kommune: BROBYSKOV }),
    lavSag({ id: randomUUID(), parter: [part('Primær part', DORTE)], nummer: '26/5005' }),
    lavSag({
      id: randomUUID(),
      parter: [{ ...part('Primær part', ALMA), type: 'Virksomhed', referenceId: `urn:oio:cvr-nr:${FIRMA}` }],
      nummer: '26/6006',
    }),
  ])
  const { system } = sted
  parter = await system.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    const firma = { type: 'cvr', nummer: FIRMA } as const
    const fundne = await resolveParter(tx, system.noegler, [
      ...[ALMA, BO, CECILIE, DORTE].map((nummer) => ({ type: 'cpr', nummer }) as const),
      firma,
    ])
    const id = (nummer: string): Uuid => fundne.get(partsnoegle({ type: 'cpr', nummer })) as Uuid
    return { alma: id(ALMA), bo: id(BO), cecilie: id(CECILIE), dorte: id(DORTE), firma: fundne.get(partsnoegle(firma)) as Uuid }
  })
  const { alma, bo, cecilie, dorte, firma } = parter
  await sted.registrer([{ part: dorte, foedt: null, adressebeskyttet: true, doed: null }])
  await system.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    await registerPartsoplysninger(tx, system.noegler, [
      { part: alma, navn: 'Alma Kvidrelund', tidligereNavne: ['Alma Fjersen'], adresse: HJEM },
      { part: bo, navn: 'Bo Kvidrelund', adresse: HJEM },
      { part: cecilie, navn: 'Cecilie Kvidrelund', adresse: HJEM },
      { part: dorte, navn: 'Dorte Kvidrelund', adresse: HJEM },
      { part: firma, navn: 'Kvidre & Søn ApS' },
    ])
  })
  karen = await medarbejder([rettighed(['27.*'])])
})
afterAll(() => sted.close())
beforeEach(() => sted.base.asOwner('DELETE FROM soegetal; DELETE FROM soegedag'))

const UDEN_TAKT = createTaktgiver(0)
const search = (tekst: string, mere: Partial<Soegning> = {}, hvem = karen) =>
  soegPersoner({ ...sted.system, taktgiver: UDEN_TAKT }, hvem, { tekst, ...mere })
async function found(...valg: Parameters<typeof search>): Promise<Soegesvar> {
  const svar = await search(...valg)
  if (!svar.ok) throw new Error(`The search was refused: ${svar.afvisning}`)
  return svar.value
}
const names = async (...valg: Parameters<typeof search>) => (await found(...valg)).traef.map(({ navn }) => navn)
const log = () =>
  sted.base.asOwner<{ part_id: Uuid; hvad: string; formaal: string; antal: number; aktoer_id: Uuid; kommune: string }>(
    'SELECT part_id, hvad, formaal, antal, aktoer_id, kommune FROM adgangslog ORDER BY nr',
  )
const INTET = { ok: true, value: { traef: [], flere: false } }

describe('found is who has something that may be known of', () => {
  test.each([
    ['a name', 'kvidrelund alma'],
    ['a name of before', 'Fjersen'],
    ['a CPR number', ALMA],
    ['the same, as people write it', ' 610180–0021 '],
    ['the same, digit by digit', '６１.０１.８０ 0021'],
    ['a case number', '27.36.04-G01-12-26'],
    ['the same without punctuation', '273604g011226'],
  ])('by %s', async (_, tekst) => {
    const [traef, ...resten] = (await found(tekst)).traef
    expect(resten).toEqual([])
    expect(traef).toMatchObject({
      part: parter.alma,
      type: 'person',
      navn: 'Alma Kvidrelund',
      tidligereNavn: tekst === 'Fjersen' ? 'Alma Fjersen' : undefined,
      nummer: '610180-****',
      foedselsaar: 1980,
      enhed: 'Borgerservice',
    })
  })

  test('a company by its number and its name, a family by its address, and a protected one not by that', async () => {
    expect(await names('DK 87654321')).toEqual(['Kvidre & Søn ApS'])
    expect((await found('kvidre soen')).traef).toMatchObject([{ type: 'virksomhed', nummer: FIRMA, foedselsaar: undefined }])
    expect(await names('Kvidregyden 12, 0110 Korsbæk')).toEqual(['Alma Kvidrelund'])
    expect(await names('kvidrelund')).toEqual(['Alma Kvidrelund', 'Dorte Kvidrelund'])
    // Protection is told in a visit, which has a purpose and is looked into.
    expect(JSON.stringify((await found('dorte kvidrelund')).traef)).not.toMatch(/beskyt/)
  })

  test('years of birth narrow', async () => {
    expect(await names('kvidrelund', { foedtFra: 1983 })).toEqual(['Dorte Kvidrelund'])
    expect(await names('kvidrelund', { foedtFra: 1990, foedtTil: 1999 })).toEqual([])
  })

  test('a right to know of something finds as a right to see it', async () => {
    const kender = await medarbejder([rettighed(['32.*'], { systemroller: ['kendskab'] })])
    expect(await names('kvidrelund', {}, kender)).toEqual(['Alma Kvidrelund', 'Bo Kvidrelund'])
  })

  test('a case of hers that may not be known of finds nobody, though another of hers may', async () => {
    expect(await search('26/2002')).toEqual(INTET)
    expect(await names('26/5005')).toEqual(['Dorte Kvidrelund'])
  })
})

describe('nobody else is', () => {
  test('a stranger and nobody get the same answer, to the byte: by number, name, case and address', async () => {
    const svar = await Promise.all(
      [BO, CECILIE, INGEN, '26/3003', '26/4004', '26/9999', 'bo kvidrelund', 'xyzzy'].map((et) => search(et)),
    )
    expect(new Set(svar.map((et) => JSON.stringify(et)))).toEqual(new Set([JSON.stringify(INTET)]))
  })

  test('each municipality finds its own', async () => {
    const nabo = await medarbejder([rettighed(['*'], { kommune: BROBYSKOV })], BROBYSKOV)
    expect(await names('kvidrelund', {}, nabo)).toEqual(['Cecilie Kvidrelund'])
    expect(await search('27.36.04-G01-12-26', {}, nabo)).toEqual(INTET)
    expect(await names('26/4004', {}, nabo)).toEqual(['Cecilie Kvidrelund'])
  })

  test('without rights, with another municipality’s, or when the session is over, there is nothing', async () => {
    expect(await search(ALMA, {}, await medarbejder([]))).toEqual(INTET)
    expect(await search(ALMA, {}, { ...karen, rettigheder: [rettighed(['*'], { kommune: BROBYSKOV })] })).toEqual(INTET)
    const ude = await medarbejder([rettighed(['27.*'])])
    await sted.base.asOwner('UPDATE medarbejdersession SET afsluttet = now() WHERE session_id = $1', [ude.session])
    await expect(search(ALMA, {}, ude)).rejects.toThrow('not in force')
  })
})

describe('the log', () => {
  beforeEach(() => sted.base.asOwner('DELETE FROM adgangslog; UPDATE adgangslog_hoved SET antal = 0'))

  test('each who is shown has a line, and what was typed stands in none', async () => {
    await found('kvidrelund')
    const linjer = await log()
    expect(linjer.map(({ part_id }) => part_id)).toEqual([parter.alma, parter.dorte])
    for (const linje of linjer)
      expect(linje).toMatchObject({ hvad: 'soegning', formaal: 'soegning', antal: 1, aktoer_id: karen.id, kommune: KORSBAEK })
    expect(sted.log.join('\n')).not.toMatch(/kvidre/i)
  })

  test('who was asked for by number has one though nothing is shown, and a search that showed nobody leaves one', async () => {
    for (const tekst of [BO, INGEN, 'xyzzy']) await search(tekst)
    expect((await log()).map(({ part_id, antal }) => [part_id, antal])).toEqual([
      [parter.bo, 0],
      [INGEN_PART, 0],
      [INGEN_PART, 0],
    ])
  })

  test('where it cannot be written nobody is shown', async () => {
    await sted.base.asOwner('REVOKE INSERT ON adgangslog FROM borgerblikket_log')
    try {
      await expect(search('kvidrelund')).rejects.toThrow('log')
    } finally {
      await sted.base.asOwner('GRANT INSERT ON adgangslog TO borgerblikket_log')
    }
  })
})

test('who goes through the citizens is told to wait, by the minute and by the hour, and nobody else with them', async () => {
  const ivrig = await medarbejder([rettighed(['27.*'])])
  const svar = await Promise.all(Array.from({ length: 40 }, (_, i) => search(`61018000${10 + i}`, {}, ivrig)))
  expect(svar.filter(({ ok }) => ok)).toHaveLength(30)
  expect(svar.find(({ ok }) => !ok)).toEqual({ ok: false, afvisning: 'FOR_MANGE' })
  expect((await search('kvidrelund')).ok).toBe(true)
  // All are counted in the day, what was refused with the rest; what was no search is none.
  expect((await search('%', {}, ivrig)).ok).toBe(false)
  expect(await sted.base.asOwner('SELECT medarbejder_navn, antal FROM soegedag WHERE medarbejder_id = $1', [ivrig.id])).toEqual([
    { medarbejder_navn: ivrig.navn, antal: 40 },
  ])
  await sted.base.asOwner("UPDATE soegetal SET minut = minut - interval '2 minutes', antal = 300 WHERE medarbejder_id = $1", [
    ivrig.id,
  ])
  expect(await search(ALMA, {}, ivrig)).toEqual({ ok: false, afvisning: 'FOR_MANGE' })
  await sted.base.asOwner("UPDATE soegetal SET minut = minut - interval '1 hour' WHERE medarbejder_id = $1", [ivrig.id])
  expect((await search(ALMA, {}, ivrig)).ok).toBe(true)
})

test('so many that nobody would read them are told to be narrowed; more than are shown too', async () => {
  const numre = Array.from({ length: 230 }, (_, i) => `61${String(1 + (i % 12)).padStart(2, '0')}70${String(4000 + i)}`)
  const { system } = sted
  await sted.lever(
    'a',
    numre.slice(0, 30).map((nummer) => lavSag({ id: randomUUID(), parter: [part('Primær part', nummer)] })),
  )
  await sted.lever(
    'a',
    numre.slice(30).map((nummer) => lavSag({ id: randomUUID(), parter: [part('Primær part', nummer)] })),
  )
  const ider = await Promise.all(numre.map((nummer) => sted.part(nummer)))
  await system.db.transaction({ rolle: 'modtagelse' }, (tx) =>
    registerPartsoplysninger(
      tx,
      system.noegler,
      ider.map((id, i) => ({ part: id, navn: `${i < 30 ? 'Tyvemand' : 'Flokken'} Mangesen` })),
    ),
  )
  const mange = await found('tyvemand')
  expect([mange.traef.length, mange.flere]).toEqual([20, true])
  expect(await search('mangesen')).toEqual({ ok: false, afvisning: 'FOR_BRED' })
})

test.each([
  ['FOR_LANG', 'a'.repeat(10_000)],
  ['FOR_KORT', '%'],
  ['FOR_KORT', '___%%%'],
  ['FOR_KORT', '\u0000\u0000\u0000'],
  ['FOR_KORT', '\u202e\u202d\u200f'],
  ['FOR_KORT', ''],
  ['FOR_KORT', 'a'],
  ['FOR_KORT', '12'],
] as const)('hostile or empty input is refused alike, whoever there is: %s', async (afvisning, tekst) => {
  expect(await search(tekst)).toEqual({ ok: false, afvisning })
})

test.each([
  'kvid%',
  "'; DROP TABLE soegeord; --",
  'a*b?c',
  '\ud800\udc00\ud800',
  '(((((((((',
  '9'.repeat(200),
  'kvi\u0000dre\u202elund',
])('nothing typed is anything but letters: %j', async (tekst) => {
  const svar = await search(tekst)
  if (svar.ok) expect(svar.value.traef.every(({ navn }) => /kvidre/i.test(navn ?? ''))).toBe(true)
})

test.each([
  [1800, undefined],
  [undefined, 2200],
  [1990, 1980],
  [1990.5, undefined],
  [Number.NaN, undefined],
])('a year that is none is refused: %s to %s', async (foedtFra, foedtTil) => {
  expect(await search('kvidrelund', { foedtFra, foedtTil })).toEqual({ ok: false, afvisning: 'FORKERT_AAR' })
})

test('no name and no address stands in clear in the whole database', async () => {
  await sted.lever('a', [lavNotat({ id: randomUUID(), sag: randomUUID(), titel: 'Kanariefuglen ved vinduet' })])
  const { tekst } = await dumpDatabase(sted.base)
  expect(tekst).toContain('Kanariefuglen')
  expect(tekst.match(/kvidre\w*|fjersen|mangesen/i)).toBeNull()
})
