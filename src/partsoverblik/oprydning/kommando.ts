import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { startFremgang } from '#platform/progress'
import type { Ryddes } from './oprydning.sql.ts'
import { countOverstaaet, type Oprydning, type Oprydningsdeps, ryd } from './ryd.ts'

export type Oprydningsvaert = {
  readonly run: (work: (deps: Oprydningsdeps) => Promise<void>) => Promise<void>
  readonly print: (linje: string) => void
}

const ORD: Readonly<Record<Ryddes, string>> = {
  besoeg: 'besøg med deres alarmer, sluttet',
  tilsynslaesning: 'tilsynets læsninger',
  udtraek: 'udtræk af loggen, bestilt',
  bemaerkning: 'bemærkninger, ophørt',
  notat: 'spor af skrevne notater, afgjort',
  soegedag: 'tal for søgninger på en dag,',
}
const linje = ({ hvad, foer, antal }: Oprydning): string => `${antal} ${ORD[hvad]} før ${foer.slice(0, 10)}`

/** `partsoverblik ryd`: what the server does once a day, where it is left to be done by hand, and what it would do. */
export function addRydCommand(gruppe: Command, { run, print }: Oprydningsvaert): void {
  gruppe
    .command('ryd')
    .description('Fjern det, der gemmes om opslag, og hvis tid er gået. Åbne alarmer bliver stående')
    .option('--proev', 'fortæl, hvor meget der ville blive fjernet, og fjern intet')
    .action(({ proev }: { proev?: true }) =>
      run(async (deps) => {
        if (proev) {
          for (const en of await countOverstaaet(deps)) print(`${linje(en)}, ville blive fjernet.`)
          return
        }
        const fremgang = startFremgang('Fjerner', undefined)
        const fjernet = await ryd(deps, userInfo().username, { onFremdrift: (antal) => fremgang.step(antal) }).finally(() =>
          fremgang.stop(),
        )
        for (const en of fjernet) print(`${linje(en)}, er fjernet.`)
      }),
    )
}
