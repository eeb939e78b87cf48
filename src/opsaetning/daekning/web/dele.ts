import type { Forbehold } from '#afstemning/daekning'
import type { Tidspunkt } from '#kernel'
import { ARTER } from '#kernel'
import { livsomraadeMedNoegle } from '#klassifikation'
import { IND_REGLER, listRegler } from '#modtagelse/regler'
import {
  type Arbejdskontekst,
  badge,
  formatAntal,
  formatDag,
  formatDato,
  formatListe,
  formatTid,
  html,
  type Indhold,
  type Maerkat,
  type Markup,
  type Sprog,
  stort,
  table,
} from '#web'
import type { Ansvarlig } from '../advarsler.ts'
import type { Afvistregel } from '../hent-kort.ts'
import type { Artsudsagn, Kildetilstand } from '../kort.ts'
import { tegn } from './tegn.ts'
import { ord } from './texts/index.ts'

/** Parts that several pages of the map have. */

export const afsnit = (id: string, overskrift: string, indhold: Indhold): Markup =>
  html`<section class="bb-afsnit" aria-labelledby="${id}"><h2 id="${id}" class="h3">${overskrift}</h2>${indhold}</section>`

export const tal = (k: Arbejdskontekst, antal: number): string => formatAntal(antal, k.sprog)
export const omraadenavn = (sprog: Sprog, omraade: string): string => livsomraadeMedNoegle(omraade)?.navn[sprog] ?? omraade

/** A kind of system in words; one that is not known is one of the others. */
export function slagsord(sprog: Sprog, slags: string): string {
  const kendte: { readonly [slags: string]: string } = ord(sprog).slags
  return kendte[slags] ?? ord(sprog).slags.andet
}

export const slagsliste = (sprog: Sprog, slags: readonly string[]): string =>
  slags.length === 0
    ? ord(sprog).forventning.ukendt
    : slags
        .map((en) => slagsord(sprog, en))
        .sort((a, b) => a.localeCompare(b, sprog))
        .join(', ')

/** The sign and its word. */
export const tilstandsord = (sprog: Sprog, tilstand: Kildetilstand): Markup =>
  html`<span class="bb-tegnord">${tegn(tilstand)}${ord(sprog).tilstand[tilstand]}</span>`

/** An instant as it is read at work: the day, and what o'clock. */
export const tid = (k: Arbejdskontekst, hvornaar: Tidspunkt | undefined, ellers: string): Indhold =>
  hvornaar ? stort(formatTid(hvornaar, k.sprog, k.nu)) : ellers
export const dag = (k: Arbejdskontekst, hvornaar: string | undefined, ellers: string): Indhold =>
  hvornaar
    ? html`<span class="bb-dato">${hvornaar.length === 10 ? formatDato(hvornaar, k.sprog) : stort(formatDag(hvornaar, k.sprog, k.nu))}</span>`
    : ellers

export type Besked = Artsudsagn['udsagn'] | 'lukket'
export const beskedFor = ({ aaben, udsagn }: Artsudsagn): Besked => (aaben ? udsagn : 'lukket')

const BESKEDMAERKE: { readonly [B in Besked]: Maerkat } = {
  intet: 'success',
  ikkeSet: 'warning',
  ikkeTilsluttet: 'info',
  lukket: 'neutral',
}
export const beskedmaerke = (sprog: Sprog, besked: Besked): Markup => badge(BESKEDMAERKE[besked], ord(sprog).besked[besked])

/** Why nothing can be proved, as one sentence; nothing where all is. */
export function grunde(sprog: Sprog, forbehold: readonly Forbehold[]): string | undefined {
  const t = ord(sprog)
  if (forbehold.length === 0) return undefined
  return t.fordi(
    formatListe(
      forbehold.map((en) => t.forbehold[en]),
      sprog,
    ),
  )
}

const HVEM: { readonly [A in Ansvarlig]: Maerkat } = { kommune: 'info', leverandoer: 'neutral', drift: 'neutral' }
const hvemmaerke = (sprog: Sprog, hvem: Ansvarlig): Markup => badge(HVEM[hvem], ord(sprog).handling.hvem[hvem])

const EFTER_NUMMER = new Map(ARTER.flatMap(listRegler).map((regel) => [regel.nummer, regel]))

/** What a rule is about, for somebody who has not written it. */
function regelord(sprog: Sprog, regel: string): string {
  const egen = (IND_REGLER as { readonly [regel: string]: { readonly da: string; readonly en: string } })[regel]
  if (egen) return egen[sprog]
  const kendt = EFTER_NUMMER.get(regel)
  const navn = [kendt?.relation, kendt?.rolle, kendt?.felt?.navn].filter(Boolean).join(' · ')
  return navn ? ord(sprog).afviste.reglen(navn) : ord(sprog).afviste.flere
}

/** Open refusals by rule, with who must act; without the system's name where the page is one system's. */
export function afvistetabel(k: Arbejdskontekst, afviste: readonly Afvistregel[], medSystem: boolean): Markup {
  const t = ord(k.sprog).afviste
  if (afviste.length === 0) return html`<p>${t.ingen}</p>`
  const system = { overskrift: t.kolonner.system, celle: ({ kilde }: Afvistregel) => kilde.navn }
  return html`<p>${t.om}</p>${table(
    t.overskrift,
    [
      ...(medSystem ? [system] : []),
      { overskrift: t.kolonner.regel, celle: ({ regel }: Afvistregel) => html`<code class="bb-dato">${regel}</code>` },
      { overskrift: t.kolonner.hvad, celle: ({ regel }: Afvistregel) => regelord(k.sprog, regel) },
      { overskrift: t.kolonner.antal, tal: true, celle: ({ antal }: Afvistregel) => tal(k, antal) },
      { overskrift: t.kolonner.aeldste, celle: ({ aeldste }: Afvistregel) => dag(k, aeldste, '') },
      { overskrift: t.kolonner.hvem, celle: ({ hvem }: Afvistregel) => hvemmaerke(k.sprog, hvem) },
    ],
    afviste,
  )}`
}
