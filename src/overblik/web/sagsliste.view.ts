import {
  formatAntal,
  formatDag,
  html,
  type Markup,
  pagination,
  renderSide,
  type Sidekontekst,
  STIER,
  sagSti,
  select,
  tekster,
  textInput,
} from '#web'
import type { SagslisteVisning, SagVisning } from '../visninger.ts'
import { daekningsdel, groupBy, tomListe } from './daekning.ts'
import { mangelbesked, metalinje, pageHeader, retDel, sagsbadge, statusord, titel } from './dele.ts'
import { herkomstDel, nytMaerke } from './herkomst.ts'
import { omraadenavn, omraadeorden } from './omraader.ts'
import { filterSager, isFiltreret, SAGER_PR_SIDE, type Sagsfilter, toQuery } from './sagsfilter.ts'
import { ord } from './texts/index.ts'

/** All cases, with a filter that is a plain form, 25 to a page, and what the list rests on. */
export function sagslisteView(k: Sidekontekst, v: SagslisteVisning, filter: Sagsfilter): Markup {
  const t = ord(k.sprog).sager
  const fundne = filterSager(v.sager, filter, k.sprog)
  const sider = Math.max(1, Math.ceil(fundne.length / SAGER_PR_SIDE))
  const side = Math.min(filter.side, sider)
  const vist = fundne.slice((side - 1) * SAGER_PR_SIDE, side * SAGER_PR_SIDE)
  return renderSide(k, {
    punkt: 'sager',
    indhold: html`
${pageHeader(t.overskrift, t.lead)}
${mangelbesked(k, v.mangler)}
${v.sager.length > 0 ? filterform(k, v, filter) : undefined}
${
  fundne.length > 0
    ? html`<p class="bb-tael" role="status">${taelling(k, fundne.length, side)}</p>
<ul class="bb-liste bb-raekker">${vist.map((sag) => sagsraekke(k, sag))}</ul>
${pagination(k.sprog, side, sider, (nr) => `${STIER.sager}${toQuery(filter, nr)}`)}`
    : v.sager.length > 0 && isFiltreret(filter)
      ? html`<div class="bb-tom bb-afsnit" role="status"><p>${ord(k.sprog).tom.filter}</p><p><a href="${STIER.sager}">${ord(k.sprog).tom.ryd}</a></p></div>`
      : tomListe(k, v.daekning, v.mangler)
}
${daekningsdel(k, v.daekning, [], v.mangler)}
${retDel(k)}`,
  })
}

function taelling(k: Sidekontekst, antal: number, side: number): string {
  const t = ord(k.sprog).sager
  const alle = `${formatAntal(antal, k.sprog)} ${antal === 1 ? t.sag : t.sager}`
  if (antal <= SAGER_PR_SIDE) return alle
  return t.viser((side - 1) * SAGER_PR_SIDE + 1, Math.min(antal, side * SAGER_PR_SIDE), alle)
}

/** One case as a row: its title leads to it, and its state stands as a sentence and as a word on a colour. */
export const sagsraekke = (k: Sidekontekst, sag: SagVisning, laes: 'link' | 'tekst' = 'link'): Markup => html`<li>
  <div>
    <p class="bb-titel">${laes === 'tekst' ? titel(k, sag.titel[k.sprog], 'sag') : html`<a class="bb-raekkelink" href="${sagSti(sag.id)}">${titel(k, sag.titel[k.sprog], 'sag')}</a>`}</p>
    <p class="bb-status">${statusord(k, sag).saetning}</p>
    ${metalinje([omraadenavn(sag.omraade, k.sprog), sag.kommune.navn])}
    ${laes === 'tekst' ? undefined : herkomstDel(k, sag.herkomst, titel(k, sag.titel[k.sprog], 'sag'))}
  </div>
  <div class="bb-side2">${sagsbadge(k, sag)} ${nytMaerke(k, sag.herkomst)}<span class="bb-meta bb-dato">${ord(k.sprog).opdateret(formatDag(sag.opdateret, k.sprog, k.nu))}</span></div>
</li>`

function filterform(k: Sidekontekst, v: SagslisteVisning, filter: Sagsfilter): Markup {
  const t = ord(k.sprog).sager
  const alle = { vaerdi: '', tekst: t.alle }
  // What stands on the list, so that no choice leads to an empty page by itself.
  const omraader = [...new Set(v.sager.map(({ omraade }) => omraade))].sort((a, b) => omraadeorden(a) - omraadeorden(b))
  const kommuner = groupBy(v.sager, ({ kommune }) => kommune.cvr).flatMap(([sag]) => (sag ? [sag.kommune] : []))
  const statusser = (['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'] as const).map((vaerdi) => ({
    vaerdi,
    tekst: tekster(k.sprog).sag[vaerdi].ord,
  }))
  return html`<form class="bb-filter d-print-none" method="get" action="${STIER.sager}" role="search">
  <div class="bb-soeg">${textInput(k.sprog, { id: 'soeg', navn: 'soeg', etiket: t.soeg, hjaelp: t.soegHjaelp, vaerdi: filter.soeg }, 'search')}</div>
  ${select(k.sprog, { id: 'omraade', navn: 'omraade', etiket: t.omraade, vaerdi: filter.omraade }, [
    alle,
    ...omraader.map((vaerdi) => ({ vaerdi, tekst: omraadenavn(vaerdi, k.sprog) })),
  ])}
  ${select(k.sprog, { id: 'status', navn: 'status', etiket: t.status, vaerdi: filter.status }, [
    alle,
    { vaerdi: 'aabne', tekst: t.aabne },
    ...statusser,
  ])}
  ${
    kommuner.length > 1
      ? select(k.sprog, { id: 'kommune', navn: 'kommune', etiket: t.kommune, vaerdi: filter.kommune }, [
          alle,
          ...kommuner.map(({ cvr, navn }) => ({ vaerdi: cvr, tekst: navn })),
        ])
      : undefined
  }
  <div class="bb-knapper"><button class="button button-primary" type="submit">${t.vis}</button>${isFiltreret(filter) ? html`<a href="${STIER.sager}">${ord(k.sprog).tom.ryd}</a>` : undefined}</div>
</form>`
}
