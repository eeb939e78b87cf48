import { Command } from 'commander'
import { DAEKNING } from './daekning.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from './linje.ts'
import { MAIN_JOB } from './main-job.ts'
import { PARTSOVERBLIK } from './partsoverblik.ts'
import { TILSLUTNING } from './tilslutning.ts'
import { VISNING } from './visning.ts'

/** `npm run bevis -- <emne>`: tries each claim of a subject and says what it saw. Exits with 1 where any failed. */
const EMNER: Readonly<Record<string, readonly Bevislinje[]>> = {
  'main-job': MAIN_JOB,
  tilslutning: TILSLUTNING,
  visning: VISNING,
  partsoverblik: PARTSOVERBLIK,
  daekning: DAEKNING,
}

const program = new Command('bevis')
  .description('Tries what the project claims of itself, line by line')
  .argument('<emne>', `one of: ${Object.keys(EMNER).join(', ')}`)
  .option('--fuld', 'at full size, which takes long', false)
  .option('--kun <linje>', 'only lines whose name begins so; can be given again', addTo, [])
  .option('--liste', 'only say which lines there are', false)
  .action(run)
await program.parseAsync()

function addTo(vaerdi: string, hidtil: readonly string[]): readonly string[] {
  return [...hidtil, vaerdi]
}

async function run(emne: string, valg: Bevisvalg & { readonly kun: readonly string[]; readonly liste: boolean }): Promise<void> {
  const alle = EMNER[emne]
  if (!alle) return program.error(`There is no ${emne}; there is ${Object.keys(EMNER).join(', ')}`)
  const linjer = alle.filter(({ navn }) => valg.kun.length === 0 || valg.kun.some((kun) => navn.startsWith(kun)))
  if (linjer.length === 0) return program.error(`No line is called so; there is ${alle.map(({ navn }) => navn).join(', ')}`)
  if (valg.liste) return console.log(linjer.map(({ navn, paastand }) => `${navn}: ${paastand}`).join('\n'))
  let fejlede = 0
  for (const linje of linjer) if (!(await tryLinje(linje, valg))) fejlede++
  console.log(`\n${linjer.length - fejlede} passed, ${fejlede} failed`)
  process.exitCode = fejlede > 0 ? 1 : 0
}

async function tryLinje(linje: Bevislinje, valg: Bevisvalg): Promise<boolean> {
  console.log(`\n${linje.navn}: ${linje.paastand}`)
  const start = performance.now()
  const udfald: Bevisudfald = await linje.run(valg).catch((error: unknown) => ({
    ok: false,
    set: [`It could not be tried: ${error instanceof Error ? error.message : String(error)}`],
  }))
  for (const saetning of udfald.set) console.log(`  ${saetning}`)
  console.log(`  ${udfald.ok ? 'passed' : 'FAILED'} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return udfald.ok
}
