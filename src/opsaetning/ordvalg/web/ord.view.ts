import type { Borgerord, Ordslags, Ordversion } from '#klassifikation'
import type { KommuneVisning } from '#overblik'
import { ordeksempelView } from '#overblik'
import {
  type Arbejdskontekst,
  alert,
  badge,
  errorSummary,
  type Felt,
  factList,
  formatTid,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  SPROG,
  table,
  textArea,
  textInput,
} from '#web'
import { FELTMAAL, HOEJST_FORKLARING, HOEJST_NOEGLE, type Laestord, type Ordfelt } from '../laes-ord.ts'
import { type Letlaesning, lix } from '../lix.ts'
import { omraadeFor } from '../standardord.ts'
import { hvadFor, ORDSTI } from './ordliste.view.ts'
import { ord } from './texts/index.ts'

export type Ordside = {
  readonly slags: Ordslags
  /** '' for something that is not on the list yet, and is written in the form. */
  readonly noegle: string
  readonly fagtitel: string | undefined
  readonly kommune: KommuneVisning
  readonly standard: Borgerord | undefined
  readonly eget: Borgerord | undefined
  readonly historik: readonly Ordversion[]
  /** What stands in the form: what was typed, else what holds now. */
  readonly laest: Pick<Laestord, 'felter' | 'fejl'>
  /** What was typed and is not saved, where somebody asked how it would look. */
  readonly udkast: Borgerord | undefined
  readonly besked: { readonly slags: 'success' | 'error'; readonly overskrift?: string; readonly tekst: string } | undefined
  /** Where the form posts to. */
  readonly sti: string
}

/** Words for one thing: the form, how it looks, how easy it is to read, what came with Borgerblikket, and who has chosen what. */
export function ordView(k: Arbejdskontekst, v: Ordside): Markup {
  const t = ord(k.sprog)
  const overskrift = v.noegle === '' ? nytNavn(k, v.slags) : hvadFor(k, v)
  const felter = ordfelter(k, v)
  return renderArbejdsside(k, {
    krummer: [{ tekst: t.liste.overskrift, sti: ORDSTI }, { tekst: overskrift }],
    indhold: html`
<div class="bb-sidehoved"><h1${overskrift.length > 40 ? html` class="bb-langtitel"` : undefined}>${overskrift}</h1></div>
${errorSummary(
  k.sprog,
  felter.map(({ felt }) => felt),
)}
${v.besked && alert(k.sprog, v.besked.slags, { ...(v.besked.overskrift ? { overskrift: v.besked.overskrift } : {}), indhold: v.besked.tekst })}
<div class="bb-ordvalg">
<div>${formular(k, v, felter)}</div>
<div>${eksempelDel(k, v)}${medfoelgerDel(k, v)}</div>
</div>
${historikDel(k, v)}`,
  })
}

const nytNavn = (k: Arbejdskontekst, slags: Ordslags): string => {
  const navne: { readonly [slags: string]: string } = ord(k.sprog).ret.ny
  return navne[slags] ?? ''
}

const saetningsnavn = (k: Arbejdskontekst, slags: Ordslags): string => {
  const navne: { readonly [slags: string]: string } = ord(k.sprog).ret.saetning
  return navne[slags] ?? ''
}

type Formularfelt = { readonly felt: Felt; readonly langt: boolean }

function ordfelter(k: Arbejdskontekst, { slags, noegle, laest }: Ordside): readonly Formularfelt[] {
  const t = ord(k.sprog)
  const { titel, forklaring } = FELTMAAL[slags]
  const felt = (navn: Ordfelt, etiket: string, hoejst: number, hjaelp: string): Felt => {
    const fejl = laest.fejl[navn]
    const besked = fejl && (fejl === 'lang' ? t.fejl.lang(hoejst) : t.fejl[fejl])
    return { id: navn, navn, etiket, hjaelp, vaerdi: laest.felter[navn], ...(besked ? { fejl: besked } : {}) }
  }
  const saetningHjaelp: { readonly [slags: string]: string } = t.ret.saetningHjaelp
  const noegler: { readonly [slags: string]: string } = t.ret.noegle
  const paa = (etiket: string, sprog: 'da' | 'en'): string => `${etiket} ${sprog === 'da' ? t.ret.paaDansk : t.ret.paaEngelsk}`
  const hjaelp = `${saetningHjaelp[slags] ?? ''} ${t.ret.hoejst(HOEJST_FORKLARING)}`
  const nyt = noegle === '' ? [felt('noegle', noegler[slags] ?? '', HOEJST_NOEGLE, t.ret.noegleHjaelp)] : []
  const saetninger =
    forklaring === 'ingen'
      ? []
      : [
          felt('forklaringDa', paa(saetningsnavn(k, slags), 'da'), HOEJST_FORKLARING, hjaelp),
          felt('forklaringEn', paa(saetningsnavn(k, slags), 'en'), HOEJST_FORKLARING, hjaelp),
        ]
  const navne = [
    felt('titelDa', paa(t.ret.navn[slags], 'da'), titel, t.ret.hoejst(titel)),
    felt('titelEn', paa(t.ret.navn[slags], 'en'), titel, t.ret.hoejst(titel)),
  ]
  return [...nyt, ...navne, ...saetninger].map((et) => ({ felt: et, langt: saetninger.includes(et) }))
}

/** Two buttons: the first one, which Enter presses, saves nothing. */
function formular(k: Arbejdskontekst, v: Ordside, felter: readonly Formularfelt[]): Markup {
  const t = ord(k.sprog).ret
  const version = String(v.historik[0]?.version ?? 0)
  return html`<form method="post" action="${v.sti}" class="bb-formular bb-ordformular">${formularfelt(k)}<input type="hidden" name="set" value="${version}">
  ${felter.map(({ felt, langt }) => (langt ? textArea(k.sprog, felt, 3) : textInput(k.sprog, felt)))}
  <div class="bb-knapper"><button type="submit" name="handling" value="vis" class="button button-secondary">${t.vis}</button>
  <button type="submit" name="handling" value="gem" class="button button-primary">${t.gem}</button></div>
</form>
${
  v.eget
    ? html`<form method="post" action="${v.sti}" class="bb-formular">${formularfelt(k)}<input type="hidden" name="set" value="${version}"><p class="bb-meta">${t.standardTekst}</p><button type="submit" name="handling" value="standard" class="button button-secondary">${v.standard ? t.standard : t.fjern}</button></form>`
    : undefined
}`
}

function eksempelDel(k: Arbejdskontekst, v: Ordside): Markup | undefined {
  const t = ord(k.sprog).ret
  const vist = v.udkast ?? v.eget ?? v.standard
  if (!vist) return undefined
  const medStandardsaetning = { ...vist, forklaring: vist.forklaring ?? v.standard?.forklaring }
  const noegle = v.noegle || v.laest.felter.noegle
  const eksempel = {
    slags: v.slags,
    noegle,
    ord: medStandardsaetning,
    kommune: v.kommune,
    omraade: omraadeFor(v.slags, noegle),
    sagstitel: t.eksempelsag,
  }
  return html`<section aria-labelledby="eksempel"><h2 id="eksempel" class="h4">${v.udkast ? t.eksempel : t.eksempelNu}</h2>
  <p class="bb-meta">${v.udkast ? t.eksempelTekst : t.eksempelNuTekst}</p>
  ${SPROG.map(
    (sprog) =>
      html`<div class="bb-flade bb-afsnit"><h3 class="h6">${sprog === 'da' ? t.dansk : t.engelsk}</h3>${ordeksempelView({ sprog, nu: k.nu }, eksempel)}${laesbarhed(k, medStandardsaetning, sprog)}</div>`,
  )}
  <p class="bb-meta">${t.lixForklaring}</p></section>`
}

const LIXFARVE: { readonly [L in Letlaesning]: 'success' | 'info' | 'warning' } = {
  megetLet: 'success',
  let: 'success',
  middel: 'info',
  svaer: 'warning',
  megetSvaer: 'warning',
}

/** Of the sentence where there is one: a name alone is too short to measure by. */
function laesbarhed(k: Arbejdskontekst, vist: Borgerord, sprog: 'da' | 'en'): Markup | undefined {
  const t = ord(k.sprog).ret
  const maal = lix(vist.forklaring?.[sprog] ?? vist.titel[sprog])
  if (!maal) return undefined
  return html`<p class="bb-lix">${badge(LIXFARVE[maal.letlaesning], t.lix(maal.tal, t.lixOrd[maal.letlaesning]))}</p>${
    maal.langeOrd.length > 0 ? html`<p class="bb-meta">${t.langeOrd(maal.langeOrd.join(', '))}</p>` : undefined
  }`
}

function medfoelgerDel(k: Arbejdskontekst, { slags, standard, eget }: Ordside): Markup | undefined {
  const t = ord(k.sprog).ret
  if (!standard) return html`<p class="bb-meta">${t.ingenMedfoelger}</p>`
  // Where they hold already, they are the example above.
  if (!eget) return undefined
  const begge = (tekst: Borgerord['titel']): Markup =>
    html`<span lang="da">${tekst.da}</span><br><span lang="en" class="bb-meta">${tekst.en}</span>`
  return html`<section class="bb-afsnit" aria-labelledby="medfoelger"><h2 id="medfoelger" class="h4">${t.medfoelger}</h2>
  ${factList([
    [t.navn[slags], begge(standard.titel)],
    [saetningsnavn(k, slags), standard.forklaring && begge(standard.forklaring)],
  ])}</section>`
}

function historikDel(k: Arbejdskontekst, { noegle, historik }: Ordside): Markup | undefined {
  const t = ord(k.sprog).ret
  if (noegle === '') return undefined
  return html`<section class="bb-afsnit" aria-labelledby="historik"><h2 id="historik" class="h4">${t.historik}</h2>
  ${
    historik.length === 0
      ? html`<p>${t.ingenHistorik}</p>`
      : table(
          t.historik,
          [
            { overskrift: t.tid, celle: ({ tid }: Ordversion) => formatTid(tid, k.sprog, k.nu) },
            { overskrift: t.hvem, celle: ({ medarbejder }) => medarbejder },
            {
              overskrift: t.valg,
              celle: ({ ord: valgt }) =>
                valgt
                  ? html`<span lang="da">${valgt.titel.da}${valgt.forklaring ? `: ${valgt.forklaring.da}` : ''}</span><br><span lang="en" class="bb-meta">${valgt.titel.en}${valgt.forklaring ? `: ${valgt.forklaring.en}` : ''}</span>`
                  : t.tilbage,
            },
          ],
          historik,
        )
  }</section>`
}
