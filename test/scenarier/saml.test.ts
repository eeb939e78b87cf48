import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../byggere/klient.ts'
import { skrivOioBpp } from '../byggere/oio-bpp.ts'
import { laesQuery } from '../byggere/saml-udbyder.ts'
import { kombit, oiosaml3, type Samlsted, startSamlsted } from '../byggere/samlsted.ts'
import { BROBYSKOV, KORSBAEK } from '../byggere/websted.ts'

/** Two municipalities with a provider each, of another make than the site's library; the second signs its assertions alone. */
let sted: Samlsted
beforeAll(async () => {
  sted = await startSamlsted({
    korsbaek: { cvr: [KORSBAEK], domaener: ['korsbaek.dk'] },
    brobyskov: { cvr: [BROBYSKOV], svarSigneret: false },
  })
})
afterAll(() => sted.close())

const RETTIGHEDER = (cvr: string) =>
  skrivOioBpp(cvr, [
    { roller: ['sagsbehandler', 'se'], graenser: { KLE: '27.*', foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER' } },
    { roller: ['kendskab'], graenser: { KLE: '*', foelsomhed: 'IKKE_FORTROLIGE_DATA' } },
  ])
const PRIVILEGIER = 'https://data.gov.dk/model/core/eid/privilegesIntermediate'
const hjemme = async (browser: Browser) => browser.get('/kommune')
const sessionen = async () => {
  const [[raekke]] = await sted.base.db.readBatch({ rolle: 'login' }, [
    { text: 'SELECT * FROM medarbejdersession ORDER BY oprettet DESC LIMIT 1', values: [] },
  ])
  return raekke as Readonly<Record<string, unknown>>
}

test('with providers the entrance shows where one can work, and the broker for others', async () => {
  const side = await sted.browser().get('/arbejde/log-ind?til=%2Fkommune')
  expect(side.status).toBe(200)
  expect(side.tekst).toContain('/arbejde/log-ind?udbyder=korsbaek&amp;til=%2Fkommune')
  expect(side.tekst).toContain('udbyder=mitid')
  expect((await sted.browser().get('/arbejde/log-ind?sprog=en')).tekst).toContain('Choose where you work')
})

test('a link with the end of a mail address leads straight to the provider', async () => {
  const svar = await sted.browser().get('/arbejde/log-ind?domaene=vibeke%40KORSBAEK.dk')
  expect(String(svar.headers.location)).toMatch(/^https:\/\/idp\.korsbaek\.example\/login\?SAMLRequest=/)
})

test('the request is signed, asks for a professional at Substantial, and says nothing of where to go afterwards', async () => {
  const { anmodning, sti } = await sted.begynd('korsbaek', '/kommune/roller')
  expect(sti).toBe('https://idp.korsbaek.example/login')
  expect(anmodning).toContain('ForceAuthn="true"')
  expect(anmodning).toContain('Comparison="minimum"')
  expect(anmodning).toContain('https://data.gov.dk/concept/core/nsis/loa/Substantial')
  expect(anmodning).toContain('https://data.gov.dk/eid/Professional')
  expect(anmodning).not.toContain('roller')
})

test('an employee logs in by OIOSAML 3 with rights, comes to the page asked for, and is known there', async () => {
  const { browser, forsoeg } = await sted.begynd('korsbaek', '/kommune')
  const attributter = oiosaml3(KORSBAEK, { [PRIVILEGIER]: RETTIGHEDER(KORSBAEK) })
  const svar = await sted.sendSvar(sted.udbyder('korsbaek').svar({ sted: sted.sted, forsoeg, attributter }))
  expect(svar.status).toBe(303)
  expect(svar.headers['set-cookie']).toBeUndefined()
  const videre = await browser.get(String(svar.headers.location))
  expect([videre.status, videre.headers.location]).toEqual([303, '/kommune'])
  const side = await hjemme(browser)
  expect(side.status).toBe(200)
  expect(side.tekst).toContain('Sanne Prøve')
  expect(side.tekst).toContain('Sagsbehandler')
  const raekke = await sessionen()
  expect(raekke).toMatchObject({ cvr: KORSBAEK, loa: 'Substantial', organisation: 'Prøve Kommune', rettighedsfund: [] })
  expect(raekke['rettigheder']).toEqual([
    { kommune: KORSBAEK, systemroller: ['sagsbehandler', 'se'], kle: ['27.*'], foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER' },
    { kommune: KORSBAEK, systemroller: ['kendskab'], kle: ['*'], foelsomhed: 'IKKE_FORTROLIGE_DATA' },
  ])
})

test('an employee logs in by KOMBIT’s older profile; the name id tells who', async () => {
  const navneid = `C=DK,O=${BROBYSKOV},CN=Rune Prøve,Serial=9d1f2b34-5c6d-4e7f-8a9b-0c1d2e3f4a5b`
  const rettigheder = { 'dk:gov:saml:attribute:Privileges_intermediate': RETTIGHEDER(BROBYSKOV) }
  const { browser } = await sted.logInd('brobyskov', kombit(BROBYSKOV, rettigheder), { navneid, svarSignatur: false })
  expect((await hjemme(browser)).tekst).toContain('Rune Prøve')
  expect(await sessionen()).toMatchObject({ cvr: BROBYSKOV, medarbejder_id: '9d1f2b34-5c6d-4e7f-8a9b-0c1d2e3f4a5b' })
})

test('signing with SHA-512 is as good', async () => {
  const sha512 = { signatur: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', sum: 'http://www.w3.org/2001/04/xmlenc#sha512' }
  const valg = { assertionSignatur: sha512, svarSignatur: sha512 }
  const { svar } = await sted.logInd('korsbaek', oiosaml3(KORSBAEK), valg)
  expect(svar.headers.location).toBe('/arbejde')
})

test('rights that could not be used are told to the employee without the values, and give nothing', async () => {
  const fremmed = skrivOioBpp(KORSBAEK, [
    {
      roller: ['sagsbehandler', 'se'],
      graenser: { KLE: '27.*', foelsomhed: 'VIP_SAGER' },
      scope: `urn:dk:gov:saml:cvrNumberIdentifier:${BROBYSKOV}`,
    },
    { roller: ['sagsbehandler', 'se'], graenser: { KLE: '27.*' } },
  ])
  const { browser } = await sted.logInd('korsbaek', oiosaml3(KORSBAEK, { [PRIVILEGIER]: fremmed }))
  const side = await hjemme(browser)
  expect(side.status).toBe(403)
  expect(side.tekst).toContain('Noget af det, du må, kunne ikke bruges')
  expect(side.tekst).toContain('siger ikke, hvor følsomt')
  expect(side.tekst).not.toContain('itst.dk')
  expect((await sessionen())['rettigheder']).toEqual([])
})

const logUdHer = async (browser: Browser) => {
  const side = await hjemme(browser)
  const formular = /name="_formular" value="([^"]+)"/.exec(side.tekst)?.[1] ?? ''
  const ud = await browser.post('/arbejde/log-ud', { _formular: formular })
  expect(ud.headers.location).toBe('/arbejde/log-ud/mitid')
  return browser.get('/arbejde/log-ud/mitid')
}
const loggetInd = () => sted.logInd('korsbaek', oiosaml3(KORSBAEK, { [PRIVILEGIER]: RETTIGHEDER(KORSBAEK) }))

test('logging out here leads on to the provider by a signed request, and its answer is believed', async () => {
  const { browser } = await loggetInd()
  const kopi = browser.kopi()
  const side = await logUdHer(browser)
  const url = String(side.headers['refresh']).replace(/^0; url=/, '')
  const { xml, id, sti } = laesQuery(url, sted.sted)
  expect(sti).toBe('https://idp.korsbaek.example/logud')
  expect(xml).toContain('navn-korsbaek')
  expect(xml).toContain('s-korsbaek')
  expect((await hjemme(kopi)).status).toBe(401)
  const udbyder = sted.udbyder('korsbaek')
  const svar = udbyder.logudQuery('SAMLResponse', udbyder.logudSvar({ sted: sted.sted, paa: id }))
  const slut = await browser.get(`/arbejde/saml/log-ud?${svar}`)
  expect([slut.status, slut.tekst.includes('Du er logget ud')]).toEqual([200, true])
  const nej = udbyder.logudQuery('SAMLResponse', udbyder.logudSvar({ sted: sted.sted, paa: id, status: 'Responder' }))
  expect((await browser.get(`/arbejde/saml/log-ud?${nej}`)).tekst).toContain('ikke fået bekræftet')
})

test('a session from the broker is not told of at the provider', async () => {
  const browser = sted.browser()
  const svar = await browser.get('/arbejde/log-ud/mitid')
  expect(String(svar.headers['refresh'] ?? svar.headers.location)).not.toContain('idp.')
})

test.each([
  ['by a signed query', 'redirect'],
  ['by a signed form', 'post'],
])('a log out at the provider ends the session here in all tabs, %s', async (_navn, binding) => {
  const { browser } = await loggetInd()
  const anden = await sted.logInd('korsbaek', oiosaml3(KORSBAEK, { [PRIVILEGIER]: RETTIGHEDER(KORSBAEK) }), {
    indeks: 'en-anden',
    navneid: 'navn-anden',
  })
  const fane = browser.kopi()
  expect((await hjemme(fane)).status).toBe(200)
  const udbyder = sted.udbyder('korsbaek')
  const anmodning = udbyder.logudAnmodning({ sted: sted.sted })
  const { signer } = await import('../byggere/saml-udbyder.ts')
  const svar =
    binding === 'redirect'
      ? await sted.browser().get(`/arbejde/saml/log-ud?${udbyder.logudQuery('SAMLRequest', anmodning, { relayState: 'r1' })}`)
      : await sted.browser().post(
          '/arbejde/saml/log-ud',
          {
            SAMLRequest: Buffer.from(signer(anmodning, 'LogoutRequest', udbyder.par)).toString('base64'),
            RelayState: 'r1',
          },
          { 'sec-fetch-site': 'cross-site' },
        )
  expect(svar.status).toBe(303)
  const { xml, sti } = laesQuery(String(svar.headers.location), sted.sted)
  expect(sti).toBe('https://idp.korsbaek.example/logud')
  expect(xml).toContain('status:Success')
  expect(new URL(String(svar.headers.location)).searchParams.get('RelayState')).toBe('r1')
  for (const enFane of [browser, fane]) expect((await hjemme(enFane)).status).toBe(401)
  expect((await hjemme(anden.browser)).status).toBe(200)
})

test('nothing of who logged in stands in the log or in an address', async () => {
  const { browser } = await loggetInd()
  await hjemme(browser)
  const log = sted.log.join('\n')
  for (const spor of ['Sanne', '7f3c2a10', 'navn-korsbaek', 's-korsbaek']) expect(log).not.toContain(spor)
})
