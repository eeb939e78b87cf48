import { userInfo } from 'node:os'
import { Presets, SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import type { CvrNummer } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { sletGamleLinjer } from './slet.ts'

export type Sletningsvaert = {
  readonly run: (
    work: (system: {
      readonly db: Database
      readonly kilder: { alle(): Promise<readonly { readonly kommuner: readonly CvrNummer[] }[]> }
    }) => Promise<void>,
  ) => Promise<void>
  readonly clock: Clock
  readonly print: (linje: string) => void
}

/** `borgerblikket adgangslog slet`. */
export function addSletCommand(gruppe: Command, { run, clock, print }: Sletningsvaert): void {
  gruppe
    .command('slet')
    .description('Slet de linjer, hvis tid er gået: loggen gemmes så længe, som den kommune, der vil gemme længst, har valgt')
    .action(() =>
      run(async ({ db, kilder }) => {
        const kommuner = [...new Set((await kilder.alle()).flatMap((kilde) => kilde.kommuner))]
        const bjaelke = new SingleBar({ format: 'Sletter {value} linjer', hideCursor: true }, Presets.shades_classic)
        bjaelke.start(0, 0)
        const sletning = sletGamleLinjer({ db, clock }, kommuner, userInfo().username, {
          onFremdrift: (slettet) => bjaelke.update(slettet),
        })
        const { slettet, graense, maaneder } = await sletning.finally(() => bjaelke.stop())
        print(`${slettet} linjer fra før ${graense.slice(0, 10)} er slettet; loggen gemmes i ${maaneder} måneder.`)
      }),
    )
}
