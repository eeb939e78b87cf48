import type { KlePraefiks } from '#kernel'
import {
  type Arbejdskontekst,
  badge,
  formatAntal,
  formatTid,
  html,
  type Maerkat,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
  textInput,
} from '#web'
import type { Antal } from '../antal.ts'
import { antalUnder, type Kleknude, type Knudetilstand } from '../trae.ts'
import type { Udkast, Udkasttilstand } from '../udkast.ts'
import { dag, grensti, nummersti, STI, tilstandsdel, type Udfald, udfaldsbesked, udkaststi } from './dele.ts'
import { ord } from './texts/index.ts'

export type Traeside = {
  /** The nodes to show: those found, or those below `under`. */
  readonly knuder: readonly Kleknude[]
  readonly under: Kleknude | undefined
  /** From the top to `under`. */
  readonly vej: readonly Kleknude[]
  readonly soegning: string
  readonly tilstandAf: (kle: KlePraefiks) => Knudetilstand
  readonly antal: Antal | undefined
  /** Those that are not closed. */
  readonly udkast: readonly Udkast[]
  readonly maaAendre: boolean
}

/** The tree of KLE, with what is shown of each number. */
export function traeView(k: Arbejdskontekst, side: Traeside, udfald?: Udfald): Markup {
  const t = ord(k.sprog).trae
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${udfaldsbesked(k, udfald)}
${side.maaAendre ? undefined : html`<p class="bb-meta">${t.laeser}</p>`}
<section class="bb-afsnit" aria-labelledby="udkast"><h2 id="udkast" class="h3">${t.udkast}</h2>${udkastliste(k, side)}</section>
<section class="bb-afsnit" aria-labelledby="trae"><h2 id="trae" class="h3">${side.under ? `${side.under.kle} ${side.under.titel}` : t.hovedgrupper}</h2>
<form method="get" action="${STI}" class="bb-aar" role="search">${textInput(k.sprog, { id: 'soeg', navn: 'soeg', etiket: t.soeg, vaerdi: side.soegning }, 'search')}<button type="submit" class="button button-secondary">${t.soegKnap}</button></form>
${vejdel(k, side)}
${tabel(k, side)}
<p class="bb-meta">${t.udenOm} ${side.antal ? t.talt(formatTid(side.antal.tid, k.sprog, k.nu)) : t.tael}</p></section>
<section class="bb-afsnit" aria-labelledby="andet"><h2 id="andet" class="h3">${t.andet}</h2><ul>
  <li><a href="${STI}/historik">${t.historik}</a></li>
  <li><a href="${STI}/sammenlign">${t.sammenlign}</a></li>
  <li><a href="${STI}/eksport" download>${t.eksport}</a></li>
  ${side.maaAendre ? html`<li><a href="${STI}/indlaes">${t.indlaes}</a></li>` : undefined}
</ul></section>`,
  })
}

const MAERKAT: { readonly [T in Udkasttilstand]: Maerkat } = {
  udkast: 'info',
  foreslaaet: 'warning',
  gennemfoert: 'success',
  kasseret: 'neutral',
}
export const udkastmaerke = (k: Arbejdskontekst, tilstand: Udkasttilstand): Markup =>
  badge(MAERKAT[tilstand], ord(k.sprog).udkasttilstand[tilstand])

function udkastliste(k: Arbejdskontekst, { udkast, maaAendre }: Traeside): Markup {
  const t = ord(k.sprog)
  const liste =
    udkast.length === 0
      ? html`<p>${t.trae.ingenUdkast}</p>`
      : html`<ul class="bb-liste bb-raekker">${udkast.map(
          (en) => html`<li><div><p class="bb-titel"><a class="bb-raekkelink" href="${udkaststi(en.id)}">${en.navn}</a></p>
    <p class="bb-meta">${t.udkast.afNavn(dag(k, en.oprettet))}</p></div><div class="bb-side2">${udkastmaerke(k, en.tilstand)}</div></li>`,
        )}</ul>`
  return html`${liste}${maaAendre ? html`<p class="bb-knapper"><a class="button button-primary" href="${STI}/udkast/ny">${t.trae.nytUdkast}</a></p>` : undefined}`
}

function vejdel(k: Arbejdskontekst, { vej, soegning, knuder }: Traeside): Markup | undefined {
  const t = ord(k.sprog).trae
  if (soegning !== '') {
    const fundne = knuder.length === 0 ? t.ingenFundne(soegning) : t.fundne(knuder.length)
    return html`<p>${fundne} <a href="${STI}#trae">${t.hovedgrupper}</a></p>`
  }
  if (vej.length === 0) return undefined
  return html`<p><a href="${STI}#trae">${t.hovedgrupper}</a>${vej.map((en) => html` › <a href="${grensti(en.kle)}">${en.kle} ${en.titel}</a>`)}</p>`
}

function tabel(k: Arbejdskontekst, { knuder, tilstandAf, antal, under }: Traeside): Markup | undefined {
  if (knuder.length === 0) return undefined
  const t = ord(k.sprog).trae
  return table(
    under ? `${under.kle} ${under.titel}` : t.hovedgrupper,
    [
      {
        overskrift: t.nummer,
        celle: ({ kle, titel, boern }) =>
          html`<a href="${nummersti(kle)}">${kle} ${titel}</a>${
            boern.length > 0 && kle !== under?.kle
              ? html`<p class="bb-meta"><a href="${grensti(kle)}">${t.aabnUnder(kle)}</a></p>`
              : undefined
          }`,
      },
      { overskrift: t.tilstand, celle: ({ kle }) => tilstandsdel(k, kle, tilstandAf(kle)) },
      {
        overskrift: t.antal,
        tal: true,
        celle: ({ kle }) => (antal ? formatAntal(antalUnder(antal.efterEmne, kle), k.sprog) : '–'),
      },
    ],
    knuder,
  )
}
