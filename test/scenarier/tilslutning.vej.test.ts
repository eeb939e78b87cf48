import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid } from '#kernel'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A vendor's system goes from nothing to daily operation in two municipalities, through the pages alone. */

let sted: Testwebsted
const P = {} as { [navn: string]: Paaarbejde }
const LEVERANDOER = cvrNummer('10000001')
const DRIFT = cvrNummer('20000001')
const SYSTEM = newUuid()
const system = (maalgruppe: 'leverandoer' | 'kommune' | 'drift') => `/${maalgruppe}/systemer/${SYSTEM}`
const AFTALE = { underskrevet: '2026-01-05', underskriver: 'Kommunaldirektøren', reference: 'Sag 2026-117' }

beforeAll(async () => {
  sted = await startWebsted()
  const ind = async (
    navn: string,
    cvr: typeof DRIFT,
    organisation: string,
    ...roller: Parameters<typeof logIndPaaArbejde>[1]['roller']
  ) => {
    P[navn] = await logIndPaaArbejde(sted, { cvr, organisation, roller, navn })
  }
  await ind('Sanne', LEVERANDOER, 'Birkelund Fagsystemer A/S', 'leverandoer')
  await ind('Fremmed', cvrNummer('10000002'), 'En anden leverandør', 'leverandoer')
  await ind('Vibeke', KORSBAEK, 'Korsbæk Kommune', 'fagsystemansvarlig')
  await ind('Henrik', KORSBAEK, 'Korsbæk Kommune', 'projektansvarlig')
  await ind('Gitte', KORSBAEK, 'Korsbæk Kommune', 'projektansvarlig')
  await ind('Rune', BROBYSKOV, 'Brobyskov Kommune', 'fagsystemansvarlig', 'projektansvarlig')
  await ind('Mette', BROBYSKOV, 'Brobyskov Kommune', 'projektansvarlig')
  await ind('Lars', DRIFT, 'Driftsfællesskabet', 'driftsansvarlig')
  await ind('Amina', DRIFT, 'Driftsfællesskabet', 'driftsansvarlig')
})
afterAll(() => sted.close())

const hvem = (navn: string): Paaarbejde => {
  const person = P[navn]
  if (!person) throw new TypeError(`Nobody is called ${navn}`)
  return person
}
const laes = async (navn: string, sti: string): Promise<string> => (await hvem(navn).browser.get(sti)).tekst
/** The proposal that this person can confirm on the page. */
async function confirm(navn: string, sti: string): Promise<number> {
  const [, forslag] = /name="forslag" value="([0-9a-f-]{36})"/.exec(await laes(navn, sti)) ?? []
  const post = sti === '/kommune/tilslutning' ? '/kommune/tilslutning/skridt' : sti
  return (await hvem(navn).post(post, { type: 'bekraeft', forslag: forslag ?? '' })).status
}

test('the municipality gets ready: agreement, roles and contact points in place, and two persons who say so', async () => {
  const sti = '/kommune/tilslutning'
  expect(await laes('Henrik', sti)).toContain('er ikke noteret')
  expect((await hvem('Henrik').post(`${sti}/skridt`, { type: 'foreslaaKlar' })).status).toBe(409)
  for (const [navn, anden] of [
    ['Henrik', 'Gitte'],
    ['Rune', 'Mette'],
  ] as const) {
    await hvem(navn).post(`${sti}/skridt`, { type: 'noterDatabehandleraftale', ...AFTALE })
    const foreslaaet = await hvem(navn).post(`${sti}/skridt`, { type: 'foreslaaKlar' })
    expect(foreslaaet.tekst).toContain('melder sig klar')
    expect(await confirm(navn, sti)).toBe(409)
    expect(await confirm(anden, sti)).toBe(200)
    expect(await laes(navn, sti)).toContain('Kommunen er klar')
  }
})

test('the vendor registers its system; a field that cannot be used is named, and what was typed stays', async () => {
  const forkert = await hvem('Sanne').post('/leverandoer/systemer', {
    navn: 'Elletræ Sag',
    id: 'ikke-en-uuid',
    slags: 'esdh',
    version: '4.2',
    kle: '27.3',
  })
  expect(forkert.status).toBe(400)
  expect(forkert.tekst).toContain('32 hexadecimale tegn')
  expect(forkert.tekst).toContain('value="Elletræ Sag"')
  const rigtigt = { navn: 'Elletræ Sag', id: SYSTEM, slags: 'esdh', version: '4.2', kle: '27.36, 29' }
  expect((await hvem('Sanne').post('/leverandoer/systemer', rigtigt)).status).toBe(303)
  expect(await laes('Sanne', system('leverandoer'))).toContain('Næste skridt: Aftale med en kommune')
})

test('to another vendor the system is one that does not exist, whatever is asked of it', async () => {
  expect((await hvem('Fremmed').browser.get(system('leverandoer'))).status).toBe(404)
  expect((await hvem('Fremmed').post(system('leverandoer'), { type: 'aabnSandkasse' })).status).toBe(404)
  expect((await hvem('Fremmed').post(system('leverandoer'), { type: 'skiftVersion', version: '9' })).status).toBe(404)
  expect(await laes('Fremmed', '/leverandoer/systemer')).not.toContain('Elletræ')
})

test('sandbox keys come when a municipality has noted its agreement, are shown once, and let the system deliver to the sandbox alone', async () => {
  expect((await hvem('Sanne').post(system('leverandoer'), { type: 'aabnSandkasse' })).status).toBe(409)
  await hvem('Vibeke').post(system('kommune'), { type: 'noterAftale', ...AFTALE })
  const svar = await hvem('Sanne').post(system('leverandoer'), { type: 'aabnSandkasse' })
  expect(svar.headers['cache-control']).toBe('no-store')
  const [klientId, hemmelighed] = [...svar.tekst.matchAll(/<code class="bb-id">([^<]+)<\/code>/g)].map(([, tekst]) => tekst ?? '')
  expect(await sted.system.kilder.authenticate({ klientId: klientId ?? '', hemmelighed: hemmelighed ?? '' })).toMatchObject({
    ok: true,
    value: { id: SYSTEM, kommuner: [KORSBAEK] },
  })
  expect(await laes('Sanne', system('leverandoer'))).not.toContain(hemmelighed)
})

test('a pilot, an approval and a rollout each take a passed test and two persons', async () => {
  const pilot = { type: 'foreslaa', hvad: 'pilot', omfang: 'kommune' }
  expect((await hvem('Henrik').post(system('kommune'), pilot)).tekst).toContain('Afprøvningen skal være bestået')
  const { recordAfproevning } = await import('#tilslutning/vej')
  await recordAfproevning(sted.system, SYSTEM, { koersel: newUuid(), version: '4.2', proeveversion: '1.0', bestaaet: true })
  expect((await hvem('Henrik').post(system('kommune'), pilot)).status).toBe(303)
  expect(await confirm('Gitte', system('kommune'))).toBe(409)
  expect(await confirm('Lars', system('drift'))).toBe(303)
  const godkend = { type: 'foreslaa', hvad: 'godkendelse', omfang: 'system' }
  expect((await hvem('Lars').post(system('drift'), godkend)).tekst).toContain('intet leveret endnu')
  await sted.base.asOwner(
    `INSERT INTO daekning (kommune, livsomraade, art, kilde_id, tilsluttet_siden, seneste_levering)
     VALUES ($1, 'pleje', 'sag', $2, now(), now())`,
    [KORSBAEK, SYSTEM],
  )
  expect((await hvem('Lars').post(system('drift'), godkend)).status).toBe(303)
  expect(await confirm('Lars', system('drift'))).toBe(409)
  expect(await confirm('Amina', system('drift'))).toBe(303)
  expect(await laes('Sanne', system('leverandoer'))).toContain('Systemet er godkendt')
  await hvem('Rune').post(system('kommune'), { type: 'noterAftale', ...AFTALE, reference: 'Sag 77' })
  expect((await hvem('Rune').post(system('kommune'), { type: 'foreslaa', hvad: 'udrulning', omfang: 'kommune' })).status).toBe(
    303,
  )
  expect(await confirm('Lars', system('drift'))).toBe(409)
  expect(await confirm('Mette', system('kommune'))).toBe(303)
  expect((await sted.system.kilder.find(SYSTEM))?.kommuner).toEqual([KORSBAEK, BROBYSKOV])
})

test("a municipality sees that another has an agreement, and not what it says; the other's people are not named", async () => {
  const side = await laes('Rune', system('kommune'))
  expect(side).toContain('Sag 77')
  expect(side).not.toContain('Sag 2026-117')
  expect(side).not.toContain('Henrik')
  expect(await laes('Amina', system('drift'))).toContain('Sag 2026-117')
})

test('one person stops the system, and at once it delivers nowhere; opening again takes two', async () => {
  expect(
    (await hvem('Sanne').post(system('leverandoer'), { type: 'suspender', omfang: 'system', aarsag: 'Vil ikke' })).status,
  ).toBe(409)
  expect(
    (await hvem('Lars').post(system('drift'), { type: 'suspender', omfang: 'system', aarsag: 'Titler med CPR 0101701234' }))
      .status,
  ).toBe(409)
  expect(
    (await hvem('Lars').post(system('drift'), { type: 'suspender', omfang: 'system', aarsag: 'Fejl i titler' })).status,
  ).toBe(303)
  expect(await sted.system.kilder.find(SYSTEM)).toMatchObject({ kommuner: [], spaerret: expect.any(String) })
  expect(await laes('Sanne', system('leverandoer'))).toContain('Fejl i titler')
  await hvem('Lars').post(system('drift'), { type: 'foreslaa', hvad: 'genoptagelse', omfang: 'system' })
  expect(await confirm('Lars', system('drift'))).toBe(409)
  expect(await confirm('Amina', system('drift'))).toBe(303)
  expect((await sted.system.kilder.find(SYSTEM))?.kommuner).toEqual([KORSBAEK, BROBYSKOV])
})

test("the operator's page has every system in every municipality, and a citizen none of these pages", async () => {
  const side = await laes('Amina', '/drift/tilslutning')
  expect(side).toContain('Elletræ Sag')
  expect(side).toContain('Brobyskov Kommune')
  for (const sti of ['/drift/tilslutning', '/kommune/tilslutning', '/leverandoer/systemer', system('drift')])
    expect((await sted.browser().get(sti)).status).toBe(303)
  expect((await hvem('Sanne').browser.get('/drift/tilslutning')).status).toBe(403)
  expect((await hvem('Henrik').browser.get(system('leverandoer'))).status).toBe(403)
})
