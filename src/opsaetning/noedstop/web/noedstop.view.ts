import { LIVSOMRAADER } from '#klassifikation'
import type { Stopforloeb, Stopperson, Stopslags } from '#visning'
import { STOPSLAGS } from '#visning'
import {
  type Arbejdskontekst,
  alert,
  errorSummary,
  type Felt,
  formatListe,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  table,
  textArea,
  textInput,
  type Valgmulighed,
} from '#web'
import type { Beroert } from '../beroert.ts'
import { aktivtStop, dag, hvadOf, hvemOf, STI, type Stopord } from './dele.ts'
import type { Stopformular } from './laes-formular.ts'
import { ord } from './texts/index.ts'

/** All that the page shows. */
export type Noedstopside = Stopord & {
  readonly mig: Stopperson
  readonly aktive: readonly Stopforloeb[]
  readonly aabnede: readonly Stopforloeb[]
  /** Who may stop and open, in the municipality. */
  readonly rolleindehavere: readonly Stopperson[]
  /** What was just done, and how much it hides where that is counted. */
  readonly gjort: { readonly stop: Stopforloeb; readonly beroert: Beroert | undefined } | undefined
  /** A step that was refused. */
  readonly afvist: string | undefined
  readonly formular: Stopformular
}

/** What is stopped, how to stop something, who may open, and what was opened. */
export function noedstopView(k: Arbejdskontekst, side: Noedstopside): Markup {
  const t = ord(k.sprog)
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${side.afvist === undefined ? undefined : alert(k.sprog, 'error', { overskrift: t.fejl.overskrift, indhold: side.afvist })}
${errorSummary(k.sprog, feltfejl(side.formular))}
${side.gjort && kvittering(k, side, side.gjort)}
<section class="bb-afsnit" aria-labelledby="nyt"><h2 id="nyt" class="h3">${t.nyt.overskrift}</h2><p>${t.nyt.lead}</p>
${STOPSLAGS.map((slags) => stopformular(k, side, slags))}</section>
<section class="bb-afsnit" aria-labelledby="aktive"><h2 id="aktive" class="h3">${t.aktive.overskrift}</h2>
${side.aktive.length === 0 ? html`<p>${t.aktive.ingen}</p>` : html`<ul class="nobullet-list bb-ventende">${side.aktive.map((stop) => html`<li>${aktivtStop(k, side, stop)}</li>`)}</ul>`}</section>
<section class="bb-afsnit" aria-labelledby="hvem"><h2 id="hvem" class="h3">${t.hvem.overskrift}</h2><p>${
      side.rolleindehavere.length === 0
        ? t.hvem.ingen
        : t.hvem.tekst(
            formatListe(
              side.rolleindehavere.map(({ navn }) => navn),
              k.sprog,
            ),
          )
    }</p></section>
<section class="bb-afsnit" aria-labelledby="historik"><h2 id="historik" class="h3">${t.historik.overskrift}</h2>${historik(k, side)}</section>`,
  })
}

function kvittering(k: Arbejdskontekst, side: Stopord, { stop, beroert }: NonNullable<Noedstopside['gjort']>): Markup {
  const t = ord(k.sprog).kvittering
  const trin = stop.haendelser.at(-1)?.trin ?? 'stoppet'
  const tekst = t[`${trin}Hvad`](hvadOf(k, side, stop))
  const antal = beroert && trin === 'stoppet' ? html`<p>${t.beroert(beroert.ting, beroert.borgere)}</p>` : undefined
  return alert(k.sprog, 'success', { overskrift: t[trin], indhold: html`<p>${tekst}</p>${antal}` })
}

const feltId = (slags: Stopslags | undefined, navn: 'vaerdi' | 'begrundelse'): string => `${navn}-${slags ?? 'ting'}`

/** The fields of the form that was sent, with what is wrong. */
const feltfejl = ({ slags, vaerdi, begrundelse, fejl }: Stopformular): readonly Felt[] => [
  { id: feltId(slags, 'vaerdi'), navn: 'vaerdi', etiket: '', vaerdi, ...(fejl.vaerdi ? { fejl: fejl.vaerdi } : {}) },
  {
    id: feltId(slags, 'begrundelse'),
    navn: 'begrundelse',
    etiket: '',
    vaerdi: begrundelse,
    ...(fejl.begrundelse ? { fejl: fejl.begrundelse } : {}),
  },
]

/** One kind of stop: its form opens without script, and stands open where it was sent or led to. */
function stopformular(k: Arbejdskontekst, side: Noedstopside, slags: Stopslags): Markup {
  const t = ord(k.sprog).nyt
  const sendt = side.formular.slags === slags ? side.formular : undefined
  const [vaerdi, begrundelse] = feltfejl(sendt ?? { slags, vaerdi: '', begrundelse: '', fejl: {} })
  if (!vaerdi || !begrundelse) throw new TypeError('The form has two fields')
  const valgt = { ...vaerdi, etiket: t.vaerdi[slags], hjaelp: t.hjaelp[slags] }
  const felter = [
    slags === 'ting'
      ? textInput(k.sprog, valgt)
      : select(k.sprog, valgt, [{ vaerdi: '', tekst: t.vaelg }, ...muligheder(k, side, slags)]),
    textArea(k.sprog, { ...begrundelse, etiket: t.begrundelse, hjaelp: t.begrundelseHjaelp }, 3),
  ]
  return html`<details class="details"${sendt ? html` open` : undefined}><summary class="details-summary">${ord(k.sprog).slags[slags]}</summary><div class="details-text">
<form method="post" action="${STI}" class="bb-formular">${formularfelt(k)}<input type="hidden" name="slags" value="${slags}">
${felter}
<button type="submit" class="button button-warning">${t.knap}</button></form></div></details>`
}

function muligheder(
  k: Arbejdskontekst,
  { kilder, dokumenttyper }: Stopord,
  slags: Exclude<Stopslags, 'ting'>,
): readonly Valgmulighed[] {
  const valg = (par: Iterable<readonly [string, string]>): readonly Valgmulighed[] =>
    [...par].map(([vaerdi, tekst]) => ({ vaerdi, tekst })).sort((a, b) => a.tekst.localeCompare(b.tekst, k.sprog))
  switch (slags) {
    case 'dokumenttype':
      return valg(dokumenttyper)
    case 'kilde':
      return valg(kilder)
    case 'omraade':
      return LIVSOMRAADER.map(({ noegle, navn }) => ({ vaerdi: noegle, tekst: navn[k.sprog] }))
  }
}

function historik(k: Arbejdskontekst, side: Noedstopside): Markup {
  const t = ord(k.sprog).historik
  if (side.aabnede.length === 0) return html`<p>${t.ingen}</p>`
  return table(
    t.overskrift,
    [
      { overskrift: t.kolonner.hvad, celle: (stop) => hvadOf(k, side, stop) },
      { overskrift: t.kolonner.stoppet, celle: (stop) => t.af(dag(k, stop.siden), hvemOf(k, side.mig, stop.af)) },
      { overskrift: t.kolonner.aabnet, celle: (stop) => openedBy(k, side.mig, stop) },
      { overskrift: t.kolonner.hvorfor, celle: (stop) => reasons(stop) },
    ],
    side.aabnede,
  )
}

/** The two who opened it; one that is not open has none. */
function openedBy(k: Arbejdskontekst, mig: Stopperson, { haendelser }: Stopforloeb): string {
  const bekraeftet = haendelser.at(-1)
  const forslag = haendelser.find(({ nr }) => nr === bekraeftet?.forslag?.nr)
  if (!bekraeftet || !forslag) return ''
  return ord(k.sprog).historik.afTo(dag(k, bekraeftet.tid), hvemOf(k, mig, forslag.af), hvemOf(k, mig, bekraeftet.af))
}

/** Why it was stopped, and what was said when it was opened. */
const reasons = ({ begrundelse, haendelser }: Stopforloeb): Markup => {
  const sidste = haendelser.findLast(({ trin }) => trin === 'foreslaaet')
  return html`${begrundelse}${sidste ? html`<p class="bb-meta">${sidste.begrundelse}</p>` : undefined}`
}
