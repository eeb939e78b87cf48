import type { Uuid } from '#kernel'
import { type Arbejdskontekst, formular, html, type Markup, renderArbejdsside, sidehoved } from '#web'
import { hurtigsoegning } from './soeg.view.ts'
import { besoegSti, STI } from './stier.ts'
import { ord } from './texts/index.ts'

/** The visit is over, or never was this session's: the same words for both. */
export const udloebetView = (k: Arbejdskontekst): Markup => {
  const t = ord(k.sprog)
  return renderArbejdsside(k, {
    indhold: html`${hurtigsoegning(k)}${sidehoved(t.udloebet.overskrift, t.udloebet.tekst)}<p><a class="button button-primary" href="${STI.soeg}">${t.soeg.overskrift}</a></p>`,
  })
}

/** Something about the visit must be confirmed before anything is shown. */
export const bekraeftView = (k: Arbejdskontekst, besoeg: Uuid): Markup => {
  const t = ord(k.sprog).bekraeft
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.tekst)}${formular(k, `${besoegSti(besoeg)}/bekraeft`, { knap: t.knap })}<p class="bb-mere"><a href="${STI.soeg}">${t.fortryd}</a></p>`,
  })
}
