import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { type Abonnement, type Graenser, listLyttende, mayHear, toAbonnement, toGraenser, wants } from '../abonnement/index.ts'
import { giveLoebenumre, type Haendelse, listUdenLoebenr, lockHoved, moveHoved, toHaendelse } from '../haendelse/index.ts'
import { insertUdsendelser } from './udsendelse.sql.ts'

/** So many are numbered at a time. */
export const HOEJST_AD_GANGEN = 500

/**
 * Gives what has happened its place in the order and puts it in the queue of each subscription that asks for it and may hear of it; answers how
 * many events. One process at a time, which holds the head until it has committed: so numbers become visible in order, and a reader who has come
 * to one has missed none below it, however late somebody committed. Throws DatabaseFejl, and then nothing is given.
 */
export function distribute({ db, clock }: { readonly db: Database; readonly clock: Clock }): Promise<number> {
  return db.transaction({ rolle: 'beskedfordeler' }, async (tx) => {
    const [hoved] = await tx.run(lockHoved())
    if (!hoved) return 0
    const nye = await tx.run(listUdenLoebenr(HOEJST_AD_GANGEN))
    if (nye.length === 0) return 0
    const nummererede = nye.map((ny, i) => ({ ...ny, loebenr: hoved.sidste + i + 1 }))
    const lyttende = (await tx.run(listLyttende())).map((raekke) => {
      const abonnement = toAbonnement(raekke)
      return { abonnement, graenser: toGraenser(abonnement, raekke) }
    })
    const udsendelser = findUdsendelser(nummererede.map(toHaendelse), lyttende)
    await tx.run(giveLoebenumre(nummererede))
    if (udsendelser.length > 0) await tx.run(insertUdsendelser(udsendelser, clock.now()))
    await tx.run(moveHoved(hoved.sidste + nye.length))
    return nye.length
  })
}

type Lyttende = { readonly abonnement: Abonnement; readonly graenser: Graenser | undefined }

const findUdsendelser = (haendelser: readonly Haendelse[], lyttende: readonly Lyttende[]) =>
  haendelser.flatMap((haendelse) =>
    lyttende
      .filter(({ abonnement, graenser }) => graenser && mayHear(graenser, haendelse) && wants(abonnement, haendelse))
      .map(({ abonnement }) => ({ abonnement: abonnement.id, loebenr: haendelse.loebenr, objekt: haendelse.objekt })),
  )
