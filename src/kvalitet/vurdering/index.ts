export { type Foelgedeps, work as vurderNaeste } from './foelg.ts'
export { addVurderingCommands } from './kommandoer.ts'
export type { Partnavn, Vurderingsdeps } from './parter.ts'
export { startVurdering } from './start.ts'
export { titlerAf } from './tekster.ts'
export { graver, isTilbageholdt, type Vurderingsviden } from './viden.ts'
export { type Gennemgangsraekke, lockGennemgange, type Vurderingsraekke } from './vurdering.sql.ts'
export {
  type Gennemgang,
  isOmAnden,
  type Notatvurdering,
  splitAfsnit,
  type Tjek,
  tekstHash,
  type Vurdering,
  vurderNotat,
  vurderTekst,
} from './vurdering.ts'
