import { afvist, type CvrNummer, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import { createNoegle, hashHemmelighed, type Kilde, type Kilderegister } from '#kilde'
import { kommuneMedCvr } from '#myndighed'
import type { Clock } from '#platform/clock'
import { danskDag } from '#platform/clock'
import type { Database } from '#platform/database'
import { decideFagsystem, type Fagsystemkommando } from './decide-fagsystem.ts'
import { decideKommune, type Kommunekommando } from './decide-kommune.ts'
import { advance, type Fagsystemskridt, type Fagsystemvej, isKildensVej, leveringskommuner } from './fagsystemvej.ts'
import type { Fagsystemfakta } from './forslag.ts'
import { hasRolle, type Person } from './haendelse.ts'
import type { Kommunefakta } from './kommunevej.ts'
import type { Vejafvisning } from './vej.errors.ts'
import { appendSkridt, findFagsystem, findKommune, listFagsystemer } from './vejlager.ts'

export type Vejdeps = { readonly db: Database; readonly clock: Clock; readonly kilder: Kilderegister }

/** What a step led to. `hemmelighed`: shown once, and kept as a hash alone. `forslag`: what now waits for a second person. */
export type Skridtsvar = { readonly klientId?: string; readonly hemmelighed?: string; readonly forslag?: Uuid }

type Svar = Resultat<Skridtsvar, Vejafvisning>
export type NytFagsystem = Omit<Extract<Fagsystemskridt, { type: 'registreret' }>, 'overtaget'> & { readonly id: Uuid }

const isFuture = (dag: string, nu: Tidspunkt): boolean => dag > danskDag(nu)
const without = ({ id, cvr, navn, organisation }: Person) => ({ id, cvr, navn, organisation })

/**
 * The vendor registers its system, as the it-system UUID that its items name as Master. A source that stands here already is nobody's to
 * take over by its id: the operator alone puts it on the road, and it goes on delivering where it did. Throws DatabaseFejl.
 */
export async function registerFagsystem(deps: Vejdeps, person: Person, { id, ...nyt }: NytFagsystem): Promise<Svar> {
  const kilde = await deps.kilder.find(id)
  const drift = hasRolle(person, 'driftsansvarlig')
  if (kilde && !drift) return afvist('FINDES_ALLEREDE')
  if (!drift && !(hasRolle(person, 'leverandoer') && person.cvr === nyt.leverandoer)) return afvist('IKKE_DIN_ROLLE')
  const skridt: Fagsystemskridt = kilde ? { ...nyt, kle: kilde.kle, overtaget: kilde.kommuner } : nyt
  const tid = deps.clock.now()
  const skrevet = await deps.db.transaction({ rolle: 'opsaetning' }, (tx) =>
    appendSkridt(tx, 'fagsystem', id, { nr: 1, tid, af: without(person), data: skridt }),
  )
  return skrevet ? ok({}) : afvist('FINDES_ALLEREDE')
}

/**
 * Takes a step on a system's road: decides, records, and lets the source deliver for exactly the municipalities that follow from it.
 * Throws DatabaseFejl.
 */
export async function advanceFagsystem(
  deps: Vejdeps,
  person: Person,
  id: Uuid,
  kommando: Fagsystemkommando,
  fakta: Fagsystemfakta,
): Promise<Svar> {
  const fundet = await findFagsystem(deps.db, id)
  if (!fundet) return afvist('FINDES_IKKE')
  if (kommando.type === 'noterAftale' && isFuture(kommando.underskrevet, deps.clock.now())) return afvist('DATO_I_FREMTIDEN')
  if (kommando.type === 'aabnSandkasse' && !isKildensVej(fundet.vej) && (await deps.kilder.find(id)))
    return afvist('FINDES_ALLEREDE')
  const svar = decideFagsystem(fundet.vej, person, kommando, fakta)
  return svar.ok ? record(deps, fundet.vej, without(person), svar.value) : svar
}

/** The installation itself records that the system's version passed, or failed, the compliance test. Throws DatabaseFejl. */
export async function recordAfproevning(
  deps: Vejdeps,
  id: Uuid,
  proeve: Omit<Extract<Fagsystemskridt, { type: 'afproevet' }>, 'type'>,
): Promise<Svar> {
  const fundet = await findFagsystem(deps.db, id)
  return fundet ? record(deps, fundet.vej, undefined, { type: 'afproevet', ...proeve }) : afvist('FINDES_IKKE')
}

async function record(
  deps: Vejdeps,
  foer: Fagsystemvej,
  af: Omit<Person, 'roller'> | undefined,
  skridt: Fagsystemskridt,
): Promise<Svar> {
  const haendelse = { nr: foer.nr + 1, tid: deps.clock.now(), af, data: skridt }
  const skrevet = await deps.db.transaction({ rolle: 'opsaetning' }, (tx) => appendSkridt(tx, 'fagsystem', foer.id, haendelse))
  if (!skrevet) return afvist('ANDEN_VAR_FOERST')
  const vej = advance(foer.id, foer, haendelse)
  if (!vej) return ok({})
  const genoptaget = foer.stop !== undefined && vej.stop === undefined
  return ok(await followVej(deps, vej, { nyeNoegler: skridt.type === 'sandkasseAabnet', genoptaget }))
}

/**
 * Makes the source what the road says: the municipalities it may deliver for, and blocked where it is stopped. It follows from the road
 * alone, so doing it again changes nothing; only a block that the operator has set by command is the register's own, and is lifted by no
 * more than resuming (`genoptaget`). `nyeNoegler`: a new secret, which is answered and never shown again.
 */
export async function followVej(
  deps: Pick<Vejdeps, 'kilder'>,
  vej: Fagsystemvej,
  { nyeNoegler = false, genoptaget = false }: { readonly nyeNoegler?: boolean; readonly genoptaget?: boolean } = {},
): Promise<Skridtsvar> {
  const kilde = await deps.kilder.find(vej.id)
  if (!isKildensVej(vej)) return stopFremmed(deps, vej, kilde)
  const kommuner = leveringskommuner(vej)
  if (!kilde && kommuner.length === 0) return {}
  const klientId = kilde?.klientId ?? `fagsystem-${vej.id}`
  const hemmelighed = nyeNoegler ? createNoegle() : undefined
  await deps.kilder.save(
    {
      id: vej.id,
      navn: vej.navn,
      slags: vej.slags,
      kommuner,
      kle: vej.kle,
      klientId,
      rytmeTimer: kilde?.rytmeTimer ?? 24,
      spaerret: vej.stop?.siden ?? vej.udfaset ?? (genoptaget ? undefined : kilde?.spaerret),
    },
    hemmelighed ? { hemmelighed: await hashHemmelighed(hemmelighed) } : {},
  )
  return { klientId, ...(hemmelighed ? { hemmelighed } : {}) }
}

/** A source that the road has not made is the operator's: only a stop, which is the operator's word too, reaches it. */
async function stopFremmed(
  { kilder }: Pick<Vejdeps, 'kilder'>,
  { id, stop }: Fagsystemvej,
  kilde: Kilde | undefined,
): Promise<Skridtsvar> {
  if (kilde && stop && kilde.spaerret === undefined) await kilder.setSpaerret(id, stop.siden)
  return {}
}

/** Follows every road: what a process that died had recorded takes effect when the next one starts. Throws DatabaseFejl, SnapshotFejl. */
export async function followAlle(deps: Pick<Vejdeps, 'db' | 'kilder'>): Promise<void> {
  for (const { vej } of await listFagsystemer(deps.db)) if (!(await isFulgt(deps, vej))) await followVej(deps, vej)
}

async function isFulgt({ kilder }: Pick<Vejdeps, 'kilder'>, vej: Fagsystemvej): Promise<boolean> {
  const kilde = await kilder.find(vej.id)
  // Followed again each time: it does nothing but stop what is to be stopped.
  if (!isKildensVej(vej)) return false
  const kommuner = leveringskommuner(vej)
  if (!kilde) return kommuner.length === 0
  const stoppet = vej.stop !== undefined || vej.udfaset !== undefined
  return kilde.kommuner.join() === kommuner.join() && (kilde.spaerret !== undefined || !stoppet)
}

/** Takes a step on a municipality's own road. Throws DatabaseFejl. */
export async function advanceKommuneVej(
  deps: Vejdeps,
  person: Person,
  cvr: CvrNummer,
  kommando: Kommunekommando,
  fakta: Kommunefakta,
): Promise<Svar> {
  if (!kommuneMedCvr(cvr)) return afvist('FINDES_IKKE')
  const { vej } = await findKommune(deps.db, cvr)
  if (kommando.type === 'noterDatabehandleraftale' && isFuture(kommando.underskrevet, deps.clock.now()))
    return afvist('DATO_I_FREMTIDEN')
  const svar = decideKommune(vej, person, kommando, fakta)
  if (!svar.ok) return svar
  const haendelse = { nr: vej.nr + 1, tid: deps.clock.now(), af: without(person), data: svar.value }
  const skrevet = await deps.db.transaction({ rolle: 'opsaetning' }, (tx) => appendSkridt(tx, 'kommune', cvr, haendelse))
  if (!skrevet) return afvist('ANDEN_VAR_FOERST')
  return ok(svar.value.type === 'foreslaaet' ? { forslag: svar.value.forslag } : {})
}
