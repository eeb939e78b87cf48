import { type Arbejdskontekst, alert, formatAntal, formatListe, formatTid, html, type Markup } from '#web'
import { omraadenavn } from '../omraade.ts'
import { HOEJST_TING } from '../partsoverblik.sql.ts'
import type { Overblikside } from '../side.ts'
import { isListefane } from '../valg.ts'
import { skjultdel } from './hvorfor.view.ts'
import { ord } from './texts/index.ts'

/**
 * Under a list, in one line that unfolds: whether everything is known to be here, and what is there that may not be seen. Unfolded where one of
 * those is open beside it.
 */
export function forbeholdsdel(k: Arbejdskontekst, side: Overblikside): Markup | undefined {
  // With an empty list, what is known of the systems is the answer itself and stands there.
  const daekning = side.valgte.length === 0 ? undefined : daekningsdel(k, side)
  const skjult = skjultdel(k, side)
  if (!daekning && !skjult) return undefined
  const antal = side.skjulte.reduce((sum, { refs }) => sum + refs.length, 0)
  const kort = [daekning && daekningskort(k, side), skjult && ord(k.sprog).skjult.kort(formatAntal(antal, k.sprog), antal === 1)]
  const indhold = html`<summary class="details-summary">${kort.filter(Boolean).join(' · ')}</summary><div class="details-text">${daekning}${skjult}</div>`
  const { aabnet } = side
  return aabnet !== undefined && aabnet !== 'findesIkke' && !('ting' in aabnet)
    ? html`<details class="details bb-forbehold" open>${indhold}</details>`
    : html`<details class="details bb-forbehold">${indhold}</details>`
}

function daekningskort(k: Arbejdskontekst, { daekning }: Overblikside): string {
  const { kort } = ord(k.sprog).daekning
  if (!daekning) return kort.ukendt
  return daekning.bevistTil === undefined ? kort.ikkeBevist : kort.bevist
}

/** What is known of the systems that could hold something in this tab. */
export function daekningsdel(k: Arbejdskontekst, { daekning, mangler, valg }: Overblikside): Markup | undefined {
  const t = ord(k.sprog).daekning
  if (!isListefane(valg.fane)) return undefined
  if (!daekning) return mangler.some(({ del }) => del === 'daekning') ? html`<p class="bb-meta">${t.ukendt}</p>` : undefined
  const navne = (noegler: readonly string[]) =>
    formatListe(
      noegler.map((noegle) => omraadenavn(noegle, k.sprog)),
      k.sprog,
    )
  return html`<div class="bb-daekningsord">${
    daekning.bevistTil === undefined
      ? html`<p class="bb-meta">${t.rettigheder} ${t.ikkeBevist}</p><ul class="bb-meta">${daekning.ikkeTilsluttet.length > 0 ? html`<li>${t.ikkeTilsluttet(navne(daekning.ikkeTilsluttet))}</li>` : undefined}${daekning.forbehold.map(({ omraade, grunde }) => html`<li>${t.forbehold(omraadenavn(omraade, k.sprog), grunde.map((grund) => t.grund[grund]).join(', '))}</li>`)}</ul>`
      : html`<p class="bb-meta">${t.bevist(formatTid(daekning.bevistTil, k.sprog, k.nu))} ${t.rettigheder}</p>`
  }</div>`
}

/** Over everything, where there is more than the page holds. */
export const flerdel = (k: Arbejdskontekst, { flere }: Pick<Overblikside, 'flere'>): Markup | undefined =>
  flere ? alert(k.sprog, 'warning', { ...ord(k.sprog).flere(formatAntal(HOEJST_TING, k.sprog)) }) : undefined
