import type { Page } from 'playwright-core'
import { type Kanarie, OMRAADE, SAMSOE } from './stop-sted.ts'

/** What a browser is shown while things are stopped, and whether any of it is false. */

/** The pages that tell of cases, or of what is known. */
export const STIER = ['/overblik', '/sager', '/sager/:id', '/hvad-kan-jeg-se', '/aftaler', '/api/v1/mig/hvad-kan-jeg-se'] as const
export type Sti = (typeof STIER)[number]

/** How a look ended: shown whole; shown with a part named as lacking; refused in words; nobody answered. */
export type Slags = 'hel' | 'mangelfuld' | 'afvist' | 'nede'
export type Syn = {
  readonly slags: Slags
  /** True where it was said that there is no case that can be shown. */
  readonly sagdeIntet: boolean
  readonly brud: readonly string[]
}

const HOEJST_MS = 12_000
/** The sentences and the word that say "none", of cases and of appointments, in both languages. */
const INGEN_SAGER = /Der er ingen sager|There are no cases/u
const INGEN_AFTALER = /Der er ingen aftaler|There are no appointments/u

/** Opens a page as the person, and holds what it says against what had been acknowledged before it was asked for. */
export async function see(page: Page, url: string, sti: Sti, kanarie: Kanarie): Promise<Syn> {
  const leveret = kanarie.leveret !== undefined
  const adresse = `${url}${sti.replace(':id', kanarie.sag)}`
  const svar = await page.goto(adresse, { timeout: HOEJST_MS, waitUntil: 'domcontentloaded' }).catch(() => undefined)
  const tekst =
    svar &&
    (await page
      .locator('body')
      .innerText({ timeout: HOEJST_MS })
      .catch(() => undefined))
  if (!svar || typeof tekst !== 'string') return { slags: 'nede', sagdeIntet: false, brud: [] }
  if (new URL(page.url()).pathname.startsWith('/log-ind')) return { slags: 'afvist', sagdeIntet: false, brud: [] }
  const hvor = `${sti} (${svar.status()})`
  if (svar.status() !== 200)
    return { slags: 'afvist', sagdeIntet: false, brud: findBrudIAfvisning(svar.status(), tekst, sti, leveret, hvor) }
  const sagt = sti.startsWith('/api') ? readData(tekst) : await readSide(page, sti, tekst)
  const brud = [
    leveret && sagt.ingenSager ? `${hvor}: none was said of a case whose receipt had come` : undefined,
    leveret && LISTER.has(sti) && !tekst.includes(kanarie.titel)
      ? `${hvor}: a case whose receipt had come was left out`
      : undefined,
    sagt.ingenAftaler ? `${hvor}: none was said where a line stands refused` : undefined,
  ].flatMap((led) => led ?? [])
  return { slags: sagt.mangler ? 'mangelfuld' : 'hel', sagdeIntet: sagt.ingenSager, brud }
}

/** Where a case that is shown stands by its title. */
const LISTER: ReadonlySet<Sti> = new Set(['/overblik', '/sager', '/sager/:id'])

/** What is no page of data says nothing of what there is; and a case that is there is not called unknown. */
function findBrudIAfvisning(status: number, tekst: string, sti: Sti, leveret: boolean, hvor: string): string[] {
  const ingen = INGEN_SAGER.test(tekst) || INGEN_AFTALER.test(tekst) || tekst.includes('Intet at vise')
  const ukendt = status === 404 && leveret && sti === '/sager/:id'
  return [
    ...(ingen ? [`${hvor}: none was said on a page of failure`] : []),
    ...(ukendt ? [`${hvor}: a case whose receipt had come was called unknown`] : []),
  ]
}

type Sagt = { readonly ingenSager: boolean; readonly ingenAftaler: boolean; readonly mangler: boolean }

type Felt = {
  readonly kommune: { readonly cvr: string }
  readonly omraade: string
  readonly art: string
  readonly udsagn: string
}

function readData(tekst: string): Sagt {
  const { daekning, mangler } = JSON.parse(tekst) as { readonly daekning: readonly Felt[]; readonly mangler: readonly unknown[] }
  const erIntet = (art: string) =>
    daekning.some((led) => led.kommune.cvr === SAMSOE && led.omraade === OMRAADE && led.art === art && led.udsagn === 'intet')
  return { ingenSager: erIntet('sag'), ingenAftaler: erIntet('aftale'), mangler: mangler.length > 0 }
}

/** On the page of coverage the word stands in the municipality's table; elsewhere the sentence is said of whatever areas it holds for. */
async function readSide(page: Page, sti: Sti, tekst: string): Promise<Sagt> {
  const mangler = tekst.includes('Vi kan ikke vise alt lige nu')
  if (sti !== '/hvad-kan-jeg-se')
    return {
      ingenSager: sti === '/sager' && (await isTomListe(page)),
      ingenAftaler: sti === '/aftaler' && (await isTomListe(page)),
      mangler,
    }
  const celler = page
    .locator('table', { hasText: 'Samsø' })
    .locator('tr', { hasText: 'Hjælp, pleje og handicap' })
    .locator('td, th')
  const ord = await celler.allInnerTexts()
  // The area, then cases, documents, notes, grants, payments, appointments.
  return {
    ingenSager: ord[1]?.includes('Intet at vise') ?? false,
    ingenAftaler: ord[6]?.includes('Intet at vise') ?? false,
    mangler,
  }
}

/** True where a list says of itself, with nothing in it, that there is none. */
const isTomListe = async (page: Page): Promise<boolean> =>
  (await page.locator('.bb-tom').allInnerTexts()).some((ord) => INGEN_SAGER.test(ord) || INGEN_AFTALER.test(ord))
