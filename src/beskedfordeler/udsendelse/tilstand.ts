import { afvist, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { type Abonnement, type Afvisning, findEget, listEgne, type Spoerger } from '../abonnement/index.ts'
import { readMaerke, writeMaerke } from '../haendelse/index.ts'
import { countTilstand, type Doedraekke, listDoede, revive, type Tilstandsraekke } from './udsendelse.sql.ts'

type Deps = { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler }

const ROLLE = { rolle: 'beskedfordeler' } as const

/** How it goes with a subscription, as its owner and the operator read it. */
export type Drift = {
  readonly venter: number
  /** Since when the oldest that waits has waited. */
  readonly aeldste: Tidspunkt | null
  readonly leveret: number
  readonly doede: number
  /** Too old, or no more the owner's, before they could be delivered. */
  readonly bortfaldne: number
  readonly fejlITraek: number
  readonly senestLeveret: Tidspunkt | null
  readonly senestFejlet: Tidspunkt | null
  readonly senestFejl: string | null
}

export type AbonnementMedDrift = { readonly abonnement: Abonnement; readonly drift: Drift }

/** The owner's subscriptions, or all for the operator, each with how it goes. Throws DatabaseFejl. */
export async function listMedDrift(deps: Pick<Deps, 'db'>, hvem: Spoerger): Promise<AbonnementMedDrift[]> {
  return addDrift(deps, await listEgne(deps, hvem))
}

export async function findMedDrift(deps: Pick<Deps, 'db'>, hvem: Spoerger, id: Uuid): Promise<AbonnementMedDrift | undefined> {
  const abonnement = await findEget(deps, hvem, id)
  return abonnement && (await addDrift(deps, [abonnement]))[0]
}

async function addDrift({ db }: Pick<Deps, 'db'>, abonnementer: readonly Abonnement[]): Promise<AbonnementMedDrift[]> {
  if (abonnementer.length === 0) return []
  const [raekker] = await db.readBatch(ROLLE, [countTilstand(abonnementer.map(({ id }) => id))])
  const drift = new Map(raekker.map((raekke) => [raekke.abonnement_id, toDrift(raekke)]))
  return abonnementer.map((abonnement) => ({ abonnement, drift: drift.get(abonnement.id) ?? INTET }))
}

const INTET: Drift = {
  ...{ venter: 0, aeldste: null, leveret: 0, doede: 0, bortfaldne: 0, fejlITraek: 0 },
  ...{ senestLeveret: null, senestFejlet: null, senestFejl: null },
}

const toDrift = (raekke: Tilstandsraekke): Drift => ({
  venter: raekke.venter,
  aeldste: raekke.aeldste,
  leveret: raekke.leveret,
  doede: raekke.doede,
  bortfaldne: raekke.bortfaldne,
  fejlITraek: raekke.fejl_i_traek,
  senestLeveret: raekke.senest_leveret,
  senestFejlet: raekke.senest_fejlet,
  senestFejl: raekke.senest_fejl,
})

export type Doede = { readonly doede: readonly Doedraekke[]; readonly naeste: string | undefined }

/** What died on the way to a subscription, oldest first, a page at a time. Throws DatabaseFejl. */
export async function listDoedeFor(
  deps: Deps,
  hvem: Spoerger,
  id: Uuid,
  side: { readonly efter: string | undefined; readonly antal: number },
): Promise<Resultat<Doede, Afvisning>> {
  const efter = side.efter === undefined ? 0 : readMaerke(deps.noegler.indhold, id, side.efter)
  if (efter === undefined) return afvist('ABONNEMENT_UGYLDIGT')
  if (!(await findEget(deps, hvem, id))) return afvist('FINDES_IKKE')
  // One more than asked for tells whether there are more.
  const [raekker] = await deps.db.readBatch(ROLLE, [listDoede(id, efter, side.antal + 1)])
  const doede = raekker.slice(0, side.antal)
  const sidste = raekker.length > side.antal ? doede.at(-1) : undefined
  return ok({ doede, naeste: sidste && writeMaerke(deps.noegler.indhold, id, sidste.loebenr) })
}

/** What is to be sent anew: one event, or all that were put in the queue since a time; neither is all. */
export type Genudsendelse = { readonly haendelse?: Uuid | undefined; readonly fra?: Tidspunkt | undefined }

/** Dead ones are sent again, with all their attempts before them; answers how many. Throws DatabaseFejl. */
export async function resend(deps: Deps, hvem: Spoerger, id: Uuid, valg: Genudsendelse): Promise<Resultat<number, Afvisning>> {
  if (!(await findEget(deps, hvem, id))) return afvist('FINDES_IKKE')
  return ok(await deps.db.transaction(ROLLE, (tx) => tx.count(revive(id, valg.haendelse, valg.fra, deps.clock.now()))))
}
