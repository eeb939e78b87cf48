import type { Medarbejder } from '#adgang'
import { afvist, type CvrNummer, ok, type Resultat } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import type { Planafvisning } from './plan.errors.ts'
import { insertPlanskridt, listPlanskridt, type SkridtRaekke } from './plan.sql.ts'
import { type Plan, type Planhaendelse, type Planskridt, planFra } from './plan.ts'

export type Plandeps = { readonly db: Database; readonly clock: Clock }

/** Who changes the plan. */
export const PLANLAEGGER = 'projektansvarlig'
/** More stages than these are no plan any more, and each is computed at every look. */
const HOEJST_ETAPER = 40

/** A plan with all that has happened to it, oldest first. */
export type Planforloeb = { readonly plan: Plan; readonly haendelser: readonly Planhaendelse[] }

const toHaendelse = ({ nr, tid, medarbejder_id, medarbejder_navn, data }: SkridtRaekke): Planhaendelse => ({
  nr,
  tid,
  af: { id: medarbejder_id, navn: medarbejder_navn },
  // Written by this module alone, by the type of the steps.
  skridt: data as Planskridt,
})

function toForloeb(kommune: CvrNummer, raekker: readonly SkridtRaekke[]): Planforloeb {
  const haendelser = raekker.map(toHaendelse)
  return { plan: planFra(kommune, haendelser), haendelser }
}

/** A municipality's plan; of one that has none, an empty one. Throws DatabaseFejl. */
export async function readPlan({ db }: Pick<Plandeps, 'db'>, kommune: CvrNummer): Promise<Planforloeb> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listPlanskridt(kommune)])
  return toForloeb(kommune, raekker)
}

/**
 * Takes a step on the plan of the person's municipality. `nr` is what the form stood on: where a step came in between nothing is written,
 * unless that was this very one, sent twice. Throws DatabaseFejl.
 */
export async function changePlan(
  { db, clock }: Plandeps,
  person: Pick<Medarbejder, 'id' | 'cvr' | 'navn' | 'roller'>,
  nr: number,
  skridt: Planskridt,
): Promise<Resultat<Plan, Planafvisning>> {
  if (!person.roller.includes(PLANLAEGGER)) return afvist('IKKE_DIN_ROLLE')
  return db.transaction({ rolle: 'opsaetning' }, async (tx): Promise<Resultat<Plan, Planafvisning>> => {
    const { plan, haendelser } = await findPlan(tx, person.cvr)
    if (nr !== plan.nr) {
      const naeste = haendelser[nr]
      return naeste?.af.id === person.id && isSamme(naeste.skridt, skridt) ? ok(plan) : afvist('ANDEN_VAR_FOERST')
    }
    const fejl = fejlI(plan, skridt)
    if (fejl) return afvist(fejl)
    const haendelse = { nr: nr + 1, tid: clock.now(), af: { id: person.id, navn: person.navn }, skridt }
    const raekke = { kommune: person.cvr, nr: nr + 1, tid: haendelse.tid, data: skridt }
    const skrevet = await tx.count(insertPlanskridt({ ...raekke, medarbejder_id: person.id, medarbejder_navn: person.navn }))
    return skrevet === 1 ? ok(planFra(person.cvr, [...haendelser, haendelse])) : afvist('ANDEN_VAR_FOERST')
  })
}

const findPlan = async (tx: Transaktion, kommune: CvrNummer): Promise<Planforloeb> =>
  toForloeb(kommune, await tx.run(listPlanskridt(kommune)))

function fejlI({ etaper }: Plan, skridt: Planskridt): Planafvisning | undefined {
  if (skridt.type === 'etapeFjernet') return etaper.some(({ id }) => id === skridt.id) ? undefined : 'FINDES_IKKE'
  const ny = etaper.every(({ id }) => id !== skridt.etape.id)
  return ny && etaper.length >= HOEJST_ETAPER ? 'FOR_MANGE' : undefined
}

/** The database does not keep the order of a value's fields. */
const isSamme = (a: Planskridt, b: Planskridt): boolean => ordnet(a) === ordnet(b)
const ordnet = (vaerdi: unknown): string =>
  JSON.stringify(vaerdi, (_, led: unknown) =>
    led && typeof led === 'object' && !Array.isArray(led) ? Object.fromEntries(Object.entries(led).toSorted()) : led,
  )
