import type { Adgangsgrundlag, Tidspunkt, Uuid } from '#kernel'
import { danskDag } from '#platform/clock'
import { hmac, type Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { DELBUDGET_MS } from './forsoeg.ts'
import { findForstaaelse, upsertForstaaelse } from './forstaaelse.sql.ts'
import { type Billeddeps, hentBesoeg } from './hent.ts'

type Svardeps = { readonly db: Database; readonly noegler: Pick<Noegler, 'opslag'> }

/**
 * What stands for one citizen's answer about one note: a digest under the key that numbers are looked up by, which is never changed. In another
 * word than any number has, so that the two never meet.
 */
const maerkeFor = ({ noegler }: Svardeps, { aktoer }: Adgangsgrundlag, notat: Uuid): Buffer =>
  hmac(noegler.opslag, `forstaaelse ${aktoer.part} ${notat}`)

/** Whoever answers is nobody here: the role sees no person's rows in this batch. */
const INGEN = { rolle: 'borger', parter: [], grund: 'forstaaelse' } as const

/** Whether the one who looks has said that the note could be understood; undefined: nothing has been said. Throws DatabaseFejl. */
export async function readForstaaelse(deps: Svardeps, grundlag: Adgangsgrundlag, notat: Uuid): Promise<boolean | undefined> {
  const [[svar]] = await deps.db.readBatch(INGEN, [findForstaaelse(maerkeFor(deps, grundlag, notat))], DELBUDGET_MS)
  return svar?.forstaaet
}

/**
 * Takes the answer of somebody who is shown the note, and false for anybody else, which tells nothing of whether it exists. Given again it is
 * changed. Throws what hentBesoeg throws, and DatabaseFejl where it could not be kept.
 */
export async function gemForstaaelse(
  deps: Billeddeps & Svardeps,
  grundlag: Adgangsgrundlag,
  notat: Uuid,
  forstaaet: boolean,
): Promise<boolean> {
  const { billede } = await hentBesoeg(deps, grundlag, 'notater', notat)
  const vist = billede.efterId.get(notat)
  if (vist?.raekke.art !== 'journalnotat') return false
  const [{ kommune, kle }] = vist.vinkler
  const maerke = maerkeFor(deps, grundlag, notat)
  const uge = mandagI(billede.grundlag.nu)
  await deps.db.writeBatch(INGEN, [upsertForstaaelse({ maerke, kommune, kilde: vist.raekke.kilde_id, kle, uge, forstaaet })])
  return true
}

/** The Monday of the week, by the Danish calendar. */
function mandagI(tid: Tidspunkt): string {
  const dag = new Date(`${danskDag(tid)}T00:00:00Z`)
  dag.setUTCDate(dag.getUTCDate() - ((dag.getUTCDay() + 6) % 7))
  return dag.toISOString().slice(0, 10)
}
