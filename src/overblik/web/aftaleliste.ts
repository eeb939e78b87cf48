import {
  badge,
  dageMellem,
  dagFor,
  formatDag,
  formatKlokken,
  formatMaanedKort,
  formatUgedag,
  html,
  type Markup,
  type Sidekontekst,
  sagSti,
  stort,
} from '#web'
import type { AftaleVisning } from '../visninger.ts'
import { metalinje, titel } from './dele.ts'
import { herkomstDel, nytMaerke } from './herkomst.ts'
import { ord } from './texts/index.ts'

/** Appointments and deadlines with the day as a leaf of a calendar. */
export const aftaleliste = (k: Sidekontekst, aftaler: readonly AftaleVisning[], medSag = true): Markup =>
  html`<ul class="bb-liste bb-aftaler">${aftaler.map((aftale) => linje(k, aftale, medSag))}</ul>`

function linje(k: Sidekontekst, aftale: AftaleVisning, medSag: boolean): Markup {
  const t = ord(k.sprog)
  const dag = dagFor(aftale.start)
  return html`<li id="${aftale.id}">
  <div class="bb-blad" aria-hidden="true"><strong>${Number(dag.slice(8))}</strong><span>${formatMaanedKort(dag, k.sprog)}</span></div>
  <div>
    <p class="bb-titel">${titel(k, aftale.titel[k.sprog], 'aftale')} ${statusbadge(k, aftale)} ${nytMaerke(k, aftale.herkomst)}</p>
    <p class="bb-hvornaar">${hvornaar(k, aftale)}</p>
    ${aftale.beskrivelse ? html`<p>${aftale.beskrivelse}</p>` : undefined}
    ${metalinje([aftale.sted && `${t.aftaler.sted}: ${aftale.sted}`, aftale.kommune.navn])}
    ${medSag && aftale.sag ? html`<p><a href="${sagSti(aftale.sag)}">${t.seSagen}<span class="sr-only">: ${titel(k, aftale.titel[k.sprog], 'aftale')}</span></a></p>` : undefined}
    ${herkomstDel(k, aftale.herkomst, titel(k, aftale.titel[k.sprog], 'aftale'))}
  </div>
</li>`
}

function statusbadge(k: Sidekontekst, { status }: AftaleVisning): Markup | undefined {
  if (status === 'Aktiv') return undefined
  return badge(status === 'Aflyst' ? 'error' : 'neutral', ord(k.sprog).aftaler.status[status])
}

/** "Frist: torsdag 14. oktober 2026 (om 6 dage)"; a deadline is a day, an appointment has its hour too. */
function hvornaar(k: Sidekontekst, aftale: AftaleVisning): string {
  const t = ord(k.sprog)
  const dag = dagFor(aftale.start)
  const om = dageMellem(dagFor(k.nu), dag)
  const naer = formatDag(dag, k.sprog, k.nu)
  const skrevet = om >= -1 && om <= 1 ? naer : `${formatUgedag(dag, k.sprog)} ${naer}`
  if (aftale.type === 'Frist' && aftale.status === 'Aktiv' && om < 0) return `${t.frist}: ${skrevet}. ${t.aftaler.overskredet}`
  const snart = aftale.status === 'Aktiv' && om > 1 && om <= 14 ? ` (${t.aftaler.dage(om)})` : ''
  return aftale.type === 'Frist' ? `${t.frist}: ${skrevet}${snart}` : `${stort(skrevet)} ${klokkeslaet(k, aftale)}${snart}`
}

const klokkeslaet = (k: Sidekontekst, { start, slut }: AftaleVisning): string => {
  const fra = formatKlokken(start, k.sprog)
  if (slut === undefined || dagFor(slut) !== dagFor(start)) return fra
  return `${fra}–${formatKlokken(slut, k.sprog).replace(/^\D+/, '')}`
}
