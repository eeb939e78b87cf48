import type { KlePraefiks } from '#kernel'
import { KVALITETSKRAV, TITELVISNINGER } from '#visning'
import {
  type Arbejdskontekst,
  alert,
  checkboxes,
  errorSummary,
  type Felt as Formularfelt,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textArea,
  textInput,
  type Valgmulighed,
} from '#web'
import { DOKUMENTTYPER, type Felt, GRAENSER, type KleIndhold, UDGANGSPUNKT } from '../indhold.ts'
import type { Juristbekraeftelse, Udkast } from '../udkast.ts'
import { dokumenttype, STI, type Systemnavne, type Udfald, udfaldsbesked, udkaststi } from './dele.ts'
import type { Felter, Feltfejl } from './laes-formular.ts'
import { ord } from './texts/index.ts'

export type Linjeside = {
  readonly udkast: Udkast
  readonly kle: KlePraefiks
  readonly titel: string
  readonly lukketNummer: boolean
  /** What holds by the draft as it stands: the form's first values. */
  readonly indhold: KleIndhold
  readonly jurist: Juristbekraeftelse | undefined
  readonly systemer: Systemnavne
}

const GRUPPER: readonly (readonly ['hvornaar' | 'titler' | 'indhold' | 'ventetid' | 'andet', readonly Felt[]])[] = [
  ['hvornaar', ['aaben', 'fradato', 'visAeldreAktive', 'fagsystemfilter']],
  ['titler', ['titelvisning', 'kvalitetskrav', 'stikproeve']],
  ['indhold', ['visDokumenttitler', 'dokumenttyper', 'visJournalnotater', 'notatsystemer', 'notatfristDage']],
  ['ventetid', ['karantaene', 'ventArbejdsdage']],
  ['andet', ['visYdelser', 'visUdbetalinger', 'visAftaler']],
]

/** What a draft is to show of one number, field by field. */
export function linjeView(k: Arbejdskontekst, side: Linjeside, felter: Felter, udfald?: Udfald): Markup {
  const t = ord(k.sprog)
  const { udkast, kle, titel } = side
  const fejlfelter = Object.keys(felter.fejl).map((navn) => formularfeltAf(k, side, felter, navn as Felt))
  return renderArbejdsside(k, {
    krummer: [{ tekst: t.trae.overskrift, sti: STI }, { tekst: udkast.navn, sti: udkaststi(udkast.id) }, { tekst: kle }],
    indhold: html`<div class="bb-smal">${sidehoved(t.linje.overskrift(kle, titel), t.linje.lead)}
${udfaldsbesked(k, udfald)}
${errorSummary(k.sprog, fejlfelter)}
${side.lukketNummer ? alert(k.sprog, 'info', { indhold: html`<p>${t.nummer.altidLukket}</p>` }) : undefined}
<form method="post" action="${udkaststi(udkast.id)}/nummer">${formularfelt(k)}
<input type="hidden" name="nr" value="${String(udkast.nr)}"><input type="hidden" name="kle" value="${kle}">
${GRUPPER.map(([gruppe, egne]) => html`<h2 class="h4">${t.gruppe[gruppe]}</h2>${egne.map((felt) => feltdel(k, side, felter, felt))}${gruppe === 'hvornaar' ? juristdel(k, side, felter) : undefined}`)}
<p class="bb-knapper"><button type="submit" class="button button-primary">${t.linje.gem}</button> <a href="${udkaststi(udkast.id)}">${t.linje.tilbage}</a></p>
</form></div>`,
  })
}

const fejltekst = (k: Arbejdskontekst, felt: string, fejl: Feltfejl | undefined): { readonly fejl?: string } => {
  if (!fejl) return {}
  const t = ord(k.sprog).linje.fejl
  return { fejl: fejl === 'tal' ? t.tal(GRAENSER[felt as keyof typeof GRAENSER] ?? 0) : t[fejl] }
}

function formularfeltAf(
  k: Arbejdskontekst,
  side: Linjeside,
  { vaerdier, fejl }: Felter,
  navn: Felt | 'juristNavn' | 'juristTekst',
): Formularfelt {
  const t = ord(k.sprog)
  const jurist = navn === 'juristNavn' || navn === 'juristTekst'
  const tastet = vaerdier[navn]?.[0]
  return {
    id: navn,
    navn,
    etiket: jurist ? t.linje[navn] : t.felt[navn].navn,
    ...(navn === 'juristTekst' ? { hjaelp: t.linje.juristHjaelp } : jurist ? {} : { hjaelp: t.felt[navn].hjaelp }),
    vaerdi:
      tastet ?? (jurist ? ((navn === 'juristNavn' ? side.jurist?.navn : side.jurist?.tekst) ?? '') : foerste(side.indhold, navn)),
    ...fejltekst(k, navn, fejl[navn]),
  }
}

const foerste = (indhold: KleIndhold, felt: Felt): string => {
  const vaerdi = indhold[felt]
  if (typeof vaerdi === 'boolean') return vaerdi ? 'ja' : 'nej'
  if (felt !== 'fradato') return String(vaerdi)
  return vaerdi === UDGANGSPUNKT.fradato ? '' : toTastetDag(indhold.fradato)
}

/** As one types a day: 01-03-2026. */
const toTastetDag = (dag: string): string => dag.split('-').reverse().join('-')

function feltdel(k: Arbejdskontekst, side: Linjeside, felter: Felter, navn: Felt): Markup {
  const t = ord(k.sprog)
  const felt = formularfeltAf(k, side, felter, navn)
  switch (navn) {
    case 'fradato':
    case 'stikproeve':
    case 'notatfristDage':
    case 'ventArbejdsdage':
      return textInput(k.sprog, felt)
    case 'titelvisning':
      return select(
        k.sprog,
        felt,
        TITELVISNINGER.map((en) => ({ vaerdi: en, tekst: t.titelvisning[en] })),
      )
    case 'kvalitetskrav':
      return select(
        k.sprog,
        felt,
        KVALITETSKRAV.map((en) => ({ vaerdi: en, tekst: t.kvalitetskrav[en] })),
      )
    case 'fagsystemfilter':
    case 'notatsystemer':
    case 'dokumenttyper': {
      const mulige =
        navn === 'dokumenttyper' ? DOKUMENTTYPER.map((en) => ({ vaerdi: en, tekst: dokumenttype(en) })) : systemvalg(side, navn)
      const valgte = Object.keys(felter.vaerdier).length > 0 ? (felter.vaerdier[navn] ?? []) : side.indhold[navn]
      return mulige.length === 0 ? html`` : checkboxes(k.sprog, { ...felt, valgte }, mulige)
    }
    default:
      return select(k.sprog, felt, [
        { vaerdi: 'nej', tekst: t.nej },
        { vaerdi: 'ja', tekst: t.ja },
      ])
  }
}

/** The municipality's systems, and those that are chosen already though they deliver no more. */
function systemvalg({ systemer, indhold }: Linjeside, navn: 'fagsystemfilter' | 'notatsystemer'): readonly Valgmulighed[] {
  const ukendte = indhold[navn].filter((id) => !systemer.has(id)).map((id) => ({ vaerdi: id, tekst: id }))
  return [...[...systemer].map(([vaerdi, tekst]) => ({ vaerdi, tekst })), ...ukendte]
}

function juristdel(k: Arbejdskontekst, side: Linjeside, felter: Felter): Markup | undefined {
  if (!side.lukketNummer) return undefined
  return html`${textInput(k.sprog, formularfeltAf(k, side, felter, 'juristNavn'))}${textArea(k.sprog, formularfeltAf(k, side, felter, 'juristTekst'), 3)}`
}
