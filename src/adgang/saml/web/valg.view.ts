import { ARBEJDSSTIER, type Arbejdskontekst, html, type Markup, renderArbejdsside, type Sprog } from '#web'
import type { Udbyder } from '../udbyder.ts'
import { type Samltekster, samlDa } from './texts/saml.da.ts'
import { samlEn } from './texts/saml.en.ts'

export const samltekster = (sprog: Sprog): Samltekster => (sprog === 'da' ? samlDa : samlEn)

/** The name that stands for the broker where a way in is chosen. */
export const MITID = 'mitid'

const loginsti = (retursti: string, udbyder: string): string =>
  `${ARBEJDSSTIER.logInd}?${new URLSearchParams({ udbyder, til: retursti })}`

type Valg = readonly Pick<Udbyder, 'noegle' | 'navn'>[]

/** More than these are a list to look through, not buttons to choose between. */
const FAA = 6

const knapper = (t: Samltekster, udbydere: Valg, retursti: string): Markup =>
  html`<ul class="nobullet-list" aria-labelledby="arbejdspladser">${udbydere.map(
    ({ noegle, navn }) =>
      html`<li><a class="button button-primary" href="${loginsti(retursti, noegle)}">${t.logIndHos(navn)}</a></li>`,
  )}</ul>`

const links = (udbydere: Valg, retursti: string): Markup =>
  html`<ul aria-labelledby="arbejdspladser">${udbydere.map(
    ({ noegle, navn }) => html`<li><a href="${loginsti(retursti, noegle)}">${navn}</a></li>`,
  )}</ul>`

/** The ways in: the organisations with a login of their own, and MitID Erhverv for the others. Links, so that nothing but a click is needed. */
export function valgView(k: Arbejdskontekst, udbydere: readonly Pick<Udbyder, 'noegle' | 'navn'>[], retursti: string): Markup {
  const t = samltekster(k.sprog)
  const efterNavn = [...udbydere].sort((a, b) => a.navn.localeCompare(b.navn, 'da'))
  return renderArbejdsside(k, {
    indhold: html`<div class="bb-smal">
<h1>${t.titel}</h1>
<p class="font-lead">${t.indledning}</p>
<h2 class="h4" id="arbejdspladser">${t.arbejdspladser}</h2>
${efterNavn.length <= FAA ? knapper(t, efterNavn, retursti) : links(efterNavn, retursti)}
<h2 class="h4">${t.anden}</h2>
<p>${t.andenHjaelp}</p>
<p class="bb-knapper"><a class="button button-secondary" href="${loginsti(retursti, MITID)}">${t.mitid}</a></p>
</div>`,
  })
}
