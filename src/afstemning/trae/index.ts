export { DIGEST_BYTES, digestOf, type Version } from './digest.ts'
export { type Digestraekke, findUdsnit } from './knude.ts'
export { createListe, type Liste } from './lister.ts'
export {
  createSammenligning,
  type Fund,
  GRAENSER,
  type Knudesvar,
  type Sammenligning,
  type Spoergsmaal,
} from './sammenlign.ts'
