import type { FastifyInstance } from 'fastify'
import { keepOpgaver, startGenfyldning } from '#kvalitet/gennemgang'
import { checkJournalisering, checkNotat, checkTitel, findNumre, REGELVERSION } from '#kvalitet/titeltjek'
import { type Foelgedeps, lockGennemgange, startVurdering } from '#kvalitet/vurdering'
import { findTitelparter, laesPartnavne } from '#modtagelse'
import { startDagstaelling } from '#opsaetning/daekning'
import { startFakta } from '#opsaetning/forhaandsvisning'
import { startTaelling } from '#opsaetning/maaling'
import { startAdvis } from '#partsoverblik/advis'
import { startOprydning } from '#partsoverblik/oprydning'
import type { System } from './system.ts'

/** What titles are judged with. `onFejl` is told of one that cannot be. */
export const vurderingsdeps = (
  system: Pick<System, 'db' | 'clock' | 'noegler' | 'opsaetning'>,
  onFejl: (fejl: unknown) => void = () => undefined,
): Foelgedeps => ({
  db: system.db,
  clock: system.clock,
  tjek: { regelversion: REGELVERSION, checkTitel, checkNotat },
  checkJournalisering,
  laesPartnavne: laesPartnavne(system),
  findTitelparter: findTitelparter(system, findNumre),
  gennemgange: lockGennemgange,
  onFejl,
  onVurderet: (tx, raekker, vaek) =>
    keepOpgaver(
      tx,
      system,
      [...raekker, ...vaek].map(({ item_id }) => item_id),
    ),
})

/** Begins to judge titles, to keep the queue of their review and what previews are decided on, and to count what has been looked at and how coverage stands, and to delete what its time is over for, for as long as the server runs. Answers how to stop. */
export function startKvalitet(system: System, app: FastifyInstance): () => Promise<void> {
  const tell = (hvad: string) => (fejl: unknown) =>
    app.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, `${hvad}; tried again`)
  const slut = [
    startVurdering(
      vurderingsdeps(system, tell('a title could not be judged, and is not shown')),
      tell('titles could not be judged'),
    ),
    startGenfyldning(system, tell('the queue of titles could not be kept')),
    startFakta(system, tell('what previews are decided on could not be kept')),
    startTaelling(system, tell('the statistics could not be counted')),
    startDagstaelling(system, tell('coverage could not be counted')),
    startAdvis(
      { ...system, origin: system.websted.origin, mail: system.config.mail },
      tell('those who asked for advis could not be told'),
    ),
    ...(system.config.oprydning === 'daglig'
      ? [
          startOprydning(
            { ...system, bemaerkningerMaaneder: system.config.bemaerkningerMaaneder },
            tell('what its time is over for could not be deleted'),
          ),
        ]
      : []),
  ]
  return async () => {
    await Promise.all(slut.map((stop) => stop()))
  }
}
