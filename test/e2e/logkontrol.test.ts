import { generateKeyPairSync } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startForsegling } from '#adgangslog'
import { aktivSti } from '#web'
import { createUnderskriver, formatNote, formatVerifikator, parseNote, signNote } from '../../src/adgangslog/merkle/note.ts'
import {
  type Hash,
  hashBlad,
  hashNode,
  inklusionsbevis,
  konsistensbevis,
  type LaesNode,
  rodAf,
} from '../../src/adgangslog/merkle/trae.ts'
import { openLogunderskriver } from '../../src/compose/adgangslog.ts'
import { BREDDER, CSP, openBrowser } from '../byggere/browser.ts'
import { besoeg, startSagsbehandler } from '../byggere/opslag.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

const CPR = '6202810013'

let browser: Browser
let sted: Testwebsted
let page: Page
let fejl: string[]
beforeAll(async () => {
  sted = await startWebsted()
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: BREDDER.telefon })).newPage()
  fejl = []
  page.on('console', (besked) => fejl.push(besked.text()))
  page.on('pageerror', (grund) => fejl.push(String(grund)))
  // WebCrypto is there on https and on localhost alone.
  const svar = await page.goto(`${sted.origin.replace('127.0.0.1', 'localhost')}/adgangslog/kontrol`)
  expect(svar?.headers()['content-security-policy']?.replaceAll(/;\s*/g, '; ')).toContain(CSP.split('; ')[0])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

/** Calls what the page's own script exports, in the browser. */
const kald = (navn: string, ...args: readonly unknown[]): Promise<unknown> =>
  page.evaluate(`(async () => {
    const m = await import(${JSON.stringify(aktivSti('logkontrol.js'))})
    const open = (v) => v && typeof v === 'object' ? ('hex' in v ? m.fraHex(v.hex) : Array.isArray(v) ? v.map(open) : Object.fromEntries(Object.entries(v).map(([n, e]) => [n, open(e)]))) : v
    const svar = await m[${JSON.stringify(navn)}](...${JSON.stringify(args)}.map(open))
    return svar instanceof Uint8Array ? m.hex(svar) : svar
  })()`)
const h = (hash: Hash) => ({ hex: hash.toString('hex') })

describe('the script has the vectors of the server', () => {
  const BLADE = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((en) =>
    Buffer.from(en, 'hex'),
  )
  const laesAf =
    (blade: readonly Hash[]): LaesNode =>
    (niveau, plads) =>
      niveau === 0
        ? (blade[plads] as Hash)
        : hashNode(laesAf(blade)(niveau - 1, plads * 2), laesAf(blade)(niveau - 1, plads * 2 + 1))
  const laes = laesAf(BLADE.map(hashBlad))
  const hoved = (antal: number) => ({ antal, rod: h(rodAf(antal, laes)) })

  test('leaves and nodes', async () => {
    expect(await kald('hashBlad', { hex: '' })).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(await kald('hashNode', h(hashBlad(Buffer.alloc(0))), h(hashBlad(Buffer.from([0]))))).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    )
  })

  test('every leaf of every tree of up to eight, at its own place alone, and with nothing of the proof changed', async () => {
    for (let antal = 1; antal <= 8; antal++)
      for (let plads = 0; plads < antal; plads++) {
        const bevis = inklusionsbevis(plads, antal, laes).map(h)
        const blad = h(hashBlad(BLADE[plads] as Buffer))
        const proever = [
          kald('verifyInklusion', blad, plads, hoved(antal), bevis),
          kald('verifyInklusion', blad, (plads + 1) % antal, hoved(antal), bevis),
          kald('verifyInklusion', blad, plads, hoved(antal), [...bevis, blad]),
          kald('verifyInklusion', h(hashBlad(Buffer.from('andet'))), plads, hoved(antal), bevis),
          kald('verifyInklusion', blad, antal, hoved(antal), bevis),
        ]
        expect(await Promise.all(proever)).toEqual([true, antal === 1, false, false, false])
      }
  })

  test('every tree begins with every smaller one, and with none that is otherwise', async () => {
    for (let til = 0; til <= 8; til++)
      for (let fra = 0; fra <= til; fra++) {
        const bevis = konsistensbevis(fra, til, laes).map(h)
        const anden = { antal: fra, rod: h(hashBlad(Buffer.from('andet'))) }
        expect(await kald('verifyKonsistens', hoved(fra), hoved(til), bevis)).toBe(true)
        expect(await kald('verifyKonsistens', anden, hoved(til), bevis)).toBe(false)
        if (fra > 0 && fra < til) expect(await kald('verifyKonsistens', hoved(fra), hoved(til), bevis.slice(1))).toBe(false)
      }
  })

  test('a note that another program signed, and none that has been changed', async () => {
    const noegle = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    const note =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    const verify = (tekst: string, linje = noegle) =>
      page.evaluate(`(async () => {
        const m = await import(${JSON.stringify(aktivSti('logkontrol.js'))})
        const noegle = await m.parseVerifikator(${JSON.stringify(linje)})
        if (!noegle) return 'ingen nøgle'
        return (await m.verifyNote(m.parseNote(${JSON.stringify(tekst)}), [noegle])) ?? 'holder ikke'
      })()`)
    expect(await verify(note)).toEqual(['PeterNeumann'])
    expect(await verify(note.replace('answer', 'Answer'))).toBe('holder ikke')
    expect(await verify(note, noegle.replace('c74f20a3', 'c74f20a4'))).toBe('ingen nøgle')
  })
})

describe('a citizen’s file', () => {
  type Fil = { linjer: { linje: string; bevis: unknown; aabne: object }[]; kontrolpunkt: string }
  let foer: Fil
  let nu: Fil

  async function forsegl(): Promise<void> {
    const [hoved] = await sted.base.asOwner<{ antal: string }>('SELECT antal FROM adgangslog_hoved')
    const stop = startForsegling({ ...sted.system, underskriver: await openLogunderskriver(sted.system) }, (grund) => {
      throw grund
    })
    const antal = async () => Number((await (await fetch(`${sted.origin}/adgangslog/kontrolpunkt`)).text()).split('\n')[1])
    while ((await antal()) !== Number(hoved?.antal)) await new Promise((resolve) => setTimeout(resolve, 20))
    await stop()
  }

  beforeAll(async () => {
    const borger = await sted.logInd(CPR)
    const part = await sted.part(CPR)
    const sofus = await startSagsbehandler(sted)
    await besoeg(sted, sofus, part)
    await forsegl()
    foer = JSON.parse((await borger.get('/hvem-har-set/udtraek')).tekst) as Fil
    // From before today: the day that the log begins on is not judged.
    await besoeg(sted, sofus, part)
    await forsegl()
    await borger.get('/sager')
    nu = JSON.parse((await borger.get('/hvem-har-set/udtraek')).tekst) as Fil
  }, 60_000)

  const fil = (vaerdi: unknown) => ({
    name: 'hvem-har-set.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(vaerdi)),
  })
  async function kontroller(
    valgt: unknown,
    valg: { foer?: unknown; noegle?: string; kontrolpunkt?: string; vidnenoegle?: string } = {},
  ): Promise<string> {
    await page.reload()
    await page.setInputFiles('#fil', fil(valgt))
    if (valg.foer) await page.setInputFiles('#foer', fil(valg.foer))
    await page.locator('#logkontrol summary').click()
    if (valg.noegle) await page.fill('#noegle', valg.noegle)
    if (valg.kontrolpunkt) await page.fill('#vidnekontrolpunkt', valg.kontrolpunkt)
    if (valg.vidnenoegle) await page.fill('#vidnenoegler', valg.vidnenoegle)
    await page.getByRole('button', { name: 'Kontrollér' }).click()
    await page.locator('#udfald p').first().waitFor()
    return (await page.locator('#udfald').textContent()) ?? ''
  }

  test('is proved line by line, and what is not covered, and what is not shown, is said', async () => {
    const daekkede = nu.linjer.filter(({ bevis }) => bevis !== null).length
    const sagt = await kontroller(nu)
    expect(sagt).toContain(`Linjer, der står i loggen, som de står i filen: ${daekkede}.`)
    expect(sagt).toContain('Linjer, der er nyere end det, loggen har skrevet under på: 1.')
    expect(sagt).toContain('Hverken filen eller du giver noget, et vidne har skrevet under på')
    expect(sagt).toContain('ikke givet en fil fra før')
    expect(await page.locator('main').textContent()).toContain('Om der er linjer, som du aldrig har fået')
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(BREDDER.telefon.width)
  })

  const aendret = (ny: (led: Fil['linjer'][number]) => object) => ({
    ...nu,
    linjer: nu.linjer.map((led, i) => (i === 2 ? { ...led, ...ny(led) } : led)),
  })
  test.each<[string, () => unknown, string]>([
    ['a word changed', () => aendret(({ linje }) => ({ linje: linje.replace('jobfunktionsrolle', 'egen') })), 'nummer 3'],
    [
      'a field opened otherwise',
      () => aendret(({ aabne }) => ({ aabne: { ...aabne, kommune: { vaerdi: '12345678', salt: 'AAAA' } } })),
      'nummer 3',
    ],
    ['another’s proof', () => aendret(() => ({ bevis: nu.linjer[3]?.bevis })), 'nummer 3'],
    ['rubbish', () => aendret(() => ({ linje: 7, bevis: 'x', aabne: null })), 'nummer 3'],
    ['a covered line said to be new', () => aendret(() => ({ bevis: null })), 'nummer 3'],
    ['a line twice', () => ({ ...nu, linjer: [...nu.linjer, nu.linjer[2]] }), 'står der to gange: 1'],
    [
      'a field that is none opened',
      () => aendret(({ aabne }) => ({ aabne: { ...aabne, navn: { vaerdi: 'x', salt: '' } } })),
      'nummer 3',
    ],
    ['a checkpoint that is not signed', () => ({ ...nu, kontrolpunkt: 'log\n1\nAAAA\n' }), 'ikke et udtræk'],
    ['something else', () => ({ a: 1 }), 'ikke et udtræk'],
  ])('with %s is told', async (_, ny, saetning) => {
    expect(await kontroller(ny())).toContain(saetning)
  })

  test('is no file of the log whose key one has from elsewhere, where that is another', async () => {
    const fremmed = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    expect(await kontroller(nu, { noegle: fremmed })).toContain('ikke et udtræk')
    expect(await kontroller(nu, { noegle: 'vrøvl' })).toContain('Loggens nøgle kan ikke læses')
  })

  test('is held against the one from before: all of it is there, and a line that was taken out is missed', async () => {
    expect(await kontroller(nu, { foer })).toContain(
      `Linjer fra filen fra før, der er her endnu: ${foer.linjer.length}. Ældre, end den nye fil går tilbage til: 0.`,
    )
    const periode = (nu as unknown as { periode: object }).periode
    const uden = {
      ...nu,
      periode: { ...periode, fra: '2020-01-01' },
      linjer: nu.linjer.filter(({ linje }) => linje !== foer.linjer[2]?.linje),
    }
    expect(await kontroller(uden, { foer })).toContain('Linjer fra filen fra før, der mangler i den nye: 1 (nummer 3)')
    expect(await kontroller({ ...nu, periode: { ...periode, hvem: 'dig' } }, { foer })).toContain('uden at vælge')
    expect(await kontroller(foer, { foer: nu })).toContain('ikke gået videre')
  })

  test('is held against the one from before without asking the log, and a log that was forked is told', async () => {
    const spurgt: string[] = []
    const husk = (request: { url: () => string }) => spurgt.push(request.url())
    page.on('request', husk)
    expect(await kontroller(nu, { foer })).toContain('der er her endnu')
    page.off('request', husk)
    expect(spurgt.filter((url) => url.includes('/adgangslog/konsistens'))).toEqual([])

    // The log's own key on another tree of the same size: the file from before is of that one.
    const antal = Number(foer.kontrolpunkt.split('\n')[1])
    const log = await openLogunderskriver(sted.system)
    const tekst = `${log.navn}\n${antal}\n${Buffer.alloc(32, 7).toString('base64')}\n`
    const anden = { ...foer, kontrolpunkt: formatNote(signNote({ tekst, underskrifter: [] }, log, 0)), linjer: [] }
    expect(await kontroller(nu, { foer: anden })).toContain('ikke gået videre')
    const udenBevis = { ...nu, konsistens: [{ fra: antal, bevis: [] }] }
    expect(await kontroller(udenBevis, { foer })).toContain('ikke gået videre')
  })

  test('is held against what a witness has signed, and not against one who is not known or signed another log', async () => {
    const vidne = createUnderskriver('vidne.example.dk', 'vidne', generateKeyPairSync('ed25519').privateKey)
    const note = parseNote(foer.kontrolpunkt)
    if (!note.ok) throw new Error(note.afvisning)
    const bevidnet = formatNote(signNote(note.value, vidne, 1_795_000_000))
    const vidnenoegle = formatVerifikator(vidne)
    expect(await kontroller(nu, { kontrolpunkt: bevidnet, vidnenoegle })).toContain(
      'Loggen hænger sammen med det, vidne.example.dk har skrevet under på',
    )
    expect(await kontroller(nu, { kontrolpunkt: bevidnet })).toContain('Intet vidne')
    expect(await kontroller(nu, { kontrolpunkt: bevidnet.replace(/\n\d+\n/, '\n2\n'), vidnenoegle })).toContain(
      'underskrift holder ikke',
    )
    // The log's own key, on another tree: what a witness would see.
    const log = await openLogunderskriver(sted.system)
    const anden = signNote(
      { tekst: note.value.tekst.replace(/\n[^\n]{44}\n$/, `\n${Buffer.alloc(32).toString('base64')}\n`), underskrifter: [] },
      log,
      0,
    )
    const bevidnetAnden = formatNote(signNote(anden, vidne, 1_795_000_000))
    expect(await kontroller(nu, { kontrolpunkt: bevidnetAnden, vidnenoegle })).toContain('hænger ikke sammen')
  })

  test('carries what witnesses have signed, which is checked by their keys and with no question to the log', async () => {
    const vidne = createUnderskriver('vidne.example.dk', 'vidne', generateKeyPairSync('ed25519').privateKey)
    const note = parseNote(foer.kontrolpunkt)
    if (!note.ok) throw new Error(note.afvisning)
    const medVidne = { ...nu, bevidnet: formatNote(signNote(note.value, vidne, 1_795_000_000)) }
    const vidnenoegle = formatVerifikator(vidne)
    const spurgt: string[] = []
    const husk = (request: { url: () => string }) => spurgt.push(request.url())
    page.on('request', husk)
    const sagt = await kontroller(medVidne, { vidnenoegle })
    page.off('request', husk)
    expect(sagt).toContain('Loggen hænger sammen med det, vidne.example.dk har skrevet under på')
    const daekkede = /et vidnes underskrift dækker: (\d+)\. Nyere, som hviler på loggens egen underskrift alene: (\d+)\./.exec(
      sagt,
    )
    expect(Number(daekkede?.[1])).toBeGreaterThan(0)
    expect(Number(daekkede?.[1]) + Number(daekkede?.[2])).toBe(nu.linjer.length)
    expect(spurgt.filter((url) => url.includes('/adgangslog/konsistens'))).toEqual([])
    expect(await kontroller(medVidne, {})).toContain('loggens egen underskrift alene')
    const aendret = { ...medVidne, bevidnet: medVidne.bevidnet.replace(/\n\d+\n/, '\n2\n') }
    expect(await kontroller(aendret, { vidnenoegle })).toContain('underskrift holder ikke')
  })

  test('is checked without a word in the console, and without script the page says how a program does it', async () => {
    expect(fejl).toEqual([])
    const uden = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await uden.goto(`${sted.origin}/adgangslog/kontrol`)
    expect(await uden.locator('#logkontrol').isVisible()).toBe(false)
    expect(await uden.locator('main').textContent()).toContain('adgangslog verify --udtraek')
    await uden.context().close()
  })
})
