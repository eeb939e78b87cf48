import type { CvrNummer, Uuid } from '#kernel'
import type { Database } from '#platform/database'
import { findSeneste, type Resultat, toResultat } from './lager.sql.ts'

/** The newest preview of the municipality's draft; undefined where none was made. Throws DatabaseFejl. */
export async function findSenestForhaandsvist(db: Database, kommune: CvrNummer, udkast: Uuid): Promise<Resultat | undefined> {
  const [[raekke]] = await db.readBatch({ rolle: 'opsaetning' }, [findSeneste(kommune, udkast)])
  return raekke && toResultat(raekke)
}
