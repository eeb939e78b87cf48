import { type Arbejdskontekst, badge, formatAntal, formularfelt, html, type Markup, pagination, table } from '#web'
import type { Familievisning } from '../familie.ts'
import type { Enhedskontakt } from '../kontakt.ts'
import type { Overblikside } from '../side.ts'
import { type Begivenhed, tidslinjeOf } from '../tidslinje.ts'
import { RAEKKER_PR_SIDE, tinglink } from './liste.view.ts'
import { kortDag, tilstandsmaerke } from './ord.ts'
import { STI, sideSti } from './stier.ts'
import { ord, tilstandsord } from './texts/index.ts'

/** The tabs that list something else than things of one kind. */

export function tidslinjedel(k: Arbejdskontekst, side: Overblikside): Markup {
  const t = ord(k.sprog).liste
  const { kommende, skete } = tidslinjeOf(side.valgte, side.nu)
  const sider = Math.max(1, Math.ceil(skete.length / RAEKKER_PR_SIDE))
  const nr = Math.min(side.valg.side, sider)
  const linje = ({ dag, ting, hvad, trin }: Begivenhed) =>
    html`<li><span class="bb-dato">${kortDag(dag)}</span><span>${t.hvadSkete[hvad]}${trin === undefined ? '' : ` ${tilstandsord(k.sprog, trin).toLowerCase()}`}: ${tinglink(k, side, ting)}${hvad === 'udbetaling' || hvad === 'aftale' ? html` ${tilstandsmaerke(k.sprog, ting)}` : undefined}</span></li>`
  const liste = (id: string, navn: string, linjer: readonly Begivenhed[]) =>
    linjer.length === 0
      ? undefined
      : html`<section aria-labelledby="${id}"><h3 id="${id}" class="h5">${navn}</h3><ul class="bb-liste bb-begivenheder">${linjer.map(linje)}</ul></section>`
  return html`${nr === 1 ? liste('kommende', t.kommende, kommende.slice(0, RAEKKER_PR_SIDE)) : undefined}
${liste('skete', t.skete, skete.slice((nr - 1) * RAEKKER_PR_SIDE, nr * RAEKKER_PR_SIDE))}
${pagination(k.sprog, nr, sider, (anden) => sideSti(side.besoeg, { ...side.valg, ting: '', side: anden }))}`
}

export function kontaktdel(k: Arbejdskontekst, { enheder }: Overblikside): Markup {
  const t = ord(k.sprog).kontakt
  if (enheder.length === 0) return html`<p>${t.intet}</p>`
  const sted = ({ sted: fundet }: Enhedskontakt) =>
    fundet
      ? html`<dl class="bb-fakta"><div><dt>${t.telefon}</dt><dd>${fundet.telefon}</dd></div><div><dt>${t.aabningstider}</dt><dd>${fundet.aabningstider[k.sprog]}</dd></div><div><dt>${t.borgersikkert}</dt><dd>${fundet.navn}</dd></div></dl>`
      : html`<p class="bb-meta">${t.ingenKontakt}</p>`
  return html`<p>${t.lead}</p><ul class="bb-liste bb-enheder">${enheder.map(
    (en) =>
      html`<li class="bb-flade"><h3 class="h5">${en.enhed.navn}</h3><p>${badge(en.aabne > 0 ? 'info' : 'neutral', t.aabne(formatAntal(en.aabne, k.sprog)))} ${t.iAlt(formatAntal(en.antal, k.sprog))}</p>${sted(en)}</li>`,
  )}</ul>`
}

export function familiedel(k: Arbejdskontekst, { familie, mangler, seddelFor }: Overblikside): Markup {
  const t = ord(k.sprog).familie
  if (mangler.some(({ del }) => del === 'familie')) return html`<p>${ord(k.sprog).mangler.overskrift}</p>`
  if (familie.length === 0) return html`<p>${t.intet}</p>`
  const periode = ({ periode: dage }: Familievisning) =>
    dage &&
    (dage.til === undefined ? `${t.fra.toLowerCase()} ${kortDag(dage.fra)}` : `${kortDag(dage.fra)} – ${kortDag(dage.til)}`)
  return html`<p>${t.lead}</p>${table(
    ord(k.sprog).faner.familie,
    [
      { overskrift: t.kolonne.hvem, celle: ({ forhold }: Familievisning) => t[forhold] },
      { overskrift: t.kolonne.periode, celle: periode },
      {
        overskrift: t.kolonne.navn,
        celle: ({ person }) =>
          person
            ? html`${person.navn ?? ord(k.sprog).soeg.udenNavn}${person.alder === undefined ? undefined : ` (${ord(k.sprog).person.aar(String(person.alder))})`}`
            : t.ikkeSynlig,
      },
      {
        overskrift: t.kolonne.opslag,
        celle: ({ person }) =>
          person
            ? html`<form method="post" action="${STI.aabn}">${formularfelt(k)}<input type="hidden" name="borger" value="${seddelFor(person.part)}"><button type="submit" class="function-link">${t.slaaOp}<span class="sr-only">: ${person.navn ?? ''}</span></button></form>`
            : undefined,
      },
    ],
    familie,
  )}`
}

/** What the citizen is shown of what the employee sees, thing by thing. */
export function borgerendel(k: Arbejdskontekst, side: Overblikside): Markup {
  const t = ord(k.sprog).borgeren
  const { borgersyn, valgte, valg } = side
  if (!borgersyn) return html`<p>${ord(k.sprog).mangler.overskrift}</p>`
  const sider = Math.max(1, Math.ceil(valgte.length / RAEKKER_PR_SIDE))
  const nr = Math.min(valg.side, sider)
  const vist = valgte.filter(({ id }) => borgersyn.get(id)?.vises).length
  const syn = (id: (typeof valgte)[number]['id']) => borgersyn.get(id)
  return html`<p>${t.lead} ${t.forbehold}</p><p><strong>${t.taelling(formatAntal(vist, k.sprog), formatAntal(valgte.length, k.sprog))}</strong></p>${table(
    ord(k.sprog).faner.borgeren,
    [
      {
        overskrift: t.kolonne.ting,
        celle: (ting: (typeof valgte)[number]) =>
          html`${tinglink(k, side, ting)}<span class="bb-under">${ord(k.sprog).art[ting.art]} · ${kortDag(ting.dag)}</span>`,
      },
      {
        overskrift: t.kolonne.udfald,
        celle: ({ id }) =>
          syn(id)?.vises ? badge('success', ord(k.sprog).detalje.vises) : badge('warning', ord(k.sprog).detalje.skjult),
      },
      {
        overskrift: t.kolonne.ord,
        celle: ({ id }) => {
          const led = syn(id)
          return led?.vises ? led.titel[k.sprog] : led?.forklaring[k.sprog]
        },
      },
    ],
    valgte.slice((nr - 1) * RAEKKER_PR_SIDE, nr * RAEKKER_PR_SIDE),
  )}${pagination(k.sprog, nr, sider, (anden) => sideSti(side.besoeg, { ...valg, ting: '', side: anden }))}`
}
