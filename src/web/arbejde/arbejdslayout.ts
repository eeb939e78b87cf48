import { aktivSti } from '../assets/aktiver.ts'
import { postKnap } from '../components/formular.ts'
import { ikon } from '../components/ikon.ts'
import { breadcrumbs, type Krumme } from '../components/navigation.ts'
import { html, type Indhold, type Markup } from '../html.ts'
import { hoved, type Loginliv, livAttributter, udloebsdialog, udloebslinje } from '../skal.ts'
import { withSprog } from '../sprog.ts'
import { STIER } from '../stier.ts'
import { arbejdstekster, tekster } from '../texts/index.ts'
import type { Arbejdsbruger, Arbejdskontekst } from './arbejdskontekst.ts'
import { hovedmenu, punktmenu, punktnavn, undermenu } from './arbejdsmenu.ts'
import { ARBEJDSSTIER, startsti } from './arbejdsstier.ts'

export type Arbejdsside = {
  readonly krummer?: readonly Krumme[]
  /** The page is asked for again after so many seconds, where there is no script to do it; before all else, since the first such line counts. */
  readonly opdater?: number | undefined
  /** What the tab says of the page, where its point of the menu says too little; never a citizen's name, which whoever passes by can read. */
  readonly fane?: string
  readonly indhold: Indhold
}

/** A whole page for somebody at work: the shell around `side`, without the quick way out, which is for citizens who are watched at home. */
export const renderArbejdsside = (k: Arbejdskontekst, side: Arbejdsside): Markup => {
  const liv = livFor(k)
  return html`<!doctype html>
<html lang="${k.sprog}">
<head>${side.opdater ? html`<noscript><meta http-equiv="refresh" content="${String(side.opdater)}"></noscript>` : undefined}${hoved(k.sprog, liv, fanenavn(k, side))}</head>
<body class="bb-arbejde"${livAttributter(liv)}>
<a class="skipnav" href="#indhold">${tekster(k.sprog).gaaTilIndhold}</a>
${header(k)}
<main id="indhold" class="container page-container bb-side" tabindex="-1">
${liv ? udloebslinje(liv) : undefined}
${side.krummer ? breadcrumbs(k.sprog, side.krummer) : undefined}
${side.indhold}
</main>
${footer(k)}
${liv ? udloebsdialog(liv) : undefined}
</body>
</html>`
}

const fanenavn = (k: Arbejdskontekst, side: Arbejdsside): string =>
  [side.fane ?? punktnavn(k), k.kendetegn].filter(Boolean).join(', ')

/** The field that every form on a page for people at work must have; a form without it is refused. */
export const formularfelt = ({ formular }: Pick<Arbejdskontekst, 'formular'>): Markup =>
  html`<input type="hidden" name="${FORMULARFELT}" value="${formular}">`

/** The name of that field. */
export const FORMULARFELT = '_formular'

const livFor = (k: Arbejdskontekst): Loginliv | undefined =>
  k.medarbejder && {
    sprog: k.sprog,
    nu: k.nu,
    sti: k.sti,
    udloeber: k.medarbejder.udloeber,
    stier: ARBEJDSSTIER,
    kanal: 'borgerblikket-arbejde',
  }

function header(k: Arbejdskontekst): Markup {
  const t = arbejdstekster(k.sprog)
  return html`<header class="header">
  <div class="portal-info"><div class="portal-info-inner container">
    <a class="bb-navnetraek" href="${startsti(k.maalgruppe)}" aria-label="${t.tilForsiden}"><img src="${aktivSti('maerke.svg')}" alt="" width="32" height="32">${tekster(k.sprog).tjeneste}</a>
    ${k.maalgruppe ? html`<span class="bb-kommune">${t.navn[k.maalgruppe]}</span>` : undefined}
    ${k.demo ? html`<span class="badge badge-warning">${tekster(k.sprog).test}</span>` : undefined}
    <div class="portal-user">${brugerdel(k)}</div>
    <details class="bb-mobilmenu d-print-none"><summary>${ikon('menu')}${t.menu}</summary><div class="bb-mobilpanel">
      ${k.harRolle ? html`<nav aria-label="${t.hovedmenu}"><ul>${punktmenu(k)}</ul></nav>` : undefined}
      ${brugerdel(k)}
    </div></details>
  </div></div>
  ${
    k.harRolle
      ? html`<div class="navigation-menu d-print-none"><div class="navigation-menu-inner container"><nav class="nav" aria-label="${t.hovedmenu}"><ul class="mainmenu">${hovedmenu(k)}</ul></nav></div></div>`
      : undefined
  }
  ${k.harRolle ? undermenu(k) : undefined}
</header>`
}

function brugerdel(k: Arbejdskontekst): Markup {
  const andet = k.sprog === 'da' ? 'en' : 'da'
  return html`<a class="function-link bb-sprog" href="${withSprog(k.sti, andet)}" lang="${andet}" hreflang="${andet}">${ikon('language')}${tekster(k.sprog).skiftSprog}</a>
    ${k.medarbejder ? hvem(k, k.medarbejder) : undefined}`
}

function hvem(k: Arbejdskontekst, { navn, organisation }: Arbejdsbruger): Markup {
  const t = arbejdstekster(k.sprog)
  return html`<p class="user"><span class="sr-only">${t.bruger} </span>${navn}<span class="bb-organisation"><span class="sr-only"> ${t.paaVegneAf} </span>${organisation}</span></p>
    ${k.andre.map((en) => html`<a class="function-link" href="${startsti(en)}">${t.navn[en]}</a>`)}
    ${postKnap(ARBEJDSSTIER.logUd, { tekst: [ikon('lock'), t.logUd], klasse: 'function-link' })}`
}

function footer(k: Arbejdskontekst): Markup {
  const t = arbejdstekster(k.sprog)
  return html`<footer><div class="footer"><div class="container bb-fod">
  <div><p class="bold">${tekster(k.sprog).tjeneste}</p><p>${t.fod}</p>${k.demo ? html`<p>${tekster(k.sprog).testForklaring}</p>` : undefined}</div>
  <p class="d-print-none"><a class="function-link" href="${STIER.forside}">${t.fodLink}</a></p>
</div></div></footer>`
}
