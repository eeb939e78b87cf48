import { type Arbejdskontekst, arbejdstekster, html, type Markup } from '#web'
import { FUND, type Fundkode } from '../../dataafgraensning/oio-bpp.errors.ts'

/** What takes away no right of one's own is nothing that anybody must put right. */
const UDEN_BETYDNING: ReadonlySet<Fundkode> = new Set(['FREMMED_ROLLE'])

/** What the login brought of rights that give nothing here, and who can put it right; nothing where there is none. */
export function medbragtView(k: Arbejdskontekst, fund: readonly Fundkode[]): Markup | undefined {
  const vist = fund.filter((kode) => !UDEN_BETYDNING.has(kode))
  if (vist.length === 0) return undefined
  const t = arbejdstekster(k.sprog).medbragt
  return html`<h2 class="h4">${t.overskrift}</h2><p>${t.indledning}</p>
<ul>${vist.map((kode) => html`<li>${FUND[kode][k.sprog === 'da' ? 'da' : 'en']}</li>`)}</ul><p>${t.goer}</p>`
}
