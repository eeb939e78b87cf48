import { hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tidspunkt, Uuid } from '#kernel'
import type { Titelkontekst } from '#kvalitet/titeltjek'
import type { Clock } from '#platform/clock'
import type { Statement, Transaktion } from '#platform/database'
import {
  findJournalisering,
  type Journalisering,
  type Journaliseringsdeps,
  ophavOf,
  readJournalisering,
} from './journalisering.ts'
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
import { type Gennemgang, type Tjek, uvurderet, uvurderetNotat, vurderFund, vurderNotat, withGennemgang } from './vurdering.ts'

/** A party of an object as its sender names it; `part` undefined where it is named by name alone. */
export type Partnavn = { readonly part: Uuid | undefined; readonly navn: string }

export type Vurderingsdeps = Journaliseringsdeps & {
  readonly clock: Clock
  readonly tjek: Tjek
  /** The names of the parties in a registration, which is sealed. Throws where it was not sealed with our keys. */
  readonly laesPartnavne: (raekke: {
    readonly objekt_id: Uuid
    readonly tidspunkt: Tidspunkt
    readonly indhold: Uint8Array
  }) => readonly Partnavn[]
  /** Told of an item that could not be judged: it waits behind safe words, and the others are judged all the same. */
  readonly onFejl?: (fejl: unknown) => void
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
 * Brings what is known of these persons' titles to what their items are now; answers which items have come, gone or been moved for one of them.
 * The whole of a person is the unit: whatever a change of a case does to what stands on it, it does to somebody's items, and what has gone is
 * seen by its not being there. Role kvalitet, and the mark is held.
 */
export async function vurderParter(tx: Transaktion, deps: Vurderingsdeps, parter: Iterable<Uuid>): Promise<readonly Uuid[]> {
  const koe = [...new Set(parter)]
  const items = new Set<Uuid>()
  while (koe.length > 0) {
    for (const item of await vurderBunke(tx, deps, koe.splice(0, AD_GANGEN))) items.add(item)
    await nextTurn()
  }
  return [...items]
}

/**
 * The same, and for those who share an item that has come, gone or been moved. No further: what they share with others again has not been
 * changed by this, and who shares with whom leads in the end to everybody, in one transaction.
 */
export async function vurderMedDelere(tx: Transaktion, deps: Vurderingsdeps, parter: readonly Uuid[]): Promise<void> {
  const items = await vurderParter(tx, deps, parter)
  const kendte = new Set(parter)
  const andre = items.length > 0 ? await tx.run(findParterMed(items)) : []
  await vurderParter(
    tx,
    deps,
    andre.map(({ part_id }) => part_id).filter((part) => !kendte.has(part)),
  )
}

const noegle = ({ part_id, item_id }: { readonly part_id: Uuid; readonly item_id: Uuid }): string => `${part_id} ${item_id}`

const stedOf = (raekke: KendtRaekke | undefined): string | undefined => raekke?.grundlag.split('.')[0]

/** What is to be judged, with what it is judged on. */
type Ting = {
  readonly raekke: Tingraekke
  readonly grundlag: string
  readonly beslutninger: readonly Gennemgangsraekke[]
  readonly journalisering: Journalisering
}

/** Answers which items have come, gone, or stand on something else for somebody. */
async function vurderBunke(tx: Transaktion, deps: Vurderingsdeps, parter: readonly Uuid[]): Promise<readonly Uuid[]> {
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
  return [...flyttet, ...vaek].map(({ item_id }) => item_id)
}

type Beslutninger = ReadonlyMap<Uuid, readonly Gennemgangsraekke[]>

async function readGennemgange(
  tx: Transaktion,
  deps: Vurderingsdeps,
  raekker: readonly { readonly item_id: Uuid }[],
): Promise<Beslutninger> {
  const items = [...new Set(raekker.map(({ item_id }) => item_id))]
  const alle = items.length > 0 ? await tx.run(deps.gennemgange(items)) : []
  return Map.groupBy(alle, ({ item_id }) => item_id)
}

const isTaget = ({ gennemgang, frigivet }: Gennemgangsraekke): boolean => gennemgang !== 'ingen' || frigivet

/** What each item would be judged on, as a fingerprint: what has the same as before is as it was. */
async function findGrundlag(
  tx: Transaktion,
  deps: Vurderingsdeps,
  raekker: readonly Tingraekke[],
  gennemgange: Beslutninger,
): Promise<Ting[]> {
  if (raekker.length === 0) return []
  const hasher = await tx.run(findObjekthash([...new Set(raekker.flatMap(ophavOf))]))
  const journaliseringOf = await readJournalisering(tx, deps, raekker)
  const efterObjekt = new Map(hasher.map((led) => [led.objekt_id, led.hash]))
  return raekker.map((raekke) => {
    const { kommune, kle, kilde_id, data, indhold } = raekke
    const alle = gennemgange.get(raekke.item_id) ?? []
    const egne = alle.filter((led) => led.kommune === kommune).map((led) => decisionFor(led, raekke.part_id))
    const beslutninger = egne.filter(isTaget)
    const sagt = ophavOf(raekke).map((id) => efterObjekt.get(id))
    const journalisering = journaliseringOf(raekke)
    const { naboer, fremmede } = journalisering
    const sted = [kommune, kle, kilde_id, naboer, fremmede]
    const alt = [deps.tjek.regelversion, sted, titlerAf(data), indhold, sagt, beslutninger.map(toLinje).sort()]
    const grundlag = `${placering(raekke, journalisering)}.${hash('sha256', JSON.stringify(alt), 'base64url')}`
    return { raekke, beslutninger, journalisering, grundlag }
  })
}

/**
 * A decision is about those who had the item when it was made. To whoever has come to it since, what was approved may tell of somebody else, and
 * so may the reviewer's own words: of the source's it is only known that they would not do.
 */
function decisionFor(beslutning: Gennemgangsraekke, part: Uuid): Gennemgangsraekke {
  if (beslutning.parter.includes(part)) return beslutning
  const udeladt = beslutning.gennemgang === 'rettet' || beslutning.gennemgang === 'afvist'
  return { ...beslutning, gennemgang: udeladt ? 'afvist' : 'ingen', titel: null, frigivet: false }
}

/**
 * What the item stands on and whose that is, as the first part of the fingerprint: where that is another, others may have got or lost the item,
 * or share it with others than they did.
 */
const placering = ({ sager }: Tingraekke, { sagsparter }: Journalisering): string =>
  hash('sha256', JSON.stringify([sager, sagsparter]), 'base64url').slice(0, 12)

const toLinje = ({ hash: af, gennemgang, titel, frigivet }: Gennemgangsraekke): string =>
  JSON.stringify([af, gennemgang, titel, frigivet])

/** One that cannot be read, or that the checks stumble over, must not keep all others from being judged. */
function attempt<T>({ onFejl }: Vurderingsdeps, work: () => T): T | undefined {
  try {
    return work()
  } catch (fejl) {
    onFejl?.(fejl)
    return undefined
  }
}

/** What is known of whom objects name; undefined for one whose registration cannot be read. */
type Navne = ReadonlyMap<Uuid, readonly Partnavn[] | undefined>

/** The names of persons that each object names. A company's name is no person's. */
async function readNavne(tx: Transaktion, deps: Vurderingsdeps, objekter: readonly Uuid[]): Promise<Navne> {
  if (objekter.length === 0) return new Map()
  const registreringer = await tx.run(findRegistreringer(objekter))
  const navne = registreringer.map((raekke) => [raekke.objekt_id, attempt(deps, () => deps.laesPartnavne(raekke))] as const)
  const parter = [...new Set(navne.flatMap(([, alle]) => (alle ?? []).flatMap(({ part }) => part ?? [])))]
  const personer = new Set((await tx.run(findPersoner(parter))).map(({ part_id }) => part_id))
  return new Map(navne.map(([id, alle]) => [id, alle?.filter(({ part }) => part === undefined || personer.has(part))]))
}

/** What could not be judged is known as what may not be shown, and is tried again whenever its person is looked at. */
function vurderTing(deps: Vurderingsdeps, { raekke, grundlag, beslutninger, journalisering }: Ting, navne: Navne): KendtRaekke {
  const { part_id, item_id, kommune, kle, data, indhold } = raekke
  const titler = titlerAf(data)
  const tekster = [...new Set((indhold?.notater ?? []).map(({ notat }) => notat))]
  const ophav = ophavOf(raekke)
  const vurder = () => {
    const kontekst = kontekstFor(
      raekke,
      ophav.flatMap((id) => navne.get(id) ?? []),
    )
    const findFund = (titel: string) => [
      ...deps.tjek.checkTitel(titel, kontekst),
      ...findJournalisering(deps, raekke, titel, { journalisering, kontekst }),
    ]
    const fundne = titler.map((titel) => vurderFund(titel, findFund(titel)))
    return { fundne, notater: tekster.map((tekst) => vurderNotat(deps.tjek, tekst, kontekst)) }
  }
  const svar = ophav.some((id) => navne.has(id) && !navne.get(id)) ? undefined : attempt(deps, vurder)
  const holdt = (titel: string) => ({ ...uvurderet(titel), tilbageholdt: journalisering.fremmede.includes(titel) })
  const { fundne, notater } = svar ?? { fundne: titler.map(holdt), notater: tekster.map(uvurderetNotat) }
  const efterHash = new Map(beslutninger.map((beslutning) => [beslutning.hash, beslutning as Gennemgang]))
  return {
    part_id,
    item_id,
    kommune,
    kle,
    regelversion: deps.tjek.regelversion,
    vurderinger: fundne.map((vurdering) => withGennemgang(vurdering, efterHash.get(vurdering.hash))),
    notater,
    vurderet: deps.clock.now(),
    grundlag: svar ? grundlag : '',
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
