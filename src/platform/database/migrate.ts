import { readdirSync } from 'node:fs'
import { parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Forbindelse, toDatabaseFejl } from './connections.ts'
import { Opstartsfejl } from './opstartsfejl.ts'
import type { Databaserolle } from './types.ts'

const MAPPE = fileURLToPath(new URL('../../../db/migrations', import.meta.url))
const MINDST = 150_000

/**
 * Brings the database's schema up to date as the tables' owner, all or nothing, and answers the names of what was done. Where another
 * process is at it, that is waited for. Throws Opstartsfejl for a server that is unreachable or too old, an account that may not, and a
 * schema that is newer than the program.
 */
export async function migrate(ejer: Forbindelse, mappe = MAPPE): Promise<readonly string[]> {
  return withOwner(ejer, async (client) => {
    await requireVersion(client)
    await requireRights(client, ejer)
    const mangler = await findMissing(client, mappe)
    if (mangler === 0) return []
    // Read only where there is something to run: the threads of the intake come by this file too, and it is a tenth of all that they would load.
    const { runner } = await import('node-pg-migrate')
    const koert = await runner({
      dbClient: client,
      dir: mappe,
      migrationsTable: TABEL,
      direction: 'up',
      count: Number.POSITIVE_INFINITY,
      checkOrder: true,
      singleTransaction: true,
      advisoryLockMode: 'wait',
      log: () => undefined,
    }).catch((error: unknown) => {
      throw new Opstartsfejl(`Databasens skema kunne ikke opdateres, og intet er ændret: ${sentenceOf(error)}`)
    })
    return koert.map((migration) => migration.name)
  })
}

const TABEL = 'migration'

/** How many migrations are still to be run: the runner costs more than the question. Throws Opstartsfejl for a newer schema. */
async function findMissing(client: pg.Client, mappe: string): Promise<number> {
  const egne = readdirSync(mappe).filter((fil) => fil.endsWith('.sql'))
  const { rows: findes } = await client.query<{ tabel: string | null }>(`SELECT to_regclass('${TABEL}')::text AS tabel`)
  if (!findes[0]?.tabel) return egne.length
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${TABEL}`)
  const kendte = new Set(egne.map((fil) => parse(fil).name))
  const ukendt = rows.find(({ name }) => !kendte.has(name))
  if (ukendt)
    throw new Opstartsfejl(
      `Databasen er brugt af en nyere udgave af Borgerblikket (${ukendt.name}): start den udgave, eller læs en sikkerhedskopi ind.`,
    )
  return egne.length - rows.length
}

/**
 * Gives the application its login role: no rights of its own, NOINHERIT, never BYPASSRLS; member of the roles that it may put on inside a
 * transaction. Answers how the application logs in. Throws Opstartsfejl where the owner may not do so.
 */
export async function provision(ejer: Forbindelse, rolle: string, password: string): Promise<Forbindelse> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(rolle)) throw new Opstartsfejl(`Rollenavnet ${rolle} kan ikke bruges.`)
  return withOwner(ejer, async (client) => {
    try {
      await grantRoller(client, ejer, rolle, password)
    } catch (error) {
      if (error instanceof Opstartsfejl) throw error
      throw new Opstartsfejl(`Programmets login ${rolle} kunne ikke oprettes i databasen: ${sentenceOf(error)}`)
    }
    return { ...ejer, user: rolle, password }
  })
}

const ROLLER = [
  'advis',
  'alarm',
  'beskedfordeler',
  'besoeg',
  'borger',
  'drift',
  'forsegling',
  'kendskab',
  'kilde',
  'kommune',
  'kommunetekst',
  'kvalitet',
  'log',
  'login',
  'logsletning',
  'modtagelse',
  'oprydning',
  'opsaetning',
  'opslagssletning',
  'sagsbehandler',
  'sagsskriver',
  'sletning',
  'soegning',
  'vidne',
] as const satisfies readonly Databaserolle[]
const LAESERE = ROLLER.map((rolle) => `borgerblikket_${rolle}`).join(', ')
const EGENSKABER = 'LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE'

async function grantRoller(client: pg.Client, ejer: Forbindelse, rolle: string, password: string): Promise<void> {
  // Two that start at the same time would change the same role at the same time, which PostgreSQL refuses; held until we log out.
  await client.query("SELECT pg_advisory_lock(hashtext('borgerblikket'))")
  const navn = pg.escapeIdentifier(rolle)
  const { rows } = await client.query<{ passer: boolean }>(
    `SELECT rolcanlogin AND NOT (rolinherit OR rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole) AS passer
     FROM pg_roles WHERE rolname = $1`,
    [rolle],
  )
  // An owner who is no superuser may not even say NOSUPERUSER of a role that has it so already.
  const egenskaber = rows[0]?.passer ? '' : EGENSKABER
  await client.query(`${rows[0] ? 'ALTER' : 'CREATE'} ROLE ${navn} ${egenskaber} PASSWORD ${pg.escapeLiteral(password)}`)
  await client.query(`GRANT ${LAESERE} TO ${navn}`).catch((error: unknown) => {
    if ((error as { code?: string }).code !== MAA_IKKE) throw error
    throw new Opstartsfejl(
      `Rollerne ${LAESERE} er lavet af en anden konto: lad en administrator køre GRANT ${LAESERE} TO ${pg.escapeIdentifier(ejer.user)} WITH ADMIN OPTION.`,
    )
  })
  await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(ejer.database)} TO ${navn}`)
}

const MAA_IKKE = '42501'

async function withOwner<T>(ejer: Forbindelse, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw new Opstartsfejl(connectFejl(ejer, error))
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const RET = 'Ret DATABASE_URL, eller fjern den for at bruge den indbyggede.'

function connectFejl({ host, port, user, database }: Forbindelse, error: unknown): string {
  const { code } = error as { code?: string }
  const sted = `Databasen på ${host}:${port}`
  if (code === '28P01' || code === '28000')
    return `${sted} lukker ikke ${user} ind: navnet eller adgangskoden passer ikke. ${RET}`
  if (code === '3D000') return `${sted} har ingen database ved navn ${database}: opret den først. ${RET}`
  return `${sted} kan ikke nås (${sentenceOf(error)}). ${RET}`
}

/** The error in one line without values from rows. Several addresses that all fail have one code and no text of their own. */
function sentenceOf(error: unknown): string {
  const tekst = error instanceof AggregateError ? String((error as { code?: string }).code) : toDatabaseFejl(error).message
  return tekst.trim().split('\n')[0] ?? ''
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
  const version = Number(rows[0]?.server_version_num)
  if (version < MINDST)
    throw new Opstartsfejl(
      `PostgreSQL ${Math.floor(version / 10_000)} er for gammel: Borgerblikket kræver version 15 eller nyere.`,
    )
}

/** The owner makes the roles that readers put on, and the tables. */
async function requireRights(client: pg.Client, { user, database }: Forbindelse): Promise<void> {
  const { rows } = await client.query<{ roller: boolean; tabeller: boolean }>(
    `SELECT rolsuper OR rolcreaterole AS roller, has_schema_privilege('public', 'CREATE') AS tabeller
     FROM pg_roles WHERE rolname = current_user`,
  )
  if (!rows[0]?.roller)
    throw new Opstartsfejl(
      `Databasens konto ${user} må ikke oprette roller: giv den CREATEROLE, eller angiv en anden i DATABASE_URL.`,
    )
  if (!rows[0].tabeller)
    throw new Opstartsfejl(
      `Databasens konto ${user} må ikke oprette tabeller i ${database}: gør den til ejer af databasen, eller angiv en anden i DATABASE_URL.`,
    )
}
