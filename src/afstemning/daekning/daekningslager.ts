import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Kilde, Kilderegister } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { createSnapshot, type Snapshot } from '#platform/snapshot'
import type { Noedstop, Opsaetning } from '#visning'
import { aabningFor, coversLivsomraade } from './aabning.ts'
import {
  countAabneAfvisninger,
  deleteForventninger,
  insertForventninger,
  loadDaekning,
  loadForventninger,
  toAabenAfvisning,
  toDaekning,
  upsertTilslutninger,
} from './daekning.sql.ts'
import type { AabenAfvisning, Daekningsraekke, Emnefelt, Forventning, Tilslutning } from './daekning.ts'
import { type KildeDaekning, type Udsagn, type Udsagnsgrundlag, udsagnFor } from './udsagn.ts'

/** What is known of all sources at one time. */
export type Daekning = {
  /** What the statements follow from, for the map of coverage. */
  readonly fakta: Daekningsfakta
  /** What to say of a field to somebody who sees something of it (`hasVisible`), or nothing, under the emergency stops in force. */
  udsagnFor(felt: Emnefelt, opsaetning: Opsaetning, nu: Tidspunkt, hasVisible: boolean, stop: readonly Noedstop[]): Udsagn
  /** What a statement to somebody who sees nothing follows from; the same for everybody. */
  grundlagFor(felt: Emnefelt, opsaetning: Opsaetning, nu: Tidspunkt, stop: readonly Noedstop[]): Udsagnsgrundlag
}

export type Daekningsfakta = {
  readonly raekker: readonly Daekningsraekke[]
  readonly forventninger: readonly Forventning[]
  readonly afvisninger: readonly AabenAfvisning[]
  readonly kilder: readonly Kilde[]
}

/** Coverage, at most half a minute old. Where it can be read no more `current` throws SnapshotFejl: then nothing is known, and no page says none. */
export type Daekningslager = Snapshot<Daekning> & {
  /** Says that sources deliver, from when and how far back, before (or though) nothing has come. */
  saveTilslutninger(tilslutninger: readonly Tilslutning[]): Promise<void>
  /** Replaces what each municipality named has said of the kinds of system it has. */
  saveForventninger(forventninger: readonly Forventning[]): Promise<void>
}

/** Opens the store and reads it. Throws SnapshotFejl where it cannot be read. */
export async function createDaekningslager(db: Database, clock: Clock, kilder: Kilderegister): Promise<Daekningslager> {
  const load = async (): Promise<Daekning> => {
    const statements = [loadDaekning(), loadForventninger(), countAabneAfvisninger()] as const
    const [raekker, forventninger, afvisninger] = await db.readBatch({ rolle: 'opsaetning' }, statements)
    return createDaekning(raekker.map(toDaekning), forventninger, afvisninger.map(toAabenAfvisning), await kilder.alle())
  }
  const snapshot = await createSnapshot({ navn: 'daekning', load, clock })
  return {
    ...snapshot,
    saveTilslutninger: async (tilslutninger) => {
      await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(upsertTilslutninger(tilslutninger)))
      await snapshot.refresh()
    },
    saveForventninger: async (forventninger) => {
      await db.transaction({ rolle: 'opsaetning' }, async (tx) => {
        for (const kommune of new Set(forventninger.map((led) => led.kommune))) await tx.run(deleteForventninger(kommune))
        await tx.run(insertForventninger(forventninger))
      })
      await snapshot.refresh()
    },
  }
}

const noegle = ({ kommune, livsomraade, art }: Emnefelt): string => `${kommune} ${livsomraade} ${art}`

export function createDaekning(
  raekker: readonly Daekningsraekke[],
  forventninger: readonly Forventning[],
  afvisninger: readonly AabenAfvisning[],
  kilder: readonly Kilde[],
): Daekning {
  const kildeMedId = new Map(kilder.map((kilde) => [kilde.id, kilde]))
  const raekkerFor = Map.groupBy(raekker, noegle)
  const slagsFor = Map.groupBy(forventninger, (led) => `${led.kommune} ${led.livsomraade}`)
  const livstegn = newestLivstegn(raekker)
  const kilderFor = groupByKommune(kilder)
  const afvisningerFor = afvisningerByKommune(afvisninger, kildeMedId)
  // One statement is the same for everybody, and a page asks for some fifty of them.
  const faerdige = new WeakMap<Opsaetning, Map<string, Udsagn>>()

  const isStoppet = (felt: Emnefelt, stop: readonly Noedstop[]): boolean =>
    stop.some((led) => led.kommune === felt.kommune && touchesFelt(led, felt, raekkerFor.get(noegle(felt)) ?? []))
  const grundlagFor = (
    felt: Emnefelt,
    opsaetning: Opsaetning,
    nu: Tidspunkt,
    hasVisible: boolean,
    stoppet: boolean,
  ): Udsagnsgrundlag => {
    const egne = (raekkerFor.get(noegle(felt)) ?? []).filter(({ tilsluttetSiden }) => tilsluttetSiden <= nu)
    const tilsluttede = egne.flatMap((raekke): KildeDaekning[] => {
      const kilde = kildeMedId.get(raekke.kilde)
      return kilde ? [{ ...raekke, kilde, senesteLivstegn: livstegn.get(`${raekke.kommune} ${raekke.kilde}`) }] : []
    })
    // A source that delivered and that the register does not know shows that the municipality's list of kinds is not all.
    const alleKendt = tilsluttede.length === egne.length
    const forventedeSlags = alleKendt ? (slagsFor.get(`${felt.kommune} ${felt.livsomraade}`) ?? []).map(({ slags }) => slags) : []
    return {
      ...aabningFor(opsaetning, felt, nu),
      tilsluttede,
      forventedeSlags,
      ikkeTilsluttede: (kilderFor.get(felt.kommune) ?? []).filter(
        (kilde) =>
          forventedeSlags.includes(kilde.slags) &&
          coversLivsomraade(kilde.kle, felt.livsomraade) &&
          !tilsluttede.some((led) => led.kilde.id === kilde.id),
      ),
      aabneAfvisninger: countFor(felt, afvisningerFor(felt.kommune)),
      stoppet,
      nu,
      hasVisible,
    }
  }

  return {
    fakta: { raekker, forventninger, afvisninger, kilder },
    grundlagFor: (felt, opsaetning, nu, stop) => grundlagFor(felt, opsaetning, nu, false, isStoppet(felt, stop)),
    udsagnFor: (felt, opsaetning, nu, hasVisible, stop) => {
      const udsagn = faerdige.get(opsaetning) ?? new Map<string, Udsagn>()
      faerdige.set(opsaetning, udsagn)
      const stoppet = isStoppet(felt, stop)
      const hvad = `${noegle(felt)} ${hasVisible} ${stoppet} ${nu.slice(0, 16)}`
      const svar = udsagn.get(hvad) ?? udsagnFor(grundlagFor(felt, opsaetning, nu, hasVisible, stoppet))
      udsagn.set(hvad, svar)
      return svar
    },
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

/** By municipality and source, the last delivery or agreeing count of any kind. */
function newestLivstegn(raekker: readonly Daekningsraekke[]): ReadonlyMap<string, Tidspunkt> {
  const nyeste = new Map<string, Tidspunkt>()
  for (const { kommune, kilde, senesteLevering, afstemt } of raekker)
    for (const tid of [senesteLevering, afstemt]) {
      const hidtil = nyeste.get(`${kommune} ${kilde}`)
      if (tid !== undefined && (hidtil === undefined || hidtil < tid)) nyeste.set(`${kommune} ${kilde}`, tid)
    }
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

/** Of a municipality's refused lines those that may be about the field: what a line did not show it may be about. */
function countFor(felt: Emnefelt, afvisninger: readonly AabenAfvisning[]): number {
  const rammer = ({ livsomraade, art }: AabenAfvisning): boolean =>
    (livsomraade ?? felt.livsomraade) === felt.livsomraade && (art ?? felt.art) === felt.art
  return afvisninger.filter(rammer).reduce((sum, { antal }) => sum + antal, 0)
}
