import type { Tidspunkt } from '#kernel'
import { grundord } from '#overblik'
import { danskDag } from '#platform/clock'
import {
  type Arbejdskontekst,
  alert,
  badge,
  dagEfter,
  errorSummary,
  type Felt,
  factList,
  formatDag,
  formatTid,
  formular,
  html,
  type Maerkat,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textArea,
  textInput,
} from '#web'
import { UNDTAGELSESSAETNINGER, type Undtagelsesafvisning } from '../logansvar.errors.ts'
import type { BesoegRaekke } from '../logansvar.sql.ts'
import { HJEMLER, type Undtagelsesvisning } from '../undtagelse.ts'
import { SPOERGSMAALSSTI } from './spoergsmaal.view.ts'
import { ord } from './texts/index.ts'

export const UNDTAGELSESSTI = `${SPOERGSMAALSSTI}/undtagelser`
export const FINDSTI = `${UNDTAGELSESSTI}/find`
const undtagelsessti = (id: string): string => `${UNDTAGELSESSTI}/${id}`

/** The visits that were found, with the slip that stands for the citizen, and what was typed. */
export type Forslagsformular = {
  readonly seddel: string
  readonly besoeg: readonly BesoegRaekke[]
  readonly valgt: string
  readonly hjemmel: string
  readonly begrundelse: string
  readonly til: string
  readonly fejl?: Undtagelsesafvisning | undefined
}

export type Undtagelsesside = {
  readonly mig: string
  readonly liste: readonly Undtagelsesvisning[]
  readonly findFejl: boolean
  readonly udloebet: boolean
  readonly forslag: Forslagsformular | undefined
  readonly afvist: Undtagelsesafvisning | undefined
}

/** Finding a visit, proposing to keep it back, and what has been proposed. */
export function undtagelserView(k: Arbejdskontekst, side: Undtagelsesside): Markup {
  const t = ord(k.sprog).undtagelser
  const cpr: Felt = {
    id: 'cpr',
    navn: 'cpr',
    etiket: t.find.cpr,
    hjaelp: t.find.hjaelp,
    vaerdi: '',
    ...(side.findFejl ? { fejl: t.find.fejl } : {}),
  }
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${side.udloebet ? alert(k.sprog, 'warning', { indhold: t.forslag.udloebet }) : undefined}
${side.afvist ? alert(k.sprog, 'error', { overskrift: t.afvistTrin, indhold: UNDTAGELSESSAETNINGER[side.afvist][k.sprog] }) : undefined}
${errorSummary(k.sprog, side.forslag?.fejl ? [fejlfelt(k, side.forslag)] : [cpr])}
<section class="bb-afsnit" aria-labelledby="find"><h2 id="find" class="h3">${t.find.overskrift}</h2>
${formular(k, FINDSTI, { felter: [textInput(k.sprog, cpr)], knap: t.find.knap, klasse: 'button button-secondary' })}</section>
${side.forslag ? forslagsdel(k, side.forslag) : undefined}
<section class="bb-afsnit" aria-labelledby="liste"><h2 id="liste" class="h3">${t.liste}</h2>
${side.liste.length === 0 ? html`<p>${t.ingen}</p>` : html`<ul class="nobullet-list bb-ventende">${side.liste.map((en) => html`<li>${undtagelse(k, side.mig, en)}</li>`)}</ul>`}</section>`,
  })
}

const FELT: Partial<Readonly<Record<Undtagelsesafvisning, string>>> = {
  HJEMMEL_MANGLER: 'hjemmel',
  BEGRUNDELSE_MANGLER: 'begrundelse',
  DATO_UGYLDIG: 'til',
  LAENGERE_END_LINJERNE: 'til',
}

const fejlfelt = (k: Arbejdskontekst, { fejl = 'FINDES_IKKE' }: Forslagsformular): Felt => {
  const id = FELT[fejl] ?? 'besoeg'
  return { id, navn: id, etiket: '', vaerdi: '', fejl: UNDTAGELSESSAETNINGER[fejl][k.sprog] }
}

function forslagsdel(k: Arbejdskontekst, f: Forslagsformular): Markup {
  const t = ord(k.sprog).undtagelser.forslag
  const fejlet = f.fejl ? fejlfelt(k, f) : undefined
  const felt = (id: string, etiket: string, vaerdi: string, hjaelp?: string): Felt => ({
    id,
    navn: id,
    etiket,
    vaerdi,
    ...(hjaelp ? { hjaelp } : {}),
    ...(fejlet?.id === id && fejlet.fejl ? { fejl: fejlet.fejl } : {}),
  })
  const besoegene = f.besoeg.map((en) => ({
    vaerdi: en.korrelation,
    tekst: besoegsord(k, en),
  }))
  const hjemler = HJEMLER.map((vaerdi) => ({ vaerdi, tekst: t.hjemler[vaerdi] }))
  const felter = [
    select(k.sprog, felt('besoeg', t.besoeg, f.valgt), besoegene),
    select(k.sprog, felt('hjemmel', t.hjemmel, f.hjemmel), hjemler),
    textArea(k.sprog, felt('begrundelse', t.begrundelse, f.begrundelse, t.begrundelseHjaelp), 4),
    textInput(k.sprog, felt('til', t.til, f.til, t.tilHjaelp)),
  ]
  return html`<section class="bb-afsnit" aria-labelledby="forslag"><h2 id="forslag" class="h3">${t.overskrift}</h2>
${f.besoeg.length === 0 ? html`<p>${t.ingen}</p>` : formular(k, UNDTAGELSESSTI, { skjult: { seddel: f.seddel }, felter, knap: t.knap })}</section>`
}

const besoegsord = (
  k: Arbejdskontekst,
  en: {
    readonly begyndt: Tidspunkt
    readonly navn: string | null
    readonly grund: string | null
    readonly formaal: string | null
  },
): string =>
  [
    formatTid(en.begyndt, k.sprog, k.nu),
    ...(en.navn ? [en.navn] : []),
    grundord({ grund: en.grund ?? '', formaal: en.formaal ?? '' })[k.sprog],
  ].join(' · ')

const FARVER: Readonly<Record<Undtagelsesvisning['tilstand'], Maerkat>> = {
  foreslaaet: 'info',
  gaelder: 'warning',
  afvist: 'neutral',
  ophaevet: 'neutral',
}

function undtagelse(k: Arbejdskontekst, mig: string, u: Undtagelsesvisning): Markup {
  const t = ord(k.sprog).undtagelser
  const dag = (tid: NonNullable<Undtagelsesvisning['afgjort']>) => formatDag(tid, k.sprog, k.nu)
  const hjemmel = HJEMLER.find((en) => en === u.hjemmel)
  const knap = (handling: 'godkend' | 'afvis' | 'ophaev') =>
    formular(k, undtagelsessti(u.undtagelse_id), { skjult: { handling }, knap: t[handling], klasse: 'button button-secondary' })
  return html`<div class="bb-flade"><p>${badge(u.udloebet ? 'neutral' : FARVER[u.tilstand], u.udloebet ? t.tilstande.udloebet : t.tilstande[u.tilstand])}</p>
${factList([
  [t.forslag.besoeg, u.besoegt ? besoegsord(k, { ...u, begyndt: u.besoegt }) : ord(k.sprog).spoergsmaal.slettet],
  [t.forslag.hjemmel, hjemmel ? t.forslag.hjemler[hjemmel] : u.hjemmel],
  [t.forslag.begrundelse, u.begrundelse],
  // Over when the day after begins.
  [t.gaelderTilOgMed, formatDag(dagEfter(danskDag(u.til), -1), k.sprog, k.nu)],
])}
<p class="bb-meta">${t.foreslaaetAf(u.foreslaaet_navn, dag(u.foreslaaet))}${u.afgjort ? html`<br>${t.afgjortAf(u.afgjort_navn ?? '', dag(u.afgjort))}` : undefined}${u.ophaevet ? html`<br>${t.ophaevetAf(u.ophaevet_navn ?? '', dag(u.ophaevet))}` : undefined}</p>
${u.tilstand === 'foreslaaet' ? html`<div class="bb-knapper">${u.foreslaaet_af === mig ? html`<p>${t.egetForslag}</p>` : knap('godkend')}${knap('afvis')}</div>` : undefined}
${u.tilstand === 'gaelder' && !u.udloebet ? html`<div class="bb-knapper">${knap('ophaev')}</div>` : undefined}</div>`
}
