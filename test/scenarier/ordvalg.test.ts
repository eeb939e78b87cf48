import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { borgertitel } from '#klassifikation'
import { lavSag, part, TID } from '../byggere/elementer.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A municipality chooses its words for citizens through the pages, and citizens meet them. */

const ULLA = '6101501000'
const KLE = '27.36.04'
let sted: Testwebsted
let henrik: Paaarbejde
let rune: Paaarbejde

beforeAll(async () => {
  const kle = (kommune: typeof KORSBAEK) => konfiguration({ kommune, kle: '27', titelvisning: 'kle' })
  sted = await startWebsted({ opsaetning: [kle(KORSBAEK), kle(BROBYSKOV)] })
  henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik Aabo' })
  rune = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['kvalitetsansvarlig'], navn: 'Rune Lykke' })
  for (const kommune of [KORSBAEK, BROBYSKOV])
    await sted.lever('a', [
      lavSag(
        { id: newUuid(), kommune, kle: KLE, parter: [part('Primær part', ULLA)] },
        {
          sagIndeksEgenskaber: [
            {
              virkning: { fra: TID },
              foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
              oprettetTidspunkt: TID,
              sagsstatus: 'AFV LÆGESVAR',
            },
          ],
        },
      ),
    ])
})
afterAll(() => sted.close())

const ord = (titel: string, forklaring = '') => ({
  handling: 'gem',
  set: '0',
  titelDa: titel,
  titelEn: `${titel} (en)`,
  forklaringDa: forklaring,
  forklaringEn: forklaring && `${forklaring} (en)`,
})
const laesSom = async (sti: string): Promise<string> => (await (await sted.logInd(ULLA)).get(sti)).tekst

test('chosen words stand on that municipality’s cases at once, and on no other’s', async () => {
  const standard = borgertitel(KLE as never, 'da').titel
  const foer = await laesSom('/sager')
  // Each case has its title twice: on its line, and for a screen reader where the line says what it comes from.
  expect(foer.split(standard)).toHaveLength(5)
  const svar = await henrik.post(`/kommune/ord/kle/${KLE}`, ord('Vores hjælp hjemme', 'Vi hjælper dig hjemme.'))
  expect([svar.status, svar.headers['location']]).toEqual([303, `/kommune/ord/kle/${KLE}?gemt=ja`])
  const efter = await laesSom('/sager')
  expect(efter.split('Vores hjælp hjemme')).toHaveLength(3)
  expect(efter.split(standard)).toHaveLength(3)
  expect((await henrik.browser.get(`/kommune/ord/kle/${KLE}`)).tekst).toContain('Henrik Aabo')
  expect((await rune.browser.get(`/kommune/ord/kle/${KLE}`)).tekst).not.toContain('Vores hjælp')
})

test('a preview saves nothing; back to the shipped words is one step, and both are in the history', async () => {
  const sti = '/kommune/ord/fremdrift/Opstaaet'
  const vist = await henrik.post(sti, { ...ord('Modtaget', 'Vi har fået din sag.'), handling: 'vis' })
  expect(vist.status).toBe(200)
  expect(vist.tekst).toContain('Intet er gemt endnu')
  expect(vist.tekst.split('Vi har fået din sag.').length).toBeGreaterThan(2)
  expect(await laesSom('/sager')).not.toContain('Vi har fået din sag.')
  await henrik.post(sti, ord('Modtaget', 'Vi har fået din sag.'))
  expect(await laesSom('/sager')).toContain('Vi har fået din sag.')
  const tilbage = await henrik.post(sti, { handling: 'standard', set: '1' })
  expect(tilbage.headers['location']).toBe('/kommune/ord?kvittering=tilbage')
  expect(await laesSom('/sager')).not.toContain('Vi har fået din sag.')
  expect((await henrik.browser.get(sti)).tekst.split('Henrik Aabo').length).toBeGreaterThan(3)
})

test('a source’s own state is told in the municipality’s words, and its text stands in no address', async () => {
  const gemt = await henrik.post('/kommune/ord/ny/sagsstatus', {
    ...ord('Vi venter på svar fra din læge'),
    noegle: 'Afv  lægesvar',
  })
  expect(gemt.status).toBe(303)
  expect(gemt.headers['location']).not.toMatch(/afv/i)
  const [, sagSti] =
    /href="(\/sager\/[0-9a-f-]{36})"/.exec((await laesSom('/sager')).split('Vores hjælp')[0]?.slice(-200) ?? '') ?? []
  const side = await laesSom(sagSti ?? '')
  expect(side).toContain('Vi venter på svar fra din læge')
  expect(side).not.toContain('AFV LÆGESVAR')
  // The same state in another spelling is the same, and is not chosen for twice.
  const igen = await henrik.post('/kommune/ord/ny/sagsstatus', { ...ord('Noget andet'), noegle: 'AFV LÆGESVAR' })
  expect(igen.status).toBe(400)
  expect(igen.tekst).toContain('Der er allerede valgt ord')
})

test('what could harm or cannot be shown is refused at its field with all else kept, and nothing is saved', async () => {
  const sti = '/kommune/ord/kle/27.36.24'
  for (const [titel, hvorfor] of [
    ['', 'Skriv ordene på begge sprog'],
    ['x'.repeat(81), 'Skriv højst 80 tegn'],
    ['<script>alert(1)</script>', 'almindelig tekst'],
    ['Mad\u202eservice', 'almindelig tekst'],
    ['Mad til 610150-1000', 'CPR-nummer'],
  ] as const) {
    const svar = await henrik.post(sti, { ...ord('Mad'), titelDa: titel, titelEn: 'Kept words' })
    expect(svar.status, titel).toBe(400)
    expect(svar.tekst).toContain(hvorfor)
    expect(svar.tekst).toContain('Kept words')
    expect(svar.tekst).not.toContain('<script>alert')
  }
  expect((await henrik.browser.get(sti)).tekst).toContain('I har ikke valgt egne ord her.')
})

test('somebody who chose from an older page is told, and overwrites nothing', async () => {
  const sti = '/kommune/ord/dokumenttype/Rapport'
  expect((await henrik.post(sti, ord('Udredning'))).status).toBe(303)
  const senere = await henrik.post(sti, ord('Beretning'))
  expect(senere.status).toBe(400)
  expect(senere.tekst).toContain('En kollega har ændret ordene imens')
  expect((await henrik.browser.get(sti)).tekst).not.toContain('Beretning')
})

test('the list is searched by word, number and kind; what is no kind or number is not found; others have no way in', async () => {
  const soeg = async (query: string) => (await henrik.browser.get(`/kommune/ord?${query}`)).tekst
  expect(await soeg('soeg=madservice')).toContain('27.36.24')
  expect(await soeg('soeg=27.36.99')).toContain('KLE 27.36.99')
  expect(await soeg('slags=dokumenttype')).not.toContain('KLE ')
  expect(await soeg('egne=ja')).toContain('3 fundet')
  for (const sti of [
    '/kommune/ord/kle/abc',
    '/kommune/ord/fremdrift/Ukendt',
    '/kommune/ord/x/y',
    '/kommune/ord/sagsstatus/nope',
    '/kommune/ord/ny/kle',
  ])
    expect((await henrik.browser.get(sti)).status, sti).toBe(404)
  const sagsbehandler = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler'] })
  expect((await sagsbehandler.browser.get('/kommune/ord')).status).toBe(403)
  expect((await sagsbehandler.post('/kommune/ord/kle/27.36.24', ord('X'))).status).toBe(403)
})
