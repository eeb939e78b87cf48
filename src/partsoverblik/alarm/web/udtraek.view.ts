import {
  type Arbejdskontekst,
  alert,
  backLink,
  badge,
  errorSummary,
  type Felt,
  formatAntal,
  formatDag,
  formatDato,
  formularfelt,
  html,
  type Markup,
  postKnap,
  renderArbejdsside,
  select,
  sidehoved,
  textArea,
  textInput,
} from '#web'
import { BESTILLINGSSAETNINGER, type Bestillingsafvisning } from '../bestilling.ts'
import type { Udtraeksart } from '../udtraek.sql.ts'
import type { Udtraek, Udtraeksside } from '../udtraek.ts'
import { STI, udtraeksSti } from './stier.ts'
import { udtraeksord } from './texts/index.ts'

const ARTER: readonly Udtraeksart[] = ['medarbejder', 'borger', 'stikproeve']

/** What was typed, but for a citizen's number, which no page sends back; and why nothing was ordered. */
export type Bestillingsformular = {
  readonly om: string
  readonly medarbejder: string
  readonly antal: string
  readonly fra: string
  readonly til: string
  readonly formaal: string
  readonly fejl?: Bestillingsafvisning | undefined
}
export const INTET_BESTILT: Bestillingsformular = { om: '', medarbejder: '', antal: '', fra: '', til: '', formaal: '' }

export type Udtraeksvisning = Udtraeksside & {
  /** May order; whoever only answers for the municipality's use may answer orders. */
  readonly bestiller: boolean
  readonly formular: Bestillingsformular
  readonly bestilt: boolean
  readonly besvaretAfAndre: boolean
}

/** The extracts that have been ordered, and forms for new ones. */
export function udtraekView(k: Arbejdskontekst, v: Udtraeksvisning): Markup {
  const t = udtraeksord(k.sprog)
  const ved = v.formular.fejl
  return renderArbejdsside(k, {
    indhold: html`${backLink(STI.koe, t.tilbage)}${sidehoved(t.overskrift, t.lead)}
${v.bestilt ? html`<div role="status">${alert(k.sprog, 'success', { indhold: t.bestilt })}</div>` : undefined}
${v.besvaretAfAndre ? alert(k.sprog, 'warning', { indhold: t.ikkeBesvaret }) : undefined}
${ved === undefined ? undefined : (errorSummary(k.sprog, fejlfelter(k, v)) ?? alert(k.sprog, 'error', { overskrift: t.ikkeBestilt, indhold: BESTILLINGSSAETNINGER[ved][k.sprog] }))}
<p>${t.toPersoner} ${t.loggesHer}</p>
${v.bestiller ? html`<section class="bb-afsnit" aria-labelledby="bestil"><h2 id="bestil" class="h4">${t.bestil}</h2>${ARTER.map((art) => bestilling(k, v, art))}</section>` : undefined}
<section class="bb-afsnit" aria-labelledby="bestilte"><h2 id="bestilte" class="h4">${t.bestilte}</h2>${
      v.udtraek.length === 0
        ? html`<p>${t.ingen}</p>`
        : html`<ul class="nobullet-list bb-ventende">${v.udtraek.map((led) => html`<li>${et(k, led)}</li>`)}</ul>`
    }</section>`,
  })
}

type Feltnavn = 'medarbejder' | 'cpr' | 'antal' | 'fra' | 'til' | 'formaal'
const FEJL_VED: { readonly [felt in Feltnavn]: readonly Bestillingsafvisning[] } = {
  medarbejder: ['MEDARBEJDER_MANGLER', 'OM_DIG_SELV'],
  cpr: ['CPR_MANGLER'],
  antal: ['ANTAL_MANGLER'],
  fra: ['PERIODE_MANGLER', 'PERIODE_FOR_LANG'],
  til: [],
  formaal: ['FORMAAL_MANGLER'],
}

function felt(k: Arbejdskontekst, { formular }: Udtraeksvisning, art: Udtraeksart, navn: Feltnavn): Felt {
  const t = udtraeksord(k.sprog)
  const hjaelp = {
    cpr: t.cprHjaelp,
    antal: t.antalHjaelp,
    fra: t.dagHjaelp,
    formaal: t.formaalHjaelp,
    medarbejder: undefined,
    til: undefined,
  }[navn]
  const sendt = formular.om === art
  const fejl = sendt && formular.fejl !== undefined && FEJL_VED[navn].includes(formular.fejl) ? formular.fejl : undefined
  return {
    id: `${art}-${navn}`,
    navn,
    etiket: t[navn],
    vaerdi: sendt && navn !== 'cpr' ? formular[navn] : '',
    ...(hjaelp === undefined ? {} : { hjaelp }),
    ...(fejl === undefined ? {} : { fejl: BESTILLINGSSAETNINGER[fejl][k.sprog] }),
  }
}

const fejlfelter = (k: Arbejdskontekst, v: Udtraeksvisning): readonly Felt[] => {
  const art = ARTER.find((led) => led === v.formular.om)
  const navne: readonly Feltnavn[] = ['medarbejder', 'cpr', 'antal', 'fra', 'til', 'formaal']
  return art === undefined ? [] : navne.map((navn) => felt(k, v, art, navn))
}

/** One kind of extract: its form opens without script, and stands open where it was sent. */
function bestilling(k: Arbejdskontekst, v: Udtraeksvisning, art: Udtraeksart): Markup {
  const t = udtraeksord(k.sprog)
  const egne = (navn: Feltnavn) => felt(k, v, art, navn)
  const hvem = {
    medarbejder: () =>
      select(k.sprog, egne('medarbejder'), [
        { vaerdi: '', tekst: t.vaelg },
        ...v.medarbejdere.map(({ medarbejder_id, navn }) => ({
          vaerdi: medarbejder_id,
          tekst: `${navn} (${medarbejder_id.slice(0, 8)})`,
        })),
      ]),
    borger: () => textInput(k.sprog, egne('cpr')),
    stikproeve: () => textInput(k.sprog, egne('antal')),
  }[art]()
  return html`<details class="details"${v.formular.om === art ? html` open` : undefined}><summary class="details-summary">${t.om[art]}</summary><div class="details-text">
<form method="post" action="${STI.udtraek}" class="bb-formular" autocomplete="off">${formularfelt(k)}<input type="hidden" name="om" value="${art}">
${hvem}${textInput(k.sprog, egne('fra'))}${textInput(k.sprog, egne('til'))}${textArea(k.sprog, egne('formaal'), 2)}
<button type="submit" class="button button-primary">${t.knap}</button></form></div></details>`
}

function et(k: Arbejdskontekst, u: Udtraek): Markup {
  const t = udtraeksord(k.sprog)
  const hvad = u.om_navn ?? (u.antal === null ? undefined : t.antalOpslag(formatAntal(u.antal, k.sprog)))
  return html`<h3 class="h5">${t.om[u.om]}${hvad === undefined ? undefined : html`: ${hvad}`}</h3>
<p>${t.periode(formatDato(u.fra, k.sprog), formatDato(u.til, k.sprog))}. ${u.formaal}</p>
<p class="bb-meta">${t.bestiltAf(u.bestilt_af_navn, formatDag(u.bestilt, k.sprog, k.nu))} ${tilstand(k, u)}</p>
${u.venter ? svarknapper(k, u) : undefined}
${u.kanHentes ? html`<p><a href="${udtraeksSti(u.udtraek_id)}/csv">${t.hentCsv}</a> · <a href="${udtraeksSti(u.udtraek_id)}/json">${t.hentJson}</a></p>` : undefined}`
}

function tilstand(k: Arbejdskontekst, { venter, godkendt, svar_af }: Udtraek): Markup | undefined {
  const t = udtraeksord(k.sprog)
  if (venter) return badge('warning', t.venter)
  if (godkendt === null || svar_af === null) return undefined
  return godkendt ? badge('success', t.godkendt(svar_af)) : badge('neutral', t.afvist(svar_af))
}

function svarknapper(k: Arbejdskontekst, { udtraek_id, mit }: Udtraek): Markup {
  const t = udtraeksord(k.sprog)
  const knap = (svar: 'ja' | 'nej', tekst: string, klasse: string) =>
    postKnap(`${udtraeksSti(udtraek_id)}/svar`, { tekst, klasse, felter: { _formular: k.formular, svar } })
  return mit
    ? html`<div class="bb-knapper">${knap('nej', t.traek, 'button button-secondary')}</div>`
    : html`<div class="bb-knapper">${knap('ja', t.godkend, 'button button-primary')}${knap('nej', t.afvis, 'button button-secondary')}</div>`
}
