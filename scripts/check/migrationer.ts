import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiler } from './filer.ts'
import { OMRAADEMODULER } from './graenser.data.ts'
import { collect, type Kontrol } from './kontrol.ts'

const MAPPE = 'db/migrations'
const NAVN = /^(\d{4})_([a-z]+)_[a-zæøå0-9]+(?:-[a-zæøå0-9]+)*\.sql$/

/**
 * Rules of squawk that are left out; all others hold.
 * - prefer-robust-stmts: all migrations of a start run in one transaction, so none is ever half done, and IF NOT EXISTS would hide that a
 *   table of the same name was there already.
 * - require-lock-timeout, require-statement-timeout: migrations run before the server opens, while nobody reads or writes.
 * - prefer-bigint-over-int, prefer-bigint-over-smallint: our integers count lines, items and hours; what identifies is a UUID or a bigint.
 */
const UDELADT = [
  'prefer-robust-stmts',
  'require-lock-timeout',
  'require-statement-timeout',
  'prefer-bigint-over-int',
  'prefer-bigint-over-smallint',
]

/** What would not work on a distributed engine (docs/adr/0001): tables are spread, and such statements are not. */
const IKKE_FORDELT: readonly (readonly [RegExp, string])[] = [
  [/\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:CONSTRAINT\s+)?TRIGGER\b/i, 'no triggers: they do not run on a distributed table'],
  [/\bMERGE\s+INTO\b/i, 'no MERGE: use INSERT … ON CONFLICT'],
  [/\bset_config\s*\(/i, 'no set_config: it is not propagated; use SET LOCAL'],
  [/\bBYPASSRLS\b(?<!\bNOBYPASSRLS)/i, 'no role may bypass row-level security'],
]

/** Order, names and safety of the migrations. */
export const migrationer: Kontrol = {
  navn: 'migrationer',
  om: 'order, names and safety of the migrations',
  run: async (rod) => {
    const filer = listFiler(rod, MAPPE).map((sti) => sti.slice(MAPPE.length + 1))
    const brud = [...checkNavne(rod, filer), ...checkFordelt(rod, filer), ...(await runSquawk(rod, filer))]
    return { brud, set: `${filer.length} migrations` }
  },
}

/** Numbers run from 0001 without a gap or a repetition, and each name says its module and what it does. */
export function checkNavne(rod: string, filer: readonly string[]): string[] {
  return filer.flatMap((fil, i) => {
    const [, nummer, modul = ''] = NAVN.exec(fil) ?? []
    if (nummer === undefined) return [`${fil}: the name must be NNNN_module_sentence-with-hyphens.sql`]
    const ventet = String(i + 1).padStart(4, '0')
    return [
      ...(nummer === ventet ? [] : [`${fil}: the number must be ${ventet}`]),
      ...(isModul(rod, modul) ? [] : [`${fil}: src has no module ${modul}`]),
    ]
  })
}

const isModul = (rod: string, navn: string): boolean =>
  existsSync(join(rod, 'src', navn)) || [...OMRAADEMODULER].some((modul) => existsSync(join(rod, 'src', modul, navn)))

export function checkFordelt(rod: string, filer: readonly string[]): string[] {
  return filer.flatMap((fil) => {
    const tekst = readFileSync(join(rod, MAPPE, fil), 'utf8').replaceAll(/--[^\n]*/g, '')
    return IKKE_FORDELT.flatMap(([moenster, regel]) => (moenster.test(tekst) ? [`${fil}: ${regel}`] : []))
  })
}

type Fund = { readonly file: string; readonly line: number; readonly message: string; readonly rule_name: string }

async function runSquawk(rod: string, filer: readonly string[]): Promise<string[]> {
  if (filer.length === 0) return []
  const stier = filer.map((fil) => `${MAPPE}/${fil}`)
  const args = ['--reporter=json', '--pg-version=15.0', '--assume-in-transaction', `--exclude=${UDELADT.join(',')}`, ...stier]
  const { kode, ud, fejl } = await collect(rod, 'squawk', args)
  const fundne = JSON.parse(ud || '[]') as readonly Fund[]
  if (kode !== 0 && fundne.length === 0) throw new Error(`squawk ended with ${kode}: ${fejl.trim().slice(0, 300)}`)
  return fundne.map(
    ({ file, line, message, rule_name }) => `${file.slice(MAPPE.length + 1)}:${line + 1}: ${message} (${rule_name})`,
  )
}
