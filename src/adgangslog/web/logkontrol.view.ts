import {
  aktivSti,
  formatAntal,
  formatTid,
  html,
  type Kolonne,
  type Markup,
  renderSide,
  type Sidekontekst,
  type Sprog,
  table,
  textArea,
} from '#web'
import type { Vidnevisning } from '../vidne/laes.ts'
import { logkontrolDa } from './texts/da.ts'
import { logkontrolEn } from './texts/en.ts'

const TEKSTER: { readonly [S in Sprog]: typeof logkontrolEn } = { da: logkontrolDa, en: logkontrolEn }

/**
 * Where anybody checks a file that was taken home. All is done by the script in the browser; without it the page says how a program does it. The form
 * has no address: nothing of it is sent.
 */
export function logkontrolView(k: Sidekontekst, noegle: string, vidner: readonly Vidnevisning[]): Markup {
  const t = TEKSTER[k.sprog]
  return renderSide(k, {
    indhold: html`<div class="bb-sidehoved"><h1>${t.overskrift}</h1><p class="font-lead">${t.lead}</p></div>
<noscript><div class="alert alert-info"><div class="alert-body"><p class="alert-text">${t.udenScript}</p></div></div></noscript>
<form id="logkontrol" class="bb-formular bb-bred" hidden ${udfaldsord(k.sprog)}>
  ${filfelt('fil', t.fil, t.filHjaelp)}
  ${filfelt('foer', t.foer, t.foerHjaelp)}
  <details class="details"><summary class="details-summary">${t.andetsteds}</summary><div class="details-text">
  ${textArea(k.sprog, { id: 'noegle', navn: 'noegle', etiket: t.noegle, hjaelp: t.noegleHjaelp, vaerdi: noegle }, 2)}
  ${textArea(k.sprog, { id: 'vidnekontrolpunkt', navn: 'vidnekontrolpunkt', etiket: t.vidnekontrolpunkt, hjaelp: t.vidnekontrolpunktHjaelp, vaerdi: '' }, 5)}
  ${textArea(k.sprog, { id: 'vidnenoegler', navn: 'vidnenoegler', etiket: t.vidnenoegler, hjaelp: t.vidnenoeglerHjaelp, vaerdi: vidner.map((vidne) => vidne.noegle).join('\n') }, 2)}
  </div></details>
  <button type="submit" class="button button-primary">${t.knap}</button>
</form>
<div id="udfald" class="bb-afsnit" role="status" tabindex="-1"></div>
${vidneafsnit(k, vidner)}
<section class="bb-afsnit" aria-labelledby="kanIkke"><h2 id="kanIkke" class="h3">${t.kanIkke.overskrift}</h2><ul>${t.kanIkke.punkter.map((punkt) => html`<li>${punkt}</li>`)}</ul></section>
<section class="bb-afsnit" aria-labelledby="program"><h2 id="program" class="h3">${t.program.overskrift}</h2><p>${t.program.tekst}</p>
<pre class="bb-kode" tabindex="0"><code>borgerblikket adgangslog verify --udtraek hvem-har-set.json --noegle '${noegle}'${vidner.map((vidne) => ` --vidne '${vidne.noegle}'`)}</code></pre>
<pre class="bb-kode" tabindex="0"><code>borgerblikket adgangslog verify --udtraek hvem-har-set.json --foer hvem-har-set-foer.json --noegle '${noegle}'</code></pre></section>
<script type="module" src="${aktivSti('logkontrol.js')}"></script>`,
  })
}

/** Who signs the log besides those who run it, as anybody may know. */
function vidneafsnit({ sprog, nu }: Sidekontekst, vidner: readonly Vidnevisning[]): Markup {
  const t = TEKSTER[sprog].vidner
  const kolonner: readonly Kolonne<Vidnevisning>[] = [
    { overskrift: t.vidne, celle: ({ noegle }) => noegle.split('+', 1)[0] },
    { overskrift: t.senest, celle: ({ sidst }) => (sidst ? formatTid(sidst.tid, sprog, nu) : t.aldrig) },
    { overskrift: t.linjer, tal: true, celle: ({ sidst }) => formatAntal(sidst?.antal ?? 0, sprog) },
    { overskrift: t.noegle, celle: ({ noegle }) => html`<code class="bb-id">${noegle}</code>` },
  ]
  return html`<section class="bb-afsnit" aria-labelledby="vidner"><h2 id="vidner" class="h3">${t.overskrift}</h2>
${vidner.length === 0 ? html`<p>${t.ingen}</p>` : html`<p>${t.tekst}</p>${table(t.overskrift, kolonner, vidner)}`}</section>`
}

const filfelt = (id: string, etiket: string, hjaelp: string): Markup => html`<div class="form-group">
  <label class="form-label" for="${id}">${etiket}</label><span class="form-hint" id="${id}-hint">${hjaelp}</span>
  <input type="file" id="${id}" name="${id}" accept="application/json,.json" aria-describedby="${id}-hint">
</div>`

/** What the script says of what it finds, in the reader's language. */
function udfaldsord(sprog: Sprog): Markup {
  const u = TEKSTER[sprog].udfald
  return html`data-beviste="${u.beviste}" data-forkerte="${u.forkerte}" data-fremmede="${u.fremmede}" data-udaekkede="${u.udaekkede}" data-ingen-vidner="${u.ingenVidner}"
  data-vidnenoegle-ugyldig="${u.vidnenoegleUgyldig}" data-kontrolpunkt-ugyldigt="${u.kontrolpunktUgyldigt}" data-vidne-mangler="${u.vidneMangler}"
  data-vidne-uenig="${u.vidneUenig}" data-vidne-enig="${u.vidneEnig}" data-vidne-daekker="${u.vidneDaekker}" data-ingen-foer="${u.ingenFoer}" data-foer-ugyldig="${u.foerUgyldig}"
  data-foer-forkert="${u.foerForkert}" data-foer-uenig="${u.foerUenig}" data-foer-udvalg="${u.foerUdvalg}" data-foer-mangler="${u.foerMangler}"
  data-foer-hel="${u.foerHel}" data-ingen-krypto="${u.ingenKrypto}" data-noegle-ugyldig="${u.noegleUgyldig}" data-fil-ugyldig="${u.filUgyldig}" data-fejl="${u.fejl}"`
}
