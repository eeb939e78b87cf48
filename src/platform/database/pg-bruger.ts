import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
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

const ROD = '/var/lib/borgerblikket'

/**
 * Where the server's data and binaries stand. What the server's account cannot enter where it is (a checkout under a closed home) gets a
 * place under /var/lib/borgerblikket: data named after their folder, binaries after their package, so that one copy serves all.
 */
export function preparePgMapper(dataMappe: string, pakke: string, bruger: PgBruger | undefined): PgMapper {
  if (!bruger) return { data: makeClosed(join(dataMappe, 'pg'), undefined), binaer: pakke }
  const egen = isReachable(dataMappe, bruger)
  const data = egen ? dataMappe : makeOpen(join(ROD, nameOf(resolve(dataMappe))))
  return { data: makeClosed(join(data, 'pg'), bruger), binaer: isReachable(pakke, bruger) ? pakke : copyPakke(pakke) }
}

const nameOf = (sti: string): string => createHash('sha256').update(sti).digest('hex').slice(0, 16)

/** A folder of ours that every account may pass through. */
function makeOpen(mappe: string): string {
  mkdirSync(mappe, { recursive: true, mode: 0o755 })
  for (const led of [ROD, mappe]) chmodSync(led, 0o755)
  return mappe
}

/** Copied beside and renamed, so that one who starts at the same time never finds half a copy. */
function copyPakke(pakke: string): string {
  const binaer = join(makeOpen(ROD), `pg-${nameOf(`${pakke} ${statSync(pakke).mtimeMs}`)}`)
  if (existsSync(binaer)) return binaer
  const ny = `${binaer}-${process.pid}`
  cpSync(pakke, ny, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(ny, binaer)
  } catch (error) {
    rmSync(ny, { recursive: true, force: true })
    if (!existsSync(binaer)) throw error
  }
  return binaer
}

/** A folder that only the server's account can enter. */
export function makeClosed(mappe: string, bruger: PgBruger | undefined): string {
  mkdirSync(mappe, { recursive: true, mode: 0o700 })
  if (bruger) chownSync(mappe, bruger.uid, bruger.gid)
  return mappe
}
