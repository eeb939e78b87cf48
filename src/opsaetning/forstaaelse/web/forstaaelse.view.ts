import { type Arbejdskontekst, formatAntal, html, type Markup, renderArbejdsside, select, sidehoved, table } from '#web'
import { type Kvartal, kvartalsnoegle } from '../kvartal.ts'
import type { Svartal } from '../undertryk.ts'
import { ord } from './texts/index.ts'

export const FORSTAAELSESSTI = '/kommune/forstaaelse'

export type Forstaaelseslinje = { readonly omraade: string; readonly system: string | undefined; readonly svar: Svartal }

/** The answers of a quarter, by area and system. Without sums: one that is left out could be worked out from the others. */
export function forstaaelseView(
  k: Arbejdskontekst,
  v: {
    readonly kvartaler: readonly Kvartal[]
    readonly valgt: Kvartal
    readonly linjer: readonly Forstaaelseslinje[]
  },
): Markup {
  const t = ord(k.sprog)
  const navn = ({ nr, aar }: Kvartal): string => t.kvartalNavn(nr, aar)
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
<form class="bb-filter d-print-none" method="get" action="${FORSTAAELSESSTI}">
  ${select(
    k.sprog,
    { id: 'kvartal', navn: 'kvartal', etiket: t.kvartal, vaerdi: kvartalsnoegle(v.valgt) },
    v.kvartaler.map((kvartal) => ({ vaerdi: kvartalsnoegle(kvartal), tekst: navn(kvartal) })),
  )}
  <div class="bb-knapper"><button class="button button-primary" type="submit">${t.vis}</button></div>
</form>
<section class="bb-afsnit" aria-labelledby="svar"><h2 id="svar" class="h4">${navn(v.valgt)}</h2>
${v.linjer.length > 0 ? svartabel(k, navn(v.valgt), v.linjer) : html`<p>${t.ingen}</p>`}</section>
<p class="bb-meta">${t.regler}</p><p>${t.tip}</p>`,
  })
}

function svartabel(k: Arbejdskontekst, navn: string, linjer: readonly Forstaaelseslinje[]): Markup {
  const t = ord(k.sprog)
  const tal = (antal: (svar: Extract<Svartal, { slags: 'tal' }>) => string) => (linje: Forstaaelseslinje) =>
    linje.svar.slags === 'tal' ? antal(linje.svar) : '–'
  return table(
    navn,
    [
      { overskrift: t.omraade, celle: ({ omraade }) => omraade },
      { overskrift: t.system, celle: ({ system }) => system ?? t.ukendtSystem },
      { overskrift: t.ja, tal: true, celle: tal(({ ja }) => formatAntal(ja, k.sprog)) },
      { overskrift: t.nej, tal: true, celle: tal(({ nej }) => formatAntal(nej, k.sprog)) },
      {
        overskrift: t.andel,
        // Words, where there is no number: they must be able to wrap.
        celle: ({ svar }) =>
          svar.slags === 'tal' ? html`<strong>${Math.round((100 * svar.ja) / (svar.ja + svar.nej))} %</strong>` : t[svar.slags],
      },
    ],
    linjer,
  )
}
