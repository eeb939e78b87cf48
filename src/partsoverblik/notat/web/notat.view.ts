import { FUNDTEKSTER, type Fund } from '#kvalitet/titeltjek'
import { type Besoegt, besoegtlinje } from '#partsoverblik/besoeg'
import {
  type Arbejdskontekst,
  alert,
  backLink,
  badge,
  details,
  formatTid,
  formular,
  html,
  type Maerkat,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textArea,
  textInput,
} from '#web'
import type { Notatfund, SkrevetNotat } from '../notat.ts'
import type { Notatsag } from '../skriv-notat.ts'
import type { Notattilstand } from '../tilstand.ts'
import { ord } from './texts/index.ts'

/** A case as the form names it: by what means nothing outside the visit. */
export type Sagsvalg = Omit<Notatsag, 'id' | 'kle'> & { readonly ref: string }

export type Notatside = {
  readonly tilbage: string
  readonly sti: string
  readonly besoegt: Besoegt
  readonly sager: readonly Sagsvalg[]
  readonly notater: readonly SkrevetNotat[]
  readonly noegle: string
  readonly valgt: { readonly sag: string; readonly titel: string; readonly tekst: string }
  readonly fund: Notatfund
  /** What was found is to be looked at, and can be sent as it is. */
  readonly kanSendes: boolean
  readonly fejl: string | undefined
  readonly sendt: boolean
}

/** A note is written, and how it is with those before it. */
export function notatView(k: Arbejdskontekst, side: Notatside): Markup {
  const t = ord(k.sprog)
  const skrevne =
    side.notater.length === 0
      ? html`<p>${t.ingenSkrevne}</p>`
      : html`<ul class="nobullet-list bb-ventende">${side.notater.map((notat) => html`<li>${skrevet(k, notat)}</li>`)}</ul>`
  return renderArbejdsside(k, {
    fane: t.overskrift,
    indhold: html`${backLink(side.tilbage, t.tilbage)}${besoegtlinje(k, side.besoegt)}${sidehoved(t.overskrift, t.lead)}
${side.sendt ? alert(k.sprog, 'success', { indhold: t.sendt }) : undefined}
${side.fejl === undefined ? undefined : alert(k.sprog, side.kanSendes ? 'warning' : 'error', { overskrift: t.fejlOverskrift, indhold: html`<p>${side.fejl}</p>${fundliste(k, side)}` })}
<section class="bb-afsnit bb-smal bb-bred" aria-labelledby="nyt"><h2 id="nyt" class="h3">${t.nyt}</h2>${side.sager.length === 0 ? html`<p>${t.ingenSager}</p>` : notatformular(k, side)}</section>
<section class="bb-afsnit" aria-labelledby="skrevne"><h2 id="skrevne" class="h3">${t.skrevne}</h2>${skrevne}</section>`,
  })
}

/** What was found, each with the words it is about. */
function fundliste(k: Arbejdskontekst, { fund, valgt }: Notatside): Markup | undefined {
  const t = ord(k.sprog).fund
  const liste = (navn: string, alle: readonly Fund[], tekst: string) =>
    alle.length === 0
      ? undefined
      : html`<p><strong>${navn}</strong></p><ul>${alle.slice(0, 20).map(({ kode, fra, til }) => html`<li>${FUNDTEKSTER[kode][k.sprog]}${til - fra < 100 ? html` “${tekst.slice(fra, til)}”` : undefined}</li>`)}</ul>`
  const forslag = fund.titelforslag
  return html`${liste(t.titel, fund.titel, valgt.titel.trim())}${liste(t.tekst, fund.tekst, valgt.tekst.replaceAll('\r\n', '\n').trim())}${forslag === undefined ? undefined : html`<p><strong>${t.forslag}:</strong> ${forslag}</p>`}`
}

function notatformular(k: Arbejdskontekst, { sti, sager, valgt, noegle, kanSendes }: Notatside): Markup {
  const t = ord(k.sprog)
  const f = t.felter
  const valg = sager.map(({ ref, titel, nummer }) => ({ vaerdi: ref, tekst: [titel, nummer].filter(Boolean).join(' · ') }))
  return formular(k, sti, {
    skjult: { noegle, ...(kanSendes ? { set: 'ja' } : {}) },
    felter: [
      select(k.sprog, { id: 'sag', navn: 'sag', etiket: f.sag, vaerdi: valgt.sag }, [{ vaerdi: '', tekst: f.vaelg }, ...valg]),
      textInput(k.sprog, { id: 'titel', navn: 'titel', etiket: f.titel, hjaelp: f.titelHjaelp, vaerdi: valgt.titel }),
      textArea(k.sprog, { id: 'tekst', navn: 'tekst', etiket: f.tekst, hjaelp: f.tekstHjaelp, vaerdi: valgt.tekst }, 10),
    ],
    knap: kanSendes ? t.sendAlligevel : t.send,
  })
}

const MAERKAT: Readonly<Record<Notattilstand, Maerkat>> = {
  venter: 'info',
  hentet: 'info',
  journaliseret: 'success',
  afvist: 'error',
  foraeldet: 'warning',
}

function skrevet(k: Arbejdskontekst, { tilstand, indhold, afNavn, skrevet: tid, grund, grundtekst }: SkrevetNotat): Markup {
  const t = ord(k.sprog)
  const opgivet = tilstand === 'afvist' || tilstand === 'foraeldet'
  return html`<div class="bb-flade"><h3 class="h5">${indhold?.titel ?? t.udenTitel} ${badge(MAERKAT[tilstand], t.tilstand[tilstand])}</h3>
${grund ? html`<p>${t.grund[grund]} ${grundtekst}</p>` : undefined}${opgivet && indhold ? html`<p>${t.opgivet}</p>` : undefined}
<p class="bb-meta">${t.skrevetAf(afNavn, formatTid(tid, k.sprog, k.nu))}</p>
${indhold ? details(html`${t.visTekst}<span class="sr-only">: ${indhold.titel}</span>`, html`<p class="bb-notattekst">${indhold.tekst}</p>`) : undefined}</div>`
}
