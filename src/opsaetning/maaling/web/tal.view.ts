import { livsomraadeMedNoegle } from '#klassifikation'
import {
  type Arbejdskontekst,
  details,
  formatAntal,
  formatTid,
  html,
  type Kolonne,
  type Markup,
  renderArbejdsside,
  type Sprog,
  sidehoved,
  soejle,
  table,
} from '#web'
import type { Maanedstal } from '../hent-tal.ts'
import type { Vist } from '../undertryk.ts'
import { ord } from './texts/index.ts'

export const TALSTI = '/kommune/tal'

/** A month in words: november 2026. */
const maanedsnavn = (maaned: string, sprog: Sprog): string =>
  new Intl.DateTimeFormat(sprog === 'da' ? 'da-DK' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${maaned}T00:00:00Z`),
  )

/** A number as it may be told; nothing known is no zero. */
export function visTal(sprog: Sprog, tal: Vist | undefined, form: (n: number) => string = (n) => formatAntal(n, sprog)): string {
  const t = ord(sprog)
  return tal === undefined ? t.ukendt : tal === 'faa' ? t.faa : form(tal)
}

/** Figures of the latest month as a sentence and a chart, then month by month. */
export function talView(k: Arbejdskontekst, maaneder: readonly Maanedstal[]): Markup {
  const t = ord(k.sprog)
  const [seneste] = maaneder
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
${seneste ? senestedel(k, seneste) : html`<p>${t.intet}</p>`}
${maaneder.length > 0 ? html`<section class="bb-afsnit" aria-labelledby="maaneder"><h2 id="maaneder" class="h3">${t.maaneder}</h2>${table(t.maaneder, maanedskolonner(k), maaneder)}</section>` : undefined}
<p>${t.mangler}</p>
${details(t.forklaring, html`<ul>${t.forklaringer.map((en) => html`<li>${en}</li>`)}</ul>`)}
${maaneder.length > 0 ? html`<p class="bb-knapper d-print-none"><a class="button button-secondary" href="${TALSTI}/csv">${t.hent}</a></p>` : undefined}`,
  })
}

function senestedel(k: Arbejdskontekst, maaned: Maanedstal): Markup {
  const t = ord(k.sprog)
  const navn = maanedsnavn(maaned.maaned, k.sprog)
  const { borgere, andel } = maaned
  const saetning =
    borgere === undefined
      ? t.intet
      : borgere === 'faa'
        ? t.kortFaa(navn)
        : borgere === 0
          ? t.kortIngen(navn)
          : t.kort(navn, visTal(k.sprog, borgere), typeof andel === 'number' ? t.procent(andel) : undefined)
  const led = (stort: string, om: string): Markup =>
    html`<li class="bb-flade"><p class="bb-stortbeloeb">${stort}</p><p class="bb-meta">${om}</p></li>`
  const n = (tal: Vist | undefined) => visTal(k.sprog, tal)
  return html`<section aria-labelledby="seneste"><h2 id="seneste" class="h3">${t.iMaaned(navn)}</h2><p class="font-lead">${saetning}</p>
${maaned.talt && !maaned.afsluttet ? html`<p class="bb-meta">${t.foreloebig(formatTid(maaned.talt, k.sprog, k.nu))}</p>` : undefined}
<ul class="bb-liste bb-noegletal">${led(n(borgere), t.borgere)}${led(n(maaned.besoeg), t.besoeg)}${led(n(maaned.sikre), t.sikre)}${led(n(maaned.holdt), t.holdt)}</ul></section>
<section class="bb-afsnit" aria-labelledby="omraader"><h2 id="omraader" class="h3">${t.omraader}</h2>
${maaned.omraader.length > 0 ? table(t.omraader, omraadekolonner(k, maaned), maaned.omraader) : html`<p>${t.ingenOmraader}</p>`}</section>`
}

type Omraade = Maanedstal['omraader'][number]

/** The bars stand against the largest of them. */
function omraadekolonner(k: Arbejdskontekst, { omraader }: Maanedstal): readonly Kolonne<Omraade>[] {
  const t = ord(k.sprog)
  const stoerst = Math.max(1, ...omraader.map(({ borgere }) => (borgere === 'faa' ? 0 : borgere)))
  return [
    { overskrift: t.omraade, celle: ({ omraade }) => livsomraadeMedNoegle(omraade)?.navn[k.sprog] ?? omraade },
    {
      overskrift: t.kolonner.borgere,
      celle: ({ borgere }) => html`${visTal(k.sprog, borgere)}${borgere === 'faa' ? undefined : soejle(borgere / stoerst)}`,
    },
    { overskrift: t.kolonner.besoeg, tal: true, celle: ({ besoeg }) => visTal(k.sprog, besoeg) },
  ]
}

/** Days with one decimal below ten; what is quicker than a day in minutes. */
function ventetid(sprog: Sprog, dage: number): string {
  const t = ord(sprog)
  const afrundet = dage < 10 ? Math.round(dage * 10) / 10 : Math.round(dage)
  return afrundet >= 1 ? t.dage(komma(sprog, afrundet)) : t.minutter(formatAntal(Math.max(1, Math.round(dage * 1_440)), sprog))
}
const komma = (sprog: Sprog, tal: number): string => (sprog === 'da' ? String(tal).replace('.', ',') : String(tal))

function maanedskolonner(k: Arbejdskontekst): readonly Kolonne<Maanedstal>[] {
  const t = ord(k.sprog)
  const n = (tal: Vist | undefined) => visTal(k.sprog, tal)
  return [
    { overskrift: t.maaned, celle: ({ maaned }) => maanedsnavn(maaned, k.sprog) },
    { overskrift: t.kolonner.borgere, tal: true, celle: ({ borgere }) => n(borgere) },
    { overskrift: t.kolonner.besoeg, tal: true, celle: ({ besoeg }) => n(besoeg) },
    { overskrift: t.kolonner.andel, tal: true, celle: ({ andel }) => visTal(k.sprog, andel, t.procent) },
    { overskrift: t.kolonner.sikre, tal: true, celle: ({ sikre }) => n(sikre) },
    { overskrift: t.kolonner.holdt, tal: true, celle: ({ holdt }) => n(holdt) },
    { overskrift: t.kolonner.titler, tal: true, celle: ({ gennemgang }) => n(gennemgang?.titler) },
    {
      overskrift: t.kolonner.ventetid,
      tal: true,
      celle: ({ gennemgang }) => (gennemgang ? ventetid(k.sprog, gennemgang.dage) : t.ukendt),
    },
    {
      overskrift: t.kolonner.blik,
      tal: true,
      celle: ({ gennemgang }) =>
        gennemgang?.sekunder === undefined ? t.ukendt : t.sekunder(String(Math.round(gennemgang.sekunder))),
    },
  ]
}
