import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt, type Uuid } from '#kernel'
import { registerPartsoplysninger } from '#part'
import { logIndSomSagsbehandler, partAf, type Sagsbehandler } from '../byggere/besoeg.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** What is remarked about a citizen across cases: seen by the municipality's caseworkers in a visit, and by nobody else. */

const ULLA = '6101801010'
const IB = '6202701111'
let nu = '2026-11-22T10:00:00.000Z'
const clock = { now: () => tidspunkt(nu) }
let sted: Testwebsted
let ulla: Uuid
let ib: Uuid
let vera: Sagsbehandler

beforeAll(async () => {
  sted = await startWebsted({ clock })
  const sager = [ULLA, IB].map((cpr) => lavSag({ id: randomUUID(), parter: [part('Primær part', cpr)] }))
  await sted.lever('a', sager)
  ;[ulla, ib] = (await Promise.all(sager.map(({ id }) => partAf(sted, id ?? '')))) as [Uuid, Uuid]
  vera = await logIndSomSagsbehandler(sted, { navn: 'Vera Prøve' })
})
afterAll(() => sted.close())

const OBS = {
  trin: 'ny',
  slags: 'obsAdfaerd',
  tekst: 'Kastede en stol i venteværelset',
  begrundelse: 'Hændelsen den 20. november; to medarbejdere var til stede.',
}
const skriv = async (hvem: Sagsbehandler, om: Uuid, felter: Readonly<Record<string, string>>) => {
  const sti = `${await hvem.besoeg(om)}/bemaerkninger`
  return { sti, svar: await hvem.post(sti, felter) }
}
const side = async (hvem: Sagsbehandler, om: Uuid) => (await hvem.browser.get(`${await hvem.besoeg(om)}/bemaerkninger`)).tekst
let nr = 0
/** Somebody of whom nothing has been remarked. */
async function startOm(titel: string): Promise<Uuid> {
  const ny = lavSag({ id: randomUUID(), titel, parter: [part('Primær part', `62027011${20 + ++nr}`)] })
  await sted.lever('a', [ny])
  return partAf(sted, ny.id ?? '')
}
const idPaa = (tekst: string) => /name="bemaerkning" value="([0-9a-f-]{36})"/.exec(tekst)?.[1] ?? ''
const sidsteLinjer = (antal: number) =>
  sted.base.asOwner<{ hvad: string; part_id: string; grund: string }>(
    'SELECT hvad, part_id, grund FROM adgangslog ORDER BY nr DESC LIMIT $1',
    [antal],
  )

test('a remark is kept sealed, shown to a colleague with who wrote it, and each showing is logged', async () => {
  const { svar } = await skriv(vera, ulla, { trin: 'ny', slags: 'tolk', tekst: 'Somalisk', til: '24-12-2027' })
  expect(svar.status).toBe(303)
  const kollega = await logIndSomSagsbehandler(sted)
  const tekst = await side(kollega, ulla)
  expect(tekst).toContain('Somalisk')
  expect(tekst).toContain('Skrevet af Vera Prøve')
  const om = { part_id: ulla, grund: 'jobfunktionsrolle' }
  const linjer = (await sidsteLinjer(2)).toSorted((a, b) => a.hvad.localeCompare(b.hvad))
  expect(linjer).toEqual(['bemaerkninger', 'person'].map((hvad) => ({ hvad, ...om })))
  const rum = await sted.base.asOwner<{ r: string }>(`SELECT encode(indhold, 'escape') AS r FROM bemaerkning`)
  expect(JSON.stringify(rum)).not.toContain('Somalisk')
})

test('a remark about one citizen is not shown at another, in another municipality, or to the citizen', async () => {
  await skriv(vera, ulla, OBS)
  expect(await side(vera, ulla)).toContain('Kastede en stol')
  expect(await side(vera, ib)).not.toContain('Kastede en stol')
  const fremmed = await logIndSomSagsbehandler(sted, { cvr: BROBYSKOV })
  expect(await side(fremmed, ulla)).not.toContain('Kastede en stol')
  const borger = await sted.logInd(ULLA)
  for (const sti of ['/overblik', '/hvem-har-set', '/api/v1/mig'])
    expect((await borger.get(sti)).tekst).not.toMatch(/Kastede en stol|OBS/)
})

test('each page on which something is written or chosen says whom it is about, with two visits open in one session', async () => {
  await sted.base.db.transaction({ rolle: 'modtagelse' }, (tx) =>
    registerPartsoplysninger(tx, sted.system.noegler, [
      { part: ulla, navn: 'Ulla Fjeldgaard' },
      { part: ib, navn: 'Ib Tangager' },
    ]),
  )
  const besoeg = [await vera.besoeg(ulla), await vera.besoeg(ib)]
  for (const side of ['bemaerkninger', 'notat', 'advis']) {
    const [om, anden] = await Promise.all(besoeg.map(async (sti) => (await vera.browser.get(`${sti}/${side}`)).tekst))
    expect(om).toContain('<strong>Ulla Fjeldgaard</strong> <span class="bb-meta">610180-****</span>')
    expect(om).not.toContain('Tangager')
    expect(anden).toContain('<strong>Ib Tangager</strong> <span class="bb-meta">620270-****</span>')
    expect(anden).not.toContain('Fjeldgaard')
  }
})

test('caution ends by itself when nobody looks at it again, and holds on when somebody does, never past its year', async () => {
  await skriv(vera, ib, OBS)
  const id = idPaa(await side(vera, ib))
  nu = '2027-05-20T10:00:00.000Z'
  const senere = await logIndSomSagsbehandler(sted, { navn: 'Senere Prøve' })
  const { svar } = await skriv(senere, ib, { trin: 'gennemgaa', bemaerkning: id, begrundelse: 'Der har været en ny trussel' })
  expect(svar.status).toBe(303)
  nu = '2027-11-18T10:00:00.000Z'
  expect(await side(await logIndSomSagsbehandler(sted), ib)).toContain('Kastede en stol')
  nu = '2027-11-20T10:00:00.000Z'
  const sent = await logIndSomSagsbehandler(sted)
  expect(await side(sent, ib)).not.toContain('Kastede en stol')
  expect((await skriv(sent, ib, { trin: 'gennemgaa', bemaerkning: id, begrundelse: 'For sent' })).svar.status).toBe(404)
  expect(await side(sent, ulla)).not.toContain('Kastede en stol')
  nu = '2026-11-22T10:00:00.000Z'
})

test('a look at caution that has not begun yet takes none of its time away', async () => {
  const fjern = await startOm('Somren venter')
  await skriv(vera, fjern, { ...OBS, fra: '24-09-2027' })
  const id = idPaa(await side(vera, fjern))
  const { svar } = await skriv(vera, fjern, { trin: 'gennemgaa', bemaerkning: id, begrundelse: 'Stadig nødvendigt' })
  expect(svar.status).toBe(303)
  nu = '2027-09-25T10:00:00.000Z'
  const tekst = await side(await logIndSomSagsbehandler(sted), fjern)
  nu = '2026-11-22T10:00:00.000Z'
  expect(tekst).toContain('Kastede en stol')
})

test('what is ended is gone at once; another municipality, another citizen’s visit and a made-up id end nothing', async () => {
  await skriv(vera, ulla, { trin: 'ny', slags: 'handicap', tekst: 'Skal bruge elkørestol' })
  const foer = await side(vera, ulla)
  const id = foer.slice(0, foer.indexOf('elkørestol')).length > 0 ? idPaa(foer.slice(foer.indexOf('elkørestol'))) : ''
  const afslut = { trin: 'afslut', bemaerkning: id, begrundelse: 'Ikke længere nødvendigt' }
  const fremmed = await logIndSomSagsbehandler(sted, { cvr: BROBYSKOV })
  expect((await skriv(fremmed, ulla, afslut)).svar.status).toBe(404)
  expect((await skriv(vera, ib, afslut)).svar.status).toBe(404)
  expect((await skriv(vera, ulla, { ...afslut, bemaerkning: randomUUID() })).svar.status).toBe(404)
  expect((await skriv(vera, ulla, { ...afslut, begrundelse: '' })).svar.status).toBe(422)
  expect(await side(vera, ulla)).toContain('elkørestol')
  expect((await skriv(vera, ulla, afslut)).svar.status).toBe(303)
  expect(await side(vera, ulla)).not.toContain('elkørestol')
})

test('nobody without the role, without the session’s own visit or without the form’s field writes anything', async () => {
  const besoeg = `${await vera.besoeg(ulla)}/bemaerkninger`
  const ny = { trin: 'ny', slags: 'tolk', tekst: 'Urdu' }
  const analytiker = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['analytiker'] })
  expect((await analytiker.post(besoeg, ny)).status).toBe(403)
  const kollega = await logIndSomSagsbehandler(sted)
  expect((await kollega.post(besoeg, ny)).status).toBe(404)
  expect((await kollega.browser.get(besoeg)).status).toBe(404)
  expect((await vera.browser.post(besoeg, ny)).status).toBe(403)
  expect(await side(vera, ulla)).not.toContain('Urdu')
})

test('of many that are written at once no more than twenty are kept, so that none stands unseen', async () => {
  const mange = await startOm('Mange på én gang')
  const sti = `${await vera.besoeg(mange)}/bemaerkninger`
  for (let nr = 0; nr < 18; nr++) await vera.post(sti, { trin: 'ny', slags: 'tolk', tekst: `Sprog ${nr}` })
  const svar = await Promise.all(
    Array.from({ length: 6 }, (_, nr) => vera.post(sti, { trin: 'ny', slags: 'handicap', tekst: `Behov ${nr}` })),
  )
  expect(svar.map(({ status }) => status).sort()).toEqual([303, 303, 422, 422, 422, 422])
})

test('what is refused is said, with what was typed, and twenty are enough', async () => {
  const sti = `${await vera.besoeg(ib)}/bemaerkninger`
  const afvist = await vera.post(sti, { ...OBS, begrundelse: 'kort', tekst: 'Råbte højt' })
  expect([afvist.status, afvist.tekst.includes('mindst 20 tegn'), afvist.tekst.includes('Råbte højt')]).toEqual([422, true, true])
  for (let nr = 0; nr < 19; nr++) await vera.post(sti, { trin: 'ny', slags: 'tolk', tekst: `Sprog ${nr}` })
  const svar = await vera.post(sti, { trin: 'ny', slags: 'tolk', tekst: 'Et til' })
  expect([svar.status, svar.tekst.includes('allerede 20')]).toEqual([422, true])
})

test('a form that is sent again as it stands is one remark; changed, a colleague’s, or about another it is another', async () => {
  const [om, andet] = [await startOm('Sendt to gange'), await startOm('Sendt om en anden')]
  const antal = async (part: Uuid) =>
    (await sted.base.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM bemaerkning WHERE part_id = $1', [part]))[0]?.n
  const sti = `${await vera.besoeg(om)}/bemaerkninger`
  const noegleI = (tekst: string) => /name="noegle" value="([0-9a-f-]{36})"/.exec(tekst)?.[1] ?? ''
  const noegle = noegleI((await vera.browser.get(sti)).tekst)
  const formular = { trin: 'ny', slags: 'tolk', tekst: 'Farsi', noegle }
  const svar = await Promise.all(Array.from({ length: 5 }, () => vera.post(sti, formular)))
  expect(svar.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect(await antal(om)).toBe(1)
  // A refusal keeps the form's key: what is sent once it is put right is still one.
  expect(noegleI((await vera.post(sti, { ...formular, tekst: '' })).tekst)).toBe(noegle)
  const { tekst } = await vera.browser.get(sti)
  await vera.post(sti, { trin: 'afslut', bemaerkning: idPaa(tekst), begrundelse: 'Taler dansk nu, siger han' })
  await vera.post(sti, formular)
  expect([await antal(om), (await vera.browser.get(sti)).tekst.includes('Farsi')]).toEqual([1, false])
  const kollega = await logIndSomSagsbehandler(sted)
  await kollega.post(`${await kollega.besoeg(om)}/bemaerkninger`, formular)
  await vera.post(sti, { ...formular, tekst: 'Dari' })
  await vera.post(`${await vera.besoeg(andet)}/bemaerkninger`, formular)
  expect([await antal(om), await antal(andet)]).toEqual([3, 1])
})
