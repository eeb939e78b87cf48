import {
  backLink,
  badge,
  formatTid,
  html,
  type Markup,
  notatSti,
  renderSide,
  type Sidekontekst,
  STIER,
  sagSti,
  stort,
} from '#web'
import { UDELADT } from '../titelviden.ts'
import type { JournalnotatVisning, KontaktVisning, Liste, Mangel } from '../visninger.ts'
import { daekningsdel, tomListe } from './daekning.ts'
import { mangelbesked, metalinje, pageHeader, retDel, titel } from './dele.ts'
import { forstaaelseDel } from './forstaaelse.ts'
import { herkomstDel, nytMaerke } from './herkomst.ts'
import { omraadenavn } from './omraader.ts'
import { ord } from './texts/index.ts'

/** All notes; each leads to its own page with the text. */
export const notaterView = (k: Sidekontekst, v: Liste<JournalnotatVisning>): Markup =>
  renderSide(k, {
    punkt: 'notater',
    indhold: html`
${pageHeader(ord(k.sprog).notater.overskrift, ord(k.sprog).notater.lead)}
${mangelbesked(k, v.mangler)}
${v.linjer.length > 0 ? notatliste(k, v.linjer, true) : tomListe(k, v.daekning, v.mangler)}
${daekningsdel(k, v.daekning, [], v.mangler)}
${retDel(k)}`,
  })

/** Notes as rows. */
/** What is left out is said in the reader's language; the rest is as it was written. */
const inSprog = ({ sprog }: Sidekontekst, tekst: string): string => tekst.replaceAll(UDELADT.da, UDELADT[sprog])

export const notatliste = (k: Sidekontekst, notater: readonly JournalnotatVisning[], medSted: boolean): Markup =>
  html`<ul class="bb-liste bb-raekker">${notater.map(
    (notat) => html`<li><div>
    <p class="bb-titel"><a class="bb-raekkelink" href="${notatSti(notat.id)}">${titel(k, notat.titel[k.sprog], 'journalnotat')}</a></p>
    ${metalinje([ord(k.sprog).notater.afKommunen, ...(medSted ? [omraadenavn(notat.omraade, k.sprog), notat.kommune.navn] : [])])}
    ${herkomstDel(k, notat.herkomst, titel(k, notat.titel[k.sprog], 'journalnotat'))}
  </div><div class="bb-side2">${nytMaerke(k, notat.herkomst)}<span class="bb-meta bb-dato">${stort(formatTid(notat.dato, k.sprog, k.nu))}</span></div></li>`,
  )}</ul>`

/** One note with its text. `kontakt` is the unit that answers for its case, where it is known. */
export function notatView(
  k: Sidekontekst,
  v: {
    readonly notat: JournalnotatVisning
    readonly kontakt?: KontaktVisning
    readonly forstaaet?: boolean | undefined
    readonly mangler?: readonly Mangel[]
  },
): Markup {
  const t = ord(k.sprog)
  const { notat, kontakt, mangler = [] } = v
  const ingenTekst = mangler.some(({ del }) => del === 'notattekst') ? t.notater.tekstIkkeHentet : t.notater.ingenTekst
  return renderSide(k, {
    punkt: 'notater',
    indhold: html`${backLink(STIER.notater, t.notater.overskrift)}
${mangelbesked(k, mangler)}
<article><div class="bb-sidehoved"><h1 class="bb-sagstitel">${titel(k, notat.titel[k.sprog], 'journalnotat')}</h1>
<p class="bb-afsender">${badge('info', t.notater.afKommunen)} <strong>${kontakt?.navn ?? notat.kommune.navn}</strong>, ${formatTid(notat.dato, k.sprog, k.nu)}</p>
${metalinje([omraadenavn(notat.omraade, k.sprog), ...(kontakt ? [notat.kommune.navn] : [])])}</div>
${notat.tekst === undefined ? html`<p>${ingenTekst}</p>` : html`<p class="bb-notat">${inSprog(k, notat.tekst)}</p>`}
${herkomstDel(k, notat.herkomst, titel(k, notat.titel[k.sprog], 'journalnotat'))}</article>
${notat.tekst === undefined ? undefined : forstaaelseDel(k, notat.id, { forstaaet: v.forstaaet, kontakt })}
${notat.sag ? html`<p><a href="${sagSti(notat.sag)}">${t.seSagen}</a></p>` : undefined}
${kontakt ? retDel(k, kontakt) : retDel(k)}`,
  })
}
