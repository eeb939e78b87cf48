import { ARTER, type Art } from '#kernel'
import { livsomraadeMedNoegle } from '#klassifikation'
import type { Udkast } from '#opsaetning/konfiguration'
import type { Forklaringsgrund } from '#overblik'
import {
  type Arbejdskontekst,
  alert,
  formatAntal,
  formatTid,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
} from '#web'
import type { Resultat } from '../lager.sql.ts'
import type { Fordeling, Risici } from '../optaelling.ts'
import type { Eksempel, Forhaandsside } from '../sider.ts'
import { ord } from './texts/index.ts'

export const STI = '/kommune/forhaandsvisning'
export const forhaandssti = (id: string): string => `${STI}/${id}`
const KONFIGURATION = '/kommune/konfiguration'
const OPDATER_SEKUNDER = 3

const knapform = (k: Arbejdskontekst, sti: string, knap: string, klasse = 'button button-primary'): Markup =>
  html`<form method="post" action="${sti}">${formularfelt(k)}<button type="submit" class="${klasse}">${knap}</button></form>`

/** The drafts to choose from. */
export function listeView(k: Arbejdskontekst, udkast: readonly Udkast[]): Markup {
  const t = ord(k.sprog)
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${
  udkast.length === 0
    ? html`<p>${t.ingenUdkast}</p>`
    : html`<section aria-labelledby="udkast"><h2 id="udkast" class="h3">${t.udkastListe}</h2><ul class="bb-liste">${udkast.map(
        (led) =>
          html`<li class="bb-flade"><h3 class="h5"><a href="${forhaandssti(led.id)}">${led.navn}</a></h3><p>${led.begrundelse}</p></li>`,
      )}</ul></section>`
}
<p><a href="${KONFIGURATION}">${t.tilKonfiguration}</a></p>`,
  })
}

/** One draft's preview: how far it is, or what it came to. */
export function forhaandsvisningView(k: Arbejdskontekst, side: Forhaandsside): Markup {
  const t = ord(k.sprog)
  const { udkast, koersel, resultat } = side
  const iGang = koersel?.tilstand === 'koerer' || koersel?.tilstand === 'venter'
  return renderArbejdsside(k, {
    krummer: [{ tekst: t.overskrift, sti: STI }, { tekst: udkast.navn }],
    opdater: iGang ? OPDATER_SEKUNDER : undefined,
    indhold: html`${sidehoved(udkast.navn, udkast.begrundelse)}
<p><a href="${KONFIGURATION}/udkast/${udkast.id}">${t.tilUdkast}</a></p>
${iGang ? fremdriftdel(k, side) : startdel(k, side)}
${resultat && !iGang ? resultatdel(k, side, resultat) : undefined}`,
  })
}

function fremdriftdel(k: Arbejdskontekst, { udkast, koersel }: Forhaandsside): Markup {
  const t = ord(k.sprog)
  const naaet = koersel?.fremdrift
  const procent = naaet && naaet.iAlt > 0 ? Math.floor((100 * naaet.faerdige) / naaet.iAlt) : undefined
  const hvor = koersel?.tilstand === 'venter' ? t.venter : procent === undefined ? t.begynder : t.fremdrift(procent)
  return html`<section class="bb-flade bb-smal" aria-labelledby="fremdrift" data-opdater>
  <h2 id="fremdrift" class="h4">${t.koerer}</h2>
  <progress class="bb-fremdrift" max="100"${procent === undefined ? undefined : html` value="${String(procent)}"`} aria-labelledby="fremdrift"></progress>
  <p role="status">${hvor}</p>
  <p class="bb-meta">${t.opdateres} <a href="${forhaandssti(udkast.id)}">${t.opdater}</a></p>
  ${knapform(k, `${forhaandssti(udkast.id)}/stop`, t.stop, 'button button-secondary')}
</section>`
}

function startdel(k: Arbejdskontekst, { udkast, koersel, anden, resultat, gaelder }: Forhaandsside): Markup {
  const t = ord(k.sprog)
  if (udkast.linjer.length === 0) return html`<p>${t.ingenLinjer}</p>`
  if (anden)
    return alert(k.sprog, 'info', {
      overskrift: t.koerer,
      indhold: html`<p>${t.andet} <a href="${forhaandssti(anden.udkast)}">${t.tilDet}</a></p>`,
    })
  const besked =
    koersel?.tilstand === 'fejlet'
      ? alert(k.sprog, 'error', { overskrift: t.overskrift, indhold: html`<p>${t.fejlet}</p>` })
      : koersel?.tilstand === 'afbrudt'
        ? alert(k.sprog, 'info', { overskrift: t.overskrift, indhold: html`<p>${t.afbrudt}</p>` })
        : resultat && !gaelder
          ? alert(k.sprog, 'warning', { overskrift: t.overskrift, indhold: html`<p>${t.foraeldet}</p>` })
          : undefined
  return html`${besked}${resultat ? undefined : html`<p>${t.ikkeBeregnet}</p>`}
${knapform(k, `${forhaandssti(udkast.id)}/start`, resultat ? t.beregnIgen : t.beregn, resultat && gaelder ? 'button button-secondary' : 'button button-primary')}`
}

function resultatdel(k: Arbejdskontekst, { udkast, nyere, koersel }: Forhaandsside, { tal, ...om }: Resultat): Markup {
  const t = ord(k.sprog)
  const n = (antal: number) => formatAntal(antal, k.sprog)
  const intet = tal.ting.vises + tal.ting.forsvinder === 0
  const sekunder = (om.millisekunder / 1000).toFixed(1).replace('.', k.sprog === 'da' ? ',' : '.')
  const harEksempler = (koersel?.eksempler.length ?? 0) > 0
  return html`<section class="bb-afsnit" aria-labelledby="resultat"><h2 id="resultat" class="h3">${t.resultat}</h2>
  ${
    intet
      ? html`<p class="font-lead">${t.intet}</p>`
      : html`<ul class="bb-liste bb-virkninger">
    <li class="bb-flade"><p class="h3">${t.vises(n(tal.ting.vises))}</p><p>${t.faar(n(tal.borgere.faar))}</p></li>
    <li class="bb-flade"><p class="h3">${t.forsvinder(n(tal.ting.forsvinder))}</p><p>${t.mister(n(tal.borgere.mister))}</p></li></ul>`
  }
  ${tal.risici.venter > 0 ? html`<p>${t.venterTing(n(tal.risici.venter))}</p>` : undefined}
  <p class="bb-meta">${t.grundlag(formatTid(om.tid, k.sprog, k.nu), om.af.navn, sekunder, formatTid(om.gaelder, k.sprog, k.nu))}${nyere > 0 ? ` ${t.nyere(n(nyere))}` : ''}</p>
</section>
${tal.ting.vises > 0 ? risikodel(k, tal.risici) : undefined}
${tal.ting.vises > 0 ? fordelingsdel(k, 'vises', tal.fordelt.vises) : undefined}
${tal.ting.forsvinder > 0 ? fordelingsdel(k, 'forsvinder', tal.fordelt.forsvinder) : undefined}
${
  harEksempler && !intet
    ? html`<section class="bb-afsnit" aria-labelledby="eksempler"><h2 id="eksempler" class="h3">${t.eksempler.overskrift}</h2><p>${t.eksempler.om}</p>
  <p><a class="button button-secondary" href="${forhaandssti(udkast.id)}/eksempler">${t.eksempler.knap}</a></p></section>`
    : undefined
}
<p class="bb-meta">${t.graense}</p>`
}

const RISICI = [
  'blokeret',
  'advaret',
  'tredjeperson',
  'ikkeVurderet',
  'beskyttede',
  'beskyttedePersoner',
  'foelsomme',
  'altidLukkede',
] as const satisfies readonly (keyof Risici)[]

function risikodel(k: Arbejdskontekst, risici: Risici): Markup {
  const t = ord(k.sprog)
  const fundne = RISICI.filter((led) => risici[led] > 0)
  return html`<section class="bb-afsnit" aria-labelledby="risici"><h2 id="risici" class="h3">${t.risici}</h2>
  ${
    fundne.length === 0
      ? html`<p>${t.ingenRisici}</p>`
      : html`<p>${t.risiciOm}</p><ul>${fundne.map((led) => html`<li><strong>${formatAntal(risici[led], k.sprog)}</strong> ${t.risiko[led]}</li>`)}</ul>
  ${risici.blokeret + risici.advaret > 0 ? html`<p><a href="/kommune/gennemgang">${t.tilKoe}</a></p>` : undefined}`
  }</section>`
}

type Linje = { readonly omraade: string; readonly art: Art; readonly grund: Forklaringsgrund; readonly antal: number }

const toLinjer = (fordeling: Fordeling): readonly Linje[] =>
  Object.entries(fordeling)
    .flatMap(([omraade, arter]) =>
      ARTER.flatMap((art) =>
        Object.entries(arter[art] ?? {}).map(([grund, antal]) => ({
          omraade,
          art,
          grund: grund as Forklaringsgrund,
          antal: antal ?? 0,
        })),
      ),
    )
    .toSorted((a, b) => b.antal - a.antal)

function fordelingsdel(k: Arbejdskontekst, retning: 'vises' | 'forsvinder', fordeling: Fordeling): Markup {
  const t = ord(k.sprog)
  return html`<section class="bb-afsnit" aria-labelledby="${retning}"><h2 id="${retning}" class="h3">${t.tabel[retning]}</h2>${table(
    t.tabel[retning],
    [
      { overskrift: t.kolonne.omraade, celle: ({ omraade }: Linje) => livsomraadeMedNoegle(omraade)?.navn[k.sprog] ?? omraade },
      { overskrift: t.kolonne.art, celle: ({ art }) => t.art[art] },
      { overskrift: t.kolonne.grund[retning], celle: ({ grund }) => t.grund[grund] },
      { overskrift: t.kolonne.antal, celle: ({ antal }) => formatAntal(antal, k.sprog), tal: true },
    ],
    toLinjer(fordeling),
  )}</section>`
}

/** A few of the items, as the citizens read them. */
export function eksemplerView(k: Arbejdskontekst, udkast: Udkast, eksempler: readonly Eksempel[]): Markup {
  const t = ord(k.sprog)
  const del = (retning: Eksempel['retning']) => {
    const egne = eksempler.filter((led) => led.retning === retning)
    return egne.length === 0
      ? undefined
      : html`<section class="bb-afsnit" aria-labelledby="${retning}"><h2 id="${retning}" class="h3">${t.eksempler[retning]}</h2><ul class="bb-liste">${egne.map(
          ({ art, titel }) => html`<li class="bb-flade"><p class="bb-meta">${t.art[art as Art]}</p><p>${titel[k.sprog]}</p></li>`,
        )}</ul></section>`
  }
  return renderArbejdsside(k, {
    krummer: [
      { tekst: t.overskrift, sti: STI },
      { tekst: udkast.navn, sti: forhaandssti(udkast.id) },
      { tekst: t.eksempler.overskrift },
    ],
    indhold: html`${sidehoved(t.eksempler.overskrift, t.eksempler.lead)}
${eksempler.length === 0 ? html`<p>${t.eksempler.ingen}</p>` : html`${del('vises')}${del('forsvinder')}`}
<p><a href="${forhaandssti(udkast.id)}">${udkast.navn}</a></p>`,
  })
}
