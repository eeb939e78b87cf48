import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lavDokument, lavNotat, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A municipality sees what a citizen sees, asks why, and previews a change: over HTTP, as the pages do it. */

const BORGER = '6101800021'
const NABO = '6202810023'
const UKENDT = '6303820025'
const SE = '/kommune/se-som-borger'
const FORKLAR = '/kommune/forklar'
const KONFIGURATION = '/kommune/konfiguration'

let sted: Testwebsted
let henrik: Paaarbejde
let karen: Paaarbejde
const [egen, fremmed, lukket, brev, notat] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()]

beforeAll(async () => {
  sted = await startWebsted({
    opsaetning: [konfiguration({ kle: '27' }), konfiguration({ kommune: BROBYSKOV, kle: '27' })],
  })
  const mig = [part('Primær part', BORGER)]
  await sted.lever('a', [
    lavSag({ id: egen, parter: mig, titel: 'Hjælp til rengøring' }, { journalposter: [tilakteret(brev)] }),
    lavDokument({ id: brev, titel: 'Brev om rengøring', type: 'Brev, indgaaende' }),
    lavNotat({ id: notat, sag: egen, titel: 'Samtale om rengøring', notat: 'Du fortalte om hverdagen.' }),
    lavSag({ id: lukket, parter: mig, titel: 'Flytning til ny bolig', kle: '32.24.04' }),
    lavSag({ id: fremmed, parter: mig, titel: 'Sag hos naboerne', kommune: BROBYSKOV }),
    lavSag({ id: randomUUID(), parter: [part('Primær part', NABO)], titel: 'Naboens egen sag' }),
  ])
  const ind = (cvr: typeof KORSBAEK, ...roller: Parameters<typeof logIndPaaArbejde>[1]['roller']) =>
    logIndPaaArbejde(sted, { cvr, roller, navn: 'Henrik Aabo', organisation: 'Korsbæk Kommune' })
  henrik = await ind(KORSBAEK, 'projektansvarlig')
  karen = await ind(KORSBAEK, 'kvalitetsansvarlig')
})
afterAll(() => sted.close())

const spoerg = (hvem: Paaarbejde, sti: string, felter: Readonly<Record<string, string>> = {}) =>
  hvem.post(sti, { cpr: BORGER, formaal: 'borgerSpoerger', begrundelse: 'Borgeren har ringet om sin sag', ...felter })
const stedFor = async (hvem: Paaarbejde, sti: string, felter: Readonly<Record<string, string>> = {}): Promise<string> => {
  const svar = await spoerg(hvem, sti, felter)
  expect(svar.status).toBe(303)
  return svar.headers.location ?? ''
}
const uden = (side: string) => side.replaceAll(/v\/[\w-]+\//g, '').replaceAll(/\d{1,2}\.\d{2}/g, '')

describe('seeing as a citizen', () => {
  test('the pages are the citizen’s own, within the preview, and say of themselves what they are', async () => {
    const start = await stedFor(henrik, SE)
    expect(start).not.toContain(BORGER)
    expect(start).not.toContain(await sted.part(BORGER))
    const overblik = await henrik.browser.get(start)
    expect(overblik.status).toBe(200)
    expect(overblik.tekst).toContain('Fremvisning. Du ser en borgers sider')
    expect(overblik.tekst).toContain('Andre kommuners sager er ikke med')
    expect(overblik.headers['cache-control']).toContain('no-store')
    const sager = start.replace(/overblik$/, 'sager')
    const liste = (await henrik.browser.get(sager)).tekst
    expect(liste).toContain('Hjælp til rengøring')
    expect(liste).toContain(`href="${sager}/${egen}"`)
    for (const andet of ['Sag hos naboerne', 'Flytning til ny bolig', 'Naboens egen sag', 'Prøve Person', BORGER])
      expect(liste).not.toContain(andet)
    const sag = (await henrik.browser.get(`${sager}/${egen}`)).tekst
    expect(sag).toContain('Brev om rengøring')
    const notatside = (await henrik.browser.get(start.replace(/overblik$/, `notater/${notat}`))).tekst
    expect(notatside).toContain('Du fortalte om hverdagen.')
    for (const side of [overblik.tekst, liste, sag, notatside]) {
      expect(side).not.toMatch(/<form[^>]*method="post"/)
      expect(side).not.toMatch(/(href|action)="\/(overblik|sager|dokumenter|notater|ydelser|aftaler|hvem-har-set)/)
      expect(side).not.toContain('data-sekunder')
    }
    // What is not shown, another municipality's, and what is nowhere answer alike.
    const svar = await Promise.all([lukket, fremmed, randomUUID()].map((id) => henrik.browser.get(`${sager}/${id}`)))
    expect(svar.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(svar.map(({ tekst }) => tekst.replaceAll(/[\da-f-]{36}/g, ''))).size).toBe(1)
  })

  test('each page of the citizen’s is there but who has looked, and nothing takes a change', async () => {
    const start = (await stedFor(karen, SE)).replace(/overblik$/, '')
    for (const sti of [
      'nyt',
      'dokumenter',
      'notater',
      `notater/${notat}`,
      'ydelser',
      'aftaler',
      'hvad-kan-jeg-se',
      'sager?sprog=en',
    ])
      expect([sti, (await karen.browser.get(start + sti)).status]).toEqual([sti, 200])
    for (const sti of ['hvem-har-set', 'se-for', 'log-ud', 'sager/x/y', '__proto__'])
      expect([sti, (await karen.browser.get(start + sti)).status]).toEqual([sti, 404])
    expect((await karen.post(`${start}sager`)).status).toBe(404)
  })

  test('the citizen reads that the municipality has checked, once for the visit, and neither who nor what', async () => {
    const borger = await sted.logInd(BORGER)
    const foer = (await borger.get('/hvem-har-set')).tekst.split('Kommunens kontrol').length
    const start = await stedFor(henrik, SE)
    await henrik.browser.get(start)
    await henrik.browser.get(start.replace(/overblik$/, 'sager'))
    const efter = (await borger.get('/hvem-har-set')).tekst
    expect(efter.split('Kommunens kontrol').length).toBe(foer + 1)
    expect(efter).not.toContain('Henrik')
    expect(efter).not.toContain('ringet om sin sag')
  })

  test('a number that nobody has and a person about whom there is nothing are answered alike', async () => {
    const svar = await Promise.all(
      [UKENDT, '6404830027'].map(async (cpr, i) => {
        if (i === 1) await sted.part(cpr)
        return uden((await henrik.browser.get(await stedFor(henrik, SE, { cpr }))).tekst)
      }),
    )
    expect(svar[0]).toBe(svar[1])
    // Each look is logged, though one of them is about nobody.
    const [logget] = await sted.base.asOwner<{ antal: number }>(
      `SELECT count(*)::int AS antal FROM adgangslog WHERE formaal = 'seSomBorgeren'
         AND part_id NOT IN (SELECT part_id FROM overblik)`,
    )
    expect(logget?.antal).toBe(2)
  })

  test('an address means nothing in another session, for another kind of page, or when its quarter has gone', async () => {
    const start = await stedFor(henrik, SE)
    expect((await karen.browser.get(start)).status).toBe(410)
    const igen = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik Aabo', id: henrik.id })
    expect((await igen.browser.get(start)).status).toBe(410)
    const brobyskov = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['projektansvarlig'], navn: 'Rune' })
    expect((await brobyskov.browser.get(start)).status).toBe(410)
    expect((await henrik.browser.get(start.replace(SE, FORKLAR))).status).toBe(410)
    expect((await henrik.browser.get(`${SE}/v/${'A'.repeat(200)}/overblik`)).status).toBe(410)
    expect((await sted.browser().get(start)).status).toBe(303)
  })

  test('two tabs about two people keep apart, and a role that is lost opens nothing', async () => {
    const leder = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Gitte' })
    const [om, naboen] = [await stedFor(leder, SE), await stedFor(leder, SE, { cpr: NABO })].map((sti) =>
      sti.replace(/overblik$/, 'sager'),
    )
    const [her, der, igen] = [om, naboen, om].map((sti) => sti ?? '')
    expect((await leder.browser.get(her ?? '')).tekst).not.toContain('Naboens egen sag')
    expect((await leder.browser.get(der ?? '')).tekst).toContain('Naboens egen sag')
    expect((await leder.browser.get(igen ?? '')).tekst).toContain('Hjælp til rengøring')
    await sted.base.asOwner(
      "INSERT INTO rolleophoer (tildeling_id, gaelder_fra, frataget_af, begrundelse) SELECT tildeling_id, now() - interval '1 second', 'drift', 'Til en prøve' FROM rolletildeling WHERE medarbejder_id = $1",
      [leder.id],
    )
    expect((await leder.browser.get(her ?? '')).status).toBe(403)
  })

  test('it needs a role, a person, a purpose and a sentence without numbers; what was typed of a number is not kept', async () => {
    const sagsbehandler = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler', 'fagsystemansvarlig'] })
    expect((await sagsbehandler.browser.get(SE)).status).toBe(403)
    expect((await spoerg(sagsbehandler, SE)).status).toBe(403)
    for (const felter of [
      { cpr: '12' },
      { formaal: 'nysgerrig' },
      { begrundelse: 'kort' },
      { begrundelse: `Borgeren er ${BORGER}` },
      { udkast: randomUUID() },
    ]) {
      const svar = await spoerg(henrik, SE, felter)
      expect([felter, svar.status]).toEqual([felter, 400])
      expect(svar.tekst).not.toContain(`value="${BORGER}"`)
    }
    expect(sted.log.join('')).not.toContain(BORGER)
  })
})

describe('explaining', () => {
  const forklar = async (objekt: string, felter: Readonly<Record<string, string>> = {}) =>
    (await henrik.browser.get(await stedFor(henrik, FORKLAR, { objekt, ...felter }))).tekst

  test('why an item is shown or hidden, in which words, by which rule, since when, and what it takes', async () => {
    const vist = await forklar(egen)
    expect(vist).toContain('Vises for borgeren')
    expect(vist).toContain('Hjælp til rengøring')
    expect(vist).toContain('Reglerne for 27 gælder fra')
    const skjult = await forklar(lukket)
    expect(skjult).toContain('Vises ikke for borgeren')
    expect(skjult).toContain('Kommunen har ikke åbnet KLE 32.24.04')
    expect(skjult).toContain('Kommunen skal åbne nummeret')
    expect(skjult).not.toContain('Flytning til ny bolig')
  })

  test('another municipality’s item, another citizen’s and none at all are answered alike', async () => {
    const svar = await Promise.all([
      forklar(fremmed),
      forklar(egen, { cpr: NABO }),
      forklar(randomUUID()),
      forklar(egen, { cpr: UKENDT }),
    ])
    for (const side of svar) expect(side).toContain('Kommunen har ikke leveret en sådan ting om denne borger')
    expect(new Set(svar.map((side) => side.replaceAll(/v\/[\w-]+/g, ''))).size).toBe(1)
  })
})

describe('a draft', () => {
  /** A draft that opens the number. */
  async function udkastDerAabner(hvem: Paaarbejde, kle = '32', mere: Readonly<Record<string, string>> = {}): Promise<string> {
    const svar = await hvem.post(`${KONFIGURATION}/udkast/ny`, {
      id: randomUUID(),
      navn: 'Pension åbnes',
      begrundelse: 'Direktionen 3. november',
    })
    const id = /udkast\/([\da-f-]{36})/.exec(svar.headers.location ?? '')?.[1] ?? ''
    const side = (await hvem.browser.get(`${KONFIGURATION}/udkast/${id}/nummer?kle=${kle}`)).tekst
    const nr = /name="nr" value="(\d+)"/.exec(side)?.[1] ?? ''
    const valgte = Object.fromEntries(
      [...side.matchAll(/<select[^>]*name="(\w+)"[\s\S]*?<option value="([^"]*)" selected/g)].map(([, a, b]) => [a, b]),
    )
    const tekster = Object.fromEntries(
      [...side.matchAll(/<input type="text"[^>]*name="(\w+)"[^>]*value="([^"]*)"/g)].map(([, a, b]) => [a, b]),
    )
    const felter = {
      ...tekster,
      ...valgte,
      nr,
      kle,
      aaben: 'ja',
      fradato: '01-01-2020',
      titelvisning: 'sagens',
      kvalitetskrav: 'ingen',
      ...mere,
    }
    expect((await hvem.post(`${KONFIGURATION}/udkast/${id}/nummer`, felter)).status).toBe(303)
    return id
  }
  async function ventPaa(hvem: Paaarbejde, sti: string): Promise<string> {
    for (let forsoeg = 0; forsoeg < 100; forsoeg++) {
      const { tekst } = await hvem.browser.get(sti)
      if (!tekst.includes('data-opdater')) return tekst
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('The preview did not end')
  }

  test('its preview says what appears, asks for a look at what is not checked, and its examples are logged; nothing changes meanwhile', async () => {
    const id = await udkastDerAabner(henrik)
    const sti = `/kommune/forhaandsvisning/${id}`
    expect((await henrik.browser.get(`/kommune/forhaandsvisning?udkast=${id}`)).headers.location).toBe(sti)
    expect((await henrik.browser.get(sti)).tekst).toContain('Udkastet er ikke beregnet endnu')
    expect((await henrik.post(`${sti}/start`)).headers.location).toBe(sti)
    const side = await ventPaa(henrik, sti)
    expect(side).toContain('1 ting kommer frem')
    expect(side).toContain('1 borger ser noget nyt')
    expect(side).toContain('emnet ikke er åbnet')
    const foer = await sted.base.asOwner('SELECT 1 FROM adgangslog')
    const eksempler = (await henrik.browser.get(`${sti}/eksempler`)).tekst
    expect(eksempler).toContain('Flytning til ny bolig')
    expect((await sted.base.asOwner('SELECT 1 FROM adgangslog')).length).toBe(foer.length + 1)
    const borger = await sted.logInd(BORGER)
    expect((await borger.get('/sager')).tekst).not.toContain('Flytning til ny bolig')
    // Under the draft the citizen's pages show it, and the explanation says so.
    const sager = (await stedFor(henrik, SE, { udkast: id })).replace(/overblik$/, 'sager')
    const fremvist = (await henrik.browser.get(sager)).tekst
    expect(fremvist).toContain('Flytning til ny bolig')
    expect(fremvist).toContain('Efter udkastet “Pension åbnes”')
    const forklaret = await henrik.browser.get(await stedFor(henrik, FORKLAR, { objekt: lukket, udkast: id }))
    expect(forklaret.tekst).toContain('Vises for borgeren')
    // Another municipality has no such draft.
    const rune = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['projektansvarlig'] })
    for (const under of ['', '/eksempler']) expect((await rune.browser.get(sti + under)).status).toBe(404)
    expect((await rune.post(`${sti}/start`)).status).toBe(404)
    expect((await spoerg(rune, SE, { udkast: id })).status).toBe(400)
  })

  test('whoever drafts alone that an always-closed number is opened, does not see it through the draft', async () => {
    const kle = '32.45.30'
    await sted.lever('a', [
      lavSag({ id: randomUUID(), titel: 'Altid lukket kanariesag', kle, parter: [part('Primær part', BORGER)] }),
    ])
    const id = await udkastDerAabner(henrik, kle, { juristNavn: 'J. Jensen', juristTekst: 'Må åbnes efter forvaltningsloven' })
    expect((await henrik.browser.get(`${KONFIGURATION}/udkast/${id}`)).tekst).toContain('J. Jensen')
    const sager = (await stedFor(henrik, SE, { udkast: id })).replace(/overblik$/, 'sager')
    expect((await henrik.browser.get(sager)).tekst).not.toContain('Altid lukket kanariesag')
    // Nor among the preview's examples: it is counted, and no more.
    const sti = `/kommune/forhaandsvisning/${id}`
    await henrik.post(`${sti}/start`)
    expect(await ventPaa(henrik, sti)).toContain('1 ting kommer frem')
    expect((await henrik.browser.get(`${sti}/eksempler`)).tekst).not.toContain('Altid lukket kanariesag')
  })
})
