export { type Billede, createBillede, type Vist } from './billede.ts'
export { type Borgersyn, borgersynOf } from './borgersyn.ts'
export { type Afgoerelsesgrundlag, readSammenhaeng } from './fakta.ts'
export type { Forklaring } from './forklar.ts'
export { forklarForKommune, type Kommuneforklaring } from './forklar-for-kommune.ts'
export { checkForklarvalg, type Forklarvalg, runForklar } from './forklar-kommando.ts'
export { ordOf } from './forklar-ord.ts'
export { forsoeg } from './forsoeg.ts'
export {
  findKommunensOverblik,
  findKommunensVisningsvalg,
  type OverblikRaekke,
  type VisningsvalgRaekke,
} from './overblik.sql.ts'
export { gaeldendeVed, vedTid } from './perioder.ts'
export type { Sidedeps as Borgersidedeps } from './sider.ts'
export { kommunelaeser, visSomBorger } from './som-borger.ts'
export { type Forklaringsgrund, findSkjulegrund, synligeIder } from './synlige.ts'
export { type Proeveting, seTilAfproevning } from './til-afproevning.ts'
export { createTitelviden, readVisningsvalg, type Titelviden } from './titelviden.ts'
export type { KommuneVisning, Tosproget } from './visninger.ts'
export type { Rutedeps } from './web/borger-rute.ts'
export { standardDokumenttyper } from './web/dokumentdele.ts'
export { type ForklarRouteDeps, forklarRoute } from './web/forklar.route.ts'
export { type Ordeksempel, ordeksempelView } from './web/ordeksempel.view.ts'
export { overblikRoutes } from './web/overblik.route.ts'
export { offentligKontekst } from './web/sidekontekst.ts'
export { OVERBLIK_SKEMAER } from './web/visning.skema.ts'
