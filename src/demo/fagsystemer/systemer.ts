import type { Kilde, Skrivemaade } from '../verden/index.ts'

/** How a system delivers: what differs between systems that hold the same things. */
export type Vaner = {
  /** Everything each time, or only what has changed since. */
  readonly hvad: 'alt' | 'aendringer'
  /** soap: cases and documents as SF1470 messages, the rest over REST, which has all kinds. */
  readonly kanal: 'rest' | 'soap'
  /** opdater: what changes in a case's own fields is sent as a change; all else is imported whole. */
  readonly maade: 'importer' | 'opdater'
  /** straks: a delivery a matter. nat: one for the whole day. */
  readonly hvornaar: 'straks' | 'nat'
  readonly titler: Skrivemaade
  readonly sender?: 'dobbelt' | 'omvendt'
  readonly dageForsinket?: number
  /** How far the system's clock is ahead. */
  readonly urMs?: number
  /** A mistake that it makes in every third matter, and mends when it is refused by this rule. */
  readonly sjusk?: Sjusk
}

export type Sjusk = { readonly hvad: 'toLinjer' | 'ingenOpstaaet' | 'urForan' | 'ukendtType'; readonly regel: string }

export type Fagsystem = {
  /** Made up; no real product is called so. */
  readonly navn: string
  readonly art: Kilde['art']
  /** The source of the demo that it delivers as: by its keys, within its agreement. */
  readonly somKilde: string
  readonly om: string
  readonly vaner: Vaner
}

const MINUT_MS = 60_000
const ROLIG: Vaner = { hvad: 'aendringer', kanal: 'rest', maade: 'importer', hvornaar: 'straks', titler: 'klar' }

/** Thirteen systems: five ESDH, four EOJ, two of job centres, two of places in day care. One of each kind is careless. */
export const FAGSYSTEMER: readonly Fagsystem[] = [
  {
    navn: 'Birkearkiv',
    art: 'esdh',
    somKilde: 'Kastanje Sag',
    om: 'alt hver nat over SOAP, lange titler',
    vaner: { ...ROLIG, hvad: 'alt', kanal: 'soap', hvornaar: 'nat', titler: 'officiel' },
  },
  {
    navn: 'Elmesag',
    art: 'esdh',
    somKilde: 'Kvik Journal',
    om: 'kun ændringer, straks, med opdater',
    vaner: { ...ROLIG, maade: 'opdater', titler: 'forkortet' },
  },
  {
    navn: 'Pilejournal',
    art: 'esdh',
    somKilde: 'Kvik Journal',
    om: 'over SOAP i omvendt rækkefølge',
    vaner: { ...ROLIG, kanal: 'soap', titler: 'forkortet', sender: 'omvendt' },
  },
  {
    navn: 'Rønnebærmappen',
    art: 'esdh',
    somKilde: 'Kastanje Sag',
    om: 'to dage forsinket, alting to gange',
    vaner: { ...ROLIG, titler: 'versaler', sender: 'dobbelt', dageForsinket: 2 },
  },
  {
    navn: 'Slåensag',
    art: 'esdh',
    somKilde: 'Kvik Journal',
    om: 'sjusket: titler på to linjer (SAG-008)',
    vaner: { ...ROLIG, titler: 'forkortet', sjusk: { hvad: 'toLinjer', regel: 'SAG-008' } },
  },
  {
    navn: 'Timianhjemmet',
    art: 'eoj',
    somKilde: 'Lindely Omsorg',
    om: 'alt hver nat, titler i versaler',
    vaner: { ...ROLIG, hvad: 'alt', hvornaar: 'nat', titler: 'versaler' },
  },
  {
    navn: 'Salviebogen',
    art: 'eoj',
    somKilde: 'Hyben Pleje',
    om: 'ændringer straks med opdater',
    vaner: { ...ROLIG, maade: 'opdater' },
  },
  {
    navn: 'Merianlisten',
    art: 'eoj',
    somKilde: 'Lindely Omsorg',
    om: 'over SOAP, uret fire minutter foran',
    vaner: { ...ROLIG, kanal: 'soap', titler: 'versaler', urMs: 4 * MINUT_MS },
  },
  {
    navn: 'Kamillejournalen',
    art: 'eoj',
    somKilde: 'Hyben Pleje',
    om: 'sjusket: glemmer Opstaaet (IND-009)',
    vaner: { ...ROLIG, sender: 'dobbelt', sjusk: { hvad: 'ingenOpstaaet', regel: 'IND-009' } },
  },
  {
    navn: 'Trædestenen',
    art: 'jobcenter',
    somKilde: 'Jobstien',
    om: 'ændringer om natten, forkortede titler, i omvendt rækkefølge',
    vaner: { ...ROLIG, hvornaar: 'nat', titler: 'forkortet', sender: 'omvendt' },
  },
  {
    navn: 'Vadestedet',
    art: 'jobcenter',
    somKilde: 'Jobstien',
    om: 'sjusket: uret ti minutter foran (IND-003)',
    vaner: { ...ROLIG, titler: 'forkortet', sjusk: { hvad: 'urForan', regel: 'IND-003' } },
  },
  {
    navn: 'Gyngestativet',
    art: 'pladsanvisning',
    somKilde: 'Pladslisten',
    om: 'alt hver nat over SOAP, en dag forsinket',
    vaner: { ...ROLIG, hvad: 'alt', kanal: 'soap', hvornaar: 'nat', dageForsinket: 1 },
  },
  {
    navn: 'Rutsjebanen',
    art: 'pladsanvisning',
    somKilde: 'Pladslisten',
    om: 'sjusket: en dokumenttype, der ikke findes (DOK-017)',
    vaner: { ...ROLIG, sjusk: { hvad: 'ukendtType', regel: 'DOK-017' } },
  },
]
