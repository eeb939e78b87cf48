export { type Forbindelse, forbindelseFromUrl } from './connections.ts'
export { openDatabase } from './database.ts'
export { createEmbedded, type Embedded, type Embeddedvalg } from './embedded.ts'
export { ensureDataMappe, requireUnlocked } from './laas.ts'
export { migrate, provision } from './migrate.ts'
export { Opstartsfejl } from './opstartsfejl.ts'
export { untilSent } from './pipelined.ts'
export {
  type Database,
  DatabaseFejl,
  type Databaserolle,
  type Kontekst,
  type Parameter,
  type RowsOf,
  type Statement,
  sql,
  type Transaktion,
} from './types.ts'
