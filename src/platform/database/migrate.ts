import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { type Forbindelse, toDatabaseFejl } from './connections.ts'
import { Opstartsfejl } from './opstartsfejl.ts'

const MAPPE = fileURLToPath(new URL('../../../db/migrations', import.meta.url))
const MINDST = 150_000

/** Brings the database's schema up to date as the tables' owner. Throws Opstartsfejl for an unreachable or too old server. */
export async function migrate(ejer: Forbindelse): Promise<readonly string[]> {
  return withOwner(ejer, async (client) => {
    await requireVersion(client)
    const koert = await runner({
      dbClient: client,
      dir: MAPPE,
      migrationsTable: 'migration',
      direction: 'up',
      count: Number.POSITIVE_INFINITY,
      checkOrder: true,
      singleTransaction: true,
      log: () => undefined,
    })
    return koert.map((migration) => migration.name)
  })
}

/**
 * Gives the application its login role: no rights of its own, NOINHERIT, never BYPASSRLS; member of the roles that it may put on inside a
 * transaction. Answers how the application logs in.
 */
export async function provision(ejer: Forbindelse, rolle: string, password: string): Promise<Forbindelse> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(rolle)) throw new Opstartsfejl(`Rollenavnet ${rolle} kan ikke bruges.`)
  return withOwner(ejer, async (client) => {
    const navn = pg.escapeIdentifier(rolle)
    const { rows } = await client.query<{ farlig: boolean }>(
      'SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS farlig FROM pg_roles WHERE rolname = $1',
      [rolle],
    )
    // Only a superuser may so much as name these properties, so a role that has them is refused rather than mended.
    if (rows[0]?.farlig)
      throw new Opstartsfejl(
        `Rollen ${rolle} har for mange rettigheder til at læse borgeres data med: giv programmet en anden rolle.`,
      )
    const egenskaber = `LOGIN NOINHERIT PASSWORD ${pg.escapeLiteral(password)}`
    await client.query(`${rows[0] ? 'ALTER' : 'CREATE'} ROLE ${navn} ${egenskaber}`)
    const roller = await client.query<{ rolname: string }>(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY ('{borgerblikket_borger,borgerblikket_login,borgerblikket_modtagelse,borgerblikket_log,borgerblikket_opsaetning}')`,
    )
    await client.query(`GRANT ${roller.rows.map((raekke) => raekke.rolname).join(', ')} TO ${navn}`)
    await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(ejer.database)} TO ${navn}`)
    return { ...ejer, user: rolle, password }
  })
}

async function withOwner<T>(ejer: Forbindelse, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw new Opstartsfejl(
      `Databasen på ${ejer.host}:${ejer.port} kan ikke nås (${toDatabaseFejl(error).message}). Ret DATABASE_URL, eller fjern den for at bruge den indbyggede.`,
    )
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
  const version = Number(rows[0]?.server_version_num)
  if (version < MINDST)
    throw new Opstartsfejl(
      `PostgreSQL ${Math.floor(version / 10_000)} er for gammel: Borgerblikket kræver version 15 eller nyere.`,
    )
}
