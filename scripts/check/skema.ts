import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createEmbedded, type Forbindelse, migrate } from '#platform/database'
import type { Kontrol } from './kontrol.ts'
import { readSkema } from './skema.katalog.ts'

const FIL = 'db/schema.sql'

/** db/schema.sql is what the migrations end with. */
export const skema: Kontrol = {
  navn: 'skema',
  om: 'db/schema.sql is what the migrations end with',
  run: async (rod) => {
    const nyt = await generateSkema()
    const fil = join(rod, FIL)
    const gammelt = existsSync(fil) ? readFileSync(fil, 'utf8') : ''
    return { brud: diff(gammelt, nyt), set: `${nyt.split('\n').length} lines` }
  },
}

export async function writeSkema(rod: string): Promise<void> {
  writeFileSync(join(rod, FIL), await generateSkema())
}

/** The schema of a new embedded database after all migrations. */
async function generateSkema(): Promise<string> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbskema-'))
  // As root the server runs under another account, which must be able to reach its folder.
  chmodSync(mappe, 0o711)
  try {
    const embedded = await createEmbedded({ dataMappe: join(mappe, 'data') })
    try {
      await migrate(embedded.ejer)
      return await skemaOf(embedded.ejer)
    } finally {
      await embedded.stop()
    }
  } finally {
    rmSync(mappe, { recursive: true, force: true })
  }
}

/** The schema of the database there. */
export async function skemaOf(forbindelse: Forbindelse): Promise<string> {
  const client = new pg.Client({ ...forbindelse, ssl: forbindelse.ssl ?? false })
  await client.connect()
  try {
    return await readSkema(client)
  } finally {
    await client.end()
  }
}

/** The lines that one has and the other has not: enough to see what was forgotten. */
export function diff(gammelt: string, nyt: string): string[] {
  if (gammelt === nyt) return []
  const [foer, efter] = [gammelt.split('\n'), nyt.split('\n')]
  const forskelle = [...beyond(foer, efter, '-'), ...beyond(efter, foer, '+')]
  return [`${FIL} is not what the migrations end with; run: node scripts/check.ts --skriv-skema`, ...forskelle.slice(0, 40)]
}

/** The lines that stand more often here than there: tables may have columns that read alike. */
function beyond(linjer: readonly string[], andre: readonly string[], tegn: string): string[] {
  const rest = new Map<string, number>()
  for (const linje of andre) rest.set(linje, (rest.get(linje) ?? 0) + 1)
  return linjer.flatMap((linje) => {
    const antal = rest.get(linje) ?? 0
    rest.set(linje, antal - 1)
    return antal > 0 ? [] : [`${tegn} ${linje}`]
  })
}
