import type { Kvittering } from '../leverance/index.ts'

/** A receipt as it stands on the wire: always in the same order, so that one given again is the same to the byte. */
export const toKvitteringslinje = ({ linje, id, udfald, brud }: Kvittering) => ({
  linje,
  id,
  udfald,
  ...(brud.length > 0
    ? { [udfald === 'afvist' ? 'brud' : 'advarsler']: brud.map(({ regel, sti, da, en }) => ({ regel, sti, da, en })) }
    : {}),
})
