import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Svarvalg } from '../byggere/saml-udbyder.ts'
import { oiosaml3, type Samlsted, startSamlsted } from '../byggere/samlsted.ts'
import { BROBYSKOV, KORSBAEK } from '../byggere/websted.ts'

/** Attacks on the course of a login by SAML rather than on one message: whose browser it is, and what comes of odd times. */
let sted: Samlsted
beforeAll(async () => {
  sted = await startSamlsted({ korsbaek: { cvr: [KORSBAEK] }, brobyskov: { cvr: [BROBYSKOV] } })
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
