/** The environment, read once, and the application's own secret at the database. */
export { type Config, readConfig } from './config.ts'
export { readAppAdgangskode } from './hemmeligheder.ts'
