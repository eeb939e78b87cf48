import { type Arbejdskontekst, arbejdstekster, factList, html, type Markup } from '#web'
import type { Kendt } from '../kendt.ts'
import { medbragtView } from './medbragt.view.ts'

/** Whom to ask for a role, and what to tell them: the id is the one that roles are given to. */
export function hvemDuEr(k: Arbejdskontekst, { medarbejder, organisation, fund }: Kendt): Markup {
  const t = arbejdstekster(k.sprog)
  const roller = medarbejder.roller.map((rolle) => t.roller[rolle]).join(', ')
  return html`<h2 class="h4">${t.hvemGiver.overskrift}</h2><p>${t.hvemGiver[k.maalgruppe ?? 'drift']}</p>
  ${factList([
    [t.fakta.navn, medarbejder.navn],
    [t.fakta.organisation, organisation],
    [t.fakta.cvr, medarbejder.cvr],
    [t.fakta.id, html`<code class="bb-id">${medarbejder.id}</code>`],
    [t.fakta.roller, roller || t.ingenRoller],
  ])}${medbragtView(k, fund)}`
}
