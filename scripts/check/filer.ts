import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

const UDELADTE = new Set(['node_modules', '.git', 'data', 'coverage', '.borgerblikket'])

/** The files below `rod/mappe`, as paths from `rod` with forward slashes, in order of name. A folder that is not there has none. */
export function listFiler(rod: string, mappe: string): string[] {
  const start = join(rod, mappe)
  if (!existsSync(start)) return []
  return readdirSync(start, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((led) => {
      const sti = mappe === '' ? led.name : `${mappe}/${led.name}`.split(sep).join('/')
      // `data` is the server's folder only at the top; deeper it may be anybody's.
      if (UDELADTE.has(led.name) && (mappe === '' || led.name === 'node_modules')) return []
      return led.isDirectory() ? listFiler(rod, sti) : [sti]
    })
}
