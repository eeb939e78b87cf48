import type { Daekning } from '#afstemning/daekning'
import type { CvrNummer, Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { type Clock, danskDag } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Opsaetning } from '#visning'
import { dagEfter } from '#web'
import { type Advarsel, type Ansvarlig, listAdvarsler } from './advarsler.ts'
import { countAfvisteRegler, type DagRaekke, listDage, listStop } from './daekning.sql.ts'
import { type Kommunekort, kommunekort } from './kort.ts'
import { type Landskort, landskort } from './land.ts'

export type Kortdeps = {
  readonly db: Database
  readonly clock: Clock
  readonly daekning: { current(): Promise<Daekning> }
  readonly opsaetning: { current(): Promise<Opsaetning> }
}

/** Open refusals of a rule by a source, and who must act on them. */
export type Afvistregel = {
  readonly kilde: Kilde
  readonly regel: string
  readonly antal: number
  readonly aeldste: string
  readonly hvem: Ansvarlig
}

/** All that the map's pages show of one municipality. */
export type Kortside = {
  readonly kort: Kommunekort
  readonly advarsler: readonly Advarsel[]
  readonly afviste: readonly Afvistregel[]
  /** The last thirty days, oldest first; days on which nobody counted are left out. */
  readonly dage: readonly DagRaekke[]
}

/** So many days the trend goes back. */
export const DAGE = 30

/** That a source may not deliver what it delivers: the agreement is the municipality's to extend. */
const KOMMUNENS_REGLER: ReadonlySet<string> = new Set(['IND-005'])

const foersteDag = (deps: Pick<Kortdeps, 'clock'>): string => dagEfter(danskDag(deps.clock.now()), 1 - DAGE)

/** A municipality's map. Throws DatabaseFejl and SnapshotFejl. */
export async function readKort(deps: Kortdeps, kommune: CvrNummer): Promise<Kortside> {
  const [daekning, opsaetning] = await Promise.all([deps.daekning.current(), deps.opsaetning.current()])
  const kilder = daekning.fakta.kilder.filter(
    (kilde) => kilde.kommuner.includes(kommune) || daekning.fakta.afvisninger.some((en) => en.kilde === kilde.id),
  )
  const [stop, afviste, dage] = await deps.db.readBatch({ rolle: 'opsaetning' }, [
    listStop(kommune),
    countAfvisteRegler(
      kommune,
      kilder.map(({ id }) => id),
    ),
    listDage(kommune, foersteDag(deps)),
  ] as const)
  const kort = kommunekort({ daekning, opsaetning, stop, nu: deps.clock.now() }, kommune)
  const regler = toRegler(afviste, kilder)
  const antal = new Map<Uuid, number>()
  for (const en of regler) antal.set(en.kilde.id, (antal.get(en.kilde.id) ?? 0) + en.antal)
  return { kort, advarsler: listAdvarsler(kort, antal), afviste: regler, dage }
}

const toRegler = (
  raekker: readonly { readonly kilde_id: Uuid; readonly regel: string; readonly antal: number; readonly aeldste: string }[],
  kilder: readonly Kilde[],
): readonly Afvistregel[] =>
  raekker.flatMap(({ kilde_id, regel, antal, aeldste }) => {
    const kilde = kilder.find(({ id }) => id === kilde_id)
    return kilde ? [{ kilde, regel, antal, aeldste, hvem: KOMMUNENS_REGLER.has(regel) ? 'kommune' : 'leverandoer' }] : []
  })

export type Landsside = { readonly kort: Landskort; readonly dage: readonly DagRaekke[] }

/** All municipalities. Throws DatabaseFejl and SnapshotFejl. */
export async function readLand(deps: Kortdeps): Promise<Landsside> {
  const [daekning, opsaetning, [stop, dage]] = await Promise.all([
    deps.daekning.current(),
    deps.opsaetning.current(),
    deps.db.readBatch({ rolle: 'opsaetning' }, [listStop(undefined), listDage(undefined, foersteDag(deps))] as const),
  ])
  return { kort: landskort({ daekning, opsaetning, nu: deps.clock.now() }, stop), dage }
}
