import { formatTid, html, type Markup, notatSti, type Sidekontekst, STIER, sagSti } from '#web'
import type { Begivenhed } from '../visninger.ts'
import { metalinje, titel } from './dele.ts'
import { ord } from './texts/index.ts'

/** What has happened, as links to where it stands. */
export const begivenheder = (k: Sidekontekst, linjer: readonly Begivenhed[]): Markup =>
  html`<ul class="bb-liste bb-nyt">${linjer.map(
    (linje) =>
      html`<li><a href="${sti(linje)}">${titel(k, linje.titel[k.sprog], linje.art)}</a>${metalinje([ord(k.sprog).begivenhed[linje.art], formatTid(linje.tid, k.sprog, k.nu)])}</li>`,
  )}</ul>`

const sti = ({ art, id }: Begivenhed): string =>
  ({
    sag: sagSti(id),
    dokument: `${STIER.dokumenter}#${id}`,
    journalnotat: notatSti(id),
    bevilling: `${STIER.ydelser}#${id}`,
    oekonomiskEffektuering: `${STIER.ydelser}#${id}`,
    aftale: `${STIER.aftaler}#${id}`,
  })[art]
