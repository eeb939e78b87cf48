import { backLink, html, type Markup, renderSide, type Sidekontekst, STIER } from '#web'
import type { StartsideVisning } from '../visninger.ts'
import { begivenheder } from './begivenheder.ts'
import { mangelbesked, pageHeader } from './dele.ts'
import { ord } from './texts/index.ts'

/** All that is new since the last visit; the start page shows three lines of it. */
export function nytView(k: Sidekontekst, v: Pick<StartsideVisning, 'nyt' | 'mangler'>): Markup {
  const t = ord(k.sprog)
  return renderSide(k, {
    punkt: 'overblik',
    indhold: html`${backLink(STIER.overblik, t.nyt.tilbage)}
${pageHeader(t.nyt.overskrift, t.nyt.lead)}
${mangelbesked(k, v.mangler)}
${v.nyt.linjer.length === 0 ? html`<p>${t.start.intetNyt}</p>` : begivenheder(k, v.nyt.linjer)}`,
  })
}
