import type { BevillingData, EffektueringData } from '#indeks'
import { gaeldende, type Tidspunkt, type Virkning } from '#kernel'
import type { Proeveting } from '#overblik'
import type { Afpregel } from '../afp-regler.ts'
import type { Afsenderset } from './afsenderset.ts'
import { type Begivenhed, FORESKREVET as F, type Personbogstav } from './forloeb.ts'

/** What came of one demand: held, broken, or not yet to be seen. */
export type Kravsvar = 'holdt' | 'brudt' | 'mangler'
export type Krav = { readonly regel: Afpregel; readonly svar: (set: Afsenderset) => Kravsvar }

type Sag = Proeveting & { readonly data: Extract<Proeveting['data'], { art: 'sag' }> }

const ved = <T extends { readonly virkning: Virkning }>(perioder: readonly T[], nu: Tidspunkt): readonly T[] =>
  gaeldende(perioder, nu)

const sagerFor = ({ personer }: Afsenderset, person: Personbogstav): readonly Sag[] =>
  personer[person].filter((ting): ting is Sag => ting.data.art === 'sag')

const titelOf = (sag: Sag, nu: Tidspunkt): string | undefined => ved(sag.data.titler, nu).at(-1)?.titel

/** The person's case; of several the one that the correction made, then the last. */
const sagFor = (set: Afsenderset, person: Personbogstav): Sag | undefined => {
  const sager = sagerFor(set, person)
  return sager.find((sag) => titelOf(sag, set.nu) === F.titelEfter) ?? sager.at(-1)
}

/** The demand on the person's case, where it has come. */
const paaSag =
  (person: Personbogstav, holder: (sag: Sag, set: Afsenderset) => boolean | 'mangler'): Krav['svar'] =>
  (set) => {
    const sag = sagFor(set, person)
    if (!sag) return 'mangler'
    const svar = holder(sag, set)
    return svar === 'mangler' ? 'mangler' : svar ? 'holdt' : 'brudt'
  }

const kommet = (set: Afsenderset, person: Personbogstav, antal: (ting: readonly Proeveting[]) => boolean): Kravsvar =>
  antal(set.personer[person]) ? 'holdt' : 'mangler'

/** A correction that came as a new object leaves the old one beside it. */
const erNytObjekt = (set: Afsenderset): boolean => {
  const titler = sagerFor(set, 'A').map((sag) => titelOf(sag, set.nu))
  return titler.includes(F.titelFoer) && titler.includes(F.titelEfter)
}

const KOMMET: Krav['svar'] = (set) => kommet(set, 'A', (ting) => ting.length > 0)

const LATENS_MS = 10 * 60_000

/** Each registration came within ten minutes of its own Tidspunkt. */
const iTide: Krav['svar'] = ({ registreringer }) => {
  if (registreringer.length === 0) return 'mangler'
  return registreringer.every(({ tidspunkt, modtaget }) => Date.parse(modtaget) - Date.parse(tidspunkt) <= LATENS_MS)
    ? 'holdt'
    : 'brudt'
}

/** Of each object the registrations came in the order of their Tidspunkt. */
const iOrden: Krav['svar'] = ({ registreringer }) => {
  if (registreringer.length === 0) return 'mangler'
  const objekter = Map.groupBy(registreringer, ({ objekt }) => objekt)
  const ordnet = [...objekter.values()].every((egne) =>
    egne.every((en, i) => i === 0 || (egne[i - 1]?.tidspunkt ?? '') <= en.tidspunkt),
  )
  return ordnet ? 'holdt' : 'brudt'
}

const TILSTANDE = ['Opstaaet', 'Afgjort', 'Afsluttet'] as const

const helHistorik = paaSag('A', ({ data }) => {
  const kendte: readonly string[] = data.fremdrift.map(({ status }) => status)
  if (!kendte.includes('Afsluttet')) return 'mangler'
  return TILSTANDE.every((tilstand) => kendte.includes(tilstand))
})

const ALLE_SAGER: readonly Personbogstav[] = ['A', 'B', 'C', 'D']

/** The demand on every case that has come. */
const paaAlle =
  (holder: (sag: Sag, set: Afsenderset) => boolean): Krav['svar'] =>
  (set) => {
    const sager = ALLE_SAGER.flatMap((person) => sagerFor(set, person))
    if (sager.length === 0) return 'mangler'
    return sager.every((sag) => holder(sag, set)) ? 'holdt' : 'brudt'
  }

const rigtigPart = paaAlle(({ data }, { nu }) => ved(data.roller, nu).some(({ rolle }) => rolle === 'Primær part'))

/** At most one case a person, one document and one note, one grant and one payment. */
const ikkeMere: Krav['svar'] = (set) => {
  // That one is told as what it is.
  if (erNytObjekt(set)) return 'holdt'
  const alle = Object.values(set.personer)
  if (alle.every((ting) => ting.length === 0)) return 'mangler'
  const forMange = alle.some((ting) => [...Map.groupBy(ting, ({ art }) => art).values()].some((samme) => samme.length > 1))
  return forMange ? 'brudt' : 'holdt'
}

const sendt = ({ linjer }: Afsenderset, art: string): boolean =>
  linjer.some((linje) => linje.art === art && linje.udfald !== 'afvist')

/** A document or note that was taken in and is not on the person's case. */
const staarPaaSag =
  (art: 'dokument' | 'journalnotat', titel: string): Krav['svar'] =>
  (set) => {
    const fundet = set.personer.D.find((ting) => ting.art === art)
    if (!fundet) return sendt(set, art) ? 'brudt' : 'mangler'
    const { data } = fundet
    const sager = data.art === 'dokument' || data.art === 'journalnotat' ? data.sager : []
    const titler =
      data.art === 'dokument' || data.art === 'journalnotat'
        ? ved<{ titel: string; virkning: Virkning }>(data.titler, set.nu)
        : []
    return sager.some(({ id }) => id === sagFor(set, 'D')?.id) && titler.some((et) => et.titel === titel) ? 'holdt' : 'brudt'
  }

const ydelse: Krav['svar'] = (set) => {
  const [bevilling, effektuering] = [findData(set, 'bevilling'), findData(set, 'oekonomiskEffektuering')]
  if (!bevilling) return 'mangler'
  if (!ved(bevilling.ydelser, set.nu).some(({ navn }) => navn === F.ydelse)) return 'brudt'
  if (!effektuering) return 'mangler'
  const beloeb = ved(effektuering.udbetalinger, set.nu).flatMap(({ brutto, udbetalt, sendt: afsendt }) => [
    brutto,
    udbetalt,
    afsendt,
  ])
  return beloeb.some((et) => et !== undefined && Number(et) === Number(F.beloeb)) ? 'holdt' : 'brudt'
}

function findData(set: Afsenderset, art: 'bevilling'): BevillingData | undefined
function findData(set: Afsenderset, art: 'oekonomiskEffektuering'): EffektueringData | undefined
function findData({ personer }: Afsenderset, art: string): unknown {
  return personer.E.find((ting) => ting.art === art)?.data
}

const harHemmelighed = (titel: string | undefined): boolean => titel?.toLowerCase().includes('mistanke') ?? false

const PERSONS_TITEL: Readonly<Partial<Record<Personbogstav, string>>> = {
  A: F.titelEfter,
  B: F.undtaget,
  C: F.offentlig,
  D: F.medDokument,
}

/** Every title is the prescribed one; until the correction has come the first one is right for A. */
const rigtigTitel = paaAlle((sag, set) => {
  const person = ALLE_SAGER.find((bogstav) => sagerFor(set, bogstav).includes(sag))
  const titel = titelOf(sag, set.nu)
  if (person === 'C' && harHemmelighed(titel)) return true
  return titel === PERSONS_TITEL[person ?? 'A'] || (person === 'A' && titel === F.titelFoer)
})

const samme: Krav['svar'] = (set) => {
  if (erNytObjekt(set)) return 'brudt'
  return paaSag('A', (sag) => (titelOf(sag, set.nu) === F.titelFoer ? 'mangler' : true))(set)
}

const undtaget = paaSag('B', ({ data, vises }, { nu }) => !vises && ved(data.visningsklasser, nu).length > 0)
const hemmelig = paaSag('C', (sag, { nu }) => !harHemmelighed(titelOf(sag, nu)))

/** What each rule demands, besides that all of it has come (AFP-101). */
const KRAV: Readonly<Partial<Record<Afpregel, Krav['svar']>>> = {
  'AFP-102': iTide,
  'AFP-103': helHistorik,
  'AFP-104': iOrden,
  'AFP-105': rigtigTitel,
  'AFP-106': paaAlle((sag, { kle }) => sag.kle === kle),
  'AFP-107': paaAlle(({ data }, { nu }) => ved(data.foelsomhed, nu).some(({ foelsomhed }) => foelsomhed === F.foelsomhed)),
  'AFP-108': rigtigPart,
  'AFP-109': ikkeMere,
  'AFP-110': hemmelig,
  'AFP-111': undtaget,
  'AFP-112': samme,
  'AFP-113': staarPaaSag('dokument', F.dokument),
  'AFP-114': staarPaaSag('journalnotat', F.notat),
  'AFP-115': ydelse,
}

const ALLE: Readonly<Partial<Record<Afpregel, Krav['svar']>>> = { 'AFP-101': KOMMET, ...KRAV }

export const kravFor = ({ regler }: Begivenhed): readonly Krav[] =>
  regler.flatMap((regel): Krav[] => {
    const svar = ALLE[regel]
    return svar ? [{ regel, svar }] : []
  })
