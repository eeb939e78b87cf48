import {
  type Arbejdskontekst,
  backLink,
  formatAntal,
  html,
  type Kolonne,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
} from '#web'
import type { ArttalRaekke, TalRaekke } from '../tilsyn.sql.ts'
import type { Alarmtal } from '../tilsyn.ts'
import { STI } from './stier.ts'
import { ord } from './texts/index.ts'

/** The key figures: numbers alone. */
export function talView(k: Arbejdskontekst, { maaneder, arter }: Alarmtal): Markup {
  const t = ord(k.sprog).tal
  const indhold = maaneder.length === 0 ? html`<p>${t.ingen}</p>` : html`${maanedstabel(k, maaneder)}${arttabel(k, arter)}`
  return renderArbejdsside(k, {
    indhold: html`${backLink(STI.koe, ord(k.sprog).besoeg.tilbage)}${sidehoved(t.overskrift, t.lead)}${indhold}`,
  })
}

function maanedstabel(k: Arbejdskontekst, maaneder: readonly TalRaekke[]): Markup {
  const t = ord(k.sprog).tal
  const tal = (overskrift: string, celle: (raekke: TalRaekke) => number): Kolonne<TalRaekke> => ({
    overskrift,
    celle: (raekke) => formatAntal(celle(raekke), k.sprog),
    tal: true,
  })
  const { kolonner } = t
  return html`<section class="bb-afsnit" aria-labelledby="maaneder"><h2 id="maaneder" class="h4">${t.maaneder}</h2>${table(
    t.maaneder,
    [
      { overskrift: kolonner.maaned, celle: ({ maaned }) => maaned },
      tal(kolonner.besoeg, ({ besoeg }) => besoeg),
      tal(kolonner.iKoe, ({ i_koe }) => i_koe),
      tal(kolonner.aabne, ({ aabne }) => aabne),
      tal(kolonner.berettiget, ({ berettiget }) => berettiget),
      tal(kolonner.uberettiget, ({ uberettiget }) => uberettiget),
      tal(kolonner.afklaret, ({ afklaret }) => afklaret),
      {
        overskrift: kolonner.dage,
        celle: ({ dage }) => (dage === null ? '–' : k.sprog === 'da' ? dage.replace('.', ',') : dage),
        tal: true,
      },
    ],
    maaneder,
  )}</section>`
}

function arttabel(k: Arbejdskontekst, arter: readonly ArttalRaekke[]): Markup {
  const t = ord(k.sprog)
  const { kolonner } = t.tal
  return html`<section class="bb-afsnit" aria-labelledby="arter"><h2 id="arter" class="h4">${t.tal.arter}</h2>${table(
    t.tal.arter,
    [
      { overskrift: kolonner.art, celle: ({ art }) => t.art[art] },
      { overskrift: kolonner.antal, celle: ({ antal }) => formatAntal(antal, k.sprog), tal: true },
      { overskrift: kolonner.iKoe, celle: ({ i_koe }) => formatAntal(i_koe, k.sprog), tal: true },
    ],
    arter,
  )}</section>`
}
