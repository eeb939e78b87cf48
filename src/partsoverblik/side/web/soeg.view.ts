import { FORMAALSORD, HOEJST_BEGRUNDELSE, needsBegrundelse, VALGBARE_FORMAAL } from '#partsoverblik/besoeg'
import type { Soegetraef } from '#partsoverblik/soegning'
import {
  type Arbejdskontekst,
  aktivSti,
  alert,
  badge,
  details,
  errorSummary,
  formatAntal,
  formularfelt,
  html,
  ikon,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textInput,
} from '#web'
import { STI } from './stier.ts'
import { ord } from './texts/index.ts'

/** Somebody found, with the slip that the form sends instead of a person. */
export type Traeflinje = { readonly traef: Soegetraef; readonly seddel: string }

/** What a search came to, or why it was not made; and what was typed, as far as it may stand on the page again: never a number. */
export type Soegevisning = {
  readonly tastet: { readonly tekst: string; readonly foedtFra: string; readonly foedtTil: string }
  readonly fejl: string | undefined
  /** Undefined: nothing has been searched for. */
  readonly traef: readonly Traeflinje[] | undefined
  readonly flere: boolean
  readonly valg: { readonly seddel: string; readonly formaal: string; readonly begrundelse: string }
  readonly valgfejl: {
    readonly borger?: string | undefined
    readonly formaal?: string | undefined
    readonly begrundelse?: string | undefined
  }
  /** The login brought no right to see anything of anybody. */
  readonly udenRettigheder: boolean
}
export const INTET_SOEGT: Soegevisning = {
  tastet: { tekst: '', foedtFra: '', foedtTil: '' },
  fejl: undefined,
  traef: undefined,
  flere: false,
  valg: { seddel: '', formaal: '', begrundelse: '' },
  valgfejl: {},
  udenRettigheder: false,
}

const uden = <F extends { readonly fejl: string | undefined }>({ fejl, ...felt }: F): Omit<F, 'fejl'> & { fejl?: string } =>
  fejl === undefined ? felt : { ...felt, fejl }

/** The search by itself: the field, who was found, and why one of them is looked up. */
export function soegView(k: Arbejdskontekst, v: Soegevisning): Markup {
  const t = ord(k.sprog).soeg
  const felt = uden({ id: 'soeg', navn: 'tekst', etiket: t.etiket, vaerdi: v.tastet.tekst, fejl: v.fejl })
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${errorSummary(k.sprog, [felt, ...valgfelter(k, v)])}
${v.udenRettigheder ? alert(k.sprog, 'warning', { indhold: t.rettigheder }) : undefined}
<form method="post" action="${STI.soeg}" class="bb-formular bb-soeg" role="search" autocomplete="off">${formularfelt(k)}
  ${textInput(k.sprog, felt, 'search')}
  ${aarsdel(k, v)}
  <button type="submit" class="button button-primary">${ikon('search')}${t.knap}</button>
</form>
${v.traef === undefined ? undefined : v.traef.length === 0 ? html`<section class="bb-afsnit" role="status"><h2 class="h4">${t.ingen}</h2><p>${t.ingenOm}</p></section>` : traefdel(k, v, v.traef)}
<script src="${aktivSti('partsoverblik.js')}" defer></script>`,
  })
}

function aarsdel(k: Arbejdskontekst, { tastet }: Soegevisning): Markup {
  const t = ord(k.sprog).soeg
  const aar = (navn: 'foedtFra' | 'foedtTil') => textInput(k.sprog, { id: navn, navn, etiket: t[navn], vaerdi: tastet[navn] })
  return details(t.mere, html`<div class="bb-aarsfelter">${aar('foedtFra')}${aar('foedtTil')}</div>`)
}

/** The purposes that ask for words: the field is shown for them alone, by the sheet's own `:has`, and says so where a browser lacks that. */
const MED_ORD = VALGBARE_FORMAAL.filter(needsBegrundelse)

const valgfelter = (k: Arbejdskontekst, { valgfejl, valg }: Pick<Soegevisning, 'valg' | 'valgfejl'>) => {
  const t = ord(k.sprog)
  return [
    uden({ id: 'borger-1', navn: 'borger', etiket: t.soeg.valg, vaerdi: '', fejl: valgfejl.borger }),
    uden({ id: 'formaal', navn: 'formaal', etiket: t.formaal.etiket, vaerdi: valg.formaal, fejl: valgfejl.formaal }),
    uden({
      id: 'begrundelse',
      navn: 'begrundelse',
      etiket: t.formaal.begrundelse(MED_ORD.map((led) => `“${FORMAALSORD[led][k.sprog].navn}”`).join(t.formaal.og)),
      hjaelp: t.formaal.begrundelseHjaelp,
      vaerdi: valg.begrundelse.slice(0, HOEJST_BEGRUNDELSE),
      fejl: valgfejl.begrundelse,
    }),
  ] as const
}

function traefdel(k: Arbejdskontekst, v: Soegevisning, traef: readonly Traeflinje[]): Markup {
  const t = ord(k.sprog)
  const [borger] = valgfelter(k, v)
  const valgt = v.valg.seddel || (traef.length === 1 ? traef[0]?.seddel : undefined)
  return html`<section class="bb-afsnit" aria-labelledby="fundet"><div role="status"><h2 id="fundet" class="h4">${t.soeg.resultat(formatAntal(traef.length, k.sprog))}</h2></div>
${v.flere ? html`<p>${t.soeg.flere}</p>` : undefined}
<form method="post" action="${STI.aabn}" class="bb-formular bb-traef" autocomplete="off">${formularfelt(k)}
  <div class="form-group${borger.fejl ? ' form-error' : ''}"><fieldset><legend class="form-label">${t.soeg.valg}</legend>${borger.fejl ? html`<span class="form-error-message">${borger.fejl}</span>` : undefined}
  <ul class="bb-liste">${traef.map((linje, i) => traeflinje(k, linje, i + 1, linje.seddel === valgt))}</ul></fieldset></div>
  ${formaalsfelter(k, v, t.formaal.egenSag)}
  <button type="submit" class="button button-primary">${t.formaal.aabn}</button>
</form></section>`
}

/** Why: one of the reasons there are; left empty, a case of one's own, which is found by itself where there is one. */
function formaalsfelter(k: Arbejdskontekst, v: Pick<Soegevisning, 'valg' | 'valgfejl'>, hjaelp?: string): Markup {
  const t = ord(k.sprog).formaal
  const [, formaal, begrundelse] = valgfelter(k, v)
  const valgbare = VALGBARE_FORMAAL.map((led) => ({ vaerdi: led, tekst: FORMAALSORD[led][k.sprog].navn }))
  const felt = hjaelp === undefined ? formaal : { ...formaal, hjaelp }
  return html`${select(k.sprog, felt, [{ vaerdi: '', tekst: t.vaelg }, ...valgbare])}<div class="bb-begrundelse">${textInput(k.sprog, begrundelse)}</div>`
}

/**
 * The purpose asked for by itself, where it could not be taken from a case or what was said does not do. The citizen is not named on it. Who has not
 * been asked before has done nothing wrong: then there is no error, and the page says that there is no case.
 */
export function formaalView(k: Arbejdskontekst, v: Pick<Soegevisning, 'valg' | 'valgfejl'>): Markup {
  const t = ord(k.sprog).formaal
  const fejl = errorSummary(k.sprog, valgfelter(k, v).slice(1))
  return renderArbejdsside(k, {
    krummer: [{ tekst: ord(k.sprog).soeg.overskrift, sti: STI.soeg }, { tekst: t.etiket }],
    indhold: html`${sidehoved(t.etiket, fejl ? t.lead : t.ingenSag)}
${fejl}
<form method="post" action="${STI.aabn}" class="bb-formular bb-smal" autocomplete="off">${formularfelt(k)}<input type="hidden" name="borger" value="${v.valg.seddel}"><input type="hidden" name="spurgt" value="1">
  ${formaalsfelter(k, v)}
  <button type="submit" class="button button-primary">${t.aabn}</button>
</form>`,
  })
}

function traeflinje(k: Arbejdskontekst, { traef, seddel }: Traeflinje, nr: number, valgt: boolean): Markup {
  const t = ord(k.sprog).soeg
  const id = `borger-${nr}`
  const om = [
    traef.nummer,
    traef.type === 'virksomhed' ? t.virksomhed : undefined,
    traef.tidligereNavn === undefined ? undefined : t.tidligere(traef.tidligereNavn),
    traef.nummer === undefined && traef.foedselsaar !== undefined ? t.foedt(String(traef.foedselsaar)) : undefined,
    traef.enhed,
  ].filter((led) => led !== undefined)
  return html`<li><input type="radio" id="${id}" name="borger" value="${seddel}"${valgt ? html` checked` : undefined}><label for="${id}"><strong>${traef.navn ?? t.udenNavn}</strong> ${traef.doed ? badge('neutral', t.doed) : undefined}<span class="bb-under">${om.join(' · ')}</span></label></li>`
}

/** The search on top of a citizen's page: one field, and the answer on the search's own page. */
export const hurtigsoegning = (k: Arbejdskontekst): Markup => {
  const t = ord(k.sprog).soeg
  return html`<form method="post" action="${STI.soeg}" class="bb-hurtigsoeg d-print-none" role="search" autocomplete="off">${formularfelt(k)}
  <label class="sr-only" for="soeg">${t.kort}: ${t.etiket}</label>
  <input type="search" id="soeg" name="tekst" class="form-input" placeholder="${t.kort}" data-tast="/" aria-keyshortcuts="/"><button type="submit" class="button button-secondary">${ikon('search')}${t.knap}</button><kbd aria-hidden="true">/</kbd>
</form>`
}
