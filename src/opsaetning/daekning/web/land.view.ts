import {
  type Arbejdskontekst,
  antal,
  badge,
  details,
  html,
  type Maerkat,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
} from '#web'
import type { Landsside } from '../hent-kort.ts'
import { felterI } from '../kort.ts'
import { LANDSTILSTANDE, type Landskommune, type Landstilstand } from '../land.ts'
import { afsnit, tal } from './dele.ts'
import { LAND } from './stier.ts'
import { feltsoejle } from './tegn.ts'
import { ord } from './texts/index.ts'
import { noegle, udvikling } from './udvikling.ts'

/** All municipalities by region, each filled by what is proved of what it shows; then who is in need of somebody, and how it went. */
export function landView(k: Arbejdskontekst, { kort, dage }: Landsside): Markup {
  const t = ord(k.sprog).land
  const alle = kort.regioner.flatMap(({ kommuner }) => kommuner)
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
${noegletal(k, kort.tal, alle)}
${afsnit('kort', t.kortet, html`${noegle(k)}${kort.regioner.map(({ region, kommuner }) => html`<section aria-labelledby="region-${region}"><h3 id="region-${region}" class="h4">${t.regioner[region]}</h3><ul class="bb-liste bb-landskort">${kommuner.map((en) => flise(k, en))}</ul></section>`)}`)}
${afsnit('hjaelp', t.hjaelp, hjaelp(k, alle))}
${udvikling(k, dage)}
<div class="bb-afsnit">${details(t.tabel, kommunetabel(k, t.tabel, alle))}</div>`,
  })
}

const sti = ({ kommune }: Landskommune): string => `${LAND}/${kommune.cvr}`

/** In whole per cent, rounded down: all but one is not all. */
const procentOf = ({ tal: felter }: Landskommune): number | undefined =>
  felterI(felter) === 0 ? undefined : Math.floor((100 * felter.bevist) / felterI(felter))

function noegletal(k: Arbejdskontekst, felter: Landsside['kort']['tal'], alle: readonly Landskommune[]): Markup {
  const t = ord(k.sprog).land
  const sum = (hvad: (en: Landskommune) => number): string =>
    tal(
      k,
      alle.reduce((i, en) => i + hvad(en), 0),
    )
  const i = felterI(felter)
  const andel = i === 0 ? t.ingen : t.procent(String(Math.floor((100 * felter.bevist) / i)))
  const led = (stort: string, om: string, mere?: Markup): Markup =>
    html`<li class="bb-flade"><p class="bb-stortbeloeb">${stort}</p><p class="bb-meta">${om}</p>${mere}</li>`
  return html`<ul class="bb-liste bb-noegletal bb-taet">${led(andel, t.tal.bevist, feltsoejle(felter))}${led(
    ord(k.sprog).besked.af(
      sum((en) => (felterI(en.tal) > 0 ? 1 : 0)),
      tal(k, alle.length),
    ),
    t.tal.med,
  )}${led(
    sum(({ tavse }) => tavse),
    t.tal.tavse,
  )}${led(
    sum(({ afviste }) => afviste),
    t.tal.afviste,
  )}</ul>`
}

function flise(k: Arbejdskontekst, en: Landskommune): Markup {
  const t = ord(k.sprog).land
  const procent = procentOf(en)
  const tekst = procent === undefined ? t.tilstand[en.tilstand] : t.procent(String(procent))
  const tavs = en.tavse > 0 ? html`<span class="bb-landtavs"> ${t.tavse(tal(k, en.tavse))}</span>` : undefined
  return html`<li class="bb-land-${en.tilstand}"><a href="${sti(en)}"><span class="bb-landnavn">${en.kommune.kortnavn}</span> <span class="bb-landtal">${tekst}${tavs}</span>${
    procent === undefined ? undefined : feltsoejle(en.tal)
  }</a></li>`
}

/** Those with silent systems first, then those with most refused lines. */
function hjaelp(k: Arbejdskontekst, alle: readonly Landskommune[]): Markup {
  const t = ord(k.sprog)
  const i = alle
    .filter(({ tavse, afviste }) => tavse + afviste > 0)
    .toSorted((a, b) => b.tavse - a.tavse || b.afviste - a.afviste)
    .slice(0, HOEJST_HJAELP)
  if (i.length === 0) return html`<p>${t.land.ingenHjaelp}</p>`
  return html`<ul class="bb-liste bb-raekker">${i.map(
    (en) =>
      html`<li><p class="bb-titel"><a class="bb-raekkelink" href="${sti(en)}">${en.kommune.navn}</a></p><div class="bb-side2">${
        en.tavse > 0 ? badge('warning', t.land.tavse(tal(k, en.tavse))) : undefined
      } ${en.afviste > 0 ? badge('warning', antal(en.afviste, t.handling.linjer.en, t.handling.linjer.flere, k.sprog)) : undefined}</div></li>`,
  )}</ul>`
}
const HOEJST_HJAELP = 20

const MAERKE: { readonly [T in Landstilstand]: Maerkat } = {
  fuld: 'success',
  delvis: 'info',
  intet: 'warning',
  paaVej: 'neutral',
  ikkeMed: 'neutral',
}

function kommunetabel(k: Arbejdskontekst, navn: string, alle: readonly Landskommune[]): Markup {
  const t = ord(k.sprog).land
  const sorteret = alle.toSorted(
    (a, b) =>
      LANDSTILSTANDE.indexOf(a.tilstand) - LANDSTILSTANDE.indexOf(b.tilstand) ||
      a.kommune.kortnavn.localeCompare(b.kommune.kortnavn, 'da'),
  )
  return table(
    navn,
    [
      { overskrift: t.kolonner.kommune, celle: (en) => html`<a href="${sti(en)}">${en.kommune.kortnavn}</a>` },
      { overskrift: t.region, celle: ({ kommune }) => t.regioner[kommune.region] },
      { overskrift: t.kolonner.tilstand, celle: ({ tilstand }) => badge(MAERKE[tilstand], t.tilstand[tilstand]) },
      { overskrift: t.kolonner.bevist, tal: true, celle: (en) => tal(k, en.tal.bevist) },
      { overskrift: t.kolonner.felter, tal: true, celle: (en) => tal(k, felterI(en.tal)) },
      { overskrift: t.kolonner.systemer, tal: true, celle: (en) => tal(k, en.kilder) },
      { overskrift: t.kolonner.tavse, tal: true, celle: (en) => tal(k, en.tavse) },
      { overskrift: t.kolonner.afviste, tal: true, celle: (en) => tal(k, en.afviste) },
    ],
    sorteret,
  )
}
