import {
  type Arbejdskontekst,
  badge,
  factList,
  formatDato,
  formatPeriode,
  formatTid,
  html,
  type Indhold,
  ikon,
  join,
  type Markup,
  timeline,
} from '#web'
import type { Aabnet, Overblikside } from '../side.ts'
import type { Ting } from '../visninger.ts'
import { adgangsdel, skjultforklaring } from './hvorfor.view.ts'
import { tinglink } from './liste.view.ts'
import { emneord, facetord, kroner, tilstandsmaerke, titelord } from './ord.ts'
import { raekkeId, sideSti } from './stier.ts'
import { ord, tilstandsord } from './texts/index.ts'

/** The open thing, beside the list; without script it is where the address leads on the same page. */
export function detaljedel(k: Arbejdskontekst, side: Overblikside): Markup | undefined {
  const { aabnet, besoeg, valg } = side
  if (aabnet === undefined) return undefined
  const t = ord(k.sprog).detalje
  const tilListen = `${sideSti(besoeg, { ...valg, ting: '' })}${aabnet === 'findesIkke' ? '' : `#${raekkeId('ting' in aabnet ? aabnet.ting.ref : aabnet.ref)}`}`
  const luk = html`<p class="bb-luk d-print-none"><a href="${tilListen}" id="luk" data-tast="Escape" aria-keyshortcuts="Escape">${ikon('close')}${t.luk}</a> <kbd aria-hidden="true">Esc</kbd></p>`
  if (aabnet === 'findesIkke')
    return html`<section id="detalje" class="bb-detalje" aria-label="${t.findesIkke}" tabindex="-1">${luk}<p>${t.findesIkke}</p></section>`
  if (!('ting' in aabnet))
    return html`<section id="detalje" class="bb-detalje" aria-labelledby="detalje-navn" tabindex="-1">${luk}
${skjultforklaring(k, aabnet)}
</section>`
  const { ting } = aabnet
  return html`<section id="detalje" class="bb-detalje" aria-labelledby="detalje-navn" tabindex="-1">${luk}
<p class="bb-meta">${ord(k.sprog).art[ting.art]}</p>
<h2 id="detalje-navn" class="h4">${titelord(k.sprog, ting)}</h2>
<p class="bb-roller">${tilstandsmaerke(k.sprog, ting)} ${ting.foelsomhed === UFOELSOM ? undefined : badge('neutral', ord(k.sprog).foelsomhed[ting.foelsomhed])}</p>
${linkdel(k, aabnet)}
${notatdel(k, aabnet)}
${factList(fakta(k, ting))}
${ydelsesdel(k, ting)}
${forloebdel(k, ting)}
${nabodel(k, side, aabnet)}
${borgerdel(k, aabnet)}
${adgangsdel(k, aabnet.adgang)}
</section>`
}

const linkdel = (k: Arbejdskontekst, { link }: Aabnet): Markup | undefined =>
  link === undefined
    ? undefined
    : html`<p class="d-print-none"><a class="icon-link" href="${link}" target="_blank" rel="noopener noreferrer">${ord(k.sprog).detalje.aabnFagsystem}${ikon('open-in-new')}<span class="sr-only"> ${ord(k.sprog).detalje.nytVindue}</span></a></p>`

function notatdel(k: Arbejdskontekst, { ting, tekst }: Aabnet): Markup | undefined {
  if (ting.art !== 'journalnotat') return undefined
  const t = ord(k.sprog).detalje
  return tekst === undefined || ting.format !== 'Text'
    ? html`<p>${t.ingenTekst}</p>`
    : html`<section aria-labelledby="notattekst"><h3 id="notattekst" class="h5">${t.tekst}</h3><p class="bb-notattekst">${tekst}</p></section>`
}

const UFOELSOM = 'IKKE_FORTROLIGE_DATA'

type Par = readonly [string, Indhold]

function fakta(k: Arbejdskontekst, ting: Ting): readonly Par[] {
  const t = ord(k.sprog).detalje
  const tid = (hvornaar: Parameters<typeof formatTid>[0]) => formatTid(hvornaar, k.sprog, k.nu)
  return [
    [t.nummer, ting.nummer || undefined],
    ...egne(k, ting),
    [t.enhed, ting.enhed?.navn],
    [t.kle, emneord(k.sprog, ting.kle) || undefined],
    [t.roller, ting.roller.join(', ') || undefined],
    // What is sensitive stands as a badge at the top.
    [t.foelsomhed, ting.foelsomhed === UFOELSOM ? ord(k.sprog).foelsomhed[UFOELSOM] : undefined],
    [t.system, ting.system.navn || undefined],
    [t.aendret, tid(ting.aendret)],
    [t.modtaget, ting.modtaget && tid(ting.modtaget)],
  ]
}

/** What each kind has of its own. */
function egne(k: Arbejdskontekst, ting: Ting): readonly Par[] {
  const t = ord(k.sprog).detalje
  switch (ting.art) {
    case 'sag':
      return [
        [t.sagsstatus, ting.sagsstatus],
        [t.oprettet, formatDato(ting.dag, k.sprog)],
        [t.facet, facetord(ting.facet)],
        [t.hjemmel, ting.hjemmel],
      ]
    case 'dokument':
      return [
        [t.type, ting.type || undefined],
        [t.brevDato, ting.brevDato && formatDato(ting.brevDato, k.sprog)],
      ]
    case 'journalnotat':
      return [[t.oprettet, formatDato(ting.dag, k.sprog)]]
    case 'bevilling':
      return [[t.periode, formatPeriode(ting.fra, ting.til, k.sprog)]]
    case 'oekonomiskEffektuering':
      return [
        [t.beloeb, ting.beloeb === undefined ? t.delt : kroner(k.sprog, ting.beloeb)],
        [t.brutto, kroner(k.sprog, ting.brutto)],
        [t.efterSkat, kroner(k.sprog, ting.efterSkat)],
        [t.periode, formatPeriode(ting.periode.fra, ting.periode.til, k.sprog)],
      ]
    case 'aftale':
      return [
        [t.tid, formatTid(ting.start, k.sprog, k.nu)],
        [t.sted, ting.sted],
        [t.beskrivelse, ting.beskrivelse],
      ]
  }
}

function ydelsesdel(k: Arbejdskontekst, ting: Ting): Markup | undefined {
  const t = ord(k.sprog).detalje
  if (ting.art === 'oekonomiskEffektuering')
    return html`<h3 class="h5">${t.linjer}</h3><ul class="bb-liste bb-linjer">${ting.linjer.map(({ navn, beloeb }) => html`<li>${join([navn, kroner(k.sprog, beloeb)], ': ')}</li>`)}</ul>`
  if (ting.art !== 'bevilling') return undefined
  return html`<h3 class="h5">${t.bevilget}</h3><ul class="bb-liste bb-linjer">${ting.ydelser.map(
    (ydelse) =>
      html`<li><strong>${ydelse.navn}</strong> <span class="bb-under">${[ydelse.type, ydelse.kle, ydelse.omfang, formatPeriode(ydelse.fra, ydelse.til, k.sprog)].filter(Boolean).join(' · ')}</span>${ydelse.meddelelse ? html`<br>${ydelse.meddelelse}` : undefined}${ydelse.planer.map((plan) => html`<span class="bb-under">${t.plan}: ${plan}</span>`)}</li>`,
  )}</ul>`
}

const forloebdel = (k: Arbejdskontekst, ting: Ting): Markup | undefined =>
  ting.art === 'sag' && ting.trin.length > 0
    ? html`<h3 class="h5">${ord(k.sprog).detalje.forloeb}</h3>${timeline(
        ting.trin.map(({ status, fra }, i) => ({
          titel: tilstandsord(k.sprog, status),
          tid: formatTid(fra, k.sprog, k.nu),
          aktuelt: i === ting.trin.length - 1,
        })),
      )}`
    : undefined

function nabodel(k: Arbejdskontekst, side: Overblikside, { ting, naboer }: Aabnet): Markup | undefined {
  if (naboer.length === 0) return undefined
  const t = ord(k.sprog).detalje
  return html`<h3 class="h5">${ting.art === 'sag' ? t.paaSagen : t.hoererTil}</h3><ul class="bb-liste bb-linjer">${naboer.map(
    (nabo) => html`<li>${tinglink(k, side, nabo)} <span class="bb-under">${ord(k.sprog).art[nabo.art]}</span></li>`,
  )}</ul>`
}

function borgerdel(k: Arbejdskontekst, { borger }: Aabnet): Markup | undefined {
  if (!borger) return undefined
  const t = ord(k.sprog).detalje
  return html`<h3 class="h5">${t.hosBorgeren}</h3>
<p>${borger.vises ? badge('success', t.vises) : badge('warning', t.skjult)}</p>
${borger.vises ? html`<p>${t.medOrdene}: “${borger.titel[k.sprog]}”</p>` : html`<p>${borger.forklaring[k.sprog]}</p>${borger.aendring ? html`<p class="bb-meta">${t.forAtVise}: ${borger.aendring[k.sprog]}</p>` : undefined}`}`
}
