export { hentObjekt, type Objektsvar } from './hent-objekt.ts'
export { type Soegedeps, soeg } from './soeg.ts'
export * from './soegning.ts'
