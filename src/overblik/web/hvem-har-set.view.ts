import { OPSLAGHVEM } from '#adgangslog'
import type { Uuid } from '#kernel'
import {
  alert,
  details,
  formatDag,
  formatDato,
  formatKlokken,
  html,
  type Indhold,
  type Markup,
  pagination,
  renderSide,
  type Sidekontekst,
  STIER,
  select,
  stort,
  textArea,
  textInput,
} from '#web'
import { INTET_FILTER, isOpslagFiltreret, type Opslagsfilter, toOpslagsquery } from '../opslag/filter.ts'
import type { OpslagslisteVisning } from '../opslag/hent-opslag.ts'
import { HVADNOEGLER, hvadord } from '../opslag/ord.ts'
import type { Spoergsmaalsafvisning } from '../opslag/spoergsmaal.ts'
import type { Mangel, OpslagVisning, Spoergsmaal, SpoergsmaalUdenLinje } from '../visninger.ts'
import { mangelbesked, metalinje, pageHeader } from './dele.ts'
import { ord } from './texts/index.ts'

/** A question that was not taken: what was typed stands in its place again. */
export type Afvistspoergsmaal = { readonly besoeg: Uuid; readonly tekst: string; readonly fejl: Spoergsmaalsafvisning }

/**
 * Who has looked. No count of what is withheld, no names of units but those made for citizens, and constant sentences on what is not told, since a line
 * may be left out to protect somebody, and the page must look the same where none is.
 */
export function hvemHarSetView(
  k: Sidekontekst,
  v: OpslagslisteVisning & { readonly mangler: readonly Mangel[] },
  filter: Opslagsfilter = INTET_FILTER,
  afvist?: Afvistspoergsmaal,
): Markup {
  const t = ord(k.sprog).hvemHarSet
  return renderSide(k, {
    punkt: 'hvemHarSet',
    indhold: html`
${pageHeader(t.overskrift, t.lead)}
${mangelbesked(k, v.mangler)}
${afvist ? alert(k.sprog, 'error', { overskrift: t.spoerg.ikkeSendt, indhold: html`<a href="#spoerg-${afvist.besoeg}">${t.spoerg.fejl[afvist.fejl]}</a>` }) : undefined}
<p>${t.siden(formatDato(v.siden, k.sprog))} ${t.konstant}</p>
${filterform(k, filter)}
${
  v.linjer.length === 0
    ? html`<div class="bb-tom bb-afsnit" role="status"><p>${isOpslagFiltreret(filter) ? t.ingenFundet : t.ingen}</p>${isOpslagFiltreret(filter) ? html`<p><a href="${STIER.hvemHarSet}">${ord(k.sprog).tom.ryd}</a></p>` : undefined}</div>`
    : html`<ul class="bb-liste bb-raekker bb-opslag">${v.linjer.map((linje) => besoegsraekke(k, linje, afvist))}</ul>`
}
${pagination(k.sprog, v.side, v.sider, (nr) => `${STIER.hvemHarSet}${toOpslagsquery(filter, nr)}`)}
${v.aeldre ? html`<p>${t.aeldre}</p>` : undefined}
${v.udenLinje.length > 0 ? udenLinje(k, v.udenLinje) : undefined}
<p>${t.navne}</p>
<p>${t.ikkeHver}</p>
<p>${t.andre}</p>
<p>${t.kunHer}</p>
${details(
  t.bevis.overskrift,
  html`<p>${t.bevis.tekst}</p><p>${t.bevis.kanIkke}</p>
<p><a href="${STIER.hvemHarSetUdtraek}${toOpslagsquery({ ...filter, hvad: undefined }, 1)}" download="hvem-har-set.json">${t.bevis.hent}</a></p>
<p><a href="${STIER.logkontrol}">${t.bevis.kontroller}</a></p>`,
)}`,
  })
}

function besoegsraekke(k: Sidekontekst, linje: OpslagVisning, afvist: Afvistspoergsmaal | undefined): Markup {
  const t = ord(k.sprog).hvemHarSet
  return html`<li>
  <div>
    <p class="bb-titel">${linje.rolle?.[k.sprog] ?? t.hvemOrd[linje.hvem]}</p>
    ${linje.sted ? metalinje(linje.kommune && linje.kommune.navn !== linje.sted ? [linje.sted, linje.kommune.navn] : [linje.sted]) : undefined}
    <p class="bb-status"><span class="sr-only">${t.hvorfor}: </span>${linje.grund[k.sprog]}</p>
    ${linje.hvad.length > 0 ? html`<p class="bb-meta">${t.saa} ${linje.hvad.map((del) => del[k.sprog]).join(', ')}</p>` : undefined}
    ${linje.spoergsmaal ? spurgt(k, linje.spoergsmaal) : linje.besoeg ? spoergform(k, linje.besoeg, linje, afvist) : undefined}
  </div>
  <div class="bb-side2"><span class="bb-meta bb-dato">${stort(formatDag(linje.tid, k.sprog, k.nu))} ${formatKlokken(linje.tid, k.sprog)}</span></div>
</li>`
}

/** What was asked of visits whose lines are gone. */
function udenLinje(k: Sidekontekst, spurgte: readonly SpoergsmaalUdenLinje[]): Markup {
  const t = ord(k.sprog).hvemHarSet.udenLinje
  return html`<section class="bb-afsnit" aria-labelledby="uden-linje"><h2 id="uden-linje" class="h3">${t.overskrift}</h2><p>${t.tekst}</p>
<ul class="bb-liste bb-raekker">${spurgte.map(({ besoegt, kommune, spoergsmaal }) => html`<li><div><p class="bb-titel">${t.opslag(formatDag(besoegt, k.sprog, k.nu), kommune.navn)}</p>${spurgt(k, spoergsmaal)}</div></li>`)}</ul></section>`
}

/** The question, and the answer or when it comes at the latest. */
function spurgt(k: Sidekontekst, { stillet, frist, tekst, svar }: Spoergsmaal): Markup {
  const t = ord(k.sprog).hvemHarSet.spoerg
  return html`<div class="bb-flade bb-graa">
  <p class="bb-meta">${t.duSpurgte(formatDag(stillet, k.sprog, k.nu))}</p>
  <p>${lines(tekst)}</p>
  ${
    svar
      ? html`<p class="bb-meta">${t.kommunenSvarede(formatDag(svar.tid, k.sprog, k.nu))}</p><p>${lines(svar.tekst)}</p>`
      : html`<p><strong>${t.svarSenest(formatDato(frist, k.sprog))}</strong></p>`
  }
</div>`
}

const lines = (tekst: string): Indhold => tekst.split(/\r?\n/).map((linje, i) => (i === 0 ? linje : html`<br>${linje}`))

function spoergform(k: Sidekontekst, besoeg: Uuid, { tid }: OpslagVisning, afvist: Afvistspoergsmaal | undefined): Markup {
  const t = ord(k.sprog).hvemHarSet.spoerg
  const egen = afvist?.besoeg === besoeg ? afvist : undefined
  const felt = {
    id: `spoerg-${besoeg}`,
    navn: 'tekst',
    etiket: t.etiket,
    hjaelp: t.hjaelp,
    vaerdi: egen?.tekst ?? '',
    ...(egen && { fejl: t.fejl[egen.fejl] }),
  }
  return html`<details class="details d-print-none"${egen ? html` open` : undefined}><summary class="details-summary">${t.knap}<span class="sr-only"> ${formatDag(tid, k.sprog, k.nu)} ${formatKlokken(tid, k.sprog)}</span></summary><div class="details-text">
<form method="post" action="${STIER.hvemHarSetSpoerg}"><input type="hidden" name="besoeg" value="${besoeg}">
${textArea(k.sprog, felt, 3)}
<button type="submit" class="button button-secondary">${t.send}</button></form></div></details>`
}

function filterform(k: Sidekontekst, filter: Opslagsfilter): Markup {
  const t = ord(k.sprog).hvemHarSet
  const alle = { vaerdi: '', tekst: ord(k.sprog).sager.alle }
  const dag = (navn: 'fra' | 'til') =>
    textInput(k.sprog, { id: navn, navn, etiket: t.filter[navn], hjaelp: t.filter.datohjaelp, vaerdi: filter[navn] ?? '' })
  const form = html`<form class="bb-filter" method="get" action="${STIER.hvemHarSet}" role="search" aria-label="${t.filter.navn}">
  ${dag('fra')}
  ${dag('til')}
  ${select(k.sprog, { id: 'hvem', navn: 'hvem', etiket: t.hvem, vaerdi: filter.hvem ?? '' }, [
    alle,
    ...OPSLAGHVEM.map((vaerdi) => ({ vaerdi, tekst: t.filter.hvem[vaerdi] })),
  ])}
  ${select(k.sprog, { id: 'hvad', navn: 'hvad', etiket: t.hvad, vaerdi: filter.hvad ?? '' }, [
    alle,
    ...HVADNOEGLER.map((vaerdi) => ({ vaerdi, tekst: stort(hvadord(vaerdi)?.[k.sprog] ?? '') })),
  ])}
  <div class="bb-knapper"><button class="button button-primary" type="submit">${t.filter.vis}</button>${isOpslagFiltreret(filter) ? html`<a href="${STIER.hvemHarSet}">${ord(k.sprog).tom.ryd}</a>` : undefined}</div>
</form>`
  const indhold = html`<summary class="details-summary">${t.filter.navn}</summary><div class="details-text">${form}</div>`
  // Folded, or it would fill a phone before the answer.
  return isOpslagFiltreret(filter)
    ? html`<details class="details bb-foldetfilter d-print-none" open>${indhold}</details>`
    : html`<details class="details bb-foldetfilter d-print-none">${indhold}</details>`
}
