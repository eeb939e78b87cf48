import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { listFiler } from './filer.ts'
import { ETAGER, OMRAADEMODULER, TESTHJAELP, UDEN_INDEKS } from './graenser.data.ts'
import { type Import, type Kildetekst, readKildetekst } from './kildetekst.ts'
import type { Kontrol } from './kontrol.ts'
import { findRinge, type Graf } from './ringe.ts'

type Fil = Kildetekst & {
  /** From the root: src/part/person.ts. */
  readonly sti: string
  /** The first folder below src, or the file's own name where it stands in src itself. */
  readonly modul: string
  /** A test, or something that only tests use. */
  readonly proeve: boolean
}

/** Who may import what (docs/arkitektur.md); every rule is proved by a test that breaks it. */
export const graenser: Kontrol = {
  navn: 'graenser',
  om: 'who may import what',
  run: async (rod) => {
    const filer = readFiler(rod)
    return { brud: checkGraenser(rod, filer), set: `${filer.length} files` }
  },
}

function readFiler(rod: string): Fil[] {
  const stier = ['src', 'test', 'scripts'].flatMap((mappe) => listFiler(rod, mappe)).filter((sti) => /\.m?ts$/.test(sti))
  return stier.map((sti) => ({
    ...readKildetekst(readFileSync(join(rod, sti), 'utf8')),
    sti,
    modul: modulOf(sti),
    proeve: !sti.startsWith('src/') || /\.test\.ts$/.test(sti) || TESTHJAELP.test(sti),
  }))
}

const modulOf = (sti: string): string => (sti.startsWith('src/') ? (sti.split('/')[1] ?? '').replace(/\.ts$/, '') : '')

type Regel = (fil: Fil, rod: string) => readonly string[]

function checkGraenser(rod: string, filer: readonly Fil[]): string[] {
  const egne = filer.filter((fil) => fil.sti.startsWith('src/'))
  const udviklingspakker = readUdviklingspakker(rod)
  const regler: readonly Regel[] = [
    checkAdresse,
    checkEtage,
    checkUdenIndeks,
    checkSql,
    checkPakker(udviklingspakker),
    checkMiljoe,
    checkProevehjaelp,
  ]
  const brud = egne.flatMap((fil) => regler.flatMap((regel) => regel(fil, rod).map((tekst) => `${fil.sti}: ${tekst}`)))
  const standard = filer.filter(hasDefaultExport).map((fil) => `${fil.sti}: export by name, not by default`)
  return [...brud, ...standard, ...checkRinge(egne)]
}

/** The file that an import leads to, from the root; undefined for a package or one of Node's own. */
function resolve(fil: Fil, fra: string): string | undefined {
  if (fra.startsWith('#')) return `src/${fra.slice(1)}/index.ts`
  return fra.startsWith('.') ? posix.join(posix.dirname(fil.sti), fra) : undefined
}

const eachImport = (fil: Fil, find: (led: Import, til: string) => string | undefined): string[] =>
  fil.imports.flatMap((led) => {
    const til = resolve(fil, led.fra)
    const brud = til === undefined ? undefined : find(led, til)
    return brud === undefined ? [] : [brud]
  })

/** Other modules are reached by `#module` (or `#module/area`), one's own files by a relative path. */
function checkAdresse(fil: Fil, rod: string): string[] {
  return eachImport(fil, ({ fra }, til) =>
    fra.startsWith('.') ? findRelativBrud(fil, fra, til) : findModulbrud(fil, fra, til, rod),
  )
}

function findRelativBrud(fil: Fil, fra: string, til: string): string | undefined {
  const modul = modulOf(til)
  const mellemRodfiler = isIRoden(fil.sti) && isIRoden(til)
  const tilProever = fil.proeve && !til.startsWith('src/')
  return modul === fil.modul || mellemRodfiler || tilProever ? undefined : `${fra} leaves the module; import #${modul}`
}

function findModulbrud(fil: Fil, fra: string, til: string, rod: string): string | undefined {
  const modul = modulOf(til)
  const omraader = OMRAADEMODULER.has(modul)
  if (fra.split('/').length > (omraader ? 2 : 1)) return `${fra} reaches into a module; import #${modul}`
  if (!existsSync(join(rod, til))) return `${fra} is no module: ${til} is missing`
  return modul === fil.modul && !omraader ? `${fra} is the file's own module; import it relatively` : undefined
}

const isIRoden = (sti: string): boolean => sti.startsWith('src/') && sti.split('/').length === 2

const etageOf = (modul: string): number => ETAGER.findIndex((etage) => etage.includes(modul))

/** Floors. Tests may stand anything up from anywhere. */
function checkEtage(fil: Fil): string[] {
  if (etageOf(fil.modul) < 0) return [`the module ${fil.modul} has no floor`]
  if (fil.proeve) return []
  return eachImport(fil, ({ fra }, til) => {
    const modul = modulOf(til)
    if (modul === fil.modul || etageOf(modul) < etageOf(fil.modul)) return undefined
    return `${fil.modul} may not import ${modul}, which does not stand below it (${fra})`
  })
}

function checkUdenIndeks(fil: Fil): string[] {
  if (!UDEN_INDEKS.has(fil.modul) || fil.proeve) return []
  return eachImport(fil, (_, til) =>
    modulOf(til) === 'indeks' ? `${fil.modul} gets its facts as arguments, never from indeks` : undefined,
  )
}

const isDatabase = (fil: Fil): boolean => fil.sti.startsWith('src/platform/database/')

/** Text that begins as a statement does. */
const SQL =
  /^\s*(?:SELECT\s|INSERT\s+INTO\s|UPDATE\s+[\w".]+(?:\s+\w+)?\s+SET\s|DELETE\s+FROM\s|MERGE\s+INTO\s|WITH\s+\w+\s*(?:\(|AS\s)|(?:CREATE|ALTER|DROP)\s+(?:TABLE|ROLE|INDEX|VIEW|POLICY|SCHEMA|FUNCTION|DATABASE)\s|TRUNCATE\s|COPY\s+\w+\s*\(?|GRANT\s+\w+|REVOKE\s+\w+|SET\s+(?:LOCAL|ROLE)\s)/

/** Statements stand in `*.sql.ts`, where they can be found and tested. */
function checkSql(fil: Fil): string[] {
  if (fil.proeve || isDatabase(fil) || fil.sti.endsWith('.sql.ts')) return []
  const importerer = fil.imports.some(
    ({ fra, navne }) => fra === '#platform/database' && (navne.includes('sql') || navne.includes('*')),
  )
  const skriver = fil.strenge.find((streng) => SQL.test(streng))
  return [
    ...(importerer ? ['only *.sql.ts may import sql'] : []),
    ...(skriver ? [`only *.sql.ts may hold SQL (${skriver.trim().slice(0, 40).replaceAll(/\s+/g, ' ')} …)`] : []),
  ]
}

function readUdviklingspakker(rod: string): ReadonlySet<string> {
  const fil = join(rod, 'package.json')
  const pakke = existsSync(fil) ? (JSON.parse(readFileSync(fil, 'utf8')) as { devDependencies?: Record<string, string> }) : {}
  return new Set(Object.keys(pakke.devDependencies ?? {}))
}

const pakkenavn = (fra: string): string => fra.split('/', fra.startsWith('@') ? 2 : 1).join('/')

/** Packages with one door each, and none that is there for development alone. */
const checkPakker =
  (udviklingspakker: ReadonlySet<string>): Regel =>
  (fil) =>
    fil.imports.flatMap(({ fra }) => {
      if (fra.startsWith('.') || fra.startsWith('#') || fra.startsWith('node:')) return []
      const pakke = pakkenavn(fra)
      if (!fil.proeve && udviklingspakker.has(pakke)) return [`${pakke} is a development dependency`]
      if (pakke === 'hono' && fil.modul !== 'web') return [`${fra} is reached through #web`]
      if (!fil.proeve && /^pg(?:-copy-streams|-pool|-cursor)?$/.test(pakke) && !isDatabase(fil))
        return [`${fra} belongs to src/platform/database`]
      return []
    })

/** main.ts may hand the environment to config.ts unread. */
const UDLEVERET = /\breadConfig\(\s*process\.env\b/g

function checkMiljoe(fil: Fil): string[] {
  if (fil.proeve || fil.sti === 'src/config/config.ts') return []
  const kode = fil.sti === 'src/main.ts' ? fil.kode.replaceAll(UDLEVERET, '') : fil.kode
  const laeser = /\bprocess\s*\.\s*env\b/.test(kode) || /\bprocess\s*\[/.test(kode)
  const importerer = fil.imports.some(({ fra, navne }) => /^(node:)?process$/.test(fra) && navne.includes('env'))
  return laeser || importerer ? ['only config.ts reads the environment'] : []
}

function checkProevehjaelp(fil: Fil): string[] {
  if (fil.proeve) return []
  return eachImport(fil, ({ fra }, til) =>
    TESTHJAELP.test(til) || /\.test\.ts$/.test(til) || !til.startsWith('src/') ? `${fra} is for tests` : undefined,
  )
}

const hasDefaultExport = (fil: Fil): boolean =>
  /^\s*export\s+default\b/m.test(fil.kode) || /^\s*export\s*\{[^}]*\bas\s+default\b/m.test(fil.kode)

/** Rings of files, of modules, and of folders that stand beside each other. Imports of types count: they too must be read together. */
function checkRinge(egne: readonly Fil[]): string[] {
  const kanter = egne
    .filter((fil) => !fil.proeve)
    .flatMap((fil) =>
      fil.imports.flatMap(({ fra }) => ((til) => (til === undefined ? [] : [[fil.sti, til] as const]))(resolve(fil, fra))),
    )
  const filringe = findRinge(toGraf(kanter)).map((ring) => `a ring of files: ${ring.join(' · ')}`)
  const mappekanter = kanter.flatMap(([fra, til]) => toMappekant(dirname(fra), dirname(til)))
  const mapperinge = findRinge(toGraf(mappekanter)).map((ring) => `a ring of folders: ${ring.join(' · ')}`)
  return [...filringe, ...mapperinge]
}

/** The two folders beside each other that an import crosses between; none where one folder stands within the other. */
function toMappekant(fra: string, til: string): (readonly [string, string])[] {
  const [a, b] = [fra.split('/'), til.split('/')]
  const skel = a.findIndex((led, i) => led !== b[i])
  if (skel < 0 || skel >= b.length) return []
  return [[a.slice(0, skel + 1).join('/'), b.slice(0, skel + 1).join('/')]]
}

function toGraf(kanter: readonly (readonly [string, string])[]): Graf {
  const graf = new Map<string, Set<string>>()
  for (const [fra, til] of kanter) {
    graf.set(fra, (graf.get(fra) ?? new Set()).add(til))
    if (!graf.has(til)) graf.set(til, new Set())
  }
  return graf
}
