import { afvist, ok, type Resultat, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import type { Statement } from '#platform/database'
import type { Afvisning } from './abonnement.errors.ts'
import { findAbonnement, listAbonnementer, setHemmelighed, setSlettet, setTilstand, toAbonnement } from './abonnement.sql.ts'
import type { Abonnement } from './abonnement.ts'
import { newHemmelighed, sealHemmelighed } from './hemmelighed.ts'
import type { Abonnementsdeps } from './opret.ts'

const ROLLE = { rolle: 'beskedfordeler' } as const

/** Who asks: a source, for its own alone, or the operator (undefined), for all. */
export type Spoerger = Uuid | undefined

export async function listEgne({ db }: Pick<Abonnementsdeps, 'db'>, hvem: Spoerger): Promise<Abonnement[]> {
  const [raekker] = await db.readBatch(ROLLE, [listAbonnementer(hvem)])
  return raekker.map(toAbonnement)
}

/** Another's is not there, as one that does not exist. */
export async function findEget({ db }: Pick<Abonnementsdeps, 'db'>, hvem: Spoerger, id: Uuid): Promise<Abonnement | undefined> {
  const [[raekke]] = await db.readBatch(ROLLE, [findAbonnement(hvem, id)])
  return raekke && toAbonnement(raekke)
}

/** Nothing is sent until it is resumed; events are kept for it meanwhile. Idempotent. */
export const pauseAbonnement = (deps: Abonnementsdeps, hvem: Spoerger, id: Uuid) =>
  change(deps, hvem, id, setTilstand(hvem, id, ['aktiv', 'pauset'], 'pauset'))

/** Goes on where it was. One that was stopped must prove itself again: what answered Gone may be somebody else's by now. */
export const resumeAbonnement = (deps: Abonnementsdeps, hvem: Spoerger, id: Uuid) =>
  change(deps, hvem, id, setTilstand(hvem, id, ['aktiv', 'pauset'], 'aktiv'))

/** Ends it for good, with its secrets. */
export const deleteAbonnement = (deps: Abonnementsdeps, hvem: Spoerger, id: Uuid) => change(deps, hvem, id, setSlettet(hvem, id))

const TO_GYLDIGE_TIMER = 24

/** A new secret, answered once. Messages are signed with the old one too for a day, so that receivers can change at their own time. */
export async function rotateHemmelighed(
  deps: Abonnementsdeps,
  hvem: Spoerger,
  id: Uuid,
): Promise<Resultat<{ readonly hemmelighed: string; readonly forrigeTil: Tidspunkt }, Afvisning>> {
  const hemmelighed = newHemmelighed()
  const forrigeTil = tidspunkt(new Date(Date.parse(deps.clock.now()) + TO_GYLDIGE_TIMER * 3_600_000))
  const forseglet = sealHemmelighed(deps.noegler.indhold, id, hemmelighed)
  const svar = await change(deps, hvem, id, setHemmelighed(hvem, id, forseglet, forrigeTil))
  return svar.ok ? ok({ hemmelighed, forrigeTil }) : svar
}

async function change(
  { db }: Abonnementsdeps,
  hvem: Spoerger,
  id: Uuid,
  statement: Statement<{ readonly abonnement_id: Uuid }>,
): Promise<Resultat<true, Afvisning>> {
  return db.transaction(ROLLE, async (tx) => {
    if ((await tx.run(statement)).length > 0) return ok(true)
    return afvist((await tx.run(findAbonnement(hvem, id))).length > 0 ? 'TILSTAND_PASSER_IKKE' : 'FINDES_IKKE')
  })
}
