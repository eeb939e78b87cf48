import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Opstartsfejl } from './opstartsfejl.ts'

/** Whom the embedded server runs as; undefined: as we do. PostgreSQL refuses to run as root. */
export type PgBruger = { readonly uid: number; readonly gid: number }

/** As root: the configured account, else postgres, else nobody. Throws Opstartsfejl where a configured one does not exist. */
export function choosePgBruger(konfigureret: string | undefined): PgBruger | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const navn of konfigureret ? [konfigureret] : ['postgres', 'nobody']) {
    const bruger = lookUp(navn)
    if (bruger && bruger.uid !== 0) return bruger
  }
  throw new Opstartsfejl('PostgreSQL kan ikke køre som root: angiv en almindelig bruger med BORGERBLIKKET_PG_BRUGER.')
}

function lookUp(navn: string): PgBruger | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, navn], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/** True where `bruger` may enter every folder down to `sti` (which need not exist itself). */
function isReachable(sti: string, bruger: PgBruger): boolean {
  const mappe = resolve(sti)
  const foraelder = dirname(mappe)
  if (existsSync(mappe)) {
    const { mode, uid, gid } = statSync(mappe)
    const bit = uid === bruger.uid ? 0o100 : gid === bruger.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
  }
  return foraelder === mappe || isReachable(foraelder, bruger)
}

export type PgMapper = { readonly data: string; readonly binaer: string }

/**
 * Where the server's data and binaries stand. Under a checkout that the server's account cannot enter (a closed home), both get a place
 * under /var/lib/borgerblikket named after the checkout.
 */
export function preparePgMapper(dataMappe: string, pakke: string, bruger: PgBruger | undefined): PgMapper {
  if (!bruger) return { data: makeClosed(join(dataMappe, 'pg'), undefined), binaer: pakke }
  if (isReachable(dataMappe, bruger) && isReachable(pakke, bruger))
    return { data: makeClosed(join(dataMappe, 'pg'), bruger), binaer: pakke }
  const rod = join('/var/lib/borgerblikket', createHash('sha256').update(resolve(dataMappe)).digest('hex').slice(0, 16))
  mkdirSync(rod, { recursive: true, mode: 0o755 })
  for (const mappe of ['/var/lib/borgerblikket', rod]) chmodSync(mappe, 0o755)
  const binaer = join(
    rod,
    `pg-${createHash('sha256')
      .update(pakke)
      .update(String(statSync(pakke).mtimeMs))
      .digest('hex')
      .slice(0, 8)}`,
  )
  if (!existsSync(binaer)) cpSync(pakke, binaer, { recursive: true, verbatimSymlinks: true })
  return { data: makeClosed(join(rod, 'pg'), bruger), binaer }
}

/** A folder that only the server's account can enter. */
export function makeClosed(mappe: string, bruger: PgBruger | undefined): string {
  mkdirSync(mappe, { recursive: true, mode: 0o700 })
  if (bruger) chownSync(mappe, bruger.uid, bruger.gid)
  return mappe
}
