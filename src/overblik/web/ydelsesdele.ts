import {
  badge,
  formatBeloeb,
  formatDato,
  formatListe,
  formatPaaDag,
  formatPeriode,
  html,
  type Markup,
  type Sidekontekst,
  STIER,
  sagSti,
  table,
  tekster,
} from '#web'
import type { BevillingVisning, UdbetalingVisning, YdelseVisning } from '../visninger.ts'
import { metalinje, skattelinje, titel, udbetalingsbadge, udbetalingssaetning, ydelsesnavn } from './dele.ts'
import { herkomstDel, nytMaerke } from './herkomst.ts'
import { omraadenavn } from './omraader.ts'
import { ord } from './texts/index.ts'

/** A grant: what, since when, how much of it. Inaktiv and Passiv are the source's own states and say nothing to a citizen: only the dates. */
export function bevillingDel(
  k: Sidekontekst,
  bevilling: BevillingVisning,
  niveau: 'h3' | 'h4',
  vej: 'sag' | 'udbetalinger',
): Markup {
  const t = ord(k.sprog).ydelser
  const navn = formatListe(bevilling.ydelser.map((ydelse) => ydelsesnavn(k, ydelse)).filter(Boolean), k.sprog) || t.udenNavn
  const overskrift = html`${navn} ${bevillingsbadge(k, bevilling)} ${nytMaerke(k, bevilling.herkomst)}`
  return html`<li class="bb-flade" id="${bevilling.id}">
  ${niveau === 'h3' ? html`<h3>${overskrift}</h3>` : html`<h4>${overskrift}</h4>`}
  ${bevillingssaetning(k, bevilling)}
  ${bevilling.ydelser.map((ydelse) => ydelseDel(k, ydelse, bevilling))}
  ${metalinje([omraadenavn(bevilling.omraade, k.sprog), bevilling.kommune.navn])}
  ${herkomstDel(k, bevilling.herkomst, navn)}
  ${vej === 'sag' && bevilling.sag ? html`<p class="bb-over"><a href="${sagSti(bevilling.sag)}">${ord(k.sprog).seSagen}<span class="sr-only">: ${navn}</span></a></p>` : undefined}
  ${vej === 'udbetalinger' && bevilling.udbetalinger.length > 0 ? html`<p><a href="${STIER.ydelser}">${t.seUdbetalinger}<span class="sr-only">: ${navn}</span></a></p>` : undefined}
</li>`
}

function bevillingsbadge(k: Sidekontekst, { tilstand }: BevillingVisning): Markup | undefined {
  const t = tekster(k.sprog).bevilling.ord
  if (tilstand === 'Aktiv') return badge('success', t.Aktiv)
  if (tilstand === 'Kommende') return badge('info', t.Kommende)
  return tilstand === 'Sluttet' ? badge('neutral', t.Sluttet) : undefined
}

function bevillingssaetning(k: Sidekontekst, { tilstand, fra, til }: BevillingVisning): Markup | undefined {
  const t = tekster(k.sprog).bevilling
  if (tilstand === 'Aktiv') return html`<p>${t.aktiv}</p>`
  if (tilstand === 'Sluttet') return html`<p>${til ? t.sluttede(formatPaaDag(til, k.sprog, k.nu)) : t.sluttet}</p>`
  return tilstand === 'Kommende' && fra ? html`<p>${t.begynder(formatPaaDag(fra, k.sprog, k.nu))}</p>` : undefined
}

function ydelseDel(k: Sidekontekst, ydelse: YdelseVisning, bevilling: BevillingVisning): Markup {
  const t = ord(k.sprog).ydelser
  const periode = formatPeriode(ydelse.fra ?? bevilling.fra, ydelse.til ?? bevilling.til, k.sprog)
  const flere = bevilling.ydelser.length > 1
  return html`${flere ? html`<p class="weight-semibold">${ydelsesnavn(k, ydelse)}</p>` : undefined}
  <p class="bb-ydelseslinje">${t.typer[ydelse.type]}${ydelse.omfang ? `, ${ydelse.omfang}` : undefined}${periode ? html`<br>${t.gaelder} ${periode}` : undefined}</p>
  ${ydelse.meddelelse ? html`<p>${ydelse.meddelelse}</p>` : undefined}`
}

/** Payments that are on their way: each a sentence, nearest first. */
export const kommendeUdbetalinger = (k: Sidekontekst, udbetalinger: readonly UdbetalingVisning[]): Markup =>
  html`<ul class="bb-liste bb-raekker">${udbetalinger.map(
    (udbetaling) => html`<li id="${udbetaling.id}"><div>
    <p class="bb-titel">${titel(k, ydelsesnavn(k, udbetaling), 'oekonomiskEffektuering')}</p>
    <p class="bb-status">${udbetalingssaetning(k, udbetaling)}</p>
    ${metalinje([skattelinje(k, udbetaling), periodetekst(k, udbetaling), udbetaling.kommune.navn])}
    ${herkomstDel(k, udbetaling.herkomst, titel(k, ydelsesnavn(k, udbetaling), 'oekonomiskEffektuering'))}
  </div><div class="bb-side2">${nytMaerke(k, udbetaling.herkomst)}${udbetaling.beloeb === undefined ? undefined : html`<strong class="bb-tal bb-beloeb">${formatBeloeb(udbetaling.beloeb, k.sprog)}</strong>`}${udbetalingsbadge(k, udbetaling.tilstand)}</div></li>`,
  )}</ul>`

/** Payments made, as a table: a correction is a row of its own with its sentence. */
export function udbetalingstabel(k: Sidekontekst, navn: string, udbetalinger: readonly UdbetalingVisning[]): Markup {
  const t = ord(k.sprog).ydelser
  const kroner = (beloeb: UdbetalingVisning['beloeb']) =>
    beloeb === undefined ? '–' : html`<span class="bb-beloeb">${formatBeloeb(beloeb, k.sprog)}</span>`
  return table(
    navn,
    [
      { overskrift: t.dato, celle: ({ dato }) => (dato ? html`<span class="bb-dato">${formatDato(dato, k.sprog)}</span>` : '–') },
      {
        overskrift: t.hvad,
        celle: (udbetaling) =>
          html`<span id="${udbetaling.id}">${titel(k, ydelsesnavn(k, udbetaling), 'oekonomiskEffektuering')}</span>${udbetaling.tilstand === 'rettelse' ? html`<br><span class="bb-meta">${udbetalingssaetning(k, udbetaling)}</span>` : undefined}<br><span class="bb-meta">${[periodetekst(k, udbetaling), udbetaling.kommune.navn].filter(Boolean).join(' · ')}</span>${nytMaerke(k, udbetaling.herkomst)}${herkomstDel(k, udbetaling.herkomst, titel(k, ydelsesnavn(k, udbetaling), 'oekonomiskEffektuering'))}`,
      },
      { overskrift: t.tilstand, celle: ({ tilstand }) => udbetalingsbadge(k, tilstand) },
      { overskrift: t.foerSkat, tal: true, celle: ({ foerSkat }) => kroner(foerSkat) },
      { overskrift: t.efterSkat, tal: true, celle: ({ efterSkat }) => kroner(efterSkat) },
      {
        overskrift: tekster(k.sprog).udbetaling.ord.udbetalt,
        tal: true,
        // What is only planned or sent has not been paid, though its day has passed.
        celle: ({ tilstand, beloeb }) =>
          html`<strong>${kroner(tilstand === 'udbetalt' || tilstand === 'rettelse' ? beloeb : undefined)}</strong>`,
      },
    ],
    udbetalinger,
  )
}

const periodetekst = (k: Sidekontekst, { periode }: UdbetalingVisning): string | undefined => {
  const tekst = periode && formatPeriode(periode.fra, periode.til, k.sprog)
  return tekst && `${ord(k.sprog).ydelser.periode}: ${tekst}`
}
