import type { Uuid } from '#kernel'
import type { Borgerord, Ordslags } from '#klassifikation'
import { html, type Markup, type Sidekontekst } from '#web'
import type { DokumentVisning, KommuneVisning, SagVisning } from '../visninger.ts'
import { dokumentliste } from './dokumentdele.ts'
import { sagsraekke } from './sagsliste.view.ts'
import { nuDel } from './sagsside.view.ts'
import { bevillingDel } from './ydelsesdele.ts'

/** Words, and around them what is not chosen: the municipality, and a title where the words are about something else. */
export type Ordeksempel = {
  readonly slags: Ordslags
  readonly noegle: string
  readonly ord: Borgerord
  readonly kommune: KommuneVisning
  readonly omraade: string
  readonly sagstitel: Borgerord['titel']
}

type Ramme = Pick<Sidekontekst, 'nu' | 'sprog'>

/** Of nothing that is; one a language, since both may stand on a page. */
const EKSEMPEL = { da: '00000000-0000-0000-0000-0000000000da', en: '00000000-0000-0000-0000-0000000000e0' } as const
const idFor = (sprog: Sidekontekst['sprog']): Uuid => EKSEMPEL[sprog] as Uuid

/**
 * How chosen words look to a citizen: the very parts of the citizen's pages, in the language of `k`, with an example around the words that
 * is nobody's. Without links and headings of its own, since it stands on another page.
 */
export function ordeksempelView({ sprog, nu }: Pick<Sidekontekst, 'sprog' | 'nu'>, eksempel: Ordeksempel): Markup {
  const k: Sidekontekst = { sprog, nu, sti: '', bruger: undefined, vedroerer: undefined, kommune: undefined, demo: false }
  return html`<div class="bb-ordeksempel" lang="${sprog}">${delFor(k, eksempel)}</div>`
}

function delFor(k: Sidekontekst, eksempel: Ordeksempel): Markup {
  const { slags, noegle, ord } = eksempel
  const sag = sagFor(k, eksempel)
  switch (slags) {
    case 'kle':
      return html`${raekke(k, sag)}<div class="bb-sidehoved"><p class="h1">${ord.titel[k.sprog]}</p><p class="font-lead">${ord.forklaring?.[k.sprog]}</p></div>`
    case 'fremdrift':
      return html`${raekke(k, sag)}${nuDel(k, sag)}`
    case 'sagsstatus':
      return nuDel(k, { ...sag, sagsstatus: noegle, sagsstatusOrd: ord.titel })
    case 'dokumenttype':
      return dokumentliste(k, [dokumentFor(eksempel, k)], false)
    case 'ydelse':
      return html`<ul class="bb-liste bb-bevillinger">${bevillingDel(k, bevillingFor(k, eksempel), 'h4', 'sag')}</ul>`
  }
}

const raekke = (k: Sidekontekst, sag: SagVisning): Markup =>
  html`<ul class="bb-liste bb-raekker">${sagsraekke(k, sag, 'tekst')}</ul>`

function sagFor({ nu, sprog }: Ramme, { slags, noegle, ord, kommune, omraade, sagstitel }: Ordeksempel): SagVisning {
  const fremdrift = slags === 'fremdrift' ? (noegle as SagVisning['fremdrift']) : 'Oplyst'
  const egneOrd =
    slags === 'fremdrift' && ord.forklaring ? { [fremdrift]: { ord: ord.titel, saetning: ord.forklaring } } : undefined
  return {
    id: idFor(sprog),
    titel: slags === 'kle' ? ord.titel : sagstitel,
    forklaring: undefined,
    sagsnummer: '',
    kommune,
    omraade,
    fremdrift,
    tidslinje: [],
    sagsstatus: undefined,
    egneOrd,
    oprettet: nu,
    opdateret: nu,
  }
}

const dokumentFor = ({ noegle, ord, kommune, omraade, sagstitel }: Ordeksempel, { nu, sprog }: Ramme): DokumentVisning => ({
  id: idFor(sprog),
  titel: sagstitel,
  type: noegle,
  typeOrd: ord.titel,
  dato: nu.slice(0, 10),
  sager: [],
  kommune,
  omraade,
})

const bevillingFor = (
  { nu, sprog }: Ramme,
  { noegle, ord, kommune, omraade }: Ordeksempel,
): Parameters<typeof bevillingDel>[1] => ({
  id: idFor(sprog),
  kommune,
  omraade,
  tilstand: 'Aktiv',
  fra: nu.slice(0, 10),
  til: undefined,
  ydelser: [
    {
      navn: noegle,
      navnOrd: ord.titel,
      type: 'Økonomisk',
      fra: undefined,
      til: undefined,
      omfang: undefined,
      meddelelse: undefined,
    },
  ],
  sag: undefined,
  udbetalinger: [],
})
