import { STIER } from '#web'
import { idOf, type Kanarieverden, naboOf } from './kanarieverden.ts'
import type { Browser, Svar } from './klient.ts'
import { dagsmaerke, findMaerker, type Maerke, ordmaerke } from './maerker.ts'

/** The citizen's own pages without an id. */
export const EGNE_SIDER = [
  STIER.overblik,
  STIER.nyt,
  STIER.sager,
  STIER.dokumenter,
  STIER.notater,
  STIER.ydelser,
  STIER.aftaler,
  STIER.hvemHarSet,
  STIER.hvadKanJegSe,
] as const
export const OFFENTLIGE_SIDER = [
  STIER.forside,
  STIER.saadanVirkerDet,
  STIER.privatliv,
  STIER.tilgaengelighed,
  STIER.kontakt,
  STIER.udloebet,
  STIER.loggetUd,
] as const
/** A page in both languages, and as data. The language is always said, since the one said last is remembered. */
export const allThree = (sti: string): string[] => {
  const med = sti.includes('?') ? '&' : '?'
  return [`${sti}${med}sprog=da`, `${sti}${med}sprog=en`, `/api/v1/mig${sti}`]
}

/** One answer with all that somebody could read in it: address, status, headers and body. */
export const bytesOf = (svar: Svar): string => `${svar.status}\n${svar.raaHeadere.join('\n')}\n\n${svar.tekst}`

const KLE_PAA_SIDE = /(?<![\d.])\d{2}\.\d{2}\.\d{2}(?![\d.])/

export type Brud = { readonly sti: string; readonly hvad: string }
/** What was looked at, and what of it should not have been there. `egne` counts the reader's own marks: none would mean that nothing was shown. */
export type Fund = { svar: number; bytes: number; egne: number; readonly brud: Brud[]; readonly statusser: Map<number, number> }
export const createFund = (): Fund => ({ svar: 0, bytes: 0, egne: 0, brud: [], statusser: new Map() })

const isFor = ({ ejere }: Maerke, laesere: readonly number[]): boolean => ejere.some((ejer) => laesere.includes(ejer))

/** Looks an answer through. `laesere`: whose marks may be in it. `sendt`: what the reader itself wrote, which may come back. */
export function checkSvar(
  fund: Fund,
  verden: Kanarieverden,
  laesere: readonly number[],
  svar: Svar,
  sendt: readonly string[] = [],
): void {
  let bytes = bytesOf(svar)
  fund.svar++
  fund.bytes += bytes.length
  fund.statusser.set(svar.status, (fund.statusser.get(svar.status) ?? 0) + 1)
  for (const egen of sendt)
    for (const form of [egen, encodeURIComponent(egen), encodeURIComponent(encodeURIComponent(egen))])
      bytes = bytes.replaceAll(form, '')
  const brud = (hvad: string) => fund.brud.push({ sti: svar.sti, hvad })
  for (const maerke of findMaerker(bytes, verden.bog))
    if (isFor(maerke, laesere)) fund.egne++
    else brud(`${maerke.tekst} (${maerke.form})`)
  if (svar.status === 500) brud('answered 500')
  if (!String(svar.headers['content-type']).startsWith('text/html')) return
  const kle = KLE_PAA_SIDE.exec(svar.tekst)?.[0]
  if (kle) brud(`KLE ${kle}`)
  if (svar.tekst.includes('<æ')) brud('text that is not escaped')
}

/** Everything of the reader's own: lists, searches, details. */
export async function walkEgne(fund: Fund, verden: Kanarieverden, nr: number, browser: Browser): Promise<void> {
  const egne = [...EGNE_SIDER, `/sager/${idOf(nr, 'sag1')}`, `/sager/${idOf(nr, 'sag2')}`, `/notater/${idOf(nr, 'notat1')}`]
  const soeg = [`/sager?soeg=${ordmaerke(nr, '')}`, '/sager?status=aabne&side=2', `/ydelser?aar=${dagsmaerke(nr).slice(0, 4)}`]
  for (const sti of [...egne, ...soeg]) {
    // The address itself comes back in links; it is no sign that anything was shown.
    const sendt = sti.split(/[/=]/).filter((del) => del.startsWith('qz') || del.length === 36)
    for (const form of allThree(sti)) checkSvar(fund, verden, [nr], await browser.get(form), sendt)
  }
}

/** The parent looks at the child, and goes back. The header names the parent, and the rest is the child's. */
export async function walkBarn(fund: Fund, verden: Kanarieverden, nr: number, browser: Browser): Promise<void> {
  const barn = verden.boern.get(nr)
  const part = barn && verden.parter.get(barn.nr)
  if (!barn || !part) return
  const laesere = [nr, barn.nr]
  checkSvar(fund, verden, laesere, await browser.post(STIER.seFor, { part }))
  const [sag, notat, skjult] = [idOf(barn.nr, 'sag1'), idOf(barn.nr, 'notat1'), idOf(barn.nr, 'anden')]
  for (const sti of [...EGNE_SIDER, `/sager/${sag}`, `/notater/${notat}`, `/sager/${skjult}`].flatMap(allThree))
    checkSvar(
      fund,
      verden,
      laesere,
      await browser.get(sti),
      [sag, notat, skjult].filter((id) => sti.includes(id)),
    )
  await browser.post(STIER.seFor, { part: '' })
}

const ANDRES = ['sag1', 'sag2', 'notat1', 'dokument1', 'bevilling1', 'aftale1', 'faellesdokument']
const SKJULTE = ['undtaget', 'undtagetnotat', 'altidlukket', 'foerfradato', 'ikkeaabnet']

/**
 * Tries to get at others': by their ids, by searching for their marks, by choosing to look for them. `grundigt` tries every kind of id in
 * every form at two others; else some at one.
 */
export async function walkAndres(
  fund: Fund,
  verden: Kanarieverden,
  nr: number,
  browser: Browser,
  grundigt: boolean,
): Promise<void> {
  const former = grundigt ? allThree : (sti: string) => [allThree(sti)[nr % 3] ?? sti]
  const ask = async (sti: string, sendt: string) => {
    for (const form of former(sti)) checkSvar(fund, verden, [nr], await browser.get(form), [sendt])
  }
  const andre = grundigt ? [naboOf(nr), (nr + 7) % verden.personer.length] : [naboOf(nr)]
  for (const anden of andre.filter((en) => en !== nr)) {
    for (const id of ANDRES.map((navn) => idOf(anden, navn))) {
      await ask(`/sager/${id}`, id)
      await ask(`/notater/${id}`, id)
    }
    const ord = ordmaerke(anden, 'sag1titel')
    for (const sti of [`/sager?soeg=${ord}`, `/sager?omraade=${ord}`, `/ydelser?aar=${ord}`]) await ask(sti, ord)
    await tryVedroerer(fund, verden, nr, browser, verden.parter.get(anden))
  }
  for (const id of SKJULTE.map((navn) => idOf(nr, navn))) {
    await ask(`/sager/${id}`, id)
    await ask(`/notater/${id}`, id)
  }
  const fremmedBarn = [...verden.boern].find(([foraelder]) => foraelder !== nr)?.[1]
  const barnUdenMyndighed = verden.boern.get(nr - 1)
  for (const barn of [fremmedBarn, barnUdenMyndighed])
    await tryVedroerer(fund, verden, nr, browser, barn && verden.parter.get(barn.nr))
}

/** Chooses to look for somebody who is not one's own to look for: what comes after is one's own. */
async function tryVedroerer(
  fund: Fund,
  verden: Kanarieverden,
  nr: number,
  browser: Browser,
  part: string | undefined,
): Promise<void> {
  if (part === undefined) return
  checkSvar(fund, verden, [nr], await browser.post(STIER.seFor, { part }), [part])
  for (const sti of allThree(STIER.overblik)) checkSvar(fund, verden, [nr], await browser.get(sti), [part])
}

const METODER = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']
const SKAEVE = [
  '/sager/%zz',
  '/sager/%00',
  '/sager/..%2f..%2fnotater',
  `/sager/${'a'.repeat(500)}`,
  '/sager/00000000-0000-0000-0000-000000000000',
  `/sager?soeg=${'x'.repeat(7000)}`,
  '/sager?soeg[]=1&soeg[]=2&side=-1&side=1e9',
  '/overblik?sprog=xx&__proto__=1',
  '/api/v1/mig',
  '/api/v1/mig/',
  '/api/v1/afvisninger',
  '/api/v1/leverancer',
  '/api/v1/openapi.json',
  '/soap/sagdokumentindeks/6',
  '/findes-ikke',
]

/** Wrong methods, broken addresses, foreign headers and forms: whoever asks so gets nobody's data. */
export async function walkSkaeve(fund: Fund, verden: Kanarieverden, laesere: readonly number[], browser: Browser): Promise<void> {
  for (const sti of SKAEVE) checkSvar(fund, verden, laesere, await browser.get(sti))
  for (const method of METODER)
    for (const sti of [STIER.overblik, STIER.sager, '/api/v1/mig/sager', STIER.seFor])
      checkSvar(fund, verden, laesere, await browser.send(sti, { method }))
  for (const headers of [{ origin: 'https://ond.example' }, { 'sec-fetch-site': 'cross-site' }, { host: 'ond.example' }])
    for (const sti of [STIER.seFor, STIER.logUd, STIER.forlaeng])
      if (sti !== STIER.logUd || laesere.length === 0)
        checkSvar(fund, verden, laesere, await browser.post(sti, { part: 'x' }, headers as never))
}

/** Every address with nobody logged in. */
export async function walkUdeAf(fund: Fund, verden: Kanarieverden, browser: Browser): Promise<void> {
  const ider = verden.personer.slice(0, 3).flatMap(({ nr }) => [`/sager/${idOf(nr, 'sag1')}`, `/notater/${idOf(nr, 'notat1')}`])
  for (const sti of [...EGNE_SIDER, ...OFFENTLIGE_SIDER].flatMap(allThree)) checkSvar(fund, verden, [], await browser.get(sti))
  for (const sti of ider) for (const form of allThree(sti)) checkSvar(fund, verden, [], await browser.get(form), [sti.slice(-36)])
  await walkSkaeve(fund, verden, [], browser)
}
