import type { CvrNummer } from '#kernel'
import {
  type Arbejdskontekst,
  alert,
  badge,
  formular,
  html,
  type Indhold,
  type Markup,
  renderArbejdsside,
  sidehoved,
  stort,
  table,
} from '#web'
import { naesteTrin } from '../fagsystemvej.ts'
import type { Person } from '../haendelse.ts'
import { isOpfyldt, KOMMUNEKRAV, type Kommunekrav } from '../kommunevej.ts'
import type { Kommuneside } from '../sider.ts'
import { VEJ_SAETNINGER } from '../vej.errors.ts'
import { aftalefelter, dag, slagsord, udfaldsbesked, ventendeliste } from './dele.ts'
import { driftsmaerke, type Udfald } from './system.view.ts'
import { ord } from './texts/index.ts'

/** The municipality's own list, and the systems that it can let in. */
export function kommuneView(k: Arbejdskontekst, seer: Person, side: Kommuneside, sti: string, udfald?: Udfald): Markup {
  const t = ord(k.sprog).kommune
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
${udfaldsbesked(k, udfald)}
${side.vej.klar ? alert(k.sprog, 'success', { overskrift: t.klar, indhold: t.klarSiden(dag(k, side.vej.klar)) }) : undefined}
${side.ventende.length > 0 ? html`<section class="bb-afsnit" aria-labelledby="venter"><h2 id="venter" class="h3">${ord(k.sprog).forslag.overskrift}</h2>${ventendeliste(k, seer, () => `${sti}/skridt`, side.ventende)}</section>` : undefined}
<ol class="bb-vej bb-afsnit">${KOMMUNEKRAV.map((krav) => kravdel(k, side, krav, `${sti}/skridt`))}</ol>
${klardel(k, side, `${sti}/skridt`)}
<section class="bb-afsnit" aria-labelledby="systemer"><h2 id="systemer" class="h3">${t.systemer}</h2>${systemer(k, side, seer.cvr)}</section>`,
  })
}

function kravdel(k: Arbejdskontekst, side: Kommuneside, krav: Kommunekrav, sti: string): Markup {
  const t = ord(k.sprog).kommune
  const opfyldt = isOpfyldt(side.vej, side.fakta, krav)
  const aftale = krav === 'databehandleraftale' ? side.vej.databehandleraftale : undefined
  const hvad: Indhold = aftale
    ? ord(k.sprog).system.aftale(dag(k, aftale.underskrevet), aftale.underskriver, aftale.reference)
    : opfyldt
      ? undefined
      : t.krav[krav].mangler
  return html`<li class="${opfyldt ? 'bb-naaet' : 'bb-naeste'}"><span class="bb-vejnr" aria-hidden="true">${KOMMUNEKRAV.indexOf(krav) + 1}</span><div>
  <p class="bb-trin">${t.krav[krav].navn} ${badge(opfyldt ? 'success' : 'warning', opfyldt ? t.opfyldt : t.mangler)}</p>
  ${hvad === undefined ? undefined : html`<p class="bb-meta">${hvad}</p>`}
  ${krav === 'databehandleraftale' && side.maaNotere ? aftaleformular(k, sti, opfyldt) : undefined}</div></li>`
}

function aftaleformular(k: Arbejdskontekst, sti: string, opfyldt: boolean): Markup {
  const t = ord(k.sprog).handling.noterDatabehandleraftale
  const indhold = html`<p>${t.om}</p>${formular(k, sti, { skjult: { type: 'noterDatabehandleraftale' }, felter: aftalefelter(k, 'dba'), knap: t.knap })}`
  return html`<details class="details"${opfyldt ? undefined : html` open`}><summary class="details-summary">${t.overskrift}</summary><div class="details-text">${indhold}</div></details>`
}

function klardel(k: Arbejdskontekst, { klarSpaerret, vej }: Kommuneside, sti: string): Markup | undefined {
  if (vej.klar || klarSpaerret === 'IKKE_DIN_ROLLE' || klarSpaerret === 'FORSLAG_FINDES') return undefined
  const t = ord(k.sprog).handling
  return html`<section class="bb-flade bb-smal"><h2 class="h4">${t.foreslaaKlar.overskrift}</h2>
  ${
    klarSpaerret === true
      ? html`<p>${t.foreslaaKlar.om}</p>${formular(k, sti, { skjult: { type: 'foreslaaKlar' }, knap: t.foreslaaKlar.knap })}`
      : html`<p><strong>${t.venter}.</strong> ${VEJ_SAETNINGER[klarSpaerret][k.sprog]}</p>`
  }</section>`
}

function systemer(k: Arbejdskontekst, { systemer: veje }: Kommuneside, cvr: CvrNummer): Markup {
  const t = ord(k.sprog).kommune
  if (veje.length === 0) return html`<p>${t.ingenSystemer}</p>`
  return html`<p>${t.systemerLead}</p>${table(
    t.systemer,
    [
      { overskrift: t.kolonner.system, celle: (vej) => html`<a href="/kommune/systemer/${vej.id}">${vej.navn}</a>` },
      { overskrift: t.kolonner.slags, celle: (vej) => slagsord(k, vej.slags) },
      { overskrift: t.kolonner.hosJer, celle: (vej) => driftsmaerke(k, vej, cvr) },
      {
        overskrift: t.kolonner.naeste,
        celle: (vej) => {
          if (!vej.aftaler.has(cvr)) return ord(k.sprog).handling.noterAftale.overskrift
          const naeste = naesteTrin(vej)
          return naeste ? stort(ord(k.sprog).trin[naeste].navn) : ''
        },
      },
    ],
    veje,
  )}`
}
