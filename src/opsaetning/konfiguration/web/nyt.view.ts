import {
  type Arbejdskontekst,
  errorSummary,
  type Felt as Formularfelt,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  textArea,
  textInput,
} from '#web'
import { STI } from './dele.ts'
import type { Felter } from './laes-formular.ts'
import { ord } from './texts/index.ts'

type Egenskab = 'navn' | 'begrundelse' | 'ikraft'

/** A draft's name, reason and day, with what was typed and what is wrong with it. */
export const egenskabsfelter = (k: Arbejdskontekst, { vaerdier, fejl }: Felter): readonly Formularfelt[] => {
  const { nyt, linje } = ord(k.sprog)
  const felt = (navn: Egenskab): Formularfelt => {
    const brud = fejl[navn]
    return {
      id: navn,
      navn,
      etiket: nyt[navn],
      hjaelp: nyt[`${navn}Hjaelp`],
      vaerdi: vaerdier[navn]?.[0] ?? '',
      ...(brud && brud !== 'tal' ? { fejl: linje.fejl[brud] } : {}),
    }
  }
  return [felt('navn'), felt('begrundelse'), felt('ikraft')]
}

export const egenskabsformular = (k: Arbejdskontekst, felter: readonly Formularfelt[]): readonly Markup[] =>
  felter.map((felt) => (felt.navn === 'begrundelse' ? textArea(k.sprog, felt, 3) : textInput(k.sprog, felt)))

/** The form that begins a draft. `kle`: the number to go on to. */
export function nytView(k: Arbejdskontekst, felter: Felter, { id, kle }: { readonly id: string; readonly kle: string }): Markup {
  const t = ord(k.sprog)
  const egne = egenskabsfelter(k, felter)
  return renderArbejdsside(k, {
    krummer: [{ tekst: t.trae.overskrift, sti: STI }, { tekst: t.nyt.overskrift }],
    indhold: html`<div class="bb-smal">${sidehoved(t.nyt.overskrift, t.nyt.lead)}
${errorSummary(k.sprog, egne)}
<form method="post" action="${STI}/udkast/ny">${formularfelt(k)}
<input type="hidden" name="id" value="${felter.vaerdier['id']?.[0] || id}"><input type="hidden" name="kle" value="${kle}">
${egenskabsformular(k, egne)}
<p class="bb-knapper"><button type="submit" class="button button-primary">${t.nyt.knap}</button></p></form></div>`,
  })
}
