import {
  type Arbejdskontekst,
  alert,
  checkboxes,
  errorSummary,
  formatDag,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
  textInput,
} from '#web'
import type { RetRaekke } from '../ret.sql.ts'
import type { Retfelt } from '../ret.ts'
import { STI } from './stier.ts'
import { ord } from './texts/index.ts'

export type Enhed = { readonly enhed: string; readonly enhedsnavn: string }
export type Rettastet = {
  readonly vaerdier: { readonly [navn: string]: string }
  readonly enheder: readonly string[]
  readonly fejl: ReadonlySet<Retfelt>
}
export const INTET_TASTET: Rettastet = { vaerdier: {}, enheder: [], fejl: new Set() }

/** Who may review what, and the form that gives it. */
export function retterView(
  k: Arbejdskontekst,
  retter: readonly RetRaekke[],
  enheder: readonly Enhed[],
  tastet: Rettastet,
  besked?: string,
): Markup {
  const t = ord(k.sprog).retter
  return renderArbejdsside(k, {
    krummer: [{ tekst: ord(k.sprog).overblik.overskrift, sti: STI.overblik }, { tekst: t.overskrift }],
    indhold: html`
${errorSummary(k.sprog, felter(k, tastet))}
${sidehoved(t.overskrift, t.lead)}
${besked ? alert(k.sprog, 'success', { indhold: besked }) : undefined}
${liste(k, retter, enheder)}
<section class="bb-afsnit bb-smal" aria-labelledby="giv"><h2 id="giv" class="h3">${t.giv}</h2>
<form method="post" action="${STI.retter}" class="bb-formular">${formularfelt(k)}
${felter(k, tastet).map((felt) => textInput(k.sprog, felt))}
${
  enheder.length > 0
    ? checkboxes(
        k.sprog,
        {
          id: 'enheder',
          navn: 'enheder',
          etiket: t.enheder,
          hjaelp: t.enhederHjaelp,
          valgte: tastet.enheder,
          ...(tastet.fejl.has('enheder') ? { fejl: t.fejl.enheder } : {}),
        },
        enheder.map(({ enhed, enhedsnavn }) => ({ vaerdi: enhed, tekst: enhedsnavn || enhed })),
      )
    : undefined
}
<button type="submit" class="button button-primary">${t.knap}</button></form></section>`,
  })
}

function felter(k: Arbejdskontekst, { vaerdier, fejl }: Rettastet) {
  const t = ord(k.sprog).retter
  const felt = (navn: 'navn' | 'medarbejder' | 'kle' | 'behandlere', hjaelp?: string) => ({
    id: navn,
    navn,
    etiket: t[navn],
    vaerdi: vaerdier[navn] ?? '',
    ...(hjaelp ? { hjaelp } : {}),
    ...(fejl.has(navn) ? { fejl: t.fejl[navn] } : {}),
  })
  return [
    felt('navn'),
    felt('medarbejder', t.medarbejderHjaelp),
    felt('kle', t.kleHjaelp),
    felt('behandlere', t.behandlereHjaelp),
  ]
}

function liste(k: Arbejdskontekst, retter: readonly RetRaekke[], enheder: readonly Enhed[]): Markup {
  const t = ord(k.sprog).retter
  if (retter.length === 0) return html`<p>${t.ingen}</p>`
  const navne = new Map(enheder.map(({ enhed, enhedsnavn }) => [enhed, enhedsnavn]))
  return table(
    t.overskrift,
    [
      { overskrift: t.kolonner.navn, celle: ({ navn }) => navn },
      { overskrift: t.kolonner.kle, celle: ({ kle }) => (kle.length > 0 ? kle.join(', ') : t.alle) },
      {
        overskrift: t.kolonner.enheder,
        celle: (ret) => (ret.enheder.length > 0 ? ret.enheder.map((id) => navne.get(id) || id).join(', ') : t.alle),
      },
      { overskrift: t.kolonner.givet, celle: (ret) => t.givetAf(formatDag(ret.givet, k.sprog, k.nu), ret.givet_af_navn) },
      {
        overskrift: t.kolonner.fratag,
        celle: (ret) =>
          html`<form method="post" action="${STI.fratag}">${formularfelt(k)}<input type="hidden" name="ret" value="${ret.ret_id}"><button type="submit" class="function-link">${t.fratag}<span class="sr-only">: ${t.fratagNavn(ret.navn)}</span></button></form>`,
      },
    ],
    retter,
  )
}
