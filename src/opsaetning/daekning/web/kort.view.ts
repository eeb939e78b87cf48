import { type Arbejdskontekst, antal, details, html, type Krumme, type Markup, renderArbejdsside, sidehoved, table } from '#web'
import type { Kortside } from '../hent-kort.ts'
import { countArter, felterI, KILDETILSTANDE, type Kildeomraade, kommunetal, type Omraadekort } from '../kort.ts'
import { advarselsliste } from './advarsel.ts'
import { afsnit, afvistetabel, omraadenavn, slagsord, tal, tid, tilstandsord } from './dele.ts'
import { feltsti, type Kortstier, omraadesti } from './stier.ts'
import { feltsoejle, tegn } from './tegn.ts'
import { ord } from './texts/index.ts'
import { noegle, udvikling } from './udvikling.ts'

/** A municipality's map: what it can promise in a sentence, the map, who must act, how it went, and what stands refused. */
export function kortView(
  k: Arbejdskontekst,
  side: Kortside,
  stier: Kortstier,
  hvor: { readonly overskrift: string; readonly krummer?: readonly Krumme[] },
): Markup {
  const t = ord(k.sprog)
  return renderArbejdsside(k, {
    ...(hvor.krummer ? { krummer: hvor.krummer } : {}),
    indhold: html`
${sidehoved(hvor.overskrift, t.lead)}
${resume(k, side)}
${afsnit('kort', t.kort.overskrift, kortdel(k, side, stier))}
${afsnit('handling', t.handling.overskrift, advarselsliste(k, side.advarsler, stier))}
${udvikling(k, side.dage)}
${afsnit('afviste', t.afviste.overskrift, afvistetabel(k, side.afviste, true))}`,
  })
}

function resume(k: Arbejdskontekst, { kort, advarsler, afviste }: Kortside): Markup {
  const t = ord(k.sprog).kort
  const felter = kommunetal(kort)
  const alle = felterI(felter)
  const saetning = alle === 0 ? t.resumeLukket : felter.bevist === alle ? t.alt : t.resume(tal(k, felter.bevist), tal(k, alle))
  const led = (stort: string, om: string, mere?: Markup): Markup =>
    html`<li class="bb-flade"><p class="bb-stortbeloeb">${stort}</p><p class="bb-meta">${om}</p>${mere}</li>`
  const linjer = afviste.reduce((sum, en) => sum + en.antal, 0)
  return html`<section class="bb-nu" aria-label="${t.tal.bevist}"><p class="bb-ord">${saetning}</p><p>${t.felt}</p></section>
<ul class="bb-liste bb-noegletal bb-taet">${led(ord(k.sprog).besked.af(tal(k, felter.bevist), tal(k, alle)), t.tal.bevist, feltsoejle(felter))}${led(tal(k, kort.kilder.length), t.tal.systemer)}${led(tal(k, advarsler.length), t.tal.handling)}${led(tal(k, linjer), t.tal.afviste)}</ul>`
}

function kortdel(k: Arbejdskontekst, { kort }: Kortside, stier: Kortstier): Markup {
  const t = ord(k.sprog).kort
  if (kort.kilder.length === 0) return html`<p>${t.ingenSystemer}</p>${billede(k, kort, stier)}${tilForventning(k, stier)}`
  return html`<p>${t.om}</p>
${billede(k, kort, stier)}
${details(t.tegn, tegnforklaring(k))}
${details(t.tabel, tekstkort(k, kort.omraader, stier))}
${tilForventning(k, stier)}`
}

const tilForventning = (k: Arbejdskontekst, { forventning }: Kortstier): Markup | undefined =>
  forventning === undefined
    ? undefined
    : html`<p class="bb-knapper d-print-none"><a class="button button-secondary" href="${forventning}">${ord(k.sprog).omraadeside.tilForventning}</a></p>`

/** Areas down, systems across, each field a sign on its colour. On a phone each area is a block with its systems by name. */
function billede(k: Arbejdskontekst, { omraader, kilder }: Kortside['kort'], stier: Kortstier): Markup {
  const t = ord(k.sprog)
  return html`<table class="bb-daekkort"><caption class="sr-only">${t.kort.overskrift}</caption>
<thead><tr><th scope="col">${t.kort.omraade}</th><th scope="col">${t.besked.intet}</th>${kilder.map(
    (kilde) =>
      html`<th scope="col" class="bb-daeksystem"><span>${kilde.navn}<small>${slagsord(k.sprog, kilde.slags)}</small></span></th>`,
  )}</tr></thead>
<tbody>${omraader.map(
    (
      omraade,
    ) => html`<tr><th scope="row"><a href="${omraadesti(stier, omraade.omraade)}">${omraadenavn(k.sprog, omraade.omraade)}</a></th>
<td class="bb-daekbesked">${beskedcelle(k, omraade)}</td>${kilder.map(({ id, navn }) =>
      celle(
        k,
        omraade,
        navn,
        omraade.kilder.find(({ kilde }) => kilde.id === id),
        stier,
      ),
    )}</tr>`,
  )}</tbody></table>
${noegle(k)}`
}

function beskedcelle(k: Arbejdskontekst, { arter }: Omraadekort): Markup {
  const t = ord(k.sprog).besked
  const felter = countArter(arter)
  const alle = felterI(felter)
  if (alle === 0) return html`<span class="bb-meta">${t.lukket}</span>`
  return html`<span class="bb-daeketiket">${t.intet}: </span><span class="bb-daektal">${t.af(tal(k, felter.bevist), tal(k, alle))}</span>${feltsoejle(felter)}`
}

function celle(
  k: Arbejdskontekst,
  { omraade }: Omraadekort,
  navn: string,
  felt: Kildeomraade | undefined,
  stier: Kortstier,
): Markup {
  const t = ord(k.sprog)
  if (!felt) return html`<td class="bb-daekfelt bb-daek-udenfor"><span class="sr-only">${t.udenfor}</span></td>`
  const sted = t.kort.iFelt(navn, omraadenavn(k.sprog, omraade))
  return html`<td class="bb-daekfelt bb-daek-${felt.tilstand}"><a href="${feltsti(stier, omraade, felt.kilde.id)}">${tegn(felt.tilstand)}<span class="sr-only">${sted}: </span><span><span class="bb-daeknavn" aria-hidden="true">${navn}</span><span class="bb-daekord">${t.tilstand[felt.tilstand]}</span></span></a></td>`
}

const tegnforklaring = (k: Arbejdskontekst): Markup => {
  const t = ord(k.sprog)
  return html`<dl class="bb-fakta">${KILDETILSTANDE.map(
    (tilstand) => html`<div><dt>${tilstandsord(k.sprog, tilstand)}</dt><dd>${t.betyder[tilstand]}</dd></div>`,
  )}</dl>`
}

/** The map in words: a row for each system in each area. */
function tekstkort(k: Arbejdskontekst, omraader: readonly Omraadekort[], stier: Kortstier): Markup {
  const t = ord(k.sprog)
  const raekker = omraader.flatMap(({ omraade, kilder }) => kilder.map((felt) => ({ omraade, felt })))
  return table(
    t.kort.tabel,
    [
      { overskrift: t.kort.omraade, celle: ({ omraade }) => omraadenavn(k.sprog, omraade) },
      {
        overskrift: t.kort.kolonner.system,
        celle: ({ omraade, felt }) => html`<a href="${feltsti(stier, omraade, felt.kilde.id)}">${felt.kilde.navn}</a>`,
      },
      { overskrift: t.kort.kolonner.tilstand, celle: ({ felt }) => tilstandsord(k.sprog, felt.tilstand) },
      { overskrift: t.kort.kolonner.levering, celle: ({ felt }) => tid(k, newest(felt), t.feltside.aldrig) },
      { overskrift: t.kort.kolonner.afstemt, celle: ({ felt }) => tid(k, oldestAfstemt(felt), t.feltside.aldrig) },
      {
        overskrift: t.kort.kolonner.afviste,
        celle: ({ felt }) => {
          const n = Math.max(0, ...felt.felter.map(({ afviste }) => afviste))
          return n === 0 ? '0' : antal(n, t.handling.linjer.en, t.handling.linjer.flere, k.sprog)
        },
      },
    ],
    raekker,
  )
}

const newest = ({ felter }: Kildeomraade) =>
  felter
    .flatMap(({ senesteLevering }) => senesteLevering ?? [])
    .sort()
    .at(-1)

/** The one that was reconciled longest ago; undefined where one never was. */
const oldestAfstemt = ({ felter }: Kildeomraade) => {
  const alle = felter.map(({ daekning }) => daekning?.afstemt)
  return alle.includes(undefined) ? undefined : alle.flatMap((en) => en ?? []).sort()[0]
}
