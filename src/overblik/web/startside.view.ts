import {
  formatAntal,
  formatBeloeb,
  formatDato,
  formatListe,
  formatTid,
  html,
  ikon,
  type Markup,
  postKnap,
  renderSide,
  type Sidekontekst,
  STIER,
  tekster,
} from '#web'
import type { DaekningVisning, OmraadeVisning, StartsideVisning, UdbetalingVisning } from '../visninger.ts'
import { aftaleliste } from './aftaleliste.ts'
import { begivenheder } from './begivenheder.ts'
import { aeldsteBevis, aeldsteLevering, groupBy, kunDagtilbud, tidspunktdel } from './daekning.ts'
import {
  isUvist,
  mangelbesked,
  metalinje,
  skattelinje,
  statusord,
  titel,
  udbetalingsbadge,
  udbetalingssaetning,
  videre,
  ydelsesnavn,
} from './dele.ts'
import { omraadeikon } from './omraader.ts'
import { ord } from './texts/index.ts'

/** The start page, in the order of what matters now: what waits, what is new, the next payment, the areas of life, what can be seen here. */
export function startsideView(k: Sidekontekst, v: StartsideVisning): Markup {
  const t = ord(k.sprog).start
  const overskrift = k.vedroerer ? t.overskriftFor(k.vedroerer.navn) : t.overskrift
  return renderSide(k, {
    punkt: 'overblik',
    indhold: html`
<div class="bb-sidehoved"><h1>${overskrift}</h1>${k.vedroerer ? undefined : html`<p class="font-lead">${t.hilsen(v.navn)}</p>`}</div>
${mangelbesked(k, v.mangler)}
${
  v.venter.length > 0
    ? html`<section class="bb-flade bb-gul" aria-labelledby="venter"><h2 id="venter">${t.venter}</h2>${aftaleliste(
        k,
        [...v.venter].sort((a, b) => (a.start < b.start ? -1 : 1)),
      )}</section>`
    : undefined
}
<div class="bb-par">${nytDel(k, v)}${udbetalingDel(k, v.naesteUdbetaling)}</div>
${omraadeDel(k, v)}
${kildeDel(k, v)}
${kanSeDel(k)}`,
  })
}

function nytDel(k: Sidekontekst, { nyt }: StartsideVisning): Markup {
  const t = ord(k.sprog).start
  const overskrift = nyt.siden === undefined ? t.nytFoerste : t.nyt(formatDato(nyt.siden, k.sprog))
  const tom = nyt.siden === undefined ? t.foerste : t.intetNyt
  const linjer = nyt.linjer.slice(0, 3)
  return html`<section class="bb-flade" aria-labelledby="nyt"><h2 id="nyt">${overskrift}</h2>
  ${linjer.length === 0 ? html`<p>${tom}</p>` : begivenheder(k, linjer)}
  ${nyt.antal > linjer.length ? videre(STIER.nyt, t.flereNye(formatAntal(nyt.antal, k.sprog))) : undefined}
</section>`
}

function udbetalingDel(k: Sidekontekst, udbetaling: UdbetalingVisning | undefined): Markup {
  const t = ord(k.sprog).start
  const indhold = udbetaling
    ? html`${udbetaling.beloeb === undefined ? undefined : html`<p class="bb-stortbeloeb">${formatBeloeb(udbetaling.beloeb, k.sprog)}</p>`}
  <p class="bb-udbetalingsnavn"><strong>${titel(k, ydelsesnavn(k, udbetaling), 'oekonomiskEffektuering')}</strong> ${udbetalingsbadge(k, udbetaling.tilstand)}</p>
  <p>${udbetalingssaetning(k, udbetaling)}</p>
  ${metalinje([skattelinje(k, udbetaling), udbetaling.kommune.navn])}`
    : html`<p>${tekster(k.sprog).udbetaling.ukendt}</p>`
  return html`<section class="bb-flade bb-penge" aria-labelledby="naeste-udbetaling"><h2 id="naeste-udbetaling">${t.naeste}</h2>
  ${indhold}
  ${videre(STIER.ydelser, t.seAar)}
</section>`
}

const harIndhold = (omraade: OmraadeVisning): boolean =>
  omraade.kommuner.some(({ aktive, vigtigste, daekning }) => aktive > 0 || vigtigste !== undefined || daekning?.udsagn === 'vist')

function omraadeDel(k: Sidekontekst, v: StartsideVisning): Markup {
  const t = ord(k.sprog).start
  // With one municipality only, its name on every line would be noise.
  const flere = new Set(v.omraader.flatMap(({ kommuner }) => kommuner.map(({ kommune }) => kommune.cvr))).size > 1
  const fulde = v.omraader.filter(harIndhold)
  const stille = v.omraader.filter((omraade) => !harIndhold(omraade))
  return html`<section class="bb-afsnit" aria-labelledby="omraader"><h2 id="omraader">${t.omraader}</h2>
  ${fulde.length > 0 ? html`<ul class="bb-liste bb-kort">${fulde.map((omraade) => kort(k, omraade))}</ul>` : undefined}
  ${stille.length > 0 ? html`<h3>${fulde.length > 0 ? t.stille : t.alleOmraader}</h3><ul class="bb-liste bb-stille">${stille.map((omraade) => stilleOmraade(k, omraade, flere))}</ul>` : undefined}
</section>`
}

function kort(k: Sidekontekst, omraade: OmraadeVisning): Markup {
  const sti = `${STIER.sager}?omraade=${encodeURIComponent(omraade.omraade)}`
  return html`<li><h3>${ikon(omraadeikon(omraade.omraade))}<a href="${sti}">${omraade.navn[k.sprog]}</a></h3>
  ${omraade.kommuner.map((del) => kommunedel(k, del))}</li>`
}

type Kommunedel = OmraadeVisning['kommuner'][number]

function kommunedel(k: Sidekontekst, { kommune, aktive, vigtigste, daekning }: Kommunedel): Markup {
  const t = ord(k.sprog).start
  const iGang =
    aktive > 0 ? t.iGang(aktive, formatAntal(aktive, k.sprog)) : daekning?.udsagn === 'vist' ? t.intetIGang : undefined
  return html`<div class="bb-kommunedel">${metalinje([kommune.navn, iGang])}
  ${
    vigtigste
      ? html`<p class="bb-status"><strong>${titel(k, vigtigste.titel[k.sprog], 'sag')}</strong></p><p>${statusord(k, vigtigste).saetning}</p>`
      : iGang === undefined
        ? html`<p class="bb-status">${udsagn(k, daekning)}</p>`
        : undefined
  }</div>`
}

function stilleOmraade(k: Sidekontekst, omraade: OmraadeVisning, flere: boolean): Markup {
  // The same sentence for two municipalities is said once.
  const udsagnene = groupBy(omraade.kommuner, ({ daekning }) => udsagn(k, daekning))
  return html`<li>${ikon(omraadeikon(omraade.omraade))}<div><h4>${omraade.navn[k.sprog]}</h4>${udsagnene.map((gruppe) => {
    const [foerste] = gruppe
    const navne = formatListe(
      gruppe.map(({ kommune }) => kommune.navn),
      k.sprog,
    )
    return html`<p>${foerste && (flere ? `${navne}: ${udsagn(k, foerste.daekning)}` : udsagn(k, foerste.daekning))}</p>`
  })}</div></li>`
}

/** The honest short statement where nothing is shown. "None" only where it is proved. */
function udsagn(k: Sidekontekst, daekning: DaekningVisning | undefined): string {
  const t = ord(k.sprog)
  if (!daekning) return t.start.ikkeSet
  if (daekning.udsagn === 'intet') return t.arter[daekning.art].intet
  return daekning.udsagn === 'ikkeTilsluttet' ? t.start.ikkeTilsluttet : t.start.ikkeSet
}

/** One line on what the page rests on. */
function kildeDel(k: Sidekontekst, v: StartsideVisning): Markup {
  const t = ord(k.sprog)
  const daekning = v.omraader.flatMap(({ kommuner }) => kommuner.flatMap((del) => del.daekning ?? []))
  const tilsluttede = daekning.filter(({ kilder }) => kilder.length > 0)
  const systemer = new Set(tilsluttede.flatMap(({ kommune, kilder }) => kilder.map(({ navn }) => `${kommune.cvr} ${navn}`))).size
  const kommuner = [...new Set(tilsluttede.map(({ kommune }) => kommune.navn))]
  const tid = aeldsteLevering(tilsluttede)
  const bevistTil = aeldsteBevis(daekning.filter(({ udsagn: sagt }) => sagt === 'intet'))
  const ikkeAlt = daekning.some(({ udsagn: sagt }) => sagt === 'ikkeSet' || sagt === 'ikkeTilsluttet')
  const antal = `${formatAntal(systemer, k.sprog)} ${systemer === 1 ? t.start.system : t.start.systemer}`
  return html`<section class="bb-flade bb-graa bb-afsnit" aria-labelledby="kilder"><h2 id="kilder">${t.start.kilder}</h2>
  <p>${isUvist(v.mangler) ? t.start.uvist : systemer === 0 ? t.start.ingenSystemer : t.start.kilderTekst(antal, formatListe(kommuner, k.sprog))} ${tid ? t.daekning.senest(formatTid(tid, k.sprog, k.nu)) : undefined} ${bevistTil ? html`${t.start.ingenOpgjort} ${tidspunktdel(k, bevistTil)}.` : undefined} ${ikkeAlt ? t.start.ikkeAlt : undefined}</p>
  ${kunDagtilbud(k)}
  ${v.ikkeKilder.map((navn) => html`<p>${navn === 'Udbetaling Danmark' ? t.daekning.udbetalingDanmark : t.daekning.ikkeKilde(navn)}</p>`)}
  <p>${t.undtaget}</p>
  ${videre(STIER.hvadKanJegSe, t.start.laes)}
</section>`
}

function kanSeDel(k: Sidekontekst): Markup | undefined {
  const { bruger } = k
  if (!bruger || k.vedroerer || bruger.kanSe.length === 0) return undefined
  const t = ord(k.sprog).start
  return html`<section class="bb-afsnit d-print-none" aria-labelledby="kan-se"><h2 id="kan-se">${t.kanSe}</h2><p>${t.kanSeTekst}</p>
  <div class="bb-knapper">${bruger.kanSe.map(({ part, navn }) =>
    postKnap(STIER.seFor, { tekst: t.seFor(navn), klasse: 'button button-secondary', felter: { part } }),
  )}</div></section>`
}
