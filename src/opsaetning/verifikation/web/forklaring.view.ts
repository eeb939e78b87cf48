import type { Kommuneforklaring } from '#overblik'
import { type Arbejdskontekst, badge, factList, formatTid, html, type Markup, renderArbejdsside, sidehoved, table } from '#web'
import type { Regler } from '../begynd.ts'
import { STI } from './begynd.view.ts'
import { ord } from './texts/index.ts'

/** Whether one item is shown to one citizen, by which rule, since when, and what would have to change. */
export function forklaringView(k: Arbejdskontekst, regler: Regler, svar: Kommuneforklaring | undefined): Markup {
  const t = ord(k.sprog)
  const { udkast } = regler
  const efter = udkast ? t.bjaelke.udkast(udkast.navn, formatTid(regler.tid, k.sprog, k.nu)) : t.bjaelke.idag
  return renderArbejdsside(k, {
    krummer: [{ tekst: t.forklar.overskrift, sti: STI.forklar }, { tekst: t.forklaring.overskrift }],
    indhold: html`${sidehoved(t.forklaring.overskrift, efter)}
${svar ? forklaringsdel(k, svar) : html`<p>${t.forklaring.findesIkke}</p>`}
<p class="bb-meta">${t.kunEgne}</p>
<p><a href="${STI.forklar}">${t.forklaring.igen}</a></p>`,
  })
}

function forklaringsdel(k: Arbejdskontekst, svar: Kommuneforklaring): Markup {
  const t = ord(k.sprog).forklaring
  const { forklaring } = svar
  const tid = (hvornaar: Parameters<typeof formatTid>[0]) => formatTid(hvornaar, k.sprog, k.nu)
  return html`<section class="bb-flade" aria-labelledby="udfald"><h2 id="udfald" class="h4">${forklaring.vises ? badge('success', t.vises) : badge('warning', t.skjult)}</h2>
${factList([
  [t.medOrdene, forklaring.ord ? forklaring.ord.titel[k.sprog] : undefined],
  [t.hvorfor, forklaring.forklaring[k.sprog]],
  [t.forAtVise, forklaring.aendring?.[k.sprog]],
  [t.aendret, tid(svar.aendret)],
  [t.vurderet, svar.vurderet ? tid(svar.vurderet) : t.ikkeVurderet],
])}</section>
<section class="bb-afsnit" aria-labelledby="regler"><h2 id="regler" class="h3">${t.regler}</h2>
${forklaring.vinkler.map((vinkel, nr) => vinkeldel(k, vinkel, svar.konfigurationer[nr]))}</section>`
}

type Vinkel = Kommuneforklaring['forklaring']['vinkler'][number]

function vinkeldel(k: Arbejdskontekst, vinkel: Vinkel, konfiguration: Kommuneforklaring['konfigurationer'][number]): Markup {
  const t = ord(k.sprog).forklaring
  const navn = `${t.som[vinkel.som]}: KLE ${vinkel.kle || '-'}`
  return html`<h3 class="h5">${navn}</h3>
<p>${konfiguration ? t.gaelderFra(konfiguration.kle, formatTid(konfiguration.gaelderFra, k.sprog, k.nu)) : t.ingenRegler}${vinkel.sagenVises === false ? html` <strong>${t.sagenVisesIkke}</strong>` : undefined}</p>
${table(
  navn,
  [
    {
      overskrift: t.kolonne.udfald,
      celle: ({ udfald }: Vinkel['regler'][number]) =>
        badge(udfald === 'vises' ? 'success' : udfald === 'skjules' ? 'warning' : 'neutral', t.udfald[udfald]),
    },
    { overskrift: t.kolonne.regel, celle: ({ regel }) => t.regel[regel] },
    {
      overskrift: t.kolonne.forklaring,
      celle: ({ forklaring, aendring }) =>
        html`${forklaring[k.sprog]}${aendring ? html`<br><span class="bb-meta">${aendring[k.sprog]}</span>` : undefined}`,
    },
  ],
  vinkel.regler,
)}`
}
