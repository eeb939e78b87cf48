import type { Kilde } from '#kilde'
import { KENDTE_SLAGS } from '#kilde'
import { LIVSOMRAADER, type LivsomraadeNoegle } from '#klassifikation'
import {
  type Arbejdskontekst,
  alert,
  badge,
  checkboxes,
  errorSummary,
  formatListe,
  formatTid,
  formular,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  stort,
  table,
  textInput,
} from '#web'
import { FORVENTNING_SAETNINGER, type Forventningsafvisning } from '../forventning.errors.ts'
import type { Forventninger, Forventningsskridt } from '../sig-forventning.ts'
import { afsnit, omraadenavn, slagsliste, slagsord, tal } from './dele.ts'
import { FORVENTNING, STI } from './stier.ts'
import { ord } from './texts/index.ts'

export type Forventningsside = {
  readonly forventninger: Forventninger
  /** The municipality's own sources, to be reminded by. */
  readonly kilder: readonly Kilde[]
  readonly maaAendre: boolean
}

/** What was typed for one area, and what is wrong with it. */
export type Forventningsformular = {
  readonly omraade: LivsomraadeNoegle | undefined
  readonly slags: readonly string[]
  readonly aarsag: string
  readonly fejl: { readonly aarsag?: true; readonly slags?: true; readonly omraade?: true }
}

export type Forventningsudfald =
  | { readonly type: 'gemt'; readonly skridt: Forventningsskridt }
  | { readonly type: 'fejl'; readonly formular: Forventningsformular }
  | { readonly type: 'afvist'; readonly afvisning: Forventningsafvisning }

const HOEJST_VISTE = 50

/** Which kinds of system could hold something in each area, who has said so, and the forms by which it is said. */
export function forventningView(k: Arbejdskontekst, side: Forventningsside, udfald?: Forventningsudfald): Markup {
  const t = ord(k.sprog).forventning
  return renderArbejdsside(k, {
    krummer: [{ tekst: ord(k.sprog).feltside.krumme, sti: STI }, { tekst: t.overskrift }],
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
${besked(k, udfald)}
<p class="bb-smal">${t.om}${side.maaAendre ? undefined : ` ${t.laeser}`}</p>
<ul class="bb-liste bb-forventninger">${LIVSOMRAADER.map(({ noegle }) => html`<li class="bb-flade" id="${noegle}">${omraadedel(k, side, noegle, udfald)}</li>`)}</ul>
${afsnit('historik', t.historik, historik(k, side.forventninger.skridt))}
<p class="bb-knapper d-print-none"><a class="button button-secondary" href="${STI}">${t.tilKort}</a></p>`,
  })
}

function besked(k: Arbejdskontekst, udfald: Forventningsudfald | undefined): Markup | undefined {
  const t = ord(k.sprog).forventning
  if (udfald?.type === 'gemt') {
    const { omraade, slags } = udfald.skridt
    const tekst = t.kvitteringTekst(omraadenavn(k.sprog, omraade), slagsliste(k.sprog, slags))
    return alert(k.sprog, 'success', { overskrift: t.kvittering, indhold: html`<p>${tekst}</p>` })
  }
  if (udfald?.type === 'afvist')
    return alert(k.sprog, 'error', { overskrift: t.fejl.overskrift, indhold: FORVENTNING_SAETNINGER[udfald.afvisning][k.sprog] })
  if (udfald?.type !== 'fejl') return undefined
  const { fejl, omraade } = udfald.formular
  if (!omraade) return alert(k.sprog, 'error', { overskrift: t.fejl.overskrift, indhold: t.fejl.omraade })
  const felt = (navn: 'slags' | 'aarsag') => ({
    id: `${navn}-${omraade}`,
    navn,
    etiket: '',
    vaerdi: '',
    ...(fejl[navn] ? { fejl: t.fejl[navn] } : {}),
  })
  return errorSummary(k.sprog, [felt('slags'), felt('aarsag')])
}

function omraadedel(
  k: Arbejdskontekst,
  side: Forventningsside,
  omraade: LivsomraadeNoegle,
  udfald: Forventningsudfald | undefined,
): Markup {
  const t = ord(k.sprog).forventning
  const slags = side.forventninger.gaeldende.get(omraade) ?? []
  const ukendt = slags.length === 0
  return html`<div class="bb-forventning"><h2 class="h5">${omraadenavn(k.sprog, omraade)}</h2>
${ukendt ? html`<p>${badge('warning', t.ukendt)} ${t.ukendtHjaelp}</p>` : html`<p>${slagsliste(k.sprog, slags)}</p>`}</div>
${side.maaAendre ? retdel(k, side, omraade, udfald) : undefined}`
}

/** The form of an area: opens without script, and stands open where it was sent with a fault. */
function retdel(
  k: Arbejdskontekst,
  { forventninger, kilder }: Forventningsside,
  omraade: LivsomraadeNoegle,
  udfald: Forventningsudfald | undefined,
): Markup {
  const t = ord(k.sprog).forventning
  const gaeldende = forventninger.gaeldende.get(omraade) ?? []
  const sendt = udfald?.type === 'fejl' && udfald.formular.omraade === omraade ? udfald.formular : undefined
  const valgte = sendt?.slags ?? gaeldende
  const hosJer = (slags: string): string => {
    const navne = kilder.filter((kilde) => kilde.slags === slags).map(({ navn }) => navn)
    const ordet = slagsord(k.sprog, slags)
    return navne.length === 0 ? ordet : `${ordet} (${t.hosJer(formatListe(navne, k.sprog))})`
  }
  const navn = omraadenavn(k.sprog, omraade)
  const felter = [
    checkboxes(
      k.sprog,
      {
        id: `slags-${omraade}`,
        navn: 'slags',
        etiket: t.felt(navn),
        hjaelp: t.feltHjaelp,
        valgte,
        ...(sendt?.fejl.slags ? { fejl: t.fejl.slags } : {}),
      },
      KENDTE_SLAGS.map((vaerdi) => ({ vaerdi, tekst: hosJer(vaerdi) })),
    ),
    textInput(k.sprog, {
      id: `aarsag-${omraade}`,
      navn: 'aarsag',
      etiket: t.aarsag,
      hjaelp: t.aarsagHjaelp,
      vaerdi: sendt?.aarsag ?? '',
      ...(sendt?.fejl.aarsag ? { fejl: t.fejl.aarsag } : {}),
    }),
  ]
  const skjult = { omraade, nr: String(forventninger.nr) }
  return html`<details class="details"${sendt ? html` open` : undefined}><summary class="details-summary">${gaeldende.length === 0 ? t.sig : t.ret}<span class="sr-only">: ${navn}</span></summary><div class="details-text">${formular(
    k,
    FORVENTNING,
    { skjult, felter, knap: t.gem },
  )}</div></details>`
}

function historik(k: Arbejdskontekst, skridt: readonly Forventningsskridt[]): Markup {
  const t = ord(k.sprog).forventning
  if (skridt.length === 0) return html`<p>${t.ingenHistorik}</p>`
  const viste = skridt.slice(-HOEJST_VISTE).toReversed()
  return html`${table(
    t.historik,
    [
      {
        overskrift: t.kolonner.hvornaar,
        celle: ({ tid }) => stort(formatTid(tid, k.sprog, k.nu)),
      },
      { overskrift: t.kolonner.hvem, celle: ({ af }) => af.navn },
      { overskrift: t.kolonner.omraade, celle: ({ omraade }) => omraadenavn(k.sprog, omraade) },
      { overskrift: t.kolonner.slags, celle: ({ slags }) => slagsliste(k.sprog, slags) },
      { overskrift: t.kolonner.hvorfor, celle: ({ aarsag }) => aarsag },
    ],
    viste,
  )}${skridt.length > HOEJST_VISTE ? html`<p class="bb-meta">${t.kunSeneste(tal(k, HOEJST_VISTE))}</p>` : undefined}`
}
