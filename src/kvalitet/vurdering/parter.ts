import { hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tidspunkt, Uuid } from '#kernel'
import type { Titelkontekst } from '#kvalitet/titeltjek'
import type { Clock } from '#platform/clock'
import type { Statement, Transaktion } from '#platform/database'
import { titlerAf } from './tekster.ts'
import {
  deleteVurderinger,
  findNoegler,
  findObjekthash,
  findParterMed,
  findPersoner,
  findRegistreringer,
  findTing,
  type Gennemgangsraekke,
  type KendtRaekke,
  lockVurderinger,
  type Tingraekke,
  upsertVurderinger,
  type Vurderingsraekke,
} from './vurdering.sql.ts'
import { type Gennemgang, type Tjek, vurderNotat, vurderTekst, withGennemgang } from './vurdering.ts'

/** A party of an object as its sender names it; `part` undefined where it is named by name alone. */
export type Partnavn = { readonly part: Uuid | undefined; readonly navn: string }

export type Vurderingsdeps = {
  readonly clock: Clock
  readonly tjek: Tjek
  /** The names of the parties in a registration, which is sealed. Throws where it was not sealed with our keys. */
  readonly laesPartnavne: (raekke: {
    readonly objekt_id: Uuid
    readonly tidspunkt: Tidspunkt
    readonly indhold: Uint8Array
  }) => readonly Partnavn[]
  /** What people have decided about the titles of these items; locks it, in an order that reviews lock in too. */
  readonly gennemgange: (items: readonly Uuid[]) => Statement<Gennemgangsraekke>
  /** Told, in the same transaction, of what has been judged anew, and of what is nobody's or not that person's any more. */
  readonly onVurderet: (
    tx: Transaktion,
    raekker: readonly Vurderingsraekke[],
    vaek: readonly { readonly part_id: Uuid; readonly item_id: Uuid }[],
  ) => Promise<void>
}

/** So many persons are read and written together. */
const AD_GANGEN = 25

/**
 * Brings what is known of these persons' titles to what their items are now, and of all who share an item that has come, gone or been moved;
 * answers how many items were judged. The whole of a person is the unit: whatever a change of a case does to what stands on it, it does to somebody's
 * items, and what has gone is seen by its not being there. Role kvalitet, and the mark is held.
 */
export async function vurderParter(tx: Transaktion, deps: Vurderingsdeps, parter: Iterable<Uuid>): Promise<number> {
  const kendte = new Set(parter)
  const koe = [...kendte]
  let antal = 0
  while (koe.length > 0) {
    const { vurderet, items } = await vurderBunke(tx, deps, koe.splice(0, AD_GANGEN))
    antal += vurderet
    const andre = items.length > 0 ? await tx.run(findParterMed(items)) : []
    for (const { part_id } of andre) {
      if (kendte.has(part_id)) continue
      kendte.add(part_id)
      koe.push(part_id)
    }
    await nextTurn()
  }
  return antal
}

const noegle = ({ part_id, item_id }: { readonly part_id: Uuid; readonly item_id: Uuid }): string => `${part_id} ${item_id}`

/** The objects that say who the item is about: itself, and the cases it stands on. */
const ophavOf = ({ item_id, sager }: Tingraekke): readonly Uuid[] => [...new Set([item_id, ...sager])]

const stedOf = (raekke: KendtRaekke | undefined): string | undefined => raekke?.grundlag.split('.')[0]

/** What is to be judged, with what it is judged on. */
type Ting = { readonly raekke: Tingraekke; readonly grundlag: string; readonly beslutninger: readonly Gennemgangsraekke[] }

/** Answers how many items were judged, and which have come, gone, or stand on something else for somebody. */
async function vurderBunke(
  tx: Transaktion,
  deps: Vurderingsdeps,
  parter: readonly Uuid[],
): Promise<{ readonly vurderet: number; readonly items: readonly Uuid[] }> {
  const [raekker, noegler] = await Promise.all([tx.run(findTing(parter)), tx.run(findNoegler(parter))])
  // A review locks its task before what is known of the title, so the tasks come first here too.
  const gennemgange = await readGennemgange(tx, deps, [...raekker, ...noegler])
  const kendte = await tx.run(lockVurderinger(parter))
  const foer = new Map(kendte.map((raekke) => [noegle(raekke), raekke]))
  const aendrede = (await findGrundlag(tx, deps, raekker, gennemgange)).filter(
    ({ raekke, grundlag }) => foer.get(noegle(raekke))?.grundlag !== grundlag,
  )
  const navne = await readNavne(tx, deps, [...new Set(aendrede.flatMap(({ raekke }) => ophavOf(raekke)))])
  const vurderede: KendtRaekke[] = []
  for (const [nr, ting] of aendrede.entries()) {
    vurderede.push(vurderTing(deps, ting, navne))
    // Citizens want their pages meanwhile.
    if (nr % 20 === 19) await nextTurn()
  }
  const nu = new Set(raekker.map(noegle))
  const vaek = kendte.filter((raekke) => !nu.has(noegle(raekke)))
  if (vurderede.length > 0) await tx.run(upsertVurderinger(vurderede))
  if (vaek.length > 0) await tx.run(deleteVurderinger(vaek))
  if (vurderede.length > 0 || vaek.length > 0) await deps.onVurderet(tx, vurderede, vaek)
  const flyttet = vurderede.filter((raekke) => stedOf(foer.get(noegle(raekke))) !== stedOf(raekke))
  return { vurderet: vurderede.length, items: [...new Set([...flyttet, ...vaek].map(({ item_id }) => item_id))] }
}

type Beslutninger = ReadonlyMap<Uuid, readonly Gennemgangsraekke[]>

async function readGennemgange(
  tx: Transaktion,
  deps: Vurderingsdeps,
  raekker: readonly { readonly item_id: Uuid }[],
): Promise<Beslutninger> {
  const items = [...new Set(raekker.map(({ item_id }) => item_id))]
  const alle = items.length > 0 ? await tx.run(deps.gennemgange(items)) : []
  return Map.groupBy(
    alle.filter(({ gennemgang, frigivet }) => gennemgang !== 'ingen' || frigivet),
    ({ item_id }) => item_id,
  )
}

/** What each item would be judged on, as a fingerprint: what has the same as before is as it was. */
async function findGrundlag(
  tx: Transaktion,
  { tjek }: Vurderingsdeps,
  raekker: readonly Tingraekke[],
  gennemgange: Beslutninger,
): Promise<Ting[]> {
  if (raekker.length === 0) return []
  const hasher = await tx.run(findObjekthash([...new Set(raekker.flatMap(ophavOf))]))
  const efterObjekt = new Map(hasher.map((led) => [led.objekt_id, led.hash]))
  return raekker.map((raekke) => {
    const beslutninger = gennemgange.get(raekke.item_id) ?? []
    const { kommune, kle, kilde_id, data, indhold } = raekke
    const sagt = ophavOf(raekke).map((id) => efterObjekt.get(id))
    const alt = [tjek.regelversion, kommune, kle, kilde_id, titlerAf(data), indhold, sagt, beslutninger.map(toLinje).sort()]
    return { raekke, beslutninger, grundlag: `${placering(raekke)}.${hash('sha256', JSON.stringify(alt), 'base64url')}` }
  })
}

/** What the item stands on, as the first part of the fingerprint: where that is another, others may have got or lost the item. */
const placering = ({ sager }: Tingraekke): string => hash('sha256', sager.join(), 'base64url').slice(0, 12)

const toLinje = ({ hash: af, gennemgang, titel, frigivet }: Gennemgangsraekke): string =>
  JSON.stringify([af, gennemgang, titel, frigivet])

/** The names of persons that each object names. A company's name is no person's. */
async function readNavne(
  tx: Transaktion,
  deps: Vurderingsdeps,
  objekter: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly Partnavn[]>> {
  if (objekter.length === 0) return new Map()
  const registreringer = await tx.run(findRegistreringer(objekter))
  const navne = registreringer.map((raekke) => [raekke.objekt_id, deps.laesPartnavne(raekke)] as const)
  const parter = [...new Set(navne.flatMap(([, alle]) => alle.flatMap(({ part }) => part ?? [])))]
  const personer = new Set((await tx.run(findPersoner(parter))).map(({ part_id }) => part_id))
  return new Map(navne.map(([id, alle]) => [id, alle.filter(({ part }) => part === undefined || personer.has(part))]))
}

function vurderTing(
  { clock, tjek }: Vurderingsdeps,
  { raekke, grundlag, beslutninger }: Ting,
  navne: ReadonlyMap<Uuid, readonly Partnavn[]>,
): KendtRaekke {
  const { part_id, item_id, kommune, kle, data, indhold } = raekke
  const kontekst = kontekstFor(
    raekke,
    ophavOf(raekke).flatMap((id) => navne.get(id) ?? []),
  )
  const efterHash = new Map(beslutninger.map((beslutning) => [beslutning.hash, beslutning as Gennemgang]))
  const vurderinger = titlerAf(data)
    .map((titel) => vurderTekst(tjek, titel, kontekst))
    .map((vurdering) => withGennemgang(vurdering, efterHash.get(vurdering.hash)))
  const tekster = [...new Set((indhold?.notater ?? []).map(({ notat }) => notat))]
  return {
    part_id,
    item_id,
    kommune,
    kle,
    regelversion: tjek.regelversion,
    vurderinger,
    notater: tekster.map((tekst) => vurderNotat(tjek, tekst, kontekst)),
    vurderet: clock.now(),
    grundlag,
  }
}

/** Seen from the part: its own names are no finding, and those of everybody else on the item are. */
function kontekstFor({ part_id, art, kle, kilde_id, data }: Tingraekke, navne: readonly Partnavn[]): Titelkontekst {
  const ens = (alle: readonly Partnavn[]) => [...new Set(alle.map(({ navn }) => navn))]
  const egneNavne = ens(navne.filter(({ part }) => part === part_id))
  return {
    art,
    kle: kle || undefined,
    kilde: kilde_id,
    dokumenttype: data.art === 'dokument' ? data.titler.at(-1)?.type : undefined,
    egneNavne,
    // Some senders name the citizen once by number and once by name alone.
    kendteNavne: ens(navne.filter(({ part }) => part !== part_id)).filter((navn) => !egneNavne.includes(navn)),
  }
}
