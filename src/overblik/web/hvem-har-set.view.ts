import { details, formatDag, formatKlokken, html, type Markup, renderSide, type Sidekontekst, STIER, stort, table } from '#web'
import type { Mangel, OpslagVisning } from '../visninger.ts'
import { mangelbesked, pageHeader } from './dele.ts'
import { ord } from './texts/index.ts'

/**
 * Who has looked. No count of what is withheld, no names of units, and one constant sentence, since a line may be left out to protect
 * somebody, and the page must look the same where none is.
 */
export function hvemHarSetView(
  k: Sidekontekst,
  v: { readonly linjer: readonly OpslagVisning[]; readonly mangler: readonly Mangel[] },
): Markup {
  const t = ord(k.sprog).hvemHarSet
  return renderSide(k, {
    punkt: 'hvemHarSet',
    indhold: html`
${pageHeader(t.overskrift, t.lead)}
${mangelbesked(k, v.mangler)}
${
  v.linjer.length === 0
    ? html`<div class="bb-tom"><p>${t.ingen}</p></div>`
    : table(
        t.overskrift,
        [
          {
            overskrift: t.hvornaar,
            celle: ({ tid }) =>
              html`<span class="bb-dato">${stort(formatDag(tid, k.sprog, k.nu))}</span> ${formatKlokken(tid, k.sprog)}`,
          },
          { overskrift: t.hvem, celle: ({ hvem }) => t.hvemOrd[hvem] },
          { overskrift: t.hvorfor, celle: ({ grund }) => grund[k.sprog] },
          { overskrift: t.hvad, celle: ({ hvad }) => stort(hvad.map((del) => del[k.sprog]).join(', ')) },
        ],
        v.linjer,
      )
}
<p>${t.konstant}</p>
<p>${t.navne}</p>
<p>${t.kunHer}</p>
${details(
  t.bevis.overskrift,
  html`<p>${t.bevis.tekst}</p><p>${t.bevis.kanIkke}</p>
<p><a href="${STIER.hvemHarSetUdtraek}" download>${t.bevis.hent}</a></p>`,
)}`,
  })
}
