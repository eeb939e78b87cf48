import {
  type Arbejdskontekst,
  errorSummary,
  formatTid,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
} from '#web'
import type { Csvfejl } from '../csv/laes.ts'
import { forskelle } from '../indhold.ts'
import type { Sammenligningsraekke } from '../sammenligning.ts'
import type { Aendring } from '../udkastlager.ts'
import { dato, forskelsliste, kommunenavn, nummersti, STI, type Systemnavne, udkaststi } from './dele.ts'
import { ord } from './texts/index.ts'

/** What has been changed, what others show, and the import. */

const krummer = (k: Arbejdskontekst, tekst: string) => [{ tekst: ord(k.sprog).trae.overskrift, sti: STI }, { tekst }]

/** A change of many numbers is told by its first; the draft has them all. */
const HOEJST_NUMRE = 20

/** `aeldre`: the number to go on from, where there are more. */
export function historikView(
  k: Arbejdskontekst,
  aendringer: readonly Aendring[],
  { aeldre, systemer }: { readonly aeldre: number | undefined; readonly systemer: Systemnavne },
): Markup {
  const t = ord(k.sprog).historik
  return renderArbejdsside(k, {
    krummer: krummer(k, t.overskrift),
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${aendringer.length === 0 ? html`<p>${t.ingen}</p>` : html`<ul class="bb-liste bb-bevillinger">${aendringer.map((en) => html`<li class="bb-flade">${aendringsdel(k, systemer, en)}</li>`)}</ul>`}
${aeldre === undefined ? undefined : html`<p><a href="${STI}/historik?foer=${String(aeldre)}">${t.aeldre}</a></p>`}`,
  })
}

function aendringsdel(k: Arbejdskontekst, systemer: Systemnavne, { nr, tid, slags, af, udkast, indhold }: Aendring): Markup {
  const t = ord(k.sprog).historik
  const hvem =
    slags === 'godkendelse' && indhold.foreslaaetAf ? t.godkendelse(indhold.foreslaaetAf.navn, af.navn) : t.indsnaevring(af.navn)
  const navn = udkast === undefined ? t.lukket(indhold.navn) : indhold.navn
  const viste = indhold.linjer.slice(0, HOEJST_NUMRE)
  return html`<h2 class="h5">${nr}. ${navn}</h2><p class="bb-meta">${formatTid(tid, k.sprog, k.nu)}. ${hvem}${indhold.gaelderFra > tid ? ` ${t.gaelderFra(dato(k, indhold.gaelderFra))}` : ''}</p>
  <p>${indhold.aarsag}</p>
  ${viste.map(({ kle, foer, efter }) => (forskelle(foer, efter).length === 0 ? undefined : html`<h3 class="h6"><a href="${nummersti(kle)}">${kle}</a></h3>${forskelsliste(k, systemer, foer, efter)}`))}
  ${indhold.linjer.length > HOEJST_NUMRE ? html`<p>${t.flere(indhold.linjer.length - HOEJST_NUMRE)}</p>` : undefined}
  ${udkast ? html`<p><a href="${udkaststi(udkast)}">${t.visUdkast}<span class="sr-only">: ${navn}</span></a></p>` : undefined}`
}

export type Sammenligningsside = {
  readonly raekker: readonly Sammenligningsraekke[]
  /** How many other municipalities there are. */
  readonly andre: number
  readonly kunManglende: boolean
  readonly titelAf: (kle: string) => string
}

export function sammenlignView(k: Arbejdskontekst, { raekker, andre, kunManglende, titelAf }: Sammenligningsside): Markup {
  const t = ord(k.sprog).sammenlign
  const viste = kunManglende ? raekker.filter(({ egen }) => !egen) : raekker
  const tom = raekker.length === 0 ? t.ingen : t.intetNyt
  return renderArbejdsside(k, {
    krummer: krummer(k, t.overskrift),
    indhold: html`${sidehoved(t.overskrift, t.lead)}
<p>${kunManglende ? html`<a href="${STI}/sammenlign">${t.allesammen}</a>` : html`<a href="${STI}/sammenlign?kun=manglende">${t.kun}</a>`}</p>
${viste.length === 0 ? html`<p>${tom}</p>` : table(t.tabel, kolonner(k, andre, titelAf), viste)}`,
  })
}

function kolonner(k: Arbejdskontekst, alle: number, titelAf: (kle: string) => string) {
  const t = ord(k.sprog)
  return [
    {
      overskrift: t.sammenlign.nummer,
      celle: ({ kle }: Sammenligningsraekke) => html`<a href="${nummersti(kle)}">${kle} ${titelAf(kle)}</a>`,
    },
    {
      overskrift: t.sammenlign.os,
      celle: ({ egen }: Sammenligningsraekke) =>
        egen ? `${t.tilstand.aaben} ${t.siden(egen.version.kle, dato(k, egen.siden))}` : t.tilstand.lukket,
    },
    { overskrift: t.sammenlign.andre, celle: ({ andre }: Sammenligningsraekke) => t.sammenlign.antal(andre.length, alle) },
    {
      overskrift: t.sammenlign.foerst,
      celle: ({ egen, andre }: Sammenligningsraekke) => {
        const [foerst] = [...(egen ? [egen] : []), ...andre].toSorted((a, b) => (a.siden < b.siden ? -1 : 1))
        return foerst ? `${kommunenavn(foerst.kommune)}, ${dato(k, foerst.siden)}` : ''
      },
    },
  ]
}

export function indlaesView(k: Arbejdskontekst, fejl: readonly Csvfejl[]): Markup {
  const t = ord(k.sprog).csv
  const felt = { id: 'fil', navn: 'fil', etiket: t.fil, vaerdi: '' }
  return renderArbejdsside(k, {
    krummer: krummer(k, t.overskrift),
    indhold: html`<div class="bb-smal">${sidehoved(t.overskrift, t.lead)}
${errorSummary(k.sprog, fejl.length > 0 ? [{ ...felt, fejl: t.fejlOverskrift }] : [])}
${
  fejl.length > 0
    ? html`<section aria-labelledby="fejl"><h2 id="fejl" class="h4">${t.fejlOverskrift}</h2><p>${t.fejlLead}</p><ul>${fejl.map((en) => html`<li><strong>${t.linje(en.linje)}:</strong> ${fejlord(k, en)}</li>`)}</ul></section>`
    : undefined
}
<h2 class="h4">${t.reglerOverskrift}</h2><ul>${t.regler.map((regel) => html`<li>${regel}</li>`)}</ul>
<p><a href="${STI}/eksport" download>${ord(k.sprog).trae.eksport}</a></p>
<form method="post" action="${STI}/indlaes" enctype="multipart/form-data" class="bb-formular">${formularfelt(k)}
<div class="form-group"><label class="form-label" for="fil">${t.fil}</label><input type="file" id="fil" name="fil" accept=".csv,text/csv"></div>
<p class="bb-knapper"><button type="submit" class="button button-primary">${t.knap}</button></p></form></div>`,
  })
}

function fejlord(k: Arbejdskontekst, { kode, kolonne = '', ventet }: Csvfejl): string {
  const t = ord(k.sprog).csv.fejl
  const tekst = t[kode]
  return typeof tekst === 'string' ? tekst : tekst(kolonne, ventet?.[k.sprog] ?? '')
}
