import type { OverblikData } from '#indeks'
import { type CvrNummer, gaeldende, type KleEmne, type Tidspunkt, type Uuid } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import { tekstHash } from '#kvalitet/vurdering'
import type { Clock } from '#platform/clock'
import type { Transaktion } from '#platform/database'
import type { KleKonfiguration, Opsaetning, Titeludfald } from '#visning'
import { findBehov, titlerFra } from './behov.ts'
import {
  type BehandletRaekke,
  deleteGennemgange,
  deleteOpgaver,
  findBehandlere,
  findKendte,
  findProevegraense,
  findSlettede,
  type KendtTing,
  lapseOthers,
  lockKoe,
  type NyOpgave,
  trimProeve,
  upsertOpgaver,
} from './keep.sql.ts'
import { rangFor } from './opgave.ts'
import { drawNumber } from './stikproeve.ts'

export type Holddeps = {
  readonly clock: Clock
  readonly opsaetning: { current(): Promise<Opsaetning> }
}

/**
 * Brings the tasks of these items to what their titles are and what the municipality asks for: those that somebody must look at, those that
 * were drawn, and no others. From what stands in titelvurdering alone, so it comes to the same however often and in what order it is done.
 * In the transaction of whoever judged the titles, role kvalitet.
 */
export async function keepOpgaver(tx: Transaktion, deps: Holddeps, vurderede: readonly Uuid[]): Promise<void> {
  const items = [...new Set(vurderede)]
  if (items.length === 0) return
  const nu = deps.clock.now()
  const opsaetning = await deps.opsaetning.current()
  await tx.run(lockKoe())
  const kendte = await tx.run(findKendte(items))
  const objekter = [...new Set(kendte.flatMap(({ item_id, sager }) => [item_id, ...sager]))]
  const behandlede = objekter.length > 0 ? await tx.run(findBehandlere(objekter)) : []
  const behandlere = new Map(behandlede.map((raekke) => [raekke.objekt_id, raekke.behandlere]))
  const alle = [...Map.groupBy(kendte, ({ item_id, kommune }) => `${item_id} ${kommune}`).values()].flatMap((raekker) =>
    toKandidater(raekker, opsaetning, behandlere, nu),
  )
  const opgaver = await drawAlle(tx, alle)
  if (opgaver.length > 0) await tx.run(upsertOpgaver(opgaver, nu))
  await tx.run(lapseOthers(items, opgaver))
  await removeSlettede(tx, items)
  for (const { kommune, konfiguration } of proever(alle))
    await tx.run(trimProeve(kommune, konfiguration.kle, konfiguration.stikproeve))
}

/** Physical deletion (AM-03) takes the review of the object along. */
async function removeSlettede(tx: Transaktion, items: readonly Uuid[]): Promise<void> {
  const slettede = (await tx.run(findSlettede(items))).map(({ item_id }) => item_id)
  if (slettede.length === 0) return
  await tx.asSletning(async () => {
    await tx.run(deleteGennemgange(slettede))
    await tx.run(deleteOpgaver(slettede))
  })
}

/** A title with what it takes to be a task; `konfiguration` of the number that its sample is drawn for. */
type Kandidat = {
  readonly opgave: Omit<NyOpgave, 'grund' | 'proeve'>
  readonly grund: 'fund' | 'alle' | undefined
  readonly konfiguration: KleKonfiguration | undefined
  readonly nummer: number | undefined
}

const VAEGT: Readonly<Record<Titeludfald, number>> = { ren: 0, advaret: 1, blokeret: 2 }

/** The titles of one item of one municipality's, from all its parts: what is found for one of them is to be looked at for all. */
function toKandidater(
  raekker: readonly KendtTing[],
  opsaetning: Opsaetning,
  behandlere: ReadonlyMap<Uuid, BehandletRaekke['behandlere']>,
  nu: Tidspunkt,
): Kandidat[] {
  const [foerste] = raekker
  if (!foerste) return []
  const { kommune, item_id: item, art, kle, kilde_id: kilde, sager, data } = foerste
  const konfiguration = opsaetning.konfigurationFor(kommune, kle || undefined, nu)
  const sted = { art, dokumenttyper: dokumenttyper(data), kilde }
  const ansvarlig = gaeldende(data.ansvarlig, nu)[0]
  const behandler = [item, ...sager].flatMap((id) => gaeldende(behandlere.get(id) ?? [], nu))[0]?.behandler ?? ''
  const hasher = new Set(raekker.flatMap((raekke) => [...titlerFra(raekke.data, nu).map(tekstHash), ...findHoldte(raekke)]))
  return [...hasher].flatMap((hash) => {
    const fundne = raekker.flatMap((raekke) => raekke.vurderinger.filter((led) => led.hash === hash))
    const vaerst = fundne.toSorted((a, b) => VAEGT[b.udfald] - VAEGT[a.udfald])[0]
    if (!vaerst) return []
    const tilbageholdt = fundne.some((led) => led.tilbageholdt)
    const { grund, iProeve } = findBehov(sted, { udfald: vaerst.udfald, tilbageholdt }, konfiguration)
    const opgave = {
      kommune,
      item,
      hash,
      art,
      kle,
      omraade: livsomraadeFor(kle as KleEmne).noegle,
      enhed: ansvarlig?.enhed ?? '',
      enhedsnavn: ansvarlig?.navn ?? '',
      behandler,
      kilde,
      parter: raekker.filter((raekke) => raekke.vurderinger.some((led) => led.hash === hash)).map(({ part_id }) => part_id),
      udfald: vaerst.udfald,
      tilbageholdt,
      fund: [...new Set(fundne.flatMap((led) => led.fund ?? []))],
      rang: rangFor({ tilbageholdt, udfald: vaerst.udfald }),
    }
    const nummer = iProeve && konfiguration ? drawNumber(kommune, konfiguration.kle, item, hash) : undefined
    return [{ opgave, grund, konfiguration, nummer }]
  })
}

/** What a former title holds back stays so until somebody releases it. */
const findHoldte = ({ vurderinger }: KendtTing): readonly string[] =>
  vurderinger.filter(({ tilbageholdt }) => tilbageholdt).map(({ hash }) => hash)

const dokumenttyper = (data: OverblikData): readonly string[] =>
  data.art === 'dokument' ? data.titler.map(({ type }) => type) : []

/** The samples that the titles belong to, each once. */
function proever(kandidater: readonly Kandidat[]): { readonly kommune: CvrNummer; readonly konfiguration: KleKonfiguration }[] {
  const fundne = kandidater.flatMap(({ opgave: { kommune }, konfiguration }) =>
    konfiguration ? [[`${kommune} ${konfiguration.kle}`, { kommune, konfiguration }] as const] : [],
  )
  return [...new Map(fundne).values()].toSorted((a, b) => (a.konfiguration.kle < b.konfiguration.kle ? -1 : 1))
}

/** Those that somebody must look at, and those whose number is low enough for the sample to be of them. */
async function drawAlle(tx: Transaktion, kandidater: readonly Kandidat[]): Promise<NyOpgave[]> {
  const graenser = new Map<string, number>()
  for (const { kommune, konfiguration } of proever(kandidater)) {
    const { kle, kvalitetskrav, stikproeve } = konfiguration
    if (kvalitetskrav !== 'stikproeve' || stikproeve < 1) continue
    const [graense] = await tx.run(findProevegraense(kommune, kle, stikproeve))
    graenser.set(`${kommune} ${kle}`, graense?.nummer ?? Number.MAX_SAFE_INTEGER)
  }
  return kandidater.flatMap(({ opgave, grund, konfiguration, nummer }) => {
    const graense = konfiguration && graenser.get(`${opgave.kommune} ${konfiguration.kle}`)
    const proeve =
      konfiguration && nummer !== undefined && graense !== undefined && nummer <= graense
        ? { kle: konfiguration.kle, nummer }
        : undefined
    return grund || proeve ? [{ ...opgave, grund: grund ?? 'stikproeve', proeve }] : []
  })
}
