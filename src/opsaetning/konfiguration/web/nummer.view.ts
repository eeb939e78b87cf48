import type { KlePraefiks } from '#kernel'
import type { KleKonfiguration } from '#visning'
import {
  type Arbejdskontekst,
  alert,
  factList,
  formatAntal,
  formular,
  html,
  type Markup,
  renderArbejdsside,
  select,
  table,
  textInput,
} from '#web'
import { FELTER, indholdAf } from '../indhold.ts'
import type { Aabning } from '../sammenligning.ts'
import type { Kleknude, Knudetilstand } from '../trae.ts'
import type { Udkast } from '../udkast.ts'
import {
  dato,
  grensti,
  isUdenVirkning,
  kommunenavn,
  STI,
  type Systemnavne,
  tilstandsdel,
  type Udfald,
  udfaldsbesked,
  vaerdi,
} from './dele.ts'
import { ord } from './texts/index.ts'

export type Nummerside = {
  readonly kle: KlePraefiks
  readonly knude: Kleknude | undefined
  readonly tilstand: Knudetilstand
  readonly gaeldende: KleKonfiguration | undefined
  readonly kommende: readonly KleKonfiguration[]
  readonly lukketNummer: boolean
  readonly antal: number | undefined
  readonly andre: readonly Aabning[]
  readonly systemer: Systemnavne
  /** Drafts that the number can be put into. */
  readonly udkast: readonly Udkast[]
  readonly maaAendre: boolean
  /** Something of it is open, or to be. */
  readonly kanLukkes: boolean
}

/** One number: what is shown of it and why, who else shows it, and what can be done. */
export function nummerView(k: Arbejdskontekst, side: Nummerside, udfald?: Udfald): Markup {
  const t = ord(k.sprog).nummer
  const { kle, knude, tilstand } = side
  return renderArbejdsside(k, {
    krummer: [{ tekst: ord(k.sprog).trae.overskrift, sti: STI }, { tekst: kle }],
    indhold: html`<div class="bb-sidehoved"><h1 class="bb-langtitel">${t.overskrift(kle, knude?.titel ?? '')}</h1><div>${tilstandsdel(k, kle, tilstand)}</div></div>
${udfaldsbesked(k, udfald)}
${side.lukketNummer ? alert(k.sprog, 'info', { indhold: html`<p>${t.altidLukket}</p>` }) : undefined}
<div class="bb-sag bb-toparter"><div>
<section aria-labelledby="nu"><h2 id="nu" class="h3">${t.sammenhaeng}</h2>${opsaetningsdel(k, side)}</section>
${side.kommende.length > 0 ? html`<section class="bb-afsnit" aria-labelledby="kommende"><h2 id="kommende" class="h3">${t.kommende}</h2><ul>${side.kommende.map((en) => html`<li>${t.kommendeFra(dato(k, en.gaelderFra), en.aaben)}</li>`)}</ul></section>` : undefined}
${knude && knude.boern.length > 0 ? html`<p><a href="${grensti(kle)}">${ord(k.sprog).trae.aabnUnder(kle)}</a></p>` : undefined}
</div><div>${side.maaAendre ? handlinger(k, side) : undefined}</div></div>
<section class="bb-afsnit" aria-labelledby="andre"><h2 id="andre" class="h3">${t.andre}</h2>${andredel(k, side)}</section>`,
  })
}

function opsaetningsdel(k: Arbejdskontekst, { kle, gaeldende, systemer, antal }: Nummerside): Markup {
  const t = ord(k.sprog)
  const iIndekset = antal === undefined ? undefined : html`<p>${t.nummer.antal(formatAntal(antal, k.sprog))}</p>`
  if (!gaeldende) return html`<p>${t.nummer.ukonfigureret}</p>${iIndekset}`
  const indhold = indholdAf(gaeldende)
  const felter = FELTER.filter((felt) => !isUdenVirkning(felt, indhold))
  return html`<p>${gaeldende.kle === kle ? t.nummer.egen : t.nummer.arver(gaeldende.kle)}</p>${iIndekset}
  ${factList(felter.map((felt) => [t.felt[felt].navn, vaerdi(k, systemer, felt, indhold)]))}`
}

function handlinger(k: Arbejdskontekst, { kle, udkast, kanLukkes }: Nummerside): Markup {
  const t = ord(k.sprog)
  const valg = [...udkast.map((en) => ({ vaerdi: en.id, tekst: en.navn })), { vaerdi: '', tekst: t.nyt.overskrift }]
  const felt = { id: 'udkast', navn: 'udkast', etiket: t.nummer.vaelgUdkast, vaerdi: udkast[0]?.id ?? '' }
  return html`<div class="bb-flade"><h2 class="h4">${t.nummer.aendr}</h2><p>${t.nummer.aendrOm}</p>
  <form method="get" action="${STI}/aendr" class="bb-formular"><input type="hidden" name="kle" value="${kle}">
  ${udkast.length > 0 ? select(k.sprog, felt, valg) : undefined}
  <button type="submit" class="button button-primary">${t.nummer.aendrKnap}</button></form></div>
  ${
    kanLukkes
      ? html`<div class="bb-flade bb-gul bb-afsnit"><h2 class="h4">${t.nummer.luk}</h2><p>${t.nummer.lukOm(kle)}</p>${formular(
          k,
          `${STI}/luk`,
          { skjult: { kle }, felter: [aarsagsfelt(k, 'luk-aarsag')], knap: t.nummer.lukKnap, klasse: 'button button-warning' },
        )}</div>`
      : undefined
  }`
}

export const aarsagsfelt = (k: Arbejdskontekst, id: string): Markup => {
  const t = ord(k.sprog).nummer
  return textInput(k.sprog, { id, navn: 'aarsag', etiket: t.aarsag, hjaelp: t.aarsagHjaelp, vaerdi: '' })
}

function andredel(k: Arbejdskontekst, { andre }: Nummerside): Markup {
  const t = ord(k.sprog).nummer
  if (andre.length === 0) return html`<p>${t.ingenAndre}</p>`
  return table(
    t.andre,
    [
      { overskrift: t.kommune, celle: ({ kommune }) => kommunenavn(kommune) },
      { overskrift: t.siden, celle: ({ siden }) => html`<span class="bb-dato">${dato(k, siden)}</span>` },
      { overskrift: t.fra, celle: ({ version }) => html`<span class="bb-dato">${dato(k, version.fradato)}</span>` },
      { overskrift: t.efter, celle: ({ version }) => version.kle },
    ],
    andre,
  )
}
