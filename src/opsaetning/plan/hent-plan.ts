import { grundlagForKommune, type Medarbejder } from '#adgang'
import { countForKommune } from '#adgangslog'
import { type CvrNummer, newUuid, parseKleEmne, type Uuid } from '#kernel'
import { findSenestForhaandsvist } from '#opsaetning/forhaandsvisning'
import { findUdkastfakta, type Konfigurationsdeps, listUdkast, type Udkast } from '#opsaetning/konfiguration'
import { findNaesteSkridt, type Planfakta, planfremdrift, plantal } from './fremdrift.ts'
import { compareMinimum, type Minimumsliste } from './minimumsliste.ts'
import { countVentende } from './plan.sql.ts'
import type { Plan } from './plan.ts'
import { PLANLAEGGER, readPlan } from './ret-plan.ts'
import type { Planside } from './web/plan.view.ts'

export type Plansidedeps = Konfigurationsdeps & { readonly minimumsliste: Minimumsliste }

/** So many changes are shown. */
const HOEJST_VISTE = 20

/** What progress is computed from, as it is now. Throws DatabaseFejl and SnapshotFejl. */
async function readPlanfakta(deps: Plansidedeps, person: Medarbejder): Promise<Planfakta> {
  const [opsaetning, udkast, ventende] = await Promise.all([
    deps.opsaetning.current(),
    listUdkast(deps.db, person.cvr),
    countVentendeTitler(deps, person),
  ])
  const aabne = udkast.filter(({ tilstand }) => tilstand === 'udkast' || tilstand === 'foreslaaet')
  return { nu: deps.clock.now(), opsaetning, udkast: aabne, ventende }
}

async function countVentendeTitler(deps: Plansidedeps, person: Medarbejder): Promise<ReadonlyMap<string, number>> {
  const tal = await countForKommune(deps, grundlagForKommune(person, 'gennemgangAfTitler'), async (laeser) =>
    Object.fromEntries(
      // A title without a number is hidden anyway, and in no stage.
      (await laeser.read(countVentende(person.cvr))).flatMap(({ kle, antal }) => (parseKleEmne(kle) ? [[kle, antal]] : [])),
    ),
  )
  return new Map(Object.entries(tal))
}

/** All that the page of the plan shows. Throws DatabaseFejl and SnapshotFejl. */
export async function readPlanside(deps: Plansidedeps, person: Medarbejder): Promise<Planside> {
  const [{ plan, haendelser }, fakta] = await Promise.all([readPlan(deps, person.cvr), readPlanfakta(deps, person)])
  const etaper = planfremdrift(plan, fakta)
  const tal = plantal(etaper, fakta)
  const forhaandsvist = await findForhaandsviste(deps, person.cvr, fakta)
  const { ventende } = tal
  return {
    etaper,
    tal,
    naeste: findNaesteSkridt(etaper, { mig: person.id, forhaandsvist, ventende, nu: fakta.nu }),
    minimum: compareMinimum(deps.minimumsliste, person.cvr, plan, fakta.opsaetning, fakta.nu),
    kilde: deps.minimumsliste.kilde,
    haendelser: haendelser.slice(-HOEJST_VISTE).toReversed(),
    maaAendre: person.roller.includes(PLANLAEGGER),
    nytUdkast: newUuid(),
  }
}

/** The drafts whose preview still holds: neither they nor what is in force has changed since. */
async function findForhaandsviste(
  { db }: Plansidedeps,
  kommune: CvrNummer,
  { opsaetning, udkast, nu }: Planfakta,
): Promise<ReadonlySet<Uuid>> {
  const hashAf = (et: Udkast): string => findUdkastfakta(opsaetning, et, nu).hash
  const set = new Set<Uuid>()
  for (const et of udkast) if ((await findSenestForhaandsvist(db, kommune, et.id))?.hash === hashAf(et)) set.add(et.id)
  return set
}

/** One stage with its progress; undefined where the plan has none such. */
export async function readEtapefremdrift(deps: Plansidedeps, person: Medarbejder, id: Uuid) {
  const [{ plan }, fakta] = await Promise.all([readPlan(deps, person.cvr), readPlanfakta(deps, person)])
  return planfremdrift(plan, fakta).find(({ etape }) => etape.id === id)
}

export const findEtape = ({ etaper }: Plan, id: Uuid | undefined) => etaper.find((etape) => etape.id === id)
