import type { Uuid } from '#kernel'
import { emnenavn, livsomraadeMedNoegle } from '#klassifikation'
import { dokumenttype } from '#opsaetning/konfiguration'
import { danskDag } from '#platform/clock'
import {
  type Arbejdskontekst,
  alert,
  badge,
  details,
  factList,
  formatAntal,
  formatDato,
  formatListe,
  formatTid,
  formularfelt,
  html,
  type Maerkat,
  type Markup,
  renderArbejdsside,
  sidehoved,
  soejle,
  table,
} from '#web'
import type { Etapefremdrift, Etapetilstand, NaesteSkridt, Nummerfremdrift, Nummertilstand, Plantal } from '../fremdrift.ts'
import type { Minimumslinje, Minimumsliste, Minimumstilstand } from '../minimumsliste.ts'
import { PLAN_SAETNINGER, type Planafvisning } from '../plan.errors.ts'
import type { Etape, Planhaendelse } from '../plan.ts'
import { AABENHED, etapesti, forhaandssti, GENNEMGANG, HISTORIK, NY_ETAPE, nummersti, TAL, udkaststi } from './stier.ts'
import { ord } from './texts/index.ts'

export type Planside = {
  readonly etaper: readonly Etapefremdrift[]
  readonly tal: Plantal
  readonly naeste: NaesteSkridt
  readonly minimum: readonly Minimumslinje[]
  readonly kilde: Minimumsliste['kilde']
  /** Newest first. */
  readonly haendelser: readonly Planhaendelse[]
  readonly maaAendre: boolean
  /** The id of a draft that is made from this page: one that is sent twice makes one. */
  readonly nytUdkast: Uuid
}

export type Planudfald =
  | { readonly ok: true; readonly kvittering: 'gemt' | 'fjernet' }
  | { readonly ok: false; readonly afvisning: Planafvisning }

/** The plan with its four questions: the next step first, then how far it has come. */
export function planView(k: Arbejdskontekst, side: Planside, udfald?: Planudfald): Markup {
  const t = ord(k.sprog).plan
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
${udfaldsbesked(k, udfald)}
<section class="bb-nu" aria-labelledby="naeste"><h2 id="naeste" class="h4">${t.naeste}</h2>${naestedel(k, side)}</section>
${side.etaper.length > 0 ? taldel(k, side.tal) : undefined}
<section class="bb-afsnit" aria-labelledby="etaper"><h2 id="etaper" class="h3">${t.etaper}</h2>
${side.etaper.length > 0 ? html`<ol class="bb-liste bb-etaper">${side.etaper.map((etape) => html`<li class="bb-flade">${etapedel(k, side, etape)}</li>`)}</ol>` : html`<p>${t.ingenEtaper}</p>`}
${side.maaAendre ? html`<p class="bb-knapper"><a class="button button-secondary" href="${NY_ETAPE}">${t.nyEtape}</a></p>` : undefined}</section>
<section class="bb-afsnit" aria-labelledby="minimum"><h2 id="minimum" class="h3">${t.minimum}</h2><p>${t.minimumOm}</p>
${minimumsdel(k, side)}${details(t.kilde, html`<p>${side.kilde[k.sprog]}</p>`)}</section>
${side.haendelser.length > 0 ? html`<section class="bb-afsnit" aria-labelledby="aendringer"><h2 id="aendringer" class="h3">${t.aendringer}</h2>${historik(k, side.haendelser)}</section>` : undefined}
<section class="bb-afsnit d-print-none" aria-labelledby="seogsaa"><h2 id="seogsaa" class="h4">${t.seogsaa}</h2><ul><li><a href="${AABENHED}">${t.tilAabenhed}</a></li><li><a href="${TAL}">${t.tilTal}</a></li></ul></section>`,
  })
}

function udfaldsbesked(k: Arbejdskontekst, udfald: Planudfald | undefined): Markup | undefined {
  if (!udfald) return undefined
  const t = ord(k.sprog)
  return udfald.ok
    ? alert(k.sprog, 'success', {
        overskrift: t.plan.kvitteringOverskrift,
        indhold: html`<p>${t.plan.kvittering[udfald.kvittering]}</p>`,
      })
    : alert(k.sprog, 'error', { overskrift: t.kunneIkke, indhold: html`<p>${PLAN_SAETNINGER[udfald.afvisning][k.sprog]}</p>` })
}

const tal = (k: Arbejdskontekst, antal: number): string => formatAntal(antal, k.sprog)

/** One sentence, and the one way on. */
function naestedel(k: Arbejdskontekst, { naeste, maaAendre, nytUdkast }: Planside): Markup {
  const t = ord(k.sprog).plan
  const vej = (saetning: string, sti: string, knap: string): Markup =>
    html`<p class="bb-ord">${saetning}</p><p class="bb-knapper"><a class="button button-primary" href="${sti}">${knap}</a></p>`
  const kun = (saetning: string): Markup => html`<p class="bb-ord">${saetning}</p>`
  switch (naeste.slags) {
    case 'lavEtape':
      return maaAendre ? vej(t.lavEtape, NY_ETAPE, t.lavEtapeKnap) : kun(t.lavEtape)
    case 'lavUdkast': {
      const saetning = t.lavUdkast(naeste.antal, naeste.etape.navn)
      return maaAendre
        ? html`${kun(saetning)}<div class="bb-knapper">${udkastknap(k, naeste.etape, nytUdkast, 'button button-primary')}</div>`
        : kun(saetning)
    }
    case 'forhaandsvis':
      return vej(t.forhaandsvis(naeste.udkast.navn), forhaandssti(naeste.udkast.id), t.forhaandsvisKnap)
    case 'foreslaa':
    case 'godkend':
    case 'ventPaaAnden':
      return vej(t[naeste.slags](naeste.udkast.navn), udkaststi(naeste.udkast.id), t[`${naeste.slags}Knap`])
    case 'ventTilDato':
      return vej(t.ventTilDato(naeste.etape.navn, formatDato(naeste.dag, k.sprog)), HISTORIK, t.ventTilDatoKnap)
    case 'gennemse':
      return vej(t.gennemse(tal(k, naeste.antal)), GENNEMGANG, t.gennemseKnap)
    case 'altVist':
      return vej(t.altVist, '#minimum', t.altVistKnap)
  }
}

const udkastknap = (k: Arbejdskontekst, { id, navn }: Etape, nytUdkast: Uuid, klasse: string): Markup =>
  html`<form method="post" action="${etapesti(id)}/udkast">${formularfelt(k)}<input type="hidden" name="id" value="${nytUdkast}"><button type="submit" class="${klasse}">${ord(k.sprog).plan.lavUdkastKnap}<span class="sr-only"> ${navn}</span></button></form>`

function taldel(k: Arbejdskontekst, { numre, vist, kommer, forslag, tilbage, ventende }: Plantal): Markup {
  const t = ord(k.sprog).plan.tal
  const led = (stort: string, om: string): Markup =>
    html`<li class="bb-flade"><p class="bb-stortbeloeb">${stort}</p><p class="bb-meta">${om}</p></li>`
  return html`<ul class="bb-liste bb-noegletal bb-afsnit">
  <li class="bb-flade"><p class="bb-stortbeloeb">${t.vistAf(tal(k, vist), tal(k, numre))}</p><p class="bb-meta">${t.vist}</p>${soejle(numre === 0 ? 0 : vist / numre)}</li>
  ${led(tal(k, forslag), t.forslag)}${kommer > 0 ? led(tal(k, kommer), t.kommer) : undefined}${led(tal(k, tilbage), t.tilbage)}${led(tal(k, ventende), t.ventende)}</ul>`
}

const ETAPEMAERKAT: { readonly [T in Etapetilstand]: Maerkat } = {
  naaet: 'success',
  forsinket: 'error',
  igang: 'info',
  planlagt: 'neutral',
}
const NUMMERMAERKAT: { readonly [T in Nummertilstand]: Maerkat } = {
  vist: 'success',
  kommer: 'info',
  forslag: 'warning',
  udkast: 'warning',
  lukket: 'neutral',
}

function etapedel(k: Arbejdskontekst, side: Planside, fremdrift: Etapefremdrift): Markup {
  const t = ord(k.sprog).plan
  const { etape, tilstand, numre, vist, ventende } = fremdrift
  const kvalitet = t.kvaliteter[etape.kvalitet]
  const mangler = numre.some((nummer) => nummer.tilstand === 'lukket')
  return html`<h3 class="h4">${etape.navn} ${badge(ETAPEMAERKAT[tilstand], t.tilstand[tilstand])}</h3>
<p class="bb-meta">${t.naaet(vist, numre.length)}${ventende > 0 ? html` · <a href="${GENNEMGANG}">${t.ventende(tal(k, ventende))}</a>` : undefined}</p>
${soejle(numre.length === 0 ? 0 : vist / numre.length)}
${factList([
  [
    t.hvilke,
    html`${
      etape.omraader.length > 0
        ? html`<p>${formatListe(
            etape.omraader.map((en) => livsomraadeMedNoegle(en)?.navn[k.sprog] ?? en),
            k.sprog,
          )}</p>`
        : undefined
    }<ul class="bb-numre">${numre.map((nummer) => html`<li>${nummerdel(k, etape, nummer)}</li>`)}</ul>`,
  ],
  [t.hvornaar, t.periode(formatDato(etape.fra, k.sprog), formatDato(etape.til, k.sprog), etape.ansvarlig)],
  [t.tilbage, t.fradato(formatDato(etape.fradato, k.sprog), etape.aeldreAktive)],
  [
    t.kvalitet,
    html`${typeof kvalitet === 'function' ? kvalitet(etape.stikproeve) : kvalitet}${etape.dokumenttyper.length > 0 ? html`. ${t.dokumenter(formatListe(etape.dokumenttyper.map(dokumenttype), k.sprog))}` : undefined}`,
  ],
])}
${side.maaAendre ? html`<div class="bb-knapper">${mangler && side.naeste.slags !== 'lavUdkast' ? udkastknap(k, etape, side.nytUdkast, 'button button-secondary') : undefined}<a href="${etapesti(etape.id)}">${t.ret}<span class="sr-only"> ${etape.navn}</span></a></div>` : undefined}`
}

function nummerdel(k: Arbejdskontekst, etape: Etape, { kle, tilstand, udkast, kommer, gaeldende }: Nummerfremdrift): Markup {
  const t = ord(k.sprog).plan
  const maerke = badge(NUMMERMAERKAT[tilstand], t.nummer[tilstand])
  const mere =
    gaeldende && gaeldende.fradato !== etape.fradato
      ? t.afviger(formatDato(gaeldende.fradato, k.sprog))
      : kommer && formatDato(danskDag(kommer), k.sprog)
  return html`<a href="${nummersti(kle)}">${kle} ${emnenavn(kle, k.sprog) ?? ''}</a> ${udkast ? html`<a href="${udkaststi(udkast.id)}">${maerke}<span class="sr-only"> ${udkast.navn}</span></a>` : maerke}${mere ? html` <span class="bb-meta">${mere}</span>` : undefined}`
}

const MINIMUMSMAERKAT: { readonly [T in Minimumstilstand]: Maerkat } = {
  vist: 'success',
  delvis: 'info',
  overskredet: 'error',
  mangler: 'neutral',
}

function minimumsdel(k: Arbejdskontekst, { minimum, maaAendre }: Planside): Markup {
  const t = ord(k.sprog).plan
  const { ja, nej } = ord(k.sprog)
  return table(
    t.minimum,
    [
      {
        overskrift: t.minimumKolonner.omraade,
        celle: ({ punkt }) => html`${punkt.navn[k.sprog]} <span class="bb-meta">${punkt.kle.join(' ')}</span>`,
      },
      { overskrift: t.minimumKolonner.senest, celle: ({ punkt }) => formatDato(punkt.senest, k.sprog) },
      {
        overskrift: t.minimumKolonner.status,
        celle: ({ tilstand }) => badge(MINIMUMSMAERKAT[tilstand], t.minimumTilstand[tilstand]),
      },
      {
        overskrift: t.minimumKolonner.plan,
        celle: ({ punkt, iPlan, tilstand }) =>
          iPlan
            ? ja
            : maaAendre && tilstand !== 'vist'
              ? html`<a href="${NY_ETAPE}?minimum=${punkt.noegle}">${t.laegIPlan}<span class="sr-only"> ${punkt.navn[k.sprog]}</span></a>`
              : nej,
      },
    ],
    minimum,
  )
}

const historik = (k: Arbejdskontekst, haendelser: readonly Planhaendelse[]): Markup => {
  const t = ord(k.sprog).plan
  return html`<ol class="bb-tidslinje" reversed>${haendelser.map(({ af, tid, skridt }) => {
    const hvad = skridt.type === 'etapeSat' ? t.satte(af.navn, skridt.etape.navn) : t.fjernede(af.navn, skridt.navn)
    return html`<li><p class="bb-trin">${hvad}</p><p class="bb-tid">${formatTid(tid, k.sprog, k.nu)}</p><p>${skridt.aarsag}</p></li>`
  })}</ol>`
}
