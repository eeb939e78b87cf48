import type { FastifyInstance } from 'fastify'
import { keepOpgaver } from '#kvalitet/gennemgang'
import { checkNotat, checkTitel, REGELVERSION } from '#kvalitet/titeltjek'
import { type Foelgedeps, lockGennemgange, startVurdering } from '#kvalitet/vurdering'
import { laesPartnavne } from '#modtagelse'
import type { System } from './system.ts'

/** What titles are judged with. */
export const vurderingsdeps = (system: Pick<System, 'db' | 'clock' | 'noegler' | 'opsaetning'>): Foelgedeps => ({
  db: system.db,
  clock: system.clock,
  tjek: { regelversion: REGELVERSION, checkTitel, checkNotat },
  laesPartnavne: laesPartnavne(system),
  gennemgange: lockGennemgange,
  onVurderet: (tx, raekker, vaek) =>
    keepOpgaver(
      tx,
      system,
      [...raekker, ...vaek].map(({ item_id }) => item_id),
    ),
})

/** Begins to judge titles for as long as the server runs. Answers how to stop. */
export const startKvalitet = (system: System, app: FastifyInstance): (() => Promise<void>) =>
  startVurdering(vurderingsdeps(system), (fejl) =>
    app.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, 'titles could not be judged; tried again'),
  )
