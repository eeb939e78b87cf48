import type { CvrNummer } from '#kernel'
import { type Arbejdskontekst, badge, html, type Markup, renderArbejdsside, sidehoved, table } from '#web'
import type { Fagsystemvej } from '../fagsystemvej.ts'
import type { Person } from '../haendelse.ts'
import type { Helbred } from '../helbred.ts'
import type { Driftside } from '../sider.ts'
import { helbredsmaerke, kommunenavn, kortnavn, udfaldsbesked, vejmaerker, ventendeliste } from './dele.ts'
import { driftsmaerke, type Udfald } from './system.view.ts'
import { ord } from './texts/index.ts'

/** All systems and municipalities: what waits for a second person first, then how each does where it is in operation. */
export function driftView(k: Arbejdskontekst, seer: Person, side: Driftside, udfald?: Udfald): Markup {
  const t = ord(k.sprog).drift
  const stiFor = (en: Driftside['ventende'][number]) =>
    en.system ? `/drift/systemer/${en.system.id}` : `/drift/tilslutning/${en.kommune ?? ''}/skridt`
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, side.ventende.length === 0 ? t.ingenVenter : ord(k.sprog).forslag.anden)}
${udfaldsbesked(k, udfald)}
${side.ventende.length > 0 ? html`<section class="bb-afsnit" aria-labelledby="venter"><h2 id="venter" class="h3">${t.venter}</h2>${ventendeliste(k, seer, stiFor, side.ventende)}</section>` : undefined}
<section class="bb-afsnit" aria-labelledby="kort"><h2 id="kort" class="h3">${t.kort}</h2>${kort(k, side)}</section>
<section class="bb-afsnit" aria-labelledby="kommuner"><h2 id="kommuner" class="h3">${t.kommuner}</h2>${kommuner(k, side)}</section>`,
  })
}

/** Systems down, municipalities across; on a phone each system is a block of its own. */
function kort(k: Arbejdskontekst, { systemer, helbred }: Driftside): Markup {
  const t = ord(k.sprog).drift
  if (systemer.length === 0) return html`<p>${t.ingen}</p>`
  const efter = new Map(helbred.map((en) => [`${en.kilde} ${en.kommune}`, en]))
  const alle = [...new Set(systemer.flatMap((vej) => [...vej.aftaler.keys(), ...vej.kommuner.keys()]))].toSorted((a, b) =>
    kommunenavn(a).localeCompare(kommunenavn(b), 'da'),
  )
  return html`<p>${t.kortLead}</p>${table(
    t.kort,
    [
      {
        overskrift: ord(k.sprog).kommune.kolonner.system,
        celle: (vej: Fagsystemvej) =>
          html`<a href="/drift/systemer/${vej.id}">${vej.navn}</a> <span class="bb-roller">${vejmaerker(k, vej)}</span>`,
      },
      ...alle.map((cvr) => ({
        overskrift: kortnavn(cvr),
        celle: (vej: Fagsystemvej) => felt(k, vej, cvr, efter.get(`${vej.id} ${cvr}`)),
      })),
    ],
    systemer,
  )}`
}

const felt = (k: Arbejdskontekst, vej: Fagsystemvej, cvr: CvrNummer, helbred: Helbred | undefined): Markup =>
  html`${driftsmaerke(k, vej, cvr)} ${helbred && vej.kommuner.has(cvr) ? helbredsmaerke(k, helbred.tilstand) : undefined}`

function kommuner(k: Arbejdskontekst, { kommuner: veje }: Driftside): Markup {
  const t = ord(k.sprog).drift
  if (veje.length === 0) return html`<p>${t.ingen}</p>`
  return table(
    t.kommuner,
    [
      { overskrift: t.kommunekolonner.kommune, celle: ({ cvr }) => kommunenavn(cvr) },
      {
        overskrift: t.kommunekolonner.klar,
        celle: ({ klar }) => badge(klar ? 'success' : 'neutral', klar ? t.ja : t.nej),
      },
      {
        overskrift: ord(k.sprog).system.kolonner.aftale,
        celle: ({ databehandleraftale }) =>
          badge(databehandleraftale ? 'success' : 'warning', ord(k.sprog).kommune[databehandleraftale ? 'opfyldt' : 'mangler']),
      },
    ],
    veje,
  )
}
