import type { KildeDaekning } from '#afstemning/daekning'
import {
  type Arbejdskontekst,
  factList,
  formatTid,
  html,
  type Indhold,
  type Krumme,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
} from '#web'
import type { Kortside } from '../hent-kort.ts'
import type { Kildefelt, Kildeomraade, Omraadekort } from '../kort.ts'
import {
  afsnit,
  afvistetabel,
  beskedFor,
  beskedmaerke,
  dag,
  grunde,
  omraadenavn,
  slagsliste,
  slagsord,
  tal,
  tid,
  tilstandsord,
} from './dele.ts'
import { feltsti, type Kortstier, omraadesti } from './stier.ts'
import { ord } from './texts/index.ts'

/** An area: what citizens are told of each kind and why, which systems could have something, and which do. */
export function omraadeView(k: Arbejdskontekst, omraade: Omraadekort, stier: Kortstier, krummer: readonly Krumme[]): Markup {
  const t = ord(k.sprog)
  const navn = omraadenavn(k.sprog, omraade.omraade)
  return renderArbejdsside(k, {
    krummer: [...krummer, { tekst: navn }],
    indhold: html`
${sidehoved(navn, t.omraadeside.lead)}
${afsnit('besked', t.omraadeside.besked, html`<p>${t.omraadeside.beskedOm}</p>${beskedtabel(k, omraade)}`)}
${afsnit('forventet', t.omraadeside.forventet, forventet(k, omraade, stier))}
${afsnit('systemer', t.omraadeside.systemer, systemtabel(k, omraade, stier))}`,
  })
}

const beskedtabel = (k: Arbejdskontekst, { arter }: Omraadekort): Markup => {
  const t = ord(k.sprog)
  return table(
    t.omraadeside.besked,
    [
      { overskrift: t.omraadeside.kolonner.art, celle: ({ art }) => t.arter[art] },
      { overskrift: t.omraadeside.kolonner.besked, celle: (en) => beskedmaerke(k.sprog, beskedFor(en)) },
      {
        overskrift: t.omraadeside.kolonner.hvorfor,
        celle: (en) => html`${t.besked.forklaring[beskedFor(en)]} ${en.aaben ? grunde(k.sprog, en.forbehold) : undefined}`,
      },
    ],
    arter,
  )
}

const forventet = (k: Arbejdskontekst, { forventede }: Omraadekort, { forventning }: Kortstier): Markup => {
  const t = ord(k.sprog).omraadeside
  const ukendt = forventning ? t.ukendt : t.ukendtDrift
  return html`<p>${forventede.length === 0 ? ukendt : slagsliste(k.sprog, forventede)}</p>
${forventning ? html`<p><a href="${forventning}">${t.tilForventning}</a></p>` : undefined}`
}

function systemtabel(k: Arbejdskontekst, { omraade, kilder }: Omraadekort, stier: Kortstier): Markup {
  const t = ord(k.sprog)
  if (kilder.length === 0) return html`<p>${t.omraadeside.ingen}</p>`
  return table(
    t.omraadeside.systemer,
    [
      {
        overskrift: t.kort.kolonner.system,
        celle: ({ kilde }) => html`<a href="${feltsti(stier, omraade, kilde.id)}">${kilde.navn}</a>`,
      },
      { overskrift: t.feltside.slags, celle: ({ kilde }) => slagsord(k.sprog, kilde.slags) },
      { overskrift: t.kort.kolonner.tilstand, celle: ({ tilstand }) => tilstandsord(k.sprog, tilstand) },
    ],
    kilder,
  )
}

/** One system in one area: how it stands, since when, and what keeps it from being proved. */
export function feltView(
  k: Arbejdskontekst,
  { felt, omraade, side }: { readonly felt: Kildeomraade; readonly omraade: Omraadekort; readonly side: Kortside },
  stier: Kortstier,
  krummer: readonly Krumme[],
): Markup {
  const t = ord(k.sprog)
  const navn = omraadenavn(k.sprog, omraade.omraade)
  const { kilde, tilstand } = felt
  const egne = side.afviste.filter((en) => en.kilde.id === kilde.id)
  return renderArbejdsside(k, {
    krummer: [...krummer, { tekst: navn, sti: omraadesti(stier, omraade.omraade) }, { tekst: kilde.navn }],
    indhold: html`
${sidehoved(kilde.navn, html`${navn}: ${tilstandsord(k.sprog, tilstand)}`)}
<div class="bb-sag"><div>
${hvorfor(k, felt)}
${afsnit('arter', t.feltside.arter, artstabel(k, felt.felter))}
${egne.length > 0 ? afsnit('afviste', t.feltside.afviste, afvistetabel(k, egne, false)) : undefined}
</div><div class="bb-rand"><section class="bb-flade bb-graa" aria-labelledby="fakta"><h2 id="fakta">${t.feltside.fakta}</h2>${fakta(k, felt)}
<p class="bb-meta"><a href="${omraadesti(stier, omraade.omraade)}">${t.feltside.tilOmraade(navn)}</a></p><p class="bb-meta"><a href="${stier.system(kilde.id)}">${t.feltside.tilSystem}</a></p></section></div></div>`,
  })
}

/** The whole of what is the matter, each once, in words; first what the state means. */
function hvorfor(k: Arbejdskontekst, { felter, tilstand }: Kildeomraade): Markup {
  const t = ord(k.sprog)
  const alle = [...new Set(felter.flatMap(({ forbehold }) => forbehold))]
  const liste = alle.filter((en) => t.forbehold[en] !== undefined)
  return html`<section class="bb-nu" aria-label="${t.feltside.hvorfor}"><p class="bb-ord">${t.betyder[tilstand]}</p>${
    liste.length > 1 && tilstand !== 'stoppet' ? html`<p>${grunde(k.sprog, liste)}</p>` : undefined
  }</section>`
}

/** What is the same for all kinds: the source's own facts, and the oldest of the kinds'. */
function fakta(k: Arbejdskontekst, { kilde, felter }: Kildeomraade): Markup {
  const t = ord(k.sprog).feltside
  const daekninger = felter.flatMap(({ daekning }) => daekning ?? [])
  const [foerste] = daekninger
  const siden = daekninger.map(({ tilsluttetSiden }) => tilsluttetSiden).sort()[0]
  return factList([
    [t.slags, slagsord(k.sprog, kilde.slags)],
    [t.tilsluttet, dag(k, siden, t.aldrig)],
    [t.livstegn, tid(k, foerste?.senesteLivstegn, t.aldrig)],
    [t.bevist, bevisord(k, foerste)],
    [t.rytme, t.timer(String(kilde.rytmeTimer))],
    [t.spaerret, kilde.spaerret && dag(k, kilde.spaerret, '')],
  ])
}

/** Up to when the source has confirmed that we hold what it does, for the whole municipality. */
function bevisord(k: Arbejdskontekst, daekning: KildeDaekning | undefined): Indhold {
  const t = ord(k.sprog).feltside
  const { bevistTil, brudt } = daekning?.bevis ?? { bevistTil: undefined, brudt: true }
  if (!bevistTil) return t.ikkeBevist
  return brudt ? t.venter(formatTid(bevistTil, k.sprog, k.nu)) : tid(k, bevistTil, t.ikkeBevist)
}

function artstabel(k: Arbejdskontekst, felter: readonly Kildefelt[]): Markup {
  const t = ord(k.sprog)
  const { kolonner, ukendt, aldrig } = t.feltside
  return table(
    t.feltside.arter,
    [
      { overskrift: kolonner.art, celle: ({ art }) => t.arter[art] },
      { overskrift: kolonner.tilstand, celle: ({ tilstand }) => tilstandsord(k.sprog, tilstand) },
      { overskrift: kolonner.dataFra, celle: ({ daekning }) => dag(k, daekning?.dataFra, ukendt) },
      { overskrift: kolonner.levering, celle: ({ senesteLevering }) => tid(k, senesteLevering, aldrig) },
      { overskrift: kolonner.afstemt, celle: ({ daekning }) => tid(k, daekning?.afstemt, aldrig) },
      { overskrift: kolonner.afviste, tal: true, celle: ({ afviste }) => tal(k, afviste) },
    ],
    felter,
  )
}
