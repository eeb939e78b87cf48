import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kontrol } from './kontrol.ts'

type Pakke = {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Laasefil = { readonly packages: Readonly<Record<string, Pakke>> }

/**
 * `npm ci` refuses a lock file that leaves out what it names, also for other machines than this one: an install on top of an installed tree
 * can write such a file (npm leaves out the platforms it did not need), and a fresh clone is then dead.
 */
export const laasefil: Kontrol = {
  navn: 'laasefil',
  om: 'package-lock.json holds all that npm ci will ask for',
  run: async (rod) => {
    const laas = JSON.parse(readFileSync(join(rod, 'package-lock.json'), 'utf8')) as Laasefil
    const pakke = JSON.parse(readFileSync(join(rod, 'package.json'), 'utf8')) as Pakke
    return { brud: checkLaasefil(laas, pakke), set: `${Object.keys(laas.packages).length} packages` }
  },
}

export function checkLaasefil({ packages }: Laasefil, pakke: Pakke): string[] {
  const rod = packages[''] ?? {}
  const uens = (['dependencies', 'devDependencies', 'optionalDependencies'] as const).filter(
    (felt) => JSON.stringify(sorted(rod[felt])) !== JSON.stringify(sorted(pakke[felt])),
  )
  const manglende = Object.entries(packages).flatMap(([sted, { dependencies, devDependencies, optionalDependencies }]) => {
    const navne = Object.keys({ ...dependencies, ...(sted === '' ? devDependencies : {}), ...optionalDependencies })
    return navne
      .filter((navn) => !isLocked(packages, sted, navn))
      .map((navn) => `package-lock.json: ${navn} is missing (for ${sted || 'the project'})`)
  })
  return [...uens.map((felt) => `package-lock.json: ${felt} are not those of package.json`), ...manglende]
}

const sorted = (felter: Readonly<Record<string, string>> = {}) => Object.entries(felter).sort(([a], [b]) => (a < b ? -1 : 1))

/** As Node looks: beside the package itself, then upwards. */
function isLocked(packages: Laasefil['packages'], sted: string, navn: string): boolean {
  for (let fra = sted; ; fra = fra.slice(0, Math.max(fra.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${fra === '' ? '' : `${fra}/`}node_modules/${navn}`]) return true
    if (fra === '') return false
  }
}
