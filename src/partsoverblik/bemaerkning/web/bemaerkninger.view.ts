import { type Besoegt, besoegtlinje } from '#partsoverblik/besoeg'
import {
  type Arbejdskontekst,
  alert,
  backLink,
  badge,
  details,
  type Felt,
  formatDato,
  formular,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textArea,
  textInput,
} from '#web'
import { BEMAERKNINGSSLAGS, type Bemaerkning, type Bemaerkningsoenske, gaelder, isIndgribende } from '../bemaerkning.ts'
import { ord } from './texts/index.ts'

export type Bemaerkningsside = {
  /** The visit's own addresses: back to the overview, and this page. */
  readonly tilbage: string
  readonly sti: string
  readonly besoegt: Besoegt
  readonly idag: string
  readonly bemaerkninger: readonly Bemaerkning[]
  readonly gjort: 'gemt' | 'afsluttet' | 'gennemgaaet' | undefined
  readonly fejl: string | undefined
  readonly oenske: Bemaerkningsoenske
  /** Made with the form: what is sent twice is one. */
  readonly noegle: string
}

export const INTET_OENSKE: Bemaerkningsoenske = { slags: '', tekst: '', detalje: '', begrundelse: '', fra: '', til: '' }

/** What stands about the citizen across cases, and the form for more. */
export function bemaerkningerView(k: Arbejdskontekst, side: Bemaerkningsside): Markup {
  const t = ord(k.sprog)
  const liste =
    side.bemaerkninger.length === 0
      ? html`<p>${t.ingen}</p>`
      : html`<ul class="nobullet-list bb-ventende">${side.bemaerkninger.map((en) => html`<li>${bemaerkning(k, side, en)}</li>`)}</ul>`
  return renderArbejdsside(k, {
    fane: t.overskrift,
    indhold: html`${backLink(side.tilbage, t.tilbage)}${besoegtlinje(k, side.besoegt)}${sidehoved(t.overskrift, t.lead)}
${side.gjort ? alert(k.sprog, 'success', { indhold: t[side.gjort] }) : undefined}
${side.fejl === undefined ? undefined : alert(k.sprog, 'error', { overskrift: t.fejlOverskrift, indhold: side.fejl })}
<section class="bb-afsnit" aria-labelledby="staar"><h2 id="staar" class="h3">${t.staar}</h2>${liste}</section>
<section class="bb-afsnit bb-smal" aria-labelledby="ny"><h2 id="ny" class="h3">${t.ny}</h2><p>${t.nyLead}</p>${nyFormular(k, side)}</section>`,
  })
}

function bemaerkning(k: Arbejdskontekst, { sti, idag }: Bemaerkningsside, en: Bemaerkning): Markup {
  const t = ord(k.sprog)
  const dag = (tekst: string) => formatDato(tekst, k.sprog)
  const linjer = [
    t.periode(dag(en.fra), en.til && dag(en.til)),
    t.satAf(en.satAf, dag(en.sat)),
    ...(en.gennemgaasSenest ? [t.gennemgaas(dag(en.gennemgaasSenest))] : []),
  ]
  return html`<div class="bb-flade"><h3 class="h5">${t.slags[en.slags]} ${gaelder(en, idag) ? undefined : badge('neutral', t.endnuIkke)}</h3>
<p>${en.tekst}${en.detalje === '' ? undefined : html`<br>${en.detalje}`}</p>
${en.begrundelse === '' ? undefined : html`<p><strong>${t.begrundelse}:</strong> ${en.begrundelse}</p>`}
<p class="bb-meta">${linjer.map((linje, i) => html`${i > 0 ? html`<br>` : undefined}${linje}`)}</p>
${details(
  html`${t.aendr}<span class="sr-only">: ${t.slags[en.slags]}</span>`,
  html`${trinformular(k, sti, en, 'afslut')}${isIndgribende(en.slags) ? trinformular(k, sti, en, 'gennemgaa') : undefined}`,
)}</div>`
}

const trinformular = (k: Arbejdskontekst, sti: string, { id }: Bemaerkning, trin: 'afslut' | 'gennemgaa'): Markup => {
  const t = ord(k.sprog)
  const felt = { id: `${trin}-${id}`, navn: 'begrundelse', etiket: t[`${trin}Hvorfor`], vaerdi: '' }
  return formular(k, sti, {
    skjult: { trin, bemaerkning: id },
    felter: [textInput(k.sprog, felt)],
    knap: t[trin],
    klasse: 'button button-secondary',
  })
}

function nyFormular(k: Arbejdskontekst, { sti, oenske, noegle }: Bemaerkningsside): Markup {
  const t = ord(k.sprog)
  const f = t.felter
  const felt = (navn: 'tekst' | 'detalje' | 'fra' | 'til' | 'begrundelse'): Felt => ({
    id: `ny-${navn}`,
    navn,
    etiket: f[navn],
    hjaelp: f[`${navn}Hjaelp`],
    vaerdi: oenske[navn],
  })
  const slags = { id: 'ny-slags', navn: 'slags', etiket: f.slags, vaerdi: oenske.slags }
  const valg = BEMAERKNINGSSLAGS.map((vaerdi) => ({ vaerdi, tekst: t.slags[vaerdi] }))
  return formular(k, sti, {
    skjult: { trin: 'ny', noegle },
    felter: [
      select(k.sprog, slags, [{ vaerdi: '', tekst: f.vaelg }, ...valg]),
      textInput(k.sprog, felt('tekst')),
      html`<div class="bb-detaljefelt">${textInput(k.sprog, felt('detalje'))}</div>`,
      textInput(k.sprog, felt('fra')),
      textInput(k.sprog, felt('til')),
      html`<div class="bb-indgribende">${textArea(k.sprog, felt('begrundelse'), 3)}</div>`,
    ],
    knap: t.gem,
  })
}
