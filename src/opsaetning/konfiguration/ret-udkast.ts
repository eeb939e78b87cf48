import { harRolle, type Medarbejder } from '#adgang'
import { afvist, ok, type Resultat, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import { type Opsaetning, type Opsaetningslager, readOpsaetning, writeKonfigurationer } from '#visning'
import { ikrafttraeden, linjevirkninger, toVersioner, udkasthash, withVersioner } from './anvend.ts'
import { AENDRER, decideUdkast, isGentagelse, type Udkastfakta, type Udkastkommando } from './decide-udkast.ts'
import { isIndsnaevring } from './indsnaevring.ts'
import type { Konfigurationsafvisning } from './konfiguration.errors.ts'
import { findSenesteAendring, insertAendring } from './konfiguration.sql.ts'
import type { Udkast, Udkasthaendelse, Udkastskridt } from './udkast.ts'
import { type Aendringsindhold, appendUdkastskridt, findUdkast } from './udkastlager.ts'

export type Konfigurationsdeps = { readonly db: Database; readonly clock: Clock; readonly opsaetning: Opsaetningslager }

type Svar = Resultat<Uuid, Konfigurationsafvisning>
export type NytUdkast = Omit<Extract<Udkastskridt, { type: 'oprettet' }>, 'type'> & { readonly id: Uuid }

/** Somebody else took the number within the transaction: all that it wrote is taken back. */
class Overhalet extends Error {
  override readonly name = 'Overhalet'
}

/** Begins a draft. The form names its id, so that one that is sent twice makes one draft. Throws DatabaseFejl. */
export async function createUdkast(deps: Konfigurationsdeps, person: Medarbejder, { id, ...nyt }: NytUdkast): Promise<Svar> {
  if (!person.roller.includes(AENDRER)) return afvist('IKKE_DIN_ROLLE')
  const udkast = { id, kommune: person.cvr }
  return deps.db.transaction({ rolle: 'opsaetning' }, async (tx): Promise<Svar> => {
    const skridt: Udkastskridt = { type: 'oprettet', ...nyt }
    const skrevet = await appendUdkastskridt(tx, udkast, { nr: 1, tid: deps.clock.now(), af: person, skridt })
    // The id may stand already: as this person's own draft, or as a stranger's, of which nothing is told.
    if (skrevet || (await findUdkast(tx, person.cvr, id))) return ok(id)
    return afvist('FINDES_IKKE')
  })
}

/**
 * Takes a step on a draft of the person's municipality. `nr` is what the form stood on: where a step came in between nothing is written,
 * unless that was this very one, sent twice. What is put into force is decided on the configuration as the database has it, and is in
 * force in this process when the call returns. Throws DatabaseFejl, SnapshotFejl.
 */
export async function changeUdkast(
  deps: Konfigurationsdeps,
  person: Medarbejder,
  { id, nr }: { readonly id: Uuid; readonly nr: number },
  kommando: Udkastkommando,
): Promise<Svar> {
  try {
    const svar = await deps.db.transaction({ rolle: 'opsaetning' }, (tx) => change(deps, tx, person, { id, nr }, kommando))
    if (svar.ok && (kommando.type === 'godkend' || kommando.type === 'gennemfoerAlene')) await deps.opsaetning.refresh()
    return svar
  } catch (error) {
    if (error instanceof Overhalet) return afvist('ANDEN_VAR_FOERST')
    throw error
  }
}

async function change(
  deps: Konfigurationsdeps,
  tx: Transaktion,
  person: Medarbejder,
  { id, nr }: { readonly id: Uuid; readonly nr: number },
  kommando: Udkastkommando,
): Promise<Svar> {
  const fundet = await findUdkast(tx, person.cvr, id)
  if (!fundet) return afvist('FINDES_IKKE')
  const { udkast, haendelser } = fundet
  if (nr !== udkast.nr) {
    const naeste = haendelser[nr]
    return naeste && isGentagelse(naeste, person, kommando) ? ok(id) : afvist('ANDEN_VAR_FOERST')
  }
  const fakta = await readFakta(deps, tx, udkast)
  const svar = decideUdkast(udkast, person, kommando, fakta)
  if (!svar.ok) return svar
  const haendelse: Udkasthaendelse = { nr: nr + 1, tid: fakta.nu, af: person, skridt: svar.value }
  if (!(await appendUdkastskridt(tx, udkast, haendelse))) throw new Overhalet('Another step has the number')
  if (svar.value.type === 'gennemfoert') {
    const aarsag = kommando.type === 'gennemfoerAlene' ? kommando.aarsag : (udkast.forslag?.aarsag ?? udkast.begrundelse)
    await putIntoForce(tx, udkast, haendelse, { ...fakta, aarsag })
  }
  return ok(id)
}

/** What a decision on the draft stands on. `opsaetning`: the configuration that the lines are compared with. */
export function findUdkastfakta(
  opsaetning: Opsaetning,
  udkast: Udkast,
  nu: Udkastfakta['nu'],
): Pick<Udkastfakta, 'nu' | 'linjer' | 'hash' | 'indsnaevrer'> {
  const linjer = linjevirkninger(opsaetning, udkast, nu)
  const foer = opsaetning.versionerFor(udkast.kommune)
  const efter = withVersioner(foer, toVersioner(linjer, udkast, nu))
  return { nu, linjer, hash: udkasthash(udkast, linjer), indsnaevrer: isIndsnaevring(foer, efter, udkast.kommune, nu) }
}

/** The number of the last change is read before the configuration: what comes in between has taken the next number. */
async function readFakta({ clock }: Konfigurationsdeps, tx: Transaktion, udkast: Udkast): Promise<Udkastfakta> {
  const nu = clock.now()
  const [seneste] = await tx.run(findSenesteAendring(udkast.kommune))
  const foreslaaerHarRolle = udkast.forslag !== undefined && (await harRolle(tx, udkast.forslag.af, AENDRER, nu))
  return {
    ...findUdkastfakta(await readOpsaetning(tx), udkast, nu),
    foreslaaerHarRolle,
    naesteAendring: (seneste?.nr ?? 0) + 1,
  }
}

async function putIntoForce(
  tx: Transaktion,
  udkast: Udkast,
  { tid, af }: Udkasthaendelse,
  { nu, linjer, naesteAendring, aarsag }: Udkastfakta & { readonly aarsag: string },
): Promise<void> {
  const indhold: Aendringsindhold = {
    navn: udkast.navn,
    aarsag,
    ...(udkast.forslag ? { foreslaaetAf: udkast.forslag.af } : {}),
    gaelderFra: ikrafttraeden(udkast, nu),
    linjer,
  }
  const slags = udkast.forslag ? 'godkendelse' : 'indsnaevring'
  const raekke = { kommune: udkast.kommune, nr: naesteAendring, tid, slags, udkast_id: udkast.id, data: indhold } as const
  const skrevet = await tx.count(insertAendring({ ...raekke, medarbejder_id: af.id, medarbejder_navn: af.navn }))
  if (skrevet !== 1) throw new Overhalet('Another change has the number')
  await writeKonfigurationer(tx, toVersioner(linjer, udkast, nu))
}
