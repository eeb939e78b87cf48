import {
  type Arbejdskontekst,
  errorSummary,
  type Felt,
  formular,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textInput,
} from '#web'
import { type Fagsystemvej, naesteTrin } from '../fagsystemvej.ts'
import { vejmaerker } from './dele.ts'
import type { Registreringsfelter } from './laes-formular.ts'
import { ord } from './texts/index.ts'

/** The vendor's own systems, and the form for a new one; `felter`: what was typed and what is wrong with it. */
export function systemerView(
  k: Arbejdskontekst,
  sti: string,
  veje: readonly Fagsystemvej[],
  felter: Registreringsfelter,
): Markup {
  const t = ord(k.sprog).systemer
  const alle = felterFor(k, felter)
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.leadLeverandoer)}
${errorSummary(k.sprog, alle)}
${veje.length === 0 ? html`<p>${t.ingen}</p>` : systemkort(k, sti, veje)}
<section class="bb-afsnit bb-flade bb-smal" aria-labelledby="registrer"><h2 id="registrer" class="h4">${t.registrer}</h2>
<p>${t.registrerHjaelp}</p>
${formular(k, sti, { felter: alle.map((felt) => (felt.navn === 'slags' ? slagsvalg(k, felt) : textInput(k.sprog, felt))), knap: t.knap })}</section>`,
  })
}

const systemkort = (k: Arbejdskontekst, sti: string, veje: readonly Fagsystemvej[]): Markup => {
  const t = ord(k.sprog)
  return html`<ul class="nobullet-list bb-kortliste">${veje.map((vej) => {
    const naeste = naesteTrin(vej)
    return html`<li class="bb-arbejdskort"><h2 class="h4"><a href="${sti}/${vej.id}">${vej.navn}</a></h2><p class="bb-roller">${vejmaerker(k, vej)}</p>
    ${naeste && !vej.udfaset ? html`<p>${t.system.naeste}: ${t.trin[naeste].navn}. ${t.system.tager(t.trin[naeste].hvem)}</p>` : undefined}</li>`
  })}</ul>`
}

const slagsvalg = (k: Arbejdskontekst, felt: Felt): Markup =>
  select(
    k.sprog,
    felt,
    Object.entries(ord(k.sprog).systemer.slagsOrd).map(([vaerdi, tekst]) => ({ vaerdi, tekst })),
  )

function felterFor(k: Arbejdskontekst, felter: Registreringsfelter): readonly Felt[] {
  const t = ord(k.sprog)
  const fejltekst: { readonly [navn: string]: string } = {
    id: t.felt.fejl.uuid,
    kle: t.felt.fejl.kle,
    slags: t.felt.fejl.slags,
  }
  const navne = {
    navn: t.systemer.navn,
    id: t.systemer.uuid,
    slags: t.systemer.slags,
    version: t.systemer.version,
    kle: t.systemer.kle,
  }
  return Object.entries(navne).map(([navn, etiket]) => {
    const felt = { id: `ny-${navn}`, navn, etiket, vaerdi: felter.vaerdier[navn] ?? '' }
    const hjaelp = navn === 'kle' ? { hjaelp: t.systemer.kleHjaelp } : {}
    return felter.fejl.has(navn) ? { ...felt, ...hjaelp, fejl: fejltekst[navn] ?? t.felt.fejl.tekst } : { ...felt, ...hjaelp }
  })
}
