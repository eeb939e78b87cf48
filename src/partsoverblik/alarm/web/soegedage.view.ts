import { type Arbejdskontekst, formatAntal, formatDato, html, type Kolonne, type Markup, table } from '#web'
import type { Soegedag } from '../soegedage.ts'
import { bestillingSti } from './stier.ts'
import { ord } from './texts/index.ts'

/** Whoever has searched unusually much, day by day. `bestiller`: the reader may order extracts. */
export function soegedage(k: Arbejdskontekst, dage: readonly Soegedag[], bestiller: boolean): Markup {
  const t = ord(k.sprog).soegedage
  const indhold = dage.length === 0 ? html`<p>${t.ingen}</p>` : html`<p class="bb-meta">${t.lead}</p>${tabel(k, dage, bestiller)}`
  return html`<section class="bb-afsnit" aria-labelledby="soegedage"><h2 id="soegedage" class="h4">${t.overskrift}</h2>${indhold}</section>`
}

function tabel(k: Arbejdskontekst, dage: readonly Soegedag[], bestiller: boolean): Markup {
  const { overskrift, kolonner, bestil } = ord(k.sprog).soegedage
  const tal = (navn: string, celle: (dag: Soegedag) => number): Kolonne<Soegedag> => ({
    overskrift: navn,
    celle: (dag) => formatAntal(celle(dag), k.sprog),
    tal: true,
  })
  const link: Kolonne<Soegedag> = {
    overskrift: kolonner.bestil,
    celle: (et) =>
      html`<a href="${bestillingSti(et)}">${bestil}<span class="sr-only">: ${et.navn}, ${formatDato(et.dag, k.sprog)}</span></a>`,
  }
  return table(
    overskrift,
    [
      { overskrift: kolonner.dag, celle: ({ dag }) => formatDato(dag, k.sprog) },
      { overskrift: kolonner.hvem, celle: ({ navn }) => navn },
      tal(kolonner.antal, ({ antal }) => antal),
      tal(kolonner.plejer, ({ plejer }) => plejer),
      tal(kolonner.aabnet, ({ aabnet }) => aabnet),
      ...(bestiller ? [link] : []),
    ],
    dage,
  )
}
