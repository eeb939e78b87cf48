import { dagFor, html, type Markup, renderSide, type Sidekontekst } from '#web'
import { isVentende } from '../ventende.ts'
import type { AftaleVisning, Liste } from '../visninger.ts'
import { aftaleliste } from './aftaleliste.ts'
import { daekningsdel, tomListe } from './daekning.ts'
import { mangelbesked, pageHeader, retDel } from './dele.ts'
import { ord } from './texts/index.ts'

/** What waits, by the start page's rule; and what is cancelled, until its day has passed. */
const isKommende = (k: Sidekontekst, aftale: AftaleVisning): boolean =>
  isVentende(aftale, dagFor(k.nu)) || (aftale.status === 'Aflyst' && dagFor(aftale.slut ?? aftale.start) >= dagFor(k.nu))

/** Appointments and deadlines: the coming ones nearest first, then the earlier ones. */
export function aftalerView(k: Sidekontekst, v: Liste<AftaleVisning>): Markup {
  const t = ord(k.sprog).aftaler
  const efterTid = [...v.linjer].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  const kommende = efterTid.filter((aftale) => isKommende(k, aftale))
  const tidligere = efterTid.filter((aftale) => !isKommende(k, aftale)).reverse()
  const del = (id: string, overskrift: string, aftaler: readonly AftaleVisning[]) =>
    aftaler.length > 0
      ? html`<section class="bb-afsnit" aria-labelledby="${id}"><h2 id="${id}">${overskrift}</h2>${aftaleliste(k, aftaler)}</section>`
      : undefined
  return renderSide(k, {
    punkt: 'aftaler',
    indhold: html`
${pageHeader(t.overskrift, t.lead)}
${mangelbesked(k, v.mangler)}
${v.linjer.length === 0 ? tomListe(k, v.daekning, v.mangler) : undefined}
${del('kommende', t.kommende, kommende)}
${del('tidligere', t.tidligere, tidligere)}
${daekningsdel(k, v.daekning, [], v.mangler)}
${retDel(k)}`,
  })
}
