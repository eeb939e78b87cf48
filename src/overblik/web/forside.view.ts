import { html, type Ikonnavn, ikon, type Markup, renderSide, type Sidekontekst, STIER, tekster } from '#web'
import { sidetekster } from './tekstsider.view.ts'

const IKONER: readonly Ikonnavn[] = ['folder-open', 'payments', 'visibility']

/** Before logging in: what this is, what can be seen, and what cannot. */
export function forsideView(k: Sidekontekst): Markup {
  const t = sidetekster(k.sprog).forside
  return renderSide(k, {
    indhold: html`
<div class="bb-velkomst"><div>
  <h1>${t.titel}</h1>
  <p class="font-lead">${t.lead}</p>
</div><div class="bb-flade bb-login">
  <p>${t.login}</p>
  <p><a class="button button-primary" href="${STIER.logInd}">${ikon('lock')}${tekster(k.sprog).logInd}</a></p>
  <p class="bb-meta">${t.udlogning}</p>
</div></div>
<section aria-labelledby="viser"><h2 id="viser">${t.viser}</h2>
<ul class="bb-liste bb-grunde">${t.grunde.map(({ titel, tekst }, i) => html`<li>${ikon(IKONER[i] ?? 'info')}<h3>${titel}</h3><p>${tekst}</p></li>`)}</ul></section>
<section class="bb-afsnit" aria-labelledby="viser-ikke"><h2 id="viser-ikke">${t.viserIkke}</h2>
<ul>${t.ikke.map((linje) => html`<li>${linje}</li>`)}</ul>
<p>${t.under15}</p></section>`,
  })
}
