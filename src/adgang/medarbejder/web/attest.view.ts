import { DATAROLLER, type Rettighedsgruppe, type Systemrolle } from '#kernel'
import { kommuneMedCvr } from '#myndighed'
import { danskDag } from '#platform/clock'
import {
  type Arbejdskontekst,
  alert,
  arbejdstekster,
  breadcrumbs,
  details,
  formatDato,
  formularfelt,
  html,
  type Kolonne,
  type Markup,
  pagination,
  renderArbejdsside,
  type Sprog,
  table,
  writeCsv,
} from '#web'
import type { AttestoversigtRaekke, AttestRaekke } from '../attest/attest.sql.ts'
import type { Attestlinje, Attestliste } from '../attest/attest.ts'
import { rollersti, rolletekster } from './roller.view.ts'
import { type Attesttekster, attestDa } from './texts/attest.da.ts'
import { attestEn } from './texts/attest.en.ts'

const attesttekster = (sprog: Sprog): Attesttekster => (sprog === 'da' ? attestDa : attestEn)

const attestSti = (k: Pick<Arbejdskontekst, 'maalgruppe'>): string => `${rollersti(k)}/attest`

/** So many lines are looked through at a time. */
const LINJER_PR_SIDE = 50

export type Attestside = {
  readonly liste: Attestliste
  readonly cvr: string
  /** Who looks. */
  readonly mig: string
  /** True for those who may approve: the organisation's own. */
  readonly godkender: boolean
  readonly besked: 'kvittering' | 'aendret' | undefined
  /** Which page of the list, from 1. */
  readonly nr: number
}

/** Who has which role and which rights, the new ones first, and on the last page the act by which all of it is approved. */
export function attestView(k: Arbejdskontekst, side: Attestside): Markup {
  const t = attesttekster(k.sprog)
  const { linjer } = side.liste
  const sider = Math.max(1, Math.ceil(linjer.length / LINJER_PR_SIDE))
  const nr = Math.min(side.nr, sider)
  const viste = linjer.toSorted((a, b) => Number(b.ny) - Number(a.ny)).slice((nr - 1) * LINJER_PR_SIDE, nr * LINJER_PR_SIDE)
  const csv = `${attestSti(k)}.csv${side.godkender ? '' : `?cvr=${side.cvr}`}`
  // The list that was begun on goes with one to its last page, so that what came on the way is not approved unseen.
  const hvilken = side.godkender ? `liste=${side.liste.fingeraftryk}` : `cvr=${side.cvr}`
  const sideSti = (anden: number) => `${attestSti(k)}?${hvilken}&side=${anden}`
  return renderArbejdsside(k, {
    indhold: html`${breadcrumbs(k.sprog, krummer(k, side))}
<h1>${side.godkender ? t.navn : organisationsnavn(side.cvr)}</h1>
${side.besked === undefined ? undefined : besked(k, side.besked)}
<p class="font-lead">${side.godkender ? t.indledning : status(k, side.liste)}</p>
${side.godkender ? html`<p>${status(k, side.liste)} ${t.retning}</p>` : undefined}
${linjer.length === 0 ? html`<p>${t.ingen}</p>` : html`<p><a href="${csv}">${t.csv}</a></p>`}
${sider > 1 ? html`<p>${t.sider(nr, sider, linjer.length)}</p>` : undefined}
${linjer.length === 0 ? undefined : table(t.tabel(linjer.length), kolonner(k, side), viste, true)}
${pagination(k.sprog, nr, sider, sideSti)}
${side.godkender && linjer.length > 0 ? (nr === sider ? formular(k, side.liste) : html`<p>${t.sidstGodkendes}</p>`) : undefined}
${side.liste.attester.length === 0 ? undefined : details(t.tidligere, table(t.tidligere, attestkolonner(k), side.liste.attester))}`,
  })
}

const krummer = (k: Arbejdskontekst, { godkender, cvr }: Attestside) => {
  const t = attesttekster(k.sprog)
  const roller = { tekst: rolletekster(k.sprog).navn, sti: rollersti(k) }
  return godkender
    ? [roller, { tekst: t.navn }]
    : [roller, { tekst: t.navn, sti: attestSti(k) }, { tekst: organisationsnavn(cvr) }]
}

const organisationsnavn = (cvr: string): string => {
  const nummer = `CVR\u00a0${cvr}`
  const kommune = kommuneMedCvr(cvr as Parameters<typeof kommuneMedCvr>[0])?.navn
  return kommune ? `${kommune} · ${nummer}` : nummer
}

const besked = (k: Arbejdskontekst, hvilken: 'kvittering' | 'aendret'): Markup => {
  const { overskrift, tekst } = attesttekster(k.sprog)[hvilken]
  return alert(k.sprog, hvilken === 'kvittering' ? 'success' : 'warning', { overskrift, indhold: html`<p>${tekst}</p>` })
}

/** When it was last approved, and what has come since. */
function status(k: Arbejdskontekst, { attester: [sidste], linjer }: Attestliste): string {
  const t = attesttekster(k.sprog)
  if (!sidste) return t.aldrig
  const nye = linjer.filter(({ ny }) => ny).length
  return `${t.sidst(dag(k.sprog, sidste.attesteret), sidste.navn)} ${nye === 0 ? t.uaendret : t.nye(nye)}`
}

const dag = (sprog: Sprog, tid: Attestlinje['siden']): string => formatDato(danskDag(tid), sprog)

function kolonner(k: Arbejdskontekst, { mig, liste }: Attestside): Kolonne<Attestlinje>[] {
  const t = attesttekster(k.sprog)
  const gennemgaaet = liste.attester.length > 0
  return [
    {
      overskrift: t.kolonner.navn,
      celle: ({ navn, medarbejder, ny }) =>
        html`${navn}${medarbejder === mig ? html` (${t.dig})` : undefined}${ny && gennemgaaet ? html` <span class="badge badge-info">${t.ny}</span>` : undefined}`,
    },
    { overskrift: t.kolonner.ret, celle: (linje) => retord(k.sprog, linje) },
    { overskrift: t.kolonner.siden, celle: ({ siden }) => html`<span class="bb-dato">${dag(k.sprog, siden)}</span>` },
    {
      overskrift: t.kolonner.senest,
      celle: ({ senest }) => (senest ? html`<span class="bb-dato">${dag(k.sprog, senest)}</span>` : t.ukendt),
    },
  ]
}

function attestkolonner(k: Arbejdskontekst): Kolonne<AttestRaekke>[] {
  const t = attesttekster(k.sprog).gange
  return [
    { overskrift: t.tidspunkt, celle: ({ attesteret }) => html`<span class="bb-dato">${dag(k.sprog, attesteret)}</span>` },
    { overskrift: t.hvem, celle: ({ navn }) => navn },
    { overskrift: t.antal, celle: ({ antal }) => String(antal) },
  ]
}

const formular = (k: Arbejdskontekst, { fingeraftryk }: Attestliste): Markup => {
  const t = attesttekster(k.sprog)
  return html`<form method="post" action="${attestSti(k)}">${formularfelt(k)}
<input type="hidden" name="fingeraftryk" value="${fingeraftryk}">
<p id="godkend-hjaelp">${t.godkendHjaelp}</p>
<p class="bb-knapper"><button type="submit" class="button button-primary" aria-describedby="godkend-hjaelp">${t.godkend}</button></p>
</form>`
}

const isDatarolle = (rolle: Systemrolle): rolle is (typeof DATAROLLER)[number] => DATAROLLER.some((en) => en === rolle)

/** What a line lets its holder do, in words. */
function retord(sprog: Sprog, { ret }: Pick<Attestlinje, 'ret'>): string {
  const roller = arbejdstekster(sprog).roller
  return ret.kilde === 'givet' ? roller[ret.rolle] : gruppeord(sprog, ret.gruppe)
}

function gruppeord(sprog: Sprog, { systemroller, kle, foelsomhed, enheder, itsystemer }: Rettighedsgruppe): string {
  const t = attesttekster(sprog)
  const roller = systemroller.map((rolle) => (isDatarolle(rolle) ? t.dataroller[rolle] : arbejdstekster(sprog).roller[rolle]))
  const graenser = [
    kle.some((moenster) => moenster === '*') ? t.alleNumre : t.numre(kle.join(', ')),
    t.niveau[foelsomhed],
    ...(enheder ? [t.enheder(enheder.length)] : []),
    ...(itsystemer ? [t.systemer(itsystemer.length)] : []),
  ]
  const hvad = roller.join(', ')
  return `${hvad.charAt(0).toUpperCase()}${hvad.slice(1)}: ${graenser.join(', ')}`
}

/** The whole list for a spreadsheet. */
export function attestCsv(sprog: Sprog, { linjer }: Attestliste): string {
  const t = attesttekster(sprog)
  const { navn, ret, kilde, siden, senest, ny } = t.kolonner
  return writeCsv(
    [navn, ret, kilde, siden, senest, ny],
    linjer.map((linje) => [
      linje.navn,
      retord(sprog, linje),
      t.kilde[linje.ret.kilde],
      danskDag(linje.siden),
      linje.senest ? danskDag(linje.senest) : '',
      linje.ny ? t.ny : '',
    ]),
  )
}

/** For those who look over all: when each organisation last did this. */
export function attestoversigtView(k: Arbejdskontekst, raekker: readonly AttestoversigtRaekke[]): Markup {
  const t = attesttekster(k.sprog)
  const kolonner: Kolonne<AttestoversigtRaekke>[] = [
    {
      overskrift: t.organisation,
      celle: ({ cvr }) => html`<a href="${attestSti(k)}?cvr=${cvr}">${organisationsnavn(cvr)}</a>`,
    },
    { overskrift: t.medarbejdere, celle: ({ medarbejdere }) => String(medarbejdere) },
    {
      overskrift: t.gennemgaaet,
      celle: ({ attesteret, navn }) => (attesteret && navn ? `${dag(k.sprog, attesteret)} · ${navn}` : t.endnuIkke),
    },
  ]
  return renderArbejdsside(k, {
    indhold: html`${breadcrumbs(k.sprog, [{ tekst: rolletekster(k.sprog).navn, sti: rollersti(k) }, { tekst: t.navn }])}
<h1>${t.navn}</h1>
<p class="font-lead">${t.oversigt}</p>
${raekker.length === 0 ? html`<p>${t.ingen}</p>` : table(t.navn, kolonner, raekker)}`,
  })
}
