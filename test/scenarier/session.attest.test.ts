import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, parseKleMoenster, type Rettighedsgruppe } from '#kernel'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Who has which rights in a municipality is looked over, approved by somebody there, and looked at by tilsyn. */
let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

const gruppe = (kommune: Rettighedsgruppe['kommune']): Rettighedsgruppe => ({
  kommune,
  systemroller: ['se', 'notat'],
  kle: ['27.*'].flatMap((tekst) => parseKleMoenster(tekst) ?? []),
  foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER',
})
const fingeraftryk = (side: string): string => /name="fingeraftryk" value="([^"]+)"/.exec(side)?.[1] ?? ''
const STI = '/kommune/roller/attest'

test('the list is seen, approved once as it was seen, and what came since is new; another municipality’s is not there', async () => {
  const rettigheder = [gruppe(KORSBAEK)]
  await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: [], navn: '=HYPERLINK("x")', rettigheder })
  await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: [], navn: 'Bente Brobyskov', rettigheder: [gruppe(BROBYSKOV)] })
  const henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik Aabo' })
  expect((await henrik.browser.get('/kommune/roller')).tekst).toContain(`href="${STI}"`)
  const side = (await henrik.browser.get(STI)).tekst
  expect(side).toContain('Se indholdet, skrive notater: KLE 27.*, til og med følsomme oplysninger')
  expect(side).toContain('Listen er ikke gennemgået før.')
  expect(side).not.toContain('Bente Brobyskov')
  const set = fingeraftryk(side)
  await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: [], navn: 'Vibeke Skovdal', rettigheder })
  const afvist = await henrik.post(STI, { fingeraftryk: set })
  expect([afvist.status, afvist.tekst.includes('Listen er ændret, siden du åbnede den')]).toEqual([409, true])
  const gemt = await henrik.post(STI, { fingeraftryk: fingeraftryk(afvist.tekst) })
  expect(gemt.status).toBe(303)
  const efter = (await henrik.browser.get(String(gemt.headers.location))).tekst
  expect(efter).toContain('Listen er godkendt')
  expect(efter).toContain('Ingen har fået en ny rolle eller rettighed siden.')
  await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: [], navn: 'Poul Ny', rettigheder })
  expect((await henrik.browser.get(STI)).tekst).toContain('1 linje er ny siden.')
})

test('the spreadsheet has every line, and no cell that a spreadsheet would reckon', async () => {
  const henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik Aabo' })
  const svar = await henrik.browser.get(`${STI}.csv`)
  expect(svar.headers['content-type']).toContain('text/csv')
  expect(svar.tekst).toContain(`"'=HYPERLINK(""x"")"`)
  expect(svar.tekst).not.toMatch(/(^|;)"?[=+@-]/m)
  expect(svar.tekst).not.toContain('Brobyskov')
})

test('tilsyn sees when each last did it, and the lists, and approves none; others see nothing', async () => {
  const tilsyn = await logIndPaaArbejde(sted, { cvr: cvrNummer('20000001'), roller: ['tilsyn'], navn: 'Tove Tilsyn' })
  const alle = (await tilsyn.browser.get('/drift/roller/attest')).tekst
  expect(alle).toMatch(/Korsbæk[\s\S]*Henrik Aabo/)
  expect(alle).toContain('Endnu ikke')
  const en = (await tilsyn.browser.get(`/drift/roller/attest?cvr=${BROBYSKOV}`)).tekst
  expect(en).toContain('Bente Brobyskov')
  expect(en).not.toContain('Set og godkendt</button>')
  expect((await tilsyn.browser.get(`/drift/roller/attest.csv?cvr=${BROBYSKOV}`)).tekst).toContain('Bente Brobyskov')
  expect((await tilsyn.browser.get(STI)).status).toBe(403)
  expect((await tilsyn.post('/drift/roller/attest', {})).status).toBe(404)
  for (const rolle of ['sagsbehandler', 'fagsystemansvarlig', 'kvalitetsansvarlig'] as const) {
    const anden = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: [rolle], navn: 'En anden' })
    for (const sti of [STI, `${STI}.csv`, '/drift/roller/attest', '/drift/roller/attest.csv?cvr=11111111'])
      expect((await anden.browser.get(sti)).status).toBe(403)
    expect((await anden.post(STI, { fingeraftryk: 'x' })).status).toBe(403)
  }
})

test('a long list is seen fifty lines at a time, the new first, and approved on its last page as it was begun on', async () => {
  const rettigheder = [gruppe(BROBYSKOV)]
  const ansat = (navn: string) => logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: [], navn, rettigheder })
  const mette = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['projektansvarlig'], navn: 'Mette Vang' })
  expect((await mette.post(STI, { fingeraftryk: fingeraftryk((await mette.browser.get(STI)).tekst) })).status).toBe(303)
  for (let nr = 0; nr < 60; nr++) await ansat(`Åge ${nr}`)
  const foerste = await mette.browser.get(STI)
  expect(foerste.tekst.match(/Åge \d/g)?.length).toBe(50)
  // Bente was approved, and stands after all that are new, whatever the alphabet says.
  expect(foerste.tekst).not.toContain('Bente Brobyskov')
  expect(foerste.tekst).not.toContain('Set og godkendt</button>')
  const sti = (/href="([^"]*side=2)"/.exec(foerste.tekst)?.[1] ?? '').replaceAll('&amp;', '&')
  const sidste = (await mette.browser.get(sti)).tekst
  expect(sidste).toContain('Bente Brobyskov')
  expect(sidste).toContain('Set og godkendt</button>')
  await ansat('Ny på vejen')
  const igen = (await mette.browser.get(sti)).tekst
  expect(igen).toContain('Listen er ændret, siden du åbnede den')
  expect(igen).not.toContain('Set og godkendt</button>')
  expect((await mette.post(STI, { fingeraftryk: fingeraftryk(sidste) })).status).toBe(409)
})

test('tilsyn keeps the menu on the municipalities’ page that it leads to', async () => {
  const tilsyn = await logIndPaaArbejde(sted, { cvr: cvrNummer('20000001'), roller: ['tilsyn'], navn: 'Tove Tilsyn' })
  const side = (await tilsyn.browser.get('/kommune/alarmer')).tekst
  expect(side).toContain('<a href="/kommune/alarmer" class="nav-link" aria-current="page">')
  expect(side).toContain('<a href="/drift/roller" class="nav-link">')
})

test('a municipality’s own tilsyn looks over that municipality, and not who works in the others, what they deliver or how they stand', async () => {
  const tilsyn = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['tilsyn'], navn: 'Tage Tilsyn' })
  for (const sti of [
    '/drift/roller',
    '/drift/roller/attest',
    `/drift/roller/attest.csv?cvr=${BROBYSKOV}`,
    '/drift/tilslutning',
    '/drift/daekning',
  ]) {
    const { status, tekst } = await tilsyn.browser.get(sti)
    expect([sti, status, tekst.includes('Bente Brobyskov')]).toEqual([sti, 403, false])
  }
  for (const sti of ['/drift', '/kommune/alarmer']) {
    const { status, tekst } = await tilsyn.browser.get(sti)
    expect([sti, status]).toEqual([sti, 200])
    expect(tekst).toContain('href="/kommune/alarmer"')
    expect(tekst).not.toMatch(/href="\/drift\/./)
  }
})
