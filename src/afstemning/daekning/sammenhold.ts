import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import type { Noedstop, Opsaetning } from '#visning'
import type { Bevis, SenesteLivstegn } from '../livstegn/index.ts'
import { aabningFor, coversLivsomraade } from './aabning.ts'
import type { AabenAfvisning, Daekningsraekke, Emnefelt, Forventning } from './daekning.ts'
import { findLivsfrist, type Rytmer } from './livsfrist.ts'
import { type KildeDaekning, type Udsagn, type Udsagnsgrundlag, udsagnFor } from './udsagn.ts'

/** What is known of all sources at one time. */
export type Daekning = {
  /** What the statements follow from, for the map of coverage. */
  readonly fakta: Daekningsfakta
  /** What to say of a field to somebody who sees something of it (`hasVisible`), or nothing, under the emergency stops in force. */
  udsagnFor(felt: Emnefelt, opsaetning: Opsaetning, nu: Tidspunkt, hasVisible: boolean, stop: readonly Noedstop[]): Udsagn
  /** What a statement to somebody who sees nothing follows from; the same for everybody. */
  grundlagFor(felt: Emnefelt, opsaetning: Opsaetning, nu: Tidspunkt, stop: readonly Noedstop[]): Udsagnsgrundlag
  /** The same, where these sources have proved nothing for these municipalities. */
  withoutBeviser(brudte: readonly Pick<Bevis, 'kilde' | 'kommune'>[]): Daekning
}

export type Daekningsfakta = {
  readonly raekker: readonly Daekningsraekke[]
  readonly forventninger: readonly Forventning[]
  readonly afvisninger: readonly AabenAfvisning[]
  readonly kilder: readonly Kilde[]
  readonly beviser: readonly Bevis[]
  /** How many times proofs had been broken when all this was read. */
  readonly brudNr: number
  /** The last sign of each source that gives them. */
  readonly tegn?: readonly SenesteLivstegn[]
  /** What has been learned of how they do. */
  readonly rytmer?: Rytmer
}

const noegle = ({ kommune, livsomraade, art }: Emnefelt): string => `${kommune} ${livsomraade} ${art}`
const par = ({ kilde, kommune }: Pick<Bevis, 'kilde' | 'kommune'>): string => `${kommune} ${kilde}`

/** What is known of all sources, and what follows from it. Pure. */
export function createDaekning(fakta: Daekningsfakta): Daekning {
  return over(fakta, createOpslag(fakta), new Set())
}

/** What is known, by what it is asked for. */
type Opslag = ReturnType<typeof createOpslag>

function createOpslag({ raekker, forventninger, afvisninger, kilder, beviser, tegn = [], rytmer = new Map() }: Daekningsfakta) {
  const kildeMedId = new Map(kilder.map((kilde) => [kilde.id, kilde]))
  const raekkerFor = Map.groupBy(raekker, noegle)
  const slagsFor = Map.groupBy(forventninger, (led) => `${led.kommune} ${led.livsomraade}`)
  return {
    kildeMedId,
    raekkerFor,
    slagsFor,
    livstegn: newestLivstegn(raekker, beviser, tegn),
    lovede: new Map<string, SenesteLivstegn>(tegn.map((led) => [par({ kilde: led.kilde_id, kommune: led.kommune }), led])),
    rytmer,
    kilderFor: groupByKommune(kilder),
    afvisningerFor: afvisningerByKommune(afvisninger, kildeMedId),
    beviser: new Map(beviser.map((bevis) => [par(bevis), bevis])),
  }
}

/** The kinds that a thing is looked at on: whether it may be shown, and where it belongs, follows from these as well. */
const BAERES_AF: { readonly [A in Art]: readonly Art[] } = {
  sag: [],
  dokument: ['sag'],
  journalnotat: ['sag'],
  bevilling: ['sag'],
  oekonomiskEffektuering: ['bevilling', 'sag'],
  aftale: ['sag'],
}

function over(fakta: Daekningsfakta, opslag: Opslag, brudte: ReadonlySet<string>): Daekning {
  // One statement is the same for everybody, and a page asks for some fifty of them.
  const faerdige = new WeakMap<Opsaetning, Map<string, Udsagn>>()
  const isStoppet = (felt: Emnefelt, stop: readonly Noedstop[]): boolean =>
    stop.some((led) => led.kommune === felt.kommune && touchesFelt(led, felt, opslag.raekkerFor.get(noegle(felt)) ?? []))
  return {
    fakta,
    grundlagFor: (felt, opsaetning, nu, stop) => ({
      ...kilderI(opslag, brudte, felt, nu),
      ...aabningFor(opsaetning, felt, nu),
      stoppet: isStoppet(felt, stop),
      nu,
      hasVisible: false,
    }),
    udsagnFor: (felt, opsaetning, nu, hasVisible, stop) => {
      const udsagn = faerdige.get(opsaetning) ?? new Map<string, Udsagn>()
      faerdige.set(opsaetning, udsagn)
      const stoppet = isStoppet(felt, stop)
      const hvad = `${noegle(felt)} ${hasVisible} ${stoppet} ${nu.slice(0, 16)}`
      const kendt = udsagn.get(hvad)
      if (kendt) return kendt
      const aabning = aabningFor(opsaetning, felt, nu)
      const svar = udsagnFor({ ...kilderI(opslag, brudte, felt, nu), ...aabning, stoppet, nu, hasVisible })
      udsagn.set(hvad, svar)
      return svar
    },
    withoutBeviser: (nyBrudte) => over(fakta, opslag, new Set([...brudte, ...nyBrudte.map(par)])),
  }
}

type Kildegrundlag = Pick<
  Udsagnsgrundlag,
  'tilsluttede' | 'baerende' | 'forventedeSlags' | 'ikkeTilsluttede' | 'aabneAfvisninger'
>

/** What of a statement follows from the sources. */
function kilderI(opslag: Opslag, brudte: ReadonlySet<string>, felt: Emnefelt, nu: Tidspunkt): Kildegrundlag {
  const { kildeMedId, raekkerFor, slagsFor, livstegn, kilderFor, beviser, rytmer } = opslag
  const connectedFor = (sted: Emnefelt) => (raekkerFor.get(noegle(sted)) ?? []).filter((led) => led.tilsluttetSiden <= nu)
  const withKilde = (raekker: readonly Daekningsraekke[]): KildeDaekning[] =>
    raekker.flatMap((raekke) => {
      const kilde = kildeMedId.get(raekke.kilde)
      const sted = par(raekke)
      const bevis = brudte.has(sted) ? undefined : beviser.get(sted)
      if (!kilde) return []
      const senesteLivstegn = livstegn.get(sted)
      const lovet = findLovet(opslag, sted, senesteLivstegn)
      const livsfrist = findLivsfrist(kilde, rytmer.get(kilde.id), senesteLivstegn, lovet)
      return [{ ...raekke, kilde, bevis, senesteLivstegn, livsfrist }]
    })
  const egne = connectedFor(felt)
  const tilsluttede = withKilde(egne)
  // A source that delivered and that the register does not know shows that the municipality's list of kinds is not all.
  const alleKendt = tilsluttede.length === egne.length
  const forventedeSlags = alleKendt ? (slagsFor.get(`${felt.kommune} ${felt.livsomraade}`) ?? []).map(({ slags }) => slags) : []
  return {
    tilsluttede,
    baerende: withKilde(BAERES_AF[felt.art].flatMap((art) => connectedFor({ ...felt, art }))),
    forventedeSlags,
    ikkeTilsluttede: (kilderFor.get(felt.kommune) ?? []).filter(
      (kilde) =>
        forventedeSlags.includes(kilde.slags) &&
        coversLivsomraade(kilde.kle, felt.livsomraade) &&
        !tilsluttede.some((led) => led.kilde.id === kilde.id),
    ),
    aabneAfvisninger: countFor(felt, opslag.afvisningerFor(felt.kommune)),
  }
}

/** A stop of a single item touches no field: what is hidden of one person is told to nobody. */
function touchesFelt({ slags, vaerdi }: Noedstop, { livsomraade, art }: Emnefelt, kilder: readonly Daekningsraekke[]): boolean {
  switch (slags) {
    case 'ting':
      return false
    case 'dokumenttype':
      return art === 'dokument'
    case 'kilde':
      return kilder.some(({ kilde }) => kilde === vaerdi)
    case 'omraade':
      return livsomraade === vaerdi
  }
}

/** What a source has promised, where nothing has been heard of it since: a delivery keeps the promise. */
function findLovet({ lovede }: Opslag, sted: string, senest: Tidspunkt | undefined): Tidspunkt | undefined {
  const tegn = lovede.get(sted)
  return tegn && tegn.modtaget === senest ? (tegn.naeste ?? undefined) : undefined
}

/** By source and municipality, the last delivery, agreeing count, proof or sign of life of any kind. */
function newestLivstegn(
  raekker: readonly Daekningsraekke[],
  beviser: readonly Bevis[],
  tegn: readonly SenesteLivstegn[],
): ReadonlyMap<string, Tidspunkt> {
  const nyeste = new Map<string, Tidspunkt>()
  const note = (sted: string, tid: Tidspunkt | undefined) => {
    const hidtil = nyeste.get(sted)
    if (tid !== undefined && (hidtil === undefined || hidtil < tid)) nyeste.set(sted, tid)
  }
  for (const raekke of raekker) for (const tid of [raekke.senesteLevering, raekke.afstemt]) note(par(raekke), tid)
  for (const bevis of beviser) note(par(bevis), bevis.bevistModtaget)
  for (const { kilde_id: kilde, kommune, modtaget } of tegn) note(par({ kilde, kommune }), modtaget)
  return nyeste
}

/** With all municipalities in memory nobody looks through all sources for one field. */
function groupByKommune(kilder: readonly Kilde[]): ReadonlyMap<CvrNummer, readonly Kilde[]> {
  const efter = new Map<CvrNummer, Kilde[]>()
  for (const kilde of kilder)
    for (const kommune of new Set(kilde.kommuner)) {
      const egne = efter.get(kommune)
      if (egne) egne.push(kilde)
      else efter.set(kommune, [kilde])
    }
  return efter
}

/**
 * Refused lines that may be about a municipality: those that name it, and of those that name none the ones of a source that delivers for it;
 * those of a source that nobody knows are about all.
 */
function afvisningerByKommune(
  afvisninger: readonly AabenAfvisning[],
  kildeMedId: ReadonlyMap<Uuid, Kilde>,
): (kommune: CvrNummer) => readonly AabenAfvisning[] {
  const navngivne = Map.groupBy(afvisninger, ({ kommune }) => kommune)
  const uden = navngivne.get(undefined) ?? []
  const efter = new Map<CvrNummer, readonly AabenAfvisning[]>()
  return (kommune) => {
    const kendte = efter.get(kommune)
    if (kendte) return kendte
    const alle = [
      ...(navngivne.get(kommune) ?? []),
      ...uden.filter(({ kilde }) => kildeMedId.get(kilde)?.kommuner.includes(kommune) ?? true),
    ]
    efter.set(kommune, alle)
    return alle
  }
}

/**
 * Of a municipality's refused lines those that may be about the field: what a line did not show it may be about. One about a case or a grant may be
 * about what stands on it as well: whether that may be shown, and where, is the other's to say.
 */
function countFor(felt: Emnefelt, afvisninger: readonly AabenAfvisning[]): number {
  const rammer = ({ livsomraade, art }: AabenAfvisning): boolean =>
    (livsomraade === undefined || livsomraade === felt.livsomraade || !isBoundToOmraade(felt.art, art)) &&
    (art === undefined || art === felt.art || BAERES_AF[felt.art].includes(art as Art))
  return afvisninger.filter(rammer).reduce((sum, { antal }) => sum + antal, 0)
}

/**
 * Whether the area of a refused line is that in which a thing of a kind would have been seen because of it. A document and a note are seen in their
 * case's area, whatever their own; a grant, a payment and an appointment in their own, whatever their case's.
 */
function isBoundToOmraade(set: Art, afvist: string | undefined): boolean {
  if (set === 'dokument' || set === 'journalnotat') return afvist === 'sag'
  return set === 'sag' || set === afvist
}
