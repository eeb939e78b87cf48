export { hentObjekt, type Objektsvar } from './hent-objekt.ts'
export { type Soegedeps, soeg } from './soeg.ts'
export {
  type Betingelse,
  type Fund,
  HOEJST_ANTAL,
  HOEJST_BETINGELSER,
  HOEJST_DYBDE,
  type Interval,
  type Postbetingelse,
  type Soegeafvisning,
  type Soegesvar,
  type Soegeudtryk,
  type Soegning,
  type Sortering,
  type Vaerdiinterval,
} from './soegning.ts'
