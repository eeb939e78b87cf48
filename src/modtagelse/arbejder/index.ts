import { createBunkemodtager } from '../rest/bunker.ts'
import { createBesvarelse } from '../soap/besvar.ts'
import type { Soegedeps } from '../soegning/index.ts'
import type { Modtager } from './pulje.ts'

export { createPulje, type Modtager } from './pulje.ts'

/** Takes in everything in the server's own thread. */
export const createEgenModtager = (deps: Soegedeps): Modtager => ({
  aabnBunker: createBunkemodtager(deps),
  besvarBesked: createBesvarelse(deps),
  close: async () => undefined,
})
