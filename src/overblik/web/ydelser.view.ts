import { dagFor, html, type Markup, renderSide, type Sidekontekst, STIER, select, tekster } from '#web'
import type { BevillingVisning, Liste, UdbetalingVisning } from '../visninger.ts'
import { daekningsdel, tomListe } from './daekning.ts'
import { mangelbesked, pageHeader, retDel } from './dele.ts'
import { ord } from './texts/index.ts'
import { bevillingDel, kommendeUdbetalinger, udbetalingstabel } from './ydelsesdele.ts'

/** What the page of benefits shows: grants, all payments (also those whose grant is not shown), and the authorities that are not a source. */
export type YdelserVisning = Omit<Liste<never>, 'linjer'> & {
  readonly bevillinger: readonly BevillingVisning[]
  readonly udbetalinger: readonly UdbetalingVisning[]
  readonly ikkeKilder: readonly string[]
}

/** The year in a query, YYYY, or the current one in Denmark. */
export const parseAar = (vaerdi: unknown, k: Sidekontekst): string =>
  typeof vaerdi === 'string' && /^\d{4}$/.test(vaerdi) ? vaerdi : dagFor(k.nu).slice(0, 4)

const KOMMENDE: ReadonlySet<UdbetalingVisning['tilstand']> = new Set(['planlagt', 'ikkeGodkendt', 'sendt'])

/** Coming payments, what is granted, payments of one year (chosen by a plain form), earlier grants. */
export function ydelserView(k: Sidekontekst, v: YdelserVisning, aar: string): Markup {
  const t = ord(k.sprog).ydelser
  const idag = dagFor(k.nu)
  // One that was to come on a day that has passed is no longer coming, whatever its state.
  const isKommende = ({ tilstand, dato }: UdbetalingVisning) => KOMMENDE.has(tilstand) && (dato === undefined || dato >= idag)
  const kommende = v.udbetalinger.filter(isKommende).sort((a, b) => compare(a.dato ?? '9999', b.dato ?? '9999'))
  const gjorte = v.udbetalinger
    .filter((udbetaling) => !isKommende(udbetaling))
    .sort((a, b) => compare(b.dato ?? '', a.dato ?? ''))
  const tidligere = v.bevillinger.filter(({ tilstand }) => tilstand === 'Sluttet')
  const nuvaerende = v.bevillinger.filter(({ tilstand }) => tilstand !== 'Sluttet')
  return renderSide(k, {
    punkt: 'ydelser',
    indhold: html`
${pageHeader(t.overskrift, t.lead)}
${mangelbesked(k, v.mangler)}
${v.bevillinger.length + v.udbetalinger.length === 0 ? tomListe(k, v.daekning, v.mangler) : undefined}
<section class="bb-afsnit" aria-labelledby="kommende"><h2 id="kommende">${t.naeste}</h2>${kommende.length > 0 ? kommendeUdbetalinger(k, kommende) : html`<p>${tekster(k.sprog).udbetaling.ukendt}</p>`}</section>
${bevillinger(k, 'bevilget', t.bevilget, nuvaerende)}
${gjorte.length > 0 ? udbetalingsdel(k, gjorte, aar) : undefined}
${bevillinger(k, 'tidligere', t.tidligere, tidligere)}
${daekningsdel(k, v.daekning, v.ikkeKilder, v.mangler)}
${retDel(k)}`,
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const bevillinger = (k: Sidekontekst, id: string, overskrift: string, linjer: readonly BevillingVisning[]): Markup | undefined =>
  linjer.length > 0
    ? html`<section class="bb-afsnit" aria-labelledby="${id}"><h2 id="${id}">${overskrift}</h2><ul class="bb-liste bb-bevillinger">${linjer.map((bevilling) => bevillingDel(k, bevilling, 'h3', 'sag'))}</ul></section>`
    : undefined

function udbetalingsdel(k: Sidekontekst, gjorte: readonly UdbetalingVisning[], aar: string): Markup {
  const t = ord(k.sprog).ydelser
  const valgte = gjorte.filter(({ dato }) => dato === undefined || dato.startsWith(aar))
  const aarene = [...new Set([aar, ...gjorte.flatMap(({ dato }) => (dato ? [dato.slice(0, 4)] : []))])].sort().reverse()
  return html`<section class="bb-afsnit" aria-labelledby="udbetalt"><h2 id="udbetalt">${t.udbetalt} ${aar}</h2>
  ${
    aarene.length > 1
      ? html`<form class="bb-aar d-print-none" method="get" action="${STIER.ydelser}#udbetalt">
    ${select(
      k.sprog,
      { id: 'aar', navn: 'aar', etiket: t.aar, vaerdi: aar },
      aarene.map((vaerdi) => ({ vaerdi, tekst: vaerdi })),
    )}
    <button class="button button-secondary" type="submit">${t.visAar}</button></form>`
      : undefined
  }
  ${valgte.length > 0 ? udbetalingstabel(k, `${t.udbetalt} ${aar}`, valgte) : html`<p>${t.ingenIAar(aar)}</p>`}
</section>`
}
