import {
  type Arbejdskontekst,
  dagEfter,
  dageMellem,
  dagFor,
  details,
  formatDag,
  formatDato,
  html,
  type Markup,
  table,
} from '#web'
import type { DagRaekke } from '../daekning.sql.ts'
import { DAGE } from '../hent-kort.ts'
import { afsnit, tal } from './dele.ts'
import { ord } from './texts/index.ts'

/** Units of the drawing: a day is ten wide, and the tallest day fills the height. */
const DAGBREDDE = 10
const HOEJDE = 60

const felter = ({ bevist, forbehold, ikke_tilsluttet }: DagRaekke): number => bevist + forbehold + ikke_tilsluttet

/** The last thirty days as bars in three, with the same as a sentence and as a table. */
export function udvikling(k: Arbejdskontekst, dage: readonly DagRaekke[]): Markup {
  const t = ord(k.sprog).udvikling
  return afsnit('udvikling', t.overskrift, dage.length === 0 ? html`<p>${t.ingen}</p>` : figur(k, dage))
}

function figur(k: Arbejdskontekst, dage: readonly DagRaekke[]): Markup {
  const t = ord(k.sprog).udvikling
  const [foerste] = dage
  const sidste = dage.at(-1)
  if (!foerste || !sidste) return html`<p>${t.ingen}</p>`
  const af = (en: DagRaekke): string => ord(k.sprog).besked.af(tal(k, en.bevist), tal(k, felter(en)))
  const navn = (en: DagRaekke): string => formatDag(en.dag, k.sprog, k.nu)
  const saetning =
    foerste === sidste ? t.enDag(navn(sidste), af(sidste)) : t.figur(navn(foerste), af(foerste), navn(sidste), af(sidste))
  return html`<figure class="bb-udvikling"><figcaption>${saetning}</figcaption>${tegning(k, dage)}
<p class="bb-udviklingsdage" aria-hidden="true"><span>${formatDato(startdag(k), k.sprog)}</span><span>${formatDag(dagFor(k.nu), k.sprog, k.nu)}</span></p></figure>
${noegle(k)}
${details(t.tabel, dagtabel(k, dage))}`
}

const startdag = (k: Arbejdskontekst): string => dagEfter(dagFor(k.nu), 1 - DAGE)

/** A day on which nobody counted is a gap: it was not known then. */
function tegning(k: Arbejdskontekst, dage: readonly DagRaekke[]): Markup {
  const hoejst = Math.max(1, ...dage.map(felter))
  const y = (antal: number): number => Math.round((antal / hoejst) * HOEJDE * 10) / 10
  const start = startdag(k)
  return html`<svg class="bb-udviklingstegning" viewBox="0 0 ${String(DAGE * DAGBREDDE)} ${String(HOEJDE)}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
${dage.map((en) => {
  const x = String(dageMellem(start, en.dag) * DAGBREDDE + 1)
  const bredde = String(DAGBREDDE - 2)
  const [bevist, forbehold, alle] = [y(en.bevist), y(en.bevist + en.forbehold), y(felter(en))]
  const del = (klasse: string, fra: number, til: number) =>
    html`<rect class="${klasse}" x="${x}" y="${String(HOEJDE - til)}" width="${bredde}" height="${String(Math.round((til - fra) * 10) / 10)}"></rect>`
  return html`<g>${del('bb-felt-tom', forbehold, alle)}${del('bb-felt-forbehold', bevist, forbehold)}${del('bb-felt-bevist', 0, bevist)}</g>`
})}</svg>`
}

/** What the three parts of a bar are. */
export function noegle(k: Arbejdskontekst): Markup {
  const t = ord(k.sprog).besked
  const led = (klasse: string, tekst: string): Markup =>
    html`<li><svg class="bb-noegletegn" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><rect class="${klasse}" x="1" y="1" width="18" height="18"></rect></svg>${tekst}</li>`
  return html`<ul class="bb-liste bb-noegle">${led('bb-felt-bevist', t.intet)}${led('bb-felt-forbehold', t.ikkeSet)}${led('bb-felt-tom', t.ikkeTilsluttet)}</ul>`
}

function dagtabel(k: Arbejdskontekst, dage: readonly DagRaekke[]): Markup {
  const t = ord(k.sprog)
  return table(
    t.udvikling.tabel,
    [
      { overskrift: t.udvikling.dag, celle: ({ dag }) => formatDato(dag, k.sprog) },
      { overskrift: t.besked.intet, tal: true, celle: ({ bevist }) => tal(k, bevist) },
      { overskrift: t.besked.ikkeSet, tal: true, celle: ({ forbehold }) => tal(k, forbehold) },
      { overskrift: t.besked.ikkeTilsluttet, tal: true, celle: ({ ikke_tilsluttet }) => tal(k, ikke_tilsluttet) },
    ],
    dage.toReversed(),
  )
}
