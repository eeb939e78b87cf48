import { Presets, SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { demandPass, type Foelgedeps, work } from './foelg.ts'
import { findMaerke, guessParter } from './maerke.sql.ts'

type Kommandodeps = {
  /** Opens what the command works on, and closes it whatever becomes of it. */
  readonly run: (work: (deps: Foelgedeps, signal: AbortSignal) => Promise<void>) => Promise<void>
  readonly print: (linje: string) => void
}

/** `borgerblikket kvalitet vurder`. */
export function addVurderingCommands(program: Command, { run, print }: Kommandodeps): void {
  program
    .command('kvalitet')
    .description('Kvaliteten af titler og notater')
    .command('vurder')
    .description('Vurdér alle titler på ny, så langt de ikke er som sidst. Kan afbrydes, og går videre, hvor den slap')
    .action(() => run((deps, signal) => vurderAlle(deps, signal, print)))
}

/** Passes over everybody and shows how far it is. Another process that is at it is helped, not hindered. */
async function vurderAlle(deps: Foelgedeps, signal: AbortSignal, print: (linje: string) => void): Promise<void> {
  await demandPass(deps)
  const [[personer]] = await deps.db.readBatch({ rolle: 'kvalitet' }, [guessParter()])
  const linje = new SingleBar({ format: 'Vurderer titler {bar} {value} skridt', hideCursor: true }, Presets.shades_classic)
  linje.start(personer?.antal ?? 0, 0)
  try {
    while (!signal.aborted && (await isUnderWay(deps))) {
      const antal = await work(deps)
      linje.increment(antal)
      if (antal === 0) await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    linje.stop()
  }
  print(signal.aborted ? 'Afbrudt. Serveren går videre, hvor den slap.' : 'Alle titler er vurderet.')
}

async function isUnderWay({ db }: Foelgedeps): Promise<boolean> {
  const [[maerke]] = await db.readBatch({ rolle: 'kvalitet' }, [findMaerke()])
  return maerke?.gennemloeb_regelversion !== null
}
