export { isAltidLukket } from './altid-lukket.ts'
export { borgertitel, emnenavn } from './borgertitel.ts'
export { BORGER_EMNER } from './emner/index.ts'
export { facettitel, KENDTE_FACETTER } from './handlingsfacet.ts'
export { importerKle } from './importer-kle.ts'
export type { EmneAfvisning } from './klassifikation.errors.ts'
export { LIVSOMRAADER, type LivsomraadeNoegle, livsomraadeFor, livsomraadeMedNoegle } from './livsomraade.ts'
export { foreslaaKlegrupper } from './noegleord.ts'
export { createOrdlager, type Ordlager, type Ordversion } from './ordvalg/ordlager.ts'
export {
  type Borgerord,
  createOrdvalg,
  INGEN_ORDVALG,
  kommunensBorgerord,
  ORDSLAGS,
  type Ordslags,
  type Ordvalg,
  parseOrdslags,
  type Tosprogstekst,
  toOrdnoegle,
} from './ordvalg/ordvalg.ts'
export { STANDARDKLE, standardKleord } from './ordvalg/standard.ts'
export { slaaOp } from './slaa-op.ts'
export { resolveEmne } from './udgave/resolve-emne.ts'
export type { KleOpslag, KleUdgave } from './udgave/udgave.ts'
export { readUdgaver } from './udgave/udgavelager.ts'
