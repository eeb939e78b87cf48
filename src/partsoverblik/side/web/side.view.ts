import { bemaerkningsmaerker } from '#partsoverblik/bemaerkning'
import { FORMAALSORD } from '#partsoverblik/besoeg'
import { danskDag } from '#platform/clock'
import {
  type Arbejdskontekst,
  aktivSti,
  alert,
  badge,
  formatAntal,
  formularfelt,
  html,
  type Indhold,
  ikon,
  join,
  type Markup,
  renderArbejdsside,
} from '#web'
import { antalPrFane } from '../filtrer.ts'
import type { Overblikside } from '../side.ts'
import { FANEARTER, FANER, type Fane, hasFilter, isListefane } from '../valg.ts'
import { borgerendel, familiedel, kontaktdel, tidslinjedel } from './andre.view.ts'
import { detaljedel } from './detalje.view.ts'
import { filterdel, gemtedel } from './filter.view.ts'
import { daekningsdel, flerdel, forbeholdsdel } from './forbehold.view.ts'
import { listedel } from './liste.view.ts'
import { hurtigsoegning } from './soeg.view.ts'
import { besoegSti, sideSti } from './stier.ts'
import { ord } from './texts/index.ts'

export type Sidevisning = {
  readonly side: Overblikside
  readonly kvittering?: 'gemt' | 'slettet' | undefined
  readonly navnefejl?: 'NAVN_UGYLDIGT' | 'FOR_MANGE' | undefined
  readonly cprNaegtet?: boolean | undefined
}

/** One citizen's whole engagement, within the employee's rights. */
export function sideView(k: Arbejdskontekst, visning: Sidevisning): Markup {
  const { side } = visning
  return renderArbejdsside(k, {
    fane: ord(k.sprog).faner[side.valg.fane],
    indhold: html`${hurtigsoegning(k)}
${personlinje(k, visning)}
${mangeldel(k, side)}
${flerdel(k, side)}
${visning.kvittering ? html`<div role="status">${alert(k.sprog, 'success', { indhold: ord(k.sprog).gemte[visning.kvittering] })}</div>` : undefined}
${fanedel(k, side)}
<div class="bb-partsoverblik${side.aabnet === undefined ? '' : ' bb-med-detalje'}"><div class="bb-partsliste">
<h2 class="sr-only">${ord(k.sprog).faner[side.valg.fane]}</h2>
${faneindhold(k, visning)}
${forbeholdsdel(k, side)}
</div>${detaljedel(k, side)}</div>
${genvejsdel(k)}<script src="${aktivSti('partsoverblik.js')}" defer></script>`,
  })
}

/** Who it is, so that nobody is in doubt about whom the page tells of. */
function personlinje(k: Arbejdskontekst, { side, cprNaegtet }: Sidevisning): Markup {
  const t = ord(k.sprog)
  const { person, bemaerkninger, nu, formaal } = side
  const navn = person?.navn ?? t.soeg.udenNavn
  const maerker: readonly Indhold[] = [
    person?.doed ? badge('neutral', t.soeg.doed) : undefined,
    person?.adressebeskyttet ? badge('warning', t.soeg.beskyttet) : undefined,
    ...bemaerkningsmaerker(k.sprog, bemaerkninger, danskDag(nu)),
  ].filter((led) => led !== undefined)
  const alder =
    person?.type === 'virksomhed'
      ? undefined
      : person?.alder === undefined
        ? t.person.alderUkendt
        : t.person.aar(String(person.alder))
  return html`<section class="bb-personlinje" aria-labelledby="person"><h1 id="person">${navn}</h1>
<div class="bb-personfakta">${join([cprdel(k, side), alder], html`<span aria-hidden="true"> · </span>`)}</div>
${maerker.length > 0 ? html`<p class="bb-roller">${join(maerker, ' ')}</p>` : undefined}
${cprNaegtet ? alert(k.sprog, 'warning', { indhold: t.person.cprNaegtet }) : undefined}
${side.heltNummer === undefined ? undefined : html`<p class="bb-meta" role="status">${t.person.cprVist}</p>`}
<p class="bb-personveje d-print-none"><a href="${besoegSti(side.besoeg)}/bemaerkninger">${t.person.bemaerkninger}</a> <a href="${besoegSti(side.besoeg)}/notat">${t.person.skrivNotat}</a> <a href="${besoegSti(side.besoeg)}/advis">${t.person.advis}</a></p>
<p class="bb-meta">${t.person.formaal}: ${FORMAALSORD[formaal][k.sprog].navn}. ${t.person.besoeg}</p></section>`
}

function cprdel(k: Arbejdskontekst, { person, heltNummer, maaSeCpr, besoeg, valg }: Overblikside): Indhold {
  const t = ord(k.sprog).person
  if (!person?.nummer) return undefined
  if (person.type === 'virksomhed') return `${t.cvr} ${person.nummer}`
  if (heltNummer !== undefined)
    return html`${t.cpr} <strong>${heltNummer.slice(0, 6)}-${heltNummer.slice(6)}</strong> <a class="d-print-none" href="${sideSti(besoeg, valg)}">${t.skjulCpr}</a>`
  return html`${t.cpr} ${person.nummer}${
    maaSeCpr
      ? html` <form method="post" action="${besoegSti(besoeg)}/cpr" class="bb-indlejret d-print-none">${formularfelt(k)}<button type="submit" class="function-link">${t.visCpr}</button></form>`
      : undefined
  }`
}

function mangeldel(k: Arbejdskontekst, { mangler }: Overblikside): Markup | undefined {
  if (mangler.length === 0) return undefined
  const t = ord(k.sprog).mangler
  const dele: Readonly<Record<string, string>> = t.del
  return alert(k.sprog, 'warning', {
    overskrift: t.overskrift,
    indhold: html`${t.lead}<ul>${mangler.map(({ del, aarsag }) => html`<li>${dele[del] ?? del}${aarsag === 'tid' ? ` ${t.tid}` : ''}</li>`)}</ul>`,
  })
}

/** The tabs in a row; on a narrow screen, where nine would fill it, the one that is shown with the others folded under it. */
function fanedel(k: Arbejdskontekst, { besoeg, valg, ting }: Overblikside): Markup {
  const t = ord(k.sprog).faner
  const antal: Partial<Readonly<Record<Fane, number>>> = antalPrFane(ting)
  const navn = (fane: Fane) =>
    html`${t[fane]}${antal[fane] === undefined ? undefined : html` <span class="bb-faneantal">${formatAntal(antal[fane], k.sprog)}</span>`}`
  const sti = (fane: Fane) => sideSti(besoeg, { fane })
  return html`<nav class="bb-faner d-print-none" aria-label="${t.navn}"><ul>${FANER.map((fane, i) =>
    fane === valg.fane
      ? html`<li><a href="${sti(fane)}" aria-current="page" data-tast="${String(i + 1)}" aria-keyshortcuts="${String(i + 1)}">${navn(fane)}</a></li>`
      : html`<li><a href="${sti(fane)}" data-tast="${String(i + 1)}" aria-keyshortcuts="${String(i + 1)}">${navn(fane)}</a></li>`,
  )}</ul></nav>
<nav class="bb-fanevalg d-print-none" aria-label="${t.navn}"><details class="details"><summary class="details-summary"><strong>${navn(valg.fane)}</strong> <span class="bb-meta">${t.skift}</span></summary><ul class="bb-liste">${FANER.filter(
    (fane) => fane !== valg.fane,
  ).map((fane) => html`<li><a href="${sti(fane)}">${navn(fane)}</a></li>`)}</ul></details></nav>`
}

function faneindhold(k: Arbejdskontekst, { side, navnefejl }: Sidevisning): Markup {
  const { fane } = side.valg
  if (fane === 'kontakt') return kontaktdel(k, side)
  if (fane === 'familie') return familiedel(k, side)
  const alle = side.ting.filter(({ art }) => FANEARTER[fane].includes(art)).length
  const antal = (n: number) => formatAntal(n, k.sprog)
  return html`<div class="bb-vaerktoej d-print-none">${filterdel(k, side)}${gemtedel(k, side, navnefejl)}${udtraeksdel(k, side)}</div>
${hasFilter(side.valg) ? html`<p class="bb-meta" role="status">${ord(k.sprog).filter.afAlle(antal(side.valgte.length), antal(alle))} <a class="d-print-none" href="${sideSti(side.besoeg, { fane })}">${ord(k.sprog).filter.nulstil}</a></p>` : undefined}
${side.valgte.length === 0 ? tomdel(k, side) : fane === 'tidslinje' ? tidslinjedel(k, side) : fane === 'borgeren' ? borgerendel(k, side) : listedel(k, side)}`
}

/** Nothing is there: said as what the employee may see, and with what is known of the systems. */
function tomdel(k: Arbejdskontekst, side: Overblikside): Markup {
  const t = ord(k.sprog).liste.intet
  const { fane } = side.valg
  const tekst = side.flere ? t.flere : hasFilter(side.valg) ? t.filter : isListefane(fane) ? t[fane as keyof typeof t] : ''
  return html`<p class="bb-tom"><strong>${tekst}</strong></p>${daekningsdel(k, side)}`
}

function udtraeksdel(k: Arbejdskontekst, { besoeg, valg }: Overblikside): Markup | undefined {
  if (!isListefane(valg.fane)) return undefined
  const t = ord(k.sprog).udtraek
  const sti = (fil: string) =>
    sideSti(besoeg, { ...valg, ting: '', side: 1 }).replace(besoegSti(besoeg), `${besoegSti(besoeg)}/${fil}`)
  return html`<details class="details"><summary class="details-summary">${t.overskrift}</summary><div class="details-text"><p>${t.om}</p>
<p class="bb-knapper"><a class="button button-secondary" href="${sti('udskrift')}">${ikon('print')}${t.udskriv}</a><a href="${sti('udtraek.csv')}">${t.csv}</a><a href="${sti('udtraek.json')}">${t.json}</a></p></div></details>`
}

/** The keys, and the way to turn them off (WCAG 2.1.4); shown by the script, since without it there are none. */
function genvejsdel(k: Arbejdskontekst): Markup {
  const t = ord(k.sprog).taster
  const taster = [
    ['/', t.linje.soeg],
    ['J ↓', t.linje.ned],
    ['K ↑', t.linje.op],
    ['Enter', t.linje.aabn],
    ['Esc', t.linje.luk],
    ['1-9', t.linje.faner],
  ]
  return html`<section class="bb-afsnit bb-genvejslinje d-print-none" id="genveje" aria-labelledby="genveje-navn" hidden><h2 id="genveje-navn" class="h5">${t.overskrift}</h2>
<dl class="bb-gennemgang-taster">${taster.map(([tast, hvad]) => html`<div><dt><kbd>${tast}</kbd></dt><dd>${hvad}</dd></div>`)}</dl>
<p class="bb-gennemgang-valg"><input type="checkbox" id="brug-genveje"> <label for="brug-genveje">${t.taend}</label></p><p class="bb-meta">${t.lead}</p></section>`
}
