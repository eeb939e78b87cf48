import { kontekstForTilsyn, readForTilsyn } from '#adgangslog'
import { afvist, newUuid, ok, type Resultat, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { findPerson } from '#part'
import { danskDag, startOfDanskDag } from '#platform/clock'
import { hmac, open, seal } from '#platform/crypto'
import { findEgenPart } from './alarm.sql.ts'
import { type Bestillingsafvisning, readBestilling } from './bestilling.ts'
import { udtraeksAad } from './forsegling.ts'
import { insertLaesning } from './tilsyn.sql.ts'
import { type Tilsynende, type Tilsynsdeps, toLaeser } from './tilsyn.ts'
import {
  answerUdtraek,
  findBorgersLinjer,
  findMedarbejdersLinjer,
  findStikproeve,
  findUdtraek,
  HOEJST_LINJER,
  insertUdtraek,
  type LinjeRaekke,
  listMedarbejdere,
  listUdtraek,
  type MedarbejderRaekke,
  type UdtraekRaekke,
} from './udtraek.sql.ts'

const DAG_MS = 86_400_000
const HALVT_AAR_MS = 184 * DAG_MS
/** So long after it was ordered an extract can be fetched. */
const HENTES_I_DAGE = 30

export type Udtraek = Omit<UdtraekRaekke, 'formaal' | 'om_part'> & {
  readonly formaal: string
  readonly mit: boolean
  /** Another must say yes first. */
  readonly venter: boolean
  readonly kanHentes: boolean
}
export type Udtraeksside = { readonly udtraek: readonly Udtraek[]; readonly medarbejdere: readonly MedarbejderRaekke[] }

/** Extracts that have been ordered, and whom one could be about. Throws DatabaseFejl. */
export async function hentUdtraekside({ db, clock, noegler }: Tilsynsdeps, hvem: Tilsynende): Promise<Udtraeksside> {
  const nu = clock.now()
  const [udtraek, medarbejdere] = await db.readBatch(kontekstForTilsyn(hvem), [
    listUdtraek(hvem.cvr, 50),
    listMedarbejdere(hvem.cvr, tidspunkt(new Date(Date.parse(nu) - HALVT_AAR_MS))),
  ])
  return {
    udtraek: udtraek.map(({ om_part: _, ...raekke }) => ({
      ...raekke,
      formaal: open(noegler.indhold, raekke.formaal, udtraeksAad(raekke.udtraek_id)).toString('utf8'),
      mit: raekke.bestilt_af === hvem.id,
      venter: raekke.om === 'medarbejder' && raekke.godkendt === null,
      kanHentes: canFetch(raekke, hvem, nu),
    })),
    medarbejdere,
  }
}

type Hentbart = Pick<UdtraekRaekke, 'om' | 'godkendt' | 'bestilt' | 'bestilt_af'>

/** Only by the one who ordered it, approved by another where it is about an employee, and not for ever. */
const canFetch = ({ om, godkendt, bestilt, bestilt_af }: Hentbart, hvem: Tilsynende, nu: Tidspunkt): boolean =>
  bestilt_af === hvem.id &&
  (om === 'medarbejder' ? godkendt === true : godkendt !== false) &&
  Date.parse(nu) - Date.parse(bestilt) < HENTES_I_DAGE * DAG_MS

/**
 * Orders an extract. A citizen whom nobody has named has an empty one, as one has about whom nothing was read. Throws DatabaseFejl.
 */
export async function bestilUdtraek(
  deps: Tilsynsdeps,
  hvem: Tilsynende,
  felter: Parameters<typeof readBestilling>[0],
): Promise<Resultat<Uuid, Bestillingsafvisning>> {
  const { db, clock, noegler } = deps
  const nu = clock.now()
  const laest = readBestilling(felter, danskDag(nu))
  if (!laest.ok) return laest
  const { om, medarbejder, cpr, antal, fra, til, formaal } = laest.value
  const kendte = medarbejder && (await hentUdtraekside(deps, hvem)).medarbejdere
  const valgt = kendte?.find(({ medarbejder_id }) => medarbejder_id === medarbejder)
  if (medarbejder && !valgt) return afvist(medarbejder === hvem.id ? 'OM_DIG_SELV' : 'MEDARBEJDER_MANGLER')
  const id = newUuid()
  const part = cpr && ((await findPerson(db, noegler, cpr)) ?? newUuid())
  const [[egen]] = await db.readBatch(kontekstForTilsyn(hvem), [findEgenPart(hvem.cvr, hvem.id)])
  // Who has looked at oneself is told on one's own page, and there without names.
  if (part !== undefined && egen?.part_id === part) return afvist('OM_DIG_SELV')
  const forseglet = seal(noegler.indhold, formaal, udtraeksAad(id))
  const nyt = { id, om, medarbejder, navn: valgt?.navn, part, antal, fra, til, formaal: forseglet }
  await db.writeBatch(kontekstForTilsyn(hvem), [insertUdtraek(toLaeser(hvem, nu), nyt)])
  return ok(id)
}

/** Another says yes or no to an extract about an employee; whoever ordered it may take it back. False where there is none to answer. Throws DatabaseFejl. */
export async function svarUdtraek({ db, clock }: Tilsynsdeps, hvem: Tilsynende, id: Uuid, godkendt: boolean): Promise<boolean> {
  const svar = await db.transaction(kontekstForTilsyn(hvem), (tx) =>
    tx.run(answerUdtraek(toLaeser(hvem, clock.now()), id, godkendt)),
  )
  return svar.length === 1
}

/** A line of an extract. Whom it was about is a reference of this extract's own: the same citizen has the same in it and another in any other. */
export type Udtrakslinje = Omit<LinjeRaekke, 'part_id' | 'kommune'> & { readonly borger: string }

/**
 * The lines of an extract, to be handed to whoever ordered it. A line of the log for each citizen in it is durable first, and that it was fetched is kept.
 * Throws Logfejl or DatabaseFejl.
 */
export async function hentUdtraek(
  deps: Tilsynsdeps,
  hvem: Tilsynende,
  id: Uuid,
): Promise<Resultat<readonly Udtrakslinje[], Bestillingsafvisning>> {
  const nu = deps.clock.now()
  const [[raekke]] = await deps.db.readBatch(kontekstForTilsyn(hvem), [findUdtraek(hvem.cvr, id)])
  if (!raekke || !canFetch(raekke, hvem, nu)) return afvist('KAN_IKKE_HENTES')
  const laest = insertLaesning(toLaeser(hvem, nu), 'udtraek', id)
  const linjer = await readForTilsyn(deps, hvem, id, toStatement(raekke, hvem), laest)
  if (linjer.length > HOEJST_LINJER) return afvist('FOR_MANGE_LINJER')
  const referencer = new Map<Uuid, string>()
  const referenceFor = (part: Uuid): string => {
    const kendt = referencer.get(part) ?? hmac(deps.noegler.opslag, `udtraek ${id} ${part}`).toString('hex').slice(0, 12)
    referencer.set(part, kendt)
    return kendt
  }
  return ok(linjer.map(({ part_id, kommune: _, ...linje }) => ({ ...linje, borger: referenceFor(part_id) })))
}

function toStatement(raekke: UdtraekRaekke, { cvr }: Tilsynende) {
  const periode = { fra: startOfDanskDag(raekke.fra), til: startOfDanskDag(dayAfter(raekke.til)) }
  if (raekke.om_medarbejder !== null) return findMedarbejdersLinjer(cvr, raekke.om_medarbejder, periode)
  if (raekke.om_part !== null) return findBorgersLinjer(cvr, raekke.om_part, periode)
  return findStikproeve(cvr, raekke.udtraek_id, raekke.antal ?? 1, periode)
}

const dayAfter = (dag: string): string => new Date(Date.parse(dag) + DAG_MS).toISOString().slice(0, 10)
