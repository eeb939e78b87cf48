import {
  type Arbejdskontekst,
  alert,
  backLink,
  badge,
  errorSummary,
  type Felt,
  factList,
  formatAntal,
  formatTid,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  table,
  tekster,
  textArea,
} from '#web'
import type { Alarmbesoeg } from '../tilsyn.ts'
import { NAESTE, UDFALD, UDFALDSSAETNINGER, type Udfaldsafvisning } from '../udfald.ts'
import { formaalsord } from './formaalsord.ts'
import { besoegsSti, STI } from './stier.ts'
import { hvadord, ord } from './texts/index.ts'

/** What was typed, and why it was not kept. */
export type Vurderingsformular = {
  readonly udfald: string
  readonly naeste: string
  readonly begrundelse: string
  readonly fejl?: Udfaldsafvisning | undefined
}
export const INTET_VURDERET: Vurderingsformular = { udfald: '', naeste: '', begrundelse: '' }

export type Besoegsvisning = { readonly formular: Vurderingsformular; readonly gemt: boolean }

/** One visit: what raised the alarm, what was read in it, what has been said of it, and the judgement. */
export function besoegView(k: Arbejdskontekst, besoeg: Alarmbesoeg, { formular, gemt }: Besoegsvisning): Markup {
  const t = ord(k.sprog).besoeg
  const felter = vurderingsfelter(k, formular)
  return renderArbejdsside(k, {
    indhold: html`${backLink(STI.koe, t.tilbage)}
${sidehoved(t.overskrift, t.lead(besoeg.medarbejder_navn, formatTid(besoeg.begyndt, k.sprog, k.nu)))}
${gemt ? html`<div role="status">${alert(k.sprog, 'success', { indhold: t.gemt })}</div>` : undefined}
${formular.fejl === 'ALLEREDE_AFGJORT' ? alert(k.sprog, 'warning', { overskrift: t.ikkeGemt, indhold: UDFALDSSAETNINGER.ALLEREDE_AFGJORT[k.sprog] }) : errorSummary(k.sprog, felter)}
<section class="bb-afsnit" aria-labelledby="alarmer"><h2 id="alarmer" class="h4">${t.alarmer}</h2>${alarmliste(k, besoeg)}</section>
<section class="bb-afsnit" aria-labelledby="om"><h2 id="om" class="h4">${t.om}</h2>${omBesoeget(k, besoeg)}<p class="bb-meta">${t.borger}</p></section>
<section class="bb-afsnit" aria-labelledby="laest"><h2 id="laest" class="h4">${t.linjer}</h2>${linjetabel(k, besoeg)}</section>
${besoeg.udfald.length > 0 ? vurderinger(k, besoeg) : undefined}
${vurderingsdel(k, besoeg, felter, formular)}`,
  })
}

function alarmliste(k: Arbejdskontekst, { alarmer }: Alarmbesoeg): Markup {
  const t = ord(k.sprog)
  const maerke = { log: 'neutral', koe: 'warning', spoerg: 'error' } as const
  return html`<ul class="bb-liste">${alarmer.map(
    ({ art, alvor, tal }) =>
      html`<li><strong>${t.art[art]}</strong> ${badge(maerke[alvor], t.alvor[alvor])}${tal === null ? undefined : html` <span class="bb-meta">${t.besoeg.antal(formatAntal(tal, k.sprog))}</span>`}</li>`,
  )}</ul>`
}

function omBesoeget(k: Arbejdskontekst, besoeg: Alarmbesoeg): Markup {
  const t = ord(k.sprog).besoeg
  const bekraeftet = besoeg.bekraeftet === null ? t.ikkeBekraeftet : formatTid(besoeg.bekraeftet, k.sprog, k.nu)
  return factList([
    [t.medarbejder, besoeg.medarbejder_navn],
    [t.medarbejderId, besoeg.medarbejder_id],
    [t.begyndt, formatTid(besoeg.begyndt, k.sprog, k.nu)],
    [t.formaal, formaalsord(k.sprog, besoeg.formaal)],
    [t.begrundelse, besoeg.begrundelse],
    [t.bekraeftet, besoeg.skal_bekraeftes ? bekraeftet : undefined],
  ])
}

function linjetabel(k: Arbejdskontekst, { linjer }: Alarmbesoeg): Markup {
  const t = ord(k.sprog).besoeg
  if (linjer.length === 0) return html`<p>${t.ingenLinjer}</p>`
  return table(
    t.linjer,
    [
      { overskrift: t.kolonner.tid, celle: ({ tid }) => formatTid(tid, k.sprog, k.nu) },
      { overskrift: t.kolonner.hvad, celle: ({ hvad }) => hvadord(k.sprog, hvad) },
      { overskrift: t.kolonner.antal, celle: ({ antal }) => formatAntal(antal, k.sprog), tal: true },
      { overskrift: t.kolonner.enhed, celle: ({ enhed }) => enhed ?? '–' },
    ],
    linjer,
  )
}

function vurderinger(k: Arbejdskontekst, { udfald }: Alarmbesoeg): Markup {
  const t = ord(k.sprog)
  return html`<section class="bb-afsnit" aria-labelledby="vurderinger"><h2 id="vurderinger" class="h4">${t.besoeg.vurderinger}</h2><ol class="bb-liste">${udfald.map(
    (led) =>
      html`<li>${badge(led.udfald === 'uberettiget' ? 'error' : 'success', t.udfald[led.udfald])} ${led.naeste === null ? undefined : html`<strong>${t.naeste[led.naeste]}</strong> `}${led.begrundelse} <span class="bb-meta">${t.koe.af(led.af_navn, formatTid(led.tid, k.sprog, k.nu))}</span></li>`,
  )}</ol></section>`
}

type Vurderingsfelter = readonly [udfald: Felt, naeste: Felt, begrundelse: Felt]

function vurderingsfelter(k: Arbejdskontekst, { udfald, naeste, begrundelse, fejl }: Vurderingsformular): Vurderingsfelter {
  const t = ord(k.sprog).besoeg
  const ved = (kode: Udfaldsafvisning) => (fejl === kode ? { fejl: UDFALDSSAETNINGER[kode][k.sprog] } : {})
  return [
    { id: 'udfald', navn: 'udfald', etiket: t.udfald, vaerdi: udfald, ...ved('UDFALD_MANGLER') },
    { id: 'naeste', navn: 'naeste', etiket: t.naeste, hjaelp: t.naesteHjaelp, vaerdi: naeste, ...ved('NAESTE_MANGLER') },
    {
      id: 'begrundelse',
      navn: 'begrundelse',
      etiket: t.hvorfor,
      hjaelp: t.hvorforHjaelp,
      vaerdi: begrundelse,
      ...ved('BEGRUNDELSE_MANGLER'),
    },
  ]
}

function vurderingsdel(
  k: Arbejdskontekst,
  { besoeg_id, udfald: sagt }: Alarmbesoeg,
  [udfald, naeste, begrundelse]: Vurderingsfelter,
  { fejl }: Vurderingsformular,
): Markup {
  const t = ord(k.sprog)
  const felter = html`<form method="post" action="${besoegsSti(besoeg_id)}" class="bb-formular" autocomplete="off">${formularfelt(k)}<input type="hidden" name="foer" value="${String(sagt.length)}">
  ${udfaldsvalg(k, udfald)}
  ${select(k.sprog, naeste, [{ vaerdi: '', tekst: t.besoeg.naesteIngen }, ...NAESTE.map((led) => ({ vaerdi: led, tekst: t.naeste[led] }))])}
  ${textArea(k.sprog, begrundelse, 3)}
  <button type="submit" class="button button-primary">${t.besoeg.gem}</button></form>`
  if (sagt.length > 0 && fejl === undefined)
    return html`<details class="details"><summary class="details-summary">${t.besoeg.vurderIgen}</summary><div class="details-text"><p>${t.besoeg.vurderHjaelp}</p>${felter}</div></details>`
  return html`<section class="bb-afsnit" aria-labelledby="vurder"><h2 id="vurder" class="h4">${sagt.length > 0 ? t.besoeg.vurderIgen : t.besoeg.vurder}</h2><p>${t.besoeg.vurderHjaelp}</p>${felter}</section>`
}

/** Three choices, each with what it means. */
function udfaldsvalg(k: Arbejdskontekst, felt: Felt): Markup {
  const t = ord(k.sprog)
  return html`<div class="form-group${felt.fejl ? ' form-error' : ''}"><fieldset${felt.fejl ? html` aria-describedby="udfald-error"` : undefined}><legend class="form-label">${felt.etiket}</legend>
  ${felt.fejl ? html`<span class="form-error-message" id="udfald-error"><span class="sr-only">${tekster(k.sprog).fejl.felt}: </span>${felt.fejl}</span>` : undefined}
  ${UDFALD.map((led, i) => {
    const id = i === 0 ? felt.id : `${felt.id}-${i + 1}`
    return html`<div class="form-group-radio"><input type="radio" id="${id}" name="udfald" class="form-radio" value="${led}"${felt.vaerdi === led ? html` checked` : undefined}><label for="${id}">${t.udfald[led]}. <span class="bb-meta">${t.udfaldOm[led]}</span></label></div>`
  })}</fieldset></div>`
}
