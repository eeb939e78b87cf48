import type { Udkast } from '#opsaetning/konfiguration'
import {
  type Arbejdskontekst,
  errorSummary,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textInput,
} from '#web'
import { FORMAAL, type Tastet } from '../begynd.ts'
import { ord } from './texts/index.ts'

export const STI = { somBorger: '/kommune/se-som-borger', forklar: '/kommune/forklar' } as const

const TEKSTFELTER = ['cpr', 'objekt', 'begrundelse'] as const

/** Whom, why, and by which rules. */
export function begyndView(k: Arbejdskontekst, slags: keyof typeof STI, udkast: readonly Udkast[], tastet: Tastet): Markup {
  const t = ord(k.sprog)
  const side = t[slags]
  const felt = (navn: (typeof TEKSTFELTER)[number]) => ({
    ...t.felt[navn],
    id: navn,
    navn,
    vaerdi: navn === 'cpr' ? '' : tastet[navn],
    fejl: tastet.fejl.has(navn) ? t.felt[navn].fejl : undefined,
  })
  const valg = (navn: 'formaal' | 'udkast') => ({
    id: navn,
    navn,
    etiket: t.felt[navn].etiket,
    vaerdi: tastet[navn],
    fejl: tastet.fejl.has(navn) ? t.felt[navn].fejl : undefined,
  })
  const felter = TEKSTFELTER.filter((navn) => navn !== 'objekt' || slags === 'forklar').map((navn) => uden(felt(navn)))
  const formaal = [{ vaerdi: '', tekst: t.vaelg }, ...FORMAAL.map((led) => ({ vaerdi: led, tekst: t.formaal[led] }))]
  const regler = [{ vaerdi: '', tekst: t.felt.udkast.idag }, ...udkast.map(({ id, navn }) => ({ vaerdi: id, tekst: navn }))]
  const [cpr, ...resten] = felter.map((led) => textInput(k.sprog, led))
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(side.overskrift, side.lead)}
${errorSummary(k.sprog, [...felter.slice(0, 1), uden(valg('formaal')), ...felter.slice(1), uden(valg('udkast'))])}
<p>${t.kunEgne}</p><p>${t.logget}</p>
<form method="post" action="${STI[slags]}" class="bb-formular bb-smal" autocomplete="off">${formularfelt(k)}
  ${cpr}${select(k.sprog, uden(valg('formaal')), formaal)}${resten}${select(k.sprog, uden(valg('udkast')), regler)}
  <button type="submit" class="button button-primary">${side.knap}</button>
</form>`,
  })
}

/** A field without a fault has no such property. */
const uden = <F extends { readonly fejl: string | undefined }>({ fejl, ...felt }: F): Omit<F, 'fejl'> & { fejl?: string } =>
  fejl === undefined ? felt : { ...felt, fejl }
