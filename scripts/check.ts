import { fileURLToPath } from 'node:url'
import { fejlkatalog } from './check/fejlkatalog.ts'
import { graenser } from './check/graenser.ts'
import { klient } from './check/klient.ts'
import type { Kontrol } from './check/kontrol.ts'
import { laasefil } from './check/laasefil.ts'
import { migrationer } from './check/migrationer.ts'
import { lint, typer, ubrugt } from './check/programmer.ts'
import { prosa } from './check/prosa.ts'
import { skema, writeSkema } from './check/skema.ts'

/** `npm run check` runs them all; `npm run check -- graenser prosa` runs those named. */
const KONTROLLER: readonly Kontrol[] = [typer, lint, graenser, ubrugt, migrationer, skema, laasefil, prosa, fejlkatalog, klient]
const ROD = fileURLToPath(new URL('..', import.meta.url))
const HOEJST_LINJER = 60

const args = process.argv.slice(2)
if (args.includes('--skriv-skema')) {
  await writeSkema(ROD)
  console.log('db/schema.sql is written.')
} else process.exitCode = await runAll(args)

/** Runs the checks named, or all, and says how each went. Answers the exit code. */
async function runAll(navne: readonly string[]): Promise<number> {
  const ukendte = navne.filter((navn) => !KONTROLLER.some((kontrol) => kontrol.navn === navn))
  if (ukendte.length > 0) {
    console.error(`Unknown: ${ukendte.join(', ')}. The checks are:`)
    for (const { navn, om } of KONTROLLER) console.error(`  ${navn.padEnd(12)} ${om}`)
    return 2
  }
  const valgte = KONTROLLER.filter(({ navn }) => navne.length === 0 || navne.includes(navn))
  let fejlet = 0
  for (const kontrol of valgte) if (!(await runOne(kontrol))) fejlet++
  console.log(`\n${valgte.length - fejlet} passed, ${fejlet} failed`)
  return fejlet === 0 ? 0 : 1
}

async function runOne(kontrol: Kontrol): Promise<boolean> {
  const start = performance.now()
  const { brud, set } = await kontrol
    .run(ROD)
    .catch((error: unknown) => ({ brud: [`could not be checked: ${String(error)}`], set: '' }))
  const tid = `${((performance.now() - start) / 1000).toFixed(1)} s`
  const udfald = brud.length === 0 ? 'ok  ' : 'FAIL'
  console.log(`${udfald} ${kontrol.navn.padEnd(12)} ${kontrol.om} (${[set, tid].filter((del) => del !== '').join(', ')})`)
  for (const linje of brud.slice(0, HOEJST_LINJER)) console.log(`       ${linje}`)
  if (brud.length > HOEJST_LINJER) console.log(`       … and ${brud.length - HOEJST_LINJER} lines more`)
  return brud.length === 0
}
