import { type Arbejdskontekst, formatAntal, html, type Indhold, type Markup, pagination } from '#web'
import type { Overblikside } from '../side.ts'
import type { Ting } from '../visninger.ts'
import { kortDag, kroner, tilstandsmaerke, titelord } from './ord.ts'
import { raekkeId, sideSti } from './stier.ts'
import { ord } from './texts/index.ts'

/** As many rows as a page holds; the rest are a page on. */
export const RAEKKER_PR_SIDE = 100

type Kolonne = { readonly navn: string; readonly celle: (ting: Ting) => Indhold; readonly tal?: true }

/** The link that opens a thing beside the list. */
export const tinglink = (k: Arbejdskontekst, { besoeg, valg }: Pick<Overblikside, 'besoeg' | 'valg'>, ting: Ting): Markup =>
  valg.ting === ting.ref
    ? html`<a class="bb-tinglink" href="${sideSti(besoeg, { ...valg, ting: ting.ref })}" aria-current="true">${titelord(k.sprog, ting)}<span class="sr-only"> (${ord(k.sprog).liste.aabnet})</span></a>`
    : html`<a class="bb-tinglink" href="${sideSti(besoeg, { ...valg, ting: ting.ref })}">${titelord(k.sprog, ting)}</a>`

function kolonner(k: Arbejdskontekst, side: Overblikside): readonly Kolonne[] {
  const t = ord(k.sprog).liste
  const { fane } = side.valg
  const under = (ting: Ting): Indhold =>
    [fane === 'ydelser' ? ord(k.sprog).art[ting.art] : undefined, ting.nummer || undefined, ting.system.navn || undefined]
      .filter((led) => led !== undefined)
      .join(' · ')
  const hvad: Kolonne = {
    navn: t.hvad,
    celle: (ting) => html`${tinglink(k, side, ting)}<span class="bb-under">${under(ting)}</span>`,
  }
  const dato: Kolonne = { navn: t.dato, celle: ({ dag }) => html`<span class="bb-dato">${kortDag(dag)}</span>` }
  const enhed: Kolonne = { navn: t.enhed, celle: (ting) => ting.enhed?.navn }
  const status: Kolonne = { navn: t.status, celle: (ting) => tilstandsmaerke(k.sprog, ting) }
  const beloeb: Kolonne = {
    navn: t.beloeb,
    tal: true,
    celle: (ting) => (ting.art === 'oekonomiskEffektuering' ? kroner(k.sprog, ting.beloeb) : undefined),
  }
  // A column of amounts only where something has one.
  if (fane === 'ydelser')
    return side.valgte.some(({ art }) => art === 'oekonomiskEffektuering')
      ? [hvad, status, enhed, dato, beloeb]
      : [hvad, status, enhed, dato]
  return fane === 'notater' ? [hvad, enhed, dato] : [hvad, status, enhed, dato]
}

/** What the tab lists, a page of it at a time; the open thing's row is marked. */
export function listedel(k: Arbejdskontekst, side: Overblikside): Markup {
  const t = ord(k.sprog)
  const { valgte, valg, besoeg } = side
  const sider = Math.max(1, Math.ceil(valgte.length / RAEKKER_PR_SIDE))
  const nr = Math.min(valg.side, sider)
  const fra = (nr - 1) * RAEKKER_PR_SIDE
  const viste = valgte.slice(fra, fra + RAEKKER_PR_SIDE)
  const spalter = kolonner(k, side)
  const antal = (n: number) => formatAntal(n, k.sprog)
  const celle = ({ navn, celle: indhold, tal }: Kolonne, ting: Ting) =>
    html`<td data-title="${navn}"${tal ? html` class="bb-tal"` : undefined}>${indhold(ting)}</td>`
  return html`<table class="table table-md-responsive-headers bb-tingliste">
  <caption class="sr-only">${t.faner[valg.fane]}</caption>
  <thead><tr>${spalter.map(({ navn, tal }) => html`<th scope="col"${tal ? html` class="bb-tal"` : undefined}>${navn}</th>`)}</tr></thead>
  <tbody>${viste.map((ting) => html`<tr id="${raekkeId(ting.ref)}"${ting.ref === valg.ting ? html` class="bb-aktuel"` : undefined}>${spalter.map((spalte) => celle(spalte, ting))}</tr>`)}</tbody>
</table>
${sider > 1 ? html`<p class="bb-meta">${t.filter.viser(antal(fra + 1), antal(fra + viste.length), antal(valgte.length))}</p>` : undefined}
${pagination(k.sprog, nr, sider, (anden) => sideSti(besoeg, { ...valg, ting: '', side: anden }))}`
}
