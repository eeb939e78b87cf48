import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The password of the application's login role: made at first start, kept with the keys outside the database. */
export function readAppAdgangskode(dataMappe: string): string {
  const mappe = join(dataMappe, 'noegler')
  mkdirSync(mappe, { recursive: true, mode: 0o700 })
  const fil = join(mappe, 'app-adgangskode')
  if (!existsSync(fil)) writeFileSync(fil, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(fil, 'utf8').trim()
}
