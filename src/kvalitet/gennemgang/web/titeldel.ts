import type { KleEmne } from '#kernel'
import { borgertitel } from '#klassifikation'
import { FUNDTEKSTER, type Fund } from '#kvalitet/titeltjek'
import { type Arbejdskontekst, badge, formatDag, html, type Indhold, type Markup } from '#web'
import type { Aktuel } from '../hent-koe.ts'
import type { OpgaveRaekke } from '../koe.sql.ts'
import { fundord, ord } from './texts/index.ts'

/** What the number is about, in the citizens' words. */
export const emneord = (k: Arbejdskontekst, kle: string): string => borgertitel(kle as KleEmne, k.sprog).titel

export const enhedsord = (k: Arbejdskontekst, navn: string): string => navn || ord(k.sprog).koe.udenEnhed

/** The text with what the checks point at marked; findings that lie over each other are marked once. */
export function markedText(tekst: string, fund: readonly Fund[]): Indhold {
  const dele: Indhold[] = []
  let naaet = 0
  for (const { fra, til } of fund.filter((et) => et.til > et.fra).toSorted((a, b) => a.fra - b.fra)) {
    if (fra < naaet) continue
    dele.push(tekst.slice(naaet, fra), html`<mark>${tekst.slice(fra, til)}</mark>`)
    naaet = til
  }
  return [...dele, tekst.slice(naaet)]
}

/** The item as it stands in the citizen's list, and what is shown there now. */
export function titeldel(k: Arbejdskontekst, { opgave, titel, fund, stavefejl, dato }: Aktuel): Markup {
  const t = ord(k.sprog)
  const dag = dato ? formatDag(dato, k.sprog, k.nu) : ''
  return html`<section class="bb-gennemgang-ting" aria-labelledby="titel-nu">
  <h2 id="titel-nu" class="h5">${t.titel.overskrift}</h2>
  <div class="bb-flade">
    <p class="bb-meta">${t.art[opgave.art]} · ${emneord(k, opgave.kle)}</p>
    <p class="bb-gennemgang-titel" id="titel">${markedText(titel, [...fund, ...stavefejl])}</p>
    <p class="bb-meta">${t.titel.fra(enhedsord(k, opgave.enhedsnavn), dag)}</p>
  </div>
  <p class="bb-meta">${opgave.tilbageholdt ? t.titel.holdt : isSikkerNu(opgave) ? t.titel.nuSikker : t.titel.nuEgen}</p>
</section>`
}

/** What waits for a demanded review, and what a check blocked, is not shown meanwhile. */
const isSikkerNu = ({ udfald, grund }: OpgaveRaekke): boolean => udfald === 'blokeret' || grund === 'alle'

/** Why it is to be looked at, and each finding in words, heaviest first. */
export function funddel(k: Arbejdskontekst, { opgave, titel, fund, stavefejl }: Aktuel): Markup {
  const t = ord(k.sprog).titel
  const alvor = new Map(fund.map((et) => [et.kode as string, et.alvor]))
  const maerke = { blokerer: 'error', advarer: 'warning', oplyser: 'neutral' } as const
  const linje = (kode: string) => {
    const tyngde = alvor.get(kode) ?? (opgave.udfald === 'blokeret' ? 'blokerer' : 'advarer')
    const saetning = FUNDTEKSTER[kode as keyof typeof FUNDTEKSTER]?.[k.sprog]
    return html`<li>${badge(maerke[tyngde], t.alvor[tyngde])} ${fundord(k.sprog, kode)}${saetning ? html`<span class="bb-meta">${saetning}</span>` : undefined}</li>`
  }
  const stavet = ({ kode, fra, til, forslag }: Fund) => {
    const ordet = titel.slice(fra, til)
    return html`<li>${badge('neutral', t.alvor.oplyser)} ${fundord(k.sprog, kode)}<span class="bb-meta">${forslag ? t.stavet(ordet, forslag) : t.ukendtOrd(ordet)}</span></li>`
  }
  const linjer = [...opgave.fund.map(linje), ...stavefejl.map(stavet)]
  return html`<section aria-labelledby="fund"><h2 id="fund" class="h5">${t.fund}</h2>
  ${linjer.length > 0 ? html`<ul class="nobullet-list bb-gennemgang-fund">${linjer}</ul>` : html`<p>${t.grund[opgave.grund]} ${t.ingenFund}</p>`}
</section>`
}
