import { countRolleindehavere } from '#adgang'
import type { CvrNummer, Uuid } from '#kernel'
import { type Henvendelsesregister, listHenvendelsessteder } from '#myndighed'
import { decideKommune } from './decide-kommune.ts'
import { type Fagsystemvej, naesteTrin } from './fagsystemvej.ts'
import type { Fagsystemfakta } from './forslag.ts'
import type { Vejdeps } from './gaa-videre.ts'
import { ENHVER_AFTALE, hasRolle, type Person } from './haendelse.ts'
import { type Helbred, helbredFor } from './helbred.ts'
import type { Kommunefakta, Kommunevej } from './kommunevej.ts'
import { listMuligheder, mulighedForForslag } from './muligheder.ts'
import type { Driftside, Kommuneside, Systemside, Ventende } from './sider.ts'
import { countAfvisninger, listHelbred } from './vej.sql.ts'
import { findFagsystem, findKommune, listFagsystemer, listKommuner } from './vejlager.ts'

export type Sidedeps = Vejdeps & {
  /** Where citizens turn, by municipality. */
  readonly register: Henvendelsesregister
  /** The fictional municipality of the sandbox. */
  readonly sandkasse: CvrNummer
}

/** Fetches what the pages show, for somebody who may see it. */

/** Whether this person may see the system at all. Municipalities see all that is registered: they are to find their own among them. */
function maySee(vej: Fagsystemvej, person: Person): boolean {
  if (hasRolle(person, 'leverandoer') && person.cvr === vej.leverandoer) return true
  return hasRolle(person, 'driftsansvarlig', 'tilsyn', 'projektansvarlig', 'fagsystemansvarlig')
}

/** What is known outside the roads, as of now: which municipalities are ready, and where the system delivers without refusals. Throws DatabaseFejl. */
export async function readFakta(deps: Sidedeps, id: Uuid): Promise<Fagsystemfakta> {
  const [kommuner, helbred] = await Promise.all([listKommuner(deps.db), readHelbred(deps, id)])
  return {
    sandkasse: deps.sandkasse,
    isKlar: (cvr) => kommuner.get(cvr)?.klar !== undefined,
    isRent: (cvr) => {
      const en = helbred.get(cvr)
      return en?.senesteLevering !== undefined && en.aabneAfvisninger === 0
    },
  }
}

async function readHelbred(deps: Vejdeps, id: Uuid): Promise<ReadonlyMap<CvrNummer, Helbred>> {
  const [raekker] = await deps.db.readBatch({ rolle: 'opsaetning' }, [listHelbred(id)])
  const rytme = (await deps.kilder.find(id))?.rytmeTimer ?? STANDARDRYTME
  return new Map(raekker.map((raekke) => [raekke.kommune, helbredFor(raekke, rytme, deps.clock.now())]))
}
const STANDARDRYTME = 24

/** Whether the system is there for this person: what somebody may not see answers as what is not registered. Throws DatabaseFejl. */
export async function isSynlig(deps: Vejdeps, person: Person, id: Uuid): Promise<boolean> {
  const forloeb = await findFagsystem(deps.db, id)
  return forloeb !== undefined && maySee(forloeb.vej, person)
}

/** One system; undefined where it is not registered, or not this person's to see. `egen`: the municipality whose eyes it is seen with. Throws DatabaseFejl. */
export async function readSystemside(
  deps: Sidedeps,
  person: Person,
  egen: CvrNummer | undefined,
  id: Uuid,
): Promise<Systemside | undefined> {
  const forloeb = await findFagsystem(deps.db, id)
  if (!forloeb || !maySee(forloeb.vej, person)) return undefined
  const [fakta, helbred, [afviste], kilde] = await Promise.all([
    readFakta(deps, id),
    readHelbred(deps, id),
    deps.db.readBatch({ rolle: 'opsaetning' }, [countAfvisninger(id, egen)]),
    deps.kilder.find(id),
  ])
  return {
    ...forloeb,
    seer: person,
    egen,
    klientId: kilde?.klientId,
    helbred,
    afviste,
    muligheder: listMuligheder(forloeb.vej, person, egen, fakta),
    ventende: ventendeFor(forloeb.vej, person, fakta),
  }
}

const ventendeFor = (vej: Fagsystemvej, person: Person, fakta: Fagsystemfakta): readonly Ventende[] =>
  vej.forslag.map((forslag) => ({
    ...forslag,
    ...mulighedForForslag(vej, person, forslag.id, fakta),
    egetForslag: forslag.af.id === person.id,
  }))

/** The systems of a vendor's own. Throws DatabaseFejl. */
export async function listEgneSystemer(deps: Vejdeps, person: Person): Promise<readonly Fagsystemvej[]> {
  return (await listFagsystemer(deps.db)).map(({ vej }) => vej).filter(({ leverandoer }) => leverandoer === person.cvr)
}

/** What stands elsewhere about a municipality. Throws DatabaseFejl. */
export async function readKommunefakta(deps: Sidedeps, cvr: CvrNummer): Promise<Kommunefakta> {
  const roller = await countRolleindehavere(deps, cvr)
  return {
    projektansvarlige: roller.get('projektansvarlig') ?? 0,
    fagsystemansvarlige: roller.get('fagsystemansvarlig') ?? 0,
    henvendelsessteder: listHenvendelsessteder(deps.register, cvr).length,
  }
}

/** A municipality's own page. Throws DatabaseFejl. */
export async function readKommuneside(deps: Sidedeps, person: Person, cvr: CvrNummer): Promise<Kommuneside> {
  const [{ vej }, fakta, systemer] = await Promise.all([
    findKommune(deps.db, cvr),
    readKommunefakta(deps, cvr),
    listFagsystemer(deps.db),
  ])
  const klar = decideKommune(vej, person, { type: 'foreslaaKlar' }, fakta)
  const noter = decideKommune(vej, person, { type: 'noterDatabehandleraftale', ...ENHVER_AFTALE }, fakta)
  const egneFoerst = (en: Fagsystemvej) => (en.aftaler.has(cvr) || en.kommuner.has(cvr) ? 0 : 1)
  return {
    vej,
    fakta,
    systemer: systemer.map((en) => en.vej).toSorted((a, b) => egneFoerst(a) - egneFoerst(b)),
    ventende: kommunensVentende(vej, person, fakta),
    maaNotere: noter.ok,
    klarSpaerret: klar.ok ? true : klar.afvisning,
  }
}

function kommunensVentende(vej: Kommunevej, person: Person, fakta: Kommunefakta): readonly Ventende[] {
  return vej.forslag.map((forslag) => {
    const bekraeft = decideKommune(vej, person, { type: 'bekraeft', forslag: forslag.id }, fakta)
    const traek = decideKommune(vej, person, { type: 'traekTilbage', forslag: forslag.id, aarsag: 'x' }, fakta)
    return {
      ...forslag,
      kommune: vej.cvr,
      bekraeft: bekraeft.ok ? true : bekraeft.afvisning,
      traek: traek.ok,
      egetForslag: forslag.af.id === person.id,
    }
  })
}

/** The operator's page. What can be confirmed stands first. Throws DatabaseFejl. */
export async function readDriftside(deps: Sidedeps, person: Person): Promise<Driftside> {
  const [forloeb, kommuner, [raekker], kilder] = await Promise.all([
    listFagsystemer(deps.db),
    listKommuner(deps.db),
    deps.db.readBatch({ rolle: 'opsaetning' }, [listHelbred(undefined)]),
    deps.kilder.alle(),
  ])
  const rytme = new Map(kilder.map((kilde) => [kilde.id, kilde.rytmeTimer]))
  const systemer = forloeb.map(({ vej }) => vej)
  const afSystemer = await Promise.all(
    systemer
      .filter(({ forslag }) => forslag.length > 0)
      .map(async (system) => {
        const fakta = await readFakta(deps, system.id)
        return ventendeFor(system, person, fakta).map((en) => ({ ...en, system }))
      }),
  )
  const afKommuner = await Promise.all(
    [...kommuner.values()].map(async (vej) =>
      kommunensVentende(vej, person, await readKommunefakta(deps, vej.cvr)).map((en) => ({ ...en, system: undefined })),
    ),
  )
  const kanBekraeftes = (en: Ventende) => (en.bekraeft === true ? 0 : 1)
  return {
    // Those on the road first: what is in daily operation needs nobody.
    systemer: systemer.toSorted((a, b) => Number(naesteTrin(a) === undefined) - Number(naesteTrin(b) === undefined)),
    helbred: raekker.map((raekke) => helbredFor(raekke, rytme.get(raekke.kilde_id) ?? STANDARDRYTME, deps.clock.now())),
    kommuner: [...kommuner.values()],
    ventende: [...afSystemer.flat(), ...afKommuner.flat()].toSorted((a, b) => kanBekraeftes(a) - kanBekraeftes(b)),
  }
}
