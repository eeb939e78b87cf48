export type { AendringKilde, FjernelseKilde } from '../element/aendring.kilde.ts'
export type { ElementKilde } from '../element/element.kilde.ts'
export { settleOnWord } from './afgoer.ts'
export { forberedBunke } from './forbered.ts'
export { laesRegistrering } from './laes-registrering.ts'
export {
  type AfvisningRaekke,
  countKvitteringer,
  type KvitteringRaekke,
  listAfvisninger,
  listKvitteringer,
} from './leverance.sql.ts'
export { keepForberedt, modtagLinjer, openLeverance } from './modtag.ts'
export { modtagBesked } from './modtag-besked.ts'
export { laesPartnavne } from './partnavne.ts'
export { openElement } from './registrering.ts'
export { soegeordForSag } from './soegeord.ts'
export { findTitelparter, type Titelparter } from './titelnumre.ts'
export type { IndkommenLinje, Kvittering, Leverance, Modtagelsesdeps, Operation } from './typer.ts'
