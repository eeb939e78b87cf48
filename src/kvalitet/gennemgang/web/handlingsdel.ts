import type { Uuid } from '#kernel'
import { proposeTekst } from '#kvalitet/titeltjek'
import { type Arbejdskontekst, formatAntal, formularfelt, html, type Indhold, type Markup } from '#web'
import { AARSAGER, HOEJST_TITEL } from '../afgoer.ts'
import type { Aktuel } from '../hent-koe.ts'
import { type Koeadresse, koeSti, STI } from './stier.ts'
import { ord } from './texts/index.ts'

/** What was typed into a form that could not be used, and why. */
export type Tastet = {
  readonly slags: string
  readonly vaerdier: { readonly [navn: string]: string }
  readonly fejl: string
  readonly trods: boolean
}

export type Handlingsvalg = {
  readonly aktuel: Aktuel
  readonly adresse: Koeadresse
  /** The task that the answer leads on to. */
  readonly naeste: Uuid | undefined
  readonly tastet: Tastet | undefined
}

/** What can be done with the title: each a form of its own, so that Enter in a field does what stands beside it. */
export function handlingsdel(k: Arbejdskontekst, valg: Handlingsvalg): Markup {
  const t = ord(k.sprog).handling
  const { opgave } = valg.aktuel
  return html`<section class="bb-gennemgang-svar" aria-labelledby="svar"><h2 id="svar" class="h5">${t.overskrift}</h2>
  ${ensdel(k, valg)}
  ${
    opgave.tilbageholdt
      ? formular(k, valg, 'frigiv', html`<p class="bb-meta">${t.frigivOm}</p>${knap('frigiv', 'f', t.frigiv, 'button-primary')}`)
      : html`${formular(k, valg, 'godkend', html`${knap('godkend', 'g', t.godkend, 'button-primary')}<p class="bb-meta">${t.godkendOm}</p>`)}${retdel(k, valg)}`
  }
  ${afvisdel(k, valg)}
</section>`
}

const knap = (id: string, tast: string, tekst: Indhold, klasse: string): Markup =>
  html`<button type="submit" id="g-${id}" class="button ${klasse}" data-tast="${tast}" aria-keyshortcuts="${tast.toUpperCase()}">${tekst} <kbd aria-hidden="true">${tast.toUpperCase()}</kbd></button>`

function formular(k: Arbejdskontekst, { aktuel, adresse, naeste }: Handlingsvalg, slags: string, indhold: Indhold): Markup {
  const { omraade, enhed, fund, ens } = adresse
  const felter = {
    opgave: aktuel.opgave.opgave_id,
    version: String(aktuel.opgave.version),
    slags,
    naeste,
    omraade,
    enhed,
    fund,
    ens: ens ? String(aktuel.ens) : undefined,
  }
  return html`<form method="post" action="${STI.afgoer}" class="bb-formular">${formularfelt(k)}
  ${Object.entries(felter).map(([navn, vaerdi]) => (vaerdi ? html`<input type="hidden" name="${navn}" value="${vaerdi}">` : undefined))}
  ${indhold}</form>`
}

/** How many others are the same, before anything is decided for them. */
function ensdel(k: Arbejdskontekst, { aktuel, adresse }: Handlingsvalg): Markup | undefined {
  const t = ord(k.sprog).handling
  if (aktuel.ens === 0) return undefined
  const alle = formatAntal(aktuel.ens + 1, k.sprog)
  const sti = koeSti({ ...adresse, opgave: aktuel.opgave.opgave_id, kvittering: undefined, proeve: undefined, ens: !adresse.ens })
  const link = (tekst: string) =>
    html`<a href="${sti}" id="g-ens" data-tast="e" aria-keyshortcuts="E">${tekst}</a> <kbd aria-hidden="true">E</kbd>`
  return adresse.ens
    ? html`<p class="bb-gennemgang-ens"><strong>${t.ensValgt(alle)}</strong> ${link(t.ensFra)}</p>`
    : html`<p class="bb-gennemgang-ens">${t.ensAntal(formatAntal(aktuel.ens, k.sprog))}. ${link(t.ensAlle(alle))}</p>`
}

function retdel(k: Arbejdskontekst, valg: Handlingsvalg): Markup {
  const t = ord(k.sprog).handling
  const { tastet, aktuel } = valg
  const egen = tastet?.slags === 'ret' ? tastet : undefined
  const fejl = egen ? html`<span class="form-error-message" id="ny-titel-error">${egen.fejl}</span>` : undefined
  const forslag = proposeTekst(aktuel.titel, [...aktuel.fund, ...aktuel.stavefejl])
  const beskrevet = egen ? 'ny-titel-hint ny-titel-error' : 'ny-titel-hint'
  return formular(
    k,
    valg,
    'ret',
    html`<div class="form-group${egen ? ' form-error' : ''}"><label class="form-label" for="ny-titel">${t.nyTitel} <kbd aria-hidden="true">R</kbd></label>
    <span class="form-hint" id="ny-titel-hint">${t.nyTitelHjaelp}${forslag && !egen ? html` ${t.forslag}` : undefined}</span>${fejl}
    <input type="text" id="ny-titel" name="titel" class="form-input" value="${egen?.vaerdier['titel'] ?? forslag ?? aktuel.titel}" maxlength="${HOEJST_TITEL}" autocomplete="off" data-tast="r" aria-keyshortcuts="R" aria-describedby="${beskrevet}"${egen ? html` aria-invalid="true"` : undefined}></div>
    ${egen?.trods ? html`<p class="bb-gennemgang-valg"><input type="checkbox" id="trods" name="trods" value="1"> <label for="trods">${t.trods}</label></p>` : undefined}
    <button type="submit" class="button button-secondary">${t.retKnap}</button>`,
  )
}

function afvisdel(k: Arbejdskontekst, valg: Handlingsvalg): Markup {
  const t = ord(k.sprog).handling
  const egen = valg.tastet?.slags === 'afvis' ? valg.tastet : undefined
  const holdt = valg.aktuel.opgave.tilbageholdt
  const punkt = (aarsag: (typeof AARSAGER)[number], nr: number) => {
    const felt = html`<input type="radio" id="aarsag-${aarsag}" name="aarsag" value="${aarsag}" data-nr="${nr + 1}"${egen?.vaerdier['aarsag'] === aarsag ? html` checked` : undefined}>`
    return html`<p class="bb-gennemgang-valg">${felt} <label for="aarsag-${aarsag}">${t.aarsag[aarsag]} <kbd aria-hidden="true">${nr + 1}</kbd></label></p>`
  }
  const indhold = formular(
    k,
    valg,
    'afvis',
    html`<p class="bb-meta">${holdt ? t.beholdOm : t.afvisOm}</p>
    <fieldset class="bb-gennemgang-aarsag"><legend class="form-label">${t.hvorfor}</legend>
    ${egen ? html`<span class="form-error-message" id="aarsag-fejl">${egen.fejl}</span>` : undefined}
    ${AARSAGER.map(punkt)}</fieldset>
    <div class="form-group"><label class="form-label" for="aarsag-tekst">${t.tekst}</label>
    <input type="text" id="aarsag-tekst" name="tekst" class="form-input" value="${egen?.vaerdier['tekst'] ?? ''}" maxlength="200" autocomplete="off"></div>
    <button type="submit" class="button button-secondary">${holdt ? t.behold : t.afvisKnap}</button>`,
  )
  return html`<details class="details" id="g-afvis"${egen ? html` open` : undefined}><summary class="details-summary" data-tast="t" aria-keyshortcuts="T">${holdt ? t.behold : t.afvis} <kbd aria-hidden="true">T</kbd></summary><div class="details-text">${indhold}</div></details>`
}
