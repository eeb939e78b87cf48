import { aktivSti } from './assets/aktiver.ts'
import { postKnap } from './components/formular.ts'
import { ikon } from './components/ikon.ts'
import { breadcrumbs, type Krumme } from './components/navigation.ts'
import { html, type Indhold, type Markup } from './html.ts'
import type { Repraesenteret, Sidekontekst } from './sidekontekst.ts'
import { hoved, type Loginliv, livAttributter, udloebsdialog, udloebslinje } from './skal.ts'
import { withSprog } from './sprog.ts'
import { NEUTRALT_STED, STIER } from './stier.ts'
import { type Tekster, tekster } from './texts/index.ts'

export type Menupunkt = keyof Tekster['punkter']

export type Side = {
  /** The point of the main menu that this page stands under. */
  readonly punkt?: Menupunkt
  readonly krummer?: readonly Krumme[]
  readonly indhold: Indhold
}

/** A whole page: the shell around `side`. The title is the service's name alone, for those whose screen somebody else can see. */
export const renderSide = (k: Sidekontekst, side: Side): Markup => {
  const liv = livFor(k)
  return html`<!doctype html>
<html lang="${k.sprog}">
<head>${hoved(k.sprog, liv)}</head>
<body${livAttributter(liv)}>
<a class="skipnav" href="#indhold">${tekster(k.sprog).gaaTilIndhold}</a>
${k.fremvisning ? html`<section class="bb-bjaelke bb-fremvisning" aria-label="${tekster(k.sprog).fremvisning}"><div class="container">${k.fremvisning}</div></section>` : undefined}
${header(k, side)}
${k.vedroerer ? bjaelke(k, k.vedroerer) : undefined}
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

/** The citizen's login as the shell tells of its end; undefined where nobody is logged in. */
const livFor = (k: Sidekontekst): Loginliv | undefined =>
  // In a preview nobody is logged in as the citizen, so nothing runs out.
  k.bruger && k.fremvisning === undefined
    ? { sprog: k.sprog, nu: k.nu, sti: k.sti, udloeber: k.bruger.udloeber, stier: STIER, kanal: 'borgerblikket' }
    : undefined

function header(k: Sidekontekst, side: Side): Markup {
  const t = tekster(k.sprog)
  return html`<header class="header">
  <a class="bb-udgang d-print-none" href="${NEUTRALT_STED}" rel="noreferrer">${ikon('close')}<span>${t.forladHurtigt}</span></a>
  <div class="portal-info"><div class="portal-info-inner container">
    <a class="bb-navnetraek" href="${k.bruger ? STIER.overblik : STIER.forside}" aria-label="${t.tilForsiden}"><img src="${aktivSti('maerke.svg')}" alt="" width="32" height="32">${t.tjeneste}</a>
    ${k.kommune ? html`<span class="bb-kommune">${k.kommune}</span>` : undefined}
    ${k.demo ? html`<span class="badge badge-warning">${t.test}</span>` : undefined}
    <div class="portal-user">${brugerdel(k)}</div>
    <details class="bb-mobilmenu d-print-none"><summary>${ikon('menu')}${t.menu}</summary><div class="bb-mobilpanel">
      ${k.bruger ? html`<nav aria-label="${t.hovedmenu}"><ul>${punkter(k, side)}</ul></nav>` : undefined}
      ${brugerdel(k)}
    </div></details>
  </div></div>
  ${
    k.bruger
      ? html`<div class="navigation-menu d-print-none"><div class="navigation-menu-inner container"><nav class="nav" aria-label="${t.hovedmenu}"><ul class="mainmenu">${punkter(k, side)}</ul></nav></div></div>`
      : undefined
  }
</header>`
}

const PUNKTER: readonly Menupunkt[] = ['overblik', 'sager', 'dokumenter', 'notater', 'ydelser', 'aftaler', 'hvemHarSet']

// Who has looked is told of oneself alone.
const punkter = (k: Sidekontekst, side: Side): readonly Markup[] =>
  PUNKTER.filter((punkt) => punkt !== 'hvemHarSet' || k.vedroerer === undefined).map((punkt) => {
    const tekst = tekster(k.sprog).punkter[punkt]
    if (punkt !== side.punkt) return html`<li><a href="${STIER[punkt]}" class="nav-link"><span>${tekst}</span></a></li>`
    // The page itself, or a page below it.
    const her = k.sti.split('?')[0] === STIER[punkt] ? 'page' : 'true'
    return html`<li class="active current"><a href="${STIER[punkt]}" class="nav-link" aria-current="${her}"><span>${tekst}</span></a></li>`
  })

function brugerdel(k: Sidekontekst): Markup {
  const t = tekster(k.sprog)
  const andet = k.sprog === 'da' ? 'en' : 'da'
  return html`<a class="function-link bb-sprog" href="${withSprog(k.sti, andet)}" lang="${andet}" hreflang="${andet}">${ikon('language')}${t.skiftSprog}</a>
    ${
      k.bruger
        ? html`<p class="user"><span class="sr-only">${t.bruger} </span>${k.bruger.navn}</p>
    ${postKnap(STIER.logUd, { tekst: [ikon('lock'), t.logUd], klasse: 'function-link' })}`
        : undefined
    }`
}

function bjaelke(k: Sidekontekst, om: Repraesenteret): Markup {
  const t = tekster(k.sprog)
  return html`<section class="bb-bjaelke" aria-label="${t.duSer}"><div class="container">
  <p>${ikon('persons')}<span>${t.duSer} <strong>${om.navn}</strong></span></p>
  ${k.bruger ? postKnap(STIER.seFor, { tekst: t.tilbageTilEgne, klasse: 'button button-secondary', felter: { part: '' } }) : undefined}
</div></section>`
}

function footer(k: Sidekontekst): Markup {
  const t = tekster(k.sprog).fod
  const link = (sti: string, tekst: string) => html`<li><a class="function-link" href="${sti}">${tekst}</a></li>`
  return html`<footer><div class="footer"><div class="container bb-fod">
  <div><p class="bold">${tekster(k.sprog).tjeneste}</p><p>${t.om}</p>${k.demo ? html`<p>${tekster(k.sprog).testForklaring}</p>` : undefined}</div>
  <nav aria-label="${t.navn}" class="d-print-none"><ul class="unstyled-list">
    ${link(STIER.hvadKanJegSe, t.hvadKanJegSe)}${link(STIER.saadanVirkerDet, t.saadanVirkerDet)}${link(STIER.privatliv, t.privatliv)}${link(STIER.tilgaengelighed, t.tilgaengelighed)}${link(STIER.kontakt, t.kontakt)}
  </ul></nav>
</div></div></footer>`
}
