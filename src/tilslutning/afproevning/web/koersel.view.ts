import type { CprNummer, Tidspunkt } from '#kernel'
import { myndighedsnavn } from '#myndighed'
import {
  type Arbejdskontekst,
  alert,
  badge,
  details,
  factList,
  formatTid,
  formularfelt,
  html,
  type Indhold,
  type Maerkat,
  type Markup,
  renderArbejdsside,
  table,
} from '#web'
import type { Fund, Udfald } from '../bedoem.ts'
import type { Koersel } from '../koersel.ts'
import type { UnderskrevetRapport } from '../rapport/verificer.ts'
import type { Afsenderbedoemmelse, Begivenhedsresultat } from '../server/bedoem-afsender.ts'
import { ord } from './texts/index.ts'

/** What the page of a run shows. */
export type Koerselsside = {
  readonly koersel: Koersel
  readonly personer: Readonly<Record<string, CprNummer>>
  readonly stand: Afsenderbedoemmelse
  readonly rapport: UnderskrevetRapport['rapport'] | undefined
  readonly aaben: boolean
  /** The page renews itself. */
  readonly foelger: boolean
  /** A right message for a rule that was broken. */
  readonly eksempel: (regel: string) => string | undefined
}

const MAERKAT: Readonly<Record<Udfald, Maerkat>> = {
  bestaaet: 'success',
  fejlet: 'error',
  advaret: 'warning',
  ikkeProevet: 'neutral',
}

/** `venter`: what is not tried may still come. */
export const udfaldsmaerke = (k: Pick<Arbejdskontekst, 'sprog'>, udfald: Udfald, venter = false): Markup =>
  badge(MAERKAT[udfald], ord(k.sprog).udfald[venter && udfald === 'ikkeProevet' ? 'venter' : udfald])

/** One run: what to do, how far it has come, what was refused, and the report when it has ended. */
export function koerselView(k: Arbejdskontekst, sti: string, side: Koerselsside): Markup {
  const t = ord(k.sprog).koersel
  const { koersel, rapport } = side
  return renderArbejdsside(k, {
    krummer: [{ tekst: ord(k.sprog).liste.overskrift, sti }, { tekst: `${koersel.navn} ${koersel.version}` }],
    indhold: html`<h1>${t.overskrift(koersel.navn, koersel.version)}</h1>
${rapport ? doms(k, rapport.bestaaet) : fremdrift(k, `${sti}/${koersel.id}`, side)}
${rapport ? filer(k, `${sti}/${koersel.id}`) : undefined}
${afviste(k, side)}
<section class="bb-afsnit" aria-labelledby="opgaver"><h2 id="opgaver" class="h4">${t.opgaver}</h2>${opgaver(k, side)}</section>
${rapport ? regler(k, rapport) : side.aaben ? afslut(k, `${sti}/${koersel.id}`) : undefined}
<section class="bb-afsnit bb-smal">${fakta(k, koersel)}</section>`,
  })
}

const doms = (k: Arbejdskontekst, bestaaet: boolean): Markup => {
  const t = ord(k.sprog).koersel
  return alert(k.sprog, bestaaet ? 'success' : 'error', { indhold: bestaaet ? t.bestaaet : t.ikkeBestaaet })
}

function fremdrift(k: Arbejdskontekst, sti: string, { koersel, stand, aaben, foelger }: Koerselsside): Markup {
  const t = ord(k.sprog).koersel
  const alle = stand.begivenheder.length
  const bestaaet = stand.begivenheder.filter(({ udfald }) => udfald === 'bestaaet').length
  const valg = foelger ? html`${t.opdateres} <a href="${sti}?stille=1">${t.stille}</a>` : html`<a href="${sti}">${t.foelg}</a>`
  return html`<p class="font-lead">${t.iGang}</p>
<p><label for="naaet"><strong>${t.antal(bestaaet, alle)}</strong></label><br><progress id="naaet" class="bb-fremdrift" max="${alle}" value="${bestaaet}"></progress></p>
<p class="small-text">${t.frist(tid(k, koersel.frist))} ${aaben ? valg : undefined}</p>`
}

const tid = (k: Arbejdskontekst, hvornaar: Tidspunkt): string => formatTid(hvornaar, k.sprog, k.nu)

const opgaver = (k: Arbejdskontekst, side: Koerselsside): Markup => html`<p>${ord(k.sprog).koersel.personHjaelp}</p>
<ol class="bb-opgaver">${side.stand.begivenheder.map((begivenhed) => opgave(k, side, begivenhed))}</ol>`

function opgave(k: Arbejdskontekst, side: Koerselsside, { person, goer, hint, udfald, fund }: Begivenhedsresultat): Markup {
  const t = ord(k.sprog).koersel
  const cpr = side.personer[person] ?? ''
  return html`<li><p>${udfaldsmaerke(k, udfald, side.aaben)} <strong>${t.person} ${person}, ${cpr.slice(0, 6)}-${cpr.slice(6)}.</strong> ${goer[k.sprog]}</p>
${fundliste(k, fund)}
${udfald === 'bestaaet' ? undefined : html`<p class="small-text">${t.skridt}: ${hint[k.sprog]}</p>`}</li>`
}

/** Only what is not right: what is, the mark has said. */
const fundliste = (k: Arbejdskontekst, fund: readonly Fund[]): Indhold => {
  const daarlige = fund.filter(({ udfald }) => udfald === 'fejlet' || udfald === 'advaret')
  if (daarlige.length === 0) return undefined
  return html`<ul>${daarlige.map(({ regel, hvad }) => html`<li>${regel}: ${hvad[k.sprog]}</li>`)}</ul>`
}

function afviste(k: Arbejdskontekst, { stand, eksempel }: Koerselsside): Indhold {
  const t = ord(k.sprog).koersel
  if (stand.afviste.length === 0) return undefined
  return html`<section class="bb-afsnit" aria-labelledby="afviste"><h2 id="afviste" class="h4">${t.afviste}</h2><p>${t.afvisteHjaelp}</p>
${stand.afviste.map(({ regel, udfald, hvad }) => {
  const rigtig = eksempel(regel)
  return html`<div class="bb-afvist"><p>${udfaldsmaerke(k, udfald)} <strong>${regel}</strong> ${hvad[k.sprog]}</p>
${rigtig === undefined ? undefined : details(t.rigtig, html`<pre class="bb-kode" tabindex="0"><code>${rigtig}</code></pre>`)}</div>`
})}</section>`
}

function afslut(k: Arbejdskontekst, sti: string): Markup {
  const t = ord(k.sprog).koersel
  return html`<section class="bb-afsnit bb-flade bb-smal"><p>${t.afslutHjaelp}</p>
<form method="post" action="${sti}/afslutning">${formularfelt(k)}<button type="submit" class="button button-primary">${t.afslut}</button></form></section>`
}

function filer(k: Arbejdskontekst, sti: string): Markup {
  const t = ord(k.sprog).koersel
  const fil = (endelse: keyof typeof t.filer) =>
    html`<li><a href="${sti}/rapport.${endelse}">${t.filer[endelse]}</a>${
      endelse === 'json' ? undefined : html` (<a href="${sti}/rapport.${endelse}.jws">${t.underskrift(t.filer[endelse])}</a>)`
    }</li>`
  return html`<section class="bb-afsnit" aria-labelledby="rapport"><h2 id="rapport" class="h4">${t.rapport}</h2><p>${t.rapportHjaelp}</p>
<ul>${fil('pdf')}${fil('json')}${fil('xml')}</ul></section>`
}

function regler(k: Arbejdskontekst, rapport: UnderskrevetRapport['rapport']): Markup {
  const t = ord(k.sprog).koersel
  return html`<section class="bb-afsnit" aria-labelledby="regler"><h2 id="regler" class="h4">${t.regler}</h2>
${table(
  t.regler,
  [
    { overskrift: t.regel, celle: ({ regel }) => regel },
    { overskrift: t.hvad, celle: ({ om }) => om[k.sprog] },
    { overskrift: ord(k.sprog).liste.udfald, celle: ({ udfald }) => udfaldsmaerke(k, udfald) },
  ],
  rapport.regler,
)}</section>`
}

function fakta(k: Arbejdskontekst, koersel: Koersel): Markup {
  const t = ord(k.sprog).koersel.fakta
  return factList([
    [t.system, `${koersel.navn} ${koersel.version}`],
    [t.kommune, myndighedsnavn(koersel.kommune) ?? koersel.kommune],
    [t.proeveversion, koersel.proeveversion],
    [t.begyndt, tid(k, koersel.startet)],
    [t.slut, koersel.sluttet && tid(k, koersel.sluttet)],
    [t.id, koersel.id],
  ])
}
