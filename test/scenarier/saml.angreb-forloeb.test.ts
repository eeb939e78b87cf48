import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { skrivOioBpp } from '../byggere/oio-bpp.ts'
import { laesQuery, type Svarvalg } from '../byggere/saml-udbyder.ts'
import { kombit, oiosaml3, type Samlsted, startSamlsted } from '../byggere/samlsted.ts'
import { BROBYSKOV, KORSBAEK } from '../byggere/websted.ts'

/** Attacks on the course of a login by SAML rather than on one message: whose browser it is, and what comes of odd times. */
let sted: Samlsted
beforeAll(async () => {
  sted = await startSamlsted({
    korsbaek: { cvr: [KORSBAEK] },
    brobyskov: { cvr: [BROBYSKOV] },
    genbrug: { cvr: [KORSBAEK], genbrugLogin: true },
  })
})
afterAll(() => sted.close())
beforeEach(() => {
  ;(sted.log as string[]).length = 0
})

const ATTRIBUTTER = oiosaml3(KORSBAEK)
const lav = (forsoeg: string, mere: Partial<Svarvalg> = {}) =>
  sted.udbyder('korsbaek').svar({ sted: sted.sted, forsoeg, attributter: ATTRIBUTTER, ...mere })
const sessioner = async (): Promise<number> => {
  const [[raekke]] = await sted.base.db.readBatch({ rolle: 'login' }, [
    { text: 'SELECT count(*)::int AS antal FROM medarbejdersession', values: [] },
  ])
  return (raekke as { readonly antal: number }).antal
}

describe('a request that an attacker began and somebody else answered', () => {
  /** The attacker hands on the address at the provider; whoever follows it logs in at their own provider, as on any day. */
  test('the attacker’s browser cannot fetch the answer that the other’s delivered', async () => {
    const foer = await sessioner()
    const angriber = await sted.begynd('korsbaek')
    const offer = sted.browser()
    const svar = await sted.sendSvar(lav(angriber.forsoeg))
    expect(svar.status).toBe(303)
    expect((await offer.get(String(svar.headers.location))).status).toBe(400)
    const hentet = await angriber.browser.get(`/arbejde/saml/videre?forsoeg=${angriber.forsoeg}`)
    expect([hentet.status, await sessioner()]).toEqual([400, foer])
  })
  test('nor before the other’s browser has gone on', async () => {
    const foer = await sessioner()
    const angriber = await sted.begynd('korsbaek')
    expect((await sted.sendSvar(lav(angriber.forsoeg))).status).toBe(303)
    for (const mere of ['', '&kode=', '&kode=AAAAAAAAAAAAAAAAAAAAAA'])
      expect((await angriber.browser.get(`/arbejde/saml/videre?forsoeg=${angriber.forsoeg}${mere}`)).status).toBe(400)
    expect(await sessioner()).toBe(foer)
  })
})

/** Sends a right answer but for the changes; what came of it. */
async function svarPaa(mere: Partial<Svarvalg>, navn = 'korsbaek') {
  const { browser, forsoeg } = await sted.begynd(navn)
  const svar = await sted.sendSvar(sted.udbyder(navn).svar({ sted: sted.sted, forsoeg, attributter: ATTRIBUTTER, ...mere }))
  const videre = svar.status === 303 ? await browser.get(String(svar.headers.location)) : svar
  const linje = sted.log.find((en) => en.includes('login refused'))
  return { status: videre.status, kode: linje && (JSON.parse(linje) as { readonly afvisning?: string }).afvisning, browser }
}
const byt =
  (fra: string | RegExp, til: string) =>
  (xml: string): string => {
    const ny = xml.replace(fra, () => til)
    if (ny === xml) throw new Error(`The message does not hold ${fra}`)
    return ny
  }

describe('odd times', () => {
  const slut = (til: string) => ({ assertion: byt(/NotOnOrAfter="[^"]+"/g, `NotOnOrAfter="${til}"`) })
  const session = (til: string) => ({
    assertion: byt('<saml:AuthnStatement ', `<saml:AuthnStatement SessionNotOnOrAfter="${til}" `),
  })
  test.each(['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59-12:00'])(
    'an answer and a session that last until %s are as any others',
    async (til) => {
      expect(await svarPaa(slut(til))).toMatchObject({ status: 303, kode: undefined })
      expect(await svarPaa(session(til))).toMatchObject({ status: 303, kode: undefined })
    },
  )
  test.each([
    ['+12026-11-22T23:40:47Z', 'TID_UGYLDIG'],
    ['9999-99-99T99:99:99Z', 'TID_UGYLDIG'],
    ['', 'TID_UGYLDIG'],
    ['0001-01-01T00:00:00Z', 'UDLOEBET'],
  ])('until %j nobody is let in', async (til, kode) => {
    expect((await svarPaa(slut(til))).kode).toBe(kode)
    ;(sted.log as string[]).length = 0
    expect((await svarPaa(session(til))).kode).toBe(kode)
  })
  test('issued in a time to come, or before what a login lasts', async () => {
    const udstedt = (ms: number) => ({
      assertion: byt(/IssueInstant="[^"]+"/, `IssueInstant="${new Date(Date.now() + ms).toISOString()}"`),
    })
    expect((await svarPaa(udstedt(-700_000))).kode).toBe('UDLOEBET')
    ;(sted.log as string[]).length = 0
    expect((await svarPaa(udstedt(86_400_000))).kode).toBe('FRA_FREMTIDEN')
  })
  test('not valid before a day far ahead', async () => {
    expect((await svarPaa({ assertion: byt(/NotBefore="[^"]+"/, 'NotBefore="9000-01-01T00:00:00Z"') })).kode).toBe(
      'FRA_FREMTIDEN',
    )
  })
})

describe('a name id that says two things', () => {
  const OFFER = '7f3c2a10-0d5b-4e0e-8a52-1f6d1b2c3d4e'
  const EGEN = '9d1f2b34-5c6d-4e7f-8a9b-0c1d2e3f4a5b'
  const med = (navneid: string) => svarPaa({ attributter: kombit(KORSBAEK), navneid })
  test('a display name that holds somebody else’s Serial is not that somebody', async () => {
    expect((await med(`C=DK,O=${KORSBAEK},CN=Ond,Serial=${OFFER},Serial=${EGEN}`)).kode).toBe('PROFIL_UKENDT')
  })
  test('a right one is let in', async () => {
    expect((await med(`C=DK,O=${KORSBAEK},CN=Rune Prøve,Serial=${EGEN}`)).status).toBe(303)
  })
  test('one that is new at each login names nobody', async () => {
    const transient = byt('nameid-format:persistent', 'nameid-format:transient')
    const uden = { ...oiosaml3(KORSBAEK), 'https://data.gov.dk/model/core/eid/professional/uuid/persistent': [] }
    expect((await svarPaa({ attributter: kombit(KORSBAEK), assertion: transient })).kode).toBe('PROFIL_UKENDT')
    ;(sted.log as string[]).length = 0
    expect((await svarPaa({ attributter: uden, assertion: transient })).kode).toBe('PROFIL_UKENDT')
    ;(sted.log as string[]).length = 0
    // Where the attribute says who it is, the name id is only the provider's word for the session.
    expect(await svarPaa({ assertion: transient })).toMatchObject({ status: 303, kode: undefined })
  })
})

describe('another’s log out', () => {
  const FORAN = '/arbejde/saml/log-ud?'
  const RETTIGHEDER = skrivOioBpp(KORSBAEK, [{ roller: ['sagsbehandler'], graenser: { KLE: '27.*', foelsomhed: 'VIP_SAGER' } }])
  const loggetInd = async () => {
    const attributter = { ...ATTRIBUTTER, 'https://data.gov.dk/model/core/eid/privilegesIntermediate': RETTIGHEDER }
    const { browser } = await sted.logInd('korsbaek', attributter)
    expect((await browser.get('/kommune')).status).toBe(200)
    return browser
  }
  test('in the browser of somebody else leaves their session alone', async () => {
    const browser = await loggetInd()
    const brobyskov = sted.udbyder('brobyskov')
    const svar = await browser.get(FORAN + brobyskov.logudQuery('SAMLRequest', brobyskov.logudAnmodning({ sted: sted.sted })))
    expect(svar.status).toBe(303)
    expect((await browser.get('/kommune')).status).toBe(200)
  })
  test('a right one takes the cookie along', async () => {
    const browser = await loggetInd()
    const udbyder = sted.udbyder('korsbaek')
    const svar = await browser.get(FORAN + udbyder.logudQuery('SAMLRequest', udbyder.logudAnmodning({ sted: sted.sted })))
    expect(String(svar.headers['set-cookie'])).toContain('Max-Age=0')
    expect((await browser.get('/kommune')).status).toBe(303)
  })
  test('a long RelayState of the provider’s own comes back whole', async () => {
    const relayState = `_${'a'.repeat(40)}:https://idp.korsbaek.example/saml2/idp/initSLO?RelayState=${'b'.repeat(300)}`
    const udbyder = sted.udbyder('korsbaek')
    const svar = await sted
      .browser()
      .get(FORAN + udbyder.logudQuery('SAMLRequest', udbyder.logudAnmodning({ sted: sted.sted }), { relayState }))
    expect(new URL(String(svar.headers.location)).searchParams.get('RelayState')).toBe(relayState)
  })
})

describe('what is no form', () => {
  test.each([
    ['JSON', 'application/json', '{}'],
    ['text', 'text/plain', 'SAMLResponse=x'],
    ['a form of parts', 'multipart/form-data; boundary=x', '--x--'],
    ['XML', 'application/xml', '<x/>'],
    ['nothing', undefined, undefined],
  ])('%s is refused as the sender’s fault, at login and at log out', async (_navn, type, body) => {
    for (const sti of ['/arbejde/saml/svar', '/arbejde/saml/log-ud']) {
      const headers = type === undefined ? {} : { 'content-type': type }
      const svar = await sted.browser().send(sti, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
      expect([400, 403, 415]).toContain(svar.status)
      expect(svar.tekst).toContain('<h1>')
    }
  })
})

describe('many at once', () => {
  test('of the same answer one is taken, and of those who come for it one is logged in', async () => {
    const foer = await sessioner()
    const { browser, forsoeg } = await sted.begynd('korsbaek')
    const svar = lav(forsoeg)
    const sendte = await Promise.all(Array.from({ length: 8 }, () => sted.sendSvar(svar)))
    const taget = sendte.filter(({ status }) => status === 303)
    expect(taget).toHaveLength(1)
    const sti = String(taget[0]?.headers.location)
    const kopier = Array.from({ length: 8 }, () => browser.kopi())
    const hentede = await Promise.all(kopier.map((kopi) => kopi.get(sti)))
    expect(hentede.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await sessioner()).toBe(foer + 1)
  })
})

describe('a login of earlier in the day', () => {
  const siden = (ms: number) => ({
    assertion: byt(/AuthnInstant="[^"]+"/, `AuthnInstant="${new Date(Date.now() - ms).toISOString()}"`),
  })
  test('is not taken where the employee was to be asked anew: the one at the desk may be another', async () => {
    expect((await svarPaa(siden(3_600_000))).kode).toBe('GAMMELT_LOGIN')
  })
  test('nor where it is not said when they were asked', async () => {
    expect((await svarPaa({ assertion: byt(/ AuthnInstant="[^"]+"/, '') })).kode).toBe('GAMMELT_LOGIN')
  })
  test('clocks may differ by a minute', async () => {
    expect((await svarPaa(siden(50_000))).status).toBe(303)
  })
  test('is taken where the operator has said so', async () => {
    expect((await svarPaa(siden(3_600_000), 'genbrug')).status).toBe(303)
  })
})

test('whoever logs in next in the same browser ends the session before, in every tab, and its roles with it', async () => {
  const rettigheder = skrivOioBpp(KORSBAEK, [{ roller: ['projektansvarlig'], graenser: { KLE: '*', foelsomhed: 'VIP_SAGER' } }])
  const medRoller = { ...ATTRIBUTTER, 'https://data.gov.dk/model/core/eid/privilegesIntermediate': rettigheder }
  const { browser } = await sted.logInd('korsbaek', medRoller)
  const fane = browser.kopi()
  expect((await fane.get('/kommune')).status).toBe(200)
  const anden = '8a3c2a10-0d5b-4e0e-8a52-1f6d1b2c3d4e'
  const uden = { ...ATTRIBUTTER, 'https://data.gov.dk/model/core/eid/professional/uuid/persistent': anden }
  const begyndt = await browser.get('/arbejde/log-ind?udbyder=korsbaek')
  const { id } = laesQuery(String(begyndt.headers.location), sted.sted)
  const svar = await sted.sendSvar(lav(id, { attributter: uden }))
  expect((await browser.get(String(svar.headers.location))).status).toBe(303)
  expect([(await browser.get('/kommune')).status, (await fane.get('/kommune')).status]).toEqual([403, 401])
})
