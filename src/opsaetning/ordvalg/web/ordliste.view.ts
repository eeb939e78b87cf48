import type { Ordslags } from '#klassifikation'
import { ORDSLAGS } from '#klassifikation'
import {
  type Arbejdskontekst,
  alert,
  badge,
  formatAntal,
  html,
  type Markup,
  pagination,
  renderArbejdsside,
  select,
  sidehoved,
  textInput,
} from '#web'
import { toOrdId } from '../ordnoegle.ts'
import type { Ordlinje, Ordsoegning } from '../standardord.ts'
import { ord } from './texts/index.ts'

export const ORDSTI = '/kommune/ord'
const PR_SIDE = 25

export type Ordliste = {
  readonly soegning: Ordsoegning
  readonly linjer: readonly Ordlinje[]
  /** Counted from 1; beyond the last it is the last. */
  readonly side: number
  readonly kvittering: 'gemt' | 'tilbage' | undefined
}

/** What words there are, searchable, a line each with the words that hold now. */
export function ordlisteView(k: Arbejdskontekst, { soegning, linjer, side, kvittering }: Ordliste): Markup {
  const t = ord(k.sprog).liste
  const sider = Math.max(1, Math.ceil(linjer.length / PR_SIDE))
  const nuvaerende = Math.min(Math.max(1, side), sider)
  const viste = linjer.slice((nuvaerende - 1) * PR_SIDE, nuvaerende * PR_SIDE)
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
${kvittering && alert(k.sprog, 'success', { indhold: t[kvittering] })}
${soegeform(k, soegning)}
<section class="bb-afsnit" aria-labelledby="fundne"><h2 id="fundne" class="h4">${t.fundne(formatAntal(linjer.length, k.sprog), linjer.length)}</h2>
${viste.length > 0 ? html`<ul class="bb-liste bb-raekker">${viste.map((linje) => ordraekke(k, linje))}</ul>` : html`<p>${t.ingen}</p>`}
${pagination(k.sprog, nuvaerende, sider, (nr) => listesti(soegning, nr))}
</section>
<section class="bb-flade bb-graa bb-afsnit" aria-labelledby="ny"><h2 id="ny">${t.ny}</h2><p>${t.nyTekst}</p>
<p><a href="${ORDSTI}/ny/sagsstatus">${t.nyStatus}</a><br><a href="${ORDSTI}/ny/ydelse">${t.nyYdelse}</a></p></section>`,
  })
}

function soegeform(k: Arbejdskontekst, { soeg, slags, kunEgne }: Ordsoegning): Markup {
  const t = ord(k.sprog)
  return html`<form class="bb-filter" method="get" action="${ORDSTI}" role="search">
  <div class="bb-soeg">${textInput(k.sprog, { id: 'soeg', navn: 'soeg', etiket: t.liste.soeg, hjaelp: t.liste.soegHjaelp, vaerdi: soeg }, 'search')}</div>
  ${select(k.sprog, { id: 'slags', navn: 'slags', etiket: t.liste.slags, vaerdi: slags ?? '' }, [
    { vaerdi: '', tekst: t.liste.alle },
    ...ORDSLAGS.map((vaerdi) => ({ vaerdi, tekst: t.slags[vaerdi] })),
  ])}
  ${select(k.sprog, { id: 'egne', navn: 'egne', etiket: t.liste.kunEgne, vaerdi: kunEgne ? 'ja' : '' }, [
    { vaerdi: '', tekst: t.liste.allesOrd },
    { vaerdi: 'ja', tekst: t.liste.voresOrd },
  ])}
  <div class="bb-knapper"><button class="button button-primary" type="submit">${t.liste.find}</button></div>
</form>`
}

function ordraekke(k: Arbejdskontekst, linje: Ordlinje): Markup {
  const t = ord(k.sprog)
  const gaeldende = linje.eget ?? linje.standard
  return html`<li><div>
  <p class="bb-titel"><a class="bb-raekkelink" href="${ordsti(linje.slags, linje.noegle)}">${gaeldende?.titel[k.sprog] ?? linje.noegle}</a></p>
  ${gaeldende?.forklaring ? html`<p class="bb-status">${gaeldende.forklaring[k.sprog]}</p>` : undefined}
  <p class="bb-meta">${hvadFor(k, linje)}</p>
</div><div class="bb-side2">${linje.eget ? badge('info', t.liste.egne) : badge('neutral', t.liste.medfoelger)}</div></li>`
}

/** What the words are for, as colleagues call it. */
export function hvadFor(
  k: Arbejdskontekst,
  { slags, noegle, fagtitel }: Pick<Ordlinje, 'slags' | 'noegle' | 'fagtitel'>,
): string {
  const t = ord(k.sprog)
  if (slags === 'kle') return t.ret.kleTitel(noegle, fagtitel)
  const trin: { readonly [trin: string]: string } = t.trin
  return `${t.slags[slags]}: ${slags === 'fremdrift' ? trin[noegle] : noegle}`
}

export const ordsti = (slags: Ordslags, noegle: string): string => `${ORDSTI}/${slags}/${toOrdId(slags, noegle)}`

function listesti({ soeg, slags, kunEgne }: Ordsoegning, side: number): string {
  const felter = new URLSearchParams({ soeg, slags: slags ?? '', egne: kunEgne ? 'ja' : '', side: String(side) })
  for (const navn of [...felter.keys()]) if (felter.get(navn) === '') felter.delete(navn)
  return `${ORDSTI}?${felter}`
}
