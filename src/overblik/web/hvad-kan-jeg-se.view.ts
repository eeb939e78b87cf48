import { factList, html, type Markup, renderSide, type Sidekontekst, table } from '#web'
import type { DaekningVisning, Mangel } from '../visninger.ts'
import { daekningsdel, groupBy, kommunerI, tegn } from './daekning.ts'
import { mangelbesked, pageHeader } from './dele.ts'
import { omraadenavn, omraadeorden } from './omraader.ts'
import { ord } from './texts/index.ts'

const ARTER = ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale'] as const

export type HvadKanJegSeVisning = {
  readonly daekning: readonly DaekningVisning[]
  readonly mangler: readonly Mangel[]
  readonly ikkeKilder: readonly string[]
}

/** Coverage as a picture: areas by kind, one table a municipality, and then the same in words. */
export function hvadKanJegSeView(k: Sidekontekst, v: HvadKanJegSeVisning): Markup {
  const t = ord(k.sprog).hvadKanJegSe
  return renderSide(k, {
    indhold: html`
${pageHeader(t.overskrift, t.lead)}
${mangelbesked(k, v.mangler)}
${kommunerI(v.daekning).map((kommune) =>
  daekningstabel(
    k,
    kommune.navn,
    v.daekning.filter((del) => del.kommune.cvr === kommune.cvr),
  ),
)}
<section class="bb-afsnit" aria-labelledby="ordene"><h2 id="ordene">${t.forklaring}</h2>
${factList((['vist', 'intet', 'ikkeSet', 'ikkeTilsluttet'] as const).map((udsagn) => [tegn(udsagn, t.ord[udsagn]), t.betyder[udsagn]] as const))}</section>
<section class="bb-afsnit" aria-labelledby="ikke-med"><h2 id="ikke-med">${t.ikkeMed}</h2><p>${t.ikkeMedTekst}</p></section>
${daekningsdel(k, v.daekning, v.ikkeKilder, v.mangler)}`,
  })
}

function daekningstabel(k: Sidekontekst, kommune: string, daekning: readonly DaekningVisning[]): Markup {
  const t = ord(k.sprog).hvadKanJegSe
  const omraader = groupBy(daekning, ({ omraade }) => omraade).sort(
    (a, b) => omraadeorden(a[0]?.omraade ?? '') - omraadeorden(b[0]?.omraade ?? ''),
  )
  const arter = ARTER.filter((art) => daekning.some((del) => del.art === art))
  return html`<section class="bb-afsnit bb-daekningstabel">${table(
    t.tabel(kommune),
    [
      { overskrift: t.omraade, celle: ([foerste]) => html`<strong>${foerste && omraadenavn(foerste.omraade, k.sprog)}</strong>` },
      ...arter.map((art) => ({
        overskrift: t.arter[art],
        // What is not mentioned is not known: the default is ignorance.
        celle: (gruppe: readonly DaekningVisning[]) => {
          const udsagn = gruppe.find((del) => del.art === art)?.udsagn ?? 'ikkeTilsluttet'
          return tegn(udsagn, t.ord[udsagn])
        },
      })),
    ],
    omraader,
    true,
  )}</section>`
}
