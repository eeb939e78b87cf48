import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { myndighedsnavn } from '#myndighed'
import { danskDag } from '#platform/clock'
import { type Arbejdskontekst, alert, badge, formatDag, formatDato, formatListe, html, type Maerkat, type Markup } from '#web'
import { FELTER, type Felt, forskelle, type KleIndhold, UDGANGSPUNKT } from '../indhold.ts'
import { KONFIGURATION_SAETNINGER, type Konfigurationsafvisning } from '../konfiguration.errors.ts'
import type { Knudetilstand } from '../trae.ts'
import { ord } from './texts/index.ts'

/** Parts that several pages of the configuration have. */

export const STI = '/kommune/konfiguration'
export const udkaststi = (id: string): string => `${STI}/udkast/${id}`
export const nummersti = (kle: string): string => `${STI}/nummer/${kle}`
export const grensti = (kle: string): string => `${STI}?under=${kle}#trae`

/** The names of systems, by UUID. */
export type Systemnavne = ReadonlyMap<Uuid, string>

export const kommunenavn = (cvr: CvrNummer): string => myndighedsnavn(cvr) ?? cvr

export const dag = (k: Arbejdskontekst, tid: Tidspunkt | string): string => formatDag(tid, k.sprog, k.nu)
/** A day that is told as a date however near it is: it is to be compared with others. */
export const dato = (k: Arbejdskontekst, tid: Tidspunkt | string): string =>
  formatDato(tid.length === 10 ? tid : danskDag(tid as Tidspunkt), k.sprog)

/** What a field holds, in plain words. */
export function vaerdi(k: Arbejdskontekst, systemer: Systemnavne, felt: Felt, indhold: KleIndhold): string {
  const t = ord(k.sprog)
  switch (felt) {
    case 'fradato':
      return indhold.fradato >= UDGANGSPUNKT.fradato ? t.ingen : dato(k, indhold.fradato)
    case 'titelvisning':
      return t.titelvisning[indhold.titelvisning]
    case 'kvalitetskrav':
      return t.kvalitetskrav[indhold.kvalitetskrav]
    case 'fagsystemfilter':
    case 'notatsystemer':
      return liste(
        k,
        indhold[felt].map((id) => systemer.get(id) ?? id),
      )
    case 'dokumenttyper':
      return liste(k, indhold.dokumenttyper.map(dokumenttype))
    case 'stikproeve':
      return String(indhold.stikproeve)
    case 'notatfristDage':
      return t.dage(indhold.notatfristDage)
    case 'ventArbejdsdage':
      return t.arbejdsdage(indhold.ventArbejdsdage)
    default:
      return indhold[felt] ? t.ja : t.nej
  }
}
const liste = (k: Arbejdskontekst, navne: readonly string[]): string =>
  navne.length === 0 ? ord(k.sprog).alle : formatListe(navne, k.sprog)

/** SF1470 writes the types without the Danish letters. */
export const dokumenttype = (type: string): string =>
  type.replace('udgaaende', 'udgående').replace('indgaaende', 'indgående').replace(' Notat', ' notat')

/** A field that says nothing where another is off: the list of document types where no document titles are shown. */
export const isUdenVirkning = (felt: Felt, indhold: KleIndhold): boolean =>
  (felt === 'dokumenttyper' && !indhold.visDokumenttitler) ||
  ((felt === 'notatsystemer' || felt === 'notatfristDage') && !indhold.visJournalnotater) ||
  (felt === 'stikproeve' && indhold.kvalitetskrav !== 'stikproeve')

/**
 * What a change does to a number, field by field in plain words. Of what opens all is told, also what was chosen while it was closed: who
 * approves it answers for that too.
 */
export function forskelsliste(k: Arbejdskontekst, systemer: Systemnavne, foer: KleIndhold, efter: KleIndhold): Markup {
  const t = ord(k.sprog)
  const felter = forskelle(foer, efter)
  if (felter.length === 0) return html`<p>${t.udkast.ingenForskel}</p>`
  const vist = (felt: Felt) => vaerdi(k, systemer, felt, efter)
  const aabnes = efter.aaben && !foer.aaben
  const resten = aabnes ? FELTER.filter((felt) => !felter.includes(felt) && !isUdenVirkning(felt, efter)) : []
  return html`<ul>${felter.map((felt) => html`<li>${t.udkast.fraTil(t.felt[felt].navn, vaerdi(k, systemer, felt, foer), vist(felt))}</li>`)}</ul>
  ${
    resten.length > 0
      ? html`<p class="bb-meta">${t.udkast.ogsaa} ${resten.map((felt, i) => `${i === 0 ? '' : ' · '}${t.felt[felt].navn}: ${vist(felt)}`)}</p>`
      : undefined
  }`
}

const MAERKAT: { readonly [T in Knudetilstand['tilstand']]: Maerkat } = {
  aaben: 'success',
  delvis: 'info',
  lukket: 'neutral',
  altidLukket: 'neutral',
}

/** Whether a number is shown, by which, since when, and what comes. */
export function tilstandsdel(
  k: Arbejdskontekst,
  kle: string,
  { tilstand, efter, siden, undtagelser, kommende }: Knudetilstand,
): Markup {
  const t = ord(k.sprog)
  const hvorfor = efter && siden ? t.siden(efter, dato(k, siden)) : efter && efter !== kle ? t.arvet(efter) : undefined
  return html`${badge(MAERKAT[tilstand], t.tilstand[tilstand])}${hvorfor ? html` <span class="bb-meta">${hvorfor}</span>` : undefined}
  ${undtagelser > 0 ? html`<p class="bb-meta">${t.undtagelser(undtagelser)}</p>` : undefined}
  ${kommende ? html`<p class="bb-meta">${t.kommende(kommende.aaben, dato(k, kommende.gaelderFra))}</p>` : undefined}`
}

export type Kvittering =
  | 'oprettet'
  | 'gemt'
  | 'indlaest'
  | 'foreslaaet'
  | 'trukket'
  | 'kasseret'
  | 'godkendt'
  | 'gennemfoert'
  | 'lukket'
  | 'uaendret'

/** What came of what was asked for: a receipt that the address names, or why it could not be done. */
export type Udfald =
  | { readonly ok: true; readonly kvittering: Kvittering }
  | { readonly ok: false; readonly afvisning: Konfigurationsafvisning }
  | { readonly ok: false; readonly tekst: string }

/** The receipt that an address asks for, or none. */
export function readKvittering(sprog: 'da' | 'en', gjort: unknown): Udfald | undefined {
  const kendte = ord(sprog).kvittering
  return typeof gjort === 'string' && gjort !== 'overskrift' && Object.hasOwn(kendte, gjort)
    ? { ok: true, kvittering: gjort as Kvittering }
    : undefined
}

export function udfaldsbesked(k: Arbejdskontekst, udfald: Udfald | undefined): Markup | undefined {
  if (!udfald) return undefined
  const t = ord(k.sprog)
  if (udfald.ok)
    return alert(k.sprog, 'success', {
      overskrift: t.kvittering.overskrift,
      indhold: html`<p>${t.kvittering[udfald.kvittering]}</p>`,
    })
  const tekst = 'tekst' in udfald ? udfald.tekst : KONFIGURATION_SAETNINGER[udfald.afvisning][k.sprog]
  return alert(k.sprog, 'error', { overskrift: t.kunneIkke, indhold: html`<p>${tekst}</p>` })
}
