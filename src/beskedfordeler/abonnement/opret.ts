import { afvist, type CvrNummer, isUnderPraefiks, type KlePraefiks, newUuid, ok, type Resultat, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { Form } from '../haendelse/index.ts'
import { parseModtager } from '../kald/index.ts'
import type { Afvisning } from './abonnement.errors.ts'
import { countAbonnementer, insertAbonnement, lockEjer } from './abonnement.sql.ts'
import type { Abonnement, Ejer, Oensker } from './abonnement.ts'
import { newHemmelighed, sealHemmelighed } from './hemmelighed.ts'

export type Abonnementsdeps = {
  readonly db: Database
  readonly clock: Clock
  readonly noegler: Noegler
  /** The demo: receivers on the machine itself may be told, over http. */
  readonly lokal: boolean
}

export type Nyt = Oensker & { readonly navn: string; readonly url: string; readonly form: Form }

const HOEJST_PR_EJER = 50
const ROLLE = { rolle: 'beskedfordeler' } as const

/**
 * A new subscription, which is told of nothing until its receiver has proved to hold the secret that is answered here, once. Throws
 * DatabaseFejl.
 */
export async function createAbonnement(
  deps: Abonnementsdeps,
  ejer: Kilde | CvrNummer,
  nyt: Nyt,
): Promise<Resultat<{ readonly abonnement: Abonnement; readonly hemmelighed: string }, Afvisning>> {
  const adresse = parseModtager(nyt.url, deps.lokal)
  if (!adresse.ok) return adresse
  const afvisning = checkGraenser(ejer, nyt)
  if (afvisning) return afvist(afvisning)
  const abonnement: Abonnement = {
    ...nyt,
    id: newUuid(),
    url: adresse.value.href,
    ejer: toEjer(ejer),
    tilstand: 'afventerBevis',
    oprettet: deps.clock.now(),
  }
  const hemmelighed = newHemmelighed()
  const forseglet = sealHemmelighed(deps.noegler.indhold, abonnement.id, hemmelighed)
  return deps.db.transaction(ROLLE, async (tx) => {
    if (typeof ejer !== 'string') {
      await tx.run(lockEjer(ejer.id))
      const [talt] = await tx.run(countAbonnementer(ejer.id))
      if ((talt?.antal ?? 0) >= HOEJST_PR_EJER) return afvist('FOR_MANGE_ABONNEMENTER')
    }
    await tx.run(insertAbonnement(abonnement, forseglet))
    return ok({ abonnement, hemmelighed })
  })
}

const toEjer = (ejer: Kilde | CvrNummer): Ejer => (typeof ejer === 'string' ? { kommune: ejer } : { kilde: ejer.id as Uuid })

/** Asking for what is another's is refused aloud; the rule that is asked at each event would only be silent. */
function checkGraenser(ejer: Kilde | CvrNummer, { kommuner, kle }: Oensker): Afvisning | undefined {
  const egne = typeof ejer === 'string' ? [ejer] : ejer.kommuner
  if (!kommuner.every((kommune) => egne.includes(kommune))) return 'KOMMUNE_IKKE_AFTALT'
  return typeof ejer === 'string' || kle.every((praefiks) => isWithin(praefiks, ejer.kle)) ? undefined : 'KLE_IKKE_AFTALT'
}

const isWithin = (praefiks: KlePraefiks, aftalte: readonly KlePraefiks[]): boolean =>
  aftalte.length === 0 || aftalte.some((aftalt) => isUnderPraefiks(praefiks, aftalt))
