import type { Uuid } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import { FUNDKODER } from '#kvalitet/titeltjek'
import {
  type Arbejdskontekst,
  aktivSti,
  alert,
  badge,
  formatAntal,
  formatTid,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  table,
} from '#web'
import { GENNEMGANG_SAETNINGER, type Gennemgangsafvisning } from '../gennemgang.errors.ts'
import type { Koeside } from '../hent-koe.ts'
import type { OpgaveRaekke, TalRaekke } from '../koe.sql.ts'
import { minutesLeft } from '../tid-tilbage.ts'
import { handlingsdel, type Tastet } from './handlingsdel.ts'
import { type Koeadresse, koeSti, STI } from './stier.ts'
import { fundord, ord } from './texts/index.ts'
import { emneord, enhedsord, funddel, titeldel } from './titeldel.ts'

export type Koevisning = {
  readonly side: Koeside
  readonly adresse: Koeadresse
  readonly harRet: boolean
  /** May see how the units are doing. */
  readonly leder: boolean
  readonly afvisning: Gennemgangsafvisning | undefined
  readonly tastet: Tastet | undefined
}

/** The review: the title and what can be done with it, beside the queue. */
export function koeView(k: Arbejdskontekst, visning: Koevisning): Markup {
  const t = ord(k.sprog).koe
  const { side } = visning
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
<div id="kvittering" role="status">${beskeder(k, visning)}</div>
${
  visning.harRet
    ? html`<div class="bb-gennemgang">${arbejdsdel(k, visning)}${listedel(k, visning)}</div>
${fremdriftsdel(k, side)}${genvejsdel(k)}<script src="${aktivSti('gennemgang.js')}" defer></script>`
    : alert(k.sprog, 'info', { indhold: t.ingenRet })
}
${visning.leder ? html`<p class="bb-afsnit"><a href="${STI.overblik}">${ord(k.sprog).punkt.overblik.navn}</a></p>` : undefined}`,
  })
}

function arbejdsdel(k: Arbejdskontekst, { side: { aktuel, koe }, adresse, tastet }: Koevisning): Markup {
  const t = ord(k.sprog).koe
  if (!aktuel) {
    const filtreret = adresse.omraade ?? adresse.enhed ?? adresse.fund
    return html`<div class="bb-gennemgang-ting"><p>${filtreret ? t.tomtFilter : t.tom}</p>${filtreret ? html`<p><a href="${STI.koe}">${t.nulstil}</a></p>` : undefined}</div>`
  }
  const naeste = nextAfter(koe, aktuel.opgave.opgave_id)
  return html`${titeldel(k, aktuel)}
<div class="bb-gennemgang-hoejre">${funddel(k, aktuel)}${handlingsdel(k, { aktuel, adresse, naeste, tastet })}
${naeste ? html`<p><a href="${koeSti({ ...adresse, opgave: naeste, kvittering: undefined, proeve: undefined, ens: false })}" id="g-spring" data-tast="j" aria-keyshortcuts="J">${t.naeste}</a> <kbd aria-hidden="true">J</kbd></p>` : undefined}</div>`
}

/** The one below in the queue, round to the top. */
function nextAfter(koe: readonly OpgaveRaekke[], id: Uuid): Uuid | undefined {
  const sted = koe.findIndex(({ opgave_id }) => opgave_id === id)
  const naeste = koe[sted + 1] ?? koe[0]
  return naeste?.opgave_id === id ? undefined : naeste?.opgave_id
}

function listedel(k: Arbejdskontekst, { side: { koe, aktuel, tal }, adresse }: Koevisning): Markup {
  const t = ord(k.sprog).koe
  const venter = tal.reduce((sum, led) => sum + led.venter, 0)
  const punkt = (opgave: OpgaveRaekke) => {
    const her = opgave.opgave_id === aktuel?.opgave.opgave_id
    const foerste = opgave.fund[0]
    const om = html`<span class="bb-gennemgang-hvad">${foerste === undefined ? t.grund[opgave.grund] : fundord(k.sprog, foerste)}</span>
      <span class="bb-meta">${ord(k.sprog).art[opgave.art]} · ${emneord(k, opgave.kle)}${opgave.egen ? html` · <strong>${t.egen}</strong>` : undefined}</span>`
    const sti = koeSti({ ...adresse, opgave: opgave.opgave_id, kvittering: undefined, proeve: undefined, ens: false })
    return her
      ? html`<li class="bb-aktuel"><a href="${sti}" aria-current="true">${om} ${badge('info', t.nu)}</a></li>`
      : html`<li><a href="${sti}">${om}</a></li>`
  }
  return html`<section class="bb-gennemgang-liste" aria-labelledby="koe"><h2 id="koe" class="h5">${t.liste}: ${t.venter(formatAntal(venter, k.sprog))}</h2>
  ${filterdel(k, tal, adresse)}
  ${koe.length > 0 ? html`<ol class="bb-liste">${koe.map(punkt)}</ol>` : undefined}
  ${venter > koe.length ? html`<p class="bb-meta">${t.flere}</p>` : undefined}</section>`
}

function filterdel(k: Arbejdskontekst, tal: readonly TalRaekke[], { omraade, enhed, fund }: Koeadresse): Markup {
  const t = ord(k.sprog).koe
  const felt = (navn: string, etiket: string, vaerdi: string | undefined) => ({
    id: `vis-${navn}`,
    navn,
    etiket,
    vaerdi: vaerdi ?? '',
  })
  const omraader = new Set<string>(tal.map((led) => led.omraade))
  const enheder = new Map(tal.map((led) => [led.enhed, enhedsord(k, led.enhedsnavn)]))
  const valgt = omraade ?? enhed ?? fund
  return html`<details class="details"${valgt ? html` open` : undefined}><summary class="details-summary">${t.filter}</summary><div class="details-text">
  <form method="get" action="${STI.koe}" class="bb-formular">
  ${select(k.sprog, felt('omraade', t.omraade, omraade), [{ vaerdi: '', tekst: t.alleOmraader }, ...LIVSOMRAADER.filter(({ noegle }) => omraader.has(noegle)).map(({ noegle, navn }) => ({ vaerdi: noegle, tekst: navn[k.sprog] }))])}
  ${select(k.sprog, felt('enhed', t.enhed, enhed), [{ vaerdi: '', tekst: t.alleEnheder }, ...[...enheder].filter(([id]) => id !== '').map(([id, navn]) => ({ vaerdi: id, tekst: navn }))])}
  ${select(k.sprog, felt('fund', t.fund, fund), [{ vaerdi: '', tekst: t.alleFund }, ...FUNDKODER.map((kode) => ({ vaerdi: kode, tekst: fundord(k.sprog, kode) }))])}
  <button type="submit" class="button button-secondary">${t.anvend}</button></form></div></details>`
}

/** What the last step came to, with the way back; and what became of a title that was asked for and cannot be shown. */
function beskeder(k: Arbejdskontekst, { side: { seneste, optaget }, adresse, afvisning, tastet }: Koevisning): Markup {
  const t = ord(k.sprog).kvittering
  const naegtet = tastet ? undefined : (afvisning ?? optaget)
  const hvem =
    naegtet === 'ALLEREDE_AFGJORT' && seneste ? t.afgjortAf(seneste.medarbejder_navn, formatTid(seneste.tid, k.sprog, k.nu)) : ''
  return html`${naegtet ? alert(k.sprog, naegtet === 'TAGET' ? 'info' : 'warning', { overskrift: t.ikkeGemt, indhold: html`${GENNEMGANG_SAETNINGER[naegtet][k.sprog]} ${hvem}` }) : undefined}
${adresse.proeve ? alert(k.sprog, adresse.proeve === 'fundet' ? 'success' : 'warning', { overskrift: t.proeve, indhold: adresse.proeve === 'fundet' ? t.proeveFundet : t.proeveIkke }) : undefined}
${!naegtet && seneste && adresse.kvittering ? alert(k.sprog, 'success', { indhold: kvittering(k, adresse, seneste) }) : undefined}`
}

function kvittering(
  k: Arbejdskontekst,
  { omraade, enhed, fund, kvittering: opgave }: Koeadresse,
  seneste: NonNullable<Koeside['seneste']>,
): Markup {
  const t = ord(k.sprog).kvittering
  const felter = { slags: 'fortryd', opgave, version: String(seneste.nr), omraade, enhed, fund }
  const kanFortrydes = seneste.slags !== 'fortryd'
  return html`<div class="bb-gennemgang-kvittering"><span>${t[seneste.slags](formatAntal(seneste.antal, k.sprog))}</span>${
    kanFortrydes
      ? html`<form method="post" action="${STI.afgoer}">${formularfelt(k)}${Object.entries(felter).map(([navn, vaerdi]) => (vaerdi ? html`<input type="hidden" name="${navn}" value="${vaerdi}">` : undefined))}
  <button type="submit" class="function-link" id="g-fortryd" data-tast="z" aria-keyshortcuts="Z">${t.fortrydKnap} <kbd aria-hidden="true">Z</kbd></button></form>`
      : undefined
  }</div>`
}

function fremdriftsdel(k: Arbejdskontekst, { tal, tempo }: Koeside): Markup | undefined {
  const t = ord(k.sprog).koe
  const enheder = [...Map.groupBy(tal, ({ enhed }) => enhed).values()].map((led) => ({
    navn: enhedsord(k, led[0]?.enhedsnavn ?? ''),
    venter: led.reduce((sum, et) => sum + et.venter, 0),
    minutter: minutesLeft(
      led.reduce((sum, et) => sum + et.venter, 0),
      tempo.get(led[0]?.enhed ?? ''),
      tempo.get(null),
    ),
  }))
  if (enheder.length === 0) return undefined
  return html`<section class="bb-afsnit" aria-labelledby="fremdrift"><h2 id="fremdrift" class="h4">${t.fremdrift}</h2>${table(
    t.fremdrift,
    [
      { overskrift: t.enhed, celle: ({ navn }) => navn },
      { overskrift: t.antal, celle: ({ venter }) => formatAntal(venter, k.sprog), tal: true },
      { overskrift: t.tidTilbage, celle: ({ minutter }) => (minutter === undefined ? t.tidUkendt : t.tid(minutter)) },
    ],
    enheder,
  )}</section>`
}

/** The keys, and the way to turn them off (WCAG 2.1.4); shown by the script, since without it there are none. */
function genvejsdel(k: Arbejdskontekst): Markup {
  const t = ord(k.sprog).genveje
  const taster = [
    ['G', t.taster.godkend],
    ['R', t.taster.ret],
    ['T', t.taster.afvis],
    ['F', t.taster.frigiv],
    ['Z', t.taster.fortryd],
    ['J', t.taster.spring],
    ['E', t.taster.ens],
    ['Esc', t.taster.esc],
  ]
  return html`<section class="bb-afsnit d-print-none" id="genveje" aria-labelledby="genveje-navn" hidden><h2 id="genveje-navn" class="h4">${t.overskrift}</h2><p>${t.lead}</p>
<p class="bb-gennemgang-valg"><input type="checkbox" id="brug-genveje"> <label for="brug-genveje">${t.taend}</label></p>
<dl class="bb-gennemgang-taster">${taster.map(([tast, hvad]) => html`<div><dt><kbd>${tast}</kbd></dt><dd>${hvad}</dd></div>`)}</dl></section>`
}
