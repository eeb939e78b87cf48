import {
  type Arbejdskontekst,
  badge,
  dageMellem,
  dagFor,
  formatAntal,
  formatDag,
  formatTid,
  html,
  join,
  type Markup,
  pagination,
  renderArbejdsside,
  sidehoved,
  table,
} from '#web'
import type { AfgjortRaekke, KoeRaekke } from '../tilsyn.sql.ts'
import type { Koe } from '../tilsyn.ts'
import { formaalsord } from './formaalsord.ts'
import { soegedage } from './soegedage.view.ts'
import { besoegsSti, koeSti, STI } from './stier.ts'
import { ord } from './texts/index.ts'

/** From so many days one has waited long, and too long: what nobody has touched is to be seen to get older. */
const LAENGE = 7
const FOR_LAENGE = 30

/** The visits that wait to be judged. `udtraek`: the reader may order extracts too. */
export function koeView(
  k: Arbejdskontekst,
  { raekker, tal, afgjorte, soegedage: dage, side, sider }: Koe,
  udtraek: boolean,
): Markup {
  const t = ord(k.sprog).koe
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead, tal.antal > 0 ? koemaerker(k, tal) : [])}
<p class="bb-meta">${t.loggesHer}${tal.aeldste === null ? undefined : html` ${t.aeldste(formatDag(tal.aeldste, k.sprog, k.nu))}`}</p>
${raekker.length === 0 ? html`<p>${t.tom}</p>` : koetabel(k, raekker)}
${pagination(k.sprog, side, sider, koeSti)}
${side === 1 ? soegedage(k, dage, udtraek) : undefined}
<section class="bb-afsnit" aria-labelledby="afgjorte"><h2 id="afgjorte" class="h4">${t.afgjorte}</h2>${
      afgjorte.length === 0
        ? html`<p>${t.ingenAfgjorte}</p>`
        : html`<ul class="bb-liste">${afgjorte.map((led) => afgjort(k, led))}</ul>`
    }</section>
<p class="bb-afsnit"><a href="${STI.tal}">${t.tal}</a>${udtraek ? html` · <a href="${STI.udtraek}">${t.udtraek}</a>` : undefined}</p>`,
  })
}

const koemaerker = (k: Arbejdskontekst, { antal, spurgt }: Koe['tal']): readonly Markup[] => {
  const t = ord(k.sprog).koe
  const maerke = badge('info', t.venter(formatAntal(antal, k.sprog)))
  return spurgt > 0 ? [maerke, badge('error', t.spurgt(formatAntal(spurgt, k.sprog)))] : [maerke]
}

function koetabel(k: Arbejdskontekst, raekker: readonly KoeRaekke[]): Markup {
  const t = ord(k.sprog)
  const { kolonner } = t.koe
  return table(
    t.koe.overskrift,
    [
      {
        overskrift: kolonner.hvorfor,
        celle: ({ arter, spurgt }) =>
          join(
            arter.map((art) => badge(spurgt && (art === 'selv' || art === 'muligtSelv') ? 'error' : 'warning', t.art[art])),
            ' ',
          ),
      },
      { overskrift: kolonner.hvem, celle: ({ medarbejder_navn }) => medarbejder_navn },
      { overskrift: kolonner.formaal, celle: ({ formaal }) => formaalsord(k.sprog, formaal) },
      {
        overskrift: kolonner.hvornaar,
        celle: ({ begyndt }) => html`${formatTid(begyndt, k.sprog, k.nu)} ${alder(k, dageMellem(dagFor(begyndt), dagFor(k.nu)))}`,
      },
      {
        overskrift: kolonner.se,
        celle: ({ besoeg_id, medarbejder_navn, begyndt }) =>
          html`<a href="${besoegsSti(besoeg_id)}">${t.koe.se}<span class="sr-only">: ${medarbejder_navn}, ${formatTid(begyndt, k.sprog, k.nu)}</span></a>`,
      },
    ],
    raekker,
  )
}

function alder(k: Arbejdskontekst, dage: number): Markup {
  const t = ord(k.sprog).koe
  if (dage < 1) return badge('neutral', t.nye)
  return badge(dage >= FOR_LAENGE ? 'error' : dage >= LAENGE ? 'warning' : 'neutral', t.ventetDage(dage))
}

const afgjort = (k: Arbejdskontekst, { besoeg_id, medarbejder_navn, udfald, naeste, tid, af_navn }: AfgjortRaekke): Markup => {
  const t = ord(k.sprog)
  return html`<li><a href="${besoegsSti(besoeg_id)}">${medarbejder_navn}</a> ${badge(udfald === 'uberettiget' ? 'error' : 'success', t.udfald[udfald])} <span class="bb-meta">${naeste === null ? undefined : html`${t.naeste[naeste]} · `}${t.koe.af(af_navn, formatDag(tid, k.sprog, k.nu))}</span></li>`
}
