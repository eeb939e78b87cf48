import type { Uuid } from '#kernel'
import {
  type Arbejdskontekst,
  alert,
  badge,
  errorSummary,
  type Felt,
  formatTid,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  table,
  textInput,
} from '#web'
import { isAaben, type Koersel, type Koerselsafvisning } from '../koersel.ts'
import { udfaldsmaerke } from './koersel.view.ts'
import { ord } from './texts/index.ts'

/** A system of the vendor's that can be tested. */
export type Proevesystem = { readonly id: Uuid; readonly navn: string; readonly version: string }

/** What was typed, and what is wrong with it. */
export type Startfejl = { readonly system: string; readonly kle: string; readonly fejl: 'system' | 'kle' | Koerselsafvisning }

/** The vendor's runs, and the form that begins one. */
export function koerslerView(
  k: Arbejdskontekst,
  sti: string,
  { systemer, koersler }: { readonly systemer: readonly Proevesystem[]; readonly koersler: readonly Koersel[] },
  fejl?: Startfejl,
): Markup {
  const t = ord(k.sprog).liste
  const felter = felterFor(k, systemer, fejl)
  const anden = fejl && fejl.fejl !== 'system' && fejl.fejl !== 'kle' ? t.fejl[fejl.fejl] : undefined
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${errorSummary(k.sprog, felter)}${anden === undefined ? undefined : alert(k.sprog, 'error', { indhold: anden })}
${systemer.length === 0 ? html`<p>${t.ingenSystemer}</p>` : startformular(k, sti, felter, systemer)}
<section class="bb-afsnit" aria-labelledby="koersler"><h2 id="koersler" class="h4">${t.koersler}</h2>
${koersler.length === 0 ? html`<p>${t.ingenKoersler}</p>` : liste(k, sti, koersler)}</section>`,
  })
}

function felterFor(k: Arbejdskontekst, systemer: readonly Proevesystem[], fejl: Startfejl | undefined): readonly [Felt, Felt] {
  const t = ord(k.sprog).liste
  const system = { id: 'system', navn: 'system', etiket: t.system, vaerdi: fejl?.system ?? systemer[0]?.id ?? '' }
  const kle = { id: 'kle', navn: 'kle', etiket: t.kle, hjaelp: t.kleHjaelp, vaerdi: fejl?.kle ?? '' }
  return [
    fejl?.fejl === 'system' ? { ...system, fejl: t.fejl.system } : system,
    fejl?.fejl === 'kle' ? { ...kle, fejl: t.fejl.kle } : kle,
  ]
}

function startformular(
  k: Arbejdskontekst,
  sti: string,
  [system, kle]: readonly [Felt, Felt],
  systemer: readonly Proevesystem[],
): Markup {
  const t = ord(k.sprog).liste
  const valg = systemer.map(({ id, navn, version }) => ({ vaerdi: id, tekst: `${navn} ${version}` }))
  return html`<section class="bb-afsnit bb-flade bb-smal" aria-labelledby="start"><h2 id="start" class="h4">${t.start}</h2>
<form method="post" action="${sti}">${formularfelt(k)}${select(k.sprog, system, valg)}${textInput(k.sprog, kle)}
<p class="bb-knapper"><button type="submit" class="button button-primary">${t.knap}</button></p></form></section>`
}

const liste = (k: Arbejdskontekst, sti: string, koersler: readonly Koersel[]): Markup => {
  const t = ord(k.sprog).liste
  return table(
    t.koersler,
    [
      { overskrift: t.system, celle: ({ id, navn, version }: Koersel) => html`<a href="${sti}/${id}">${navn} ${version}</a>` },
      { overskrift: t.begyndt, celle: ({ startet }: Koersel) => formatTid(startet, k.sprog, k.nu) },
      { overskrift: t.udfald, celle: (koersel: Koersel) => maerke(k, koersel) },
    ],
    koersler,
  )
}

function maerke(k: Arbejdskontekst, koersel: Koersel): Markup {
  const t = ord(k.sprog).udfald
  if (koersel.bestaaet !== undefined) return udfaldsmaerke(k, koersel.bestaaet ? 'bestaaet' : 'fejlet')
  return isAaben(koersel, k.nu) ? badge('info', t.iGang) : badge('neutral', t.udloebet)
}
