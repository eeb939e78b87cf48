import { type Arbejdskontekst, details, formatAntal, html, ikon, type Markup } from '#web'
import type { Overblikside, Skjultforklaring } from '../side.ts'
import type { Gruppeforklaring, Skjultvisning } from '../visninger.ts'
import { artsord } from './ord.ts'
import { raekkeId, sideSti } from './stier.ts'
import { hvorforord, ord } from './texts/index.ts'

/** Why something can be seen or not: words about the employee's own rights, and of the thing no more than its kind and unit. */

/** What is there and may not be seen, for those who may know that much. */
export function skjultdel(k: Arbejdskontekst, side: Overblikside): Markup | undefined {
  const { skjulte } = side
  if (skjulte.length === 0) return undefined
  const t = ord(k.sprog).skjult
  return html`<section class="bb-flade bb-graa bb-skjulte" aria-labelledby="skjulte"><h3 id="skjulte" class="h5">${ikon('visibility-off')}${t.overskrift}</h3><p>${t.lead}</p>
<ul>${skjulte.map((linje) => html`<li>${skjultord(k, linje)}${hvorforlinks(k, side, linje)}</li>`)}</ul><p class="bb-meta">${t.spoerg}</p></section>`
}

function skjultord(k: Arbejdskontekst, { art, enhed, refs: { length } }: Skjultvisning): string {
  const t = ord(k.sprog).skjult
  return t.linje(formatAntal(length, k.sprog), artsord(k.sprog, art, length), enhed || t.udenEnhed)
}

/** As many of a line as one would ask about; which they are is by chance, as their order. */
const HOEJST_LINKS = 100

/** A link for each: one is asked about at a time, and each question is logged. */
function hvorforlinks(k: Arbejdskontekst, side: Overblikside, linje: Skjultvisning): Markup {
  const t = hvorforord(k.sprog)
  const { art, refs } = linje
  const [foerste] = refs
  if (foerste !== undefined && refs.length === 1)
    return html` <span id="${raekkeId(foerste)}" class="d-print-none">${hvorforlink(k, side, foerste, html`${t.den[art]}<span class="sr-only"> (${skjultord(k, linje)})</span>`)}</span>`
  const aaben = refs.includes(side.valg.ting)
  const indhold = html`<summary class="details-summary">${t.dem}<span class="sr-only"> (${skjultord(k, linje)})</span></summary><div class="details-text"><ul class="bb-liste bb-hvorforliste">${refs
    .slice(0, HOEJST_LINKS)
    .map(
      (ref, i) =>
        html`<li id="${raekkeId(ref)}">${hvorforlink(k, side, ref, html`${t.nr(ord(k.sprog).art[art], formatAntal(i + 1, k.sprog))}<span class="sr-only">: ${t.den[art]}</span>`)}</li>`,
    )}</ul>${refs.length > HOEJST_LINKS ? html`<p class="bb-meta">${t.foerste(formatAntal(HOEJST_LINKS, k.sprog))}</p>` : undefined}</div>`
  return aaben
    ? html`<details class="details d-print-none" open>${indhold}</details>`
    : html`<details class="details d-print-none">${indhold}</details>`
}

function hvorforlink(k: Arbejdskontekst, { besoeg, valg }: Overblikside, ref: string, indhold: Markup): Markup {
  const sti = sideSti(besoeg, { ...valg, ting: ref })
  return valg.ting === ref
    ? html`<a class="bb-hvorfor" href="${sti}" aria-current="true">${indhold}<span class="sr-only"> (${ord(k.sprog).liste.aabnet})</span></a>`
    : html`<a class="bb-hvorfor" href="${sti}">${indhold}</a>`
}

/** The panel's content for a thing that may be known of: which rule stops which group. */
export function skjultforklaring(k: Arbejdskontekst, { art, enhed, grupper }: Skjultforklaring): Markup {
  const t = hvorforord(k.sprog)
  return html`<p class="bb-meta">${ord(k.sprog).art[art]}</p>
<h2 id="detalje-navn" class="h4">${t.den[art]}</h2>
<p>${t.lead}</p>
<p>${t.enhed}: <strong>${enhed || t.ikkeOplyst}</strong></p>
${grupper === undefined ? html`<p role="status">${t.ikkeNu}</p>` : html`<h3 class="h5">${t.grupper}</h3>${gruppeliste(k, grupper)}`}
<p class="bb-meta bb-efter">${ord(k.sprog).skjult.spoerg}${grupper === undefined ? undefined : ` ${t.registreret}`}</p>`
}

/** Beside a thing that is seen: which groups let it through, and which do not and why. */
export function adgangsdel(k: Arbejdskontekst, adgang: readonly Gruppeforklaring[] | undefined): Markup | undefined {
  if (adgang === undefined) return undefined
  const t = hvorforord(k.sprog)
  const giver = adgang.filter(({ hindringer }) => hindringer.length === 0)
  const andre = adgang.filter(({ hindringer }) => hindringer.length > 0)
  return details(
    ord(k.sprog).detalje.hvorforSerJeg,
    html`<ul>${giver.map(({ gruppe }) => html`<li>${gruppe[k.sprog]}</li>`)}</ul>${
      andre.length === 0 ? undefined : html`<h3 class="h5">${t.andre}</h3>${gruppeliste(k, andre)}`
    }`,
  )
}

const gruppeliste = (k: Arbejdskontekst, grupper: readonly Gruppeforklaring[]): Markup =>
  html`<ol class="bb-liste bb-rettigheder">${grupper.map(
    ({ gruppe, hindringer }) =>
      html`<li>${gruppe[k.sprog]}<ul>${hindringer.map((led) => html`<li>${led[k.sprog]}</li>`)}</ul></li>`,
  )}</ol>`
