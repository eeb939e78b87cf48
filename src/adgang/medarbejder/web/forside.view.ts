import { type Arbejdskontekst, arbejdstekster, badge, factList, html, type Markup, punktkort, renderArbejdsside } from '#web'
import type { Kendt } from '../kendt.ts'
import type { Rolle } from '../medarbejder.ts'
import { medbragtView } from './medbragt.view.ts'

/** What one can do here, and as whom. */
export function forsideView(k: Arbejdskontekst, { medarbejder, organisation, fund }: Kendt, egne: readonly Rolle[]): Markup {
  const t = arbejdstekster(k.sprog)
  const maalgruppe = k.maalgruppe ?? 'kommune'
  return renderArbejdsside(k, {
    indhold: html`<div class="bb-sidehoved"><h1>${t.forside.overskrift[maalgruppe]}</h1>
<p class="font-lead">${t.forside.indledning[maalgruppe]}</p></div>
<div class="bb-sag"><section aria-labelledby="opgaver"><h2 id="opgaver" class="h3">${t.forside.opgaver}</h2>
${k.punkter.length > 0 ? punktkort(k) : html`<p>${t.forside.ingen}</p>`}</section>
<div class="bb-rand"><section class="bb-flade bb-graa" aria-labelledby="roller"><h2 id="roller">${t.forside.roller}</h2>
<p class="bb-roller">${egne.map((rolle) => badge('info', t.roller[rolle]))}</p>
${factList([
  [t.fakta.organisation, organisation],
  [t.fakta.cvr, medarbejder.cvr],
  [t.fakta.id, html`<code class="bb-id">${medarbejder.id}</code>`],
])}
<p class="bb-meta">${t.forside.rollerHjaelp}</p>
${medbragtView(k, fund)}</section></div></div>`,
  })
}
