import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBrowser, type Side } from '../../src/demo/mitid/proeve-browser.ts'
import { SAGSBEHANDLERE } from '../../src/demo/verden/sagsbehandlere.ts'
import { startUdbydersted, type Udbydersted } from '../byggere/udbydersted.ts'

/** The demo's stand-ins for municipalities' own logins, made with samlify, against the site as `npm start` wires it. */
let sted: Udbydersted
let origin: string
beforeAll(async () => {
  sted = await startUdbydersted()
  origin = sted.origin
})
afterAll(() => sted?.close())

type Browser = ReturnType<typeof createBrowser>
const felt = (side: Side, navn: string): string =>
  (new RegExp(`name="${navn}" value="([^"]*)"`).exec(side.body)?.[1] ?? '').replaceAll('&amp;', '&')

/** Chooses the municipality and the person, and goes on as the page's own form does. */
async function logInd(browser: Browser, kommune: string, nr: number): Promise<Side> {
  const valg = await browser.open(`${origin}/arbejde/log-ind?udbyder=${kommune}&til=/kommune`)
  expect(valg.status).toBe(200)
  const videre = await browser.post(new URL(`/${kommune}/valg`, valg.url).href, {
    query: felt(valg, 'query'),
    medarbejder: String(nr),
  })
  expect(videre.body).toContain('Du er logget ind')
  return browser.post(`${origin}/arbejde/saml/svar`, { SAMLResponse: felt(videre, 'SAMLResponse') })
}

test('each of a municipality’s four can log in, and is what the provider says', async () => {
  const roller = ['Sagsbehandler', 'Sagsbehandler', 'Borgerservice', 'Projektansvarlig']
  for (const [nr, rolle] of roller.entries()) {
    const side = await logInd(createBrowser(), 'korsbaek', nr)
    expect([side.status, new URL(side.url).pathname]).toEqual([200, '/kommune'])
    expect(side.body).toContain(rolle)
    expect(side.body).toContain(SAGSBEHANDLERE[nr]?.navn)
  }
})

test('their rights are kept with the session as the groups they came in', async () => {
  await logInd(createBrowser(), 'brobyskov', 0)
  const [[raekke]] = await sted.base.db.readBatch({ rolle: 'login' }, [
    { text: 'SELECT rettigheder, rettighedsfund FROM medarbejdersession ORDER BY oprettet DESC LIMIT 1', values: [] },
  ])
  const { rettigheder, rettighedsfund } = raekke as {
    readonly rettigheder: readonly { readonly kle: unknown }[]
    readonly rettighedsfund: unknown
  }
  expect(rettighedsfund).toEqual([])
  expect(rettigheder.map(({ kle }) => kle)).toEqual([['27.*'], ['*']])
})

test('logging out here logs out there, and comes back', async () => {
  const browser = createBrowser()
  const side = await logInd(browser, 'korsbaek', 0)
  const ud = await browser.post(
    `${origin}/arbejde/log-ud`,
    { _formular: felt(side, '_formular') },
    { headers: { 'sec-fetch-site': 'same-origin' } },
  )
  expect(ud.body).toContain('Du er logget ud her')
  const slut = await browser.open(String(ud.headers.get('refresh')).replace(/^0; url=/, ''))
  expect(new URL(slut.url).pathname).toBe('/arbejde/saml/log-ud')
  expect([slut.status, slut.body.includes('Du er logget ud')]).toEqual([200, true])
  expect((await browser.open(`${origin}/kommune`)).url).toContain('/arbejde/log-ind')
})

test('a stand-in answers nobody but the site', async () => {
  const adresse = sted.saml.udbydere[0]?.login ?? ''
  for (const query of ['', '?SAMLRequest=x', '?SAMLRequest=fZA%3D&SigAlg=x&Signature=y'])
    expect((await createBrowser().open(adresse + query)).status).toBe(400)
})
