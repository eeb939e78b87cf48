import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Uuid } from '#kernel'
import { DEMO_HENVENDELSESSTEDER } from '#myndighed'
import type { Browser } from '../byggere/klient.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { besoeg, startSagsbehandler } from '../byggere/opslag.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const CPR = '6202810013'
const NABO = '6202810021'
const STI = '/kommune/hvem-har-set'

let sted: Testwebsted
let borger: Browser
let part: Uuid
let ansvarlig: Paaarbejde
beforeAll(async () => {
  sted = await startWebsted()
  part = await sted.part(CPR)
  borger = await sted.logInd(CPR)
  ansvarlig = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik Aabo' })
})
afterAll(() => sted.close())

type Linje = {
  readonly hvem: string
  readonly rolle?: { readonly da: string }
  readonly sted?: string
  readonly grund: { readonly da: string }
  readonly hvad: readonly { readonly da: string }[]
  readonly besoeg?: string
  readonly spoergsmaal?: { readonly frist: string; readonly svar?: { readonly tekst: string } }
}
type Side = {
  readonly siden: string
  readonly linjer: readonly Linje[]
  readonly side: number
  readonly sider: number
  readonly aeldre: boolean
}
const data = async (query = '', hvis = borger): Promise<Side> =>
  JSON.parse((await hvis.get(`/api/v1/mig/hvem-har-set${query}`)).tekst) as Side
const linjeAf = async (besoegt: Uuid): Promise<Linje | undefined> =>
  (await data()).linjer.find((linje) => linje.besoeg === besoegt)

describe('a caseworker’s visit', () => {
  test('is one line: role, the place made for citizens, the purpose, and one word for whatever was opened', async () => {
    const enhed = DEMO_HENVENDELSESSTEDER.find(({ kommune, enheder }) => kommune === KORSBAEK && enheder.length > 0)
    const navn = enhed?.enheder[0]?.id ?? enhed?.enheder[0]?.navn ?? ''
    const sofus = await startSagsbehandler(sted, { enhed: navn })
    const id = await besoeg(sted, sofus, part, {
      formaal: 'sagsbehandling',
      hvad: ['soegning', 'partsoverblik', 'detalje', 'skrevneNotater', 'somBorgeren'],
    })
    expect(await linjeAf(id)).toMatchObject({
      hvem: 'medarbejder',
      rolle: { da: 'Sagsbehandler eller borgerservice' },
      sted: sted.system.config.demo ? enhed?.navn : 'Korsbæk Kommune',
      grund: { da: 'Arbejde med en sag eller en opgave, som kan angå dig' },
      hvad: [{ da: 'en søgning på dig' }, { da: 'kommunens overblik over dig' }],
    })
    for (const { tekst } of [
      await borger.get('/hvem-har-set'),
      await borger.get('/api/v1/mig/hvem-har-set'),
      await borger.get('/hvem-har-set/udtraek'),
    ])
      for (const hemmeligt of ['Kragelund', sofus.id, 'enhed":{"vaerdi"']) expect(tekst).not.toContain(hemmeligt)
  })

  test.each(['Kontrolgruppen', 'Krisecenter Ly', 'urn:kommune:kontrolgruppe', '3fae9a3a-3f39-4a6b-a3f1-000000000001'])(
    'from %s has the name that the municipality has made for citizens, or the municipality’s own',
    async (enhed) => {
      const sofus = await startSagsbehandler(sted, { enhed })
      const id = await besoeg(sted, sofus, part)
      expect(['Korsbæk Kommune', 'Ydelseskontoret']).toContain((await linjeAf(id))?.sted)
      const filen = await borger.get('/hvem-har-set/udtraek')
      const siden = await borger.get('/hvem-har-set')
      for (const { tekst } of [filen, siden]) expect(tekst).not.toContain(enhed)
    },
  )

  test('tells the same whatever was opened: a case, a note or nothing', async () => {
    const sofus = await startSagsbehandler(sted)
    const [tom, fuld] = [
      await besoeg(sted, sofus, part, { hvad: ['partsoverblik'] }),
      await besoeg(sted, sofus, part, { hvad: ['detalje', 'notattekst', 'somBorgeren'] }),
    ]
    const [a, b] = [await linjeAf(tom), await linjeAf(fuld)]
    expect(a?.hvad).toEqual(b?.hvad)
  })

  test('is not told to a parent, nor to anybody else', async () => {
    const nabo = await sted.logInd(NABO)
    expect((await data('', nabo)).linjer.filter(({ hvem }) => hvem !== 'dig')).toEqual([])
  })
})

test('the list is chosen by period, who and what, a bounded page at a time, and whatever is not understood limits nothing', async () => {
  const alle = await data()
  expect((await data('?hvem=kommune')).linjer.every(({ hvem }) => hvem === 'medarbejder')).toBe(true)
  expect((await data('?hvem=dig')).linjer.map(({ hvem }) => hvem)).toEqual(['dig'])
  expect((await data('?hvad=soegning')).linjer.length).toBeLessThan(alle.linjer.length)
  expect((await data('?til=2020-01-01')).linjer).toEqual([])
  expect((await data('?fra=i%20morgen&hvem=x&hvad=__proto__&side=-1')).linjer.length).toBe(alle.linjer.length)
  const sofus = await startSagsbehandler(sted)
  for (let nr = 0; nr < 30; nr++) await besoeg(sted, sofus, part, { hvad: ['partsoverblik'] })
  const [foerste, anden, over] = [await data(), await data('?side=2'), await data('?side=99')]
  expect([foerste.linjer.length, foerste.sider, anden.side, over.side]).toEqual([25, 2, 2, 2])
  const set = new Set([...foerste.linjer, ...anden.linjer].flatMap(({ besoeg: id }) => id ?? []))
  expect(set.size + 1).toBe(foerste.linjer.length + anden.linjer.length)
})

test('the day that the log goes back to is the same for everybody, whatever there is about them', async () => {
  await sted.base.asOwner(`UPDATE adgangslog SET tid = '2026-03-02T10:00:00Z' WHERE nr = 1`)
  const [min, naboens] = [await data(), await data('', await sted.logInd(NABO))]
  expect([min.siden, naboens.siden]).toEqual(['2026-03-02', '2026-03-02'])
  expect((await borger.get('/hvem-har-set')).tekst).toContain('Listen går tilbage til 2. marts 2026')
})

describe('asking why', () => {
  let besoegt: Uuid
  let spoergsmaal: string
  const spoerg = (id: string, tekst: string, hvis = borger) => hvis.post('/hvem-har-set/spoerg', { besoeg: id, tekst })
  beforeAll(async () => {
    besoegt = await besoeg(sted, await startSagsbehandler(sted), part)
  })

  test('must say something, and no more than there is room for; what was typed is kept', async () => {
    const [tom, lang] = [await spoerg(besoegt, ' '), await spoerg(besoegt, '€'.repeat(1_001))]
    expect([tom.status, lang.status]).toEqual([422, 422])
    expect(lang.tekst).toContain('€'.repeat(1_001))
    expect(tom.tekst).toContain('Skriv, hvad du vil vide.')
  })

  test('goes to the municipality with its deadline in working days, sealed, and once a visit', async () => {
    expect((await ansvarlig.post(`${STI}/valg`, { svarfrist: '3', opbevaring: '36' })).status).toBe(303)
    expect((await spoerg(besoegt, 'Hvorfor så I på mig?')).status).toBe(303)
    expect((await spoerg(besoegt, 'Igen?')).status).toBe(303)
    const raekker = await sted.base.asOwner<{ spoergsmaal_id: string; tekst: Buffer; dage: number }>(
      'SELECT spoergsmaal_id, tekst, frist - stillet::date AS dage FROM opslagsspoergsmaal',
    )
    expect(raekker).toHaveLength(1)
    spoergsmaal = raekker[0]?.spoergsmaal_id ?? ''
    expect(raekker[0]?.tekst.toString('latin1')).not.toContain('Hvorfor')
    expect(raekker[0]?.dage).toBeGreaterThanOrEqual(3)
    expect(raekker[0]?.dage).toBeLessThanOrEqual(6)
    expect((await borger.get('/hvem-har-set')).tekst).toContain('Kommunen skal svare senest')
  })

  test('is nobody else’s to do, about a visit to oneself, one’s own look, or one that is not there', async () => {
    const nabo = await sted.logInd(NABO)
    const [egen] = await sted.base.asOwner<{ korrelation: string }>(
      'SELECT korrelation FROM adgangslog WHERE aktoer_id = $1 LIMIT 1',
      [part],
    )
    const svar = [
      await spoerg(besoegt, 'Hvad?', nabo),
      await spoerg(egen?.korrelation ?? '', 'Hvad?'),
      await spoerg('vrøvl', 'Hvad?'),
    ]
    expect(svar.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await sted.browser().post('/hvem-har-set/spoerg', { besoeg: besoegt, tekst: 'x' })).status).toBe(303)
    expect(
      (await borger.post('/hvem-har-set/spoerg', { besoeg: besoegt, tekst: 'x' }, { origin: 'https://ond.example' })).status,
    ).toBe(403)
  })

  test('is seen by that municipality alone, in a queue that says what is late', async () => {
    await sted.base.asOwner(`UPDATE opslagsspoergsmaal SET frist = current_date - 1`)
    const koe = await ansvarlig.browser.get(STI)
    expect(koe.tekst).toContain('Ét spørgsmål er ikke besvaret til tiden.')
    expect(koe.tekst).not.toContain('Hvorfor så I')
    const et = await ansvarlig.browser.get(`${STI}/spoergsmaal/${spoergsmaal}`)
    for (const led of ['Hvorfor så I på mig?', 'Sofus Kragelund', 'Vejledning']) expect(et.tekst).toContain(led)
    const nabo = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['projektansvarlig'], navn: 'Nabo' })
    expect((await nabo.browser.get(`${STI}/spoergsmaal/${spoergsmaal}`)).status).toBe(404)
    expect((await nabo.post(`${STI}/spoergsmaal/${spoergsmaal}`, { svar: 'Nej' })).status).toBe(404)
    expect((await nabo.browser.get(STI)).tekst).toContain('Ingen har spurgt.')
    const anden = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['analytiker'], navn: 'En anden' })
    expect((await anden.browser.get(STI)).status).toBe(403)
  })

  test.each([
    ['a CPR number', 'Det var om 0101701234.', 'ligner et CPR-nummer'],
    ['an employee’s name', 'Det var Kragelund, der så på det.', 'Der står et navn'],
    ['another’s name', 'Jens Hansen ringede om dig.', 'Der står et navn'],
    ['nothing', '  ', 'Skriv et svar.'],
    ['more than there is room for', '€'.repeat(2_001), 'Skriv højst 2.000 tegn.'],
  ])('is not answered with %s', async (_, svar, saetning) => {
    const afvist = await ansvarlig.post(`${STI}/spoergsmaal/${spoergsmaal}`, { svar })
    expect([afvist.status, afvist.tekst.includes(saetning)]).toEqual([422, true])
    expect((await linjeAf(besoegt))?.spoergsmaal?.svar).toBeUndefined()
  })

  test('is answered on the line, once, and the municipality’s reading of it is logged but is no line of the list', async () => {
    const foer = (await data('?hvem=kommune')).linjer.length
    expect(
      (await ansvarlig.post(`${STI}/spoergsmaal/${spoergsmaal}`, { svar: 'Du ringede, og vi fandt dit nummer frem.' })).status,
    ).toBe(303)
    const igen = await ansvarlig.post(`${STI}/spoergsmaal/${spoergsmaal}`, { svar: 'Noget andet.' })
    expect([igen.status, igen.tekst.includes('allerede besvaret')]).toEqual([422, true])
    expect((await linjeAf(besoegt))?.spoergsmaal?.svar?.tekst).toBe('Du ringede, og vi fandt dit nummer frem.')
    expect((await borger.get('/hvem-har-set?hvem=kommune&side=1')).status).toBe(200)
    expect((await data('?hvem=kommune')).linjer.length).toBe(foer)
    const [logget] = await sted.base.asOwner<{ antal: string }>(
      `SELECT count(*) AS antal FROM adgangslog WHERE formaal = 'opslagssvar' AND part_id = $1`,
      [part],
    )
    expect(Number(logget?.antal)).toBeGreaterThan(0)
  })

  test('is told with its answer by itself when the lines of the visit are gone', async () => {
    type Svaret = { readonly udenLinje: readonly { readonly spoergsmaal: { readonly svar?: { readonly tekst: string } } }[] }
    const hent = async () => JSON.parse((await borger.get('/api/v1/mig/hvem-har-set')).tekst) as Svaret
    expect((await hent()).udenLinje).toEqual([])
    await sted.base.asOwner(`UPDATE opslagsspoergsmaal SET besoegt = '2020-02-03T10:00:00Z'`)
    expect((await hent()).udenLinje.map(({ spoergsmaal }) => spoergsmaal.svar?.tekst)).toEqual([
      'Du ringede, og vi fandt dit nummer frem.',
    ])
    const side = (await borger.get('/hvem-har-set')).tekst
    for (const led of ['Spørgsmål om ældre opslag', 'Opslag 3. februar 2020', 'Hvorfor så I på mig?']) expect(side).toContain(led)
    expect((await (await sted.logInd(NABO)).get('/hvem-har-set')).tekst).not.toContain('Spørgsmål om ældre opslag')
  })

  test.each([
    ['0', '36'],
    ['31', '36'],
    ['5', '23'],
    ['5', '121'],
    ['x', '36'],
  ])('the municipality cannot choose %s days and %s months', async (svarfrist, opbevaring) => {
    expect((await ansvarlig.post(`${STI}/valg`, { svarfrist, opbevaring })).status).toBe(422)
  })
})
