import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countDag } from '../../src/opsaetning/daekning/tael-dag.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { tilslut } from '../byggere/tilslutning.ts'
import { BROBYSKOV, KILDER, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The map of coverage over HTTP: from nothing known to proved, what is told to whom, and who sees nothing of it. */

const STI = '/kommune/daekning'
const FORVENTNING = `${STI}/forventning`
const BORGER = '6101501010'
let sted: Testwebsted
const P = {} as { [navn: string]: Paaarbejde }
const hvem = (navn: string): Paaarbejde => {
  const en = P[navn]
  if (!en) throw new TypeError(`Nobody is called ${navn}`)
  return en
}

beforeAll(async () => {
  sted = await startWebsted()
  const ind = async (navn: string, cvr: typeof KORSBAEK, ...roller: Parameters<typeof logIndPaaArbejde>[1]['roller']) => {
    P[navn] = await logIndPaaArbejde(sted, { cvr, roller, navn })
  }
  await ind('Henrik', KORSBAEK, 'projektansvarlig')
  await ind('Vibeke', KORSBAEK, 'fagsystemansvarlig')
  await ind('Karen', KORSBAEK, 'kvalitetsansvarlig')
  await ind('Simon', KORSBAEK, 'sagsbehandler')
  await ind('Rune', BROBYSKOV, 'projektansvarlig')
  await ind('Sanne', KORSBAEK, 'leverandoer')
  await ind('Lars', KORSBAEK, 'driftsansvarlig')
  await sted.lever('a', [lavSag({ id: randomUUID(), kommune: KORSBAEK, kle: '27.36.04', parter: [part('Primær part', BORGER)] })])
  await tilslut(sted, 'a')
  await sted.system.daekning.refresh()
}, 60_000)
afterAll(() => sted.close())

const laes = async (navn: string, sti = STI): Promise<string> => (await hvem(navn).browser.get(sti)).tekst
const status = async (navn: string, sti: string): Promise<number> => (await hvem(navn).browser.get(sti)).status
/** A row of the map, without its markup. */
const omraadet = (side: string, navn: string): string =>
  (new RegExp(`<tr><th scope="row"><a [^>]*>${navn}</a>[\\s\\S]*?</tr>`).exec(side)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const skjult = (side: string, felt: string): string => new RegExp(`name="${felt}" value="([^"]*)"`).exec(side)?.[1] ?? ''
async function sig(navn: string, felter: Readonly<Record<string, string>> = {}) {
  const nr = skjult(await laes(navn, FORVENTNING), 'nr')
  return hvem(navn).post(FORVENTNING, { omraade: 'sundhed', slags: 'esdh', aarsag: 'Gennemgået med it', nr, ...felter })
}

test('while nobody has said which systems there are nothing is proved, and the page says whose turn it is', async () => {
  const side = await laes('Henrik')
  expect(side).toContain('Borgerne får sikker besked i 0 af de')
  expect(omraadet(side, 'Sundhed')).toContain('0 af 6')
  expect(omraadet(side, 'Sundhed')).toMatch(/Kastanje Sag, Sundhed: Kastanje Sag Bevist/)
  expect(side).toContain('I har ikke sagt, hvilke slags systemer der kan have noget her.')
  expect(side).toContain('Kommunen skal handle')
})

test('what a project lead says is kept with who and why, holds at once, and citizens are told the same as the map says', async () => {
  const svar = await sig('Henrik')
  expect([svar.status, svar.headers['location']]).toEqual([303, `${FORVENTNING}?gemt=1`])
  const kvittering = await laes('Henrik', `${FORVENTNING}?gemt=1`)
  for (const del of ['Det er gemt', 'Sager og dokumenter (ESDH)', 'Gennemgået med it', 'Henrik'])
    expect(kvittering).toContain(del)
  expect(omraadet(await laes('Henrik'), 'Sundhed')).toContain('6 af 6')
  expect(await laes('Henrik', `${STI}/sundhed`)).toContain('Sikker besked')
  const borger = await sted.logInd('6101501028')
  const data = JSON.parse((await borger.get('/api/v1/mig/sager')).tekst) as {
    daekning: { kommune: { cvr: string }; omraade: string; udsagn: string }[]
  }
  const [udsagn] = data.daekning.filter((en) => en.omraade === 'sundhed' && en.kommune.cvr === KORSBAEK)
  expect(udsagn?.udsagn).toBe('intet')
  // Another municipality's is another's.
  expect(omraadet(await laes('Rune'), 'Sundhed')).toContain('0 af 6')
  expect(await laes('Rune', FORVENTNING)).not.toContain('Gennemgået med it')
})

test('a delivery waits to be confirmed, a refused line takes the promise away, and both are seen at once', async () => {
  await sted.lever('a', [lavSag({ id: randomUUID(), kommune: KORSBAEK, kle: '29.21.04', parter: [part('Primær part', BORGER)] })])
  await sted.system.daekning.refresh()
  expect(omraadet(await laes('Vibeke'), 'Sundhed')).toMatch(/0 af 6.*Venter på bekræftelse/)
  const daarlig = lavSag({
    id: 'ikke-en-uuid' as never,
    kommune: KORSBAEK,
    kle: '29.21.04',
    parter: [part('Primær part', BORGER)],
  })
  await sted.lever('a', [daarlig], { afvises: true })
  await sted.system.daekning.refresh()
  const side = await laes('Vibeke')
  expect(omraadet(side, 'Sundhed')).toContain('Afviste linjer')
  expect(side).toContain('Leverandøren skal handle')
  expect(side).toMatch(/id="afviste"[\s\S]*Kastanje Sag[\s\S]*<code/)
  expect(side).not.toContain(BORGER)
  expect(await laes('Vibeke', `${STI}/sundhed/${KILDER.a.id}`)).toContain('Afviste linjer fra systemet')
})

test('a blocked source is the operator’s to open, and the operator sees it among all municipalities', async () => {
  await sted.system.kilder.setSpaerret(KILDER.a.id, sted.system.clock.now())
  await sted.system.daekning.refresh()
  expect(await laes('Henrik')).toContain('Kastanje Sag er spærret og leverer ikke.')
  expect(await laes('Henrik')).toContain('Driften skal handle')
  const land = await laes('Lars', '/drift/daekning')
  for (const del of ['Korsbæk', 'Ringkøbing-Skjern', '1 tavst system', 'Nordjylland']) expect(land).toContain(del)
  expect(await laes('Lars', `/drift/daekning/${KORSBAEK}`)).toContain('Kastanje Sag er spærret')
  expect(await laes('Lars', `/drift/daekning/${KORSBAEK}/sundhed`)).not.toContain(FORVENTNING)
  await sted.system.kilder.setSpaerret(KILDER.a.id, undefined)
  await sted.system.daekning.refresh()
})

test('the day is counted, and the trend tells it in words and figures', async () => {
  expect(await laes('Henrik')).toContain('Der er ikke talt endnu')
  expect(await countDag(sted.system)).toBe(2)
  expect(await laes('Henrik')).toMatch(/Felter med sikker besked i dag: \d+ af \d+/)
  expect(await laes('Lars', '/drift/daekning')).toContain('bb-udviklingstegning')
})

test('a form that is not as the page makes it is refused with what is wrong, and nothing is kept', async () => {
  const foer = await sted.base.asOwner('SELECT nr FROM forventning_skridt')
  for (const [felter, svaret] of [
    [{ aarsag: '' }, [422, 'Skriv på én linje']],
    [{ aarsag: 'se 610150-1010' }, [422, 'Skriv på én linje']],
    [{ omraade: 'alt' }, [422, 'Vælg et område']],
    [{ slags: 'noget' }, [422, 'Vælg mellem de slags systemer']],
    [{ nr: '0', slags: 'eoj' }, [409, 'En kollega har rettet noget imens']],
  ] as const) {
    const svar = await sig('Henrik', felter)
    expect([svar.status, svar.tekst.includes(String(svaret[1]))]).toEqual([svaret[0], true])
  }
  const uden = await hvem('Henrik').browser.post(FORVENTNING, { omraade: 'sundhed', aarsag: 'x', nr: '1' })
  expect(uden.status).toBe(403)
  expect(await sted.base.asOwner('SELECT nr FROM forventning_skridt')).toEqual(foer)
})

test('who has no business here gets no page: other roles, vendors, the operator’s pages for a municipality', async () => {
  const egne = [STI, `${STI}/sundhed`, `${STI}/sundhed/${KILDER.a.id}`, FORVENTNING]
  for (const navn of ['Karen', 'Simon', 'Sanne', 'Lars'])
    for (const sti of egne) expect([navn, sti, await status(navn, sti)]).toEqual([navn, sti, 403])
  const alles = ['/drift/daekning', `/drift/daekning/${BROBYSKOV}`, `/drift/daekning/${BROBYSKOV}/sundhed`]
  for (const navn of ['Henrik', 'Vibeke', 'Sanne', 'Simon'])
    for (const sti of alles) expect([navn, sti, await status(navn, sti)]).toEqual([navn, sti, 403])
  const laeser = await laes('Vibeke', FORVENTNING)
  expect(laeser).not.toContain('<textarea')
  expect(laeser).not.toContain('name="aarsag"')
  expect((await hvem('Vibeke').post(FORVENTNING, { omraade: 'sundhed', slags: 'esdh', aarsag: 'x', nr: '1' })).status).toBe(403)
  const ude = sted.browser()
  for (const sti of [...egne, ...alles]) expect([302, 303, 401]).toContain((await ude.get(sti)).status)
})

test('an address of no area, source or municipality is a page that is not there', async () => {
  for (const sti of [`${STI}/findes-ikke`, `${STI}/sundhed/x`, `${STI}/sundhed/${randomUUID()}`, `${STI}/andet/${KILDER.b.id}`])
    expect([sti, await status('Henrik', sti)]).toEqual([sti, 404])
  for (const sti of ['/drift/daekning/1', '/drift/daekning/99999999', `/drift/daekning/${KORSBAEK}/x`])
    expect([sti, await status('Lars', sti)]).toEqual([sti, 404])
})
