import { kommuneMedCvr } from '#myndighed'
import { danskDag } from '#platform/clock'
import {
  type Arbejdskontekst,
  alert,
  arbejdstekster,
  breadcrumbs,
  details,
  errorSummary,
  type Felt,
  formatDato,
  formularfelt,
  html,
  type Kolonne,
  type Markup,
  renderArbejdsside,
  type Sprog,
  select,
  startsti,
  table,
  textInput,
} from '#web'
import { ROLLER } from '../medarbejder.ts'
import type { TildelingRaekke } from '../rolle.sql.ts'
import { type Rolletekster, rollerDa } from './texts/roller.da.ts'
import { rollerEn } from './texts/roller.en.ts'

export const rolletekster = (sprog: Sprog): Rolletekster => (sprog === 'da' ? rollerDa : rollerEn)

export const rollersti = (k: Pick<Arbejdskontekst, 'maalgruppe'>): string => `${startsti(k.maalgruppe)}/roller`

export type Rolleliste = {
  readonly tildelinger: readonly TildelingRaekke[]
  /** Who looks: "Dig" where they gave it themselves. */
  readonly mig: string
  /** True for those who give and take away. */
  readonly styrer: boolean
  /** True for those who look over who has which rights, too. */
  readonly gennemgang: boolean
  /** A receipt for what was just done. */
  readonly kvittering: string | undefined
}

/** Who has which role, by organisation, and what has ended. */
export function rollerView(k: Arbejdskontekst, liste: Rolleliste): Markup {
  const t = rolletekster(k.sprog)
  const organisationer = [...new Set(liste.tildelinger.map(({ cvr }) => cvr))]
  return renderArbejdsside(k, {
    indhold: html`<h1>${t.navn}</h1>
${liste.kvittering === undefined ? undefined : alert(k.sprog, 'success', { overskrift: t.kvittering, indhold: html`<p>${liste.kvittering}</p>` })}
<p class="font-lead">${t.indledning[k.maalgruppe ?? 'drift']}</p>
${liste.styrer ? html`<p class="bb-knapper"><a class="button button-primary" href="${rollersti(k)}/ny">${t.giv}</a></p>` : undefined}
${liste.gennemgang ? html`<p><a href="${rollersti(k)}/attest">${t.gennemgang}</a></p>` : undefined}
${organisationer.length === 0 ? html`<p>${t.ingen}</p>` : undefined}
${organisationer.map((cvr) => organisation(k, liste, cvr))}`,
  })
}

function organisation(k: Arbejdskontekst, liste: Rolleliste, cvr: TildelingRaekke['cvr']): Markup {
  const t = rolletekster(k.sprog)
  const egne = liste.tildelinger.filter((en) => en.cvr === cvr)
  const [gaelder, andre] = [egne.filter((en) => en.gaelder), egne.filter((en) => !en.gaelder)]
  const kommune = kommuneMedCvr(cvr)?.navn
  const nummer = `CVR\u00a0${cvr}`
  const navn = kommune ? `${kommune} · ${nummer}` : nummer
  return html`<section class="bb-afsnit"><h2 class="h3">${navn}</h2>
${gaelder.length === 0 ? html`<p>${t.ingen}</p>` : table(navn, kolonner(k, liste), gaelder)}
${liste.styrer && andre.length > 0 ? details(t.ophoerte(andre.length), table(t.ophoerte(andre.length), ophoerte(k, liste), andre)) : undefined}
</section>`
}

function kolonner(k: Arbejdskontekst, liste: Rolleliste): Kolonne<TildelingRaekke>[] {
  const t = rolletekster(k.sprog)
  const roller = arbejdstekster(k.sprog).roller
  const faelles: Kolonne<TildelingRaekke>[] = [
    { overskrift: t.kolonner.navn, celle: ({ navn }) => navn },
    { overskrift: t.kolonner.rolle, celle: ({ rolle }) => roller[rolle] },
    {
      overskrift: t.kolonner.fra,
      celle: ({ gaelder_fra }) => html`<span class="bb-dato">${formatDato(danskDag(gaelder_fra), k.sprog)}</span>`,
    },
  ]
  if (!liste.styrer) return faelles
  return [
    ...faelles,
    { overskrift: t.kolonner.givetAf, celle: (en) => giver(k, liste, en.givet_af) },
    { overskrift: t.kolonner.hvorfor, celle: ({ begrundelse }) => begrundelse },
    {
      overskrift: t.kolonner.fratag,
      celle: (en) =>
        html`<a href="${rollersti(k)}/${en.tildeling_id}/fratag">${t.fratagKnap}<span class="sr-only"> ${t.fratagNavn(roller[en.rolle], en.navn)}</span></a>`,
    },
  ]
}

function ophoerte(k: Arbejdskontekst, liste: Rolleliste): Kolonne<TildelingRaekke>[] {
  const t = rolletekster(k.sprog)
  const dag = (tid: TildelingRaekke['gaelder_fra']) => formatDato(danskDag(tid), k.sprog)
  const slut = ({ ophoert, gaelder_til }: TildelingRaekke) => ophoert ?? gaelder_til
  return [
    { overskrift: t.kolonner.navn, celle: ({ navn }) => navn },
    { overskrift: t.kolonner.rolle, celle: ({ rolle }) => arbejdstekster(k.sprog).roller[rolle] },
    {
      overskrift: t.kolonner.periode,
      celle: (en) => {
        const til = slut(en)
        return til ? `${dag(en.gaelder_fra)} – ${dag(til)}` : dag(en.gaelder_fra)
      },
    },
    { overskrift: t.kolonner.givetAf, celle: (en) => giver(k, liste, en.frataget_af ?? en.givet_af) },
    { overskrift: t.kolonner.hvorfor, celle: (en) => en.ophoer_begrundelse ?? en.begrundelse },
  ]
}

/** An employee by the name they have in the list; a command by the login that ran it. */
function giver(k: Arbejdskontekst, { tildelinger, mig }: Rolleliste, af: string): string {
  const t = rolletekster(k.sprog)
  if (af === mig) return t.duSelv
  return tildelinger.find(({ medarbejder_id }) => medarbejder_id === af)?.navn ?? t.kommando(af.replace(/^drift:/, ''))
}

export const ROLLEFELTER = ['navn', 'cvr', 'id', 'rolle', 'begrundelse'] as const
export type Rollefelt = (typeof ROLLEFELTER)[number]
export type Rolleformular = {
  readonly vaerdier: Readonly<Record<Rollefelt, string>>
  readonly fejl: Partial<Readonly<Record<Rollefelt, string>>>
}

const krummer = (k: Arbejdskontekst, denne: string): Markup =>
  breadcrumbs(k.sprog, [{ tekst: rolletekster(k.sprog).navn, sti: rollersti(k) }, { tekst: denne }])

function feltOf(k: Arbejdskontekst, { vaerdier, fejl }: Rolleformular, navn: Rollefelt): Felt {
  const t = rolletekster(k.sprog).felter
  const hjaelp = navn === 'rolle' ? undefined : t[`${navn}Hjaelp`]
  const brud = fejl[navn]
  return {
    id: navn,
    navn,
    etiket: t[navn],
    vaerdi: vaerdier[navn],
    ...(hjaelp === undefined ? {} : { hjaelp }),
    ...(brud === undefined ? {} : { fejl: brud }),
  }
}

/** The form by which a role is given; keeps what was typed. */
export function givRolleView(k: Arbejdskontekst, formular: Rolleformular): Markup {
  const t = rolletekster(k.sprog)
  const roller = arbejdstekster(k.sprog).roller
  const valg = ROLLER.map((rolle) => ({ vaerdi: rolle, tekst: roller[rolle] }))
  const felt = (navn: Rollefelt) => feltOf(k, formular, navn)
  return renderArbejdsside(k, {
    indhold: html`<div class="bb-smal">${krummer(k, t.giv)}
<h1>${t.giv}</h1>
${errorSummary(k.sprog, ROLLEFELTER.map(felt))}
<form method="post" action="${rollersti(k)}/ny">${formularfelt(k)}
${textInput(k.sprog, felt('navn'))}
${textInput(k.sprog, felt('cvr'))}
${textInput(k.sprog, felt('id'))}
${select(k.sprog, felt('rolle'), [{ vaerdi: '', tekst: t.fejl.rolle }, ...valg])}
${textInput(k.sprog, felt('begrundelse'))}
<p class="bb-knapper"><button type="submit" class="button button-primary">${t.gem}</button></p>
</form></div>`,
  })
}

/** The page that asks why a role is taken away. */
export function fratagRolleView(
  k: Arbejdskontekst,
  tildeling: TildelingRaekke,
  { begrundelse, fejl }: { readonly begrundelse: string; readonly fejl: string | undefined },
): Markup {
  const t = rolletekster(k.sprog)
  const formular = {
    vaerdier: { navn: '', cvr: '', id: '', rolle: '', begrundelse },
    fejl: fejl === undefined ? {} : { begrundelse: fejl },
  }
  const felt = feltOf(k, formular, 'begrundelse')
  return renderArbejdsside(k, {
    indhold: html`<div class="bb-smal">${krummer(k, t.fratag.overskrift)}
<h1>${t.fratag.overskrift}</h1>
${errorSummary(k.sprog, [felt])}
<p class="font-lead">${t.fratag.hvad(arbejdstekster(k.sprog).roller[tildeling.rolle], tildeling.navn)}</p>
<form method="post" action="${rollersti(k)}/${tildeling.tildeling_id}/fratag">${formularfelt(k)}
${textInput(k.sprog, felt)}
<p class="bb-knapper"><button type="submit" class="button button-primary">${t.fratag.gem}</button> <a href="${rollersti(k)}">${t.fratag.fortryd}</a></p>
</form></div>`,
  })
}
