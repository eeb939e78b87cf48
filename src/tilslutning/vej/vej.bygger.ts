import { type CvrNummer, cvrNummer, type KlePraefiks, tidspunkt, type Uuid, uuidFromName } from '#kernel'
import { advance, type Fagsystemskridt, type Fagsystemvej, fagsystemvej } from './fagsystemvej.ts'
import type { Fagsystemfakta } from './forslag.ts'
import type { Person } from './haendelse.ts'

/** Persons, municipalities and roads for tests. */
const RUM = '6f1c0a52-1a55-4b1e-9d64-1f3a52c2a001' as Uuid
export const SYSTEM = uuidFromName(RUM, 'system')
export const KOMMUNE = cvrNummer('11111111')
export const ANDEN_KOMMUNE = cvrNummer('12345678')
export const LEVERANDOER = cvrNummer('22334455')
const DRIFT = cvrNummer('99887766')

const person = (navn: string, cvr: CvrNummer, ...roller: Person['roller'][number][]): Person => ({
  id: uuidFromName(RUM, navn),
  cvr,
  navn,
  organisation: `Organisation ${cvr}`,
  roller,
})
export const PERSONER = {
  leverandoer: person('Vera Vang', LEVERANDOER, 'leverandoer'),
  andenLeverandoer: person('Viggo Vest', cvrNummer('55443322'), 'leverandoer'),
  fagsystemansvarlig: person('Frede Fagre', KOMMUNE, 'fagsystemansvarlig'),
  projektansvarlig: person('Petra Prag', KOMMUNE, 'projektansvarlig'),
  andenProjektansvarlig: person('Poul Pil', KOMMUNE, 'projektansvarlig'),
  andenKommune: person('Asta Ask', ANDEN_KOMMUNE, 'projektansvarlig'),
  andenKommunesAnden: person('Anker Aal', ANDEN_KOMMUNE, 'projektansvarlig', 'fagsystemansvarlig'),
  drift: person('Dorte Dal', DRIFT, 'driftsansvarlig'),
  andenDrift: person('Dan Dige', DRIFT, 'driftsansvarlig'),
  analytiker: person('Ane Alm', KOMMUNE, 'analytiker'),
} as const

export const FAKTA: Fagsystemfakta = { sandkasse: KOMMUNE, isKlar: () => true, isRent: () => true }

export const REGISTRERET: Fagsystemskridt = {
  type: 'registreret',
  navn: 'Elletræ Sag',
  slags: 'esdh',
  leverandoer: LEVERANDOER,
  version: '4.2',
  kle: ['27' as KlePraefiks],
}

export const AFTALE = { underskrevet: '2026-01-05', underskriver: 'Kommunaldirektøren', reference: 'Sag 2026-117' } as const

/** A road after these steps, each by the person named, an hour apart. */
export function vejEfter(...skridt: readonly (readonly [Fagsystemskridt, Person?])[]): Fagsystemvej {
  const haendelser = [[REGISTRERET, PERSONER.leverandoer] as const, ...skridt].map(([data, af], i) => ({
    nr: i + 1,
    tid: tidspunkt(new Date(Date.UTC(2026, 0, 6, i)).toISOString()),
    af,
    data,
  }))
  const vej = fagsystemvej(SYSTEM, haendelser)
  if (!vej) throw new TypeError('The road did not begin')
  return vej
}

/** The road one step further. */
export const naeste = (vej: Fagsystemvej, data: Fagsystemskridt, af: Person): Fagsystemvej =>
  advance(vej.id, vej, { nr: vej.nr + 1, tid: tidspunkt('2026-02-01T10:00:00Z'), af, data }) ?? vej

export const AFPROEVET: Fagsystemskridt = {
  type: 'afproevet',
  koersel: uuidFromName(RUM, 'koersel'),
  version: '4.2',
  proeveversion: '1.0',
  bestaaet: true,
}
