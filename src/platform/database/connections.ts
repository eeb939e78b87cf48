import type pg from 'pg'
import { Opstartsfejl } from './opstartsfejl.ts'
import { DatabaseFejl } from './types.ts'

/** Where the database is and who logs in. Host may be a folder with a socket. */
export type Forbindelse = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly ssl?: boolean
}

/** A postgres:// URL as a Forbindelse; sslmode=require and stronger turn TLS on with the certificate checked. Throws Opstartsfejl. */
export function forbindelseFromUrl(url: string): Forbindelse {
  const parsed = URL.parse(url)
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol))
    throw new Opstartsfejl('DATABASE_URL skal have formen postgres://bruger:adgangskode@vært:5432/database.')
  const sslmode = parsed.searchParams.get('sslmode') ?? 'disable'
  return {
    host: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname || 'localhost'),
    port: Number(parsed.searchParams.get('port') ?? (parsed.port || 5432)),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'borgerblikket',
    user: decodeURIComponent(parsed.username) || 'postgres',
    password: decodeURIComponent(parsed.password),
    ssl: !['disable', 'allow', 'prefer'].includes(sslmode),
  }
}

const TIMESTAMPTZ = 1184
const DATE = 1082

/** PostgreSQL's text of a timestamptz in UTC (2026-11-22 07:09:49.12+00) as the kernel's Tidspunkt, without a Date in between. */
const toTidspunkt = (text: string): string => {
  const plus = text.indexOf('+', 10)
  if (plus < 0) return text
  const ms = text.slice(20, plus).padEnd(3, '0').slice(0, 3)
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text[19] === '.' ? ms : '000'}Z`
}

const parsers = new Map<number, (text: string) => unknown>([
  [16, (text) => text === 't'],
  [20, Number],
  [21, Number],
  [23, Number],
  [114, JSON.parse],
  [3802, JSON.parse],
  [DATE, String],
  [TIMESTAMPTZ, toTidspunkt],
  [17, (text) => Buffer.from(text.slice(2), 'hex')],
])
// The driver's own parsers make a Date per timestamp and cost 1.7 times as much.
const types = { getTypeParser: (oid: number) => parsers.get(oid) ?? String }

/**
 * What every client is opened with. A statement over its time is ended by the server, so a slow one cannot hold a page for ever. No JIT: all
 * statements are short, and where the tables' statistics are old the planner's guesses are large enough to compile one for half a second.
 */
export const clientConfig = (forbindelse: Forbindelse, statementTimeoutMs: number): pg.ClientConfig => ({
  ...forbindelse,
  ssl: forbindelse.ssl ?? false,
  types: types as unknown as pg.CustomTypesConfig,
  application_name: 'borgerblikket',
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  options: `-c timezone=UTC -c jit=off -c statement_timeout=${statementTimeoutMs} -c idle_in_transaction_session_timeout=60000`,
})

/** The driver's error without its `detail`, which can hold values from rows. */
export function toDatabaseFejl(error: unknown): DatabaseFejl {
  if (error instanceof DatabaseFejl) return error
  const { message, code } = error as { message?: string; code?: string }
  const kode = typeof code === 'string' ? code : undefined
  // Messages of class 22 and 23 quote the offending value.
  const tekst = kode && /^(22|23)/.test(kode) ? 'A value or constraint was violated' : (message ?? 'The connection failed')
  return new DatabaseFejl(`${tekst}${kode ? ` (${kode})` : ''}`, kode)
}
