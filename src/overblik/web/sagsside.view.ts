import {
  details,
  factList,
  formatDag,
  formatDato,
  formatKlokken,
  formatPaaDag,
  html,
  type Indhold,
  type Markup,
  renderSide,
  type Sidekontekst,
  STIER,
  stort,
  tekster,
  timeline,
} from '#web'
import type { SagsideVisning, SagVisning } from '../visninger.ts'
import { aftaleliste } from './aftaleliste.ts'
import { daekningsdel } from './daekning.ts'
import { isUvist, kontaktdele, mangelbesked, pageHeader, retDel, sagsbadge, statusord, titel } from './dele.ts'
import { dokumentliste } from './dokumentdele.ts'
import { herkomstDel, nytMaerke } from './herkomst.ts'
import { notatliste } from './notater.view.ts'
import { omraadenavn } from './omraader.ts'
import { ord } from './texts/index.ts'
import { bevillingDel } from './ydelsesdele.ts'

/** One case: where it stands, what to do, the decision, what follows from it, whom to ask, and where the information comes from. */
export function sagssideView(k: Sidekontekst, v: SagsideVisning): Markup {
  const t = ord(k.sprog).sagsside
  const { sag } = v
  const navn = titel(k, sag.titel[k.sprog], 'sag')
  // Of what is known, that which a document or note of this case would fall under.
  const her = v.daekning.filter(({ kommune, omraade }) => kommune.cvr === sag.kommune.cvr && omraade === sag.omraade)
  return renderSide(k, {
    punkt: 'sager',
    krummer: [{ tekst: tekster(k.sprog).punkter.sager, sti: STIER.sager }, { tekst: t.denne }],
    indhold: html`
${pageHeader(navn, sag.forklaring?.[k.sprog])}
${mangelbesked(k, v.mangler)}
<div class="bb-sag">
<div>
${statusDel(k, sag)}
${goerDel(k, v)}
${afgoerelseDel(k, sag)}
${
  v.bevillinger.length > 0
    ? afsnit(
        'ydelser',
        t.ydelser,
        html`<ul class="bb-liste bb-bevillinger">${v.bevillinger.map((bevilling) => bevillingDel(k, bevilling, 'h3', 'udbetalinger'))}</ul>`,
      )
    : undefined
}
${afsnit('dokumenter', t.dokumenter, v.dokumenter.length > 0 ? dokumentliste(k, v.dokumenter, false) : html`<p>${t.ingenDokumenter}</p>`)}
${afsnit('notater', t.notater, v.notater.length > 0 ? notatliste(k, v.notater, false) : html`<p>${t.ingenNotater}</p>`)}
</div>
<div class="bb-rand">
<section class="bb-flade bb-graa bb-kontakt" aria-labelledby="kontakt"><h2 id="kontakt">${t.ansvarlig}</h2>${kontaktdele(k, v.kontakt)}</section>
${faktaDel(k, v)}
</div>
</div>
${retDel(k, v.kontakt)}
${her.length > 0 || isUvist(v.mangler) ? daekningsdel(k, her, [], v.mangler) : html`<p>${ord(k.sprog).undtaget}</p>`}`,
  })
}

const afsnit = (id: string, overskrift: string, indhold: Indhold): Markup =>
  html`<section class="bb-afsnit" aria-labelledby="${id}"><h2 id="${id}">${overskrift}</h2>${indhold}</section>`

function statusDel(k: Sidekontekst, sag: SagVisning): Markup {
  const t = ord(k.sprog).sagsside
  const sidste = sag.tidslinje.length - 1
  const trin = sag.tidslinje.map(({ fremdrift, fra }, i) => ({
    titel: statusord(k, { fremdrift, egneOrd: sag.egneOrd }).saetning,
    tid: `${stort(formatDag(fra, k.sprog, k.nu))} ${formatKlokken(fra, k.sprog)}`,
    aktuelt: i === sidste,
  }))
  return html`<section aria-labelledby="status"><h2 id="status" class="sr-only">${t.nu}</h2>
  ${nuDel(k, sag)}
  ${trin.length > 0 ? html`<h3>${t.skete}</h3>${timeline(trin)}` : undefined}
</section>`
}

/** Where the case stands, in words. */
export function nuDel(k: Sidekontekst, sag: Pick<SagVisning, 'fremdrift' | 'egneOrd' | 'sagsstatus' | 'sagsstatusOrd'>): Markup {
  const t = ord(k.sprog).sagsside
  const egenStatus = sag.sagsstatusOrd?.[k.sprog] ?? sag.sagsstatus
  return html`<div class="bb-nu"><p class="bb-ord">${statusord(k, sag).saetning}</p><p>${t.naeste[sag.fremdrift]}</p>
  ${egenStatus ? html`<p>${t.egenStatus}: ${egenStatus}</p>` : undefined}</div>`
}

function goerDel(k: Sidekontekst, v: SagsideVisning): Markup {
  const t = ord(k.sprog).sagsside
  const venter = v.aftaler.filter(({ status }) => status === 'Aktiv').sort((a, b) => (a.start < b.start ? -1 : 1))
  const andre = v.aftaler.filter(({ status }) => status !== 'Aktiv')
  return html`${afsnit('goer', t.goer, venter.length > 0 ? aftaleliste(k, venter, false) : html`<p>${t.goerIntet}</p>`)}
  ${andre.length > 0 ? details(t.aftaler, aftaleliste(k, andre, false)) : undefined}`
}

/** Only where a decision is on the timeline. What it says stands in the letter; deadlines for complaints differ, so the letter tells it. */
function afgoerelseDel(k: Sidekontekst, sag: SagVisning): Markup | undefined {
  const t = ord(k.sprog).sagsside
  const afgjort = sag.tidslinje.findLast(({ fremdrift }) => fremdrift === 'Afgjort')
  if (!afgjort) return undefined
  return afsnit(
    'afgoerelse',
    t.afgoerelse,
    html`<p>${t.afgoerelseTekst(formatPaaDag(afgjort.fra, k.sprog, k.nu))}</p><p>${t.klage}</p>${sag.hjemmel ? details(t.hjemmel, html`<p>${sag.hjemmel}</p>`) : undefined}`,
  )
}

function faktaDel(k: Sidekontekst, { sag, herkomst }: SagsideVisning): Markup {
  const t = ord(k.sprog)
  return html`<section class="bb-flade" aria-labelledby="fakta"><h2 id="fakta">${t.sagsside.fakta}</h2>
  ${factList([
    [t.sager.status, html`${sagsbadge(k, sag)} ${nytMaerke(k, herkomst)}`],
    [t.sager.kommune, sag.kommune.navn],
    [t.sager.omraade, omraadenavn(sag.omraade, k.sprog)],
    [t.sagsnummer, sag.sagsnummer || undefined],
    [t.sagsside.oprettet, formatDato(sag.oprettet, k.sprog)],
    [t.sagsside.opdateretTitel, formatDato(sag.opdateret, k.sprog)],
  ])}
  ${herkomstDel(k, herkomst, titel(k, sag.titel[k.sprog], 'sag'))}
</section>`
}
