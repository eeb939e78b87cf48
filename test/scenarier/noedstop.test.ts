import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lavDokument, lavNotat, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { hvorfor } from '../byggere/forklaring.ts'
import type { Svar } from '../byggere/klient.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { forvent, tilslut } from '../byggere/tilslutning.ts'
import { BROBYSKOV, KILDER, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Something has gone wrong on the citizens' pages: one person of the municipality stops it, and two open it again, through the pages. */

const ULLA = '6101801010'
const STI = '/kommune/noedstop'
const BEGRUNDELSE = 'Naboens navn står i titlen'
let sted: Testwebsted
let karen: Paaarbejde
let henrik: Paaarbejde
let rune: Paaarbejde

beforeAll(async () => {
  sted = await startWebsted()
  karen = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['kvalitetsansvarlig'], navn: 'Karen Østerby' })
  henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik Aabo' })
  rune = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['projektansvarlig'], navn: 'Rune Ellegaard' })
})
afterAll(() => sted.close())

/** A case with a document and a note on it, delivered. */
async function lever(kommune = KORSBAEK) {
  const dokument = lavDokument({ id: randomUUID() })
  const sag = lavSag(
    { id: randomUUID(), kommune, kle: '27.36.04', parter: [part('Primær part', ULLA)] },
    { journalposter: [tilakteret(dokument.id ?? '')] },
  )
  const notat = lavNotat({ id: randomUUID(), sag: sag.id ?? '' })
  await sted.lever('a', [sag, dokument, notat])
  return { sag: sag.id ?? '', dokument: dokument.id ?? '', notat: notat.id ?? '' }
}
/** Which of them Ulla finds. */
async function ses({ sag, dokument, notat }: Awaited<ReturnType<typeof lever>>): Promise<string> {
  const borger = await sted.logInd(ULLA)
  const har = async (liste: string, id: string) => (await borger.get(`/api/v1/mig/${liste}`)).tekst.includes(id)
  const fund = { sag: await har('sager', sag), dokument: await har('dokumenter', dokument), notat: await har('notater', notat) }
  expect((await borger.get(`/sager/${sag}`)).status).toBe(fund.sag ? 200 : 404)
  return Object.entries(fund)
    .flatMap(([navn, set]) => (set ? [navn] : []))
    .join(' ')
}
const ALT = 'sag dokument notat'
const OMRAADE = 'hjaelp-pleje-og-handicap'
type Felt = {
  readonly kommune: { readonly cvr: string }
  readonly omraade: string
  readonly art: string
  readonly udsagn: string
  readonly forbehold: readonly string[]
}
const stop = (hvem: Paaarbejde, slags: string, vaerdi: string, begrundelse = BEGRUNDELSE) =>
  hvem.post(STI, { slags, vaerdi, begrundelse })
/** Where a receipt is read, and the id of the stop that it is about. */
const kvittering = (svar: Svar): string => {
  expect(svar.status).toBe(303)
  return String(svar.headers['location'])
}
const idAf = (svar: Svar): string => kvittering(svar).split('gjort=')[1] ?? ''
const trin = (hvem: Paaarbejde, id: string, navn: string) =>
  hvem.post(`${STI}/${id}`, { trin: navn, begrundelse: 'Titlen er rettet' })
async function aabn(id: string): Promise<void> {
  expect((await trin(karen, id, 'foreslaaet')).status).toBe(303)
  expect((await trin(henrik, id, 'bekraeftet')).status).toBe(303)
}

test('a stopped case is gone with what stands on it, in the very next read, and back when two have opened it', async () => {
  const ting = await lever()
  expect(await ses(ting)).toBe(ALT)
  const svar = await stop(karen, 'ting', ting.sag)
  expect(await ses(ting)).toBe('')
  expect(await hvorfor(sted, ULLA, ting.sag)).toBe('NOEDSTOP')
  const side = (await karen.browser.get(kvittering(svar))).tekst
  expect(side).toContain('Visningen er stoppet')
  expect(side).toContain('Det skjuler 3 ting hos 1 borger.')
  await trin(karen, idAf(svar), 'foreslaaet')
  expect(await ses(ting)).toBe('')
  const selv = await trin(karen, idAf(svar), 'bekraeftet')
  expect([selv.status, selv.tekst.includes('En anden skal bekræfte det.')]).toEqual([409, true])
  expect(await ses(ting)).toBe('')
  const aabnet = await trin(henrik, idAf(svar), 'bekraeftet')
  expect((await henrik.browser.get(kvittering(aabnet))).tekst).toContain('Der er åbnet igen')
  expect(await ses(ting)).toBe(ALT)
})

test('a document alone, a type of document, all from a source and a whole area are stopped, each as far as it reaches', async () => {
  const ting = await lever()
  const type = (await karen.browser.get(STI)).tekst.includes('value="Rapport"')
  expect(type).toBe(true)
  for (const [slags, vaerdi, forventet] of [
    ['ting', ting.dokument, 'sag notat'],
    ['dokumenttype', 'Brev, udgaaende', 'sag notat'],
    ['dokumenttype', 'Rapport', ALT],
    ['kilde', KILDER.a.id, ''],
    ['omraade', OMRAADE, ''],
    ['omraade', 'boern-og-familie', ALT],
  ] as const) {
    const svar = await stop(henrik, slags, vaerdi)
    expect([slags, vaerdi, await ses(ting)]).toEqual([slags, vaerdi, forventet])
    await aabn(idAf(svar))
    expect([slags, vaerdi, await ses(ting)]).toEqual([slags, vaerdi, ALT])
  }
})

test('another municipality stops nothing here, and does not learn what there is', async () => {
  const ting = await lever()
  const svar = await stop(rune, 'ting', ting.sag)
  const ukendt = await stop(rune, 'ting', randomUUID())
  const tekst = (led: Svar) => led.tekst.replaceAll(/[0-9a-f-]{36}|value="[^"]*"/g, '')
  expect([svar.status, tekst(svar)]).toEqual([422, tekst(ukendt)])
  const deres = idAf(await stop(rune, 'omraade', OMRAADE))
  expect(await ses(ting)).toBe(ALT)
  expect((await karen.browser.get(STI)).tekst).not.toContain(deres)
  expect((await trin(karen, deres, 'foreslaaet')).status).toBe(404)
})

test('what cannot be stopped is told at its field, keeps what was typed, and stops nothing', async () => {
  const ting = await lever()
  for (const [slags, vaerdi, begrundelse, saetning] of [
    ['ting', '26-14432', BEGRUNDELSE, 'Skriv et id som'],
    ['ting', randomUUID(), BEGRUNDELSE, 'Kommunen har ikke noget med det id.'],
    ['ting', ting.sag, 'nej', 'Skriv en begrundelse'],
    ['ting', ting.sag, 'Viste 610180-1010', 'uden CPR-nummer'],
    ['dokumenttype', 'Dagbog', BEGRUNDELSE, 'Vælg en type'],
    ['kilde', randomUUID(), BEGRUNDELSE, 'Vælg et fagsystem'],
    ['omraade', 'alt', BEGRUNDELSE, 'Vælg et område'],
    ['alt', 'alt', BEGRUNDELSE, 'Vælg, hvad der skal stoppes'],
  ] as const) {
    const svar = await stop(karen, slags, vaerdi, begrundelse)
    expect([slags, vaerdi, svar.status]).toEqual([slags, vaerdi, 422])
    expect(svar.tekst).toContain(saetning)
  }
  expect((await stop(karen, 'ting', '26-14432')).tekst).toContain('value="26-14432"')
  expect(await ses(ting)).toBe(ALT)
})

test('who has no part in it is refused: other roles, and a form that is not one’s own', async () => {
  const vibeke = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['fagsystemansvarlig', 'sagsbehandler'] })
  expect((await vibeke.browser.get(STI)).status).toBe(403)
  expect((await stop(vibeke, 'omraade', 'sundhed')).status).toBe(403)
  expect((await karen.browser.post(STI, { slags: 'omraade', vaerdi: 'sundhed', begrundelse: BEGRUNDELSE })).status).toBe(403)
  expect((await karen.browser.get(STI)).tekst).not.toContain('Området Sundhed')
})

test('the page says who may confirm, what waits, and what has been opened by whom; a page that explains leads to it with the id', async () => {
  const ting = await lever()
  const id = idAf(await stop(karen, 'ting', ting.notat))
  await trin(henrik, id, 'foreslaaet')
  const hans = (await henrik.browser.get(STI)).tekst
  expect(hans).toContain('Det kan bekræftes af Karen Østerby.')
  const hendes = (await karen.browser.get(STI)).tekst
  expect(hendes).toContain('Bekræft, og åbn igen')
  await trin(karen, id, 'trukketTilbage')
  expect((await trin(karen, id, 'bekraeftet')).status).toBe(409)
  expect(await ses(ting)).toBe('sag dokument')
  await aabn(id)
  expect((await henrik.browser.get(STI)).tekst).toContain('foreslået af Karen Østerby og bekræftet af dig')
  expect((await henrik.browser.get(`${STI}?ting=${ting.sag}`)).tekst).toContain(`value="${ting.sag}"`)
  const engelsk = await henrik.browser.get(`${STI}?sprog=en`)
  expect(engelsk.status).toBe(200)
})

test('while an area is stopped, it is not said that there is nothing in it, to whoever has nothing there', async () => {
  await forvent(sted, ['esdh'])
  await tilslut(sted, 'a')
  const nabo = await sted.logInd('6202810013')
  const sager = async () => {
    const svar = JSON.parse((await nabo.get('/api/v1/mig/hvad-kan-jeg-se')).tekst) as { daekning: Felt[] }
    const felt = svar.daekning.find(
      ({ kommune, omraade, art }) => kommune.cvr === KORSBAEK && omraade === OMRAADE && art === 'sag',
    )
    return [felt?.udsagn, ...(felt?.forbehold ?? [])]
  }
  expect(await sager()).toEqual(['intet'])
  const id = idAf(await stop(karen, 'omraade', OMRAADE))
  expect(await sager()).toEqual(['ikkeSet', 'stoppet'])
  expect((await nabo.get('/hvad-kan-jeg-se')).tekst).toContain('kommunen har stoppet visningen for en tid')
  await aabn(id)
  expect(await sager()).toEqual(['intet'])
})
