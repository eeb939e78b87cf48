import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { udfoldFamilie } from './familie.ts'
import { type Kanal, type Proevesag, parseSagsfil } from './sag.ts'

/** The version of the test: it is raised when a case is added or sharpened. */
export const AFPROEVNINGSVERSION = '1.0'

const SAGER = join(import.meta.dirname, 'sager')

const kanalOf = (fil: string): Kanal => (fil.endsWith('.xml') ? 'soap' : 'rest')

/** Reads one folder: a case, or all cases of its family. Throws TypeError where it is not as it should be. */
function laesMappe(mappe: string, rod = SAGER): readonly Proevesag[] {
  const { trin, familie, ...fil } = parseSagsfil(mappe, readFileSync(join(rod, mappe, 'sag.json'), 'utf8'))
  const slags = mappe.startsWith('N-') ? 'N' : 'F'
  if (familie) return udfoldFamilie(mappe, fil, familie)
  const laeste = (trin ?? []).map((et) => ({
    ...et,
    kanal: kanalOf(et.fil),
    besked: readFileSync(join(rod, mappe, et.fil), 'utf8'),
  }))
  return [{ ...fil, navn: mappe, slags, trin: laeste, familie: undefined }]
}

/** Every folder with a case, in order. */
export const listMapper = (rod = SAGER): readonly string[] =>
  readdirSync(rod, { withFileTypes: true })
    .filter((post) => post.isDirectory())
    .map(({ name }) => name)
    .sort()

let alle: readonly Proevesag[] | undefined

/** Every case that counts in this version of the test. Read once: the folders are part of the program. */
export function laesSager(): readonly Proevesag[] {
  alle ??= listMapper().flatMap((mappe) => laesMappe(mappe))
  return alle.filter(({ fraVersion }) => Number(fraVersion) <= Number(AFPROEVNINGSVERSION))
}
