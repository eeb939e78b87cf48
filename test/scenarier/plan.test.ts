import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The plan of a municipality over HTTP: from an empty one to a stage that is shown, and who may not. */

const STI = '/kommune/plan'
/** Has opened nothing. */
const NY = KORSBAEK
/** Copenhagen's: only what it has configured is used. */
const TREDJE = cvrNummer('64942212')
let sted: Testwebsted
const P = {} as { [navn: string]: Paaarbejde }
const hvem = (navn: string): Paaarbejde => P[navn] ?? fejl(`Nobody is called ${navn}`)
const fejl = (besked: string): never => {
  throw new TypeError(besked)
}

beforeAll(async () => {
  sted = await startWebsted({
    opsaetning: [
      konfiguration({ kommune: TREDJE, kle: '28' }),
      konfiguration({ kommune: BROBYSKOV, kle: '27.36', visJournalnotater: false }),
    ],
  })
  const ind = async (navn: string, cvr: typeof KORSBAEK, ...roller: Parameters<typeof logIndPaaArbejde>[1]['roller']) => {
    P[navn] = await logIndPaaArbejde(sted, { cvr, roller, navn })
  }
  await ind('Nanna', NY, 'projektansvarlig')
  await ind('Ole', NY, 'projektansvarlig')
  await ind('Vibeke', NY, 'fagsystemansvarlig')
  await ind('Karen', NY, 'kvalitetsansvarlig')
  await ind('Simon', NY, 'sagsbehandler')
  await ind('Rune', BROBYSKOV, 'projektansvarlig')
})
afterAll(() => sted.close())

const laes = async (navn: string, sti = STI): Promise<string> => (await hvem(navn).browser.get(sti)).tekst
const naeste = async (navn: string): Promise<string> => /id="naeste"[\s\S]*?<\/section>/.exec(await laes(navn))?.[0] ?? ''
const skjult = (side: string, felt: string): string => new RegExp(`name="${felt}" value="([^"]*)"`).exec(side)?.[1] ?? ''
const ETAPE = {
  navn: 'Hjemmepleje',
  kle: '27.36 27.60',
  fra: '01-01-2026',
  til: '31-12-2099',
  ansvarlig: 'Visitationen',
  fradato: '01-03-2022',
  aeldreAktive: 'ja',
  kvalitet: 'stikproeve',
  stikproeve: '200',
  aarsag: 'Direktionen 3. november',
}
async function gem(navn: string, felter: Readonly<Record<string, string>> = {}, sti = `${STI}/etape/ny`) {
  const side = await laes(navn, sti)
  return hvem(navn).post(sti, { ...ETAPE, id: skjult(side, 'id') || randomUUID(), nr: skjult(side, 'nr'), ...felter })
}
const skridt = async (navn: string, udkast: string, type: string) => {
  const side = await laes(navn, udkast)
  const hash = new RegExp(`name="type" value="${type}"[\\s\\S]*?name="hash" value="([^"]*)"`).exec(side)?.[1] ?? ''
  return hvem(navn).post(`${udkast}/skridt`, { type, nr: skjult(side, 'nr'), hash, aarsag: 'Aftalt' })
}

test('from an empty plan to a stage that is shown: each step is named by the page, and another approves', async () => {
  expect(await naeste('Nanna')).toContain('Planen er tom')
  // A whole area of life may be chosen; what is always closed is in no plan.
  expect((await gem('Nanna', { kle: '34' })).tekst).toContain('ikke er lukket for alle')
  const svar = await gem('Nanna')
  expect([svar.status, svar.headers['location']]).toEqual([303, `${STI}?gjort=gemt`])
  const side = await laes('Nanna')
  for (const del of ['Hjemmepleje', 'Visitationen', '1. marts 2022', '200 af dem', '0 af 2 numre']) expect(side).toContain(del)
  expect(await naeste('Nanna')).toContain('2 numre i etapen Hjemmepleje')

  const udkastform = /action="(\/kommune\/plan\/etape\/[^"]*\/udkast)"/.exec(side)?.[1] ?? ''
  const id = /\/udkast"[\s\S]*?name="id" value="([^"]*)"/.exec(side)?.[1] ?? ''
  const lavet = await hvem('Nanna').post(udkastform, { id })
  const udkast = (lavet.headers['location'] ?? '').split('?')[0] ?? ''
  expect(udkast).toBe(`/kommune/konfiguration/udkast/${id}`)
  const aendringer = await laes('Nanna', udkast)
  for (const del of ['27.36', '27.60', '1. marts 2022', '200']) expect(aendringer).toContain(del)

  expect(await naeste('Nanna')).toContain(`/kommune/forhaandsvisning/${id}`)
  await hvem('Nanna').post(`/kommune/forhaandsvisning/${id}/start`)
  await expect.poll(() => naeste('Nanna'), { timeout: 20_000, interval: 100 }).toContain(udkast)
  expect((await skridt('Nanna', udkast, 'foreslaa')).status).toBe(303)
  expect(await naeste('Nanna')).toContain('en anden end dig')
  expect(await naeste('Ole')).toContain('Forslaget Hjemmepleje venter')
  expect((await skridt('Ole', udkast, 'godkend')).status).toBe(303)

  const efter = await laes('Nanna')
  expect(efter).toContain('2 af 2 numre')
  expect(efter).toContain('Nået')
  const [version] = (await sted.system.opsaetning.current()).gaeldendeFor(NY, sted.system.clock.now())
  expect(version).toMatchObject({
    aaben: true,
    fradato: '2022-03-01',
    kvalitetskrav: 'stikproeve',
    stikproeve: 200,
    titelvisning: 'sagens',
  })
}, 60_000)

test('a form sent twice makes one draft and one change; one that stands on an older plan is told so', async () => {
  const form = await laes('Nanna', `${STI}/etape/ny`)
  const felter = { ...ETAPE, navn: 'Træning i hold', kle: '29.21', id: skjult(form, 'id'), nr: skjult(form, 'nr') }
  for (const _ of [1, 2]) expect((await hvem('Nanna').post(`${STI}/etape/ny`, felter)).status).toBe(303)
  const sent = await hvem('Ole').post(`${STI}/etape/ny`, { ...felter, id: randomUUID(), navn: 'Noget andet' })
  expect([sent.status, sent.tekst.includes('En kollega har ændret planen imens')]).toEqual([409, true])
  const rows = await sted.base.asOwner<{ n: number }>(
    "SELECT count(*)::int AS n FROM plan_skridt WHERE data->'etape'->>'navn' = 'Træning i hold'",
  )
  expect(rows[0]?.n).toBe(1)
  expect(await laes('Nanna')).not.toContain('Noget andet')
})

test('every change is kept with who, when and why; a stage that is removed closes nothing', async () => {
  const side = await laes('Nanna')
  expect(side).toContain('Nanna gemte etapen Hjemmepleje')
  expect(side).toContain('Direktionen 3. november')
  const etape = /href="(\/kommune\/plan\/etape\/[0-9a-f-]{36})"/.exec(side)?.[1] ?? ''
  const nr = skjult(await laes('Nanna', etape), 'nr')
  expect((await hvem('Nanna').post(`${etape}/fjern`, { nr, aarsag: '' })).status).toBe(400)
  expect((await hvem('Nanna').post(`${etape}/fjern`, { nr, aarsag: 'Udskudt' })).status).toBe(303)
  expect(await laes('Nanna')).toContain('Udskudt')
  expect((await sted.system.opsaetning.current()).gaeldendeFor(NY, sted.system.clock.now())).toHaveLength(2)
  await expect(
    sted.base.db.transaction({ rolle: 'opsaetning' }, (tx) =>
      tx.run({ text: 'UPDATE plan_skridt SET data = data', values: [] } as never),
    ),
  ).rejects.toThrow()
})

test('a CPR number is taken in no field, and what was typed is kept', async () => {
  const svar = await gem('Nanna', { ansvarlig: 'Ulla 610180-1010', fra: 'i morgen', til: '01-01-2026', stikproeve: '0' })
  expect(svar.status).toBe(400)
  for (const del of ['uden CPR-nummer', 'Skriv en dag som', 'Skriv et tal fra 1 til 1000', 'Hjemmepleje'])
    expect(svar.tekst).toContain(del)
})

test('others of the municipality read; a caseworker does not; another municipality sees and changes nothing of it', async () => {
  for (const navn of ['Vibeke', 'Karen']) {
    const side = await laes(navn)
    expect(side).toContain('Træning i hold')
    expect(side).not.toContain('Lav en etape')
    expect((await hvem(navn).browser.get(`${STI}/etape/ny`)).status).toBe(403)
    expect((await hvem(navn).post(`${STI}/etape/ny`, ETAPE)).status).toBe(403)
  }
  for (const sti of [STI, '/kommune/aabenhed', '/kommune/aabenhed/csv'])
    expect((await hvem('Simon').browser.get(sti)).status).toBe(403)
  expect(await laes('Rune')).not.toContain('Træning i hold')
  const etape = /href="(\/kommune\/plan\/etape\/[0-9a-f-]{36})"/.exec(await laes('Nanna'))?.[1] ?? ''
  expect((await hvem('Rune').browser.get(etape)).status).toBe(404)
  for (const post of [etape, `${etape}/fjern`, `${etape}/udkast`])
    expect((await hvem('Rune').post(post, { ...ETAPE, id: randomUUID(), nr: '0', aarsag: 'x' })).status).toBe(404)
})

test('the report says what we show and what others do, on the page and as CSV', async () => {
  const side = await laes('Rune', '/kommune/aabenhed')
  expect(side).toContain('Brobyskov Kommune')
  expect(side).toContain('Vi viser intet om')
  expect(side).toContain('Andre viser noget, som vi ikke viser: Børn og familie')
  const csv = await laes('Rune', '/kommune/aabenhed/csv')
  const linje = csv.split('\r\n').find((en) => en.startsWith('Hjælp, pleje og handicap')) ?? ''
  expect(linje.split(';').slice(3, 6)).toEqual(['Ja', 'Ja', 'Nej'])
  expect(linje).not.toMatch(/style=|<script/)
})

test('one whose role is taken away while the form is open saves nothing', async () => {
  const eva = await logIndPaaArbejde(sted, { cvr: NY, roller: ['projektansvarlig'], navn: 'Eva' })
  const side = (await eva.browser.get(`${STI}/etape/ny`)).tekst
  const felter = { ...ETAPE, navn: 'For sent', id: skjult(side, 'id'), nr: skjult(side, 'nr') }
  await sted.base.asOwner(
    `INSERT INTO rolleophoer (tildeling_id, gaelder_fra, frataget_af, begrundelse)
     SELECT tildeling_id, now() - interval '1 second', 'proeve', 'Er fratrådt' FROM rolletildeling WHERE medarbejder_id = $1`,
    [eva.id],
  )
  expect((await eva.post(`${STI}/etape/ny`, felter)).status).toBe(403)
  expect(await laes('Nanna')).not.toContain('For sent')
})
