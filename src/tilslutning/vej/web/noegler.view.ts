import { type Arbejdskontekst, alert, factList, html, type Krumme, type Markup, renderArbejdsside } from '#web'
import { ord } from './texts/index.ts'

/** The page that shows a secret, once: it is the answer to the form, and stands at no address of its own. */
export function noeglerView(
  k: Arbejdskontekst,
  { klientId, hemmelighed, origin }: { readonly klientId: string; readonly hemmelighed: string; readonly origin: string },
  krummer: readonly Krumme[],
  sti: string,
): Markup {
  const t = ord(k.sprog).noegler
  return renderArbejdsside(k, {
    krummer: [...krummer, { tekst: t.overskrift }],
    indhold: html`<h1>${t.overskrift}</h1>
${alert(k.sprog, 'warning', { indhold: t.tekst })}
${factList([
  [ord(k.sprog).system.klientId, html`<code class="bb-id">${klientId}</code>`],
  [t.hemmelighed, html`<code class="bb-id">${hemmelighed}</code>`],
])}
<h2 class="h4">${t.saadan}</h2>
<pre class="bb-kode"><code>curl -sS ${origin}/api/v1/token -u '${klientId}' -d grant_type=client_credentials</code></pre>
<p class="bb-knapper"><a class="button button-primary" href="${sti}">${t.tilbage}</a></p>`,
  })
}
