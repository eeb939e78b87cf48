import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operatoerFor } from '#adgang'
import { readForDrift } from '#adgangslog'
import { readConfig } from '#config'
import { hashNoegle } from '#kilde'
import { runForklar } from '#overblik'
import { grundlagForDrift } from '../../src/adgang/driftsgrundlag.ts'
import { findOverblik } from '../../src/overblik/overblik.sql.ts'
import { lavSag, part, UNDTAGET } from '../byggere/elementer.ts'
import { askForklaring, DRIFTSNOEGLE, hvorfor, MED_DRIFT } from '../byggere/forklaring.ts'
import { somKilde } from '../byggere/levering.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

const BORGER = '6101800011'
const NABO = '6202810013'
const UKENDT = '6512700017'
const FORMAAL = 'Borgeren har spurgt, hvorfor sagen ikke ses'

let sted: Testwebsted
const skjult = lavSag({ id: randomUUID(), parter: [part('Primær part', BORGER)], titel: 'En hemmelig titel' })
const vist = lavSag({ id: randomUUID(), parter: [part('Primær part', BORGER)], titel: 'En titel, som borgeren ser' })
const naboens = lavSag({ id: randomUUID(), parter: [part('Primær part', NABO)], titel: 'Naboens titel' })
beforeAll(async () => {
  sted = await startWebsted({ miljoe: MED_DRIFT })
  await sted.lever('a', [{ ...skjult, sagsklasser: [...(skjult.sagsklasser ?? []), UNDTAGET] }, vist, naboens])
})
afterAll(() => sted.close())

const lograekker = () =>
  sted.base.asOwner<{
    aktoer_type: string
    aktoer_id: string
    part_id: string
    grund: string
    formaal: string
    objekt_id: string
    antal: number
  }>(`SELECT aktoer_type, aktoer_id, part_id, grund, formaal, objekt_id, antal FROM adgangslog WHERE grund = 'drift' ORDER BY nr`)

describe('the operator', () => {
  test('is told the rule that hides, what would have to change, and of what is shown the words', async () => {
    const [nej, ja] = [await askForklaring(sted, BORGER, skjult.id ?? ''), await askForklaring(sted, BORGER, vist.id ?? '')]
    expect([nej.status, JSON.parse(nej.tekst)]).toMatchObject([
      200,
      { vises: false, grund: 'UNDTAGET_FOR_BORGER', aendring: { da: expect.stringContaining('Sagsbehandleren') } },
    ])
    expect(JSON.parse(ja.tekst)).toMatchObject({
      vises: true,
      ord: { titel: { da: 'En titel, som borgeren ser' }, tilstand: 'Opstaaet' },
    })
    // What is hidden is explained by its rule, never by what it says.
    expect(nej.tekst).not.toContain('En hemmelig titel')
    expect(nej.headers['cache-control']).toBe('no-store')
  })

  test('leaves a line in the log for each look, with the purpose, before anything is told', async () => {
    const foer = (await lograekker()).length
    await askForklaring(sted, BORGER, skjult.id ?? '')
    const linjer = await lograekker()
    expect(linjer.slice(foer)).toEqual([
      {
        aktoer_type: 'drift',
        aktoer_id: operatoerFor(`noegle ${Buffer.from(hashNoegle(DRIFTSNOEGLE)).toString('hex')}`),
        part_id: await sted.part(BORGER),
        grund: 'drift',
        formaal: FORMAAL,
        objekt_id: skjult.id,
        antal: expect.any(Number),
      },
    ])
  })

  test('is seen by the citizen as those who run the site, who checked, without the purpose or the case', async () => {
    await askForklaring(sted, NABO, naboens.id ?? '')
    const naboen = await sted.logInd(NABO)
    const [side, data] = [await naboen.get('/hvem-har-set'), await naboen.get('/api/v1/mig/hvem-har-set')]
    expect(side.tekst).toContain('Kontrol af, at visningen er rigtig')
    expect(JSON.parse(data.tekst)).toMatchObject({
      linjer: expect.arrayContaining([
        expect.objectContaining({ hvem: 'drift', hvad: [{ da: 'hvad der kan vises', en: 'what can be shown' }] }),
      ]),
    })
    for (const tekst of [side.tekst, data.tekst])
      expect([tekst.includes(FORMAAL), tekst.includes(naboens.id ?? '')]).toEqual([false, false])
  })

  test('gets the same answer for an item about somebody else, one that does not exist, and a person nobody knows', async () => {
    const svar = [
      await askForklaring(sted, BORGER, naboens.id ?? ''),
      await askForklaring(sted, BORGER, randomUUID()),
      await askForklaring(sted, UKENDT, vist.id ?? ''),
      await askForklaring(sted, BORGER, naboens.id ?? '', { som: 'foraeldremyndighed' }),
    ]
    expect(new Set(svar.map(({ status, tekst }) => `${status} ${tekst}`)).size).toBe(1)
    expect(svar[0]?.status).toBe(404)
    // Looking for a person must not make one.
    expect(await sted.base.asOwner('SELECT 1 FROM part')).toHaveLength(2)
  })

  test.each<[string, Parameters<typeof askForklaring>[3], number, string]>([
    ['without a purpose', { headers: { 'x-borgerblikket-formaal': undefined } }, 400, 'FORMAAL_UGYLDIGT'],
    ['with a short purpose', { headers: { 'x-borgerblikket-formaal': 'fordi' } }, 400, 'FORMAAL_UGYLDIGT'],
    [
      'with a number in the purpose',
      { headers: { 'x-borgerblikket-formaal': `Spørgsmål om ${BORGER}`.replace('ø', '%C3%B8').replace('å', '%C3%A5') } },
      400,
      'FORMAAL_UGYLDIGT',
    ],
    [
      'with a purpose of two lines',
      { headers: { 'x-borgerblikket-formaal': 'Et formaal%0Aog et til' } },
      400,
      'FORMAAL_UGYLDIGT',
    ],
    ['with a broken purpose', { headers: { 'x-borgerblikket-formaal': 'Et formaal %E6' } }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['without a person', { headers: { 'x-borgerblikket-cpr': undefined } }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['with a person that cannot be', { headers: { 'x-borgerblikket-cpr': '3113990000' } }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['with other eyes', { som: 'sagsbehandler' }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['with the person in the address', { som: `egen&cpr=${BORGER}` }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['without the key', { headers: { 'x-borgerblikket-driftsnoegle': undefined } }, 401, 'DRIFTSNOEGLE_UKENDT'],
    ['with another key', { headers: { 'x-borgerblikket-driftsnoegle': `${DRIFTSNOEGLE}x` } }, 401, 'DRIFTSNOEGLE_UKENDT'],
  ])('is refused %s, and nothing is read', async (_, mere, status, kode) => {
    const foer = (await lograekker()).length
    const svar = await askForklaring(sted, BORGER, vist.id ?? '', mere)
    expect([svar.status, JSON.parse(svar.tekst)]).toMatchObject([status, { kode }])
    expect(svar.tekst).not.toContain(BORGER)
    expect(await lograekker()).toHaveLength(foer)
  })

  test('reads nothing where the log cannot be written', async () => {
    await sted.base.asOwner('REVOKE INSERT ON adgangslog FROM borgerblikket_log')
    try {
      const svar = await askForklaring(sted, BORGER, vist.id ?? '')
      expect([svar.status, svar.tekst.includes('En titel')]).toEqual([503, false])
    } finally {
      await sted.base.asOwner('GRANT INSERT ON adgangslog TO borgerblikket_log')
    }
  })

  test('never sees the number or the key in the program’s own log', () => {
    const log = sted.log.join('')
    expect([log.includes(BORGER), log.includes(DRIFTSNOEGLE), log.includes(NABO)]).toEqual([false, false, false])
  })
})

describe('nobody else', () => {
  test('a citizen with a session, or a source with its key, does not reach it', async () => {
    const sti = `/api/v1/drift/forklaring?objekt=${vist.id}`
    const borger = await sted.logInd(BORGER)
    const headers = { 'x-borgerblikket-cpr': BORGER, 'x-borgerblikket-formaal': encodeURIComponent(FORMAAL) }
    expect((await borger.get(sti, headers)).status).toBe(401)
    expect((await sted.browser().get(sti, { ...headers, ...somKilde('a') })).status).toBe(401)
  })

  test('where no key is set up there is no such address', async () => {
    const uden = await startWebsted({ base: sted.base, dataMappe: sted.system.dataMappe })
    try {
      const svar = await askForklaring(uden, BORGER, vist.id ?? '')
      expect([svar.status, JSON.parse(svar.tekst)]).toMatchObject([404, { kode: 'FINDES_IKKE' }])
    } finally {
      await uden.close()
    }
  })

  test('the role sees one part, on its own ground, and no long text: the database holds it to that', async () => {
    const grundlag = grundlagForDrift({ operatoer: operatoerFor('os x'), part: await sted.part(BORGER), formaal: FORMAAL })
    if (!grundlag.ok) throw new Error(grundlag.afvisning)
    const nabo = await sted.part(NABO)
    const [andens] = await readForDrift(sted.system, grundlag.value, { hvad: 'forklaring', objekt: nabo }, [findOverblik(nabo)])
    expect(andens).toEqual([])
    const som = (sql: string, indstillinger = '') =>
      sted.base
        .asOwner(`BEGIN; SET LOCAL ROLE borgerblikket_drift; ${indstillinger} ${sql}; COMMIT`)
        .catch((error: { code?: string }) => sted.base.asOwner('ROLLBACK').then(() => error.code))
    const ANTAL = 'SELECT 1 FROM overblik WHERE 1/(SELECT count(part_id) FROM overblik) > 0'
    // Division by zero (22012) is "no row is seen"; 42501 is "may not".
    expect(await som(ANTAL)).toBe('22012')
    expect(await som(ANTAL, `SET LOCAL borgerblikket.parter = '{${nabo}}'; SET LOCAL borgerblikket.grund = 'egen';`)).toBe(
      '22012',
    )
    const begge = `{${nabo},${await sted.part(BORGER)}}`
    expect(await som(ANTAL, `SET LOCAL borgerblikket.parter = '${begge}'; SET LOCAL borgerblikket.grund = 'drift';`)).toBe(
      '22012',
    )
    for (const tabel of ['part_nummer', 'registrering', 'objekt', 'session', 'adgangslog', 'foraeldremyndighed', 'kilde'])
      expect([tabel, await som(`SELECT 1 FROM ${tabel}`)]).toEqual([tabel, '42501'])
    expect(await som('SELECT indhold FROM overblik')).toBe('42501')
    expect(await som('DELETE FROM overblik')).toBe('42501')
  })
})

describe('the command', () => {
  test('says it in words, rule by rule', async () => {
    expect(await hvorfor(sted, BORGER, skjult.id ?? '')).toBe('UNDTAGET_FOR_BORGER')
    expect(await hvorfor(sted, BORGER, vist.id ?? '')).toBe('vises')
    await expect(hvorfor(sted, UKENDT, vist.id ?? '')).rejects.toThrow('Der er intet sådant objekt om denne person.')
  })

  test('takes the number from a file alone, and says so where there is none', async () => {
    const valg = { objekt: vist.id ?? '', cprFil: '/findes/ikke', formaal: FORMAAL, som: 'egen', json: false }
    const svar = await runForklar(sted.system, valg, { bruger: 'x', operatoer: undefined, print: () => undefined })
    expect(svar).toMatch(/^Der skal stå ét CPR-nummer/)
  })

  test.each([
    [['--objekt', 'x', '--cpr-fil', '-', '--formaal', FORMAAL], /--objekt skal være objektets UUID/],
    [['--objekt', randomUUID(), '--cpr-fil', '-'], /--formaal/],
    [['--objekt', randomUUID(), '--formaal', FORMAAL], /--cpr-fil/],
  ])('with wrong options ends at once, before a database is opened: %j', (args, saetning) => {
    const svar = spawnSync(process.execPath, ['src/main.ts', 'visning', 'forklar', ...args], { encoding: 'utf8', input: '' })
    expect(svar.status).not.toBe(0)
    expect(svar.stderr).toMatch(saetning)
  })
})

test('a short operator key stops the start', () => {
  expect(() => readConfig({ BORGERBLIKKET_DRIFTSNOEGLE: 'kort' })).toThrow(/mindst 32 tegn/)
  expect(() => readConfig({ BORGERBLIKKET_OPERATOER: 'mig' })).toThrow(/UUID/)
  expect(JSON.stringify(readConfig(MED_DRIFT))).not.toContain(DRIFTSNOEGLE)
})
