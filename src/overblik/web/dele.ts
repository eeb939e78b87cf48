import type { Art } from '#kernel'
import {
  alert,
  badge,
  formatBeloeb,
  formatPaaDag,
  html,
  type Indhold,
  ikon,
  join,
  type Maerkat,
  type Markup,
  type Sidekontekst,
  STIER,
  tekster,
} from '#web'
import type { KontaktVisning, Mangel, SagVisning, UdbetalingVisning } from '../visninger.ts'
import { ord } from './texts/index.ts'

/** Titles from sources may have 255 characters; from here on they are set smaller. */
const LANG_TITEL = 60

/** The top of a page: what it is, and one sentence. */
export const pageHeader = (overskrift: string, lead?: Indhold): Markup =>
  html`<div class="bb-sidehoved">${overskrift.length > LANG_TITEL ? html`<h1 class="bb-langtitel">${overskrift}</h1>` : html`<h1>${overskrift}</h1>`}${lead === undefined ? undefined : html`<p class="font-lead">${lead}</p>`}</div>`

const SAGSFARVER: { readonly [F in SagVisning['fremdrift']]: Maerkat } = {
  Opstaaet: 'info',
  Oplyst: 'info',
  Afgjort: 'success',
  Afsluttet: 'neutral',
}

/** How far a case is, as a word on a colour. */
export const sagsbadge = (k: Sidekontekst, sag: Pick<SagVisning, 'fremdrift' | 'egneOrd'>): Markup =>
  badge(SAGSFARVER[sag.fremdrift], statusord(k, sag).ord)

/** The word and the sentence for how far a case is, or for a step on its way: the municipality's own where it has chosen some. */
export function statusord(
  k: Sidekontekst,
  { fremdrift, egneOrd }: Pick<SagVisning, 'fremdrift' | 'egneOrd'>,
): { readonly ord: string; readonly saetning: string } {
  const egne = egneOrd?.[fremdrift]
  return egne ? { ord: egne.ord[k.sprog], saetning: egne.saetning[k.sprog] } : tekster(k.sprog).sag[fremdrift]
}

/** A benefit's name as the municipality tells it, else as its source does. */
export const ydelsesnavn = (k: Sidekontekst, { navn, navnOrd }: Pick<UdbetalingVisning, 'navn' | 'navnOrd'>): string =>
  navnOrd?.[k.sprog] ?? navn

const UDBETALINGSFARVER: { readonly [T in UdbetalingVisning['tilstand']]: Maerkat } = {
  planlagt: 'info',
  ikkeGodkendt: 'warning',
  sendt: 'info',
  udbetalt: 'success',
  rettelse: 'neutral',
}

export const udbetalingsbadge = (k: Sidekontekst, tilstand: UdbetalingVisning['tilstand']): Markup =>
  badge(UDBETALINGSFARVER[tilstand], tekster(k.sprog).udbetaling.ord[tilstand])

/** The sentence for a payment's state. Never promises more than is known: a day or an amount that is missing is left out. */
export function udbetalingssaetning(k: Sidekontekst, { tilstand, dato, beloeb }: UdbetalingVisning): string {
  const t = tekster(k.sprog).udbetaling
  const paaDag = dato === undefined ? undefined : formatPaaDag(dato, k.sprog, k.nu)
  const kroner = beloeb === undefined ? undefined : formatBeloeb(beloeb, k.sprog)
  if (tilstand === 'planlagt') {
    if (kroner && paaDag) return t.planlagt(kroner, paaDag)
    if (kroner) return t.planlagtUdenDag(kroner)
    return paaDag ? t.planlagtUdenBeloeb(paaDag) : t.planlagtUkendt
  }
  if (tilstand === 'udbetalt') return paaDag ? t.udbetalt(paaDag) : t.udbetaltUdenDag
  return t[tilstand]
}

/** Before and after tax, where they are known. */
export function skattelinje(k: Sidekontekst, udbetaling: UdbetalingVisning): Indhold {
  const t = ord(k.sprog).ydelser
  const dele = [[t.foerSkat, udbetaling.foerSkat] as const, [t.efterSkat, udbetaling.efterSkat] as const].flatMap(
    ([navn, beloeb]) =>
      beloeb === undefined ? [] : [html`<span class="bb-beloeb">${navn} ${formatBeloeb(beloeb, k.sprog)}</span>`],
  )
  return dele.length > 0 ? join(dele, ' · ') : undefined
}

/** What could not be fetched. Never an empty list instead. */
export function mangelbesked(k: Sidekontekst, mangler: readonly Mangel[]): Markup | undefined {
  if (mangler.length === 0) return undefined
  const t = ord(k.sprog)
  const navne = new Set(mangler.map(({ del }) => delnavn(k, del)))
  const forSent = mangler.some(({ aarsag }) => aarsag === 'tid') ? ` ${t.mangler.forSent}` : ''
  const indhold = `${t.mangler.tekst([...navne].join(', '))}${forSent}`
  return alert(k.sprog, 'warning', { overskrift: t.mangler.overskrift, indhold })
}

/** True where it is not known what is known: of no area anything may be said then. */
export const isUvist = (mangler: readonly Mangel[]): boolean => mangler.some(({ del }) => del === 'daekning')

const delnavn = (k: Sidekontekst, del: string): string => {
  const dele: { readonly [del: string]: unknown } = ord(k.sprog).mangler
  if (NAVNGIVNE.has(del)) return String(dele[del])
  const arter: { readonly [art: string]: { readonly flere: string } } = ord(k.sprog).arter
  return arter[del]?.flere ?? ord(k.sprog).mangler.andet
}

const NAVNGIVNE: ReadonlySet<string> = new Set(['daekning', 'herkomst', 'ord', 'notattekst', 'forstaaelse', 'boern'])

/** Whom to ask, never a person: unit, telephone, opening hours, and the secure way to write where there is one. */
export function kontaktdele(k: Sidekontekst, kontakt: KontaktVisning): Markup {
  const t = ord(k.sprog).kontakt
  const nummer = kontakt.telefon.replace(/[^\d+]/g, '')
  const skriv = kontakt.sikkerPost
  return html`<p class="weight-semibold">${kontakt.navn}</p>
  ${kontakt.telefon ? html`<p>${t.telefon}: <a href="tel:${nummer}">${kontakt.telefon}</a></p>` : undefined}
  ${kontakt.aabningstider[k.sprog] ? html`<p>${t.aabent}: ${kontakt.aabningstider[k.sprog]}</p>` : undefined}
  ${
    skriv === undefined
      ? undefined
      : skriv.startsWith('https://')
        ? html`<p><a href="${skriv}" rel="noreferrer">${t.skriv}</a></p>`
        : html`<p>${t.skriv}: ${skriv}</p>`
  }`
}

/** How to have something corrected; `hvem` is the unit that answers for it, where there is one. */
export const retDel = (k: Sidekontekst, kontakt?: KontaktVisning): Markup => {
  const t = ord(k.sprog).ret
  return html`<section class="bb-flade bb-afsnit" id="noget-er-forkert" aria-labelledby="ret-overskrift">
  <h2 id="ret-overskrift">${t.overskrift}</h2>
  <p>${t.tekst(kontakt?.navn ?? t.kommunen)}</p>
  <p><a href="${STIER.privatliv}#ret">${t.laesMere}</a></p>
</section>`
}

/** A title; an item without one is called by its kind, so that no link or heading is empty. */
export const titel = (k: Sidekontekst, tekst: string, art: Art): string => tekst.trim() || ord(k.sprog).begivenhed[art]

/** A link onward, with an arrow. */
export const videre = (sti: string, tekst: string): Markup =>
  html`<a class="bb-mere" href="${sti}">${tekst}${ikon('arrow-forward')}</a>`

/** Small facts on one line. */
export const metalinje = (dele: readonly Indhold[]): Markup =>
  html`<p class="bb-meta">${join(
    dele.filter((del) => del !== ''),
    ' · ',
  )}</p>`
