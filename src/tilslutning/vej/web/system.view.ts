import type { CvrNummer } from '#kernel'
import { regelsaetning } from '#tilslutning/afproevning'
import {
  type Arbejdskontekst,
  alert,
  badge,
  factList,
  formatAntal,
  html,
  type Indhold,
  ikon,
  type Krumme,
  type Markup,
  renderArbejdsside,
  sidehoved,
  stort,
  table,
} from '#web'
import { type Fagsystemvej, isNaaet, naesteTrin, TRIN, type Trin } from '../fagsystemvej.ts'
import type { Systemside } from '../sider.ts'
import { dag, helbredsmaerke, kommunenavn, navnFor, slagsord, udfaldsbesked, vejmaerker, ventendeliste } from './dele.ts'
import { handlinger } from './handlinger.ts'
import { skridtord } from './skridtord.ts'
import { ord } from './texts/index.ts'

export type Udfald = { readonly ok: boolean; readonly tekst?: string } | undefined

/** One system: where it is on the road, what is next, who takes it, and how it does. */
export function systemView(
  k: Arbejdskontekst,
  side: Systemside,
  krummer: readonly Krumme[],
  sti: string,
  udfald?: Udfald,
): Markup {
  const { vej } = side
  const t = ord(k.sprog).system
  const naeste = naesteTrin(vej)
  return renderArbejdsside(k, {
    krummer: [...krummer, { tekst: vej.navn }],
    indhold: html`
${sidehoved(vej.navn, naeste ? html`${t.naeste}: ${ord(k.sprog).trin[naeste].navn}. ${t.tager(ord(k.sprog).trin[naeste].hvem)}` : t.faerdig, vejmaerker(k, vej))}
${udfaldsbesked(k, udfald)}
${stopbesked(k, vej)}
${
  side.ventende.length > 0
    ? afsnit(
        'venter',
        ord(k.sprog).forslag.overskrift,
        ventendeliste(k, side.seer, () => sti, side.ventende),
      )
    : undefined
}
<div class="bb-par bb-toparter">
${afsnit('vejen', t.vejen, vejen(k, vej))}
${afsnit('din-tur', t.dinTur, side.muligheder.length > 0 ? handlinger(k, sti, side) : html`<p>${t.ingenTur}</p>`)}
</div>
${afsnit('kommuner', t.kommuner, kommuner(k, side))}
${afsnit('afvist', t.afvist, afviste(k, side))}
${afsnit('fakta', t.fakta, fakta(k, side))}
<div class="bb-afsnit">${historik(k, side)}</div>`,
  })
}

const afsnit = (id: string, overskrift: string, indhold: Indhold): Markup =>
  html`<section class="bb-afsnit" aria-labelledby="${id}"><h2 id="${id}" class="h3">${overskrift}</h2>${indhold}</section>`

function stopbesked(k: Arbejdskontekst, { stop, udfaset }: Fagsystemvej): Markup | undefined {
  const t = ord(k.sprog).system
  if (udfaset) return alert(k.sprog, 'info', { overskrift: t.udfasetOverskrift, indhold: stort(dag(k, udfaset)) })
  if (!stop) return undefined
  return alert(k.sprog, 'error', { overskrift: t.stopOverskrift, indhold: t.stopTekst(dag(k, stop.siden), stop.aarsag) })
}

/** The steps as a list that can be read without its colours. */
const vejen = (k: Arbejdskontekst, vej: Fagsystemvej): Markup => {
  const naeste = naesteTrin(vej)
  return html`<ol class="bb-vej">${TRIN.map((trin) => {
    const tilstand = isNaaet(vej, trin) ? 'naaet' : trin === naeste ? 'naeste' : 'venter'
    return html`<li class="bb-${tilstand}"${tilstand === 'naeste' ? html` aria-current="step"` : undefined}>
      ${tilstand === 'naaet' ? ikon('check') : html`<span class="bb-vejnr" aria-hidden="true">${TRIN.indexOf(trin) + 1}</span>`}
      <div>${trindel(k, trin, tilstand)}</div></li>`
  })}</ol>`
}

const trindel = (k: Arbejdskontekst, trin: Trin, tilstand: 'naaet' | 'naeste' | 'venter'): Markup => {
  const t = ord(k.sprog)
  return html`<p class="bb-trin">${t.trin[trin].navn} <span class="sr-only">(${t.tilstand[tilstand]})</span></p>
  <p class="bb-meta">${t.trin[trin].hvad}</p>
  ${tilstand === 'naeste' ? html`<p class="bb-meta">${t.system.tager(t.trin[trin].hvem)}</p>` : undefined}
  ${trin === 'afproevet' && tilstand === 'naeste' && k.maalgruppe === 'leverandoer' ? html`<p><a href="/leverandoer/afproevning">${t.system.afproev}</a></p>` : undefined}`
}

function kommuner(k: Arbejdskontekst, { vej, egen, helbred }: Systemside): Markup {
  const t = ord(k.sprog).system
  const alle = [...new Set([...vej.aftaler.keys(), ...vej.kommuner.keys()])].toSorted((a, b) =>
    kommunenavn(a).localeCompare(kommunenavn(b), 'da'),
  )
  if (alle.length === 0) return html`<p>${t.ingenKommuner}</p>`
  return table(
    t.kommuner,
    [
      { overskrift: t.kolonner.kommune, celle: kommunenavn },
      { overskrift: t.kolonner.aftale, celle: (cvr) => aftaleord(k, vej, cvr, egen === undefined || egen === cvr) },
      { overskrift: t.kolonner.tilstand, celle: (cvr) => driftsmaerke(k, vej, cvr) },
      {
        overskrift: t.kolonner.levering,
        celle: (cvr) => {
          const en = helbred.get(cvr)
          return en
            ? html`${en.senesteLevering ? stort(dag(k, en.senesteLevering)) : t.aldrig} ${helbredsmaerke(k, en.tilstand)}`
            : t.aldrig
        },
      },
      {
        overskrift: t.kolonner.afviste,
        tal: true,
        celle: (cvr) => formatAntal(helbred.get(cvr)?.aabneAfvisninger ?? 0, k.sprog),
      },
    ],
    alle,
  )
}

/** The parties to an agreement, and the operator, see what it says; others see that it is there. */
function aftaleord(k: Arbejdskontekst, { aftaler }: Fagsystemvej, cvr: CvrNummer, egen: boolean): string {
  const t = ord(k.sprog).system
  const aftale = aftaler.get(cvr)
  if (!aftale) return t.ingenAftale
  return egen ? t.aftale(dag(k, aftale.underskrevet), aftale.underskriver, aftale.reference) : t.aftaleAndre
}

export function driftsmaerke(k: Arbejdskontekst, vej: Fagsystemvej, cvr: CvrNummer): Markup {
  const t = ord(k.sprog).system.tilstande
  const drift = vej.kommuner.get(cvr)
  if (!drift) return badge('neutral', t.ingen)
  if (drift.stop || vej.stop) return badge('error', t.stoppet)
  return drift.tilstand === 'pilot' ? badge('info', t.pilot) : badge('success', t.drift)
}

function afviste(k: Arbejdskontekst, { afviste: regler }: Systemside): Markup {
  const t = ord(k.sprog).system
  if (regler.length === 0) return html`<p>${t.intetAfvist}</p>`
  return html`<p>${t.afvistLead}</p>${table(
    t.afvist,
    [
      { overskrift: t.afvistKolonner.regel, celle: ({ regel }) => html`<code>${regel}</code>` },
      { overskrift: t.afvistKolonner.hvad, celle: ({ regel }) => regelsaetning(regel)[k.sprog] },
      { overskrift: t.afvistKolonner.antal, tal: true, celle: ({ antal }) => formatAntal(antal, k.sprog) },
      { overskrift: t.afvistKolonner.aeldste, celle: ({ aeldste }) => stort(dag(k, aeldste)) },
    ],
    regler,
  )}`
}

function fakta(k: Arbejdskontekst, { vej, klientId, seer, egen }: Systemside): Markup {
  const t = ord(k.sprog).system
  // The client id is no secret, but a municipality has no use for it.
  const visKlient = seer.cvr === vej.leverandoer || egen === undefined
  return factList([
    [t.id, html`<code class="bb-id">${vej.id}</code>`],
    [t.klientId, visKlient && klientId ? html`<code class="bb-id">${klientId}</code>` : undefined],
    [t.slags, slagsord(k, vej.slags)],
    [t.version, vej.version],
    [t.kle, vej.kle.length > 0 ? vej.kle.join(', ') : t.alleKle],
    [t.leverandoer, `CVR ${vej.leverandoer}`],
    [t.proeve, vej.proeve && `${t.proeveOrd(vej.proeve.bestaaet, vej.proeve.proeveversion)}, ${dag(k, vej.proeve.tid)}`],
  ])
}

const historik = (k: Arbejdskontekst, { haendelser, seer }: Systemside): Markup => {
  const t = ord(k.sprog).system
  return html`<details class="details"><summary class="details-summary">${t.historik} (${haendelser.length})</summary><div class="details-text"><ol class="bb-historik">${haendelser
    .toReversed()
    .map(
      (en) =>
        html`<li><span class="bb-dato">${stort(dag(k, en.tid))}</span>: ${skridtord(k, en.data, haendelser)} ${t.af(en.af ? navnFor(seer, en.af) : t.installationen)}</li>`,
    )}</ol></div></details>`
}
