export { DIGEST_BYTES, digestOf, findOrden, inOrden, type Version, writeDigest } from './digest.ts'
export { type Digestraekke, digestsInMemory, digestsUnder, findUdsnit, type Knude, knudeFor, PRAEFIKS } from './knude.ts'
export {
  createSammenligning,
  type Fund,
  GRAENSER,
  type Knudesvar,
  type Sammenligning,
  type Sammenligningsgraenser,
  type Spoergsmaal,
  type Trinafvisning,
} from './sammenlign.ts'
