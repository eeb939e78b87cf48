import type { Uuid } from '#kernel'
import {
  type Arbejdskontekst,
  alert,
  details,
  formatTid,
  formular,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  textInput,
} from '#web'
import { fejlILinje } from '../decide-udkast.ts'
import { forskelle } from '../indhold.ts'
import { KONFIGURATION_SAETNINGER } from '../konfiguration.errors.ts'
import type { Linjevirkning, Udkast, Udkasthaendelse, Udkastskridt } from '../udkast.ts'
import { dato, forskelsliste, nummersti, STI, type Systemnavne, type Udfald, udfaldsbesked, udkaststi, vaerdi } from './dele.ts'
import { aarsagsfelt } from './nummer.view.ts'
import { egenskabsfelter, egenskabsformular } from './nyt.view.ts'
import { ord } from './texts/index.ts'
import { udkastmaerke } from './trae.view.ts'

export type Udkastside = {
  readonly udkast: Udkast
  readonly haendelser: readonly Udkasthaendelse[]
  /** What its lines do now; of one that is closed, what they did. */
  readonly linjer: readonly Linjevirkning[]
  readonly hash: string
  readonly indsnaevrer: boolean
  /** Lines of the proposal that stand on something else than when it was proposed. */
  readonly forskudte: readonly Linjevirkning[]
  readonly titelAf: (kle: string) => string
  readonly systemer: Systemnavne
  readonly mig: Uuid
  readonly maaAendre: boolean
}

/** A draft, or a proposal: what it changes in plain words, and what this person can do about it. */
export function udkastView(k: Arbejdskontekst, side: Udkastside, udfald?: Udfald): Markup {
  const t = ord(k.sprog).udkast
  const { udkast } = side
  const naar = udkast.ikraft ? t.fraDag(dato(k, udkast.ikraft)) : t.fraGodkendelse
  return renderArbejdsside(k, {
    krummer: [{ tekst: ord(k.sprog).trae.overskrift, sti: STI }, { tekst: t.krumme }],
    indhold: html`${sidehoved(udkast.navn, udkast.begrundelse, [html`${udkastmaerke(k, udkast.tilstand)} <span class="bb-meta">${naar}</span>`])}
${udfaldsbesked(k, udfald)}
${udkast.aendring ? html`<p><a href="${STI}/historik">${t.gennemfoert(udkast.aendring)}</a></p>` : undefined}
${forskudtdel(k, side)}
<div class="bb-sag"><div>
<section aria-labelledby="aendringer"><h2 id="aendringer" class="h3">${t.aendringer}</h2>${aendringer(k, side)}</section>
${isAaben(udkast) && udkast.linjer.length > 0 ? html`<p class="bb-knapper"><a class="button button-secondary" href="/kommune/forhaandsvisning?udkast=${udkast.id}">${t.forhaandsvisning}</a></p><p class="bb-meta">${t.forhaandsvisningOm}</p>` : undefined}
</div><div class="bb-rand">${side.maaAendre && isAaben(udkast) ? handlinger(k, side) : undefined}</div></div>
<section class="bb-afsnit" aria-labelledby="forloeb"><h2 id="forloeb" class="h3">${t.forloeb}</h2>${forloeb(k, side)}</section>`,
  })
}

const isAaben = ({ tilstand }: Udkast): boolean => tilstand === 'udkast' || tilstand === 'foreslaaet'

/** What has changed since the proposal was made: what its approver would not have seen. */
function forskudtdel(k: Arbejdskontekst, { forskudte, udkast, systemer }: Udkastside): Markup | undefined {
  if (forskudte.length === 0 || !udkast.forslag) return undefined
  const t = ord(k.sprog)
  const dengang = new Map(udkast.forslag.linjer.map((linje) => [linje.kle, linje.foer]))
  return alert(k.sprog, 'warning', {
    overskrift: t.udkast.forskudt,
    indhold: html`<ul>${forskudte.flatMap(({ kle, foer }) => {
      const var_ = dengang.get(kle)
      if (!var_) return []
      return forskelle(var_, foer).map(
        (felt) =>
          html`<li>${kle}: ${t.udkast.forskudtLinje(t.felt[felt].navn, vaerdi(k, systemer, felt, var_), vaerdi(k, systemer, felt, foer))}</li>`,
      )
    })}</ul>`,
  })
}

function aendringer(k: Arbejdskontekst, side: Udkastside): Markup {
  const t = ord(k.sprog).udkast
  if (side.linjer.length === 0) return html`<p>${t.ingenAendringer}</p>`
  return html`<ul class="bb-liste bb-bevillinger">${side.linjer.map((linje) => html`<li class="bb-flade">${linjedel(k, side, linje)}</li>`)}</ul>`
}

function linjedel(k: Arbejdskontekst, side: Udkastside, linje: Linjevirkning): Markup {
  const t = ord(k.sprog).udkast
  const { kle, foer, efter, jurist } = linje
  const fejl = isAaben(side.udkast) ? fejlILinje(linje) : undefined
  const kanRettes = side.maaAendre && side.udkast.tilstand === 'udkast'
  return html`<h3 class="h5"><a href="${nummersti(kle)}">${kle} ${side.titelAf(kle)}</a></h3>
  ${forskelsliste(k, side.systemer, foer, efter)}
  ${jurist ? html`<p><strong>${t.jurist(jurist.navn)}</strong> ${jurist.tekst}</p>` : undefined}
  ${fejl ? html`<p><strong>${t.mangler}:</strong> ${KONFIGURATION_SAETNINGER[fejl][k.sprog]}</p>` : undefined}
  ${
    kanRettes
      ? html`<div class="bb-knapper"><a href="${udkaststi(side.udkast.id)}/nummer?kle=${kle}">${t.ret}<span class="sr-only"> ${kle}</span></a>${formular(
          k,
          `${udkaststi(side.udkast.id)}/skridt`,
          {
            skjult: { type: 'fjernLinje', nr: String(side.udkast.nr), kle },
            knap: `${t.fjern} ${kle}`,
            klasse: 'bb-linkknap',
          },
        )}</div>`
      : undefined
  }`
}

function handlinger(k: Arbejdskontekst, side: Udkastside): Markup {
  const { udkast } = side
  return html`<div class="bb-handlinger">${udkast.tilstand === 'foreslaaet' ? forslagsdele(k, side) : udkastdele(k, side)}${foldet(
    k,
    side,
    {
      type: 'kasser',
      overskrift: ord(k.sprog).udkast.kasser,
      om: ord(k.sprog).udkast.kasserOm,
      knap: ord(k.sprog).udkast.kasserKnap,
    },
  )}</div>`
}

const skridtformular = (
  k: Arbejdskontekst,
  { udkast }: Udkastside,
  type: string,
  mere: Partial<Parameters<typeof formular>[2]> & { readonly knap: string },
) => formular(k, `${udkaststi(udkast.id)}/skridt`, { ...mere, skjult: { type, nr: String(udkast.nr), ...mere.skjult } })

function forslagsdele(k: Arbejdskontekst, side: Udkastside): readonly (Markup | undefined)[] {
  const t = ord(k.sprog).udkast
  const { forslag, redaktoerer } = side.udkast
  if (!forslag) return []
  const egen = forslag.af.id === side.mig
  const godkend = egen
    ? html`<p>${t.egetForslag}</p>`
    : redaktoerer.has(side.mig)
      ? html`<p>${KONFIGURATION_SAETNINGER.HAR_RETTET[k.sprog]}</p>`
      : side.forskudte.length > 0
        ? html`<p>${KONFIGURATION_SAETNINGER.FORAELDET[k.sprog]}</p>`
        : html`<p>${t.godkendOm}</p>${skridtformular(k, side, 'godkend', { skjult: { hash: forslag.hash }, knap: t.godkendKnap })}`
  return [
    html`<div class="bb-flade bb-gul"><h2 class="h4">${t.forslag}</h2><p>${t.foreslaaet(forslag.af.navn, formatTid(forslag.tid, k.sprog, k.nu))}</p><p>${forslag.aarsag}</p>${godkend}<p class="bb-meta">${t.koder(forslag.hash.slice(0, 12))}</p></div>`,
    foldet(k, side, { type: 'traekTilbage', overskrift: egen ? t.traek : t.afvis, knap: egen ? t.traek : t.afvis }),
  ]
}

function udkastdele(k: Arbejdskontekst, side: Udkastside): readonly (Markup | undefined)[] {
  const t = ord(k.sprog).udkast
  const { udkast, indsnaevrer, linjer } = side
  const kanForeslaas = linjer.length > 0 && linjer.every((linje) => fejlILinje(linje) === undefined)
  const medHash = (type: string, id: string, knap: string) =>
    skridtformular(k, side, type, { skjult: { hash: side.hash }, felter: [aarsagsfelt(k, id)], knap })
  const andres = ![...udkast.redaktoerer].every((en) => en === side.mig)
  return [
    html`<div class="bb-flade"><h2 class="h4">${t.tilfoej}</h2>${andres || !udkast.redaktoerer.has(side.mig) ? html`<p>${t.advarsel}</p>` : undefined}
    <form method="get" action="${udkaststi(udkast.id)}/nummer" class="bb-formular">${textInput(k.sprog, { id: 'kle', navn: 'kle', etiket: t.tilfoejFelt, hjaelp: t.tilfoejHjaelp, vaerdi: '' })}
    <button type="submit" class="button button-secondary">${t.tilfoejKnap}</button></form></div>`,
    kanForeslaas && indsnaevrer && !udkast.ikraft
      ? html`<div class="bb-flade bb-gul"><h2 class="h4">${t.alene}</h2><p>${t.aleneOm}</p>${medHash('gennemfoerAlene', 'alene-aarsag', t.aleneKnap)}</div>`
      : undefined,
    kanForeslaas
      ? html`<div class="bb-flade"><h2 class="h4">${t.foreslaa}</h2><p>${t.foreslaaOm}</p>${medHash('foreslaa', 'foreslaa-aarsag', t.foreslaaKnap)}</div>`
      : undefined,
    details(
      t.egenskaber,
      skridtformular(k, side, 'omdoeb', {
        felter: egenskabsformular(
          k,
          egenskabsfelter(k, {
            vaerdier: { navn: [udkast.navn], begrundelse: [udkast.begrundelse], ikraft: [udkast.ikraft ?? ''] },
            fejl: {},
          }),
        ),
        knap: t.gem,
        klasse: 'button button-secondary',
      }),
    ),
  ]
}

/** What is seldom done, behind a step of its own, with the reason. */
const foldet = (
  k: Arbejdskontekst,
  side: Udkastside,
  {
    type,
    overskrift,
    om,
    knap,
  }: { readonly type: string; readonly overskrift: string; readonly om?: string; readonly knap: string },
): Markup =>
  details(
    overskrift,
    html`${om ? html`<p>${om}</p>` : undefined}${skridtformular(k, side, type, { felter: [aarsagsfelt(k, `${type}-aarsag`)], knap, klasse: 'button button-secondary' })}`,
  )

/** Who has done what to the draft, newest first. */
function forloeb(k: Arbejdskontekst, { haendelser }: Udkastside): Markup {
  return html`<ol class="bb-tidslinje" reversed>${haendelser.toReversed().map(({ af, tid, skridt }) => {
    const aarsag = 'aarsag' in skridt ? skridt.aarsag : undefined
    return html`<li><p class="bb-trin">${af.navn} ${skridtord(k, skridt)}</p><p class="bb-tid">${formatTid(tid, k.sprog, k.nu)}</p>${aarsag ? html`<p>${aarsag}</p>` : undefined}</li>`
  })}</ol>`
}

function skridtord(k: Arbejdskontekst, skridt: Udkastskridt): string {
  const t = ord(k.sprog).skridt
  switch (skridt.type) {
    case 'linjeSat':
    case 'linjeFjernet':
      return t[skridt.type](skridt.kle)
    case 'indlaest':
      return t.indlaest(skridt.linjer.length)
    default:
      return t[skridt.type]
  }
}
