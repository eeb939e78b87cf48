import {
  type Arbejdskontekst,
  alert,
  badge,
  errorSummary,
  formatDato,
  formatTid,
  formular,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  textInput,
} from '#web'
import type { AbonnementRaekke, GruppeRaekke } from '../advis.sql.ts'
import type { Advisliste, Advisvisning } from '../liste.ts'
import { ord } from './texts/index.ts'

export const STI = '/kommune/advis'

export type Advisside = Advisliste & {
  readonly kunUlaeste: boolean
  readonly abonnementer: readonly AbonnementRaekke[]
  readonly grupper: readonly GruppeRaekke[]
  /** Undefined where none is wanted; `mailTil` false: the installation sends none. */
  readonly mailadresse: string | undefined
  readonly mailTil: boolean
  readonly gjort: boolean
  readonly fejl: { readonly felt: 'navn' | 'adresse'; readonly tekst: string; readonly vaerdi: string } | undefined
}

/** What has happened, and what one is told of. */
export function advisView(k: Arbejdskontekst, side: Advisside): Markup {
  const t = ord(k.sprog)
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${side.gjort && !side.fejl ? alert(k.sprog, 'success', { indhold: t.gjort }) : undefined}
${errorSummary(k.sprog, feltfejl(side))}
${listedel(k, side)}
<section class="bb-afsnit" aria-labelledby="abonnementer"><h2 id="abonnementer" class="h3">${t.abonnementer}</h2>${abonnementsdel(k, side)}</section>
<section class="bb-afsnit" aria-labelledby="grupper"><h2 id="grupper" class="h3">${t.grupper}</h2><p>${t.grupperLead}</p>${gruppedel(k, side)}</section>
<section class="bb-afsnit bb-smal" aria-labelledby="mail"><h2 id="mail" class="h3">${t.mail}</h2><p>${t.mailLead}</p>${maildel(k, side)}</section>`,
  })
}

const feltfejl = ({ fejl }: Advisside) =>
  fejl ? [{ id: fejl.felt, navn: fejl.felt, etiket: '', vaerdi: fejl.vaerdi, fejl: fejl.tekst }] : []

function listedel(k: Arbejdskontekst, { advis, naeste, kunUlaeste }: Advisside): Markup {
  const t = ord(k.sprog)
  const filter = kunUlaeste
    ? html`<a class="function-link" href="${STI}">${t.visAlle}</a>`
    : html`<a class="function-link" href="${STI}?ulaeste=ja">${t.kunUlaeste}</a>`
  const flere = naeste && `${STI}?${new URLSearchParams({ efter: naeste, ...(kunUlaeste ? { ulaeste: 'ja' } : {}) }).toString()}`
  const liste =
    advis.length === 0
      ? html`<p>${t.ingen}</p>`
      : html`<ul class="nobullet-list bb-ventende">${advis.map((en) => html`<li>${linje(k, en)}</li>`)}</ul>`
  const ulaeste = advis.some(({ laest }) => !laest)
  return html`<div class="bb-knapper">${filter}${ulaeste ? formular(k, STI, { skjult: { trin: 'alleLaest', til: k.nu }, knap: t.alleLaest, klasse: 'button button-secondary' }) : undefined}</div>
${liste}${flere ? html`<p><a class="bb-mere" href="${flere}">${t.flere}</a></p>` : undefined}`
}

function linje(k: Arbejdskontekst, { id, hvad, tid, laest, ting }: Advisvisning): Markup {
  const t = ord(k.sprog)
  const om = ting ? `${t.art[ting.art]}: ${ting.titel || t.udenTitel}` : t.omPerson
  return html`<div class="bb-flade"><h2 class="h5">${om} ${laest ? undefined : badge('info', t.ulaest)}</h2>
<p class="bb-meta">${t.hvad[hvad]} · ${formatTid(tid, k.sprog, k.nu)}</p>
<div class="bb-knapper">${formular(k, `${STI}/aabn`, { skjult: { id }, knap: t.aabn, klasse: 'button button-secondary' })}
${laest ? undefined : formular(k, STI, { skjult: { trin: 'laest', id }, knap: t.laest, klasse: 'bb-linkknap' })}</div></div>`
}

function abonnementsdel(k: Arbejdskontekst, { abonnementer }: Advisside): Markup {
  const t = ord(k.sprog)
  const egne = abonnementer.some(({ slags }) => slags === 'egneSager')
  const liste =
    abonnementer.length === 0
      ? html`<p>${t.ingenAbonnementer}</p>`
      : html`<ul class="nobullet-list bb-ventende">${abonnementer.map((en) => html`<li>${abonnement(k, en)}</li>`)}</ul>`
  return html`${liste}${egne ? undefined : formular(k, STI, { skjult: { trin: 'egneSager' }, knap: t.egneSager, klasse: 'button button-secondary' })}`
}

/** Of a person or a case no more is said than that it is one: what it is called is shown where it is read on the ground of rights. */
function abonnement(k: Arbejdskontekst, en: AbonnementRaekke): Markup {
  const t = ord(k.sprog)
  const dele = [
    t.slags[en.slags],
    ...(en.dage_foer === null ? [] : [t.dageFoerTekst(en.dage_foer)]),
    ...(en.dag === null ? [] : [t.paaDag(formatDato(en.dag, k.sprog))]),
    ...(en.gruppe === null ? [] : [t.tilGruppe(en.gruppe)]),
    t.siden(formatDato(en.oprettet, k.sprog)),
  ]
  return html`<div class="bb-knapper"><span>${dele.join(', ')}</span>${formular(k, STI, { skjult: { trin: 'afmeld', id: en.abonnement_id }, knap: t.afmeld, klasse: 'bb-linkknap' })}</div>`
}

function gruppedel(k: Arbejdskontekst, { grupper, fejl }: Advisside): Markup {
  const t = ord(k.sprog)
  const liste =
    grupper.length === 0
      ? html`<p>${t.ingenGrupper}</p>`
      : html`<ul class="nobullet-list bb-ventende">${grupper.map(
          ({ gruppe_id, navn, antal, medlem }) =>
            html`<li><div class="bb-knapper"><span>${navn}, ${t.medlemmer(antal)}</span>${formular(k, STI, { skjult: { trin: medlem ? 'meldUd' : 'meldInd', id: gruppe_id }, knap: medlem ? t.meldUd : t.meldInd, klasse: 'bb-linkknap' })}</div></li>`,
        )}</ul>`
  const egen = fejl?.felt === 'navn' ? { fejl: fejl.tekst, vaerdi: fejl.vaerdi } : { vaerdi: '' }
  const felt = textInput(k.sprog, { id: 'navn', navn: 'navn', etiket: t.nyGruppe, ...egen })
  return html`${liste}<div class="bb-smal">${formular(k, STI, { skjult: { trin: 'nyGruppe' }, felter: [felt], knap: t.opretGruppe, klasse: 'button button-secondary' })}</div>`
}

function maildel(k: Arbejdskontekst, { mailTil, mailadresse, fejl }: Advisside): Markup {
  const t = ord(k.sprog)
  if (!mailTil) return html`<p>${t.mailFra}</p>`
  const egen = fejl?.felt === 'adresse' ? { fejl: fejl.tekst, vaerdi: fejl.vaerdi } : { vaerdi: mailadresse ?? '' }
  const felt = textInput(
    k.sprog,
    { id: 'adresse', navn: 'adresse', etiket: t.mailadresse, hjaelp: t.mailHjaelp, ...egen },
    'email',
  )
  return formular(k, STI, { skjult: { trin: 'mail' }, felter: [felt], knap: t.gem, klasse: 'button button-secondary' })
}
