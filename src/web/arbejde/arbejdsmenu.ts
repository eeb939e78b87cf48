import { html, type Markup } from '../html.ts'
import { arbejdstekster } from '../texts/index.ts'
import type { Arbejdskontekst, Arbejdspunkt } from './arbejdskontekst.ts'
import { startsti } from './arbejdsstier.ts'

/** A point of the main menu: a page, or a group of them that leads to its first. */
type Menuled = { readonly navn: string; readonly punkter: readonly [Arbejdspunkt, ...Arbejdspunkt[]] }

/** The points as they stand in the menu, in the order of each group's first. */
function menuled({ punkter, sprog }: Arbejdskontekst): readonly Menuled[] {
  const efterGruppe = Map.groupBy(punkter, ({ gruppe, sti }) => gruppe?.da ?? sti)
  return [...efterGruppe.values()].flatMap(([foerste, ...resten]) =>
    // A group of which somebody has one page alone is that page.
    foerste
      ? [
          {
            navn: (resten.length > 0 ? (foerste.gruppe ?? foerste.navn) : foerste.navn)[sprog],
            punkter: [foerste, ...resten] as const,
          },
        ]
      : [],
  )
}

const her = (k: Arbejdskontekst): string => k.sti.split('?')[0] ?? ''

const isUnder = (k: Arbejdskontekst, sti: string): boolean => her(k) === sti || her(k).startsWith(`${sti}/`)

/** 'page' on the page itself, 'true' on one below it that no other point is nearer to. */
function placering(k: Arbejdskontekst, sti: string): 'page' | 'true' | undefined {
  if (her(k) === sti) return 'page'
  const naermere = k.punkter.some((punkt) => punkt.sti.startsWith(`${sti}/`) && isUnder(k, punkt.sti))
  return isUnder(k, sti) && !naermere ? 'true' : undefined
}

/** The name of the point that this page is, or is under; undefined where there is none. */
export const punktnavn = (k: Arbejdskontekst): string | undefined =>
  her(k) === startsti(k.maalgruppe)
    ? arbejdstekster(k.sprog).start
    : k.punkter.find(({ sti }) => placering(k, sti) !== undefined)?.navn[k.sprog]

const led = (sti: string, tekst: string, nu: 'page' | 'true' | undefined): Markup =>
  nu === undefined
    ? html`<li><a href="${sti}" class="nav-link"><span>${tekst}</span></a></li>`
    : html`<li class="active current"><a href="${sti}" class="nav-link" aria-current="${nu}"><span>${tekst}</span></a></li>`

const startled = (k: Arbejdskontekst): Markup => {
  const sti = startsti(k.maalgruppe)
  return led(sti, arbejdstekster(k.sprog).start, her(k) === sti ? 'page' : undefined)
}

/** The start page, and a point for each group. */
export const hovedmenu = (k: Arbejdskontekst): readonly Markup[] => [
  startled(k),
  ...menuled(k).map(({ navn, punkter }) => {
    const [foerste] = punkter
    const inde = punkter.map(({ sti }) => placering(k, sti)).find((nu) => nu !== undefined)
    return led(foerste.sti, navn, punkter.length === 1 ? inde : inde && 'true')
  }),
]

/** Every page, those of a group under its name: for a phone's menu. */
export const punktmenu = (k: Arbejdskontekst): readonly Markup[] => [
  startled(k),
  ...menuled(k).map(({ navn, punkter }) =>
    punkter.length === 1
      ? punktled(k, punkter[0])
      : html`<li class="bb-menugruppe"><span class="bold">${navn}</span><ul>${punkter.map((punkt) => punktled(k, punkt))}</ul></li>`,
  ),
]

const punktled = (k: Arbejdskontekst, { sti, navn }: Arbejdspunkt): Markup => led(sti, navn[k.sprog], placering(k, sti))

/** The pages of the group that this page is in, in a row of their own; nothing where it stands alone. */
export function undermenu(k: Arbejdskontekst): Markup | undefined {
  const inde = menuled(k).find(({ punkter }) => punkter.some(({ sti }) => placering(k, sti) !== undefined))
  if (!inde || inde.punkter.length === 1) return undefined
  return html`<div class="bb-undermenu d-print-none"><nav class="container" aria-label="${inde.navn}"><ul>${inde.punkter.map((punkt) => punktled(k, punkt))}</ul></nav></div>`
}

/** The points as cards, group by group, for an audience's start page. */
export const punktkort = (k: Arbejdskontekst): Markup => {
  const grupper = menuled(k)
  const samlet = grupper.every(({ punkter }) => punkter.length === 1)
  if (samlet) return kortliste(k, k.punkter)
  return html`${grupper.map(({ navn, punkter }) => html`<h3 class="h4 bb-kortgruppe">${navn}</h3>${kortliste(k, punkter, 'h4')}`)}`
}

const kortliste = (k: Arbejdskontekst, punkter: readonly Arbejdspunkt[], niveau: 'h3' | 'h4' = 'h3'): Markup =>
  html`<ul class="bb-liste bb-kort bb-arbejdskort">${punkter.map((punkt) => kort(k, punkt, niveau))}</ul>`

const kort = (k: Arbejdskontekst, { sti, navn, om }: Arbejdspunkt, niveau: 'h3' | 'h4'): Markup => {
  const link = html`<a href="${sti}">${navn[k.sprog]}</a>`
  return html`<li>${niveau === 'h3' ? html`<h3>${link}</h3>` : html`<h4 class="h5">${link}</h4>`}<p>${om[k.sprog]}</p></li>`
}
