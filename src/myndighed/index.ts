export { DEMO_HENVENDELSESSTEDER, demoHenvendelsesregister } from './demo-henvendelsessteder.ts'
export {
  type EnhedRef,
  type FundetHenvendelsessted,
  type Henvendelsesregister,
  type Henvendelsessted,
  type HenvendelsesstedAfvisning,
  type HenvendelsesstedVisning,
  henvendelsesstedFor,
  isBorgersikkertNavn,
  registerHenvendelsessteder,
} from './henvendelsessted.ts'
export {
  BROBYSKOV,
  KOMMUNER,
  KORSBAEK,
  type Kommune,
  kommuneMedCvr,
  kommuneMedKode,
  myndighedsnavn,
  UDBETALING_DANMARK,
} from './kommuner.ts'
export { readHenvendelsessteder } from './read-henvendelsessteder.ts'
