export { createEgenModtager, createPulje, type Modtager } from './arbejder/index.ts'
export type { JournalpostKilde, RelationKilde, VirkningKilde } from './element/faelles.kilde.ts'
export {
  type ElementKilde,
  findTitelparter,
  laesPartnavne,
  laesRegistrering,
  type Modtagelsesdeps,
  openLeverance,
} from './leverance/index.ts'
export { checkElement, createRollekatalog, normalizeRest, type Rollekatalog, type Rolleoverrides } from './regler/index.ts'
export { afstemningerRoute } from './rest/afstemninger.route.ts'
export { afstemningerLaesRoute } from './rest/afstemninger-laes.route.ts'
export { egneLeverancerRoute } from './rest/egne.route.ts'
export { readJsonAsText } from './rest/json-scope.ts'
export { type Kildeadgangsdeps, kildeOf, requireKilder } from './rest/kilde-adgang.ts'
export { type LeverancerDeps, leverancerRoute } from './rest/leverancer.route.ts'
export { livstegnRoute } from './rest/livstegn.route.ts'
export { modtagStroem } from './rest/modtag-stroem.ts'
export { objekterRoute } from './rest/objekter.route.ts'
export { optaellingerRoute } from './rest/optaellinger.route.ts'
export { parseStrengJson } from './rest/parse-linje.ts'
export { answerFejl } from './rest/problemer.ts'
export { fejlsvar, jsonSvar, KILDESIKRING, MODTAGELSE_SKEMAER } from './rest/skema.ts'
export { tokenRoute } from './rest/token.route.ts'
export { soapRoute } from './soap/soap.route.ts'
