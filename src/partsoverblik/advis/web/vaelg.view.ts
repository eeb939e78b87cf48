import { type Besoegt, besoegtlinje, FORMAALSORD, VALGBARE_FORMAAL } from '#partsoverblik/besoeg'
import {
  type Arbejdskontekst,
  alert,
  backLink,
  formular,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textInput,
  type Valgmulighed,
} from '#web'
import type { GruppeRaekke } from '../advis.sql.ts'
import { STI } from './advis.view.ts'
import { ord } from './texts/index.ts'

export type Vaelgside = {
  readonly tilbage: string
  readonly sti: string
  readonly besoegt: Besoegt
  /** By what means nothing outside the visit. */
  readonly sager: readonly Valgmulighed[]
  readonly frister: readonly Valgmulighed[]
  readonly grupper: readonly GruppeRaekke[]
  readonly valgtSag: string
  readonly gjort: boolean
  readonly fejl: string | undefined
}

/** What to be told of about the citizen of a visit. */
export function vaelgView(k: Arbejdskontekst, side: Vaelgside): Markup {
  const t = ord(k.sprog)
  const v = t.vaelg
  const afsnit = (id: string, overskrift: string, indhold: Markup) =>
    html`<section class="bb-afsnit bb-smal" aria-labelledby="${id}"><h2 id="${id}" class="h3">${overskrift}</h2>${indhold}</section>`
  const blank = (navn: string): Valgmulighed => ({ vaerdi: '', tekst: navn })
  const vaelger = (id: string, etiket: string, valg: readonly Valgmulighed[], vaerdi = '') =>
    select(k.sprog, { id, navn: 'ref', etiket, vaerdi }, valg)
  const part = formular(k, side.sti, { skjult: { slags: 'part' }, felter: gruppevalg(k, side, 'part'), knap: v.partKnap })
  const sag = formular(k, side.sti, {
    skjult: { slags: 'sag' },
    felter: [vaelger('sag-ref', v.hvilkenSag, [blank(v.vaelg), ...side.sager], side.valgtSag), ...gruppevalg(k, side, 'sag')],
    knap: v.sagKnap,
    klasse: 'button button-secondary',
  })
  const dage = textInput(k.sprog, { id: 'dage', navn: 'dage', etiket: v.dage, vaerdi: '7' })
  const frist = formular(k, side.sti, {
    skjult: { slags: 'frist' },
    felter: [vaelger('frist-ref', v.hvilkenFrist, [blank(v.vaelg), ...side.frister]), dage],
    knap: v.fristKnap,
    klasse: 'button button-secondary',
  })
  const dag = textInput(k.sprog, { id: 'dag', navn: 'dag', etiket: v.dag, hjaelp: v.dagHjaelp, vaerdi: '' })
  const paamindelse = formular(k, side.sti, {
    skjult: { slags: 'paamindelse' },
    felter: [dag, ...(side.sager.length > 0 ? [vaelger('paa-ref', v.hvilkenSag, [blank(v.valgfri), ...side.sager])] : [])],
    knap: v.paamindelseKnap,
    klasse: 'button button-secondary',
  })
  return renderArbejdsside(k, {
    fane: v.overskrift,
    indhold: html`${backLink(side.tilbage, v.tilbage)}${besoegtlinje(k, side.besoegt)}${sidehoved(v.overskrift, v.lead)}
${side.gjort && side.fejl === undefined ? alert(k.sprog, 'success', { indhold: t.gjort }) : undefined}
${side.fejl === undefined ? undefined : alert(k.sprog, 'error', { overskrift: t.fejlOverskrift, indhold: side.fejl })}
${afsnit('om-part', v.part, part)}
${afsnit('om-sag', v.sag, side.sager.length === 0 ? html`<p>${v.ingenSager}</p>` : sag)}
${afsnit('om-frist', v.frist, side.frister.length === 0 ? html`<p>${v.ingenFrister}</p>` : frist)}
${afsnit('om-dag', v.paamindelse, paamindelse)}
<p><a class="bb-mere" href="${STI}">${v.se}</a></p>`,
  })
}

function gruppevalg(k: Arbejdskontekst, { grupper }: Vaelgside, slags: string): readonly Markup[] {
  const v = ord(k.sprog).vaelg
  const egne = grupper.filter(({ medlem }) => medlem).map(({ gruppe_id, navn }) => ({ vaerdi: gruppe_id as string, tekst: navn }))
  if (egne.length === 0) return []
  const felt = { id: `${slags}-gruppe`, navn: 'gruppe', etiket: v.hvem, vaerdi: '' }
  return [select(k.sprog, felt, [{ vaerdi: '', tekst: v.migSelv }, ...egne])]
}

export type Aabnside = {
  readonly id: string
  readonly formaal: string
  readonly begrundelse: string
  readonly fejl: string | undefined
}

/** The purpose is asked where none of the employee's own cases gives it. */
export function aabnView(k: Arbejdskontekst, { id, formaal, begrundelse, fejl }: Aabnside): Markup {
  const t = ord(k.sprog)
  const a = t.aabnside
  const valg = VALGBARE_FORMAAL.map((en) => ({ vaerdi: en as string, tekst: FORMAALSORD[en][k.sprog].navn }))
  const felter = [
    select(k.sprog, { id: 'formaal', navn: 'formaal', etiket: a.formaal, vaerdi: formaal }, [
      { vaerdi: '', tekst: t.vaelg.vaelg },
      ...valg,
    ]),
    textInput(k.sprog, {
      id: 'begrundelse',
      navn: 'begrundelse',
      etiket: a.begrundelse,
      hjaelp: a.begrundelseHjaelp,
      vaerdi: begrundelse,
    }),
  ]
  return renderArbejdsside(k, {
    indhold: html`${backLink(STI, t.overskrift)}${sidehoved(a.overskrift, a.lead)}
${fejl === undefined ? undefined : alert(k.sprog, 'warning', { indhold: fejl })}
<div class="bb-smal">${formular(k, `${STI}/aabn`, { skjult: { id }, felter, knap: a.knap })}</div>`,
  })
}
